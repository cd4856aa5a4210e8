import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composer {
  /// A table in columns; when it does not fit the page, says why and changes nothing.
  mutating func composeColumns(_ grid: TableGrid) throws(ConversionFailure) -> TableMisfit? {
    try fitted(ColumnPlan(grid))
  }

  /// The same with rows and columns changed over, after a note that says so.
  mutating func composeTransposed(_ grid: TableGrid) throws(ConversionFailure) -> TableMisfit? {
    if grid.rows.isEmpty { return .noRows }
    if grid.headings.isEmpty { return .noHeadings }
    guard let plan = ColumnPlan(transposing: grid) else { return .spans }
    return try fitted(plan, note: profile.table.transposedNote)
  }

  /// Adds the rows to the flow when they fit the page, else says why they do not.
  private mutating func fitted(_ plan: ColumnPlan, note: String? = nil) throws(ConversionFailure)
    -> TableMisfit?
  {
    var plan = plan
    if profile.table.columns.currency == .inHeadings { plan.liftCurrency() }
    let items: [FlowItem]
    var note = note
    switch try attempt(plan) {
    case .rows(let rows, let omitsCapitals):
      items = rows
      if omitsCapitals { note = TableWords.withoutCapitals(after: note) }
    case .misfit(let misfit): return misfit
    }
    if let note { try addTranscribersNote(ownEnglish(note), keep: .togetherWithNext) }
    let start = flow.count
    flow += items
    if note != nil { surround(from: start, before: profile.table.blankAfterNote, after: 0) }
    return nil
  }

  /// The rows as items of the flow; when they do not fit, everything is as it was before.
  private mutating func attempt(
    _ plan: ColumnPlan
  ) throws(ConversionFailure) -> Fitting {
    let before = self
    let result = try rows(of: plan)
    if case .misfit = result { self = before }
    return result
  }

  private mutating func rows(
    of plan: ColumnPlan
  ) throws(ConversionFailure) -> Fitting {
    let style = profile.table.columns
    let room = cells - context.margin
    guard !plan.rows.isEmpty else { return .misfit(.noRows) }
    var demands = ColumnDemands(columnCount: plan.columnCount, style: style)
    guard demands.leastWidth <= room else {
      return .misfit(.tooWide(needed: demands.leastWidth, room: room))
    }
    var gathered = GatheredRows()
    for row in plan.headings {
      var pages = gathered.pages
      let entries = try entries(of: row, pages: &pages, .heading, &gathered.omitsCapitals)
      for entry in entries where !demands.add(entry, .heading) {
        return .misfit(.manyLines(limit: style.maximumLines))
      }
      gathered.headings.append(entries)
      gathered.pages = pages
    }
    for row in plan.rows {
      var pages = RowPages()
      let entries = try entries(
        of: row, below: gathered.rows.last ?? [], pages: &pages, .entry, &gathered.omitsCapitals)
      for entry in entries where !demands.add(entry, .entry) {
        return .misfit(.manyLines(limit: style.maximumLines))
      }
      // A table that cannot fit is given up as soon as that is known.
      guard demands.leastWidth <= room else {
        return .misfit(.tooWide(needed: demands.leastWidth, room: room))
      }
      gathered.rows.append(entries)
      gathered.pagesOfRows.append(pages)
    }
    guard let fit = demands.fit(room) else {
      return .misfit(.tooWide(needed: max(demands.leastWidth, room + 1), room: room))
    }
    var columns: [ColumnarColumn] = []
    var start = context.margin
    for (column, width) in fit.widths.enumerated() {
      let alignment = plan.alignment(of: column, style.figures)
      columns.append(ColumnarColumn(start: start, width: width, alignment: alignment))
      start += width + fit.gutter
    }
    let table = ColumnarTable(columns: columns, headings: gathered.headings, style: style).tightened(
      gathered.rows, gutter: fit.gutter)
    let height = table.headingHeight
    guard 2 * height <= lines else { return .misfit(.highHeadings) }
    return .rows(
      gathered.items(in: table, fittingOn: lines - height), omitsCapitals: gathered.omitsCapitals)
  }

  /// Lines a page has for text.
  private var lines: Int {
    (options.lines ?? profile.lines) - (profile.pageFurniture == .pageInformationLine ? 1 : 0)
  }

  /// A row's cells translated; cells that reach down have the text of the row above. Print pages that begin in them are gathered in `pages`; whether the style
  /// took capitals from them is kept.
  private mutating func entries(
    of row: [ColumnPlan.Cell], below above: [ColumnarEntry] = [], pages: inout RowPages,
    _ kind: ColumnDemands.Kind, _ omitsCapitals: inout Bool
  ) throws(ConversionFailure) -> [ColumnarEntry] {
    var entries: [ColumnarEntry] = []
    for place in row {
      var content = ColumnarEntry.Content.blank
      switch place.content {
      case .missing: break
      case .continued: content = .continued(above.first { $0.column == place.column }?.block)
      case .cells(let cells):
        var builder = RunBuilder()
        for cell in cells where !cell.isBlank {
          if !builder.isEmpty { builder.close(with: ", ") }
          try appendWords(of: cell, to: &builder)
        }
        if profile.table.columns.capitals == .omitted, builder.writeSmall() { omitsCapitals = true }
        if var block = try block(builder, shape: BlockShape()) {
          for mark in block.marks {
            guard case .printPage(let page) = mark.kind else { continue }
            if place.column == 0, mark.offset == 0 {
              pages.before.append(page)
            } else {
              pages.after.append(page)
            }
          }
          // It is shown beside the row.
          block.marks.removeAll { if case .printPage = $0.kind { true } else { false } }
          if !block.text.cells.isEmpty { content = .text(block) }
        }
      }
      if kind == .heading, content == .blank { continue }
      entries.append(ColumnarEntry(column: place.column, columnSpan: place.columnSpan, content))
    }
    return entries
  }
}

extension ColumnarEntry {
  /// Its own text, or that which reaches down to it.
  fileprivate var block: TextBlock? {
    switch content {
    case .text(let block): block
    case .continued(let block): block
    case .blank: nil
    }
  }

  /// Whether the entry is one of a row above, which reaches down.
  fileprivate var isContinued: Bool { if case .continued = content { true } else { false } }
}

/// What became of the attempt to set a table in columns.
private enum Fitting {
  case rows([FlowItem], omitsCapitals: Bool)
  case misfit(TableMisfit)
}

/// Print pages that begin in a row: before all it holds, or amid it.
private struct RowPages {
  var before: [PrintPage] = []
  var after: [PrintPage] = []
}

/// Rows and headings of a table in columns, translated.
private struct GatheredRows {
  var headings: [[ColumnarEntry]] = []
  var rows: [[ColumnarEntry]] = []
  /// Whether capitals in them are not shown.
  var omitsCapitals = false
  /// Print pages that begin in the headings, and in each row.
  var pages = RowPages()
  var pagesOfRows: [RowPages] = []

  /// The rows as items of the flow. A table of at most `room` lines stands on one page, where the
  /// style wants that; of others the first two rows stay together below the headings.
  func items(in table: ColumnarTable, fittingOn room: Int) -> [FlowItem] {
    var isWhole = table.style.pages == .whole && rows.count <= room
    if isWhole { isWhole = rows.reduce(0) { $0 + table.height(of: $1) } <= room }
    var items = (pages.before + pages.after).map(FlowItem.printPage)
    var isFirst = true
    for (index, row) in rows.enumerated() {
      // A row of nothing but cells that reach down from above has no line.
      if row.allSatisfy(\.isContinued) {
        items += (pagesOfRows[index].before + pagesOfRows[index].after).map(FlowItem.printPage)
        continue
      }
      let isLast = index == rows.count - 1
      let holds = !isLast && (isWhole || isFirst)
      items += pagesOfRows[index].before.map(FlowItem.printPage)
      items.append(
        .row(
          ColumnarRow(
            row, of: table, position: isFirst ? .first : .later,
            keep: holds ? .togetherWithNext : .together)))
      isFirst = false
      // A line that says a page begins would part the row's entries, so it follows the row.
      items += pagesOfRows[index].after.map(FlowItem.printPage)
    }
    return items
  }
}
