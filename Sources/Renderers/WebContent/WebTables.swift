import DocumentModel
import XMLTree

extension WebContentWriter {
  /// A table: its caption, its head, its groups of rows and its foot. Headings say what they are
  /// headings of; where that is not enough, because headings stand in several rows or span cells, each
  /// cell names its headings.
  mutating func table(_ node: Table, _ attributes: [XMLAttribute]) -> [XMLElement] {
    var before: [XMLElement] = []
    var parts: [XMLElement] = []
    var caption = within(.setApart) { $0.content(of: node.caption) }
    if !caption.holdSomething { caption = [] }
    if let summary = node.summary, !summary.allSatisfy(\.isWhitespace) {
      let words = XMLElement("span", [XMLAttribute("class", "summary")], text: summary)
      if !caption.isEmpty { caption.append(.element(XMLElement("br"))) }
      caption.append(.element(words))
    }
    if !caption.isEmpty {
      // A caption holds no tables (HTML, 4.9.2).
      if caption.holdTable {
        before.append(XMLElement("div", [XMLAttribute("class", "caption")], caption))
      } else {
        parts.append(XMLElement("caption", [], caption))
      }
    }
    let headings = TableHeadings(node)
    if headings.isTooLarge { tallies.largeTables.add("", at: node.info.range) }
    let plan = headings.isComplex ? headings : nil
    var names: [String] = []
    if let plan {
      let prefix = anchors.reserve("table")
      names = (0..<plan.count).map { anchors.reserve("\(prefix)-h\($0 + 1)") }
    }
    var row = 0
    func group(_ name: String, _ rows: [TableRow], _ info: NodeInfo, _ writer: inout WebContentWriter) {
      guard rows.contains(where: { !$0.cells.isEmpty }) else { return }
      let own = writer.attributes(of: info)
      let outer = writer.enter(info, place: .setApart)
      var elements: [XMLNode] = []
      for (index, line) in rows.enumerated() {
        let place = RowPlace(
          number: row, rowsLeft: rows.count - index, isHead: name == "thead", plan: plan, names: names)
        elements.append(.element(writer.row(line, place, node.columns)))
        row += 1
      }
      writer.context = outer
      parts.append(XMLElement(name, own, elements))
    }
    group("thead", node.head, NodeInfo(), &self)
    for body in node.bodies { group("tbody", body.rows, body.info, &self) }
    group("tfoot", node.foot, NodeInfo(), &self)
    guard parts.contains(where: { $0.name != "caption" }) else {
      let words = parts.flatMap(\.children)
      return before + (words.isEmpty ? [] : [XMLElement("div", attributes.adding(class: "caption"), words)])
    }
    // A tagged PDF may have no head without a body (PDF/UA-1, 7.5): rows of headings alone are the body.
    if !parts.contains(where: { $0.name == "tbody" }) { parts[parts.count - 1].name = "tbody" }
    return before + [XMLElement("table", attributes, parts.map(XMLNode.element))]
  }

  /// Where a row stands in its table.
  private struct RowPlace {
    var number: Int
    /// How many rows its group has from here on.
    var rowsLeft: Int
    var isHead: Bool
    /// The headings of each cell, where cells name them.
    var plan: TableHeadings?
    /// The names of this table's headings, by their numbers less 1.
    var names: [String]
  }

  private mutating func row(_ row: TableRow, _ place: RowPlace, _ columns: [TableColumn]) -> XMLElement {
    let own = attributes(of: row.info)
    let outer = enter(row.info)
    var cells: [XMLNode] = []
    for (index, cell) in row.cells.enumerated() {
      cells.append(.element(self.cell(cell, index, place, columns)))
    }
    context = outer
    return XMLElement("tr", own, cells)
  }

  private mutating func cell(
    _ cell: TableCell, _ index: Int, _ place: RowPlace, _ columns: [TableColumn]
  ) -> XMLElement {
    let scope = cell.scope(isInHead: place.isHead)
    var own = self.attributes(of: cell.info)
    let position = place.plan?.position(row: place.number, cell: index)
    let alignment =
      cell.alignment ?? position.flatMap { columns.indices.contains($0) ? columns[$0].alignment : nil }
      ?? (place.plan == nil && columns.indices.contains(index) && cell.columnSpan == 1
        ? columns[index].alignment : nil)
    switch alignment {
    case .centre: own = own.adding(class: "centred")
    case .end: own = own.adding(class: "at-end")
    case .start, nil: break
    }
    if cell.columnSpan > 1 { own.append(XMLAttribute("colspan", "\(min(cell.columnSpan, 1_000))")) }
    // A cell ends with its group of rows (HTML, 4.9.12).
    let rowSpan = min(cell.rowSpan, place.rowsLeft, 65_534)
    if rowSpan > 1 { own.append(XMLAttribute("rowspan", "\(rowSpan)")) }
    var anchor: [XMLAttribute] = []
    if let plan = place.plan {
      if let number = plan.heading(row: place.number, cell: index) {
        let name = place.names[number - 1]
        anchors.define(name, in: currentFile)
        // The source's own name moves inside.
        anchor = own.filter { $0.name == "id" }
        own = own.filter { $0.name != "id" } + [XMLAttribute("id", name)]
      }
      let headings = plan.headings(row: place.number, cell: index).map { place.names[$0 - 1] }
      if !headings.isEmpty { own.append(XMLAttribute("headers", headings.joined(separator: " "))) }
    }
    if let scope { own.insert(XMLAttribute("scope", scope.attribute), at: 0) }
    let outer = enter(cell.info, place: scope == nil ? .setApart : .headingCell)
    let levels = openLevels
    let content = span(anchor, []) + content(of: cell.blocks)
    context = outer
    openLevels = levels
    return XMLElement(scope == nil ? "td" : "th", own, content)
  }
}

extension TableCell {
  /// What the cell is a heading of; a blank cell is a heading of nothing.
  func scope(isInHead: Bool) -> HeadingScope? {
    isBlank ? nil : heading ?? (isInHead ? .column : nil)
  }
}

extension [XMLNode] {
  fileprivate var holdTable: Bool {
    contains { node in
      guard case .element(let element) = node else { return false }
      return element.name == "table" || element.children.holdTable
    }
  }
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
