import Linguistics

/// Finds hard words among tokens, and what they mean.
final class HardWordFinder {
  /// A hard word.
  struct Found {
    /// What it is remembered by.
    var key: String
    /// As it is written.
    var text: String
    /// What it means; nil when nobody has said.
    var word: ExplainedWord?
    /// What the glossary says of it, when it may mean something else here.
    var proposal: String?
  }

  private struct Phrase {
    var words: [String]
    /// Nil for words the author keeps, which need no explanation.
    var word: ExplainedWord?
  }

  private var phrases: [String: [Phrase]] = [:]
  private var own: [String: ExplainedWord] = [:]
  private let acronyms: [String: String]
  /// What tells whether a word is hard, but for capitals.
  private struct Seen: Hashable {
    var lowered: String
    var tag: Tag
  }

  private var known: [Seen: Bool] = [:]
  private let glossary = Glossary.english

  init(_ decisions: AuthorDecisions, _ terms: DocumentTerms) {
    acronyms = terms.acronyms
    for keep in decisions.keep.sorted() { add(keep, nil) }
    for (term, text) in decisions.definitions.sorted(by: { $0.key < $1.key }) {
      add(term, ExplainedWord(term: term, explanation: text, origin: .author))
    }
    for (term, text) in terms.definitions.sorted(by: { $0.key < $1.key }) where own[term.lowercased()] == nil
    {
      add(term, ExplainedWord(term: term, explanation: text, origin: .document))
    }
    for key in phrases.keys { phrases[key]?.sort { $0.words.count > $1.words.count } }
  }

  private func add(_ term: String, _ word: ExplainedWord?) {
    let words = term.lowercased().split { $0 == " " || $0 == "-" }.map(String.init)
    guard let first = words.first else { return }
    phrases[first, default: []].append(Phrase(words: words, word: word))
    if let word { own[term.lowercased()] = word }
  }

  /// The explanation of a word by what it is remembered by.
  func word(_ key: String) -> ExplainedWord? {
    if let word = own[key] { return word }
    return entries[key]
  }

  private lazy var entries: [String: ExplainedWord] = {
    var entries: [String: ExplainedWord] = [:]
    for entry in glossary.entries where entries[entry.term.lowercased()] == nil {
      entries[entry.term.lowercased()] = explained(entry)
    }
    return entries
  }()

  private func explained(_ entry: Glossary.Entry) -> ExplainedWord {
    ExplainedWord(term: entry.term, explanation: entry.explanation, origin: .glossary)
  }

  private static let bundled: [String: String] = {
    var sentences: [String: String] = [:]
    sentences.reserveCapacity(6000)
    for entry in Glossary.english.entries {
      for sentence in parted(entry.explanation) { sentences[sentence] = entry.term.lowercased() }
    }
    return sentences
  }()

  /// All sentences of explanations, each with what its word is remembered by.
  var sentences: [String: String] {
    var sentences = Self.bundled
    for (key, word) in own.sorted(by: { $0.key < $1.key }) {
      for sentence in Self.parted(word.explanation) { sentences[sentence] = key }
    }
    return sentences
  }

  /// The sentences of an explanation.
  static func parted(_ explanation: String) -> [String] {
    // Most are one sentence, and all of the glossary's are looked at when a draft is begun.
    var last: UInt8 = 0x20
    var isOne = true
    for byte in explanation.utf8 {
      if byte == 0x20, last == 0x20 || last == 0x2E || last == 0x3F { isOne = false }
      last = byte
    }
    if isOne, last != 0x20 { return [explanation] }
    var sentences: [String] = []
    var current = ""
    for word in explanation.split(separator: " ") {
      if !current.isEmpty, current.hasSuffix(".") || current.hasSuffix("?"), word.first?.isUppercase == true {
        sentences.append(current)
        current = ""
      }
      if !current.isEmpty { current += " " }
      current += word
    }
    if !current.isEmpty { sentences.append(current) }
    return sentences
  }

  /// The hard words of a line, in order.
  func words(in tokens: [Token]) -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < tokens.count {
      if let phrase = phrase(tokens, index) {
        if let word = phrase.word {
          found.append(Found(key: word.term.lowercased(), text: word.term, word: word))
        }
        index += phrase.words.count
        continue
      }
      if let match = glossary.match(in: tokens, at: index),
        match.count > 1 || isAcronym(tokens[index]) || isHard(tokens[index])
      {
        let entry = match.entry
        found.append(
          match.isCertain
            ? Found(key: entry.term.lowercased(), text: entry.term, word: explained(entry))
            : Found(key: entry.term.lowercased(), text: entry.term, proposal: entry.explanation))
        index += match.count
        continue
      }
      let token = tokens[index]
      if isAcronym(token) {
        if acronyms[token.text] == nil { found.append(Found(key: token.text, text: token.text)) }
      } else if isHard(token) {
        found.append(Found(key: token.lemma.lowercased(), text: token.text))
      }
      index += 1
    }
    return found
  }

  private func phrase(_ tokens: [Token], _ index: Int) -> Phrase? {
    guard !phrases.isEmpty else { return nil }
    let first = tokens[index]
    return standing(phrases[first.lowered], tokens, index)
      ?? (first.lemma == first.lowered ? nil : standing(phrases[first.lemma], tokens, index))
  }

  private func standing(_ candidates: [Phrase]?, _ tokens: [Token], _ index: Int) -> Phrase? {
    candidates?.first { phrase in
      index + phrase.words.count <= tokens.count
        && phrase.words.indices.allSatisfy {
          tokens[index + $0].lowered == phrase.words[$0]
            || tokens[index + $0].lemma.lowercased() == phrase.words[$0]
        }
    }
  }

  private func isHard(_ token: Token) -> Bool {
    guard token.tag.isContent, !token.tag.isName, token.text.hasFewCapitals else { return false }
    let seen = Seen(lowered: token.lowered, tag: token.tag)
    if let isHard = known[seen] { return isHard }
    let isHard = HardWords.isHard(token)
    known[seen] = isHard
    return isHard
  }

  /// Two capitals or more and nothing else.
  private func isAcronym(_ token: Token) -> Bool {
    (2...6).contains(token.text.utf8.count) && token.text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      && RomanNumeralRule.value(of: token.text) == nil
  }
}

extension String {
  /// Whether it has one capital at most: words with more are letters for words, and have rules of their own.
  fileprivate var hasFewCapitals: Bool { utf8.count { (0x41...0x5A).contains($0) } < 2 }
}
