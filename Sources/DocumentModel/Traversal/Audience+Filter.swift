extension Document {
  /// The document as one format shows it: nodes meant for other formats are gone.
  ///
  /// - Returns: the document, and the ranges of the nodes left out (nil for those without one).
  public func keeping(for format: Format) -> (document: Document, leftOut: [NodeInfo]) {
    var filter = AudienceFilter(format: format)
    var document = self
    document.blocks = filter.blocks(blocks)
    document.notes = notes.compactMap { note in
      guard filter.keeps(note.info) else { return nil }
      var note = note
      note.blocks = filter.blocks(note.blocks)
      return note
    }
    return (document, filter.leftOut)
  }
}

/// Rebuilds a tree without the nodes a format does not show.
private struct AudienceFilter {
  let format: Format
  var leftOut: [NodeInfo] = []

  mutating func keeps(_ info: NodeInfo) -> Bool {
    guard let audience = info.audience, !audience.includes(format) else { return true }
    leftOut.append(info)
    return false
  }

  mutating func blocks(_ blocks: [Block]) -> [Block] {
    var kept: [Block] = []
    kept.reserveCapacity(blocks.count)
    for block in blocks where keeps(block.info) { kept.append(self.block(block)) }
    return kept
  }

  mutating func inlines(_ inlines: [Inline]) -> [Inline] {
    var kept: [Inline] = []
    kept.reserveCapacity(inlines.count)
    for inline in inlines where keeps(inline.info) { kept.append(self.inline(inline)) }
    return kept
  }

  private mutating func block(_ block: Block) -> Block {
    switch block {
    case .heading(var node):
      node.inlines = inlines(node.inlines)
      return .heading(node)
    case .paragraph(var node):
      node.inlines = inlines(node.inlines)
      return .paragraph(node)
    case .list(var node):
      node.items = node.items.compactMap { item in
        guard keeps(item.info) else { return nil }
        var item = item
        item.blocks = blocks(item.blocks)
        return item
      }
      return .list(node)
    case .definitionList(var node):
      node.items = node.items.compactMap { definitionItem($0) }
      return .definitionList(node)
    case .blockQuote(var node):
      node.blocks = blocks(node.blocks)
      node.attribution = inlines(node.attribution)
      return .blockQuote(node)
    case .table(let node): return .table(table(node))
    case .figure(var node):
      node.blocks = blocks(node.blocks)
      node.caption = blocks(node.caption)
      return .figure(node)
    case .aside(var node):
      node.title = inlines(node.title)
      node.blocks = blocks(node.blocks)
      return .aside(node)
    case .lineGroup(var node):
      node.lines = node.lines.compactMap { line in
        guard keeps(line.info) else { return nil }
        var line = line
        line.inlines = inlines(line.inlines)
        return line
      }
      return .lineGroup(node)
    case .division(var node):
      node.blocks = blocks(node.blocks)
      return .division(node)
    case .code, .mathematics, .separator, .pageBreak: return block
    }
  }

  private mutating func definitionItem(_ item: DefinitionItem) -> DefinitionItem? {
    guard keeps(item.info) else { return nil }
    var item = item
    item.terms = item.terms.compactMap { term in
      guard keeps(term.info) else { return nil }
      var term = term
      term.inlines = inlines(term.inlines)
      return term
    }
    item.definitions = item.definitions.compactMap { definition in
      guard keeps(definition.info) else { return nil }
      var definition = definition
      definition.blocks = blocks(definition.blocks)
      return definition
    }
    return item
  }

  private mutating func table(_ table: Table) -> Table {
    var table = table
    table.caption = blocks(table.caption)
    table.head = rows(table.head)
    table.bodies = table.bodies.map { body in
      var body = body
      body.rows = rows(body.rows)
      return body
    }
    table.foot = rows(table.foot)
    return table
  }

  private mutating func rows(_ rows: [TableRow]) -> [TableRow] {
    rows.compactMap { row in
      guard keeps(row.info) else { return nil }
      var row = row
      // A cell is emptied, not removed: those after it stay in their columns.
      row.cells = row.cells.map { cell in
        var cell = cell
        cell.blocks = keeps(cell.info) ? blocks(cell.blocks) : []
        return cell
      }
      return row
    }
  }

  private mutating func inline(_ inline: Inline) -> Inline {
    switch inline {
    case .styled(var node):
      node.inlines = inlines(node.inlines)
      return .styled(node)
    case .span(var node):
      node.inlines = inlines(node.inlines)
      return .span(node)
    case .link(var node):
      node.inlines = inlines(node.inlines)
      return .link(node)
    case .crossReference(var node):
      node.inlines = inlines(node.inlines)
      return .crossReference(node)
    case .abbreviation(var node):
      node.inlines = inlines(node.inlines)
      return .abbreviation(node)
    case .image(var node):
      if case .text(let text, let description) = node.alternative {
        node.alternative = .text(text, longDescription: blocks(description))
      }
      return .image(node)
    case .text, .noteReference, .code, .mathematics, .lineBreak, .pageBreak: return inline
    }
  }
}
