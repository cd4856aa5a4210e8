import Diagnostics
import DocumentModel

/// A table's cells in their columns, with those that reach down from rows above filled in.
struct TableGrid {
  /// A cell where it stands.
  struct Entry {
    var cell: TableCell
    /// The first column it covers, from 0.
    var column: Int
    /// Whether it began in a row above.
    var isContinued: Bool
  }

  /// The headings of each column, from the head's rows, outermost first.
  private(set) var headings: [[TableCell]]
  /// The rows of the head, each cell in the last of the rows it covers, where its words end.
  private(set) var headRows: [[Entry]]
  /// How print sets each column; nil where it does not say.
  let alignments: [Alignment?]
  /// Where the table came from.
  let range: SourceRange?
  /// The rows below the head.
  private(set) var rows: [[Entry]]
  /// How many columns there are.
  private(set) var columnCount: Int
  /// Whether cells that cover several rows were left in their first row only, because writing them
  /// in each would have made the table many times its size.
  private(set) var leavesSpansUnfilled: Bool

  init(_ table: Table) {
    let head = Self.place(table.head, filling: .all)
    let body = table.bodies.flatMap(\.rows) + table.foot
    let cellCount = body.reduce(0) { $0 + $1.cells.count }
    let filled = Self.place(body, filling: .upTo(10 * cellCount + 1_000))
    rows = filled.rows
    leavesSpansUnfilled = filled.gaveUp
    alignments = table.columns.map(\.alignment)
    range = table.info.range
    let width = max(head.width, filled.width, 1)
    columnCount = width
    headings = Array(repeating: [], count: head.rows.isEmpty ? 0 : width)
    headRows = Array(repeating: [], count: head.rows.count)
    for (index, row) in head.rows.enumerated() {
      for entry in row where !entry.isContinued && !entry.cell.isBlank {
        headRows[min(index + entry.cell.rowSpan, head.rows.count) - 1].append(entry)
      }
    }
    for index in headRows.indices { headRows[index].sort { $0.column < $1.column } }
    headRows.removeAll(where: \.isEmpty)
    for row in head.rows {
      for entry in row where !entry.isContinued {
        for column in entry.column..<min(width, entry.column + entry.cell.columnSpan) {
          headings[column].append(entry.cell)
        }
      }
    }
  }

  /// The columns whose headings stand before no entry, in order: rows may be shorter than the head,
  /// and an entry that covers several columns names only the first and the last.
  var columnsWithoutEntries: [Int] {
    var named: Set<TableCell> = []
    var columns: Set<Int> = []
    for entry in rows.joined() {
      columns.insert(entry.column)
      columns.insert(min(entry.column + entry.cell.columnSpan, headings.count) - 1)
    }
    for column in columns where headings.indices.contains(column) { named.formUnion(headings[column]) }
    return headings.indices.filter { column in
      let isMissing = headings[column].contains { !$0.isBlank && !named.contains($0) }
      if isMissing { named.formUnion(headings[column]) }
      return isMissing
    }
  }

  /// Whether some entry is blank.
  var hasBlankEntries: Bool { rows.contains { $0.contains { $0.cell.isBlank } } }

  private enum Filling {
    case all
    case upTo(Int)
  }

  private static func place(
    _ rows: [TableRow], filling: Filling
  ) -> (rows: [[Entry]], width: Int, gaveUp: Bool) {
    var result: [[Entry]] = []
    /// Cells that reach into the next row: by column, the cell and how many rows it still covers.
    var reaching: [(entry: Entry, rows: Int)] = []
    var width = 0
    var written = 0
    var gaveUp = false
    for row in rows {
      var entries: [Entry] = []
      var next: [(entry: Entry, rows: Int)] = []
      var above = reaching[...]
      var column = 0
      func passCovered() {
        while let first = above.first, first.entry.column <= column {
          column = max(column, first.entry.column + first.entry.cell.columnSpan)
          var entry = first.entry
          entry.isContinued = true
          if case .upTo(let limit) = filling, written >= limit {
            gaveUp = true
          } else {
            entries.append(entry)
            written += 1
          }
          if first.rows > 1 { next.append((entry, first.rows - 1)) }
          above = above.dropFirst()
        }
      }
      for cell in row.cells {
        passCovered()
        let entry = Entry(cell: cell, column: column, isContinued: false)
        entries.append(entry)
        if cell.rowSpan > 1 { next.append((entry, cell.rowSpan - 1)) }
        column += cell.columnSpan
      }
      while let first = above.first {
        column = max(column, first.entry.column)
        passCovered()
      }
      width = max(width, entries.map { $0.column + $0.cell.columnSpan }.max() ?? 0)
      reaching = next.sorted { $0.entry.column < $1.entry.column }
      result.append(entries)
    }
    return (result, width, gaveUp)
  }
}
