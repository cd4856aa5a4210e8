import JSONTree
import DocumentModel

extension PandocWriting {
  mutating func list(_ node: List) -> JSONValue {
    var items: [JSONValue] = []
    for item in node.items { items.append(.array(self.item(item, isTight: node.isTight))) }
    var attributes = attributes(node.info)
    let written: JSONValue
    switch node.kind {
    case .bulleted: written = .node("BulletList", items)
    case .unmarked:
      written = .node("BulletList", items)
      attributes = attributes.with(class: "unmarked")
    case .numbered(let start, let style, let delimiter):
      if delimiter == .none { attributes = attributes.with("delimiter", delimiter.rawValue) }
      let numbering = JSONValue.array([.integer(start), .node(Self.name(style)), .node(Self.name(delimiter))])
      written = .node("OrderedList", [numbering, .array(items)])
    }
    // A list stands loosely when one of its items holds a paragraph without attributes.
    let showsSpacing = node.items.contains { item in
      item.blocks.contains { if case .paragraph = $0 { true } else { false } }
    }
    if node.isTight ? holdsCarriedParagraph(node) : !showsSpacing {
      attributes = attributes.with(class: node.isTight ? "tight" : "loose")
    }
    return carried(written, by: "coformat-list", attributes)
  }

  /// Whether a paragraph of an item carries anything, which pandoc has no room for beside it, or a formula
  /// stands where a paragraph could, as which it is written.
  private func holdsCarriedParagraph(_ list: List) -> Bool {
    list.items.contains { item in
      item.blocks.contains { block in
        if case .mathematics = block { return true }
        guard case .paragraph(let node) = block else { return false }
        return node.kind != .plain || node.alignment != nil || !attributes(node.info).isEmpty
      }
    }
  }

  private mutating func item(_ item: ListItem, isTight: Bool) -> [JSONValue] {
    var content: [JSONValue] = []
    for block in item.blocks {
      if case .paragraph(let node) = block {
        content.append(paragraph(node, as: isTight ? "Plain" : "Para"))
      } else {
        content.append(self.block(block))
      }
    }
    var attributes = attributes(item.info).with("value", item.number.map(String.init))
    if let task = item.task {
      // Pandoc writes a box as the first word of a task.
      if case .paragraph(let node)? = item.blocks.first, self.attributes(node.info).isEmpty,
        node.kind == .plain,
        node.alignment == nil
      {
        let box = JSONValue.node("Str", .string(task == .done ? "☒" : "☐"))
        content[0] = .node(isTight ? "Plain" : "Para", [box, .node("Space")] + inlines(node.inlines))
      } else {
        attributes = attributes.with("task", task.rawValue)
      }
    }
    guard !attributes.isEmpty else { return content }
    return [.node("Div", [attributes.with(class: "coformat-item").json, .array(content)])]
  }

  private static func name(_ style: NumberStyle) -> String {
    switch style {
    case .decimal: "Decimal"
    case .lowerLetter: "LowerAlpha"
    case .upperLetter: "UpperAlpha"
    case .lowerRoman: "LowerRoman"
    case .upperRoman: "UpperRoman"
    }
  }

  private static func name(_ delimiter: NumberDelimiter) -> String {
    switch delimiter {
    case .period: "Period"
    case .parenthesis: "OneParen"
    case .parentheses: "TwoParens"
    case .none: "DefaultDelim"
    }
  }

  mutating func definitionList(_ node: DefinitionList) -> JSONValue {
    var items: [JSONValue] = []
    for item in node.items {
      var definitions: [JSONValue] = []
      for definition in item.definitions {
        let content = blocks(definition.blocks)
        let attributes = attributes(definition.info)
        definitions.append(
          .array(
            attributes.isEmpty
              ? content
              : [.node("Div", [attributes.with(class: "coformat-definition").json, .array(content)])]))
      }
      items.append(.array([.array(terms(item.terms)), .array(definitions)]))
    }
    return carried(
      .node("DefinitionList", items), by: "coformat-definition-list", attributes(node.info))
  }

  /// The terms of an item: pandoc has one, so that several stand in spans on lines of their own.
  private mutating func terms(_ terms: [DefinitionTerm]) -> [JSONValue] {
    if terms.count == 1, attributes(terms[0].info).isEmpty { return inlines(terms[0].inlines) }
    var written: [JSONValue] = []
    for term in terms {
      if !written.isEmpty { written.append(.node("LineBreak")) }
      let attributes = attributes(term.info).with(class: "coformat-term")
      written.append(.node("Span", [attributes.json, .array(inlines(term.inlines))]))
    }
    return written
  }
}
