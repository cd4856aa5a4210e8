/// What a look at a text has found so far.
struct ReadabilityState {
  var findings: [ReadabilityFinding] = []
  /// Letters the text itself explains: `CQC` of *the Care Quality Commission (CQC)*.
  private var explained: Set<String>
  private var hardSeen: Set<String> = []
  private var lettersSeen: Set<String> = []
  private var lemmas: [String: Bool] = [:]
  private var hasReader = false

  init(_ passages: [Passage]) {
    explained = []
    for passage in passages {
      for sentence in passage.sentences { Self.addExplained(in: sentence, to: &explained) }
    }
  }

  /// Letters in brackets after words, or before words in brackets.
  private static func addExplained(in sentence: TaggedSentence, to found: inout Set<String>) {
    let tokens = sentence.tokens
    for index in tokens.indices where Letters.isAcronym(tokens[index]) {
      let isInside = index > 1 && tokens[index - 1].text == "(" && tokens[index - 2].isWord
      let isBefore = index + 2 < tokens.count && tokens[index + 1].text == "(" && tokens[index + 2].isWord
      let isMeant = index + 1 < tokens.count && ["means", "is", "stands"].contains(tokens[index + 1].lowered)
      if isInside || isBefore || isMeant { found.insert(tokens[index].text) }
    }
  }

  mutating func look(at passage: Passage, _ number: Int, mostWords: Int) {
    for (place, sentence) in passage.sentences.enumerated() {
      var rules = SentenceRules(sentence, passage: number, place: place)
      if passage.kind != .label {
        rules.lookAtLength(mostWords)
        rules.lookAtClauses()
        rules.lookAtPronouns(passage, place)
        rules.lookAtMarks()
      }
      rules.lookAtWords()
      rules.lookAtNumbers()
      findings += rules.findings
      lookAtHardWords(sentence, number, place)
      lookAtLetters(sentence, number, place)
      for token in sentence.tokens {
        lemmas[token.lemma.lowercased()] = true
        if token.lowered == "you" || token.lowered == "your" { hasReader = true }
      }
    }
    guard passage.kind == .prose else { return }
    let words = passage.sentences.reduce(0) { $0 + $1.wordCount }
    if passage.sentences.count > 3 || words > 60 {
      findings.append(
        ReadabilityFinding(.longParagraph, passage: number, words: "\(words)", count: passage.sentences.count)
      )
    }
  }

  /// Each hard word, where it is first met, unless the sentence itself or the next says what it means.
  private mutating func lookAtHardWords(_ sentence: TaggedSentence, _ number: Int, _ place: Int) {
    for (index, token) in sentence.tokens.enumerated() where HardWords.isHard(token) {
      let isExplained =
        index + 1 < sentence.tokens.count && ["means", "mean"].contains(sentence.tokens[index + 1].lowered)
      if hardSeen.insert(token.lemma).inserted, !isExplained {
        findings.append(
          ReadabilityFinding(
            .hardWord, passage: number, sentence: place, range: token.range, words: token.text))
      }
    }
  }

  private mutating func lookAtLetters(_ sentence: TaggedSentence, _ number: Int, _ place: Int) {
    for token in sentence.tokens where Letters.isAcronym(token) && !explained.contains(token.text) {
      if lettersSeen.insert(token.text).inserted {
        findings.append(
          ReadabilityFinding(
            .letters, passage: number, sentence: place, range: token.range, words: token.text))
      }
    }
  }

  /// What is about the text as a whole.
  func findingsOfTheWhole(_ scores: ReadabilityScores) -> [ReadabilityFinding] {
    var found: [ReadabilityFinding] = []
    for entry in PlainWords.english.entries where entry.risk != .suggested && !entry.word.contains(" ") {
      if lemmas[entry.word] == true, lemmas[entry.plain] == true {
        found.append(ReadabilityFinding(.twoWords, words: "\(entry.word) and \(entry.plain)"))
      }
    }
    if !hasReader, scores.sentences > 3 { found.append(ReadabilityFinding(.noReader)) }
    if scores.words > 1000 { found.append(ReadabilityFinding(.longText, count: scores.words)) }
    if let grade = scores.grade, grade > 6.05, scores.sentences > 3 {
      found.append(ReadabilityFinding(.grade, count: Int((grade * 10).rounded())))
    }
    return found
  }
}

/// Words made of first letters.
enum Letters {
  /// Whether a token is letters for words: BBC, NHS, and not UK-wide words in capitals or Roman numerals.
  static func isAcronym(_ token: Token) -> Bool {
    let text = token.text
    guard (2...6).contains(text.utf8.count), token.tag.isNoun || token.tag.isAdjective else { return false }
    let capitals = text.utf8.count { (0x41...0x5A).contains($0) }
    guard capitals >= 2, capitals * 2 > text.utf8.count, text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x2E })
    else { return false }
    return !known.contains(text) && !Roman.isNumeral(text)
  }

  /// Letters everybody knows better than the words.
  private static let known: Set<String> = [
    "UK", "TV", "BBC", "OK", "DVD", "CD", "PC", "ID", "USA", "US", "EU", "NHS", "GP", "MP", "PDF", "AM", "PM",
  ]
}

/// Roman numerals.
enum Roman {
  /// Whether a text is a numeral of two letters or more: `IV`, and not `MIX` or `CD`.
  static func isNumeral(_ text: String) -> Bool {
    guard text.utf8.count >= 2, text.utf8.allSatisfy({ "IVX".utf8.contains($0) }) else { return false }
    return [
      "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII",
      "XIX", "XX", "XXI",
    ].contains(text)
  }
}
