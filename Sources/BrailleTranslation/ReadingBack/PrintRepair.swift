internal import Tables

/// Puts right what a code's table reads back in other letters than the language has.
struct PrintRepair: Sendable {
  private let letters: [(from: String, to: String)]
  private let isArabic: Bool

  init(code: BrailleCode) {
    letters = Self.table[code.id] ?? []
    isArabic = code.language == "ar"
  }

  /// The word as the language writes it.
  func apply(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = text
    for (from, to) in letters where result.contains(from) { result = result.replacing(from, with: to) }
    result = Self.joiningVowels(result)
    return isArabic ? Self.movingDoubling(result) : result
  }

  /// In the scripts of India a vowel after a consonant is a sign on it. Bharati braille has one cell for
  /// both, and tables read it back as the letter.
  private static func joiningVowels(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let last = result.last?.value, let sign = vowelSign(scalar.value), isConsonant(last),
        last & ~0x7F == scalar.value & ~0x7F, let joined = Unicode.Scalar(sign)
      {
        result.append(joined)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Blocks of Indic scripts are laid out alike: letters AA to AU, and their signs 0x38 further on.
  private static func vowelSign(_ value: UInt32) -> UInt32? {
    guard (0x900..<0xD80).contains(value), (0x06...0x14).contains(value & 0x7F) else { return nil }
    return value + 0x38
  }

  private static func isConsonant(_ value: UInt32) -> Bool {
    guard (0x900..<0xD80).contains(value) else { return false }
    return (0x15...0x39).contains(value & 0x7F) || value & 0x7F == 0x3C
      || (0x58...0x5F).contains(value & 0x7F)
  }

  /// Arabic braille has the sign of doubling before the letter, print has it on the letter.
  private static func movingDoubling(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    var index = 0
    while index + 1 < scalars.count {
      if scalars[index].value == 0x651, scalars[index + 1].properties.isAlphabetic {
        scalars.swapAt(index, index + 1)
        index += 1
      }
      index += 1
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static let table: [String: [(from: String, to: String)]] = {
    var table: [String: [(from: String, to: String)]] = [:]
    for line in String(decoding: Tables.readBack, as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count > 2 else { continue }
      for code in fields[0].split(separator: ",") {
        table[String(code), default: []].append((fields[1], fields[2]))
      }
    }
    return table
  }()
}
