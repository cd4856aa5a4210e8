/// What a node holds directly, in reading order. One of the two is empty for most nodes.
public struct Children: Sendable {
  /// The blocks.
  public var blocks: [Block] = []
  /// The inlines.
  public var inlines: [Inline] = []

  init(blocks: [Block] = [], inlines: [Inline] = []) {
    self.blocks = blocks
    self.inlines = inlines
  }
}

extension Block {
  /// The node's own children. A table's cells, a list's items and the like are not nodes, so what
  /// they hold is given in reading order; titles and captions stand where the reader meets them:
  /// inlines (a title, an attribution) are not ordered against blocks.
  public var children: Children {
    switch self {
    case .heading(let node): Children(inlines: node.inlines)
    case .paragraph(let node): Children(inlines: node.inlines)
    case .list(let node): Children(blocks: node.items.flatMap(\.blocks))
    case .definitionList(let node):
      Children(
        blocks: node.items.flatMap { $0.definitions.flatMap(\.blocks) },
        inlines: node.items.flatMap { $0.terms.flatMap(\.inlines) })
    case .blockQuote(let node): Children(blocks: node.blocks, inlines: node.attribution)
    case .code: Children()
    case .table(let node):
      Children(blocks: node.caption + node.allRows.flatMap { $0.cells.flatMap(\.blocks) })
    case .figure(let node): Children(blocks: node.blocks + node.caption)
    case .aside(let node): Children(blocks: node.blocks, inlines: node.title)
    case .lineGroup(let node): Children(inlines: node.lines.flatMap(\.inlines))
    case .mathematics: Children()
    case .separator: Children()
    case .pageBreak: Children()
    case .division(let node): Children(blocks: node.blocks)
    }
  }
}

extension Inline {
  /// The node's own children; a picture's long description counts.
  public var children: Children {
    switch self {
    case .text: Children()
    case .styled(let node): Children(inlines: node.inlines)
    case .span(let node): Children(inlines: node.inlines)
    case .link(let node): Children(inlines: node.inlines)
    case .crossReference(let node): Children(inlines: node.inlines)
    case .noteReference: Children()
    case .abbreviation(let node): Children(inlines: node.inlines)
    case .image(let node): Children(blocks: node.alternative.longDescription)
    case .code: Children()
    case .mathematics: Children()
    case .lineBreak: Children()
    case .pageBreak: Children()
    }
  }
}

extension TextAlternative {
  /// The longer description; empty when there is none.
  public var longDescription: [Block] {
    switch self {
    case .missing, .decorative: []
    case .text(_, let longDescription): longDescription
    }
  }
}

extension Table {
  /// All rows, in reading order: head, bodies, foot.
  public var allRows: [TableRow] { head + bodies.flatMap(\.rows) + foot }
}
