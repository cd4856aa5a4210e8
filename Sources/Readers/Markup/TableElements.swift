import Diagnostics
import DocumentModel

/// A table while it is read.
struct TableParts {
  var summary: String?
  var form: TableForm?
  var columns: [Alignment?] = []
  var groupAlignment: Alignment?
  var head: [TableRow] = []
  var bodies: [TableBody] = []
  var foot: [TableRow] = []
  /// Rows that stand in no group yet.
  var rows: [TableRow] = []
  /// The cells of the row being read.
  var cells: [(cell: TableCell, isHeading: Bool)] = []
  var caption: [Block] = []
  /// What stands in the table outside its cells, which browsers show before it.
  var strays: [Block] = []

  /// Ends the group of rows that began without an element of its own.
  mutating func endLooseRows() {
    guard !rows.isEmpty else { return }
    bodies.append(TableBody(rows, info: NodeInfo(range: rows[0].info.range.joined(rows.last?.info.range))))
    rows = []
  }
}

extension DocumentBuilder {
  /// The most columns and rows a cell may cover (HTML, section 4.9.11).
  private static let columnSpanLimit = 1_000
  private static let rowSpanLimit = 65_534

  mutating func enterTable(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) -> Bool {
    guard !survey.traits[Int(node)].contains(.presentation) else { return true }
    push(.table, node: node, info: info(node, element))
    var parts = TableParts()
    parts.summary = element.firstWords("summary")
    parts.form = tableForm(of: node)
    tables.append(parts)
    return true
  }

  /// Takes note of what `col` and `colgroup` say of columns.
  mutating func noteColumn(_ element: MarkupTree.Element, _ tag: Tag) {
    guard case .table? = frames.last?.kind else { return }
    let last = tables.count - 1
    if tag == .colgroup {
      tables[last].groupAlignment = element.alignment
      guard let span = element.integer("span") else { return }
      addColumns(span, element.alignment)
    } else {
      addColumns(element.integer("span") ?? 1, element.alignment ?? tables[last].groupAlignment)
    }
  }

  private mutating func addColumns(_ count: Int, _ alignment: Alignment?) {
    let last = tables.count - 1
    let room = Self.columnSpanLimit - tables[last].columns.count
    guard room > 0 else { return }
    tables[last].columns += [Alignment?](repeating: alignment, count: min(max(count, 1), room))
  }

  mutating func enterTablePart(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, _ tag: Tag
  ) -> Bool {
    switch (tag, frames.last?.kind) {
    case (.caption, .table?): enterCaption(node, element, isFor: .table)
    case (.thead, .table?): push(.rows(.head), node: node, info: info(node, element))
    case (.tfoot, .table?): push(.rows(.foot), node: node, info: info(node, element))
    case (.tbody, .table?): push(.rows(.body), node: node, info: info(node, element))
    case (.tr, .table?), (.tr, .rows?): push(.row, node: node, info: info(node, element))
    case (.td, .row?), (.th, .row?):
      push(.cell, node: node, info: info(node, element))
    // A part of a table laid out for looks only, or a stray one: what it holds stands on its own.
    default: break
    }
    return true
  }

  mutating func endCell(_ frame: Frame) {
    guard case .element(let element) = tree[frame.node].content else { return }
    let isHeading = survey.tags[Int(frame.node)] == .th
    let rowSpan = element.integer("rowspan") ?? 1
    let cell = TableCell(
      frame.blocks, heading: isHeading ? element.headingScope : nil,
      columnSpan: min(element.integer("colspan") ?? 1, Self.columnSpanLimit),
      rowSpan: rowSpan == 0 ? Self.rowSpanLimit : min(rowSpan, Self.rowSpanLimit),
      alignment: element.alignment, info: frame.info)
    tables[tables.count - 1].cells.append((cell, isHeading))
  }

  mutating func endRow(_ frame: Frame) {
    let last = tables.count - 1
    var isHead = false
    if case .rows(.head)? = frames.last?.kind { isHead = true }
    let isAllHeadings = tables[last].cells.allSatisfy(\.isHeading)
    let cells = tables[last].cells.map { cell, isHeading in
      var cell = cell
      // HTML lets a heading without a scope say of its place what it is for.
      if isHeading, cell.heading == nil { cell.heading = isHead || isAllHeadings ? .column : .row }
      return cell
    }
    tables[last].cells = []
    tables[last].rows.append(TableRow(cells, info: frame.info))
  }

  mutating func endRows(_ frame: Frame, _ section: TableSection) {
    let last = tables.count - 1
    let rows = tables[last].rows
    tables[last].rows = []
    switch section {
    case .head: tables[last].head += rows
    case .foot: tables[last].foot += rows
    case .body: if !rows.isEmpty { tables[last].bodies.append(TableBody(rows, info: frame.info)) }
    }
    if rows.isEmpty { keepPlace(frame.info) }
  }

  mutating func endTable(_ frame: Frame) {
    var parts = tables.removeLast()
    parts.endLooseRows()
    for stray in parts.strays { append(stray) }
    let table = parts.table(info: frame.info)
    if table.allRows.isEmpty, table.caption.isEmpty {
      keepPlace(frame.info)
    } else {
      append(.table(table))
    }
  }

  // MARK: Captions

  /// What a caption belongs to.
  enum Captioned { case figure, table }

  mutating func enterCaption(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, isFor captioned: Captioned
  ) {
    let isInFigure = frames.contains { if case .figure = $0.kind { true } else { false } }
    guard captioned == .table || isInFigure && !figures.isEmpty else {
      push(.division(role: nil), node: node, info: info(node, element))
      return
    }
    push(.caption, node: node, info: info(node, element))
  }

  mutating func endCaption(_ frame: Frame) {
    var blocks = frame.blocks
    if !frame.info.isPlain {
      if blocks.isEmpty {
        keepPlace(frame.info)
      } else if blocks.count == 1, blocks[0].info.isPlain {
        let range = blocks[0].info.range
        blocks[0].info = frame.info
        blocks[0].info.range = range
      } else {
        blocks = [.division(Division(blocks, info: frame.info))]
      }
    }
    if survey.tags[Int(frame.node)] == .figcaption {
      figures[figures.count - 1].caption += blocks
    } else {
      tables[tables.count - 1].caption += blocks
    }
  }
}

extension MarkupTree.Element {
  /// What a heading cell is for, when the source says.
  fileprivate var headingScope: HeadingScope? {
    switch self["scope"]?.lowercased() {
    case "row": .row
    case "col", "column": .column
    case "rowgroup": .rowGroup
    case "colgroup": .columnGroup
    default: nil
    }
  }
}
