import DocumentModel

extension TreeNode {
  init(_ inline: Inline) {
    switch inline {
    case .text(let node): self = TreeNode("text", node.info, text: node.string)
    case .styled(let node):
      self = TreeNode("styled", node.info, Self.nodes(node.inlines)).with("style", word: node.style.rawValue)
    case .span(let node):
      self = TreeNode("span", node.info, Self.nodes(node.inlines))
        .with("pronunciation", text: node.pronunciation)
        .with("line-number", text: node.lineNumber)
        .with("extent", word: node.isSentence ? "sentence" : nil)
    case .link(let node):
      self = TreeNode("link", node.info, Self.nodes(node.inlines)).with("target", text: node.target)
        .with("title", text: node.title)
    case .crossReference(let node):
      self = TreeNode("cross-reference", node.info, Self.nodes(node.inlines))
        .with("target", text: node.target)
    case .noteReference(let node):
      self = TreeNode("note-reference", node.info).with("note", text: node.note)
    case .abbreviation(let node):
      self = TreeNode("abbreviation", node.info, Self.nodes(node.inlines))
        .with("expansion", text: node.expansion)
    case .image(let node): self = Self.image(node)
    case .code(let node): self = TreeNode("inline-code", node.info, text: node.text)
    case .mathematics(let node): self = Self.mathematics("inline-mathematics", node.mathematics, node.info)
    case .lineBreak(let node): self = TreeNode("line-break", node.info)
    case .pageBreak(let node): self = TreeNode("page-break", node.info).with("number", text: node.number)
    }
  }

  private static func image(_ node: Image) -> TreeNode {
    let image = TreeNode(
      "image", node.info, group("long-description", nodes(node.alternative.longDescription))
    )
    .with("source", text: node.source).with("title", text: node.title)
    switch node.alternative {
    case .missing: return image.with("alternative", word: "missing")
    case .decorative: return image.with("alternative", word: "decorative")
    case .text(let text, _): return image.with("alternative", text: text)
    }
  }
}
