import XMLTree

/// The styles of a document, each with what it inherits: automatic styles from named ones, those from
/// each other, all from the default of their family (OASIS OpenDocument 1.3, part 3, 16.2).
struct OpenDocumentStyles {
  struct Style {
    /// The name people see.
    var name = ""
    var parent: String?
    var text = TextProperties()
    var isAutomatic = false
    var outlineLevel: Int?
    var masterPage: String?
    var pageNumber: Int?
    var breaksBefore: Bool?
    var breaksAfter: Bool?
    var alignment: String?
    var writingMode: String?
    var isDecorative: Bool?
    /// The list style; empty for none.
    var list: String?
    var level: Int?
    var role: StyleRole?
    var isCode = false
    var isTableHeading = false
    var isLink = false
  }

  /// What a page is like, for its number.
  struct Page {
    var format = "decimal"
    var next: String?
  }

  private var styles: [String: Style] = [:]
  private var defaults: [String: Style] = [:]
  private var layouts: [String: String] = [:]
  private var masters: [String: (layout: String?, next: String?)] = [:]
  private(set) var lists: [String: ListStyle] = [:]
  /// How headings are numbered.
  private(set) var outline = ListStyle()
  /// The format of the numbers of notes.
  private(set) var noteFormats: [String: String] = [:]
  private var resolved: [String: Style] = [:]

  init() {}

  /// Takes up all styles a part defines.
  mutating func load(_ part: OpenDocumentPart, isAutomatic: Bool = true) {
    let xml = part.xml
    guard xml.root >= 0 else { return }
    for group in xml.children(xml.root) {
      let name = xml.name(group)
      guard ["office:styles", "office:automatic-styles", "office:master-styles"].contains(name) else {
        continue
      }
      for node in xml.children(group) {
        switch xml.name(node) {
        case "style:style":
          // The automatic styles of `styles.xml` are those of headers and footers.
          guard isAutomatic || name == "office:styles" else { continue }
          add(node, in: part, isAutomatic: name == "office:automatic-styles")
        case "style:default-style":
          defaults[xml.attribute("style:family", of: node) ?? ""] = read(node, in: part)
        case "text:list-style":
          guard isAutomatic || name == "office:styles" else { continue }
          if let name = xml.attribute("style:name", of: node) { lists[name] = ListStyle(node, in: part) }
        case "text:outline-style": outline = ListStyle(node, in: part)
        case "text:notes-configuration":
          if let kind = xml.attribute("text:note-class", of: node) {
            noteFormats[kind] = ListStyle.format(xml.attribute("style:num-format", of: node) ?? "1")
          }
        case "style:page-layout":
          let properties = xml.child("style:page-layout-properties", of: node)
          let format = properties.flatMap { xml.attribute("style:num-format", of: $0) }
          layouts[xml.attribute("style:name", of: node) ?? ""] = format.map(ListStyle.format)
        case "style:master-page":
          masters[xml.attribute("style:name", of: node) ?? ""] = (
            xml.attribute("style:page-layout-name", of: node),
            xml.attribute("style:next-style-name", of: node)
          )
        default: break
        }
      }
    }
  }

  private mutating func add(_ node: FlatXML.NodeID, in part: OpenDocumentPart, isAutomatic: Bool) {
    guard let name = part.xml.attribute("style:name", of: node),
      let family = part.xml.attribute("style:family", of: node)
    else { return }
    var style = read(node, in: part)
    style.isAutomatic = isAutomatic
    style.name = part.xml.attribute("style:display-name", of: node) ?? name.decodingStyleName
    styles[family + "/" + name] = style
  }

  private func read(_ node: FlatXML.NodeID, in part: OpenDocumentPart) -> Style {
    let xml = part.xml
    var style = Style()
    style.parent = xml.attribute("style:parent-style-name", of: node)
    style.list = xml.attribute("style:list-style-name", of: node)
    style.outlineLevel = xml.attribute("style:default-outline-level", of: node).map { Int($0) ?? 0 }
    style.masterPage = xml.attribute("style:master-page-name", of: node)
    for child in xml.children(node) {
      switch xml.name(child) {
      case "style:text-properties": style.text = TextProperties(child, in: part)
      case "style:paragraph-properties", "style:table-properties":
        style.breaksBefore = xml.attribute("fo:break-before", of: child).map { $0 == "page" }
        style.breaksAfter = xml.attribute("fo:break-after", of: child).map { $0 == "page" }
        style.alignment = xml.attribute("fo:text-align", of: child)
        style.writingMode = xml.attribute("style:writing-mode", of: child)
        style.pageNumber = xml.attribute("style:page-number", of: child).flatMap { Int($0) }
      case "style:graphic-properties":
        style.isDecorative = xml.attribute("loext:decorative", of: child).map { $0 == "true" }
      default: break
      }
    }
    return style
  }

  /// A style with all it inherits; one that is not defined is told by its name.
  mutating func style(_ name: String?, family: String) -> Style {
    let key = family + "/" + (name ?? "")
    if let known = resolved[key] { return known }
    var style = styles[key] ?? Style()
    if let name, styles[key] == nil { style.name = name.decodingStyleName }
    meaning(of: &style)
    var seen: Set<String> = [key]
    var next = style.parent
    while let parent = next, seen.insert(family + "/" + parent).inserted {
      var base = styles[family + "/" + parent] ?? Style()
      if base.name.isEmpty { base.name = parent.decodingStyleName }
      meaning(of: &base)
      style.inherit(base)
      next = base.parent
    }
    if let base = defaults[family] { style.inherit(base) }
    resolved[key] = style
    return style
  }

  /// What a style's own name says of it.
  private func meaning(of style: inout Style) {
    let folded = style.name.lowercased()
    guard !style.isAutomatic else {
      style.isCode = folded == "source_text"
      return
    }
    style.role = StyleNames.role(style.name)
    style.level = StyleNames.headingLevel(style.name)
    style.isCode = StyleNames.code.contains(folded) || ["teletype", "example", "user entry"].contains(folded)
    style.isTableHeading = StyleNames.tableHeadings.contains(folded)
    style.isLink = ["internet link", "visited internet link", "hyperlink", "index link"].contains(folded)
  }

  /// The format of the numbers of pages of a master page.
  func pageFormat(_ master: String?) -> String {
    masters[master ?? "Standard"].flatMap { $0.layout }.flatMap { layouts[$0] } ?? "decimal"
  }
}

extension OpenDocumentStyles.Style {
  /// Takes from the style it is based on what it does not say itself.
  fileprivate mutating func inherit(_ base: Self) {
    if isAutomatic, !base.isAutomatic {
      name = base.name
      isAutomatic = base.isAutomatic
    }
    text = text.over(base.text)
    outlineLevel = outlineLevel ?? base.outlineLevel
    masterPage = masterPage ?? base.masterPage
    pageNumber = pageNumber ?? base.pageNumber
    breaksBefore = breaksBefore ?? base.breaksBefore
    breaksAfter = breaksAfter ?? base.breaksAfter
    alignment = alignment ?? base.alignment
    writingMode = writingMode ?? base.writingMode
    isDecorative = isDecorative ?? base.isDecorative
    list = list ?? base.list
    level = level ?? base.level
    role = role ?? base.role
    isCode = isCode || base.isCode
    isTableHeading = isTableHeading || base.isTableHeading
    isLink = isLink || base.isLink
  }
}

extension String {
  /// A style's name without the escapes `style:name` needs: `Heading_20_1` is `Heading 1`.
  var decodingStyleName: String {
    guard contains("_") else { return self }
    var result = ""
    var rest = self[...]
    while let character = rest.popFirst() {
      if character == "_", let end = rest.firstIndex(of: "_"),
        rest.distance(from: rest.startIndex, to: end) <= 6,
        let value = UInt32(rest[..<end], radix: 16), let scalar = Unicode.Scalar(value)
      {
        result.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: end)...]
      } else {
        result.append(character)
      }
    }
    return result
  }
}
