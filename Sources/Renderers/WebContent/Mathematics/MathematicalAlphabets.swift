import BrailleMathematics

/// Letters and digits in the styles that mean something in mathematics, as Unicode has them (chapter
/// 22.2): browsers take no notice of `mathvariant` (MathML Core, 4.2).
enum MathematicalAlphabets {
  /// The text with its letters and digits in a style; others stay.
  static func styled(_ text: String, _ typeform: MathTypeform) -> String {
    guard typeform != .regular, typeform != .upright else { return text }
    var result = ""
    for scalar in text.unicodeScalars { result.unicodeScalars.append(styled(scalar, typeform)) }
    return result
  }

  private static func styled(_ scalar: Unicode.Scalar, _ typeform: MathTypeform) -> Unicode.Scalar {
    let value = scalar.value
    let first: UInt32
    switch typeform {
    case .regular, .upright: return scalar
    case .bold: first = 0x1D400
    case .script: first = 0x1D49C
    case .fraktur: first = 0x1D504
    case .doubleStruck: first = 0x1D538
    }
    switch value {
    case 0x41...0x5A, 0x61...0x7A:
      if let exception = exceptions[typeform]?[scalar] { return exception }
      let offset = value < 0x5B ? value - 0x41 : value - 0x61 + 26
      return Unicode.Scalar(first + offset) ?? scalar
    case 0x30...0x39:
      switch typeform {
      case .bold: return Unicode.Scalar(0x1D7CE + value - 0x30) ?? scalar
      case .doubleStruck: return Unicode.Scalar(0x1D7D8 + value - 0x30) ?? scalar
      case .regular, .upright, .script, .fraktur: return scalar
      }
    case 0x391...0x3A9 where typeform == .bold && value != 0x3A2:
      return Unicode.Scalar(0x1D6A8 + value - 0x391) ?? scalar
    case 0x3B1...0x3C9 where typeform == .bold: return Unicode.Scalar(0x1D6C2 + value - 0x3B1) ?? scalar
    default: return scalar
    }
  }

  /// Letters that were in Unicode before its mathematical alphabets, where these leave gaps.
  private static let exceptions: [MathTypeform: [Unicode.Scalar: Unicode.Scalar]] = [
    .script: [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ",
      "o": "ℴ",
    ],
    .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"],
    .doubleStruck: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"],
  ]
}
