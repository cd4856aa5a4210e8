import Diagnostics
import DocumentModel
import Linguistics
import Sentences

/// What is in the words of a report: sentences too long, words in capitals, abbreviations that are never
/// explained, meaning that is in a colour alone.
struct WordCheck {
  private let isEnglish: Bool
  /// Acronyms that the document explains.
  private var explained: Set<String>
  /// The words of the document that are not all in capitals, in small letters.
  private var written: Set<String> = []
  /// Where each acronym that is not was first met.
  private var unexplained: [(word: String, range: SourceRange?)] = []
  private var longSentences: [(words: Int, range: SourceRange?)] = []

  /// The most words of a sentence before it is hard to follow (GOV.UK's guidance: 25).
  private static let longest = 25

  init(_ document: Document, isEnglish: Bool) {
    self.isEnglish = isEnglish
    explained = Self.common
    var text = ""
    var found: Set<String> = []
    document.walk { node in
      switch node {
      case .inline(.abbreviation(let abbreviation)) where abbreviation.expansion != nil:
        found.insert(abbreviation.inlines.plainText)
      case .inline(.text(let node)): text += node.string + " "
      case .block(.definitionList(let list)):
        for term in list.items.flatMap(\.terms) { found.insert(term.inlines.plainText.trimmingSpace) }
      case .inline, .block: break
      }
    }
    explained.formUnion(found)
    explained.formUnion(Self.definitions(in: text))
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    where word.contains(where: \.isLowercase) {
      written.insert(word.lowercased())
    }
  }

  /// Acronyms that are spelt like a common word: who writes one of these in capitals means the acronym.
  private static let wordsToo: Set<String> = [
    "ACE", "AIM", "ARM", "BID", "CAP", "CARE", "CASE", "CAT", "CHAT", "COPE", "COST", "DARE", "EAT", "ERA",
    "EYE", "FAST", "FIT", "GAP", "GAS", "ICE", "LAB", "LEAD", "LEAP", "MAP", "MASH", "MIND", "NET", "NICE",
    "PACE", "PACT", "PAT", "PET", "PIP", "RAG", "RAM", "REF", "REST", "RIDE", "SAD", "SAFE", "SAGE", "SAT",
    "SATS", "SEND", "SET", "SIM", "SMART", "SPA", "STAR", "STEM", "STEP", "TIE", "TUPE", "WHO", "WISH",
  ]

  /// Whether a word is a number, or capitals are there for weight: a common word, or one that the document writes in small letters
  /// as well.
  private func isEmphasis(_ word: String) -> Bool {
    guard !Self.wordsToo.contains(word) else { return false }
    // A Roman number.
    if word.allSatisfy({ "IVX".contains($0) }) { return true }
    let small = word.lowercased()
    if written.contains(small) { return true }
    var stems = [small]
    for ending in ["s", "es", "d", "ed", "ing"]
    where small.hasSuffix(ending) && small.count > ending.count + 2 {
      stems.append(String(small.dropLast(ending.count)))
    }
    return stems.contains { $0.count > 1 && BasicWords.contains($0) }
  }

  /// Acronyms that are as well known as words, and what only looks like one.
  private static let common: Set<String> = [
    "UK", "USA", "US", "EU", "UN", "NHS", "BBC", "TV", "PDF", "DVD", "CD", "OK", "AM", "PM", "AD", "BC", "ID",
    "PIN",
    "GP", "MP", "PHD", "BSC", "MSC", "BA", "MA", "HIV", "AIDS", "DNA", "IT", "FAQ", "URL", "GMT", "BST",
    "VAT", "PO",
    "COVID", "HTML", "NO", "AND", "OR", "NOT",
    "THE",
  ]

  /// `Full Name (FN)` and `FN (full name)`.
  private static func definitions(in text: String) -> Set<String> {
    var found: Set<String> = []
    let pieces = text.split(separator: "(")
    for (before, after) in zip(pieces, pieces.dropFirst()) {
      let inside = after.prefix { $0 != ")" }
      let word = String(inside).trimmingSpace
      if isAcronym(word) { found.insert(word) }
      if let last = before.split(whereSeparator: \.isWhitespace).last, isAcronym(String(last)),
        inside.contains(" ")
      {
        found.insert(String(last))
      }
    }
    return found
  }

  private static func isAcronym(_ word: String) -> Bool {
    (2...6).contains(word.count) && word.allSatisfy { $0.isASCII && $0.isLetter && $0.isUppercase }
  }

  // MARK: - Paragraph by paragraph

  mutating func findings(_ inlines: [Inline], _ range: SourceRange?) -> [Diagnostic] {
    var text = inlines.plainText
    text.unicodeScalars.removeAll { $0 == "\u{AD}" }
    var found: [Diagnostic] = []
    if isBoldAlone(inlines), (1...12).contains(text.wordCount), !text.hasSuffix(".") {
      found.append(.reportHeadingInBold(text, at: range))
    }
    if let run = capitals(in: text) { found.append(.reportCapitals(run, at: range)) }
    if isEnglish {
      if let phrase = colour(in: text) { found.append(.reportColour(phrase, at: range)) }
      noteAcronyms(in: text, range)
      for sentence in text.sentences {
        let count = sentence.wordCount
        if count > Self.longest { longSentences.append((count, range)) }
      }
    }
    return found
  }

  func findings(heading: Heading) -> [Diagnostic] {
    let text = heading.inlines.plainText
    return capitals(in: text, least: 2).map { [.reportCapitals($0, at: heading.info.range)] } ?? []
  }

  /// What can only be said at the end.
  func end() -> [Diagnostic] {
    var found = unexplained.map { Diagnostic.reportAcronym($0.word, at: $0.range) }
    found += longSentences.map { Diagnostic.reportLongSentence($0.words, at: $0.range) }
    return found
  }

  private func isBoldAlone(_ inlines: [Inline]) -> Bool {
    guard inlines.count == 1, case .styled(let styled) = inlines[0] else { return false }
    return styled.style == .strong
  }

  /// The first run of words in capitals: what reads as shouting, and loses the shapes words are known by.
  private func capitals(in text: String, least: Int = 4) -> String? {
    var run: [Substring] = []
    var letters = 0
    for word in text.split(whereSeparator: \.isWhitespace) + [text.suffix(0)] {
      let isCapital = word.contains(where: \.isUppercase) && !word.contains(where: \.isLowercase)
      if isCapital {
        run.append(word)
        letters += word.count(where: \.isLetter)
      } else if run.count >= least, letters >= 3 * run.count {
        return run.joined(separator: " ")
      } else {
        run = []
        letters = 0
      }
    }
    return nil
  }

  private static let colours = [
    "red", "green", "blue", "yellow", "orange", "purple", "pink", "grey", "gray", "amber",
  ]
  private static let things = [
    "text", "line", "lines", "bar", "bars", "area", "areas", "column", "columns", "cells", "cell", "shading",
    "box",
    "boxes", "dots", "section", "sections", "button", "items", "rows",
  ]

  /// `shown in red`, `the green bars`: what those who see no colours cannot find.
  private func colour(in text: String) -> String? {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    for index in words.indices where Self.colours.contains(words[index]) {
      let before = index > 1 ? words[index - 2...index - 1].joined(separator: " ") : ""
      for verb in [
        "shown in", "marked in", "highlighted in", "shaded in", "coloured in", "colored in", "printed in",
      ]
      where before == verb { return "\(verb) \(words[index])" }
      if index > 0, words[index - 1] == "the", index + 1 < words.count, Self.things.contains(words[index + 1])
      {
        return "the \(words[index]) \(words[index + 1])"
      }
    }
    return nil
  }

  private mutating func noteAcronyms(in text: String, _ range: SourceRange?) {
    // Where everything is in capitals no word stands out.
    guard text.contains(where: \.isLowercase) else { return }
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let word = String(word)
      if Self.isAcronym(word), explained.insert(word).inserted, !isEmphasis(word) {
        unexplained.append((word, range))
      }
    }
  }
}

extension String {
  /// The sentences, as the segmenter of speech finds them.
  fileprivate var sentences: [Substring] { SentenceSegmenter(language: "en").sentences(in: self) }
}
