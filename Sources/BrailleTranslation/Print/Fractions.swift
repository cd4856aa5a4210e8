internal import Diagnostics

extension Normaliser {
  /// Writes digits, a fraction slash (U+2044) and digits as one number with the simple numeric fraction
  /// line, dots 34 (RUEB 6.4): such a slash says that print sets the figures above and below a line.
  /// Returns the offset after the fraction, and `offset` when there are no digits on both sides.
  mutating func fraction(
    at offset: Int, before limit: Int, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) -> Int {
    var start = print.characters.count
    while start > 0, ScalarKinds.isDigit(print.characters[start - 1]) { start -= 1 }
    var end = offset + 1
    while end < limit, ScalarKinds.isDigit(source.scalars[end]) { end += 1 }
    guard start < print.characters.count, end > offset + 1, unnamed.isEmpty,
      print.insertions.last.map({ $0.index <= start }) ?? true,
      print.patches.last.map({ $0.index < start }) ?? true
    else { return offset }
    let above = print.characters[start...].map(Self.digitCell)
    let below = source.scalars[(offset + 1)..<end].map(Self.digitCell)
    var cells = [Self.numericIndicator] + above + [0x0C] + below
    if end < source.scalars.count, (0x61...0x6A).contains(source.scalars[end]) {
      cells.append(CodeRules.grade1)  // the letter is not one more digit
    }
    let origin = Int(print.origins[start])
    print.characters.removeSubrange(start...)
    print.origins.removeSubrange(start...)
    print.patches.append(.init(index: start, find: Self.raisedStandIn.cells, replace: cells))
    print.append(Self.raisedStandIn.character, origin: origin)
    return end
  }

  private static let numericIndicator: UInt8 = 0x3C

  private static func digitCell(_ digit: UInt32) -> UInt8 {
    CodeRules.letters[digit == 0x30 ? 9 : Int(digit - 0x31)]
  }
}
