import Diagnostics

/// What the converter knows of the table it is in.
struct TableState {
  var alignments: [UInt8]
  /// The line the head is on; cmark gives the line of the paragraph it was part of.
  var headLine: Int
  /// Where the row's text begins on its line, in cmark's count and in the source.
  var firstColumn: Int
  var rowStart = 0
  var isHead = false
  var cells: [Range<Int>] = []
  var column = 0
}

extension MarkdownConverter {
  mutating func enterTable(_ node: MarkdownNode) {
    var headLine = node.startLine
    if let paragraph = node.previous, case .paragraph = paragraph.kind, paragraph.startLine == 0 {
      headLine += paragraph.content.utf8.count { $0 == ASCII.lineFeed } + 1
    }
    table = TableState(
      alignments: node.columnAlignments, headLine: headLine, firstColumn: node.startColumn)
    let line = text.line(headLine)
    let start = min(line.lowerBound + max(0, node.startColumn - 1), line.upperBound)
    push(MarkupTree.Element(name: "table"), for: node, start: start, end: start)
  }

  mutating func enterRow(_ node: MarkdownNode) {
    let isHead = node.isHeaderRow
    let line = text.line(isHead ? table?.headLine ?? node.startLine : node.startLine)
    var start = LineMarks(text.bytes, in: line).end
    // What looks like a mark may be the row's own text.
    let column = line.lowerBound + max(0, (table?.firstColumn ?? 1) - 1)
    if column < line.upperBound, start > column { start = column }
    while start < line.upperBound, ASCII.isBlank(text.bytes[start]) { start += 1 }
    let end = text.trimmedEnd(of: line)
    table?.rowStart = start
    table?.isHead = isHead
    table?.column = 0
    table?.cells = TableRowCells(text, from: start, to: max(start, end)).cells
    push(MarkupTree.Element(name: "tr"), for: node, start: start, end: max(start, end))
  }

  mutating func enterCell(_ node: MarkdownNode) {
    let column = table?.column ?? 0
    table?.column = column + 1
    let content = Array(node.content.utf8)
    let rowEnd = open.last?.end ?? 0
    var place = rowEnd..<rowEnd
    if let cells = table?.cells, column < cells.count { place = cells[column] }
    if let rest = endOfCell(place, spelling: content) { place = rest }
    let map = ContentMap(cell: content, source: place, of: text)
    let base = (table?.firstColumn ?? 1) - 1 + place.lowerBound - (table?.rowStart ?? 0)
    positions = InlinePositions(content: content, map: map, base: base)
    var element = MarkupTree.Element(name: table?.isHead == true ? "th" : "td")
    if table?.isHead == true { element.attributes.append(.init(name: "scope", value: "col")) }
    if let alignments = table?.alignments, column < alignments.count {
      switch alignments[column] {
      case 0x6C: element.attributes.append(.init(name: "align", value: "left"))
      case 0x63: element.attributes.append(.init(name: "align", value: "center"))
      case 0x72: element.attributes.append(.init(name: "align", value: "right"))
      default: break
      }
    }
    push(element, for: node, start: place.lowerBound, end: place.upperBound)
  }

  /// The end of a cell's source that its content is, when something stands before it (a quotation mark
  /// in front of a row without a leading bar).
  private func endOfCell(_ place: Range<Int>, spelling content: [UInt8]) -> Range<Int>? {
    guard content.count < place.count,
      text.bytes[place.upperBound - content.count..<place.upperBound].elementsEqual(content)
    else { return nil }
    return place.upperBound - content.count..<place.upperBound
  }

  /// Closes a row. Cells past the table's last column are dropped by GitHub's rule (GFM 4.10); here
  /// they are kept, as text, and said.
  mutating func exitRow(_ node: MarkdownNode) {
    if let table, !table.isHead, table.cells.count > table.alignments.count {
      let extra = table.cells[table.alignments.count...].filter { !$0.isEmpty }
      for cell in extra {
        let words = String(decoding: text.bytes[cell], as: UTF8.self)
        let id = add(.element(MarkupTree.Element(name: "td")), at: cell)
        tree.append(.text(words), to: id, range: text.range(cell))
      }
      if let first = extra.first, let last = extra.last {
        log.report(
          .rowTooLong(count: extra.count, at: text.range(first.lowerBound..<last.upperBound)))
      }
    }
    close()
  }
}

extension Diagnostic {
  fileprivate static func rowTooLong(count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "MD-002", .warning,
      "a table row has \(count == 1 ? "a cell" : "\(count) cells") more than the heading has columns; kept as plain text",
      hint: "give the table a heading for each column, or write \\| for a bar that divides nothing",
      at: range)
  }
}
