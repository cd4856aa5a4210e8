import DocumentModel

extension TreeNode {
  static func table(_ table: Table) -> TreeNode {
    TreeNode(
      "table", table.info,
      group("caption", nodes(table.caption)) + table.columns.map(column)
        + group("head", table.head.map(row))
        + table.bodies.map { TreeNode("body", $0.info, $0.rows.map(row)) }
        + group("foot", table.foot.map(row))
    ).with("summary", text: table.summary).with("form", word: table.form?.rawValue)
  }

  private static func column(_ column: TableColumn) -> TreeNode {
    TreeNode("column").with("alignment", word: column.alignment?.rawValue)
  }

  private static func row(_ row: TableRow) -> TreeNode {
    TreeNode(
      "row", row.info,
      row.cells.map { cell in
        TreeNode("cell", cell.info, nodes(cell.blocks)).with("heading", word: cell.heading?.rawValue)
          .with("columns", number: cell.columnSpan == 1 ? nil : cell.columnSpan)
          .with("rows", number: cell.rowSpan == 1 ? nil : cell.rowSpan)
          .with("alignment", word: cell.alignment?.rawValue)
      })
  }
}
