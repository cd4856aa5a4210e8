/// A node met on a walk.
public enum Node: Sendable {
  case block(Block)
  case inline(Inline)
}

extension Document {
  /// Visits every node, parents before children, the body before the notes.
  public func walk(_ visit: (Node) -> Void) {
    for block in blocks { block.walk(visit) }
    for note in notes { for block in note.blocks { block.walk(visit) } }
  }
}

extension Block {
  /// Visits the block and every node in it, parents before children.
  public func walk(_ visit: (Node) -> Void) {
    visit(.block(self))
    let children = children
    for inline in children.inlines { inline.walk(visit) }
    for block in children.blocks { block.walk(visit) }
  }
}

extension Inline {
  /// Visits the inline and every node in it, parents before children.
  public func walk(_ visit: (Node) -> Void) {
    visit(.inline(self))
    let children = children
    for inline in children.inlines { inline.walk(visit) }
    for block in children.blocks { block.walk(visit) }
  }
}
