import XMLTree

/// What is set of a run of text by one `w:rPr`, a style's or its own; nil where it says nothing.
struct RunProperties: Hashable {
  var bold: Bool?
  var italic: Bool?
  var strike: Bool?
  var doubleStrike: Bool?
  var smallCapitals: Bool?
  var vanish: Bool?
  var underline: Bool?
  var highlight: Bool?
  /// `superscript`, `subscript` or `baseline`.
  var position: String?
  /// The font of basic Latin characters, when it is set by name.
  var font: String?
  var language: String?
  var eastAsianLanguage: String?
  var complexLanguage: String?
  var isComplex: Bool?

  init() {}

  init(_ node: FlatXML.NodeID?, in part: WordPart) {
    guard let node else { return }
    let xml = part.xml
    var child = xml.firstChild(node)
    while child >= 0 {
      defer { child = xml.next(child) }
      func isOn() -> Bool {
        guard let value = xml.attribute("w:val", of: child) else { return true }
        return !["0", "false", "off"].contains(value.lowercased())
      }
      switch xml.name(child) {
      case "w:b": bold = isOn()
      case "w:i": italic = isOn()
      case "w:strike": strike = isOn()
      case "w:dstrike": doubleStrike = isOn()
      case "w:smallCaps": smallCapitals = isOn()
      case "w:vanish": vanish = isOn()
      case "w:u": underline = xml.attribute("w:val", of: child).map { $0 != "none" }
      case "w:highlight": highlight = xml.attribute("w:val", of: child).map { $0 != "none" }
      case "w:vertAlign": position = xml.attribute("w:val", of: child)
      case "w:rFonts": font = xml.attribute("w:ascii", of: child) ?? xml.attribute("w:hAnsi", of: child)
      case "w:rtl", "w:cs": isComplex = isOn()
      case "w:lang":
        language = xml.attribute("w:val", of: child)
        eastAsianLanguage = xml.attribute("w:eastAsia", of: child)
        complexLanguage = xml.attribute("w:bidi", of: child)
      default: break
      }
    }
  }

  /// These, and what `base` says where they say nothing: as a style follows the one it is based on.
  func over(_ base: RunProperties) -> RunProperties {
    var result = self
    result.bold = bold ?? base.bold
    result.italic = italic ?? base.italic
    result.strike = strike ?? base.strike
    result.doubleStrike = doubleStrike ?? base.doubleStrike
    result.smallCapitals = smallCapitals ?? base.smallCapitals
    result.vanish = vanish ?? base.vanish
    result.underline = underline ?? base.underline
    result.highlight = highlight ?? base.highlight
    result.position = position ?? base.position
    result.font = font ?? base.font
    result.language = language ?? base.language
    result.eastAsianLanguage = eastAsianLanguage ?? base.eastAsianLanguage
    result.complexLanguage = complexLanguage ?? base.complexLanguage
    result.isComplex = isComplex ?? base.isComplex
    return result
  }

  /// What a run looks like: its own properties, its character style's and its paragraph style's.
  /// Toggles that are set in both styles cancel each other (ISO/IEC 29500-1, 17.7.3).
  static func effective(
    own: RunProperties, character: RunProperties, paragraph: RunProperties
  ) -> RunProperties {
    var result = own.over(character).over(paragraph)
    func toggle(_ path: WritableKeyPath<RunProperties, Bool?>) {
      if own[keyPath: path] != nil { return }
      guard let first = character[keyPath: path], let second = paragraph[keyPath: path] else { return }
      result[keyPath: path] = first != second
    }
    for path in [\RunProperties.bold, \.italic, \.strike, \.smallCapitals, \.vanish] { toggle(path) }
    return result
  }
}
