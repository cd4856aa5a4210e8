import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composer {
  /// Each row as a group of lines, each entry after its column's heading (BANA Formats 11.16).
  mutating func composeListed(_ grid: TableGrid) throws(ConversionFailure) {
    let hasHeadings = !grid.headings.isEmpty
    var note = [noteParagraph(hasHeadings ? .tableAsList : .tableAsListWithoutHeadings)]
    if grid.hasBlankEntries { note.append(noteParagraph(.blankEntry)) }
    let bare = grid.columnsWithoutEntries
    if !bare.isEmpty {
      let look = InlineLook(emphasis: .transcribersNote)
      var words = RunBuilder()
      words.append(own(.columnsWithoutEntries), emphasis: .transcribersNote)
      words.append(" ", emphasis: .transcribersNote)
      for (index, column) in bare.enumerated() {
        if index > 0 { words.close(with: "; ", emphasis: .transcribersNote) }
        try appendHeading(of: column, in: grid, to: &words, look: look)
      }
      words.close(with: ".", emphasis: .transcribersNote)
      note.append(
        NoteParagraph(builder: words, shape: profile.transcribersNote.shape(margin: context.margin)))
    }
    try addNote(note)
    for row in grid.rows {
      for (index, entry) in row.enumerated() {
        var builder = RunBuilder()
        if hasHeadings, try appendHeadings(of: entry, in: grid, to: &builder) {
          builder.close(with: ": ")
          // What print has on several lines is a list of its own below the heading.
          if entry.cell.hasSeveralLines { builder.mark(.lineEnd) }
        }
        try append(entry.cell, to: &builder)
        let isFirst = index == 0
        let shape = isFirst ? BlockShape(5, 5) : BlockShape(1, 3)
        // A row stays on one page where a page can hold it.
        let keep: KeepRule = index + 1 < row.count ? .togetherWithNext : .together
        try add(
          builder, shape: shape.indented(by: context.margin),
          spacing: BlockSpacing(before: isFirst ? 1 : 0), keep: keep)
      }
    }
  }

  /// The headings of the columns an entry covers; whether there were any words.
  private mutating func appendHeadings(
    of entry: TableGrid.Entry, in grid: TableGrid, to builder: inout RunBuilder
  ) throws(ConversionFailure) -> Bool {
    let last = min(entry.column + entry.cell.columnSpan, grid.headings.count) - 1
    guard entry.column <= last else { return false }
    let start = builder.length
    try appendHeading(of: entry.column, in: grid, to: &builder)
    if last > entry.column {
      builder.close(with: " to ")
      try appendHeading(of: last, in: grid, to: &builder)
    }
    return builder.length > start
  }
}

extension TableCell {
  /// Whether print ends lines inside the cell's text.
  var hasSeveralLines: Bool {
    blocks.contains { block in
      guard case .paragraph(let node) = block else { return false }
      return node.inlines.contains { if case .lineBreak = $0 { true } else { false } }
    }
  }
}
