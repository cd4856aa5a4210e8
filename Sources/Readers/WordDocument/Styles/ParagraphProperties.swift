import XMLTree

/// What is set of a paragraph by one `w:pPr`, a style's or its own; nil where it says nothing.
struct ParagraphProperties: Hashable {
  var style: String?
  /// From 0; 9 is text.
  var outlineLevel: Int?
  /// The list it belongs to; 0 is none.
  var list: Int?
  var listLevel: Int?
  var alignment: String?
  /// Twentieths of a point.
  var indent: Int?
  var pageBreakBefore: Bool?
  var keepNext: Bool?
  var isRightToLeft: Bool?
  var dropCap: Bool?

  init() {}

  init(_ node: FlatXML.NodeID?, in part: WordPart) {
    guard let node else { return }
    let xml = part.xml
    var child = xml.firstChild(node)
    while child >= 0 {
      defer { child = xml.next(child) }
      func value() -> String? { xml.attribute("w:val", of: child) }
      func isOn() -> Bool { !["0", "false", "off"].contains((value() ?? "1").lowercased()) }
      switch xml.name(child) {
      case "w:pStyle": style = value()
      case "w:outlineLvl": outlineLevel = value().flatMap { Int($0) }
      case "w:numPr":
        list = part.value("w:numId", of: child).flatMap { Int($0) }
        listLevel = part.value("w:ilvl", of: child).flatMap { Int($0) }
      case "w:jc": alignment = value()
      case "w:ind":
        let side = xml.attribute("w:start", of: child) ?? xml.attribute("w:left", of: child)
        indent = side.flatMap { Int($0) }
      case "w:pageBreakBefore": pageBreakBefore = isOn()
      case "w:keepNext": keepNext = isOn()
      case "w:bidi": isRightToLeft = isOn()
      case "w:framePr":
        if let kind = xml.attribute("w:dropCap", of: child), kind != "none" { dropCap = true }
      default: break
      }
    }
  }

  /// These, and what `base` says where they say nothing.
  func over(_ base: ParagraphProperties) -> ParagraphProperties {
    var result = self
    result.outlineLevel = outlineLevel ?? base.outlineLevel
    result.list = list ?? base.list
    result.listLevel = listLevel ?? base.listLevel
    result.alignment = alignment ?? base.alignment
    result.indent = indent ?? base.indent
    result.pageBreakBefore = pageBreakBefore ?? base.pageBreakBefore
    result.keepNext = keepNext ?? base.keepNext
    result.isRightToLeft = isRightToLeft ?? base.isRightToLeft
    result.dropCap = dropCap ?? base.dropCap
    return result
  }
}
