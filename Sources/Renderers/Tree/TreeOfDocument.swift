import DocumentModel

extension TreeNode {
  /// The tree of a whole document: metadata, content, notes.
  init(_ document: Document) {
    self.init("document")
    children = Self.metadata(document.metadata) + document.blocks.map { TreeNode($0) }
    for note in document.notes {
      // Some readers give the note's own name as the node's too.
      var info = note.info
      if info.id == note.id { info.id = nil }
      children.append(
        TreeNode("note", info, note.blocks.map { TreeNode($0) })
          .with("note", text: note.id).with("label", text: note.label)
          .with("placement", word: note.placement.rawValue))
    }
  }

  private static func metadata(_ metadata: Metadata) -> [TreeNode] {
    var nodes: [TreeNode] = []
    for field in Metadata.Field.allCases {
      nodes += metadata.values(of: field).map {
        TreeNode("metadata", text: $0).with("name", word: field.rawValue)
      }
    }
    for field in metadata.other {
      nodes.append(TreeNode("metadata", text: field.value).with("field", text: field.name))
    }
    return nodes
  }
}
