import XMLTree

/// What a style says of text (OASIS OpenDocument 1.3, part 3, 16.29.3); nil where it says nothing.
struct TextProperties: Hashable {
  var bold: Bool?
  var italic: Bool?
  var underline: Bool?
  var strike: Bool?
  var smallCapitals: Bool?
  var highlight: Bool?
  var isHidden: Bool?
  /// Above the line, below it, or on it.
  var position: Position?
  var font: String?
  var languages = ScriptLanguages()

  enum Position { case baseline, superscript, `subscript` }

  init() {}

  /// Reads a `style:text-properties`.
  init(_ node: FlatXML.NodeID, in part: OpenDocumentPart) {
    for attribute in part.xml.attributes(of: node) {
      let value = attribute.value
      switch attribute.name {
      case "fo:font-weight":
        bold = value == "bold" || Int(value).map { $0 >= 600 } ?? false
      case "fo:font-style": italic = value == "italic" || value == "oblique"
      case "style:text-underline-style", "style:text-underline-type": underline = value != "none"
      case "style:text-line-through-style", "style:text-line-through-type": strike = value != "none"
      case "fo:font-variant": smallCapitals = value == "small-caps"
      case "fo:background-color": highlight = value != "transparent"
      case "text:display": isHidden = value == "none"
      case "style:text-position": position = Self.position(value)
      case "style:font-name": font = value
      case "fo:font-family": font = font ?? value.filter { $0 != "'" && $0 != "\"" }
      case "fo:language", "style:rfc-language-tag": languages.western = tag(value, "fo:country", node, part)
      case "style:language-asian", "style:rfc-language-tag-asian":
        languages.eastAsian = tag(value, "style:country-asian", node, part)
      case "style:language-complex", "style:rfc-language-tag-complex":
        languages.complex = tag(value, "style:country-complex", node, part)
      default: break
      }
    }
  }

  /// `super`, `sub`, or how far text is raised, before the size of its letters.
  private static func position(_ value: String) -> Position {
    let word = value.split(separator: " ").first ?? ""
    if word == "super" { return .superscript }
    if word == "sub" { return .subscript }
    guard word.hasSuffix("%"), let height = Double(word.dropLast()) else { return .baseline }
    return height > 0 ? .superscript : height < 0 ? .subscript : .baseline
  }

  private func tag(
    _ language: String, _ country: String, _ node: FlatXML.NodeID, _ part: OpenDocumentPart
  ) -> String {
    let country = part.xml.attribute(country, of: node) ?? "none"
    return language.contains("-") || country.isEmpty || country == "none"
      ? language : language + "-" + country
  }

  /// The same, with what another says where this says nothing.
  func over(_ other: TextProperties) -> TextProperties {
    var result = self
    result.bold = bold ?? other.bold
    result.italic = italic ?? other.italic
    result.underline = underline ?? other.underline
    result.strike = strike ?? other.strike
    result.smallCapitals = smallCapitals ?? other.smallCapitals
    result.highlight = highlight ?? other.highlight
    result.isHidden = isHidden ?? other.isHidden
    result.position = position ?? other.position
    result.font = font ?? other.font
    result.languages = languages.over(other.languages)
    return result
  }
}
