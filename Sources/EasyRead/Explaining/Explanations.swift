import Diagnostics
import DocumentModel
import Linguistics
import Sentences

/// Which hard words were met, and which of them have been explained.
///
/// Explanations come from the author's file, then from the document itself, then from the glossary that
/// comes with the program. A hard word that none of them explains is remembered and warned about.
struct Explanations {
  private let options: EasyReadOptions
  private let analyzer: (any LanguageAnalyzer)?
  private let finder: HardWordFinder
  /// Sentences that explain a word, as this type writes them, with the word.
  private let sentences: ExplainingSentences
  private var explainedInSection: Set<String> = []
  /// What stands explained in the source already, section by section.
  private var explainedInSource: [Set<String>]
  private var section = 0
  private var explainedInBlock: Set<String> = []
  private var used: [String: ExplainedWord] = [:]
  private var unexplained: [String: UnexplainedWord] = [:]
  private var order: [String] = []

  init(_ engine: SentenceEngine, _ options: EasyReadOptions, _ document: Document) {
    self.options = options
    analyzer = engine.analyzer
    finder = HardWordFinder(options.decisions, engine.terms)
    sentences = analyzer == nil || options.explanations == .none ? ExplainingSentences() : finder.sentences
    explainedInSource = []
    explainedInSource = explained(in: document)
  }

  /// A heading begins a section: words are explained again at their first use in it, but for those whose
  /// explanation stands further on in it.
  mutating func beginSection() {
    section += 1
    explainedInSection = []
  }

  /// The words whose explanations stand in each section, as this type writes them: a line each.
  private func explained(in document: Document) -> [Set<String>] {
    var sections: [Set<String>] = [[]]
    func look(_ node: Node) {
      switch node {
      case .block(.heading): sections.append([])
      case .block(.paragraph(let paragraph)):
        let text = paragraph.inlines.plainText
        // Nearly all are one line.
        let lines =
          text.utf8.contains(0x0A) ? text.split(whereSeparator: \.isNewline).map(String.init) : [text]
        for line in lines {
          if let term = sentences[line] { sections[sections.count - 1].insert(term) }
        }
      case .block, .inline: break
      }
    }
    for block in document.blocks { block.walk(look) }
    for note in document.notes {
      sections.append([])
      for block in note.blocks { block.walk(look) }
    }
    return sections
  }

  private func standsInSection(_ term: String) -> Bool {
    section < explainedInSource.count && explainedInSource[section].contains(term)
  }

  private func isExplainedSomewhere(_ term: String) -> Bool {
    explainedInSource.contains { $0.contains(term) }
  }

  /// A block with these sentences begins: what is explained in it already is not explained twice.
  mutating func beginBlock(_ sentences: [String]) {
    explainedInBlock = Set(sentences.compactMap { self.sentences[$0] })
  }

  /// Whether a sentence is one that explains a word, as this type writes them.
  func isExplanation(_ sentence: String) -> Bool { sentences[sentence] != nil }

  /// A sentence that explains a word stands in the source already.
  mutating func noteExplanation(_ sentence: String) {
    guard let term = sentences[sentence], let word = finder.word(term) else { return }
    explainedInSection.insert(term)
    used[term] = word
  }

  /// The lines that explain the hard words of a sentence; adds findings to it.
  mutating func lines(
    for words: SentenceWords, range: SourceRange?, _ findings: inout [Finding]
  ) -> [SimplifiedSentence.Line] {
    guard analyzer != nil else { return [] }
    var result: [SimplifiedSentence.Line] = []
    for found in hardWords(words) {
      guard let word = note(found, range) else {
        let isAcronym = found.text == found.text.uppercased()
        let problem =
          found.proposal.map { "has more than one meaning; the glossary has: \u{201C}\($0)\u{201D}" }
          ?? "has no explanation"
        findings.append(
          Finding(
            rule: isAcronym ? .undefinedAcronym : .hardWord, range: 0..<0,
            message: "\u{201C}\(found.text)\u{201D} \(problem)"))
        continue
      }
      guard options.explanations == .everywhere, !explainedInBlock.contains(found.key),
        !standsInSection(found.key),
        // A draft has the explanations its makers want; only those the author adds are new.
        !options.isDraft || word.origin == .author,
        explainedInSection.insert(found.key).inserted
      else { continue }
      for sentence in Glossary.sentences(of: word.explanation) {
        result.append(.init(text: sentence, inlines: [.text(Text(sentence))], kind: .explanation))
      }
    }
    return result
  }

  /// The hard words of the lines, then those that are hard in the source alone and still stand in a line.
  private func hardWords(_ words: SentenceWords) -> [HardWordFinder.Found] {
    let found = words.lines.flatMap { finder.words(in: $0) }
    guard !words.source.isEmpty else { return found }
    let more = finder.words(in: words.source).filter { word in
      !found.contains { $0.key == word.key }
        && words.lines.contains { $0.contains { $0.text == word.text || $0.lowered == word.key } }
    }
    return found + more
  }

  /// Looks at words that are kept as they are.
  mutating func scan(_ flat: FlatText, _ segmenter: SentenceSegmenter, range: SourceRange?) {
    for found in words(of: flat, segmenter) { _ = note(found, range) }
  }

  /// Looks at a text whose line ends have parted its sentences as it is read over them: a word may be hard by
  /// the one reading and not by the other. Only words that stand in the draft and were not met yet count.
  mutating func scanOverLineEnds(
    _ flat: FlatText, _ segmenter: SentenceSegmenter, in draft: [SimplifiedSentence], range: SourceRange?
  ) {
    var seen: Set<String> = []
    let new = words(of: flat, segmenter).filter {
      used[$0.key] == nil && unexplained[$0.key] == nil && seen.insert($0.key).inserted
    }
    guard !new.isEmpty else { return }
    let text = draft.flatMap(\.lines).map { $0.text.lowercased() }.joined(separator: "\n")
    let parts = Set(text.split { !$0.isLetter && !$0.isNumber })
    for found in new {
      // Words of letters alone are whole parts; the few with marks in them are looked for as they are.
      let isPlain = found.written.allSatisfy { $0.isLetter || $0.isNumber }
      guard isPlain ? parts.contains(found.written[...]) : text.contains(found.written) else { continue }
      _ = note(found, range)
    }
  }

  private func words(of flat: FlatText, _ segmenter: SentenceSegmenter) -> [HardWordFinder.Found] {
    guard let analyzer, flat.hasWords else { return [] }
    return flat.sentencesOverLineEnds(segmenter).flatMap { stretch in
      let line = Line(flat, stretch)
      return finder.words(in: flat.native(analyzer.analyze(line.words).tokens, of: line))
    }
  }

  private mutating func note(_ found: HardWordFinder.Found, _ range: SourceRange?) -> ExplainedWord? {
    var isTakenOut = false
    if let word = found.word {
      isTakenOut = options.isDraft && word.origin == .glossary && !isExplainedSomewhere(found.key)
      guard isTakenOut else {
        used[found.key] = word
        return word
      }
    }
    if unexplained[found.key] == nil {
      order.append(found.key)
      unexplained[found.key] = UnexplainedWord(
        word: found.text, count: 0, range: range, proposal: found.proposal ?? found.word?.explanation,
        isMissing: isTakenOut)
    }
    unexplained[found.key]?.count += 1
    return nil
  }

  /// The words explained and those that are not.
  func outcome() -> (glossary: [ExplainedWord], unexplained: [UnexplainedWord]) {
    let glossary = used.values.sorted { ($0.term.lowercased(), $0.term) < ($1.term.lowercased(), $1.term) }
    return (glossary, order.compactMap { unexplained[$0] })
  }
}

extension SimplifiedSentence {
  /// Puts explanations where they part nothing: after the sentence, but before a line that ends in a colon
  /// and leads into what comes next.
  mutating func place(_ explanations: [Line]) {
    let leadsIn = lines.last.map { $0.kind == .sentence && $0.text.endsInColon } ?? false
    lines.insert(contentsOf: explanations, at: leadsIn ? lines.count - 1 : lines.count)
  }
}

extension String {
  /// Whether the last character is a colon, but for marks of notes, spaces and quotation marks.
  fileprivate var endsInColon: Bool {
    let after = "\u{FFFC}\u{201D}\u{2019}\"'*".unicodeScalars
    return unicodeScalars.last { !$0.properties.isWhitespace && !after.contains($0) } == ":"
  }
}
