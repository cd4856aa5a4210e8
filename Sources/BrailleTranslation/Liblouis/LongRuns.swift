/// Cuts text with very long runs of characters between blanks, on its way to liblouis.
///
/// liblouis looks back and ahead over such a run at every character of it and calls itself on the
/// way, so 50,000 signs without a blank take half a minute or overflow the stack. No word of any
/// language comes near the limit; what does is code, data and attacks.
enum LongRuns {
  /// The longest run that liblouis is given whole.
  static let limit = 1_000
  /// How far before the limit a good place to cut is looked for.
  private static let reach = 200

  /// The ranges to translate one by one; nil when the text can go in one call.
  static func pieces(of text: [UInt32]) -> [Range<Int>]? {
    guard text.count > limit else { return nil }
    var pieces: [Range<Int>] = []
    var pieceStart = 0
    var runStart = 0
    for (index, character) in text.enumerated() {
      if ScalarKinds.isBlank(character) {
        runStart = index + 1
      } else if index - runStart >= limit {
        let cut = place(in: text, from: index - reach, to: index)
        pieces.append(pieceStart..<cut)
        pieceStart = cut
        runStart = cut
      }
    }
    guard !pieces.isEmpty else { return nil }
    pieces.append(pieceStart..<text.count)
    return pieces
  }

  /// The best place to cut: between two signs or two letters of one case, where no indicator says
  /// something of both sides; never after a digit, which would leave a letter to be read as one.
  private static func place(in text: [UInt32], from start: Int, to end: Int) -> Int {
    for index in stride(from: end, to: start, by: -1) where kind(text[index]) == kind(text[index - 1]) {
      if kind(text[index]) == .sign || kind(text[index]) == .smallLetter { return index }
    }
    for index in stride(from: end, to: start, by: -1) where kind(text[index - 1]) != .digit { return index }
    return end
  }

  private enum Kind { case digit, smallLetter, otherLetter, sign }

  private static func kind(_ character: UInt32) -> Kind {
    switch character {
    case 0x30...0x39: .digit
    case 0x61...0x7A: .smallLetter
    case 0x41...0x5A, 0x80...: .otherLetter
    default: .sign
    }
  }
}
