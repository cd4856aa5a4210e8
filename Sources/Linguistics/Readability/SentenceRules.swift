/// The rules that a sentence can break by itself.
struct SentenceRules {
  private let sentence: TaggedSentence
  private let tokens: [Token]
  private let passage: Int
  private let place: Int
  private(set) var findings: [ReadabilityFinding] = []

  init(_ sentence: TaggedSentence, passage: Int, place: Int) {
    self.sentence = sentence
    tokens = sentence.tokens
    self.passage = passage
    self.place = place
  }

  private mutating func find(
    _ rule: ReadabilityRule, at indices: Range<Int>? = nil, count: Int = 1, words: String? = nil
  ) {
    findings.append(
      ReadabilityFinding(
        rule, passage: passage, sentence: place, range: indices.map(sentence.range),
        words: words ?? indices.map(sentence.text) ?? "", count: count))
  }

  // MARK: Sentences

  mutating func lookAtLength(_ mostWords: Int) {
    let words = sentence.wordCount
    if let rule = ReadabilityRule.ofLength(words, mostWords: mostWords) { find(rule, count: words) }
  }

  mutating func lookAtClauses() {
    let clauses = sentence.finiteClauses
    if clauses > 1 { find(.severalClauses, count: clauses) }
    let commas = tokens.indices.count { tokens[$0].text == "," }
    if let list = list() {
      find(.listInSentence, at: list.tokens, count: list.parts)
    } else if commas > 2 {
      find(.commas, count: commas)
    }
    for passive in Passives.find(in: sentence) {
      find(.passive, at: min(passive.auxiliary, passive.participle)..<passive.participle + 1)
    }
    let negators = MeaningWords.english.all(.negator, in: tokens).filter { $0.entry.note != "weak" }
    if let first = negators.first {
      find(.negation, at: first.tokens, count: negators.count)
    }
    for group in VerbGroup.find(in: tokens) where isRareForm(group) { find(.verbForm, at: group.tokens) }
  }

  /// would have done, had been doing, having done.
  private func isRareForm(_ group: VerbGroup) -> Bool {
    let parts = group.tokens.filter { !tokens[$0].tag.isAdverb }.map { tokens[$0] }
    guard parts.count > 1 else { return false }
    if parts[0].tag == .md, parts.count > 2, parts[1].lemma == "have" { return true }
    return parts[0].lemma == "have" && (parts[0].tag == .vbd || parts[0].tag == .vbg) && parts[1].tag == .vbn
  }

  /// Five things or more with commas between them and *and* or *or* before the last.
  private func list() -> (tokens: Range<Int>, parts: Int)? {
    guard
      let last = tokens.indices.last(where: {
        ["and", "or"].contains(tokens[$0].lowered) && tokens[$0].tag == .cc
      })
    else { return nil }
    var commas: [Int] = []
    var index = last - 1
    var gap = 0
    while index > 0, gap < 7 {
      if tokens[index].text == "," {
        commas.append(index)
        gap = 0
      } else if tokens[index].tag.isFinite || tokens[index].tag == .colon {
        break
      } else {
        gap += 1
      }
      index -= 1
    }
    let parts = commas.count + (commas.first == last - 1 ? 1 : 2)
    guard parts >= 5, let first = commas.last else { return nil }
    return (max(first - 1, 0)..<min(last + 2, tokens.count), parts)
  }

  mutating func lookAtPronouns(_ passage: Passage, _ place: Int) {
    for (index, token) in tokens.enumerated() {
      let isPronoun = token.tag == .prp && ["it", "they", "them"].contains(token.lowered)
      let isBare =
        token.tag == .dt && ["this", "these", "that", "those"].contains(token.lowered)
        && index + 1 < tokens.count && (tokens[index + 1].tag.isFinite || tokens[index + 1].tag.isPunctuation)
      guard isPronoun || isBare else { continue }
      // "it is raining" and "it is important that" stand for nothing; a noun earlier in the sentence will do.
      let isEmpty =
        token.lowered == "it" && index + 2 < tokens.count && tokens[index + 1].lemma == "be"
        && (tokens[index + 2].tag.isAdjective || tokens[index + 2].tag.isAdverb)
      let hasNoun = tokens[..<index].contains { $0.tag.isNoun }
      if !isEmpty, !hasNoun, place == 0 || token.lowered != "they" && token.lowered != "it" || index > 0 {
        find(.pronoun, at: index..<index + 1)
      }
    }
  }

  mutating func lookAtMarks() {
    for (index, token) in tokens.enumerated() {
      let isInside = index > 0 && index + 1 < tokens.count
      switch token.text {
      case ";", "&", "/", "(", "[": find(.mark, at: index..<index + 1)
      case ":" where isInside: find(.mark, at: index..<index + 1)
      case "—" where isInside,
        "–" where isInside && !(tokens[index - 1].tag == .cd && tokens[index + 1].tag == .cd):
        find(.mark, at: index..<index + 1)
      default: break
      }
    }
  }

  // MARK: Words

  mutating func lookAtWords() {
    var made: [Int] = []
    for index in tokens.indices {
      if let (entry, count) = ShortForms.english.match(in: tokens, at: index) {
        switch entry.kind {
        case .latin: find(.latin, at: index..<index + count)
        case .contraction: find(.contraction, at: index..<index + count)
        case .short: break
        }
      }
      if let entry = Nominalisations.entry(for: tokens[index]), entry.note.isEmpty { made.append(index) }
    }
    if made.count > 2 {
      find(.nominalisations, count: made.count, words: made.map { tokens[$0].text }.joined(separator: ", "))
    }
  }

  // MARK: Numbers

  mutating func lookAtNumbers() {
    for (index, token) in tokens.enumerated() {
      if let (entry, count) = MeaningWords.english.match(.number, in: tokens, at: index), token.tag == .cd,
        entry.value != "1"
      {
        find(.numberInWords, at: index..<index + count)
      }
      let digits = token.text.filter(\.isNumber)
      if token.text == "%" || ["percent", "per"].contains(token.lowered) && isPercent(index) {
        find(.bigNumber, at: max(0, index - 1)..<index + (token.lowered == "per" ? 2 : 1))
      } else if digits.count > 6, token.tag == .cd, token.text.allSatisfy({ $0.isNumber || $0 == "," }) {
        find(.bigNumber, at: index..<index + 1)
      }
      if isDateInFigures(token.text) { find(.dateInFigures, at: index..<index + 1) }
      if index > 0, index + 1 < tokens.count, ["-", "–"].contains(token.text), isNumber(tokens[index - 1]),
        isNumber(tokens[index + 1])
      {
        find(.dateInFigures, at: index - 1..<index + 2)
      }
      if Roman.isNumeral(token.text) { find(.romanNumeral, at: index..<index + 1) }
    }
  }

  private func isNumber(_ token: Token) -> Bool { token.text.first?.isNumber == true }

  private func isPercent(_ index: Int) -> Bool {
    tokens[index].lowered == "percent" || index + 1 < tokens.count && tokens[index + 1].lowered == "cent"
  }

  /// 03/04/2025, 2025-04-03.
  private func isDateInFigures(_ text: String) -> Bool {
    let parts = text.split(whereSeparator: { $0 == "/" || $0 == "-" || $0 == "." })
    guard parts.count == 3, text.contains("/") || text.contains("-") || parts[2].count == 4 else {
      return false
    }
    return parts.allSatisfy { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } && (part.count <= 2 || part.count == 4)
    }
  }
}
