import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

/// Why a form cannot hold a table.
enum TableMisfit: Hashable {
  case noRows
  case noHeadings
  /// In cells.
  case tooWide(needed: Int, room: Int)
  case manyLines(limit: Int)
  case highHeadings
  case manyColumns(limit: Int)
  case longRows(limit: Int)
  /// An entry that covers several columns would put those after it under the wrong headings.
  case spans
  /// An entry holds the sign that would part it from the next, several lines or several blocks.
  case entriesNotPhrases

  /// Which limits count.
  enum Limits {
    /// Those of the profile, on how many columns and lines a form is good for.
    case ofProfile
    /// Only what the form cannot do at all: somebody asked for it.
    case none
  }

  var words: String {
    switch self {
    case .noRows: "it has no rows"
    case .noHeadings: "it has no column headings"
    case .tooWide(let needed, let room): "it needs at least \(needed) cells and there are \(room)"
    case .manyLines(let limit): "an entry has more than \(limit) lines of its own"
    case .highHeadings: "its headings would take half of every page"
    case .manyColumns(let limit): "it has more than \(limit) columns"
    case .longRows(let limit): "a row would take more than \(limit) lines"
    case .spans: "an entry covers several columns"
    case .entriesNotPhrases: "an entry holds signs that part entries, or several lines or blocks"
    }
  }
}

extension TableGrid {
  /// Whether some entry covers several columns.
  var hasWideEntries: Bool { rows.contains { $0.contains { $0.cell.columnSpan > 1 } } }

  /// Why stairstep form cannot hold the table (BANA Formats 11.18); nil when it can.
  func misfitForStairstep(_ style: TableStyle, _ limits: TableMisfit.Limits, room: Int) -> TableMisfit? {
    if rows.isEmpty { return .noRows }
    if limits == .ofProfile {
      if headings.isEmpty { return .noHeadings }
      if columnCount > style.stairstepUpToColumns { return .manyColumns(limit: style.stairstepUpToColumns) }
    }
    if hasWideEntries { return .spans }
    // The last column's margin must leave half of the line.
    let needed = 4 * (columnCount - 1)
    return needed > room ? .tooWide(needed: needed, room: room) : nil
  }

  /// Why linear or paragraph form cannot hold the table (BANA Formats 11.17, UKAAF B004 12); nil when
  /// it can.
  func misfitForLinear(
    _ form: TableStyle.Form, _ style: TableStyle, _ limits: TableMisfit.Limits, cells: Int
  ) -> TableMisfit? {
    if limits == .ofProfile, columnCount > style.linearUpToColumns {
      return .manyColumns(limit: style.linearUpToColumns)
    }
    if hasWideEntries { return .spans }
    let signs: Set<Character> = form == .linear ? [";", ":"] : [";"]
    let isPhrases =
      headings.allSatisfy { $0.allSatisfy { $0.isOnePhrase(without: signs) } }
      && rows.allSatisfy { $0.allSatisfy { $0.cell.isOnePhrase(without: signs) } }
    guard isPhrases else { return .entriesNotPhrases }
    if limits == .ofProfile, let limit = style.linearUpToLines {
      // Print is about as long as its braille; a sign and a blank follow each entry.
      let isLong = rows.contains { row in
        row.reduce(0) { $0 + $1.cell.plainText.count + 2 } > limit * (cells - 2)
      }
      if isLong { return .longRows(limit: limit) }
    }
    return nil
  }
}

extension TableCell {
  /// Whether what stands in the cell is nothing, or one paragraph without the signs.
  fileprivate func isOnePhrase(without signs: Set<Character>) -> Bool {
    guard blocks.count < 2, let block = blocks.first else { return blocks.isEmpty }
    return switch block {
    case .paragraph(let node): !hasSeveralLines && !node.inlines.plainText.contains(where: signs.contains)
    case .heading(let node): !node.inlines.plainText.contains(where: signs.contains)
    case .mathematics: true
    case .list, .definitionList, .blockQuote, .code, .table, .figure, .aside, .lineGroup, .separator,
      .pageBreak, .division:
      false
    }
  }

  /// The words of the cell's paragraphs.
  var plainText: String {
    blocks.map { block in
      switch block {
      case .paragraph(let node): node.inlines.plainText
      case .heading(let node): node.inlines.plainText
      case .mathematics, .list, .definitionList, .blockQuote, .code, .table, .figure, .aside,
        .lineGroup, .separator, .pageBreak, .division:
        ""
      }
    }.joined(separator: " ")
  }

  /// Whether the cell holds a figure and nothing else: digits with the signs that go with them.
  var isFigure: Bool {
    let text = plainText
    return text.contains { $0.isNumber }
      && text.allSatisfy { $0.isNumber || $0.isWhitespace || ".,%£$€+-−–()/:".contains($0) }
  }
}
