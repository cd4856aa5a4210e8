import DocumentModel
import Wording

extension Scriptwriter {
  /// Marks a table: its caption, then row by row each cell with the heading of its column.
  mutating func mark(_ table: Table) -> Table {
    var table = table
    announce(word(.table).map { "\($0)." })
    table.caption = mark(table.caption)
    rest(Pause.paragraph)
    if let summary = table.summary, SpeechText.isSpoken(summary) { announce("\(summary).") }
    let headings = ColumnHeadings(table, format: format)
    var position = ColumnPosition()
    table.head = mark(table.head, &position, headings: nil)
    // The DTD of DTBook has the foot before the bodies, and its books are read in their order.
    if format == .daisy { table.foot = mark(foot: table.foot, headings) }
    for index in table.bodies.indices where table.bodies[index].info.isSaid(in: format) {
      let rows = table.bodies[index].rows
      position = ColumnPosition()
      table.bodies[index].rows = within(table.bodies[index].info) { [position] writer in
        var position = position
        return writer.mark(rows, &position, headings: headings)
      }
    }
    if format != .daisy { table.foot = mark(foot: table.foot, headings) }
    rest(Pause.paragraph)
    prefix = []
    return table
  }

  private mutating func mark(foot: [TableRow], _ headings: ColumnHeadings) -> [TableRow] {
    var position = ColumnPosition()
    return mark(foot, &position, headings: headings)
  }

  private mutating func mark(
    _ rows: [TableRow], _ position: inout ColumnPosition, headings: ColumnHeadings?
  ) -> [TableRow] {
    var rows = rows
    for row in rows.indices where rows[row].info.isSaid(in: format) {
      position.beginRow()
      for index in rows[row].cells.indices {
        let cell = rows[row].cells[index]
        let column = position.place(cell)
        guard cell.info.isSaid(in: format) else { continue }
        rows[row].cells[index].blocks = within(cell.info) { writer in
          let waiting = writer.prefix
          if cell.heading == nil, let heading = headings?.words(of: column) { writer.announce("\(heading):") }
          let blocks = writer.mark(cell.blocks)
          // An empty cell leaves no heading to the next, but what was to be said before the table waits.
          if !writer.prefix.isEmpty { writer.prefix = waiting }
          return blocks
        }
        rest(Pause.cell)
      }
      rest(Pause.row)
    }
    return rows
  }
}

/// Which column a cell stands in, counted through the spans of those before and above it.
struct ColumnPosition {
  private var column = 0
  /// For each column, how many more rows a cell from above reaches into.
  private var reach: [Int] = []
  private var fresh: [Int: Int] = [:]

  mutating func beginRow() {
    for index in reach.indices where reach[index] > 0 { reach[index] -= 1 }
    for (index, rows) in fresh {
      while reach.count <= index { reach.append(0) }
      reach[index] = rows
    }
    fresh = [:]
    column = 0
  }

  /// The column of the next cell of the row, from 0.
  mutating func place(_ cell: TableCell) -> Int {
    while column < reach.count, reach[column] > 0 { column += 1 }
    defer { column += cell.columnSpan }
    if cell.rowSpan > 1 {
      for index in column..<min(column + cell.columnSpan, 1_000) { fresh[index] = cell.rowSpan - 1 }
    }
    return column
  }
}

/// The words of the headings above each column.
struct ColumnHeadings {
  private var words: [Int: String] = [:]

  init(_ table: Table, format: Format) {
    var position = ColumnPosition()
    // Without a head the first row of a body is one, if all that is in it are headings.
    var rows = table.head
    if rows.isEmpty, let first = table.bodies.first?.rows.first,
      first.cells.allSatisfy({ $0.heading == .column || $0.heading == .columnGroup }), !first.cells.isEmpty
    {
      rows = [first]
    }
    for row in rows where row.info.isSaid(in: format) {
      position.beginRow()
      for cell in row.cells {
        let column = position.place(cell)
        guard cell.info.isSaid(in: format) else { continue }
        var text = ""
        for block in cell.blocks { Self.collect(block, format, &text) }
        guard SpeechText.isSpoken(text) else { continue }
        for index in column..<min(column + cell.columnSpan, 1_000) {
          words[index] = words[index].map { "\($0), \(text)" } ?? text
        }
      }
    }
  }

  func words(of column: Int) -> String? { words[column] }

  private static func collect(_ block: Block, _ format: Format, _ text: inout String) {
    guard block.info.isSaid(in: format) else { return }
    let children = block.children
    let words = children.inlines.filter { $0.info.isSaid(in: format) }.plainText
    if SpeechText.isSpoken(words) { text += (text.isEmpty ? "" : " ") + words }
    for child in children.blocks { collect(child, format, &text) }
  }
}
