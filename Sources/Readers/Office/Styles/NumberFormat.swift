import DocumentModel

/// How Word writes a number (ISO/IEC 29500-1, 17.18.59).
enum NumberFormat {
  /// The model's style of a format; nil for one it has none of.
  static func style(_ format: String) -> NumberStyle? {
    switch format {
    case "decimal": .decimal
    case "lowerLetter": .lowerLetter
    case "upperLetter": .upperLetter
    case "lowerRoman": .lowerRoman
    case "upperRoman": .upperRoman
    default: nil
    }
  }

  /// A number as it is printed.
  static func text(_ number: Int, _ format: String) -> String {
    switch format {
    case "lowerLetter": letters(number, from: 0x61)
    case "upperLetter": letters(number, from: 0x41)
    case "lowerRoman": roman(number).lowercased()
    case "upperRoman": roman(number)
    case "decimalZero": (0..<10).contains(number) ? "0\(number)" : "\(number)"
    case "ordinal": "\(number)" + ordinalEnding(number)
    case "numberInDash": "- \(number) -"
    case "chicago": symbols(number, ["*", "†", "‡", "§"])
    case "russianLower": letters(number, of: cyrillic)
    case "russianUpper": letters(number, of: cyrillic).uppercased()
    case "none": ""
    default: "\(number)"
    }
  }

  private static let cyrillic = "абвгдежзиклмнопрстуфхцчшщыэюя"

  /// Word repeats the letter after the last: z, aa, bb.
  private static func letters(_ number: Int, from first: UInt8) -> String {
    guard number > 0, number <= 26 * 30 else { return "\(number)" }
    let letter = Character(Unicode.Scalar(first + UInt8((number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func letters(_ number: Int, of alphabet: String) -> String {
    let letters = Array(alphabet)
    guard number > 0, number <= letters.count * 30 else { return "\(number)" }
    return String(repeating: letters[(number - 1) % letters.count], count: (number - 1) / letters.count + 1)
  }

  private static func symbols(_ number: Int, _ signs: [Character]) -> String {
    guard number > 0, number <= signs.count * 10 else { return "\(number)" }
    return String(repeating: signs[(number - 1) % signs.count], count: (number - 1) / signs.count + 1)
  }

  static func roman(_ number: Int) -> String {
    guard (1...4_999).contains(number) else { return "\(number)" }
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
      (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  private static func ordinalEnding(_ number: Int) -> String {
    if (11...13).contains(number % 100) { return "th" }
    switch number % 10 {
    case 1: return "st"
    case 2: return "nd"
    case 3: return "rd"
    default: return "th"
    }
  }
}
