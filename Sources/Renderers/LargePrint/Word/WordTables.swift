import DocumentModel
import Wording
import XMLTree

extension WordWriter {
  /// A table: its caption above it, rows of headings that are repeated on each page, a title for those
  /// who do not see it. One that was turned has a section of its own, with its pages on their sides.
  mutating func table(_ node: Table, in context: inout Context) -> [XMLElement] {
    var elements = caption(node.caption, in: &context)
    let grid = TableGrid(node)
    let isTurned = node.info.pageTurns.contains(.turned)
    let width = Int((isTurned ? settings.sideways : settings.upright) * Double(em)) - context.indent
    let needs = settings.tableFit.columns(of: grid)
    let sum = max(needs.reduce(0, +), 1)
    let widths = needs.map { max(Int(Double(width) * $0 / sum), 1) }
    let title =
      node.caption.isEmpty
      ? words.text(
        .sizeOfTable, ["columns": "\(grid.columnCount)", "rows": "\(node.allRows.count)"])
      : node.caption.map { $0.children.inlines.plainText }.joined(separator: " ")
    var properties = [
      W.value("w:tblStyle", "LargePrintTable"),
      W.of("w:tblW", ["w:w": "\(widths.reduce(0, +))", "w:type": "dxa"]),
      W.of("w:tblInd", ["w:w": "\(context.indent)", "w:type": "dxa"]),
      W.of("w:tblLayout", ["w:type": "fixed"]),
      W.of("w:tblLook", ["w:val": "0020", "w:firstRow": node.head.isEmpty ? "0" : "1"]),
      W.value("w:tblCaption", title),
    ]
    if context.isRightToLeft { properties.insert(W.of("w:bidiVisual"), at: 1) }
    if let summary = node.summary { properties.append(W.value("w:tblDescription", summary)) }
    let columns = W.of("w:tblGrid", [:], widths.map { W.of("w:gridCol", ["w:w": "\($0)"]) })
    let rows =
      self.rows(node.head, widths, isHead: true, context)
      + self.rows(node.bodies.flatMap(\.rows), widths, isHead: false, context)
      + self.rows(node.foot, widths, isHead: false, context)
    guard !rows.isEmpty else { return elements }
    let table = W.of("w:tbl", [:], [W.of("w:tblPr", [:], properties), columns] + rows)
    if let summary = node.summary, !summary.allSatisfy(\.isWhitespace) {
      elements.append(paragraph(nil, [run(summary, context.run)], in: &context))
    }
    guard isTurned, context.isFlow else {
      // Without a paragraph between them two tables would be one.
      return elements + [table, spacer]
    }
    let start = beginSideways()
    isSideways = false
    let end = W.of("w:p", [:], [W.of("w:pPr", [:], [section(isSideways: true)])])
    return start + elements + [table, end]
  }

  /// Ends the section before one with its pages on their sides, unless the table's heading has done so.
  mutating func beginSideways() -> [XMLElement] {
    guard !isSideways else { return [] }
    isSideways = true
    return [W.of("w:p", [:], [W.of("w:pPr", [:], [section(isSideways: false)])])]
  }

  private var spacer: XMLElement {
    W.of("w:p", [:], [W.of("w:pPr", [:], [W.of("w:spacing", ["w:after": "0"])])])
  }

  private mutating func rows(_ rows: [TableRow], _ widths: [Int], isHead: Bool, _ context: Context)
    -> [XMLElement]
  {
    /// By column, the cell that reaches down and for how many rows more.
    var reaching: [Int: (cell: TableCell, rows: Int)] = [:]
    return rows.map { row in
      note(row.info.id)
      var cells: [XMLElement] = []
      var column = 0
      func passCovered() {
        while let above = reaching[column], above.rows > 0 {
          reaching[column] = (above.cell, above.rows - 1)
          cells.append(cell(nil, above.cell, at: column, widths, isHead: isHead, context))
          column += above.cell.columnSpan
        }
      }
      for entry in row.cells {
        passCovered()
        if entry.rowSpan > 1 { reaching[column] = (entry, entry.rowSpan - 1) }
        cells.append(cell(entry, entry, at: column, widths, isHead: isHead, context))
        column += entry.columnSpan
      }
      passCovered()
      let properties = [W.of("w:cantSplit")] + (isHead ? [W.of("w:tblHeader")] : [])
      return W.of("w:tr", [:], [W.of("w:trPr", [:], properties)] + cells)
    }
  }

  /// A cell; one that goes on from a row above has nothing in it.
  private mutating func cell(
    _ content: TableCell?, _ cell: TableCell, at column: Int, _ widths: [Int], isHead: Bool,
    _ context: Context
  ) -> XMLElement {
    let covered = widths[min(column, widths.count)..<min(column + cell.columnSpan, widths.count)]
    var properties = [W.of("w:tcW", ["w:w": "\(covered.reduce(0, +))", "w:type": "dxa"])]
    if cell.columnSpan > 1 { properties.append(W.value("w:gridSpan", cell.columnSpan)) }
    if cell.rowSpan > 1 {
      properties.append(content == nil ? W.of("w:vMerge") : W.value("w:vMerge", "restart"))
    }
    var inner = context
    inner.style = "TableText"
    inner.indent = 0
    inner.isFlow = false
    inner.list = nil
    inner.listLevel = 0
    inner.take(cell.info)
    if cell.scope(isInHead: isHead) != nil { inner.run.isBold = true }
    note(content?.info.id)
    var blocks = elements(for: content?.blocks ?? [], in: &inner)
    // A cell ends with a paragraph (ISO/IEC 29500-1, 17.4.65).
    if blocks.last?.name != "w:p" { blocks.append(paragraph(nil, [], in: &inner)) }
    return W.of("w:tc", [:], [W.of("w:tcPr", [:], properties)] + blocks)
  }

  /// The pages of a section.
  func section(isSideways: Bool) -> XMLElement {
    let (width, height) = settings.paper.millimetres
    func twips(_ millimetres: Double) -> String { "\(Int((millimetres / 25.4 * 1_440).rounded()))" }
    let margins = settings.profile.margins
    var size = [
      XMLAttribute("w:w", twips(isSideways ? height : width)),
      XMLAttribute("w:h", twips(isSideways ? width : height)),
    ]
    if isSideways { size.append(XMLAttribute("w:orient", "landscape")) }
    return W.of(
      "w:sectPr", [:],
      [
        W.of("w:footerReference", ["w:type": "default", "r:id": "rIdFooter"]),
        W.value("w:type", "nextPage"),
        XMLElement("w:pgSz", size),
        W.of(
          "w:pgMar",
          [
            "w:top": twips(margins.top), "w:right": twips(margins.right),
            "w:bottom": twips(margins.bottom),
            "w:left": twips(margins.left), "w:header": "567", "w:footer": "567", "w:gutter": "0",
          ]),
      ])
  }
}
