/// Questions asked of characters as numbers, in loops that run over every character.
enum ScalarKinds {
  static func isASCIILetter(_ value: UInt32) -> Bool { (value | 0x20) &- 0x61 < 26 }
  static func isCapital(_ value: UInt32) -> Bool {
    value < 0x80 ? value &- 0x41 < 26 : Unicode.Scalar(value)?.properties.isUppercase ?? false
  }
  static func isSmall(_ value: UInt32) -> Bool {
    value < 0x80 ? value &- 0x61 < 26 : Unicode.Scalar(value)?.properties.isLowercase ?? false
  }
  static func isLetter(_ value: UInt32) -> Bool {
    value < 0x80 ? isASCIILetter(value) : Unicode.Scalar(value)?.properties.isAlphabetic ?? false
  }
  static func isDigit(_ value: UInt32) -> Bool { value &- 0x30 < 10 }

  /// Whether a character parts a word as a hyphen or a dash does.
  static func isHyphenOrDash(_ value: UInt32) -> Bool {
    value == 0x2D || (0x2010...0x2015).contains(value)
  }

  /// Blanks as the normalised text holds them.
  static func isBlank(_ value: UInt32) -> Bool { value == 0x20 || value == 0xA0 }

  /// White space of any sort in a source, which becomes one kind of blank.
  static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Spaces that print sets so that a line does not end there.
  static func isNoBreakSpace(_ value: UInt32) -> Bool { value == 0xA0 || value == 0x202F || value == 0x2007 }

  /// Characters that carry nothing to braille: joiners, direction marks, variation selectors, the
  /// soft hyphen. liblouis 3.24 spells some of them out as words.
  static func isIgnorable(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x34F, 0x61C, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  static func isControl(_ value: UInt32) -> Bool { value < 0x20 || value &- 0x7F < 0x21 }

  /// Quotation marks that a single or double style gives a meaning to.
  static func isQuotationMark(_ value: UInt32) -> Bool {
    value == 0x22 || value &- 0x2018 < 8
  }

  /// Whether the character belongs to the one before it: combining marks and Hangul vowels.
  static func extends(_ value: UInt32) -> Bool {
    guard value >= 0x300, let scalar = Unicode.Scalar(value) else { return false }
    if (0x1160...0x11FF).contains(value) { return true }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: !isIgnorable(value)
    default: false
    }
  }

  static func isDash(_ value: UInt32) -> Bool {
    value == 0x2D || value &- 0x2010 < 6
  }
  static func opensBracket(_ value: UInt32) -> Bool { value == 0x28 || value == 0x5B || value == 0x7B }
}
