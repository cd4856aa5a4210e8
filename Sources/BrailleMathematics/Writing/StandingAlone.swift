/// Letters that would be read as a word if nothing said they are letters (RUEB 2.6, 5.7).
struct StandingAlone {
  let tokens: [Token]

  /// Whether the letter at `index` begins letters that stand alone and could be read as a word.
  func needsIndicator(at index: Int) -> Bool {
    guard isLetter(index), index == 0 || !isLetter(index - 1) else { return false }
    var end = index
    while end < tokens.count, isLetter(end) { end += 1 }
    guard isFree(before: index), isFree(after: end) else { return false }
    let cells = tokens[index..<end].flatMap(\.cells)
    if cells.count == 1 { return !Self.words.contains(cells) }
    return Self.shortforms.contains(cells)
  }

  /// Whether only one letter follows the place of an indicator.
  func isOneLetter(at index: Int) -> Bool {
    isLetter(index) && (index + 1 == tokens.count || !isLetter(index + 1))
  }

  private func isLetter(_ index: Int) -> Bool {
    if case .letter = tokens[index].kind { true } else { false }
  }

  private func isFree(before index: Int) -> Bool {
    var index = index - 1
    while index >= 0 {
      switch tokens[index].kind {
      case .open, .typeform: index -= 1
      case .blank, .rowEnd: return true
      case .number, .letter, .word, .grade1Sign, .sign, .close, .punctuation, .ending: return false
      }
    }
    return true
  }

  private func isFree(after end: Int) -> Bool {
    var index = end
    while index < tokens.count {
      switch tokens[index].kind {
      case .close, .punctuation, .ending: index += 1
      case .blank, .rowEnd: return true
      case .number, .letter, .word, .grade1Sign, .sign, .open, .typeform: return false
      }
    }
    return true
  }

  /// Letters that are no wordsign: a, i and o (RUEB 5.7.1).
  private static let words = Set(["a", "i", "o"].map(cells))

  /// Shortforms made of plain letters (RUEB 10.9).
  private static let shortforms = Set(
    """
    ab abv ac acr af afn afw ag al alm alr alt alw bl brl cd dcl ei fr gd grt herf hm hmf imm ll lr mch mst
    myf nec nei onef pd qk sd td tgr tm tn wd xf xs yr yrf
    """.split(whereSeparator: \.isWhitespace).map(cells))

  private static func cells(_ letters: some StringProtocol) -> [UInt8] {
    letters.unicodeScalars.compactMap(Cell.letter)
  }
}
