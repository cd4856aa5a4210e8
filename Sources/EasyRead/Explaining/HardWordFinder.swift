import Linguistics

/// Finds hard words among tokens, and what they mean.
final class HardWordFinder {
  /// A hard word.
  struct Found {
    /// What it is remembered by.
    var key: String
    /// As it is shown: as it is written, or as its explanation has it.
    var text: String
    /// Its first word as it is written, in small letters.
    var written: String
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
  private var memory = Glossary.Memory()

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

  /// The sentences that explain a word.
  var sentences: ExplainingSentences { ExplainingSentences(own, glossary) }

  /// The hard words of a line, in order.
  func words(in tokens: [Token]) -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < tokens.count {
      if let phrase = phrase(tokens, index) {
        if let word = phrase.word {
          found.append(
            Found(key: word.term.lowercased(), text: word.term, written: tokens[index].lowered, word: word))
        }
        index += phrase.words.count
        continue
      }
      if let match = glossary.match(in: tokens, at: index, &memory),
        match.count > 1 || isAcronym(tokens[index]) || isHard(tokens[index])
      {
        let entry = match.entry
        let written = tokens[index].lowered
        found.append(
          match.isCertain
            ? Found(key: entry.term.lowercased(), text: entry.term, written: written, word: explained(entry))
            : Found(
              key: entry.term.lowercased(), text: entry.term, written: written, proposal: entry.explanation))
        index += match.count
        continue
      }
      let token = tokens[index]
      if isAcronym(token) {
        if acronyms[token.text] == nil {
          found.append(Found(key: token.text, text: token.text, written: token.lowered))
        }
      } else if isHard(token) {
        found.append(Found(key: token.lemma.lowercased(), text: token.text, written: token.lowered))
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
