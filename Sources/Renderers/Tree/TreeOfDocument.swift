import DocumentModel

extension TreeNode {
  /// The tree of a whole document: metadata, content, notes.
  init(_ document: Document) {
    self.init("document")
    children = Self.metadata(document.metadata) + document.blocks.map { TreeNode($0) }
    for note in document.notes {
      children.append(
        TreeNode("note", note.info, note.blocks.map { TreeNode($0) })
          .with("note", text: note.id).with("label", text: note.label)
          .with("placement", word: note.placement.rawValue))
    }
  }

  private static func metadata(_ metadata: Metadata) -> [TreeNode] {
    var nodes: [TreeNode] = []
    func add(_ name: String, _ values: [String]) {
      for value in values { nodes.append(TreeNode("metadata", text: value).with("name", word: name)) }
    }
    func add(_ name: String, _ value: String?) { add(name, value.map { [$0] } ?? []) }
    add("title", metadata.title)
    add("subtitle", metadata.subtitle)
    add("author", metadata.authors)
    add("contributor", metadata.contributors)
    add("language", metadata.language?.tag)
    add("date", metadata.date)
    add("identifier", metadata.identifier)
    add("publisher", metadata.publisher)
    add("rights", metadata.rights)
    add("description", metadata.description)
    add("subject", metadata.subjects)
    add("source-edition", metadata.sourceEdition)
    add("contact", metadata.contact)
    for field in metadata.other {
      nodes.append(TreeNode("metadata", text: field.value).with("field", text: field.name))
    }
    return nodes
  }
}
