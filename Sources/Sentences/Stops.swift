/// What may end a sentence.
enum Stop {
  /// A full stop, which also ends abbreviations and numbers.
  case period
  /// `!` and `?`.
  case exclamation
  /// `…`.
  case ellipsis
  /// The stops of Chinese and Japanese, after which no space stands.
  case full
  /// The stops of Indian scripts and their like, which end nothing but sentences and verses.
  case danda
  /// The stops of Arabic, Urdu, Armenian and Ethiopic, with a space after them.
  case spaced

  init?(_ scalar: Unicode.Scalar) {
    switch scalar {
    case ".", "\u{FF0E}": self = .period
    case "!", "?", "\u{203C}", "\u{2047}"..."\u{2049}", "\u{203D}": self = .exclamation
    case "\u{2026}": self = .ellipsis
    case "\u{3002}", "\u{FF01}", "\u{FF1F}", "\u{FF61}": self = .full
    case "\u{0964}", "\u{0965}", "\u{104A}", "\u{104B}", "\u{17D4}", "\u{17D5}", "\u{1C7E}", "\u{1C7F}":
      self = .danda
    case "\u{061F}", "\u{06D4}", "\u{0589}", "\u{1362}", "\u{1367}", "\u{1368}": self = .spaced
    default: return nil
    }
  }
}

extension Unicode.Scalar {
  /// White space, no-break spaces too.
  var isBlank: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Closing quotation marks and brackets, and marks that are both closing and opening.
  var closesQuotation: Bool {
    switch self {
    case "\"", "'", ")", "]", "}", "\u{2019}", "\u{201D}", "\u{201C}", "\u{00BB}", "\u{203A}", "\u{300D}",
      "\u{300F}", "\u{FF09}", "\u{3011}", "\u{300B}", "\u{3009}", "\u{3015}", "\u{FF3D}", "\u{FF5D}", "*":
      true
    default: false
    }
  }

  /// Marks that may stand before the first letter of a sentence.
  var opensQuotation: Bool {
    switch self {
    case "\"", "'", "(", "[", "{", "\u{2018}", "\u{201C}", "\u{201E}", "\u{201A}", "\u{00AB}", "\u{2039}",
      "\u{300C}", "\u{300E}", "\u{FF08}", "\u{3010}", "\u{300A}", "\u{00BF}", "\u{00A1}", "*", "\u{FFFC}",
      "\u{200E}", "\u{200F}", "\u{2066}"..."\u{2069}", "\u{202A}"..."\u{202E}":
      true
    default: false
    }
  }

  /// Whether it is anything that is said: a letter, a digit, a symbol, an object.
  var isSpoken: Bool {
    if value < 0x80 {
      return isLetter || isDigit || self == "%" || self == "$" || self == "+" || self == "=" || self == "&"
    }
    switch properties.generalCategory {
    case .closePunctuation, .openPunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation,
      .dashPunctuation, .connectorPunctuation, .spaceSeparator, .control, .format, .lineSeparator,
      .paragraphSeparator:
      return false
    default: return true
    }
  }

  var isDigit: Bool {
    value < 0x80 ? (0x30...0x39).contains(value) : properties.generalCategory == .decimalNumber
  }

  var isLetter: Bool {
    value < 0x80
      ? (0x41...0x5A).contains(value & ~0x20) : properties.isAlphabetic
  }

  var isUpperCaseLetter: Bool {
    value < 0x80
      ? (0x41...0x5A).contains(value)
      : properties.isUppercase || properties.generalCategory == .titlecaseLetter
  }

  var isLowerCaseLetter: Bool {
    value < 0x80 ? (0x61...0x7A).contains(value) : properties.isLowercase
  }
}
