internal import Tables

/// What is brailled for characters a table does not know, from `Tables/characters/equivalents.tsv`.
struct Equivalents: Sendable {
  static let shared = Equivalents(Tables.equivalents)

  /// Print that means the same.
  private(set) var text: [UInt32: String] = [:]
  /// Characters whose equivalent is used even by a table that knows them.
  private(set) var always: Set<UInt32> = []
  /// UEB signs, by dots.
  private(set) var ueb: [UInt32: [UInt8]] = [:]
  /// Characters whose UEB sign is used even by a UEB table that knows them.
  private(set) var alwaysUEB: Set<UInt32> = []
  /// UEB modifiers, which go before the letter (RUEB 4.2), by combining mark.
  private(set) var modifiers: [UInt32: [UInt8]] = [:]
  /// Names better than Unicode's.
  private(set) var names: [UInt32: String] = [:]
  /// Names of flags, by the letters of their region: `gbwls`.
  private(set) var flags: [String: String] = [:]
  /// Lines that say nothing this reader understands, for the test of the table.
  private(set) var faults: [String] = []

  init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if fields.count < 3 || !read(kind: fields[1], key: fields[0], value: fields[2]) {
        faults.append(String(line))
      }
    }
  }

  private mutating func read(kind: String, key: String, value: String) -> Bool {
    if kind == "flag" {
      flags[key] = value
      return true
    }
    guard let scalar = UInt32(key, radix: 16), Unicode.Scalar(scalar) != nil, !value.isEmpty else {
      return false
    }
    switch kind {
    case "text": text[scalar] = value
    case "always":
      text[scalar] = value
      always.insert(scalar)
    case "name": names[scalar] = value
    case "ueb": ueb[scalar] = Dots.cells(value)
    case "ueb-always":
      ueb[scalar] = Dots.cells(value)
      alwaysUEB.insert(scalar)
    case "modifier": modifiers[scalar] = Dots.cells(value)
    default: return false
    }
    return kind.hasPrefix("ueb") ? ueb[scalar] != nil : kind == "modifier" ? modifiers[scalar] != nil : true
  }
}
