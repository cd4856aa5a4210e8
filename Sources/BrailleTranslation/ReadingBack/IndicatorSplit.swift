/// Takes the UEB indicators out of a word that liblouis does not read back: emphasis (RUEB 9),
/// transcriber's notes (RUEB 3.27), raised and lowered items (RUEB 3.24).
struct IndicatorSplit {
  private let cells: [UInt8]
  private var parts: [BraillePage.Part] = []
  private var rest: [UInt8] = []
  private(set) var emphasisIndicators = 0

  /// The cells of the digits 1 to 9 and 0.
  static let digits = Array(CodeRules.letters[..<10])

  init(_ cells: [UInt8]) { self.cells = cells }

  mutating func run() -> [BraillePage.Part] {
    split(cells[...])
    flush()
    return parts
  }

  private mutating func split(_ cells: ArraySlice<UInt8>) {
    var index = cells.startIndex
    while index < cells.endIndex {
      let tail = cells[index...]
      if tail.starts(with: [0x08, 0x28, 0x23]) {
        known("⟦")
        index += 3
      } else if tail.starts(with: [0x08, 0x28, 0x1C]) {
        known("⟧")
        index += 3
      } else if tail.starts(with: [0x30, 0x14]) || tail.starts(with: [0x30, 0x22]) {
        index = raised(tail.dropFirst(2), isLowered: tail[index + 1] == 0x22)
      } else if tail.count > 2, tail.starts(with: [0x18, 0x38]), Self.modifierEnds.contains(tail[index + 2]) {
        // What it stands for is told in a note somewhere; the sign is shown as it is.
        known(BraillePage.patterns(Array(tail.prefix(3))))
        index += 3
      } else if tail.count > 1, Self.emphasis.contains(tail[index]), Self.extents.contains(tail[index + 1]) {
        emphasisIndicators += 1
        index += 2
      } else {
        rest.append(cells[index])
        index += 1
      }
    }
  }

  private static let modifierEnds: [UInt8] = [0x02, 0x06, 0x24]
  /// Italics, bold and underlining.
  private static let emphasis: [UInt8] = [0x28, 0x18, 0x38]
  /// Symbol, word, passage and terminator.
  private static let extents: [UInt8] = [0x06, 0x02, 0x36, 0x04]

  private mutating func known(_ text: String) {
    flush()
    parts.append(.known(text))
  }

  private mutating func flush() {
    if !rest.isEmpty { parts.append(.cells(rest)) }
    rest = []
  }

  /// Reads the item a level change indicator says something of, and returns the index after it.
  private mutating func raised(_ cells: ArraySlice<UInt8>, isLowered: Bool) -> Int {
    let item = Self.item(cells)
    if item.first == 0x3C {
      let list = Array((isLowered ? "₀₁₂₃₄₅₆₇₈₉" : "⁰¹²³⁴⁵⁶⁷⁸⁹").unicodeScalars)
      let figures = item.dropFirst().compactMap { Self.digits.firstIndex(of: $0) }.map { list[($0 + 1) % 10] }
      known(String(String.UnicodeScalarView(figures)))
    } else {
      known(isLowered ? "_" : "^")
      let isGrouped = item.first == 0x23 && item.last == 0x1C
      if isGrouped { known("{") }
      split(isGrouped ? item.dropFirst().dropLast() : item)
      flush()
      if isGrouped { known("}") }
    }
    // A grade 1 indicator after figures says that a letter is no digit.
    let isLetterSign = item.first == 0x3C && cells[item.endIndex...].first == 0x30
    return item.endIndex + (isLetterSign ? 1 : 0)
  }

  /// What braille grouping signs hold, a number, or one letter or sign (Guidelines for Technical
  /// Material 7.1).
  private static func item(_ cells: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = cells.startIndex
    if cells.first == 0x23 {
      var depth = 0
      while end < cells.endIndex {
        if cells[end] == 0x23 { depth += 1 }
        if cells[end] == 0x1C { depth -= 1 }
        end += 1
        if depth == 0 { break }
      }
    } else if cells.first == 0x3C {
      end += 1
      while end < cells.endIndex, digits.contains(cells[end]) { end += 1 }
    } else {
      while end < cells.endIndex, cells[end] == 0x20 || cells[end] == 0x30 || cells[end] == 0x10 { end += 1 }
      if end < cells.endIndex { end += 1 }
    }
    return cells[cells.startIndex..<end]
  }
}
