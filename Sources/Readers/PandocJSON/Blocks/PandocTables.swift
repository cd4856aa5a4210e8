import JSONTree

/// Which rows of a table a row is among.
enum PandocRowKind {
  case head
  /// Rows of headings within a body.
  case intermediateHead
  /// Data, after so many columns of headings.
  case body(headings: Int)
  case foot
}

extension PandocConverter {
  mutating func addTable(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    let parts = try items(try content(of: id, in: "a Table"), in: "a Table")
    switch parts.count {
    case 5: try addOldTable(id, parts, parent, outer)
    case 6: try addNewTable(id, parts, parent, outer)
    default:
      throw Problem(
        .malformed(
          "a Table", "it has \(parts.count) parts, and should have 6 or, before pandoc 2.10, 5", at: range(id)
        ))
    }
  }

  /// A table since version 1.21: attributes, caption, columns, head, bodies, foot.
  private mutating func addNewTable(
    _ id: JSONTree.ID, _ parts: [JSONTree.ID], _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    var attributes = try attributes(parts[0], of: "a Table")
    account(for: attributes, at: parts[0])
    attributes = attributes.joined(outer)
    let table = add("table", attributes.ofElement, to: parent, at: id)
    var next: [Task] = []
    if let caption = try caption(parts[1], of: "a Table"), !json.children(of: caption).isEmpty {
      let holder = add("caption", to: table, at: caption)
      next += try items(caption, in: "a caption").map { .block($0, holder, nil) }
    }
    for column in try items(parts[2], in: "a Table") {
      let specification = try items(column, count: 2, in: "a column of a Table")
      addColumn(specification[0], to: table)
    }
    next += try groupTasks(parts[3], "thead", table, .head)
    for body in try items(parts[4], in: "a Table") {
      let parts = try items(body, count: 4, in: "a TableBody")
      let attributes = try self.attributes(parts[0], of: "a TableBody")
      account(for: attributes, at: parts[0])
      let headings = try integer(parts[1], "the number of heading columns", within: 0...1_000)
      let group = add("tbody", attributes.ofElement, to: table, at: body)
      next += try items(parts[2], in: "a TableBody").map { .row($0, group, .intermediateHead) }
      next += try items(parts[3], in: "a TableBody").map { .row($0, group, .body(headings: headings)) }
    }
    next += try groupTasks(parts[5], "tfoot", table, .foot)
    push(next)
  }

  private mutating func groupTasks(
    _ id: JSONTree.ID, _ name: String, _ table: MarkupTree.NodeID, _ kind: PandocRowKind
  ) throws(Problem) -> [Task] {
    let parts = try items(id, count: 2, in: "the head or foot of a Table")
    let rows = try items(parts[1], in: "the head or foot of a Table")
    guard !rows.isEmpty else { return [] }
    let attributes = try attributes(parts[0], of: "the head or foot of a Table")
    account(for: attributes, at: parts[0])
    let group = add(name, attributes.ofElement, to: table, at: id)
    return rows.map { .row($0, group, kind) }
  }

  private mutating func addColumn(_ alignment: JSONTree.ID, to table: MarkupTree.NodeID) {
    let value = alignmentName(alignment)
    add(
      "col", value.map { [.init(name: "style", value: "text-align:\($0)")] } ?? [], to: table, at: alignment)
  }

  private func alignmentName(_ id: JSONTree.ID) -> String? {
    switch type(of: id) ?? json.string(id) {
    case "AlignLeft": "start"
    case "AlignRight": "end"
    case "AlignCenter": "center"
    default: nil
    }
  }

  /// Converts a row: attributes and cells.
  mutating func convertRow(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, _ kind: PandocRowKind
  ) throws(Problem) {
    let parts = try items(id, count: 2, in: "a row of a Table")
    let attributes = try attributes(parts[0], of: "a row of a Table")
    account(for: attributes, at: parts[0])
    let row = add("tr", attributes.ofElement, to: parent, at: id)
    var next: [Task] = []
    var column = 0
    for cell in try items(parts[1], in: "a row of a Table") {
      next += try cellTasks(cell, row, kind, &column)
    }
    push(next)
  }

  /// A cell: attributes, alignment, rows, columns, blocks.
  private mutating func cellTasks(
    _ id: JSONTree.ID, _ row: MarkupTree.NodeID, _ kind: PandocRowKind, _ column: inout Int
  ) throws(Problem) -> [Task] {
    let parts = try items(id, count: 5, in: "a cell of a Table")
    var attributes = try attributes(parts[0], of: "a cell of a Table")
    let isData = attributes.take("coformat-data")
    account(for: attributes, at: parts[0])
    let rows = try integer(parts[2], "the number of rows of a cell", within: 1...65_534)
    let columns = try integer(parts[3], "the number of columns of a cell", within: 1...1_000)
    if rows > 1 { attributes.pairs.append(.init(name: "rowspan", value: String(rows))) }
    if columns > 1 { attributes.pairs.append(.init(name: "colspan", value: String(columns))) }
    if let alignment = alignmentName(parts[1]) { attributes.addStyle("text-align:\(alignment)") }
    let hasScope = attributes.pairs.contains { $0.name == "scope" }
    let isHeading =
      switch kind {
      case .head, .intermediateHead: !isData
      case .body(let headings): hasScope || column < headings && !isData
      case .foot: hasScope
      }
    column += columns
    let cell = add(isHeading ? "th" : "td", attributes.ofElement, to: row, at: id)
    return try items(parts[4], in: "a cell of a Table").map { .block($0, cell, nil) }
  }

  /// A table before version 1.21: caption, alignments, widths, headings, rows, all cells of blocks.
  private mutating func addOldTable(
    _ id: JSONTree.ID, _ parts: [JSONTree.ID], _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    let table = add("table", outer?.ofElement ?? [], to: parent, at: id)
    var next: [Task] = []
    if !(try items(parts[0], in: "a caption")).isEmpty {
      let caption = add("caption", to: table, at: parts[0])
      next += try inlineTasks(parts[0], caption) + [.waitingNotes(caption)]
    }
    for alignment in try items(parts[1], in: "a Table") { addColumn(alignment, to: table) }
    let headings = try items(parts[3], in: "a Table")
    if headings.contains(where: { json.items(of: $0)?.isEmpty == false }) {
      let row = add("tr", to: add("thead", to: table, at: parts[3]), at: parts[3])
      next += try oldCells(headings, "th", row)
    }
    let body = add("tbody", to: table, at: parts[4])
    for row in try items(parts[4], in: "a Table") {
      next += try oldCells(try items(row, in: "a row of a Table"), "td", add("tr", to: body, at: row))
    }
    push(next)
  }

  private mutating func oldCells(
    _ cells: [JSONTree.ID], _ name: String, _ row: MarkupTree.NodeID
  ) throws(Problem) -> [Task] {
    var next: [Task] = []
    for cell in cells {
      let holder = add(name, to: row, at: cell)
      next += try items(cell, in: "a cell of a Table").map { .block($0, holder, nil) }
    }
    return next
  }
}
