/// What of a code's rules the steps around liblouis need to know.
struct CodeRules: Sendable {
  /// Whether the steps that follow the Rules of Unified English Braille apply.
  var isUEB: Bool
  /// Cells that begin and end a transcriber's note.
  var noteSigns: NoteSigns
  /// UEB modifiers by combining mark, with those defined for this document.
  var modifiers: [UInt32: [UInt8]]
  /// Which quotation marks print uses outermost.
  var quotation: QuotationStyle

  struct NoteSigns: Sendable {
    var open: [UInt8]
    var close: [UInt8]
  }

  /// The cells of `a` to `z`.
  static let letters: [UInt8] = [
    0x01, 0x03, 0x09, 0x19, 0x11, 0x0B, 0x1B, 0x13, 0x0A, 0x1A, 0x05, 0x07, 0x0D, 0x1D, 0x15, 0x0F, 0x1F,
    0x17, 0x0E, 0x1E, 0x25, 0x27, 0x3A, 0x2D, 0x3D, 0x35,
  ]
  /// The cells every code has for a letter or digit, capitals not marked; nil for other characters.
  static func plainCells(of scalar: UInt32, after previous: UInt32) -> [UInt8]? {
    if ScalarKinds.isASCIILetter(scalar) { return [letters[Int((scalar | 0x20) - 0x61)]] }
    guard ScalarKinds.isDigit(scalar) else { return nil }
    let digit = letters[scalar == 0x30 ? 9 : Int(scalar - 0x31)]
    return ScalarKinds.isDigit(previous) ? [digit] : [0x3C, digit]
  }

  /// The grade 1 symbol indicator, dots 56 (RUEB 5.2), which also says that a letter is no digit.
  static let grade1: UInt8 = 0x30
}
