/// Letters and digits of Unicode's mathematical alphabets, as what they stand for.
enum StyledLetters {
  /// The plain characters, and the typeform of the first.
  static func plain(_ text: String) -> (text: String, typeform: MathTypeform) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return (text, .regular) }
    var result = ""
    var typeform: MathTypeform?
    for scalar in text.unicodeScalars {
      let (plain, form) = Self.plain(scalar)
      result.unicodeScalars.append(plain)
      typeform = typeform ?? form
    }
    return (result, typeform ?? .regular)
  }

  private static func plain(_ scalar: Unicode.Scalar) -> (Unicode.Scalar, MathTypeform) {
    if let letter = letterlike[scalar] { return letter }
    let value = scalar.value
    switch value {
    case 0x1D400...0x1D6A3:
      let offset = Int(value - 0x1D400)
      let letter = UInt8(offset % 52)
      let plain = Unicode.Scalar(letter < 26 ? 0x41 + letter : 0x61 + letter - 26)
      return (plain, latinForms[offset / 52])
    case 0x1D6A4: return ("i", .regular)
    case 0x1D6A5: return ("j", .regular)
    case 0x1D6A8...0x1D7C9:
      let offset = Int(value - 0x1D6A8)
      let letter = Array(greek.unicodeScalars)[offset % 58]
      return (letter, [MathTypeform.bold, .regular, .bold, .bold, .bold][offset / 58])
    case 0x1D7CE...0x1D7FF:
      let offset = Int(value - 0x1D7CE)
      let forms: [MathTypeform] = [.bold, .doubleStruck, .regular, .bold, .regular]
      return (Unicode.Scalar(0x30 + UInt8(offset % 10)), forms[offset / 10])
    default: return (scalar, .regular)
    }
  }

  /// The alphabets from U+1D400 in order: bold, italic, bold italic, script, bold script, Fraktur,
  /// double-struck, bold Fraktur, and the sans-serif and monospaced ones.
  private static let latinForms: [MathTypeform] = [
    .bold, .regular, .bold, .script, .script, .fraktur, .doubleStruck, .fraktur, .regular, .bold,
    .regular, .bold, .regular,
  ]

  /// The order of Unicode's Greek alphabets.
  private static let greek = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ"

  /// Letters that were in Unicode before the alphabets.
  private static let letterlike: [Unicode.Scalar: (Unicode.Scalar, MathTypeform)] = [
    "ℂ": ("C", .doubleStruck), "ℍ": ("H", .doubleStruck), "ℕ": ("N", .doubleStruck),
    "ℙ": ("P", .doubleStruck), "ℚ": ("Q", .doubleStruck), "ℝ": ("R", .doubleStruck),
    "ℤ": ("Z", .doubleStruck), "ℊ": ("g", .script), "ℋ": ("H", .script), "ℐ": ("I", .script),
    "ℒ": ("L", .script), "ℓ": ("l", .script), "℘": ("P", .script), "ℛ": ("R", .script),
    "ℬ": ("B", .script), "ℯ": ("e", .script), "ℰ": ("E", .script), "ℱ": ("F", .script),
    "ℳ": ("M", .script), "ℴ": ("o", .script), "ℌ": ("H", .fraktur), "ℑ": ("I", .fraktur),
    "ℜ": ("R", .fraktur), "ℨ": ("Z", .fraktur), "ℭ": ("C", .fraktur), "ℎ": ("h", .regular),
    "ı": ("i", .regular), "ȷ": ("j", .regular), "K": ("K", .regular), "ϴ": ("Θ", .regular),
  ]
}
