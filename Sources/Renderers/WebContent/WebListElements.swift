import DocumentModel
import XMLTree

// Lists and definitions, as elements.

extension WebContentWriter {
  mutating func list(_ node: List, _ attributes: [XMLAttribute]) -> [XMLElement] {
    var attributes = attributes
    let name: String
    switch node.kind {
    case .bulleted: name = "ul"
    case .unmarked:
      name = "ul"
      attributes = attributes.adding(class: "unmarked")
    case .numbered(let start, let style, let delimiter):
      name = "ol"
      switch delimiter {
      case .period: break
      case .parenthesis, .parentheses, .none: attributes = attributes.adding(class: delimiter.role)
      }
      if start != 1 { attributes.append(XMLAttribute("start", "\(start)")) }
      if style != .decimal { attributes.append(XMLAttribute("type", style.type)) }
    }
    var next = if case .numbered(let start, _, _) = node.kind { start } else { 1 }
    var items: [XMLNode] = []
    for item in node.items {
      var own = self.attributes(of: item.info)
      if item.task != nil { own = own.adding(class: "task") }
      if case .numbered = node.kind {
        if let number = item.number, number != next { own.append(XMLAttribute("value", "\(number)")) }
        next = (item.number ?? next) &+ 1
      }
      let outer = enter(item.info)
      items.append(.element(XMLElement("li", own, self.item(item, isTight: node.isTight))))
      context = outer
    }
    guard !items.isEmpty else { return elements("div", attributes.filter { $0.name == "id" }, []) }
    return [XMLElement(name, attributes, items)]
  }

  private mutating func item(_ item: ListItem, isTight: Bool) -> [XMLNode] {
    let task: [XMLNode] =
      item.task.map { state in
        let words = words.text(state == .done ? .taskDone : .taskOpen)
        let box = XMLElement(
          "span", [XMLAttribute("role", "img"), XMLAttribute("aria-label", words)],
          text: state == .done ? "☑" : "☐")
        return [.element(box), .text(" ")]
      } ?? []
    switch choices.listItems {
    case .runningText: return task + running(item.blocks)
    case .blocks:
      // The words of a tight item, or of one with nothing else, need no paragraph.
      guard case .paragraph(let first) = item.blocks.first, first.isBare else {
        let inside = elements(for: item.blocks)
        guard !task.isEmpty else { return inside.map(XMLNode.element) }
        return [.element(XMLElement("p", [], task))] + inside.map(XMLNode.element)
      }
      let words = nodes(for: first.inlines)
      let after = descriptions() + elements(for: Array(item.blocks.dropFirst()))
      let holdsOnlyLists = item.blocks.dropFirst().allSatisfy { if case .list = $0 { true } else { false } }
      let lead = task + (words.holdSomething ? words : [])
      let needsParagraph = !(holdsOnlyLists && (isTight || item.blocks.count == 1))
      let start: [XMLNode] = needsParagraph && !lead.isEmpty ? [.element(XMLElement("p", [], lead))] : lead
      return start + after.map(XMLNode.element)
    }
  }

  /// Blocks with paragraphs as running text, a line end between them; others are as they are.
  private mutating func running(_ blocks: [Block]) -> [XMLNode] {
    var nodes: [XMLNode] = []
    var endsInText = false
    for block in blocks {
      if case .paragraph(let node) = block, node.alignment == nil {
        let own = attributes(of: node.info)
        let outer = enter(node.info)
        let words = self.nodes(for: node.inlines)
        context = outer
        let after = descriptions().map(XMLNode.element)
        guard words.holdSomething else { nodes += after; continue }
        if endsInText { nodes += [.element(XMLElement("br")), .element(XMLElement("br"))] }
        nodes += own.isEmpty ? words : [.element(XMLElement("span", own, words))]
        nodes += after
        endsInText = after.isEmpty
      } else {
        nodes += elements(for: [block]).map(XMLNode.element)
        endsInText = false
      }
    }
    return nodes
  }

  /// Terms and what they mean. HTML wants both: where the source gives one, the other is empty.
  mutating func definitionList(_ node: DefinitionList, _ attributes: [XMLAttribute]) -> [XMLElement] {
    var parts: [XMLNode] = []
    for item in node.items {
      let outer = enter(item.info)
      // The item has no element: its name goes to what is written first.
      var anchor = self.attributes(of: NodeInfo(id: item.info.id))
      let language = item.info.language.map { self.attributes(of: $0) } ?? []
      for term in item.terms {
        let own = self.attributes(of: term.info) + (term.info.language == nil ? language : [])
        let outer = enter(term.info)
        let words = within(.headingCell) { $0.nodes(for: term.inlines) }
        context = outer
        parts += anchored(XMLElement("dt", own, words), at: &anchor)
      }
      if item.terms.isEmpty { parts += anchored(XMLElement("dt"), at: &anchor) }
      let descriptions = descriptions()
      if item.definitions.isEmpty || !descriptions.isEmpty {
        parts.append(.element(XMLElement("dd", [], descriptions.map(XMLNode.element))))
      }
      for definition in item.definitions {
        let own = self.attributes(of: definition.info) + (definition.info.language == nil ? language : [])
        let outer = enter(definition.info)
        parts.append(.element(XMLElement("dd", own, content(of: definition.blocks))))
        context = outer
      }
      context = outer
    }
    guard !parts.isEmpty else { return [] }
    return [XMLElement("dl", attributes, parts)]
  }

  /// An element with a name given to it, in an element inside where it has one already.
  private func anchored(_ element: XMLElement, at anchor: inout [XMLAttribute]) -> [XMLNode] {
    guard !anchor.isEmpty else { return [.element(element)] }
    var element = element
    if element.attributes["id"] == nil {
      element.attributes += anchor
    } else {
      element.children.insert(.element(XMLElement("span", anchor)), at: 0)
    }
    anchor = []
    return [.element(element)]
  }
}

extension NumberStyle {
  /// The `type` of a list (HTML, 4.4.5).
  fileprivate var type: String {
    switch self {
    case .decimal: "1"
    case .lowerLetter: "a"
    case .upperLetter: "A"
    case .lowerRoman: "i"
    case .upperRoman: "I"
    }
  }
}

extension NumberDelimiter {
  /// The class that asks a style sheet for it.
  fileprivate var role: String {
    switch self {
    case .period: "full-stop"
    case .parenthesis: "parenthesis"
    case .parentheses: "parentheses"
    case .none: "bare-number"
    }
  }
}
