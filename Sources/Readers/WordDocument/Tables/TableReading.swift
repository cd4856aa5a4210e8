import Diagnostics
import DocumentModel
import XMLTree

extension WordReading {
  /// Reads a `w:tbl`. One of a single cell is a box, as reports use it.
  func table(_ node: FlatXML.NodeID, in part: WordPart) -> [Block] {
    let xml = part.xml
    var table = OfficeTable()
    for row in rows(node, in: part) where isKept(row: row, in: part) {
      table.rows.append(self.row(row, in: part))
    }
    table.rows.removeAll(where: \.cells.isEmpty)
    guard !table.rows.isEmpty else { return [] }
    table.mergeDown { words, range in log.report(.mergedCellText(words, at: range)) }
    let properties = xml.child("w:tblPr", of: node)
    let range = part.extent(node)
    if table.rows.count == 1, table.rows[0].cells.count == 1 {
      let blocks = table.rows[0].cells[0].blocks
      guard !blocks.isEmpty else { return [] }
      return [.aside(Aside(.sidebar, blocks, info: NodeInfo(range: range)))]
    }
    let look = look(properties, in: part)
    let head = table.headCount(look) { log.report(.headRowGuessed(at: range)) }
    var result = table.table(head: head, hasRowHeadings: look.firstColumn, info: NodeInfo(range: range))
    let summary = part.value("w:tblDescription", of: properties)?.collapsed
    let name = part.value("w:tblCaption", of: properties)?.collapsed
    let words = [name, summary].compactMap(\.self).filter { !$0.isEmpty }
    if !words.isEmpty { result.summary = words.joined(separator: ". ") }
    return [.table(result)]
  }

  /// The rows of a table, through content controls and revisions that hold them.
  private func rows(_ node: FlatXML.NodeID, in part: WordPart) -> [FlatXML.NodeID] {
    unwrapped(node, "w:tr", in: part)
  }

  /// The elements of a name below a node, through what only wraps them.
  private func unwrapped(_ top: FlatXML.NodeID, _ wanted: String, in part: WordPart) -> [FlatXML.NodeID] {
    let xml = part.xml
    var found: [FlatXML.NodeID] = []
    var node = xml.firstChild(top)
    while node >= 0 {
      let name = xml.name(node)
      if name == wanted {
        found.append(node)
      } else if ["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "mc:AlternateContent"].contains(
        name)
        || (name == "mc:Choice" || name == "mc:Fallback") && isChosen(node, in: part),
        xml.firstChild(node) >= 0
      {
        node = xml.firstChild(node)
        continue
      }
      while xml.next(node) < 0 {
        node = xml.parent(node)
        if node == top { return found }
      }
      node = xml.next(node)
    }
    return found
  }

  /// Whether a row stays with tracked changes settled as asked.
  private func isKept(row: FlatXML.NodeID, in part: WordPart) -> Bool {
    guard let properties = part.xml.child("w:trPr", of: row) else { return true }
    if part.xml.child("w:del", of: properties) != nil {
      revisions.deletions += 1
      return options.changes != .accept
    }
    if part.xml.child("w:ins", of: properties) != nil {
      revisions.insertions += 1
      return options.changes != .reject
    }
    return true
  }

  private func row(_ node: FlatXML.NodeID, in part: WordPart) -> OfficeTable.Row {
    let properties = part.xml.child("w:trPr", of: node)
    var row = OfficeTable.Row(info: NodeInfo(range: part.extent(node)))
    row.isHead = part.isOn("w:tblHeader", of: properties) ?? false
    var column = min(max(part.value("w:gridBefore", of: properties).flatMap { Int($0) } ?? 0, 0), 1_000)
    if column > 0 {
      row.cells.append(OfficeTable.Cell(blocks: [], column: 0, span: column, info: NodeInfo()))
    }
    for cell in unwrapped(node, "w:tc", in: part) {
      let properties = part.xml.child("w:tcPr", of: cell)
      let span = min(max(part.value("w:gridSpan", of: properties).flatMap { Int($0) } ?? 1, 1), 1_000)
      let blocks = story(cell, in: part)
      var read = OfficeTable.Cell(
        blocks: blocks, column: column, span: span, info: NodeInfo(range: part.extent(cell)))
      read.isBold = blocks.areBold
      if let properties, let merge = part.xml.child("w:vMerge", of: properties) {
        read.continues = part.xml.attribute("w:val", of: merge) != "restart"
      }
      // Word before 2007 merged cells side by side in this way.
      if part.value("w:hMerge", of: properties) == "continue" || isBareMerge(properties, in: part),
        let last = row.cells.indices.last
      {
        row.cells[last].span += span
        row.cells[last].blocks += blocks
      } else {
        row.cells.append(read)
      }
      column += span
    }
    return row
  }

  private func isBareMerge(_ properties: FlatXML.NodeID?, in part: WordPart) -> Bool {
    guard let properties, let merge = part.xml.child("w:hMerge", of: properties) else { return false }
    return part.xml.attribute("w:val", of: merge) == nil
  }

  // MARK: - What a table's look says

  private func look(_ properties: FlatXML.NodeID?, in part: WordPart) -> OfficeTable.Look {
    let style = styles.style(part.value("w:tblStyle", of: properties) ?? styles.defaultTable)
    guard let properties, let node = part.xml.child("w:tblLook", of: properties) else {
      return OfficeTable.Look()
    }
    let bits = part.xml.attribute("w:val", of: node).flatMap { Int($0, radix: 16) } ?? 0
    func isOn(_ name: String, _ bit: Int) -> Bool {
      part.xml.attribute("w:" + name, of: node).map { ["1", "true", "on"].contains($0) } ?? (bits & bit != 0)
    }
    return OfficeTable.Look(
      firstRow: style.marksFirstRow && isOn("firstRow", 0x20),
      firstColumn: style.marksFirstColumn && isOn("firstColumn", 0x80))
  }
}
