import DocumentModel
import XMLTree

// Tables: caption, head, foot and bodies in the order of the DTD, headings with their scopes.

extension DTBookWriter {
  mutating func table(_ node: Table) -> [XMLElement] {
    guard node.allRows.contains(where: { !$0.cells.isEmpty }) else { return words(ofEmpty: node) }
    var attributes = classed("", with: attributes(of: node.info))
    if let summary = node.summary, !summary.allSatisfy(\.isWhitespace) {
      attributes.append(XMLAttribute("summary", summary))
    }
    var parts: [XMLElement] = []
    let caption = within(.cell) { $0.content(of: node.caption) }
    if !caption.isEmpty { parts.append(XMLElement("caption", [], caption)) }
    let width = max(node.columns.count, 1)
    let outerColumns = columns
    columns = node.columns
    defer { columns = outerColumns }
    let head = rows(node.head, in: .head, width: width)
    if !head.isEmpty { parts.append(XMLElement("thead", [], head.map(XMLNode.element))) }
    // Pages that begin in the head or the foot begin before the table: nothing else may hold them there.
    let before = takePagesOfCells()
    let foot = rows(node.foot, in: .body, width: width)
    if !foot.isEmpty { parts.append(XMLElement("tfoot", [], foot.map(XMLNode.element))) }
    let afterwards = takePagesOfCells()
    for body in node.bodies {
      let own = self.attributes(of: body.info)
      var content: [XMLElement] = []
      for row in rows(body.rows, in: .body, width: width) { content.append(row) }
      if !content.isEmpty { parts.append(XMLElement("tbody", own, content.map(XMLNode.element))) }
    }
    let bodies = parts.filter { $0.name == "tbody" }.count
    if bodies == 0, let index = parts.firstIndex(where: { ["thead", "tfoot"].contains($0.name) }) {
      // A table must have a body: the rows of its head or foot are its rows.
      let moved = parts.remove(at: index)
      parts.append(XMLElement("tbody", moved.attributes, moved.children))
    }
    return before + [XMLElement("table", attributes, parts.map(XMLNode.element))] + afterwards + takeWaiting()
  }

  /// What a table without rows says: its caption and its summary.
  private mutating func words(ofEmpty node: Table) -> [XMLElement] {
    let caption = elements(for: node.caption)
    guard let summary = node.summary?.nonBlank else { return caption }
    return caption + [XMLElement("p", [], text: summary)]
  }

  private enum RowGroup { case head, body }

  private mutating func takePagesOfCells() -> [XMLElement] {
    guard place != .cell else { return [] }
    defer { pagesOfCells = [] }
    return pagesOfCells
  }

  /// The rows of a group. A row no cell begins in is taken out, since the DTD allows none, and cells that
  /// reach through it reach one row less.
  private mutating func rows(_ rows: [TableRow], in group: RowGroup, width: Int) -> [XMLElement] {
    let kept = rows.indices.filter { !rows[$0].cells.isEmpty }
    var result: [XMLElement] = []
    var places = ColumnPlaces()
    for index in kept {
      let row = rows[index]
      let own = attributes(of: row.info)
      var cells: [XMLElement] = []
      places.beginRow()
      for cell in row.cells {
        let end = min(rows.count, index + cell.rowSpan)
        let span = cell.rowSpan == 1 ? 1 : kept.count { index <= $0 && $0 < end }
        let column = places.place(cell, rows: span)
        let alignment = cell.alignment ?? (columns.indices.contains(column) ? columns[column].alignment : nil)
        cells.append(self.cell(cell, in: group, rows: span, width: width, alignment))
      }
      if group == .body, place != .cell { result += takePagesOfCells() }
      result.append(XMLElement("tr", own, cells.map(XMLNode.element)))
    }
    return result
  }

  private mutating func cell(
    _ cell: TableCell, in group: RowGroup, rows: Int, width: Int, _ alignment: Alignment?
  ) -> XMLElement {
    let content = within(.cell) { $0.content(of: cell.blocks) }
    let scope = content.isEmpty ? nil : cell.heading ?? (group == .head ? .column : nil)
    var attributes = scope.map { [XMLAttribute("scope", $0.tableScope)] } ?? []
    if let side = alignment?.side(isRightToLeft: isRightToLeft) {
      attributes.append(XMLAttribute("align", side))
    }
    if cell.columnSpan > 1 { attributes.append(XMLAttribute("colspan", "\(min(cell.columnSpan, width))")) }
    if rows > 1 { attributes.append(XMLAttribute("rowspan", "\(rows)")) }
    return XMLElement(scope == nil ? "td" : "th", attributes + self.attributes(of: cell.info), content)
  }
}

extension HeadingScope {
  /// The DTD's word for it.
  fileprivate var tableScope: String {
    switch self {
    case .row: "row"
    case .column: "col"
    case .rowGroup: "rowgroup"
    case .columnGroup: "colgroup"
    }
  }
}

extension Alignment {
  /// The DTD's word for it, which knows left and right; nil for the side print begins at.
  fileprivate func side(isRightToLeft: Bool) -> String? {
    switch self {
    case .start: nil
    case .centre: "center"
    case .end: isRightToLeft ? "left" : "right"
    }
  }
}

/// Which column each cell begins in, counted through cells that reach down from rows above.
private struct ColumnPlaces {
  private var column = 0
  /// By column, how many more rows a cell reaches into.
  private var reach: [Int: Int] = [:]
  private var fresh: [Int: Int] = [:]

  mutating func beginRow() {
    reach = reach.mapValues { $0 - 1 }.filter { $0.value > 0 }
    reach.merge(fresh) { $1 }
    fresh = [:]
    column = 0
  }

  /// The column of the next cell of the row, from 0.
  mutating func place(_ cell: TableCell, rows: Int) -> Int {
    while reach[column] != nil { column += 1 }
    let place = column
    column += min(cell.columnSpan, 1_000)
    if rows > 1 { for covered in place..<column { fresh[covered] = rows - 1 } }
    return place
  }
}
