internal import Diagnostics

/// Which characters a table knows, found out by asking it once for each.
struct Repertoire: Sendable {
  /// What is known of a character.
  enum Verdict: UInt8 {
    case unasked = 0
    /// The table knows it and it needs no other care: it is copied as it stands.
    case plain
    /// The table knows it; normalisation has something to say about it.
    case known
    /// The table does not know it.
    case unknown
  }

  let tables: String
  /// Whether every printable ASCII character is known; true of most tables.
  private(set) var knowsASCII: Bool
  /// Whether its cells have six dots, so that none may have dots 7 and 8.
  let hasSixDots: Bool
  /// What the table gives for any character it does not know, when it has a rule for that.
  private let stopgap: [UInt8]
  private var plane0 = [UInt8](repeating: 0, count: 1 << 16)
  private var others: [UInt32: UInt8] = [:]
  private var silentMarks: [UInt64: Bool] = [:]

  init(tables: String, dots: Int) throws(ConversionFailure) {
    self.tables = tables
    hasSixDots = dots == 6
    // A noncharacter: no table knows it, and `noUndefined` leaves only what such a rule gives.
    stopgap = try Liblouis.shared.translate([0xFDD0], tables: tables, extraMode: Liblouis.noUndefined).cells
    let printable = Array(UInt32(0x20)...0x7E)
    let all = try Liblouis.shared.translate(printable, tables: tables).cells
    let defined = try Liblouis.shared.translate(
      printable, tables: tables, extraMode: Liblouis.noUndefined
    ).cells
    knowsASCII = stopgap.isEmpty && all == defined && !(hasSixDots && all.contains { $0 > 0x3F })
  }

  /// Whether the table knows a character.
  mutating func knows(_ scalar: UInt32) throws(ConversionFailure) -> Bool {
    try verdict(scalar) != .unknown
  }

  mutating func verdict(_ scalar: UInt32) throws(ConversionFailure) -> Verdict {
    let stored = scalar < 1 << 16 ? plane0[Int(scalar)] : others[scalar] ?? 0
    if let verdict = Verdict(rawValue: stored), verdict != .unasked { return verdict }
    let verdict = try ask(scalar)
    if scalar < 1 << 16 {
      plane0[Int(scalar)] = verdict.rawValue
    } else {
      others[scalar] = verdict.rawValue
    }
    return verdict
  }

  /// Takes a character for unknown from now on, after it gave cells it must not have.
  mutating func reject(_ scalar: UInt32) {
    if scalar < 1 << 16 {
      plane0[Int(scalar)] = Verdict.unknown.rawValue
    } else {
      others[scalar] = Verdict.unknown.rawValue
    }
    if scalar < 0x80 { knowsASCII = false }
  }

  private func ask(_ scalar: UInt32) throws(ConversionFailure) -> Verdict {
    guard scalar != 0 else { return .unknown }
    let cells = try Liblouis.shared.translate([scalar], tables: tables).cells
    let defined = try Liblouis.shared.translate(
      [scalar], tables: tables, extraMode: Liblouis.noUndefined
    ).cells
    if cells != defined || cells.isEmpty || (cells == stopgap && !ScalarKinds.isSpace(scalar)) {
      return .unknown
    }
    if hasSixDots, cells.contains(where: { $0 > 0x3F }) { return .unknown }
    if try lacksNumericIndicator(scalar, cells) { return .unknown }
    let careful =
      ScalarKinds.isSpace(scalar) && scalar != 0x20 || ScalarKinds.isIgnorable(scalar)
      || ScalarKinds.isControl(scalar) || ScalarKinds.extends(scalar)
      || Unicode.Scalar(scalar)?.properties.generalCategory == .otherNumber
      || scalar > 0x7F && CanonicalForm.position(scalar) != nil
      || Equivalents.shared.always.contains(scalar) || Equivalents.shared.alwaysUEB.contains(scalar)
      || (0x2800...0x28FF).contains(scalar)
    return careful ? .known : .plain
  }

  /// Whether a table gives a digit of its language's own script another sign than the digit of ASCII:
  /// some for the scripts of India leave out the numeric indicator, so that १५ reads as two letters.
  private func lacksNumericIndicator(
    _ scalar: UInt32, _ cells: [UInt8]
  ) throws(ConversionFailure) -> Bool {
    guard scalar > 0x7F, let properties = Unicode.Scalar(scalar)?.properties,
      properties.generalCategory == .decimalNumber, let value = properties.numericValue
    else { return false }
    let digit = [UInt32(0x30 + Int(value))]
    let ascii = try Liblouis.shared.translate(digit, tables: tables).cells
    let defined = try Liblouis.shared.translate(
      digit, tables: tables, extraMode: Liblouis.noUndefined
    ).cells
    return ascii == defined && ascii != cells
  }

  /// Whether a mark on a letter leaves no trace in its cells, though the table knows it.
  mutating func isSilent(_ mark: UInt32, on letter: UInt32) throws(ConversionFailure) -> Bool {
    let pair = UInt64(letter) << 32 | UInt64(mark)
    if let known = silentMarks[pair] { return known }
    let with = try Liblouis.shared.translate([letter, mark], tables: tables).cells
    let without = try Liblouis.shared.translate([letter], tables: tables).cells
    silentMarks[pair] = with == without
    return with == without
  }
}
