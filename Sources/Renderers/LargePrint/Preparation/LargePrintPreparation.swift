import BrailleTranslation
import Diagnostics
import DocumentModel
import Wording

/// Makes of a document the one large print shows: tables that do not fit are lists, what belongs on one
/// line stays on it, capitals are as was asked for. What is done is reported.
struct LargePrintPreparation {
  let settings: LargePrintSettings
  let words: ProgramWords
  /// The capitals of the document; nil when they are to stay.
  private let capitals: CapitalLetters?
  /// What was found, in order, to be reported.
  private(set) var findings: [Diagnostic] = []
  /// The level of the heading the text is under.
  private var level = 1
  private var runsOfCapitals = Places()
  /// The same in code, which is never changed.
  private var capitalsOfCode = Places()
  private var uncomposed = Places()
  private var marksAlone = Places()

  /// How often something was found, and where first.
  private struct Places {
    private(set) var count = 0
    private(set) var first: SourceRange?

    mutating func add(_ range: SourceRange?) {
      count += 1
      first = first ?? range
    }
  }

  init(_ document: Document, settings: LargePrintSettings, words: ProgramWords) {
    self.settings = settings
    self.words = words
    capitals = settings.options.capitals == .sentence ? CapitalLetters(document) : nil
  }

  /// The document, prepared.
  mutating func prepared(_ document: Document) -> Document {
    var document = document
    document.blocks = flow(document.blocks)
    var rewriter = TextRewriter(preparation: self)
    document = rewriter.rewrite(document)
    self = rewriter.preparation
    if runsOfCapitals.count > 0 {
      findings.append(
        .capitals(runsOfCapitals.count, areChanged: capitals != nil, at: runsOfCapitals.first))
    }
    if capitalsOfCode.count > 0 {
      findings.append(.capitals(capitalsOfCode.count, areChanged: false, at: capitalsOfCode.first))
    }
    if uncomposed.count > 0 { findings.append(.textNotComposed(uncomposed.count, at: uncomposed.first)) }
    if marksAlone.count > 0 { findings.append(.marksAlone(marksAlone.count, at: marksAlone.first)) }
    return document
  }

  // MARK: - The text itself

  /// Blocks of the text itself, where rows of tables may have headings of their own.
  private mutating func flow(_ blocks: [Block]) -> [Block] {
    let flowed = blocks.map { block in
      switch block {
      case .heading(let heading):
        level = heading.level
        return block
      case .division(var division):
        division.blocks = flow(division.blocks)
        return .division(division)
      case .table(let table): return decided(table, in: .flow(level: level))
      case .figure(let figure):
        guard let table = figure.captionedTable else { return block }
        return decided(table, in: .flow(level: level))
      case .paragraph, .list, .definitionList, .blockQuote, .code, .aside, .lineGroup, .mathematics,
        .separator, .pageBreak:
        return block
      }
    }
    return flowed.withHeadingsOnTurnedPages
  }

  // MARK: - Tables

  /// A table as it is to stand: itself, turned, or lists.
  fileprivate mutating func decided(_ table: Table, in place: TableRecords.Place) -> Block {
    // It was decided before.
    if table.info.pageTurns.contains(.turned) || table.info.pageTurns.contains(.fits) { return .table(table) }
    // As it stands where it stays a table; lists say headings once for each entry anyway.
    let whole = settings.options.fileType == .pdf ? table.withHeadingOverEachColumn() : table
    let grid = TableGrid(whole)
    let fit = settings.tableFit
    let verdict = verdict(on: table, grid, fit)
    switch verdict {
    case .fits:
      let hasSpans = table.hasSpans
      var table = whole.withWholeRows()
      table.info.pageTurns.insert(.fits)
      if hasSpans { findings.append(.spansInTable(at: table.info.range)) }
      if grid.columnCount > 5 { findings.append(.manyColumns(grid.columnCount, at: table.info.range)) }
      return .table(table)
    case .turned:
      findings.append(
        .tableTurned(
          columns: grid.columnCount, needs: fit.width(of: grid), has: fit.upright, at: table.info.range))
      var table = whole.withWholeRows()
      table.info.pageTurns.insert(.turned)
      return .table(table)
    case .list(let reason):
      findings.append(
        .tableAsList(columns: grid.columnCount, reason, settings: settings, at: table.info.range))
      return TableRecords(table, grid: TableGrid(table), words: words).block(in: place)
    }
  }

  private func verdict(on table: Table, _ grid: TableGrid, _ fit: TableFit) -> TableFit.Verdict {
    guard !grid.rows.isEmpty else { return .fits }
    switch settings.options.tables {
    case .table: return .fits
    case .list: return .list(.asked)
    case .auto:
      let hasHeadings =
        grid.headings.contains { $0.contains { !$0.isBlank } }
        || grid.rows.contains { $0.contains { $0.cell.heading != nil && !$0.cell.isBlank } }
      guard hasHeadings else { return .list(.noHeadings) }
      let width = fit.width(of: grid)
      if width <= fit.upright { return .fits }
      // Browsers make all their pages smaller for one that is wider.
      guard settings.options.fileType != .html else { return .list(.tooWideForBrowsers(width)) }
      return width <= fit.sideways ? .turned : .list(.tooWide(width))
    }
  }

  // MARK: - Words

  /// Text as it is set.
  fileprivate mutating func set(_ text: Text) -> Text {
    var text = text
    if CapitalLetters.hasRun(text.string) {
      runsOfCapitals.add(text.info.range)
      if let capitals { text.string = capitals.inSentenceCase(text.string) }
    }
    lookAtForm(of: text.string, at: text.info.range)
    text.string = KeptTogether.text(text.string)
    return text
  }

  /// Counts code that has words in capitals.
  fileprivate mutating func lookAtCapitals(ofCode code: String, at range: SourceRange?) {
    guard CapitalLetters.hasRun(code) else { return }
    if capitals == nil { runsOfCapitals.add(range) } else { capitalsOfCode.add(range) }
  }

  /// Counts a text that is not composed; in formulas it is brackets above all (U+2329).
  fileprivate mutating func lookAtForm(of text: String, at range: SourceRange?) {
    if ComposedForm.beginsWithMark(text) { marksAlone.add(range) }
    if !ComposedForm.holds(text) { uncomposed.add(range) }
  }

  fileprivate mutating func lookAtForm(of formula: Mathematics, at range: SourceRange?) {
    lookAtForm(of: formula.mathML ?? formula.tex ?? "", at: range)
  }
}

/// The walk over every node.
private struct TextRewriter: Rewriter {
  var preparation: LargePrintPreparation

  mutating func replacement(for block: Block) -> Block {
    if case .mathematics(let node) = block {
      preparation.lookAtForm(of: node.mathematics, at: node.info.range)
    }
    if case .code(let node) = block { preparation.lookAtCapitals(ofCode: node.text, at: node.info.range) }
    guard case .table(let table) = block else { return block }
    return preparation.decided(table, in: .inside)
  }

  mutating func replacement(for inline: Inline) -> Inline {
    if case .mathematics(let node) = inline {
      preparation.lookAtForm(of: node.mathematics, at: node.info.range)
    }
    if case .code(let node) = inline { preparation.lookAtCapitals(ofCode: node.text, at: node.info.range) }
    guard case .text(let text) = inline else { return inline }
    return .text(preparation.set(text))
  }
}

extension Figure {
  /// The table a figure is made of, with the figure's caption for its own; nil where there is more in
  /// the figure, or both have captions.
  fileprivate var captionedTable: Table? {
    guard blocks.count == 1, case .table(var table) = blocks[0], table.caption.isEmpty, !caption.isEmpty,
      table.info.id == nil || info.id == nil
    else { return nil }
    table.caption = caption
    table.info.id = table.info.id ?? info.id
    table.info.language = table.info.language ?? info.language
    table.info.direction = table.info.direction ?? info.direction
    table.info.pageTurns.formUnion(info.pageTurns)
    return table
  }
}

extension [Block] {
  /// Headings go to the page on its side with the table that follows them: alone at the end of the page before,
  /// they would head nothing.
  fileprivate var withHeadingsOnTurnedPages: [Block] {
    var blocks = self
    var isTurned = false
    for index in blocks.indices.reversed() {
      if case .heading = blocks[index] {
        if isTurned { blocks[index].info.pageTurns.insert(.turned) }
      } else {
        isTurned = blocks[index].info.pageTurns.contains(.turned)
      }
    }
    return blocks
  }
}

extension PageTurns {
  /// The table, or the heading of one, stands on a page on its side; large print says so to itself.
  static let turned = PageTurns(rawValue: 64)
  /// The table was found to fit; large print says so to itself.
  static let fits = PageTurns(rawValue: 128)
}
