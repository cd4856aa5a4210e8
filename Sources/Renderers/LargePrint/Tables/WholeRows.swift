import DocumentModel

extension Table {
  /// The table with every row of its bodies and its foot whole: a cell that reaches down stands in each
  /// of the rows it covers, and rows that are short have empty cells at their ends.
  ///
  /// A table goes over several pages in large print, where a cell of the page before would be out of
  /// sight; and a tagged PDF wants as many columns in each row (ISO 14289-1, 7.5).
  func withWholeRows() -> Table {
    let width = max(columns.count, allRows.map { $0.cells.reduce(0) { $0 + $1.columnSpan } }.max() ?? 0)
    var table = self
    table.bodies = bodies.map { body in
      var body = body
      body.rows = Self.whole(body.rows, width: width)
      return body
    }
    table.foot = Self.whole(foot, width: width)
    table.head = Self.padded(head, width: width)
    return table
  }

  /// The table with a heading in each entry of its head: one that reaches over several columns stands in
  /// each of them, and below one that reaches down are empty ones.
  ///
  /// A tagged PDF wants headings for each cell (ISO 14289-1, 7.5), and WeasyPrint 70 gives a heading that
  /// spans columns to the cells of the first alone.
  func withHeadingOverEachColumn() -> Table {
    guard head.contains(where: { $0.cells.contains { $0.columnSpan > 1 || $0.rowSpan > 1 } }),
      head.reduce(0, { $0 + $1.cells.reduce(0) { $0 + $1.columnSpan } }) < 10_000
    else { return self }
    /// How many rows a cell from above still covers, by column.
    var reaching: [Int: Int] = [:]
    var table = self
    table.head = head.enumerated().map { index, row in
      var cells: [TableCell] = []
      func passCovered() {
        while let rows = reaching[cells.count], rows > 0 {
          reaching[cells.count] = rows - 1
          cells.append(TableCell([]))
        }
      }
      for cell in row.cells {
        passCovered()
        let rows = min(cell.rowSpan, head.count - index)
        var single = cell
        single.columnSpan = 1
        single.rowSpan = 1
        for copy in 0..<max(1, cell.columnSpan) {
          reaching[cells.count] = rows - 1
          cells.append(copy == 0 ? single : single.repeated)
        }
      }
      passCovered()
      var row = row
      row.cells = cells
      return row
    }
    return table
  }

  /// Whether cells reach over several columns, or those of the head over several rows.
  var hasSpans: Bool {
    allRows.contains { $0.cells.contains { $0.columnSpan > 1 } }
      || head.contains { $0.cells.contains { $0.rowSpan > 1 } }
  }

  private static func whole(_ rows: [TableRow], width: Int) -> [TableRow] {
    let hasSpans = rows.contains { $0.cells.contains { $0.rowSpan > 1 } }
    guard hasSpans || rows.contains(where: { $0.cells.reduce(0) { $0 + $1.columnSpan } != width }) else {
      return rows
    }
    /// Cells that reach into the next row: where, which, and how many rows they still cover.
    var reaching: [(column: Int, cell: TableCell, rows: Int)] = []
    return rows.map { row in
      var cells: [TableCell] = []
      var next: [(column: Int, cell: TableCell, rows: Int)] = []
      var column = 0
      func passCovered() {
        while let index = reaching.firstIndex(where: { $0.column == column }) {
          let above = reaching.remove(at: index)
          cells.append(above.cell)
          if above.rows > 1 { next.append((column, above.cell, above.rows - 1)) }
          column += above.cell.columnSpan
        }
      }
      for cell in row.cells {
        passCovered()
        var cell = cell
        let rows = cell.rowSpan
        cell.rowSpan = 1
        cells.append(cell)
        if rows > 1 { next.append((column, cell.repeated, rows - 1)) }
        column += cell.columnSpan
      }
      passCovered()
      while column < width {
        cells.append(TableCell([]))
        column += 1
        passCovered()
      }
      reaching = next
      var row = row
      row.cells = cells
      return row
    }
  }

  /// The head's rows with empty cells at the ends of short ones; cells that reach down stay.
  private static func padded(_ rows: [TableRow], width: Int) -> [TableRow] {
    var covered = Array(repeating: 0, count: rows.count)
    for (index, row) in rows.enumerated() {
      for cell in row.cells {
        for line in index..<min(rows.count, index + cell.rowSpan) { covered[line] += cell.columnSpan }
      }
    }
    return rows.enumerated().map { index, row in
      var row = row
      if covered[index] < width {
        row.cells += Array(repeating: TableCell([]), count: width - covered[index])
      }
      return row
    }
  }
}

extension TableCell {
  /// The cell once more: without names for links and marks of notes.
  fileprivate var repeated: TableCell {
    var cleaner = IdentifierCleaner()
    var cell = self
    cell.blocks = cleaner.rewrite(blocks)
    cell.info.id = nil
    return cell
  }
}
