/// Which page of the print edition the text is on, and how many braille pages it has run over.
struct PrintPageState {
  /// The page in force; nil before the first that is known.
  private(set) var current: PrintPage?
  /// How many braille pages before this one already hold text of `current`.
  private(set) var continuation = 0

  mutating func turn(to page: PrintPage) {
    current = page
    continuation = 0
  }

  /// The braille page ended with `current` still in force.
  mutating func carryOver() { continuation += 1 }

  /// The number for the corner of a page that begins in this state: `#a` on the first braille page
  /// of print page 1, then `a#a`, `b#a` … `z#a`, `aa#a` (BANA Formats 1.11.5).
  var label: [UInt8] {
    guard let current, !current.cells.isEmpty else { return [] }
    return Self.letters(continuation) + current.cells
  }

  /// The same in print: `1`, then `a1`, `b1`.
  var labelPrint: String {
    guard let current else { return "" }
    guard continuation > 0, let a = "a".unicodeScalars.first,
      let letter = Unicode.Scalar(a.value + UInt32(Self.letter(continuation)))
    else { return current.number }
    return String(repeating: String(letter), count: Self.letterCount(continuation)) + current.number
  }

  private static func letters(_ count: Int) -> [UInt8] {
    guard count > 0 else { return [] }
    return Array(repeating: alphabet[letter(count)], count: letterCount(count))
  }

  /// Which letter of the alphabet stands before the number, from 0, and how many times.
  private static func letter(_ count: Int) -> Int { (count - 1) % alphabet.count }
  private static func letterCount(_ count: Int) -> Int { (count - 1) / alphabet.count + 1 }

  /// The dot patterns of a to z.
  private static let alphabet: [UInt8] = [
    0x01, 0x03, 0x09, 0x19, 0x11, 0x0B, 0x1B, 0x13, 0x0A, 0x1A, 0x05, 0x07, 0x0D,
    0x1D, 0x15, 0x0F, 0x1F, 0x17, 0x0E, 0x1E, 0x25, 0x27, 0x3A, 0x2D, 0x3D, 0x35,
  ]
}
