import DocumentModel

/// Whether a table fits on the paper at the size its text will have.
struct TableFit {
  /// The width of the text on an upright page, in sizes of the text.
  var upright: Double
  /// The same on a page on its side.
  var sideways: Double
  /// The typeface.
  var typeface: LargePrintOptions.Typeface

  /// What becomes of a table.
  enum Verdict: Hashable {
    /// It stays as it is.
    case fits
    /// It stands on a page on its side.
    case turned
    /// It becomes a list.
    case list(Reason)
  }

  /// Why a table becomes a list.
  enum Reason: Hashable {
    /// The widest words of its columns side by side need this much, in sizes of the text.
    case tooWide(Double)
    /// The same, for browsers, which turn no single page.
    case tooWideForBrowsers(Double)
    /// Nothing in it says what a row or a column is about.
    case noHeadings
    /// That was asked for.
    case asked
  }

  /// The space around the text of a cell, from line to line, in sizes of the text.
  static let padding = 1.1

  /// What the table needs, from side to side, in sizes of the text: for each column the widest piece
  /// that no line end parts, and the space around it.
  func width(of grid: TableGrid) -> Double { columns(of: grid).reduce(0, +) }

  /// What each column needs.
  func columns(of grid: TableGrid) -> [Double] {
    let measure = TextWidth(typeface)
    var columns = Array(repeating: Self.padding, count: grid.columnCount)
    var spanning: [(column: Int, span: Int, width: Double)] = []
    func add(_ cell: TableCell, column: Int) {
      let isBold = cell.heading != nil
      let width = cell.blocks.widestPiece(measure, isBold: isBold) + Self.padding
      let span = min(cell.columnSpan, columns.count - column)
      if span == 1 {
        columns[column] = max(columns[column], width)
      } else if span > 1 {
        spanning.append((column, span, width))
      }
    }
    for (column, cells) in grid.headings.enumerated() {
      for cell in cells {
        var cell = cell
        cell.heading = cell.heading ?? .column
        // A heading that spans columns stands in each of them.
        if cell.columnSpan == 1 { add(cell, column: column) }
      }
    }
    for row in grid.rows {
      for entry in row where !entry.isContinued && entry.column < columns.count {
        add(entry.cell, column: entry.column)
      }
    }
    for (column, span, width) in spanning {
      let have = columns[column..<column + span].reduce(0, +)
      if have < width { columns[column + span - 1] += width - have }
    }
    return columns
  }
}

extension [Block] {
  /// The width of the widest piece in the blocks that no line end parts, in sizes of the text.
  fileprivate func widestPiece(_ measure: TextWidth, isBold: Bool) -> Double {
    var widest = 0.0
    for block in self {
      widest = Swift.max(widest, block.widestPiece(measure, isBold: isBold))
    }
    return widest
  }
}

extension Block {
  fileprivate func widestPiece(_ measure: TextWidth, isBold: Bool) -> Double {
    let inside = children
    let deeper = inside.blocks.isEmpty ? 0 : inside.blocks.widestPiece(measure, isBold: isBold)
    // Text in pieces side by side is one word, so all of a line is measured together.
    // What is kept on one line is one piece.
    let words = KeptTogether.text(inside.inlines.plainText)
    let own = inside.inlines.isEmpty ? 0 : measure.widestPiece(of: words, isBold: isBold)
    let wider = Swift.max(deeper, own)
    switch self {
    case .list, .definitionList, .blockQuote: return wider + 1.5
    // Code is set in letters of one width, and its lines may be parted anywhere.
    case .code(let code): return code.text.isEmpty ? wider : Swift.max(wider, 8)
    case .mathematics: return Swift.max(wider, 8)
    case .heading, .paragraph, .table, .figure, .aside, .lineGroup, .separator, .pageBreak, .division:
      return wider
    }
  }
}
