import BrailleTranslation
import Diagnostics

/// Putting one item on the page, row by row.
extension Paginator {
  /// The pages an item's first and last rows stand on, and how many rows there are.
  struct RowPages {
    var first: Int
    var last: Int
    var count = 1

    static func including(_ page: Int, in pages: RowPages?) -> RowPages {
      RowPages(first: pages?.first ?? page, last: page, count: (pages?.count ?? 0) + 1)
    }
  }

  /// Places an item; nil when it has no rows of its own.
  @discardableResult
  mutating func place(_ item: FlowItem) -> RowPages? {
    switch item {
    case .text(let block): return place(block)
    case .rule(let rule): return place(rule)
    case .printPage(let page): return place(page)
    case .newPage:
      builder.breakPage()
      spaceAfter = 0
      previousRole = nil
      return nil
    }
  }

  // MARK: - Rules

  private mutating func place(_ rule: Rule) -> RowPages? {
    openSpace(rule.spacing, role: rule.role)
    let cells = Array(rule.cells.prefix(builder.limit))
    var indent = 0
    if rule.setting != .left {
      indent = Centring.indent(count: cells.count, width: builder.width, limit: builder.limit)
    }
    let page = builder.pageIndex
    builder.add(Row(Array(repeating: 0, count: indent) + cells, kind: .rule, role: rule.role))
    closeSpace(rule.spacing, role: rule.role)
    return RowPages(first: page, last: page)
  }

  // MARK: - Print pages

  /// Shows that a print page begins. The blank line a block before it wanted comes after it
  /// (BANA Formats 1.11.3d).
  private mutating func place(_ page: PrintPage) -> RowPages? {
    // One line of the new page's text must stand below the indicator.
    if builder.remaining < 2 { builder.breakPage() }
    let atTop = builder.isAtPageTop
    builder.turn(to: page)
    let row: Row
    switch profile.printPageIndicator {
    case .dashes:
      if atTop { return nil }
      let dashes = max(0, builder.width - page.cells.count)
      row = Row(
        Array(repeating: 0x24, count: dashes) + page.cells.prefix(builder.width),
        kind: .printPageIndicator, range: page.range)
    case .centred:
      let cells = [0x10, 0x12] + page.cells.prefix(builder.width - 2)
      let indent = Centring.indent(count: cells.count, width: builder.width, limit: builder.limit)
      row = Row(
        Array(repeating: 0, count: indent) + cells, kind: .printPageIndicator, range: page.range)
    }
    let index = builder.pageIndex
    builder.add(row)
    return RowPages(first: index, last: index)
  }

  // MARK: - Text

  private mutating func place(_ block: TextBlock) -> RowPages? {
    let boundaries = block.boundaries
    guard !block.text.isBlank || !boundaries.isEmpty else { return nil }
    openSpace(block.spacing, role: block.role)
    var breaker = LineBreaker(block.text)
    var origins = SourceCursor(block)
    let room = roomForCentred(block, breaker)
    var pages: RowPages?
    for boundary in boundaries + [TextBlock.Boundary(cell: block.text.cells.count, kind: nil)] {
      while breaker.hasText(before: boundary.cell) {
        if let line = lineToBreakBefore, line == pages?.count {
          builder.breakPage()
          lineToBreakBefore = nil
        }
        let page = builder.pageIndex
        if placeLine(of: block, &breaker, limit: boundary.cell, isFirst: pages == nil, room, &origins) {
          pages = .including(page, in: pages)
        }
      }
      if case .printPage(let printPage) = boundary.kind, let rows = place(printPage) {
        pages = .including(rows.last, in: pages)
      }
    }
    closeSpace(block.spacing, role: block.role)
    return pages
  }

  /// Places the next line of a block; false when the row is left blank for a page number instead.
  private mutating func placeLine(
    of block: TextBlock, _ breaker: inout LineBreaker, limit: Int, isFirst: Bool, _ room: Int,
    _ origins: inout SourceCursor
  ) -> Bool {
    var indent = self.indent(block.shape, isFirst: isFirst)
    var attempt = breaker
    guard var line = attempt.next(width: min(builder.limit - indent, room), limit: limit) else {
      return false
    }
    // Rather than divide a word for a page number's sake, leave the number's line to the number.
    if builder.limit < builder.width, line.ending != .betweenWords || builder.limit <= indent {
      builder.add(Row(kind: .blank))
      return false
    }
    // Rather than divide a word for its indent's sake, begin further left.
    if line.ending == .insideWord, let less = indentThatDividesNothing(below: indent, breaker, limit: limit) {
      indent = less
      attempt = breaker
      line = attempt.next(width: builder.limit - indent, limit: limit) ?? line
    }
    breaker = attempt
    var start = indent
    if block.shape.setting != .left {
      start = Centring.indent(count: line.cells.count, width: builder.width, limit: builder.limit)
    }
    var cells = Array(repeating: UInt8(0), count: start) + block.text.cells[line.cells]
    if line.ending == .insideNumber { cells.append(Self.lineContinuation) }
    builder.add(
      Row(cells, range: origins.range(of: line.cells), ending: line.ending, role: block.role))
    return true
  }

  /// Dot 5 at the end of a line that parts a number (RUEB 6.10.1).
  private static let lineContinuation: UInt8 = 0x10

  /// The indent of a line in blanks: what the shape says, but never more than half a narrow page.
  private func indent(_ shape: BlockShape, isFirst: Bool) -> Int {
    guard shape.setting == .left else { return 0 }
    return min((isFirst ? shape.first : shape.runover) - 1, builder.width / 2)
  }

  /// The largest indent below `indent` with which the next line divides no word; nil when none does.
  private func indentThatDividesNothing(below indent: Int, _ breaker: LineBreaker, limit: Int) -> Int? {
    (0..<indent).last { indent in
      var attempt = breaker
      return attempt.next(width: builder.limit - indent, limit: limit)?.ending == .betweenWords
    }
  }

  private func roomForCentred(_ block: TextBlock, _ breaker: LineBreaker) -> Int {
    let limit = block.text.cells.count
    switch block.shape.setting {
    case .left: return builder.width
    case .centred: return Centring.room(of: breaker, width: builder.width, limit: limit)
    case .centredBalanced:
      let room = Centring.room(of: breaker, width: builder.width, limit: limit)
      return Centring.balancedWidth(of: breaker, room: room, limit: limit)
    }
  }
}

extension BrailleText {
  /// Whether nothing but blanks stands in the text.
  var isBlank: Bool { breaks.allSatisfy(\.isBlank) }
}

extension TextBlock {
  /// A place in the cells where something happens.
  struct Boundary {
    var cell: Int
    var kind: TextMark.Kind?
  }

  /// The marks as places in the cells. A print page that begins inside a word is shown after it.
  var boundaries: [Boundary] {
    guard !marks.isEmpty else { return [] }
    let breaker = LineBreaker(text)
    return marks.map { mark in
      var cell = text.firstCell(atOrAfter: mark.offset)
      if case .printPage = mark.kind {
        while !breaker.mayEnd(before: cell) { cell += 1 }
      }
      return Boundary(cell: cell, kind: mark.kind)
    }
  }
}

extension BrailleText {
  /// The first cell that came from the print character at `offset` or a later one.
  func firstCell(atOrAfter offset: Int) -> Int {
    var low = 0
    var high = origins.count
    while low < high {
      let middle = (low + high) / 2
      if Int(origins[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Finds where in the source a line's cells came from, moving forward only.
struct SourceCursor {
  private let origins: [Int32]
  private let sources: [SourceSpan]
  private var index = 0

  init(_ block: TextBlock) {
    origins = block.text.origins
    sources = block.sources
  }

  /// The union of the ranges of all spans that `cells` touch.
  mutating func range(of cells: Range<Int>) -> SourceRange? {
    guard !cells.isEmpty else { return nil }
    let first = Int(origins[cells.lowerBound])
    let last = Int(origins[cells.upperBound - 1])
    while index + 1 < sources.count, sources[index + 1].offset <= first { index += 1 }
    var range: SourceRange?
    while index < sources.count, sources[index].offset <= last {
      if let next = sources[index].range { range = range?.union(next) ?? next }
      guard index + 1 < sources.count, sources[index + 1].offset <= last else { break }
      index += 1
    }
    return range
  }
}
