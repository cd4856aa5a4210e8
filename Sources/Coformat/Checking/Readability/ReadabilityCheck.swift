public import Diagnostics
import DocumentModel
public import Linguistics
public import Readers
import Sentences

/// The check of how easy a document is to read: numbers of it, and each rule of easy read it breaks, with
/// its place.
public struct ReadabilityCheck: Sendable {
  /// How many words a sentence may have (rule S1).
  public var mostWords: Int
  /// The reader of the files; nil to choose by name and content.
  public var format: String?
  /// What to do with invalid bytes and with web pages.
  public var reading: ReadingOptions
  /// The formats that can be read.
  public var registry: Registry

  /// Makes a check.
  public init(
    mostWords: Int = 15, format: String? = nil, reading: ReadingOptions = ReadingOptions(),
    registry: Registry = .standard
  ) {
    self.mostWords = mostWords
    self.format = format
    self.reading = reading
    self.registry = registry
  }

  /// Checks a document; the rules it breaks go to the log.
  ///
  /// - Returns: its numbers.
  /// - Throws: `ConversionFailure` when it cannot be read.
  public func run(_ input: Input, log: inout DiagnosticLog) throws(ConversionFailure) -> ReadabilityScores {
    let source = try input.load().source
    let descriptor =
      if let format { try registry.reader(named: format) } else {
        try registry.reader(for: source, log: &log)
      }
    let document = try descriptor.reader.read(source, options: reading, log: &log)
    let scores = check(document, log: &log)
    log.report(.readabilityScores(scores))
    return scores
  }

  /// Checks a document that has been read.
  ///
  /// - Returns: the numbers of what is in a language there is data for; those of all of it where nothing is.
  public func check(_ document: Document, log: inout DiagnosticLog) -> ReadabilityScores {
    var analysed = AnalysedText()
    var others: [ReadableText.Stretch] = []
    for stretch in ReadableText(document).stretches {
      if let analyzer = Linguistics.analyzer(for: stretch.language) {
        analysed.add(stretch, analyzer)
      } else {
        others.append(stretch)
      }
    }
    for language in Set(others.map(\.language)).sorted() { log.report(.noDataForLanguage(language)) }
    let readability = Readability(analysed.passages, mostWords: mostWords)
    for finding in readability.findings {
      log.report(.readability(finding, mostWords: mostWords, at: analysed.range(of: finding)))
    }
    let lengths = checkLengths(others, log: &log)
    return analysed.passages.isEmpty ? lengths : readability.scores
  }

  /// The lengths of sentences alone: all there is for a language without data.
  private func checkLengths(
    _ stretches: [ReadableText.Stretch], log: inout DiagnosticLog
  ) -> ReadabilityScores {
    var lengths: [(passage: Int, sentence: Int, words: Int)] = []
    var places: [SourceRange?] = []
    for stretch in stretches where stretch.kind != .label {
      for sentence in SentenceSegmenter(language: stretch.language).sentences(in: stretch.text) {
        let words = sentence.split(whereSeparator: \.isWhitespace)
          .count { $0.contains { $0.isLetter || $0.isNumber } }
        let start = stretch.text.utf8.distance(from: stretch.text.startIndex, to: sentence.startIndex)
        lengths.append((0, places.count, words))
        places.append(stretch.range(of: start..<start + sentence.utf8.count))
      }
    }
    let readability = Readability(lengths: lengths, mostWords: mostWords)
    for finding in readability.findings {
      log.report(.readability(finding, mostWords: mostWords, at: finding.sentence.flatMap { places[$0] }))
    }
    return readability.scores
  }
}

/// Passages, with where each and its sentences are.
private struct AnalysedText {
  private(set) var passages: [Passage] = []
  private var stretches: [ReadableText.Stretch] = []
  /// Where the sentences of each begin, in UTF-8.
  private var starts: [[Int]] = []

  mutating func add(_ stretch: ReadableText.Stretch, _ analyzer: any LanguageAnalyzer) {
    let text = stretch.text
    let sentences = analyzer.sentences(in: text)
    let starts = sentences.map { text.utf8.distance(from: text.startIndex, to: $0.startIndex) }
    self.starts.append(starts)
    let analysed = zip(sentences, starts).map { sentence, start in
      Self.marked(analyzer.analyze(String(sentence)), stretch.foreign, start)
    }
    passages.append(Passage(stretch.kind.passage, analysed))
    stretches.append(stretch)
  }

  /// A sentence whose words in another language are known as such: they are read, and no list has them.
  private static func marked(_ sentence: TaggedSentence, _ foreign: [Range<Int>], _ start: Int)
    -> TaggedSentence
  {
    guard !foreign.isEmpty else { return sentence }
    var sentence = sentence
    for (index, token) in sentence.tokens.enumerated() where token.isWord {
      if foreign.contains(where: { $0.contains(start + token.range.lowerBound) }) {
        sentence.tokens[index].tag = .fw
      }
    }
    return sentence
  }

  /// The place of a finding; nil for one about the whole.
  func range(of finding: ReadabilityFinding) -> SourceRange? {
    guard let passage = finding.passage else { return nil }
    let stretch = stretches[passage]
    guard let sentence = finding.sentence else { return stretch.range }
    let start = starts[passage][sentence]
    let inside = finding.range ?? 0..<passages[passage].sentences[sentence].text.utf8.count
    return stretch.range(of: start + inside.lowerBound..<start + inside.upperBound)
  }
}

extension ReadableText.Kind {
  fileprivate var passage: Passage.Kind {
    switch self {
    case .prose: .prose
    case .item: .item
    case .label: .label
    }
  }
}

extension ReadabilityScores {
  /// The numbers in a line: for people.
  public var summary: String {
    guard sentences > 0 else { return "no sentences" }
    var parts = [
      "\(sentences.grouped) sentence\(sentences == 1 ? "" : "s") of \(wordsPerSentence.oneDecimal) words on average, the longest of \(longest)",
      "\((shareShort * 100).oneDecimal)% short enough",
    ]
    if let grade {
      parts.append("Flesch-Kincaid grade \(grade.oneDecimal)")
      parts.append("\((shareHard * 100).oneDecimal)% hard words")
      parts.append("\(passives.grouped) passive\(passives == 1 ? "" : "s")")
    }
    return parts.joined(separator: "; ")
  }
}

extension Double {
  /// With one digit after the point, by arithmetic: no formatter is linked.
  fileprivate var oneDecimal: String {
    let tenths = Int((abs(self) * 10).rounded())
    return (self < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
  }
}

extension OptionDefinition {
  /// Whether documents are checked for how easy they are to read.
  public static let readability = OptionDefinition(
    "readability", .flag,
    help: """
      Check documents, in any format that is read, for how easy they are to read: lengths of sentences, \
      Flesch-Kincaid grade, hard words, passives, and each rule of easy read that is broken.
      """)
  /// How many words a sentence may have.
  public static let sentenceWords = OptionDefinition(
    "sentence-words", .integer(5...60), fallback: "15",
    help: "With --readability: the most words a sentence may have.")
}

extension ReadabilityCheck {
  /// The options of a check, as words.
  public static let table = OptionTable([.sentenceWords])

  /// Makes a check out of values the table has accepted.
  public init(_ values: OptionValues) { self.init(mostWords: values.integer("sentence-words") ?? 15) }
}
