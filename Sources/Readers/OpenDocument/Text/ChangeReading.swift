import DocumentModel
import XMLTree

extension OpenDocumentReading {
  /// A mark of a tracked change within a paragraph: an insertion begins or ends, or text was deleted
  /// here (OASIS OpenDocument 1.3, part 3, 5.5.7).
  func change(_ node: FlatXML.NodeID, _ context: inout OpenDocumentParagraph) {
    guard let (change, isPoint) = mark(node, in: context.part), isPoint, options.changes != .accept else {
      return
    }
    let xml = part.xml
    let paragraphs = xml.children(change.node).filter { xml.name($0) != "office:change-info" }
    if options.changes == .show { deletedDepth += 1 }
    defer { if options.changes == .show { deletedDepth -= 1 } }
    for (index, deleted) in paragraphs.enumerated() {
      // The first and the last paragraph of what was deleted go on in those around it; what stood
      // between them stands between them again.
      let isRunning = ["text:p", "text:h"].contains(xml.name(deleted))
      if isRunning, index == 0 || index == paragraphs.count - 1 {
        if index > 0,
          context.pieces.last.map({ if case .block = $0.content { false } else { true } }) ?? false
        {
          append(.lineBreak(LineBreak()), &context)
        }
        inlines(from: deleted, isWhole: false, &context)
      } else {
        var story = OpenDocumentStory()
        read(deleted, in: part, &story)
        var assembly = StoryAssembly { _ in false }
        for block in assembly.blocks(of: story.items) {
          context.pieces.append(Piece(content: .block(block), range: block.info.range))
        }
      }
    }
  }

  /// The same between paragraphs.
  ///
  /// - Returns: what was deleted here, where it is kept.
  func change(_ node: FlatXML.NodeID, in part: OpenDocumentPart) -> [Block] {
    guard let (change, isPoint) = mark(node, in: part), isPoint, options.changes != .accept,
      depth < Self.deepest
    else { return [] }
    depth += 1
    if options.changes == .show { deletedDepth += 1 }
    defer {
      depth -= 1
      if options.changes == .show { deletedDepth -= 1 }
    }
    return story(change.node, in: self.part)
  }

  /// Takes note of a mark; the change, and whether it is of a place and not of a stretch of text.
  private func mark(_ node: FlatXML.NodeID, in part: OpenDocumentPart) -> (Change, Bool)? {
    guard let id = part.xml.attribute("text:change-id", of: node), let change = changes[id] else {
      return nil
    }
    switch part.xml.name(node) {
    case "text:change-start": if change.kind == .insertion { openInsertions.insert(id) }
    case "text:change-end": openInsertions.remove(id)
    default: return (change, change.kind == .deletion)
    }
    return (change, false)
  }
}
