/// Something that rebuilds a tree with changes. A conforming type says what changes; the walk over
/// every kind of node is written here, once.
///
/// Children are rewritten before the node they stand in.
public protocol Rewriter {
  /// Whether a node, or a part of one such as a list item, stays. A table cell that does not stay is
  /// emptied, so that those after it keep their columns.
  mutating func keeps(_ info: NodeInfo) -> Bool
  /// What stands in the place of a block whose children are rewritten already.
  mutating func replacement(for block: Block) -> Block
  /// What stands in the place of an inline whose children are rewritten already.
  mutating func replacement(for inline: Inline) -> Inline
}

extension Rewriter {
  public mutating func keeps(_ info: NodeInfo) -> Bool { true }
  public mutating func replacement(for block: Block) -> Block { block }
  public mutating func replacement(for inline: Inline) -> Inline { inline }

  /// The document with its body and its notes rewritten.
  public mutating func rewrite(_ document: Document) -> Document {
    var document = document
    document.blocks = rewrite(document.blocks)
    document.notes = parts(document.notes, \.info) { rewriter, note in
      note.blocks = rewriter.rewrite(note.blocks)
    }
    return document
  }

  /// Blocks rewritten, without those that do not stay.
  public mutating func rewrite(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    for block in blocks where keeps(block.info) { result.append(replacement(for: descend(into: block))) }
    return result
  }

  /// Inlines rewritten, without those that do not stay.
  public mutating func rewrite(_ inlines: [Inline]) -> [Inline] {
    var result: [Inline] = []
    result.reserveCapacity(inlines.count)
    for inline in inlines where keeps(inline.info) { result.append(replacement(for: descend(into: inline))) }
    return result
  }

  // MARK: - The walk

  /// The parts of a node that stay, each changed by `change`.
  private mutating func parts<Part>(
    _ parts: [Part], _ info: KeyPath<Part, NodeInfo>, change: (inout Self, inout Part) -> Void
  ) -> [Part] {
    var result: [Part] = []
    result.reserveCapacity(parts.count)
    for var part in parts where keeps(part[keyPath: info]) {
      change(&self, &part)
      result.append(part)
    }
    return result
  }

  private mutating func rows(_ rows: [TableRow]) -> [TableRow] {
    parts(rows, \.info) { rewriter, row in
      for index in row.cells.indices {
        let stays = rewriter.keeps(row.cells[index].info)
        row.cells[index].blocks = stays ? rewriter.rewrite(row.cells[index].blocks) : []
      }
    }
  }

  private mutating func descend(into block: Block) -> Block {
    switch block {
    case .heading(var node):
      node.inlines = rewrite(node.inlines)
      return .heading(node)
    case .paragraph(var node):
      node.inlines = rewrite(node.inlines)
      return .paragraph(node)
    case .list(var node):
      node.items = parts(node.items, \.info) { $1.blocks = $0.rewrite($1.blocks) }
      return .list(node)
    case .definitionList(var node):
      node.items = parts(node.items, \.info) { rewriter, item in
        item.terms = rewriter.parts(item.terms, \.info) { $1.inlines = $0.rewrite($1.inlines) }
        item.definitions = rewriter.parts(item.definitions, \.info) { $1.blocks = $0.rewrite($1.blocks) }
      }
      return .definitionList(node)
    case .blockQuote(var node):
      node.blocks = rewrite(node.blocks)
      node.attribution = rewrite(node.attribution)
      return .blockQuote(node)
    case .table(var node):
      node.caption = rewrite(node.caption)
      node.head = rows(node.head)
      node.bodies = parts(node.bodies, \.info) { $1.rows = $0.rows($1.rows) }
      node.foot = rows(node.foot)
      return .table(node)
    case .figure(var node):
      node.blocks = rewrite(node.blocks)
      node.caption = rewrite(node.caption)
      return .figure(node)
    case .aside(var node):
      node.title = rewrite(node.title)
      node.blocks = rewrite(node.blocks)
      return .aside(node)
    case .lineGroup(var node):
      node.lines = parts(node.lines, \.info) { $1.inlines = $0.rewrite($1.inlines) }
      return .lineGroup(node)
    case .division(var node):
      node.blocks = rewrite(node.blocks)
      return .division(node)
    case .code, .mathematics, .separator, .pageBreak: return block
    }
  }

  private mutating func descend(into inline: Inline) -> Inline {
    switch inline {
    case .styled(var node):
      node.inlines = rewrite(node.inlines)
      return .styled(node)
    case .span(var node):
      node.inlines = rewrite(node.inlines)
      return .span(node)
    case .link(var node):
      node.inlines = rewrite(node.inlines)
      return .link(node)
    case .crossReference(var node):
      node.inlines = rewrite(node.inlines)
      return .crossReference(node)
    case .abbreviation(var node):
      node.inlines = rewrite(node.inlines)
      return .abbreviation(node)
    case .image(var node):
      if case .text(let words, let description) = node.alternative {
        node.alternative = .text(words, longDescription: rewrite(description))
      }
      return .image(node)
    case .text, .noteReference, .code, .mathematics, .lineBreak, .pageBreak: return inline
    }
  }
}
