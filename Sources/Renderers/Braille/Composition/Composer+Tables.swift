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
    let separators = LinearSeparators(profile.table.linearWording)
    let hasBlanks = grid.rows.contains { $0.contains { $0.cell.isBlank } }
    if !grid.headings.isEmpty {
      try addTranscribersNote(
        TableWords.linear + (hasBlanks ? " " + TableWords.blankEntry : ""), keep: .togetherWithNext)
      var builder = RunBuilder()
      for column in grid.headings.indices {
        if column > 0 { builder.append(separators.after(column - 1)) }
        try appendHeading(of: column, in: grid, to: &builder)
      }
      try addRow(builder, keep: .togetherWithNext)
    }
    for row in grid.rows {
      var builder = RunBuilder()
      var column = 0
      for entry in row {
        if column > 0 { builder.append(separators.after(column - 1)) }
        try append(entry.cell, to: &builder)
        column += 1
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
    if grid.rows.isEmpty {
      var builder = RunBuilder()
      for column in grid.headings.indices {
        if column > 0 { builder.append("; ") }
        try appendHeading(of: column, in: grid, to: &builder)
      }
      try add(builder, shape: BlockShape(1, 3).indented(by: context.margin))
    }
    for row in grid.rows {
      for (index, entry) in row.enumerated() {
        var builder = RunBuilder()
        if hasHeadings, try appendHeadings(of: entry, in: grid, to: &builder) { builder.append(": ") }
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
      builder.append(" to ")
      try appendHeading(of: last, in: grid, to: &builder)
    }
    return builder.length > start
  }

  // MARK: - Cells

  private mutating func appendHeading(
    of column: Int, in grid: TableGrid, to builder: inout RunBuilder
  ) throws(ConversionFailure) {
    for (index, cell) in grid.headings[column].filter({ !$0.isBlank }).enumerated() {
      if index > 0 { builder.append(", ") }
      try appendRunTogether(cell.blocks, to: &builder)
    }
  }

  /// A cell's words, or three guide dots where it is blank (BANA Formats 11.16).
  private mutating func append(
    _ cell: TableCell, to builder: inout RunBuilder
  ) throws(ConversionFailure) {
    if cell.isBlank {
      builder.append("⠐⠐⠐")
    } else {
      try appendRunTogether(cell.blocks, to: &builder)
    }
  }

  /// Blocks as one run of text, for places that have no room for lines of their own.
  private mutating func appendRunTogether(
    _ blocks: [Block], to builder: inout RunBuilder
  ) throws(ConversionFailure) {
    for (index, block) in blocks.enumerated() {
      if index > 0 { builder.space() }
      switch block {
      case .paragraph(let node): try append(node.inlines, to: &builder)
      case .heading(let node): try append(node.inlines, to: &builder)
      case .code(let node):
        builder.append(
          node.text.split(whereSeparator: \.isNewline).joined(separator: " "), treatment: .uncontracted,
          range: node.info.range)
      case .mathematics(let node):
        append(node.mathematics, to: &builder, look: InlineLook(), range: node.info.range)
      case .pageBreak(let node): builder.mark(.printPage(try printPage(node)))
      case .separator: break
      case .division(let node): try appendRunTogether(node.blocks, to: &builder)
      case .list(let node):
        reportRunTogether("list", at: node.info.range)
        var counter = ListCounter(node.kind)
        for (index, item) in node.items.enumerated() {
          if index > 0 { builder.append("; ") }
          builder.append(counter.marker(for: item, bullet: .omitted))
          try appendRunTogether(item.blocks, to: &builder)
        }
      case .definitionList, .blockQuote, .table, .figure, .aside, .lineGroup:
        reportRunTogether(block.kindName, at: block.info.range)
        try appendParts(of: block, to: &builder)
      }
    }
  }

  private mutating func appendParts(
    of block: Block, to builder: inout RunBuilder
  ) throws(ConversionFailure) {
    switch block {
    case .definitionList(let node):
      for item in node.items {
        for term in item.terms {
          try append(term.inlines, to: &builder)
          builder.append(": ")
        }
        for definition in item.definitions {
          try appendRunTogether(definition.blocks, to: &builder)
          builder.append("; ")
        }
      }
    case .blockQuote(let node):
      try appendRunTogether(node.blocks, to: &builder)
      builder.space()
      try append(node.attribution, to: &builder)
    case .table(let node):
      try appendRunTogether(node.caption, to: &builder)
      if let summary = node.summary {
        builder.space()
        builder.append(summary, emphasis: .transcribersNote, range: node.info.range)
      }
      for row in node.allRows {
        builder.space()
        for (index, cell) in row.cells.enumerated() {
          if index > 0 { builder.append("; ") }
          try append(cell, to: &builder)
        }
        builder.append(".")
      }
    case .figure(let node):
      try appendRunTogether(node.caption, to: &builder)
      builder.space()
      try appendRunTogether(node.blocks, to: &builder)
    case .aside(let node):
      try append(node.title, to: &builder)
      builder.space()
      try appendRunTogether(node.blocks, to: &builder)
    case .lineGroup(let node):
      for line in node.lines {
        builder.space()
        try append(line.inlines, to: &builder)
      }
    case .heading, .paragraph, .list, .code, .mathematics, .separator, .pageBreak, .division:
      try appendRunTogether([block], to: &builder)
    }
  }

  private mutating func reportRunTogether(_ kind: String, at range: SourceRange?) {
    log.report(.runTogether(kind, at: range))
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
