/// A sign of the formula on its way to cells: what its neighbours must know of it before grade 1
/// indicators, capitals and blanks can be settled.
struct Token {
  var kind: Kind
  /// What the sign is written with, but for indicators that depend on its neighbours.
  var cells: [UInt8] = []
  /// Capital indicators, settled by ``Capitals``.
  var before: [UInt8] = []
  /// A capitals terminator.
  var after: [UInt8] = []
  /// Whether a line may end before the sign, and how readily.
  var breakBefore = BreakBefore.never
  /// Which script it stands in, each having its number; letters of two are not side by side.
  var script = 0
  /// Where in a matrix it stands; nil outside of one.
  var place: MatrixPlace?

  init(_ kind: Kind, _ cells: [UInt8] = []) {
    self.kind = kind
    self.cells = cells
  }

  /// What a token is, as far as others care.
  enum Kind: Hashable {
    case blank
    /// The end of a row of a table.
    case rowEnd
    /// A number, without its numeric indicator; `goesOn` when it goes on with the number before.
    case number(goesOn: Bool)
    /// A Latin letter, small or capital. `isMarked` when a mark over or under belongs to it
    /// alone, so that no capitals word may run up to it; `isElement` for a symbol of chemistry.
    case letter(isCapital: Bool, isMarked: Bool, isElement: Bool)
    /// A name or word, contracted where grade 2 is in force.
    case word(String)
    /// A sign that may mean something else in grade 2.
    case grade1Sign
    /// A sign that means the same in both.
    case sign
    /// A bracket, which a letter may stand alone in.
    case open, close
    /// Punctuation, which a letter may stand alone before.
    case punctuation
    /// An indicator of a typeform, which belongs to what follows.
    case typeform
    /// What ends a shape or a typeform, which falls away before a blank and at the end.
    case ending
  }

  enum BreakBefore {
    case never
    /// Before a sign of operation.
    case operation
    /// Before a sign of operation in brackets, a fraction or a root.
    case nestedOperation
    /// Before a sign of comparison, and after punctuation: where formulas are divided best.
    case readily
    /// After a sign of comparison.
    case reluctantly
  }

  var isBlank: Bool { kind == .blank || kind == .rowEnd }
}

/// Where in a matrix a token stands.
struct MatrixPlace: Hashable {
  /// Which of the formula's matrices, from 0.
  var matrix: Int
  var row: Int
  /// From 0; -1 is the bracket before the row, `Int.max` the one after it.
  var column: Int
}

/// Cells of UEB technical notation (GTM 1 to 16), by what they do.
enum Cell {
  static let blank: UInt8 = 0
  static let capital: UInt8 = 0x20
  static let terminator: UInt8 = 0x04
  static let grade1: UInt8 = 0x30
  static let numeric: UInt8 = 0x3C
  static let raised: [UInt8] = [0x14]
  static let lowered: [UInt8] = [0x22]
  static let over: [UInt8] = [0x28, 0x14]
  static let under: [UInt8] = [0x28, 0x22]
  static let groupOpen: [UInt8] = [0x23]
  static let groupClose: [UInt8] = [0x1C]
  static let fractionOpen: [UInt8] = [0x37]
  static let fractionLine: [UInt8] = [0x28, 0x0C]
  static let fractionClose: [UInt8] = [0x3E]
  static let simpleFractionLine: UInt8 = 0x0C
  static let stroke: [UInt8] = [0x38, 0x0C]
  static let rootOpen: [UInt8] = [0x29]
  static let rootClose: [UInt8] = [0x2C]
  static let omission: [UInt8] = [0x2C]
  /// With its grade 1 indicator in whatever mode, as the guidelines show it.
  static let verticalJuxtaposition: [UInt8] = [0x30, 0x3B]
  static let shapeEnd: [UInt8] = [0x31]
  static let square: [UInt8] = [0x2B, 0x3C, 0x19]
  static let circle: [UInt8] = [0x2B, 0x3F]
  static let interior: [UInt8] = [0x2A]
  static let cancelled: [UInt8] = [0x08, 0x31]

  /// The cells of the letters a to z.
  static let letters: [UInt8] = [
    0x01, 0x03, 0x09, 0x19, 0x11, 0x0B, 0x1B, 0x13, 0x0A, 0x1A, 0x05, 0x07, 0x0D, 0x1D, 0x15, 0x0F, 0x1F,
    0x17, 0x0E, 0x1E, 0x25, 0x27, 0x3A, 0x2D, 0x3D, 0x35,
  ]

  /// The letters a to j, which are digits after a numeric indicator.
  static func isDigit(_ cell: UInt8) -> Bool { letters[..<10].contains(cell) }

  /// The cell of an ASCII letter.
  static func letter(_ scalar: Unicode.Scalar) -> UInt8? {
    let value = scalar.value | 0x20
    return (0x61...0x7A).contains(value) ? letters[Int(value) - 0x61] : nil
  }

  /// The cell of a digit.
  static func digit(_ value: Int) -> UInt8 { letters[value == 0 ? 9 : value - 1] }
}
