import DocumentModel

/// Which headings each cell of a table has, worked out from where cells stand (as HTML, 4.9.12.2, does
/// for a screen reader that follows it; many do not when headings span or stand in several rows, which
/// is when ``isComplex`` says that cells should name them).
struct TableHeadings {
  /// Whether scopes alone leave readers guessing.
  private(set) var isComplex = false
  /// Whether they do, in a table too large for its cells to name their headings.
  private(set) var isTooLarge = false
  /// How many headings there are, where cells name them.
  private(set) var count = 0
  /// The first column of each cell, by row.
  private var columns: [[Int]] = []
  /// The number of each heading, from 1, by row; nil for cells of data.
  private var numbers: [[Int?]] = []
  /// The headings of each cell, by row.
  private var lists: [[[Int]]] = []

  /// Cells of tables larger than this name no headings: scopes have to do.
  private static let largest = 20_000

  init(_ table: Table) {
    let rows = table.allRows
    guard rows.reduce(0, { $0 + $1.cells.count }) <= Self.largest else {
      isTooLarge = Self.isComplex(table)
      return
    }
    isComplex = Self.isComplex(table)
    guard isComplex else { return }
    var tracker = Tracker()
    let groups = [table.head] + table.bodies.map(\.rows) + [table.foot]
    for (number, group) in groups.enumerated() {
      tracker.beginGroup()
      for (index, row) in group.enumerated() {
        let placed = tracker.place(row, isInHead: number == 0, rowsLeft: group.count - index)
        columns.append(placed.columns)
        numbers.append(placed.numbers)
        lists.append(placed.headings)
      }
    }
    count = tracker.count
  }

  /// The first column a cell covers, from 0.
  func position(row: Int, cell: Int) -> Int? {
    columns.indices.contains(row) && columns[row].indices.contains(cell) ? columns[row][cell] : nil
  }

  /// The number of a heading; nil for a cell of data.
  func heading(row: Int, cell: Int) -> Int? {
    numbers.indices.contains(row) && numbers[row].indices.contains(cell) ? numbers[row][cell] : nil
  }

  /// The numbers of a cell's headings, in order.
  func headings(row: Int, cell: Int) -> [Int] {
    lists.indices.contains(row) && lists[row].indices.contains(cell) ? lists[row][cell] : []
  }

  private static func isComplex(_ table: Table) -> Bool {
    let headRows = table.head.filter { $0.cells.contains { $0.scope(isInHead: true) != nil } }
    if headRows.count > 1 { return true }
    func spans(_ cell: TableCell, isInHead: Bool) -> Bool {
      cell.scope(isInHead: isInHead) != nil && (cell.columnSpan > 1 || cell.rowSpan > 1)
    }
    if headRows.contains(where: { $0.cells.contains { spans($0, isInHead: true) } }) { return true }
    for row in table.bodies.flatMap(\.rows) + table.foot {
      let headings = row.cells.filter { $0.scope(isInHead: false) != nil }
      if headings.count > 1 || headings.contains(where: { spans($0, isInHead: false) || $0.heading != .row })
      {
        return true
      }
    }
    return false
  }

  /// What is known on the way through a table.
  private struct Tracker {
    /// Headings of columns from the head, by column.
    var fromHead: [Int: [Int]] = [:]
    /// Headings of columns that stand among the rows, by column, and the row of the last.
    var amongRows: [Int: (headings: [Int], row: Int)] = [:]
    /// Headings of the rows of the group.
    var ofGroup: [Int] = []
    /// Cells from rows above: by column, how many rows they still cover, and their number when they
    /// are headings of rows.
    var reaching: [Int: (rows: Int, heading: Int?)] = [:]
    var count = 0
    var row = 0

    mutating func beginGroup() {
      ofGroup = []
      reaching = [:]
    }

    mutating func place(
      _ row: TableRow, isInHead: Bool, rowsLeft: Int
    ) -> (columns: [Int], numbers: [Int?], headings: [[Int]]) {
      var result: (columns: [Int], numbers: [Int?], headings: [[Int]]) = ([], [], [])
      var next: [Int: (rows: Int, heading: Int?)] = [:]
      var ofRow: [Int] = []
      var newInHead: [(column: Int, number: Int)] = []
      var column = 0
      for cell in row.cells {
        while let above = reaching[column] {
          if let heading = above.heading, !ofRow.contains(heading) { ofRow.append(heading) }
          column += 1
        }
        let scope = cell.scope(isInHead: isInHead)
        let covered = column..<column + min(cell.columnSpan, 1_000)
        var headings: [Int] = []
        for place in covered {
          for heading in (fromHead[place] ?? []) + (amongRows[place]?.headings ?? [])
          where !headings.contains(heading) { headings.append(heading) }
        }
        if scope == nil || scope == .row { headings += (ofGroup + ofRow).filter { !headings.contains($0) } }
        var number: Int?
        if let scope {
          count += 1
          number = count
          switch scope {
          case .row: ofRow.append(count)
          case .rowGroup: ofGroup.append(count)
          case .column, .columnGroup:
            for place in covered where isInHead { newInHead.append((place, count)) }
            for place in covered where !isInHead {
              let continues = amongRows[place].map { $0.row == self.row - 1 } ?? false
              let before = continues ? amongRows[place]?.headings ?? [] : []
              headings.removeAll { !before.contains($0) && amongRows[place]?.headings.contains($0) == true }
              amongRows[place] = (before + [count], self.row)
            }
          }
        }
        let rows = min(cell.rowSpan, rowsLeft)
        if rows > 1 {
          for place in covered { next[place] = (rows - 1, scope == .row ? number : nil) }
        }
        result.columns.append(column)
        result.numbers.append(number)
        result.headings.append(headings)
        column = covered.upperBound
      }
      for (place, above) in reaching where above.rows > 1 && next[place] == nil {
        next[place] = (above.rows - 1, above.heading)
      }
      for (place, number) in newInHead { fromHead[place, default: []].append(number) }
      reaching = next
      self.row += 1
      return result
    }
  }
}
