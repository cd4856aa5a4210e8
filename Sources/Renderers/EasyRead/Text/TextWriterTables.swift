import DocumentModel
import Wording

extension TextWriter {
  /// A table: rows with bars in Markdown where each cell is one line of text, and lists of its rows
  /// elsewhere, which are read without a table being seen.
  mutating func table(_ node: Table) -> [Group] {
    if syntax == .markdown, let rows = simpleRows(node) { return groups(for: node.caption) + [rows] }
    let grid = TableGrid(node)
    guard !grid.rows.isEmpty else { return groups(for: node.caption) }
    return groups(for: [TableRecords(node, grid: grid, words: words).block(in: .inside)])
  }

  /// The rows with bars between their cells; nil for a table that has more than that can hold.
  private mutating func simpleRows(_ node: Table) -> Group? {
    let rows = node.allRows
    guard let width = rows.map(\.cells.count).max(), width > 0, node.head.count == 1, node.summary == nil
    else { return nil }
    for row in rows {
      for cell in row.cells {
        guard cell.columnSpan == 1, cell.rowSpan == 1, cell.blocks.count <= 1 else { return nil }
        guard let block = cell.blocks.first else { continue }
        guard case .paragraph(let paragraph) = block else { return nil }
        let hasBreak = paragraph.inlines.contains { if case .lineBreak = $0 { true } else { false } }
        guard !hasBreak else { return nil }
      }
    }
    var lines: Group = []
    for (index, row) in rows.enumerated() {
      let cells = (0..<width).map { column -> String in
        guard column < row.cells.count, case .paragraph(let paragraph) = row.cells[column].blocks.first else {
          return ""
        }
        let cell = row.cells[column].info
        return Self.withoutBars(
          onOneLine(inLanguage(cell) { $0.inLanguage(paragraph.info) { $0.text(of: paragraph.inlines) } }))
      }
      lines.append("| " + cells.joined(separator: " | ") + " |")
      if index == 0 {
        lines.append("|" + String(repeating: " --- |", count: width))
      }
    }
    return lines
  }

  /// A cell in which no bar ends it: also in code, in formulas and in addresses it has an escape (GitHub's
  /// tables are parted into cells before anything else is read).
  private static func withoutBars(_ cell: String) -> String {
    guard cell.contains("|") else { return cell }
    var result = ""
    var isEscaped = false
    for character in cell {
      if character == "|", !isEscaped { result.append("\\") }
      isEscaped = character == "\\" && !isEscaped
      result.append(character)
    }
    return result
  }
}
