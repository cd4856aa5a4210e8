import Diagnostics
import DocumentModel
import XMLTree

extension OpenDocumentReading {
  /// The most times a cell or a row is repeated: a spreadsheet's empty rest is repeated a million times.
  private static let repeats = 1_000
  /// The most times a cell, and a row, that shows something is.
  private static let cells = 64
  private static let rows = 100

  /// Reads a `table:table`. One of a single cell is a box, as reports use it.
  func table(_ node: FlatXML.NodeID, in part: OpenDocumentPart) -> [Block] {
    let xml = part.xml
    if let name = xml.attribute("table:name", of: node) { bookmark(name + "|table") }
    let id = takeIdentifier()
    var grid = TableGridReading(headings: headingColumns(node, in: part))
    for (row, isHead) in rows(node, in: part) { read(row, in: part, isHead: isHead, &grid) }
    grid.close()
    var table = grid.table
    table.rows.removeAll(where: \.cells.isEmpty)
    guard !table.rows.isEmpty else { return [] }
    let info = NodeInfo(range: part.extent(node), id: id)
    if table.rows.count == 1, table.rows[0].cells.count == 1 {
      let blocks = table.rows[0].cells[0].blocks
      return blocks.isEmpty ? [] : [.aside(Aside(.sidebar, blocks, info: info))]
    }
    let range = info.range
    let head = table.headCount(OfficeTable.Look()) { log.report(.openDocumentHeadGuessed(at: range)) }
    var result = table.table(head: head, hasRowHeadings: grid.headings > 0, info: info)
    let words = ["table:title", "table:desc"].compactMap { xml.child($0, of: node) }.map(part.words)
      .filter { !$0.isEmpty }
    if !words.isEmpty { result.summary = words.joined(separator: ". ") }
    return [.table(result)] + grid.waitingTurns
  }

  /// The rows of a table, through the groups that hold them, each with whether it is of the head.
  private func rows(
    _ top: FlatXML.NodeID, in part: OpenDocumentPart
  ) -> [(row: FlatXML.NodeID, isHead: Bool)] {
    let xml = part.xml
    var found: [(row: FlatXML.NodeID, isHead: Bool)] = []
    var node = xml.firstChild(top)
    var head: FlatXML.NodeID?
    while node >= 0 {
      switch xml.name(node) {
      case "table:table-row", "text:soft-page-break": found.append((node, head != nil))
      case "table:table-header-rows", "table:table-rows", "table:table-row-group":
        if xml.name(node) == "table:table-header-rows", head == nil { head = node }
        if xml.firstChild(node) >= 0 {
          node = xml.firstChild(node)
          continue
        }
      default: break
      }
      while xml.next(node) < 0 {
        node = xml.parent(node)
        if node == top { return found }
        if node == head { head = nil }
      }
      if node == head { head = nil }
      node = xml.next(node)
    }
    return found
  }

  /// How many columns at the left hold headings of rows.
  private func headingColumns(_ node: FlatXML.NodeID, in part: OpenDocumentPart) -> Int {
    let xml = part.xml
    guard let columns = xml.child("table:table-header-columns", of: node) else { return 0 }
    return xml.children(columns).filter { xml.name($0) == "table:table-column" }
      .map { part.count("table:number-columns-repeated", of: $0, in: 1...Self.repeats) ?? 1 }.reduce(0, +)
  }

  private func read(
    _ node: FlatXML.NodeID, in part: OpenDocumentPart, isHead: Bool, _ grid: inout TableGridReading
  ) {
    let xml = part.xml
    if xml.name(node) == "text:soft-page-break" {
      if let turn = pages.turnAsLaidOut() { grid.waitingTurns.append(.pageBreak(turn)) }
      return
    }
    grid.begin(OfficeTable.Row(isHead: isHead, info: NodeInfo(range: part.extent(node))))
    for child in xml.children(node) {
      let name = xml.name(child)
      guard name == "table:table-cell" || name == "table:covered-table-cell" else { continue }
      let blocks = story(child, in: part)
      let count = part.count("table:number-columns-repeated", of: child, in: 1...Self.repeats) ?? 1
      if name == "table:covered-table-cell" {
        for _ in 0..<count {
          if let words = grid.cover(blocks) { log.report(.openDocumentCovered(words, at: part.range(child))) }
        }
        continue
      }
      let span = part.count("table:number-columns-spanned", of: child, in: 1...Self.repeats) ?? 1
      var cell = OfficeTable.Cell(
        blocks: blocks, column: 0, span: span, info: NodeInfo(range: part.extent(child)))
      cell.rows = part.count("table:number-rows-spanned", of: child, in: 1...10_000) ?? 1
      cell.isBold = blocks.areBold || isHeading(child, in: part)
      // What is said of a repeated cell is once enough, unless it shows something each time.
      if count > Self.cells, !blocks.isEmpty {
        log.report(.openDocumentRepeated("cell", kept: Self.cells, at: part.range(child)))
      }
      for _ in 0..<min(count, Self.cells) { grid.add(cell) }
      grid.skip(count - Self.cells)
    }
    grid.end()
    let count = part.count("table:number-rows-repeated", of: node, in: 1...Self.repeats) ?? 1
    if count > 1, grid.repeatRow(min(count, Self.rows) - 1), count > Self.rows {
      log.report(.openDocumentRepeated("row", kept: Self.rows, at: part.range(node)))
    }
  }

  /// Whether all paragraphs of a cell have the style of headings of tables.
  private func isHeading(_ cell: FlatXML.NodeID, in part: OpenDocumentPart) -> Bool {
    let paragraphs = part.xml.children(cell).filter { part.xml.name($0) == "text:p" }
    return !paragraphs.isEmpty
      && paragraphs.allSatisfy {
        styles.style(part.xml.attribute("text:style-name", of: $0), family: "paragraph").isTableHeading
      }
  }
}

/// A table's cells put in their places, with what those before them cover.
struct TableGridReading {
  private(set) var table = OfficeTable()
  /// How many columns at the left hold headings.
  let headings: Int
  var waitingTurns: [Block] = []
  private var row: OfficeTable.Row?
  private var column = 0
  /// The cell that covers each column, its row and place, and the row it reaches down to.
  private var covering: [Int: (row: Int, cell: Int, end: Int)] = [:]

  init(headings: Int) { self.headings = headings }

  mutating func begin(_ row: OfficeTable.Row) {
    self.row = row
    column = 0
  }

  mutating func add(_ cell: OfficeTable.Cell) {
    guard row != nil else { return }
    var cell = cell
    cell.column = column
    if !waitingTurns.isEmpty {
      cell.blocks = waitingTurns + cell.blocks
      waitingTurns = []
    }
    let number = table.rows.count
    for covered in column..<column + cell.span {
      covering[covered] = (number, row?.cells.count ?? 0, number + cell.rows)
    }
    row?.cells.append(cell)
    column += 1
  }

  /// Passes over columns that show nothing.
  mutating func skip(_ count: Int) { column += max(0, count) }

  /// A cell that another covers.
  ///
  /// - Returns: the words it holds, which are kept in the cell that covers it, or in one of its own when
  ///   none does.
  mutating func cover(_ blocks: [Block]) -> String? {
    defer { column += 1 }
    let number = table.rows.count
    guard let place = covering[column], place.end > number || place.row == number else {
      if row != nil {
        row?.cells.append(OfficeTable.Cell(blocks: blocks, column: column, span: 1, info: NodeInfo()))
      }
      return nil
    }
    guard !blocks.isEmpty else { return nil }
    if place.row == number {
      row?.cells[place.cell].blocks += blocks
    } else {
      table.rows[place.row].cells[place.cell].blocks += blocks
    }
    return blocks.words
  }

  mutating func end() {
    guard let row else { return }
    table.rows.append(row)
    self.row = nil
  }

  /// Repeats the last row: one that shows something as often as is asked, an empty one not.
  ///
  /// - Returns: whether it was repeated.
  mutating func repeatRow(_ count: Int) -> Bool {
    guard let last = table.rows.last, last.cells.contains(where: { !$0.blocks.isEmpty }),
      last.cells.allSatisfy({ $0.rows == 1 })
    else { return false }
    for _ in 0..<count { table.rows.append(last) }
    return true
  }

  /// Takes away the empty columns of a spreadsheet's rest, and spans that reach beyond the table.
  mutating func close() {
    let count = table.rows.count
    var width = table.rows.flatMap(\.cells).map { $0.column + $0.span }.max() ?? 0
    if width >= 64 {
      width =
        table.rows.flatMap(\.cells).filter { !$0.blocks.isEmpty }.map { $0.column + min($0.span, 64) }.max()
        ?? 0
    }
    for index in table.rows.indices {
      table.rows[index].cells.removeAll { $0.blocks.isEmpty && $0.column >= width }
      for place in table.rows[index].cells.indices {
        table.rows[index].cells[place].rows = min(table.rows[index].cells[place].rows, count - index)
        let cell = table.rows[index].cells[place]
        table.rows[index].cells[place].span = max(1, min(cell.span, width - cell.column))
      }
    }
  }
}
