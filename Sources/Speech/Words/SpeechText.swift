public import DocumentModel

/// Text as it is handed to a voice.
public enum SpeechText {
  /// Print turned into words that are said, by the rules of its language.
  ///
  /// In English numbers, dates, money, units, short forms, symbols and addresses become words. In some
  /// other languages short forms and addresses do; digits and all else are left to the voice.
  public static func spoken(_ text: String, language: Language?) -> String {
    let clean = visible(text)
    let primary = language?.primary ?? "en"
    if primary == "en" {
      let tag = language?.tag.lowercased() ?? ""
      return EnglishSpeech.spoken(clean, monthFirst: tag.hasPrefix("en-us") || tag.hasPrefix("en_us"))
    }
    return ShortForms.expanded(clean, language: primary)
  }

  /// Code turned into what is said of it: its signs by their names, each line a phrase.
  static func spokenCode(_ text: String, language: Language?) -> String {
    guard language?.primary ?? "en" == "en" else { return visible(text) }
    var said = ""
    for (index, line) in visible(text, keepingLines: true).split(separator: "\n").enumerated() {
      if index > 0 { said += "; " }
      for character in line {
        if let name = signs[character] { said += " \(name) " } else { said.append(character) }
      }
    }
    return said.split(separator: " ").joined(separator: " ")
  }

  private static let signs: [Character: String] = [
    "=": "equals", "/": "slash", "\\": "backslash", "*": "star", "_": "underscore", "<": "less than",
    ">": "greater than", "|": "bar", "#": "hash", "$": "dollar", "&": "and", "+": "plus", "@": "at",
    "~": "tilde",
    "^": "caret", "%": "per cent", "{": "brace", "}": "end brace", "[": "bracket", "]": "end bracket",
    "`": "backtick",
  ]

  /// The text without characters that have no sound and confuse voices: soft hyphens, zero-width
  /// spaces, marks of direction, private characters, controls.
  private static func visible(_ text: String, keepingLines: Bool = false) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFC, 0xFFFD:
        continue
      case 0xE000...0xF8FF, 0xF0000...0x10FFFF: continue
      case 0x0A where keepingLines: scalars.append(scalar)
      case 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: scalars.append(" ")
      case 0x00..<0x20, 0x7F...0x9F: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// Whether there is anything in it that can be said.
  public static func isSpoken(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}
