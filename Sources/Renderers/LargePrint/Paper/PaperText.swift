import XMLTree

/// Text as it is printed: a character that cannot be drawn stands as words in square brackets, so that
/// nothing is lost and no page has the empty boxes of a character no typeface has (ISO 14289-1, 7.21.8).
struct PaperText {
  /// Which characters there are typefaces for; nil where that is not known, and all are taken to be there.
  let coverage: CharacterCoverage?

  /// Text as it is set on paper.
  struct Printed {
    var text: String
    /// How many pictures in characters (emoji) stand as their names.
    var pictures = 0
    /// The characters no typeface has, in order.
    var lacking: [Unicode.Scalar] = []
  }

  /// Text for paper. Whether a typeface for emoji prints sharply in black cannot be known, so they are
  /// named always: `[lock]`. What joins pictures goes with them. Another character no typeface has is
  /// its number, with its name where it stands alone: `[U+2603 snowman]`, `[U+0995 U+09BE]`.
  func printed(_ text: String) -> Printed {
    // Everything concerned is outside ASCII, or a control character.
    guard text.utf8.contains(where: { $0 >= 0x7F || $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }) else {
      return Printed(text: text)
    }
    var result = Printed(text: "")
    var scalars = String.UnicodeScalarView()
    var run: [Unicode.Scalar] = []
    var followsPicture = false
    func endRun() {
      guard !run.isEmpty else { return }
      scalars.append(contentsOf: Self.words(for: run).unicodeScalars)
      run = []
    }
    for scalar in text.unicodeScalars {
      if followsPicture, Self.joinsPictures(scalar) { continue }
      followsPicture = false
      if Self.isPicture(scalar) {
        endRun()
        result.pictures += 1
        let name = scalar.properties.name?.lowercased() ?? "picture"
        scalars.append(contentsOf: "[\(name)]".unicodeScalars)
        followsPicture = true
      } else if Self.endsLine(scalar) {
        endRun()
        scalars.append("\n")
      } else if isLacking(scalar) {
        run.append(scalar)
        result.lacking.append(scalar)
      } else if !run.isEmpty, Self.leansOnOther(scalar) {
        // A mark would stand over the bracket.
        run.append(scalar)
      } else {
        endRun()
        scalars.append(scalar)
      }
    }
    endRun()
    result.text = String(scalars)
    return result
  }

  /// An element with its text, and what the style sheet writes from its attributes, as on paper.
  func printed(_ element: XMLElement) -> XMLElement {
    guard !["style", "title"].contains(element.name) else { return element }
    var element = element
    for index in element.attributes.indices
    where ["data-address", "data-mark"].contains(element.attributes[index].name) {
      element.attributes[index].value = printed(element.attributes[index].value).text
    }
    for index in element.children.indices {
      switch element.children[index] {
      case .text(let text): element.children[index] = .text(printed(text).text)
      case .element(let child): element.children[index] = .element(printed(child))
      }
    }
    return element
  }

  // MARK: - Characters

  /// Whether the character shows, and nothing there is could show it.
  private func isLacking(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.value < 0x20 && !scalar.properties.isWhitespace || scalar.value == 0x7F
    }
    switch scalar.properties.generalCategory {
    // Layout looks for no typeface for these, and draws them with the one at hand, which has none.
    case .control: return true
    case .format: return !Self.isIgnored(scalar)
    // Gaps of any width.
    case .spaceSeparator where scalar.value != 0x1680: return false
    case .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator,
      .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation,
      .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      break
    @unknown default: break
    }
    guard !Self.isIgnored(scalar) else { return false }
    // No fonts agree on what these are, or they are no characters: a glyph for one says nothing.
    if scalar.properties.isNoncharacterCodePoint { return true }
    return coverage.map { !$0.contains(scalar) } ?? false
  }

  /// Characters that HarfBuzz draws nothing for, whatever the typeface (`hb_unicode_funcs_t`): joiners,
  /// variation selectors, marks of direction.
  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x34F, 0x61C, 0x17B4...0x17B5, 0x180B...0x180E, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFF0...0xFFF8, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F000...0x1FAFF).contains(scalar.value)
  }

  /// What joins pictures into one, or says how they are drawn, and means nothing elsewhere after one.
  private static func joinsPictures(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: true
    default: false
    }
  }

  /// Ends of lines and pages that HTML knows nothing of.
  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    [0x0B, 0x0C, 0x85, 0x2028, 0x2029].contains(scalar.value)
  }

  private static func leansOnOther(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: [0x200C, 0x200D].contains(scalar.value)
    }
  }

  // MARK: - Words

  private static func words(for run: [Unicode.Scalar]) -> String {
    guard run.count == 1, let name = name(of: run[0]) else {
      return "[\(run.map(codePoint).joined(separator: " "))]"
    }
    return "[\(codePoint(run[0])) \(name)]"
  }

  /// The name of a character, where it says more than its number does.
  private static func name(of scalar: Unicode.Scalar) -> String? {
    guard let name = scalar.properties.name else { return nil }
    let lower = name.lowercased()
    // "CJK UNIFIED IDEOGRAPH-4E2D"
    return lower.hasSuffix(String(scalar.value, radix: 16)) ? nil : lower
  }

  /// `U+00E9`.
  static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
