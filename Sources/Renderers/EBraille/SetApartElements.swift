import BrailleTranslation
import Diagnostics
import DocumentModel
import XMLTree

// What is set apart from the text, as elements.

extension EBrailleComposer {
  mutating func quotation(
    _ node: BlockQuote, _ attributes: [XMLAttribute]
  ) throws(ConversionFailure) -> [XMLElement] {
    let inside = try within(.setApart) { (inner) throws(ConversionFailure) in
      let words = try inner.elements(for: node.blocks)
      let attribution = try inner.builder(node.attribution)
      return words + (try inner.elements("p", [XMLAttribute("class", "attribution")], attribution))
    }
    return wrapped("blockquote", attributes, inside)
  }

  mutating func figure(
    _ node: Figure, _ attributes: [XMLAttribute]
  ) throws(ConversionFailure) -> [XMLElement] {
    // Braille has the caption first (BANA Formats 6.2.2).
    let inside = try within(.setApart) { (inner) throws(ConversionFailure) in
      let caption = try inner.content(of: node.caption)
      let blocks = try inner.elements(for: node.blocks)
      return (caption.isEmpty ? [] : [XMLElement("figcaption", [], caption)]) + blocks
    }
    return wrapped("figure", attributes, inside)
  }

  mutating func aside(_ node: Aside, _ attributes: [XMLAttribute]) throws(ConversionFailure) -> [XMLElement] {
    let inside = try within(.setApart) { (inner) throws(ConversionFailure) in
      let title = try inner.builder(node.title, look: InlineLook(fixedEmphasis: []))
      // The colour of a box is said in words, as at its line on pages.
      return try
        (node.colour.map { (name) throws(ConversionFailure) in
          try inner.transcribersNote(inner.composer.documentsOwn(name, inner.composer.context.language))
        } ?? [])
        + inner.elements("p", [XMLAttribute("class", "title")], title)
        + inner.elements(for: node.blocks)
    }
    return wrapped("aside", [XMLAttribute("class", "box \(node.kind.rawValue)")] + attributes, inside)
  }

  /// A division. What has no look of its own is there for its role, its identifier or its language.
  mutating func division(
    _ node: Division, _ attributes: [XMLAttribute]
  ) throws(ConversionFailure) -> [XMLElement] {
    let inside = try elements(for: node.blocks)
    if let role = node.role, Self.sectionRoles.contains(role), place != .headingCell {
      return wrapped("section", [XMLAttribute("role", "doc-\(role)")] + attributes, inside)
    }
    return attributes.isEmpty ? inside : wrapped("div", attributes, inside)
  }

  /// The roles of DPUB-ARIA 1.1 that a `section` may have, without `doc-`.
  private static let sectionRoles: Set<String> = [
    "abstract", "acknowledgments", "afterword", "appendix", "bibliography", "chapter", "colophon",
    "conclusion", "credit", "credits", "dedication", "endnotes", "epilogue", "epigraph", "errata",
    "example", "foreword", "glossary", "index", "introduction", "notice", "part", "preface", "prologue",
    "pullquote", "qna",
  ]

  private func wrapped(
    _ name: String, _ attributes: [XMLAttribute], _ inside: [XMLElement]
  ) -> [XMLElement] {
    if inside.isEmpty, !attributes.contains(where: { $0.name == "id" }) { return [] }
    // A heading cell holds no sections.
    let name = place == .headingCell && name != "figure" ? "div" : name
    return [XMLElement(name, attributes, inside.map(XMLNode.element))]
  }

  // MARK: - Tables

  /// A table stays a table: reading systems know the width of their line, and we do not.
  mutating func table(_ node: Table, _ attributes: [XMLAttribute]) throws(ConversionFailure) -> [XMLElement] {
    var before: [XMLElement] = []
    var parts: [XMLElement] = []
    let caption = try within(.setApart) { (inner) throws(ConversionFailure) in
      try inner.content(of: node.caption)
    }
    // A caption of several blocks may hold what a caption may not.
    let isPlain = caption.allSatisfy {
      if case .element(let element) = $0 { Self.phrasing.contains(element.name) } else { true }
    }
    if !caption.isEmpty {
      if isPlain {
        parts.append(XMLElement("caption", [], caption))
      } else {
        before.append(XMLElement("div", [XMLAttribute("class", "caption")], caption))
      }
    }
    if let summary = node.summary {
      before += try transcribersNote(
        composer.documentsOwn(summary, node.info.language ?? composer.context.language))
    }
    if !node.head.isEmpty {
      parts.append(XMLElement("thead", [], try rows(node.head, in: .head)))
    }
    for body in node.bodies where !body.rows.isEmpty {
      let own = self.attributes(of: body.info)
      let outer = composer.context.language
      composer.context.language = body.info.language ?? outer
      parts.append(XMLElement("tbody", own, try rows(body.rows, in: .body)))
      composer.context.language = outer
    }
    if !node.foot.isEmpty { parts.append(XMLElement("tfoot", [], try rows(node.foot, in: .body))) }
    let hasRows = parts.contains { $0.name != "caption" }
    guard hasRows else {
      return before + (caption.isEmpty || !isPlain ? [] : [XMLElement("p", attributes, caption)])
    }
    return before + [XMLElement("table", attributes, parts.map(XMLNode.element))]
  }

  private enum RowGroup { case head, body }

  private mutating func rows(_ rows: [TableRow], in group: RowGroup) throws(ConversionFailure) -> [XMLNode] {
    var nodes: [XMLNode] = []
    for row in rows {
      let outer = composer.context.language
      let own = attributes(of: row.info)
      composer.context.language = row.info.language ?? outer
      var cells: [XMLNode] = []
      for cell in row.cells { cells.append(.element(try self.cell(cell, in: group))) }
      nodes.append(.element(XMLElement("tr", own, cells)))
      composer.context.language = outer
    }
    return nodes
  }

  private mutating func cell(_ cell: TableCell, in group: RowGroup) throws(ConversionFailure) -> XMLElement {
    let scope = cell.isBlank ? nil : cell.heading ?? (group == .head ? .column : nil)
    var attributes = scope.map { [XMLAttribute("scope", $0.attribute)] } ?? []
    if cell.columnSpan > 1 { attributes.append(XMLAttribute("colspan", "\(min(cell.columnSpan, 1_000))")) }
    if cell.rowSpan > 1 { attributes.append(XMLAttribute("rowspan", "\(min(cell.rowSpan, 65_534))")) }
    let own = self.attributes(of: cell.info)
    let outer = composer.context.language
    composer.context.language = cell.info.language ?? outer
    defer { composer.context.language = outer }
    let content = try within(scope == nil ? .setApart : .headingCell) { (inner) throws(ConversionFailure) in
      try inner.content(of: cell.blocks)
    }
    return XMLElement(scope == nil ? "td" : "th", attributes + own, content)
  }

  /// Elements that stand in a line of text.
  static let phrasing: Set<String> = [
    "a", "abbr", "br", "cite", "code", "del", "dfn", "em", "ins", "kbd", "samp", "small", "span", "strong",
    "var", "wbr",
  ]
}

extension HeadingScope {
  /// HTML's word for it.
  fileprivate var attribute: String {
    switch self {
    case .row: "row"
    case .column: "col"
    case .rowGroup: "rowgroup"
    case .columnGroup: "colgroup"
    }
  }
}
