/// How likely print is what somebody wrote, of several that are brailled in the same cells.
struct Plausibility: Comparable {
  /// Characters that do not stand in words: signs between letters, figures beside letters.
  var strangers: Int
  /// Scalars; a sign for a whole word that is read inside another makes it long.
  var length: Int

  init(of text: String) {
    let scalars = Array(text.unicodeScalars)
    strangers = 0
    length = scalars.count
    for (index, scalar) in scalars.enumerated() where !Self.isInWords(scalar) {
      let before = index > 0 && scalars[index - 1].properties.isAlphabetic
      let after = index + 1 < scalars.count && scalars[index + 1].properties.isAlphabetic
      let isFigure = scalar.properties.numericType != nil
      if isFigure ? before || after : before && after || !Self.isCommon(scalar) { strangers += 1 }
    }
  }

  /// Punctuation and signs that stand before or after words.
  private static func isCommon(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? !"\\^_`|~<>#{}".unicodeScalars.contains(scalar)
      : "“”„‘’‚«»‹›–—…£€¥§¿¡،؛؟۔।॥、。·".unicodeScalars.contains(scalar)
  }

  /// Whether a character stands inside words: a letter, a mark, an apostrophe, a hyphen.
  static func isInWords(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isAlphabetic || "'’-‐‑.@_/:&".unicodeScalars.contains(scalar) { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .format: return true
    default: return false
    }
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.strangers, left.length) < (right.strangers, right.length)
  }
}

/// The script most letters of a page are of, as far as telling one from another takes.
struct Script {
  /// The block of Unicode, in steps of 128; nil for Latin.
  private let block: UInt32?

  init(of words: [String]) {
    var counts: [UInt32: Int] = [:]
    for word in words {
      for scalar in word.unicodeScalars where scalar.properties.isAlphabetic {
        counts[Self.block(of: scalar), default: 0] += 1
      }
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    block = most.flatMap { $0.key < 5 ? nil : $0.key }
  }

  var isLatin: Bool { block == nil }

  /// Whether a character belongs to the script or to none.
  func holds(_ text: String) -> Bool {
    guard let block, let scalar = text.unicodeScalars.first, scalar.properties.isAlphabetic else {
      return true
    }
    return Self.block(of: scalar) == block
  }

  /// Latin with its accents is block 0 to 4, Arabic takes up two.
  private static func block(of scalar: Unicode.Scalar) -> UInt32 {
    let block = scalar.value >> 7
    return block < 5 ? 0 : block == 0x0D ? 0x0C : block
  }
}
