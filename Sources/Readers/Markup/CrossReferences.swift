import DocumentModel

extension DocumentBuilder {
  /// Turns the cross references whose target is not in the model after all (it is hidden, or in a
  /// part of the page left out) into links.
  func settleCrossReferences(in document: inout Document) {
    let missing = crossReferences.subtracting(usedIDs)
    guard !missing.isEmpty else { return }
    document.blocks = document.blocks.map { $0.unlinking(missing) }
    for index in document.notes.indices {
      document.notes[index].blocks = document.notes[index].blocks.map { $0.unlinking(missing) }
    }
  }

  /// Leaves the notes in the order the source holds them.
  func orderNotes(in document: inout Document) {
    let isOrdered = zip(document.notes, document.notes.dropFirst()).allSatisfy {
      guard let left = $0.info.range, let right = $1.info.range else { return true }
      return left.start <= right.start
    }
    guard !isOrdered else { return }
    // A note in a note ends before the one around it.
    document.notes.sort { left, right in
      guard let first = left.info.range, let second = right.info.range else { return false }
      return first.start < second.start
    }
  }
}

extension Block {
  fileprivate func unlinking(_ missing: Set<String>) -> Block {
    func blocks(_ blocks: [Block]) -> [Block] { blocks.map { $0.unlinking(missing) } }
    func inlines(_ inlines: [Inline]) -> [Inline] { inlines.map { $0.unlinking(missing) } }
    func rows(_ rows: [TableRow]) -> [TableRow] {
      rows.map { row in
        var row = row
        for index in row.cells.indices { row.cells[index].blocks = blocks(row.cells[index].blocks) }
        return row
      }
    }
    switch self {
    case .heading(var node): node.inlines = inlines(node.inlines); return .heading(node)
    case .paragraph(var node): node.inlines = inlines(node.inlines); return .paragraph(node)
    case .list(var node):
      for index in node.items.indices { node.items[index].blocks = blocks(node.items[index].blocks) }
      return .list(node)
    case .definitionList(var node):
      for item in node.items.indices {
        for term in node.items[item].terms.indices {
          node.items[item].terms[term].inlines = inlines(node.items[item].terms[term].inlines)
        }
        for index in node.items[item].definitions.indices {
          node.items[item].definitions[index].blocks = blocks(node.items[item].definitions[index].blocks)
        }
      }
      return .definitionList(node)
    case .blockQuote(var node):
      node.blocks = blocks(node.blocks)
      node.attribution = inlines(node.attribution)
      return .blockQuote(node)
    case .table(var node):
      node.caption = blocks(node.caption)
      node.head = rows(node.head)
      for index in node.bodies.indices { node.bodies[index].rows = rows(node.bodies[index].rows) }
      node.foot = rows(node.foot)
      return .table(node)
    case .figure(var node):
      node.blocks = blocks(node.blocks)
      node.caption = blocks(node.caption)
      return .figure(node)
    case .aside(var node):
      node.title = inlines(node.title)
      node.blocks = blocks(node.blocks)
      return .aside(node)
    case .lineGroup(var node):
      for index in node.lines.indices { node.lines[index].inlines = inlines(node.lines[index].inlines) }
      return .lineGroup(node)
    case .division(var node): node.blocks = blocks(node.blocks); return .division(node)
    case .code, .mathematics, .separator, .pageBreak: return self
    }
  }
}

extension Inline {
  fileprivate func unlinking(_ missing: Set<String>) -> Inline {
    func inlines(_ inlines: [Inline]) -> [Inline] { inlines.map { $0.unlinking(missing) } }
    switch self {
    case .styled(var node): node.inlines = inlines(node.inlines); return .styled(node)
    case .span(var node): node.inlines = inlines(node.inlines); return .span(node)
    case .link(var node): node.inlines = inlines(node.inlines); return .link(node)
    case .abbreviation(var node): node.inlines = inlines(node.inlines); return .abbreviation(node)
    case .crossReference(var node):
      node.inlines = inlines(node.inlines)
      guard missing.contains(node.target) else { return .crossReference(node) }
      return .link(Link("#" + node.target, node.inlines, info: node.info))
    case .image(var node):
      if case .text(let words, let description) = node.alternative {
        node.alternative = .text(words, longDescription: description.map { $0.unlinking(missing) })
      }
      return .image(node)
    case .text, .noteReference, .code, .mathematics, .lineBreak, .pageBreak: return self
    }
  }
}
