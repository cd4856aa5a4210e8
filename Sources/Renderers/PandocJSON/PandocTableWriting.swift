import JSONTree
import DocumentModel

extension PandocWriting {
  mutating func table(_ table: Table) -> JSONValue {
    var attributes = attributes(table.info).with("summary", table.summary)
    if let form = table.form {
      let form = "table: \(form.rawValue)"
      if let index = attributes.pairs.firstIndex(where: { $0.name == "data-coformat" }) {
        attributes.pairs[index].value += "; " + form
      } else {
        attributes = attributes.with("data-coformat", form)
      }
    }
    let columns = table.columns.map { column in
      JSONValue.array([.node(Self.name(column.alignment)), .node("ColWidthDefault")])
    }
    let caption = blocks(table.caption)
    let head = rows(table.head, isHead: true)
    var bodies: [JSONValue] = []
    for body in table.bodies {
      let rows = rows(body.rows, isHead: false)
      bodies.append(
        .array([
          self.attributes(body.info).json, .integer(Self.headingColumns(body)), .array([]), .array(rows),
        ]))
    }
    let foot = rows(table.foot, isHead: false)
    return .node(
      "Table",
      [
        attributes.json, Self.caption(caption), .array(columns), .array([PandocAttr().json, .array(head)]),
        .array(bodies), .array([PandocAttr().json, .array(foot)]),
      ])
  }

  /// One when every row of a body begins with a heading, as pandoc's templates show it.
  private static func headingColumns(_ body: TableBody) -> Int {
    let areHeadings = body.rows.allSatisfy { row in
      guard let first = row.cells.first else { return false }
      return first.heading != nil && first.columnSpan == 1 && first.rowSpan == 1
    }
    return areHeadings && !body.rows.isEmpty ? 1 : 0
  }

  private mutating func rows(_ rows: [TableRow], isHead: Bool) -> [JSONValue] {
    var written: [JSONValue] = []
    for row in rows {
      var cells: [JSONValue] = []
      for cell in row.cells { cells.append(self.cell(cell, isHead: isHead)) }
      written.append(.array([attributes(row.info).json, .array(cells)]))
    }
    return written
  }

  private mutating func cell(_ cell: TableCell, isHead: Bool) -> JSONValue {
    var attributes = attributes(cell.info)
    switch cell.heading {
    case .column where isHead: break
    case .column: attributes = attributes.with("scope", "col")
    case .row: attributes = attributes.with("scope", "row")
    case .rowGroup: attributes = attributes.with("scope", "rowgroup")
    case .columnGroup: attributes = attributes.with("scope", "colgroup")
    case nil: if isHead { attributes = attributes.with(class: "coformat-data") }
    }
    // A cell of words alone holds them without a paragraph, as pandoc's own readers have it.
    var content: [JSONValue] = []
    if cell.blocks.count == 1, case .paragraph(let node) = cell.blocks[0] {
      content = [paragraph(node, as: "Plain")]
    } else {
      content = blocks(cell.blocks)
    }
    return .array([
      attributes.json, .node(Self.name(cell.alignment)), .integer(cell.rowSpan), .integer(cell.columnSpan),
      .array(content),
    ])
  }

  private static func name(_ alignment: Alignment?) -> String {
    switch alignment {
    case .start: "AlignLeft"
    case .centre: "AlignCenter"
    case .end: "AlignRight"
    case nil: "AlignDefault"
    }
  }
}
