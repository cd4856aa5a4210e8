import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composer {
  /// A table, in the first form that can hold it; the form taken is reported with the reasons.
  mutating func compose(_ table: Table) throws(ConversionFailure) {
    let start = flow.count
    try with { [profile] in
      $0.paragraph = profile.caption
    } _: { (composer) throws(ConversionFailure) in
      try composer.compose(table.caption)
    }
    if let summary = table.summary {
      try addTranscribersNote(documentsOwn(summary, table.info.language ?? context.language))
    }
    // What a table says of itself stands on the page it begins on.
    if let last = flow[start...].lastIndex(where: \.hasRows) { flow[last].holdNext() }
    let grid = TableGrid(table)
    if grid.leavesSpansUnfilled { log.report(.spansNotRepeated(at: table.info.range)) }
    try compose(grid, asked: table.form.map(TableStyle.Form.init) ?? options.tableLayout.form)
    if !waitingDescriptions.isEmpty { try composeWaitingDescriptions() }
    if let end = profile.table.end { addEnd(end) }
    surround(from: start, before: profile.table.blankBefore, after: profile.table.blankAfter)
  }

  /// The rows and headings of a table, in the form asked for or the first of the profile's that can
  /// hold them.
  private mutating func compose(_ grid: TableGrid, asked: TableStyle.Form?) throws(ConversionFailure) {
    var misfits: [(form: TableStyle.Form, misfit: TableMisfit)] = []
    let usual = profile.table.forms.filter { $0 != asked }
    for form in [asked].compactMap(\.self) + usual {
      let limits: TableMisfit.Limits = form == asked ? .none : .ofProfile
      if let misfit = try compose(grid, form, limits) {
        misfits.append((form, misfit))
        continue
      }
      if let asked, form != asked, let misfit = misfits.first?.misfit {
        log.report(.formAskedForCannotHold(asked, misfit, instead: form, at: grid.range))
      }
      log.report(
        .tableForm(
          form, columns: grid.columnCount, isAsked: form == asked, instead: misfits, at: grid.range))
      return
    }
    // Every table can be listed, whatever a profile says.
    try composeListed(grid)
    log.report(
      .tableForm(.listed, columns: grid.columnCount, isAsked: false, instead: misfits, at: grid.range))
  }

  /// Composes a table in a form; when the form cannot hold it, says why and changes nothing.
  private mutating func compose(
    _ grid: TableGrid, _ form: TableStyle.Form, _ limits: TableMisfit.Limits
  ) throws(ConversionFailure) -> TableMisfit? {
    switch form {
    case .columns: return try composeColumns(grid)
    case .transposed: return try composeTransposed(grid)
    case .stairstep:
      if let misfit = grid.misfitForStairstep(profile.table, limits, room: cells - context.margin) {
        return misfit
      }
      try composeStairstep(grid)
    case .linear, .paragraph:
      if let misfit = grid.misfitForLinear(form, profile.table, limits, cells: cells) { return misfit }
      try composeLinear(grid, form)
    case .listed: try composeListed(grid)
    }
    return nil
  }

  // MARK: - Cells

  /// The headings of a column, outermost first.
  mutating func appendHeading(
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
    try appendWords(of: cell, to: &builder, look: look)
    if builder.length == start { builder.append("⠐⠐⠐", emphasis: look.shown) }
  }

  /// A cell's words alone.
  mutating func appendWords(
    of cell: TableCell, to builder: inout RunBuilder, look: InlineLook = InlineLook()
  ) throws(ConversionFailure) {
    let outer = context.language
    context.language = cell.info.language ?? outer
    try appendRunTogether(cell.blocks, to: &builder, look: look)
    context.language = outer
  }
}

extension TableStyle.Form {
  /// The form a source asks for.
  init(_ form: TableForm) {
    self =
      switch form {
      case .columns: .columns
      case .transposed: .transposed
      case .stairstep: .stairstep
      case .linear: .linear
      case .paragraph: .paragraph
      case .listed: .listed
      }
  }
}

extension BrailleOptions.TableLayout {
  /// The form all tables are asked to have; nil for each its own.
  var form: TableStyle.Form? {
    switch self {
    case .auto: nil
    case .columns: .columns
    case .transposed: .transposed
    case .stairstep: .stairstep
    case .linear: .linear
    case .paragraph: .paragraph
    case .listed: .listed
    }
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
