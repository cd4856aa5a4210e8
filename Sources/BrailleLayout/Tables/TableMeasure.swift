extension ColumnarTable {
  /// How many lines the headings take.
  public var headingHeight: Int { headingLines.count }

  /// How many lines a row takes.
  public func height(of row: [ColumnarEntry]) -> Int { lines(of: row).count }

  /// The table with each column as narrow as its longest line, where lines were broken to make the
  /// columns fit; unchanged where entries cover several columns.
  public func tightened(_ rows: [[ColumnarEntry]], gutter: Int) -> ColumnarTable {
    var needed = Array(repeating: 1, count: columns.count)
    var spans = false
    func measure(_ entry: ColumnarEntry, runover: Int) {
      guard columns.indices.contains(entry.column) else { return }
      if entry.columnSpan > 1 { spans = true }
      switch entry.content {
      case .continued: break
      case .blank: needed[entry.column] = max(needed[entry.column], style.leastGuideDots)
      case .text(let block):
        let width = columns[entry.column].width
        // What fits one line needs its own length.
        let used =
          block.marks.isEmpty && block.text.cells.count <= width
          ? block.text.cells.count : EntryLines(block, width: width, runover: runover).width
        needed[entry.column] = max(needed[entry.column], used)
      }
    }
    for row in headings { for entry in row { measure(entry, runover: 0) } }
    for row in rows { for entry in row { measure(entry, runover: style.runover) } }
    guard !spans else { return self }
    var table = self
    var start = columns.first?.start ?? 0
    for column in columns.indices {
      table.columns[column].start = start
      table.columns[column].width = min(columns[column].width, needed[column])
      start += table.columns[column].width + gutter
    }
    return table
  }
}
