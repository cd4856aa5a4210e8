import BrailleLayout
import DocumentModel

/// What stands where when a table is set in columns, as print has it or with rows and columns
/// changed over.
struct ColumnPlan {
  /// What stands in a column of a row, or in several columns.
  struct Cell {
    var column: Int
    var columnSpan = 1
    var content: Content

    enum Content {
      /// Cells whose words stand there, parted by commas: several where headings have headings.
      case cells([TableCell])
      /// A cell of the row above that reaches down.
      case continued
      /// Print has no cell there.
      case missing
    }
  }

  var headings: [[Cell]] = []
  var rows: [[Cell]] = []
  private(set) var columnCount: Int
  /// For each column, whether it holds figures and nothing else.
  private var holdsFigures: [Bool]
  /// For each column, whether print sets it right.
  private var isRight: [Bool]

  /// The table as print has it.
  init(_ grid: TableGrid) {
    let count = grid.columnCount
    columnCount = count
    isRight = (0..<count).map { grid.alignments.indices.contains($0) && grid.alignments[$0] == .end }
    headings = grid.headRows.enumerated().map { index, row in
      row.map { Cell(column: $0.column, columnSpan: $0.span(in: count), content: .cells([$0.cell])) }
    }
    rows = grid.rows.map { row in
      var cells: [Cell] = []
      var column = 0
      for entry in row {
        while column < entry.column {
          cells.append(Cell(column: column, content: .missing))
          column += 1
        }
        cells.append(
          Cell(
            column: entry.column, columnSpan: entry.span(in: count),
            content: entry.isContinued ? .continued : .cells([entry.cell])))
        column = entry.column + entry.span(in: count)
      }
      while column < count {
        cells.append(Cell(column: column, content: .missing))
        column += 1
      }
      return cells
    }
    holdsFigures = Self.figureColumns(rows, count: count)
  }

  /// The table with rows and columns changed over: the headings of columns become those of rows, and
  /// the first column becomes the line of headings. Nil when cells cover several rows or columns.
  init?(transposing grid: TableGrid) {
    let hasSpans = grid.rows.contains { $0.contains { $0.cell.columnSpan > 1 || $0.cell.rowSpan > 1 } }
    guard !hasSpans, grid.columnCount > 1 else { return nil }
    columnCount = grid.rows.count + 1
    func heading(_ column: Int) -> Cell.Content { .cells(grid.headings[column]) }
    func entry(_ row: [TableGrid.Entry], _ column: Int) -> Cell.Content {
      row.first { $0.column == column }.map { .cells([$0.cell]) } ?? .missing
    }
    headings = [
      [Cell(column: 0, content: heading(0))]
        + grid.rows.enumerated().map { Cell(column: $0 + 1, content: entry($1, 0)) }
    ]
    rows = (1..<grid.columnCount).map { column in
      [Cell(column: 0, content: heading(column))]
        + grid.rows.enumerated().map { Cell(column: $0 + 1, content: entry($1, column)) }
    }
    holdsFigures = Self.figureColumns(rows, count: columnCount)
    let allRight = (1..<grid.columnCount).allSatisfy {
      grid.alignments.indices.contains($0) && grid.alignments[$0] == .end
    }
    isRight = Array(repeating: allRight, count: columnCount)
  }

  /// How entries of one line stand in a column. The first holds the headings of rows.
  func alignment(of column: Int, _ figures: ColumnsStyle.Figures) -> ColumnarColumn.Alignment {
    guard column > 0, holdsFigures[column] else { return .left }
    switch figures {
    case .left: return .left
    case .right: return .right
    case .asPrint: return isRight[column] ? .right : .left
    }
  }

  private static func figureColumns(_ rows: [[Cell]], count: Int) -> [Bool] {
    var result = Array(repeating: true, count: count)
    var isUsed = Array(repeating: false, count: count)
    for row in rows {
      for cell in row where cell.columnSpan == 1 && result[cell.column] {
        guard case .cells(let cells) = cell.content else { continue }
        for cellOfTable in cells where !cellOfTable.isBlank {
          isUsed[cell.column] = true
          if !cellOfTable.isFigure { result[cell.column] = false }
        }
      }
    }
    return zip(result, isUsed).map { $0 && $1 }
  }
}

extension TableGrid.Entry {
  /// How many of the table's columns it covers.
  fileprivate func span(in count: Int) -> Int { max(1, min(cell.columnSpan, count - column)) }
}
