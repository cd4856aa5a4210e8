internal import Diagnostics

extension Normaliser {
  /// A superscript digit UEB's tables know, standing for all raised and lowered characters.
  static let raisedStandIn = (character: UInt32(0xB2), cells: [UInt8]([0x30, 0x14, 0x3C, 0x03]))
  private static let numeric: UInt8 = 0x3C

  /// Writes the superscripts or subscripts that begin at `start` as one item behind the superscript
  /// or subscript indicator (Guidelines for Technical Material 7): a number or a letter as it is,
  /// anything longer in braille grouping signs. Returns `start` when there is none it can write.
  mutating func raised(
    from start: Int, before limit: Int, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) -> Int {
    guard let position = CanonicalForm.position(source.scalars[start]) else { return start }
    var items: [UInt32] = []
    var end = start
    while end < limit, CanonicalForm.position(source.scalars[end]) == position,
      let item = Self.item(source.scalars[end])
    {
      items.append(item)
      end += 1
    }
    guard end > start else { return start }
    var cells: [UInt8] = []
    var inNumber = false
    for item in items {
      if ScalarKinds.isDigit(item) {
        if !inNumber { cells.append(Self.numeric) }
        cells.append(item == 0x30 ? CodeRules.letters[9] : CodeRules.letters[Int(item - 0x31)])
      } else {
        cells += Self.cells(of: item)
      }
      inNumber = ScalarKinds.isDigit(item)
    }
    let simple = items.count == 1 || items.allSatisfy(ScalarKinds.isDigit)
    if !simple { cells = [0x23] + cells + [0x1C] }
    cells = [CodeRules.grade1, position == .superscript ? 0x14 : 0x22] + cells
    if inNumber, simple, end < source.scalars.count, (0x61...0x6A).contains(source.scalars[end]) {
      cells.append(CodeRules.grade1)  // the letter is not one more digit
    }
    try nameUnnamed(before: start, &repertoire)
    print.patches.append(
      .init(index: print.characters.count, find: Self.raisedStandIn.cells, replace: cells))
    print.append(Self.raisedStandIn.character, origin: start)
    return end
  }

  /// Writes a raised or lowered capital that a capital follows on the line (the H of AᴴA) in braille
  /// grouping signs: liblouis would put one capitals word indicator before both, after which the
  /// raised item reads as both letters. False when no such thing stands at `offset`.
  mutating func groupedCapital(
    at offset: Int, before limit: Int, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) -> Bool {
    let scalars = source.scalars
    guard rules.isUEB, offset + 3 < limit, scalars[offset] == 0x2830,
      [0x2814, 0x2822].contains(scalars[offset + 1]), scalars[offset + 2] &- 0x41 < 26,
      ScalarKinds.isCapital(scalars[offset + 3])
    else { return false }
    try nameUnnamed(before: offset, &repertoire)
    for place in offset...offset + 2 {
      if place == offset + 2 { print.append(0x2823, origin: place) }
      print.append(scalars[place], origin: place)
    }
    print.append(0x281C, origin: offset + 2)
    return true
  }

  /// What stands raised or lowered, when it is one character we have cells for.
  private static func item(_ scalar: UInt32) -> UInt32? {
    let parts = CanonicalForm.compatible([scalar])
    guard parts.count == 1 else { return nil }
    switch parts[0] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2212, 0x3D, 0x28, 0x29: return parts[0]
    default: return nil
    }
  }

  private static func cells(of item: UInt32) -> [UInt8] {
    switch item {
    case 0x2B: [0x10, 0x16]
    case 0x2D, 0x2212: [0x10, 0x24]
    case 0x3D: [0x10, 0x36]
    case 0x28: [0x10, 0x23]
    case 0x29: [0x10, 0x1C]
    case 0x41...0x5A: [0x20, CodeRules.letters[Int(item - 0x41)]]
    default: [CodeRules.letters[Int(item - 0x61)]]
    }
  }
}
