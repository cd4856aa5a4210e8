import Diagnostics
import DocumentModel

/// A table while it is read: rows of cells by the columns of the grid they stand in.
struct OfficeTable {
  struct Cell {
    var blocks: [Block]
    var column: Int
    var span: Int
    var rows = 1
    /// Whether it goes on from the cell above.
    var continues = false
    var isBold = false
    var info: NodeInfo
  }

  struct Row {
    var cells: [Cell] = []
    var isHead = false
    var info: NodeInfo
  }

  var rows: [Row] = []

  /// Whether a table's style shows its first row and its first column as headings.
  struct Look {
    var firstRow = false
    var firstColumn = false
  }
}

extension OfficeTable {
  /// Gives cells that go on from the cell above to that cell. Text in them, which Word does not show,
  /// is kept there and reported; one with no cell above stays a cell, as Word has it.
  mutating func mergeDown(report: (String, SourceRange?) -> Void) {
    /// The cell that reaches down at each column: its row and its place in it.
    var reaching: [Int: (row: Int, cell: Int)] = [:]
    for row in rows.indices {
      var next: [Int: (row: Int, cell: Int)] = [:]
      var gone: Set<Int> = []
      for index in rows[row].cells.indices {
        let cell = rows[row].cells[index]
        if cell.continues, let above = reaching[cell.column],
          rows[above.row].cells[above.cell].span == cell.span
        {
          rows[above.row].cells[above.cell].rows += 1
          if !cell.blocks.isEmpty {
            report(cell.blocks.words, cell.info.range)
            rows[above.row].cells[above.cell].blocks += cell.blocks
          }
          next[cell.column] = above
          gone.insert(index)
          continue
        }
        next[cell.column] = (row, index)
      }
      reaching = next
      // Places in the row must stay what they are until all rows are read.
      for index in gone { rows[row].cells[index].span = 0 }
    }
    for row in rows.indices { rows[row].cells.removeAll { $0.span == 0 } }
  }

  /// How many rows at the top hold column headings: those the author says, the first where the table's
  /// style shows it as one, or where it alone is bold.
  func headCount(_ look: Look, guessed: () -> Void) -> Int {
    guard rows.count > 1 else { return 0 }
    var count = rows.prefix(while: \.isHead).count
    if count == 0, look.firstRow { count = 1 }
    if count == 0, rows[0].cells.count > 1, rows[0].cells.allSatisfy({ $0.isBold || $0.blocks.isEmpty }),
      rows[0].cells.count(where: \.isBold) > 1,
      rows.dropFirst().contains(where: { row in
        row.cells.contains { !$0.isBold && !$0.blocks.isEmpty }
      }), !rows.dropFirst().contains(where: { row in row.cells.count > 1 && row.cells.allSatisfy(\.isBold) })
    {
      count = 1
      guessed()
    }
    guard count < rows.count else { return 0 }
    // A heading cell must not reach into the data.
    for (index, row) in rows.prefix(count).enumerated()
    where row.cells.contains(where: { index + $0.rows > count }) {
      return max(
        0,
        (index + (row.cells.map(\.rows).max() ?? 1)) < rows.count
          ? index + (row.cells.map(\.rows).max() ?? 1) : 0)
    }
    return count
  }

  /// The table of the model.
  func table(head: Int, hasRowHeadings: Bool, info: NodeInfo) -> Table {
    let made = rows.enumerated().map { index, row in
      TableRow(
        row.cells.enumerated().map { place, cell in
          var heading: HeadingScope?
          if index < head {
            heading = cell.blocks.isEmpty ? nil : cell.span > 1 ? .columnGroup : .column
          } else if hasRowHeadings, cell.column == 0, place == 0, !cell.blocks.isEmpty {
            heading = .row
          }
          return TableCell(
            cell.blocks, heading: heading, columnSpan: cell.span, rowSpan: cell.rows, info: cell.info)
        }, info: row.info)
    }
    var table = Table(
      columns: [], head: Array(made.prefix(head)), bodies: [TableBody(Array(made.dropFirst(head)))],
      info: info)
    table.settleGrid()
    return table
  }
}

extension [Block] {
  /// The words of the blocks, for messages.
  var words: String {
    var words = ""
    for block in self {
      block.walk { node in
        if case .inline(.text(let text)) = node { words += (words.isEmpty ? "" : " ") + text.string }
      }
    }
    return words
  }

  /// Whether they are all bold, as the cells of headings are.
  var areBold: Bool {
    !isEmpty
      && allSatisfy { block in
        guard case .paragraph(let paragraph) = block else { return false }
        return paragraph.inlines.allSatisfy { inline in
          switch inline {
          case .styled(let node): node.style == .strong
          case .lineBreak, .pageBreak: true
          case .text(let node): node.string.allSatisfy(\.isWhitespace)
          case .span(let node):
            node.inlines.allSatisfy {
              if case .styled(let inner) = $0 { inner.style == .strong } else { false }
            }
          case .link, .crossReference, .noteReference, .abbreviation, .image, .code, .mathematics: false
          }
        }
      }
  }
}
