import DocumentModel

extension TreeNode {
  init(_ block: Block) {
    switch block {
    case .heading(let node):
      self = TreeNode("heading", node.info, Self.nodes(node.inlines)).with("level", number: node.level)
    case .paragraph(let node):
      self = TreeNode("paragraph", node.info, Self.nodes(node.inlines))
        .with("kind", word: node.kind == .plain ? nil : node.kind.rawValue)
        .with("alignment", word: node.alignment?.rawValue)
    case .list(let node): self = Self.list(node)
    case .definitionList(let node):
      self = TreeNode("definition-list", node.info, node.items.map(Self.definitionItem))
    case .blockQuote(let node):
      self = TreeNode(
        "block-quote", node.info,
        Self.nodes(node.blocks) + Self.group("attribution", Self.nodes(node.attribution)))
    case .code(let node):
      self = TreeNode("code", node.info, text: node.text)
        .with("programming-language", text: node.programmingLanguage)
    case .table(let node): self = Self.table(node)
    case .figure(let node):
      self = TreeNode(
        "figure", node.info, Self.nodes(node.blocks) + Self.group("caption", Self.nodes(node.caption)))
    case .aside(let node):
      self = TreeNode(
        "aside", node.info, Self.group("title", Self.nodes(node.title)) + Self.nodes(node.blocks)
      ).with("kind", word: node.kind.rawValue).with("colour", text: node.colour)
    case .lineGroup(let node):
      self = TreeNode("line-group", node.info, node.lines.map(Self.line))
    case .mathematics(let node): self = Self.mathematics("mathematics-block", node.mathematics, node.info)
    case .separator(let node): self = TreeNode("separator", node.info)
    case .pageBreak(let node): self = TreeNode("page-break", node.info).with("number", text: node.number)
    case .division(let node):
      self = TreeNode("division", node.info, Self.nodes(node.blocks)).with("role", text: node.role)
    }
  }

  static func nodes(_ blocks: [Block]) -> [TreeNode] { blocks.map { TreeNode($0) } }
  static func nodes(_ inlines: [Inline]) -> [TreeNode] { inlines.map { TreeNode($0) } }

  /// A node around children that are a part of their parent by themselves; none when there are none.
  static func group(_ kind: String, _ children: [TreeNode]) -> [TreeNode] {
    children.isEmpty ? [] : [TreeNode(kind, NodeInfo(), children)]
  }

  static func mathematics(_ kind: String, _ mathematics: Mathematics, _ info: NodeInfo) -> TreeNode {
    TreeNode(kind, info).with("tex", text: mathematics.tex).with("mathml", text: mathematics.mathML)
      .with("alternative", text: mathematics.alternative)
  }

  private static func list(_ node: List) -> TreeNode {
    let items = node.items.map { item in
      TreeNode("list-item", item.info, nodes(item.blocks)).with("task", word: item.task?.rawValue)
        .with("number", number: item.number)
    }
    let list = TreeNode("list", node.info, items)
    let spacing = node.isTight ? "tight" : "loose"
    switch node.kind {
    case .bulleted: return list.with("kind", word: "bulleted").with("spacing", word: spacing)
    case .unmarked: return list.with("kind", word: "unmarked").with("spacing", word: spacing)
    case .numbered(let start, let style, let delimiter):
      return list.with("kind", word: "numbered").with("start", number: start)
        .with("style", word: style.rawValue).with("delimiter", word: delimiter.rawValue)
        .with("spacing", word: spacing)
    }
  }

  private static func definitionItem(_ item: DefinitionItem) -> TreeNode {
    TreeNode(
      "definition-item", item.info,
      item.terms.map { TreeNode("term", $0.info, nodes($0.inlines)) }
        + item.definitions.map { TreeNode("definition", $0.info, nodes($0.blocks)) })
  }

  private static func line(_ line: Line) -> TreeNode {
    TreeNode("line", line.info, nodes(line.inlines))
      .with("indent", number: line.indent == 0 ? nil : line.indent)
  }
}
