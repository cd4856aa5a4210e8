internal import BrailleTranslation
internal import Tables

/// The signs of mathematics UEB has, from `Tables/mathematics/signs.tsv`.
struct SignTable: Sendable {
  static let shared = SignTable(Tables.mathematicsSigns)

  /// How a sign behaves beside others; the table's words.
  enum Kind: String, Sendable {
    case relation
    case operation
    case big
    case open
    case close
    case punctuation
    case shape
    case plain
    case greek
  }

  /// Cells of a sign, cut where grade 1 mode must be in force: those cells mean something else in
  /// contracted braille.
  struct Part: Sendable {
    var needsGrade1: Bool
    var cells: [UInt8]
  }

  /// One sign.
  struct Entry: Sendable {
    var kind: Kind
    var parts: [Part]
  }

  private(set) var entries: [Unicode.Scalar: Entry] = [:]
  /// Lines that say nothing this reader understands, for the test of the table.
  private(set) var faults: [String] = []

  /// Signs that several characters make.
  let joined: [String: String] = [
    "::": "∷", ":=": "≔", "<=": "≤", ">=": "≥", "!=": "≠", "->": "→", "'": "′", "''": "″", "'''": "‴",
    "||": "‖", "...": "…", "<->": "↔", "=>": "⇒", "⇌": "⇌",
  ]

  init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 4, let kind = Kind(rawValue: String(fields[0])),
        let scalar = UInt32(fields[1], radix: 16).flatMap(Unicode.Scalar.init),
        let parts = Self.parts(fields[2])
      else {
        faults.append(String(line))
        continue
      }
      entries[scalar] = Entry(kind: kind, parts: parts)
    }
  }

  /// Reads `236-g12456-5-2356`.
  private static func parts(_ text: Substring) -> [Part]? {
    var parts: [Part] = []
    for cell in text.split(separator: "-", omittingEmptySubsequences: false) {
      let needsGrade1 = cell.hasPrefix("g")
      guard let cells = Dots.cells(needsGrade1 ? cell.dropFirst() : cell) else { return nil }
      if needsGrade1 || parts.isEmpty {
        parts.append(Part(needsGrade1: needsGrade1, cells: cells))
      } else {
        parts[parts.count - 1].cells += cells
      }
    }
    return parts
  }

  /// The sign, when it is one character that UEB has a sign for.
  subscript(sign sign: String) -> Entry? {
    guard let scalar = sign.unicodeScalars.first, sign.unicodeScalars.count == 1 else { return nil }
    return entries[scalar]
  }
}
