import XMLTree

/// Elements of WordprocessingML (ISO/IEC 29500-1, 17), in short.
enum WordElement {
  /// An element with attributes and elements in it.
  static func of(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [XMLElement] = []
  ) -> XMLElement {
    XMLElement(
      name, attributes.map { XMLAttribute($0.key, $0.value) }, children.map(XMLNode.element))
  }

  /// An element whose one attribute is `w:val`, its value.
  static func value(_ name: String, _ value: String) -> XMLElement { of(name, ["w:val": value]) }

  /// An element whose one attribute is `w:val`, a number.
  static func value(_ name: String, _ value: Int) -> XMLElement { self.value(name, "\(value)") }

  /// The namespaces of a part's root.
  static let namespaces = [
    XMLAttribute("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    XMLAttribute("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    XMLAttribute(
      "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    XMLAttribute("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    XMLAttribute("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
  ]

  /// The root of a part.
  static func root(_ name: String, _ children: [XMLElement]) -> XMLElement {
    XMLElement(name, namespaces, children.map(XMLNode.element))
  }
}

/// What a run of text looks like.
struct WordRunStyle: Hashable {
  var isBold = false
  var isUnderlined = false
  var isStruck = false
  var isCode = false
  /// Raised (more than 0) or lowered, in steps; letters stay as large as they are.
  var rise = 0
  /// A character style, such as `Hyperlink`.
  var style: String?
  var language: String?
  var isRightToLeft = false

  /// The properties in the order of the schema (ISO/IEC 29500-1, 17.3.2.28).
  func properties(points: Int) -> XMLElement? {
    var children: [XMLElement] = []
    if let style { children.append(WordElement.value("w:rStyle", style)) }
    if isCode {
      children.append(
        WordElement.of(
          "w:rFonts",
          [
            "w:ascii": "DejaVu Sans Mono", "w:hAnsi": "DejaVu Sans Mono",
            "w:cs": "DejaVu Sans Mono",
          ]))
    }
    if isBold { children += [WordElement.of("w:b"), WordElement.of("w:bCs")] }
    if isStruck { children.append(WordElement.of("w:strike")) }
    if rise != 0 { children.append(WordElement.value("w:position", rise * points * 2 / 3)) }
    if isUnderlined { children.append(WordElement.value("w:u", "single")) }
    if isRightToLeft { children.append(WordElement.of("w:rtl")) }
    if let language {
      children.append(
        isRightToLeft
          ? WordElement.of("w:lang", ["w:bidi": language])
          : WordElement.of("w:lang", ["w:val": language]))
    }
    return children.isEmpty ? nil : WordElement.of("w:rPr", [:], children)
  }
}
