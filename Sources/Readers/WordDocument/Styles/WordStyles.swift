import XMLTree

/// The styles of a document, each with what it inherits (ISO/IEC 29500-1, 17.7).
struct WordStyles {
  struct Style {
    var name = ""
    var basedOn: String?
    var kind = ""
    var paragraph = ParagraphProperties()
    var run = RunProperties()
    var level: Int?
    var role: StyleRole?
    var isCode = false
    /// Whether a table style makes its first row, or its first column, look different.
    var marksFirstRow = false
    var marksFirstColumn = false
    var isTableHeading = false
  }

  private(set) var defaultRun = RunProperties()
  private(set) var styles: [String: Style] = [:]
  private(set) var defaultParagraph: String?
  private(set) var defaultTable: String?

  init() {}

  init(_ part: WordPart) {
    let xml = part.xml
    guard xml.root >= 0 else { return }
    defaultRun = RunProperties(
      part.descend(xml.root, "w:docDefaults", "w:rPrDefault", "w:rPr"), in: part)
    for node in xml.children(xml.root) where xml.name(node) == "w:style" {
      guard let id = xml.attribute("w:styleId", of: node) else { continue }
      var style = Style()
      style.name = part.value("w:name", of: node) ?? id
      style.basedOn = part.value("w:basedOn", of: node)
      style.kind = xml.attribute("w:type", of: node) ?? "paragraph"
      style.paragraph = ParagraphProperties(xml.child("w:pPr", of: node), in: part)
      style.run = RunProperties(xml.child("w:rPr", of: node), in: part)
      for child in xml.children(node) where xml.name(child) == "w:tblStylePr" {
        switch xml.attribute("w:type", of: child) {
        case "firstRow": style.marksFirstRow = true
        case "firstCol": style.marksFirstColumn = true
        default: break
        }
      }
      if ["1", "true", "on"].contains(xml.attribute("w:default", of: node)) {
        if style.kind == "paragraph" { defaultParagraph = id }
        if style.kind == "table" { defaultTable = id }
      }
      styles[id] = style
    }
    inherit()
  }

  /// Gives each style what those it is based on say; a chain that leads back to itself ends there.
  private mutating func inherit() {
    let own = styles
    for (id, style) in own {
      var style = style
      var seen: Set<String> = [id]
      var next = style.basedOn
      // A style called no more than Heading is a house's own; LibreOffice bases titles on one too, so
      // that it does not hand its level on.
      style.level =
        StyleNames.headingLevel(style.name) ?? (style.name.lowercased() == "heading" ? 1 : nil)
      style.role = StyleNames.role(style.name)
      style.isCode = StyleNames.code.contains(style.name.lowercased())
      style.isTableHeading = StyleNames.tableHeadings.contains(style.name.lowercased())
      while let name = next, let base = own[name], seen.insert(name).inserted {
        style.paragraph = style.paragraph.over(base.paragraph)
        style.run = style.run.over(base.run)
        style.marksFirstRow = style.marksFirstRow || base.marksFirstRow
        style.marksFirstColumn = style.marksFirstColumn || base.marksFirstColumn
        // The level by name gives way to a level the style in between sets.
        if style.level == nil { style.level = StyleNames.headingLevel(base.name) }
        if style.role == nil { style.role = StyleNames.role(base.name) }
        style.isCode = style.isCode || StyleNames.code.contains(base.name.lowercased())
        style.isTableHeading =
          style.isTableHeading || StyleNames.tableHeadings.contains(base.name.lowercased())
        next = base.basedOn
      }
      if let outline = style.paragraph.outlineLevel, outline != style.level.map({ $0 - 1 }) {
        style.level = outline < 9 ? outline + 1 : nil
      }
      styles[id] = style
    }
  }

  /// The style of an identifier; one that is not defined, as in files of other programs, is told by
  /// its identifier.
  func style(_ id: String?) -> Style {
    guard let id = id ?? defaultParagraph else { return Style() }
    if let style = styles[id] { return style }
    var style = Style()
    style.name = id
    style.level = StyleNames.headingLevel(id)
    style.role = StyleNames.role(id)
    return style
  }
}
