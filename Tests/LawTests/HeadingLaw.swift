import BrailleLayout

extension BraillePages {
  /// Pages that end in a row that leads: a heading, the top line of a box, or the place where a print
  /// page begins, with what it says something of on the next page.
  ///
  /// The law: a row that leads is never the last row of text on a page, unless nothing follows it in
  /// the document, or the rows that lead there, one after another, and the first row after them are
  /// more than a page holds with the blank line that may part them. A last line whose page number
  /// leaves too little room for that row does not hold it.
  var leadersLeftBehind: [Int] {
    let pages = self.pages
    return pages.indices.dropLast().filter { index in
      let rows = pages[index].textRows
      guard let last = rows.last, last.leads else { return false }
      let leading = rows.reversed().prefix { $0.leads || $0.kind == .blank }.count
      var following = 0
      for row in pages[(index + 1)...].lazy.flatMap(\.textRows) {
        following += 1
        if !row.leads, row.kind != .blank {
          let number = pages[index].rows.last?.corner.count ?? 0
          let isNarrow = number > 0 && row.cells.count + 3 + number > width
          return leading + 1 + following + (isNarrow ? 1 : 0) <= height - pages[index].furnitureRows
        }
      }
      return false
    }.map { pages[$0].number }
  }
}

extension Page {
  /// The rows of text without those of furniture and of notes, and without blank ones at the end.
  fileprivate var textRows: ArraySlice<Row> {
    let text = rows.filter { $0.area == .text && $0.kind != .pageInformation }
    guard let last = text.lastIndex(where: { $0.kind != .blank }) else { return [] }
    return text[...last]
  }

  fileprivate var furnitureRows: Int { rows.count { $0.kind == .pageInformation } }
}

extension Row {
  /// Whether the row says something of what follows it.
  fileprivate var leads: Bool { role.isHeading || role == .boxTop || kind == .printPageIndicator }
}
