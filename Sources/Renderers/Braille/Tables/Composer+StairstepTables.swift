import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composer {
  /// Each entry on lines of its own, two cells right of the one before it (BANA Formats 11.18).
  mutating func composeStairstep(_ grid: TableGrid) throws(ConversionFailure) {
    var note: [NoteParagraph] = []
    if grid.headings.isEmpty {
      note.append(noteParagraph(.tableInStepsWithoutHeadings))
      if grid.hasBlankEntries { note.append(noteParagraph(.blankEntry)) }
    } else {
      if grid.hasBlankEntries { note.append(noteParagraph(.blankEntry)) }
      note.append(noteParagraph(.tableInSteps))
      let isInNote = profile.table.noteEnd == .afterHeadings
      let look = InlineLook(emphasis: isInNote ? .transcribersNote : [])
      for column in grid.headings.indices {
        var builder = RunBuilder()
        try appendHeading(of: column, in: grid, to: &builder, look: look)
        if builder.length == 0 { builder.append(own(.noHeading), emphasis: .transcribersNote) }
        note.append(
          NoteParagraph(
            builder: builder, shape: stairstepShape(column),
            before: column == 0 && isInNote ? profile.table.blankAfterNote : 0,
            place: isInNote ? .inNote : .below))
      }
    }
    try addNote(note)
    for (number, row) in grid.rows.enumerated() {
      for (index, entry) in row.enumerated() {
        var builder = RunBuilder()
        try append(entry.cell, to: &builder)
        try add(
          builder, shape: stairstepShape(entry.column),
          spacing: BlockSpacing(before: number == 0 && index == 0 ? profile.table.blankAfterNote : 0),
          keep: index + 1 < row.count ? .togetherWithNext : .together)
      }
    }
  }

  private func stairstepShape(_ column: Int) -> BlockShape {
    BlockShape(1 + 2 * column, 1 + 2 * column).indented(by: context.margin)
  }
}
