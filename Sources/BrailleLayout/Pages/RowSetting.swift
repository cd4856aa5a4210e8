/// Setting rows of tables in columns, line by line.
extension FlowSetter {
  /// Sets the next line of a row: first its table's headings, where the row is the first or begins a
  /// page (BANA Formats 11.4.4).
  mutating func next(of row: ColumnarRow, on builder: PageBuilder) -> Step {
    let isBelowHeadings = place.held == .lead && place.headedPage == builder.pageIndex
    if place.line == 0, place.headingLine == 0, !isBelowHeadings {
      place.rowBeginsPage = row.position == .later && place.headedPage != builder.pageIndex
    }
    let set = setRow(row)
    let lines = place.rowBeginsPage ? set.linesAtPageTop : set.lines
    var blanks = builder.blankBetween
    if place.line == 0, place.headingLine == 0 {
      guard let wanted = self.blanks(before: row.spacing, role: .text, on: builder) else { return .full }
      blanks = place.held == .lead && place.headedPage == builder.pageIndex ? blanks : wanted
    }
    if place.headingLine > 0 || place.headedPage != builder.pageIndex {
      let headings = row.table.headingLines
      if place.headingLine < headings.count {
        guard let step = placed(headings[place.headingLine], .first, blanks: blanks, on: builder) else {
          return .full
        }
        place.headingLine += 1
        if place.headingLine == headings.count {
          place.headingLine = 0
          place.headedPage = builder.pageIndex
        }
        place.held = .lead
        return .row(step)
      }
      place.headedPage = builder.pageIndex
    }
    guard
      let step = placed(
        lines[place.line], place.line == 0 ? .first : .runover, blanks: blanks, on: builder)
    else { return .full }
    place.line += 1
    place.held = .nothing
    if place.line == lines.count { finishItem(spacing: row.spacing, role: .text) }
    return .row(step)
  }

  /// A line below `blanks` blank rows, or one more where it is too long for a line that a page number
  /// shares; nil when it has no room on the page.
  private func placed(
    _ line: TableLine, _ place: Row.Place, blanks: Int, on builder: PageBuilder
  ) -> SetRow? {
    let isLong = line.cells.count > builder.limit(after: blanks) && builder.limit(after: blanks) < width
    let blanks = isLong ? blanks + 1 : blanks
    guard builder.remaining > blanks else { return nil }
    let row = Row(
      line.cells, kind: line.kind, range: line.range, place: place,
      print: line.print.joined(separator: " | "))
    return SetRow(row: row, blanks: blanks, notes: line.notes)
  }

  /// The row with what is worked out for it once.
  private mutating func setRow(_ row: ColumnarRow) -> SetColumnarRow {
    if let currentRow, currentRow.item == place.item { return currentRow.row }
    let lines = row.table.lines(of: row.entries)
    let atTop = row.entries.map(\.atPageTop)
    let set = SetColumnarRow(
      lines: lines, linesAtPageTop: atTop == row.entries ? lines : row.table.lines(of: atTop))
    currentRow = (place.item, set)
    return set
  }
}

/// A row of a table with what must be worked out only once to set its lines.
struct SetColumnarRow {
  var lines: [TableLine]
  /// Its lines where it begins a page: what reaches down from rows on the page before is said again.
  var linesAtPageTop: [TableLine]
}
