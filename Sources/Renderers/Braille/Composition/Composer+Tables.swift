import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composer {
  /// A table, in the form its size and the profile call for; the form chosen is reported.
  mutating func compose(_ table: Table) throws(ConversionFailure) {
    let start = flow.count
    try with { [profile] in
      $0.paragraph = profile.caption
    } _: { (composer) throws(ConversionFailure) in
      try composer.compose(table.caption)
    }
    if let summary = table.summary { try addTranscribersNote(summary) }
    let grid = TableGrid(table)
    if grid.leavesSpansUnfilled { log.report(.spansNotRepeated(at: table.info.range)) }
    let form = TableForm.choose(for: grid, style: profile.table)
    log.report(.tableForm(form, columns: grid.columnCount, at: table.info.range))
    switch form {
    case .linear: try composeLinear(grid)
    case .listed: try composeListed(grid)
    }
    if let end = profile.table.end { addRule(end) }
    surround(from: start, before: 1, after: 1)
  }

  // MARK: - Linear

  /// One paragraph for each row, entries in the order a note gives (BANA Formats 11.17, UKAAF B004
  /// 12).
  private mutating func composeLinear(_ grid: TableGrid) throws(ConversionFailure) {
    let separators = try LinearSeparators(profile.table.linearWording, translator)
    let hasBlanks = grid.rows.contains { $0.contains { $0.cell.isBlank } }
    // The headings stand inside the note's signs, so that nobody takes them for a row.
    let look = InlineLook(emphasis: .transcribersNote)
    var note = RunBuilder()
    if !grid.headings.isEmpty {
      note.append(TableWords.linear + " ", emphasis: .transcribersNote)
      for column in grid.headings.indices {
        if column > 0 { note.close(with: separators.after(column - 1) + " ", emphasis: .transcribersNote) }
        let start = note.length
        try appendHeading(of: column, in: grid, to: &note, look: look)
        if note.length == start { note.append(TableWords.noHeading, emphasis: .transcribersNote) }
      }
      note.close(with: ".", emphasis: .transcribersNote)
    }
    if hasBlanks {
      note.append((note.isEmpty ? "" : " ") + TableWords.blankEntry, emphasis: .transcribersNote)
    }
    try add(note, shape: profile.transcribersNote.shape(margin: context.margin), keep: .togetherWithNext)
    for row in grid.rows {
      var builder = RunBuilder()
      for (index, entry) in row.enumerated() {
        if index > 0 {
          builder.close(with: separators.after(index - 1, isBlank: row[index - 1].cell.isBlank) + " ")
        }
        try append(entry.cell, to: &builder)
      }
      try addRow(builder, keep: .together)
    }
  }

  private mutating func addRow(_ builder: RunBuilder, keep: KeepRule) throws(ConversionFailure) {
    let position =
      profile.table.linearWording == .semicolons ? profile.paragraph : CellPositions(1, 3)
    try add(builder, shape: position.shape(margin: context.margin), keep: keep)
  }

  // MARK: - Listed

  /// Each row as a group of lines, each entry after its column's heading (BANA Formats 11.16).
  private mutating func composeListed(_ grid: TableGrid) throws(ConversionFailure) {
    let hasBlanks = grid.rows.contains { $0.contains { $0.cell.isBlank } }
    let hasHeadings = !grid.headings.isEmpty
    try addTranscribersNote(
      (hasHeadings ? TableWords.listed : TableWords.listedWithoutHeadings)
        + (hasBlanks ? " " + TableWords.blankEntry : ""))
    let bare = grid.columnsWithoutEntries
    if !bare.isEmpty {
      let look = InlineLook(emphasis: .transcribersNote)
      var note = RunBuilder()
      note.append(TableWords.withoutEntries + " ", emphasis: .transcribersNote)
      for (index, column) in bare.enumerated() {
        if index > 0 { note.close(with: "; ", emphasis: .transcribersNote) }
        try appendHeading(of: column, in: grid, to: &note, look: look)
      }
      note.close(with: ".", emphasis: .transcribersNote)
      try add(note, shape: profile.transcribersNote.shape(margin: context.margin))
    }
    for row in grid.rows {
      for (index, entry) in row.enumerated() {
        var builder = RunBuilder()
        if hasHeadings, try appendHeadings(of: entry, in: grid, to: &builder) { builder.close(with: ": ") }
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

  // MARK: - Cells

  private mutating func appendHeading(
    of column: Int, in grid: TableGrid, to builder: inout RunBuilder, look: InlineLook = InlineLook()
  ) throws(ConversionFailure) {
    for (index, cell) in grid.headings[column].filter({ !$0.isBlank }).enumerated() {
      if index > 0 { builder.close(with: ", ", emphasis: look.shown) }
      try append(cell, to: &builder, look: look)
    }
  }

  /// A cell's words, or three guide dots where it is blank (BANA Formats 11.16).
  mutating func append(
    _ cell: TableCell, to builder: inout RunBuilder, look: InlineLook = InlineLook()
  ) throws(ConversionFailure) {
    let start = builder.length
    let outer = context.language
    context.language = cell.info.language ?? outer
    try appendRunTogether(cell.blocks, to: &builder, look: look)
    context.language = outer
    if builder.length == start { builder.append("⠐⠐⠐", emphasis: look.shown) }
  }
}

extension TableCell {
  /// Whether nothing stands in the cell.
  var isBlank: Bool {
    blocks.allSatisfy {
      if case .paragraph(let node) = $0 { node.inlines.allSatisfy(\.isBlank) } else { false }
    }
  }
}

extension Inline {
  fileprivate var isBlank: Bool {
    if case .text(let node) = self { node.string.allSatisfy(\.isWhitespace) } else { false }
  }
}
