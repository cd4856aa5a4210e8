import DocumentModel
import XMLTree

// Lists of every kind.

extension DTBookWriter {
  /// A list; one whose items leave the count becomes several, each of which counts on.
  mutating func list(_ node: List) -> [XMLElement] {
    var runs: [(start: Int, items: [XMLElement])] = []
    let attributes = classed(node.kind.role ?? "", with: attributes(of: node.info))
    if node.kind.isUnusuallyDelimited { said.listDelimiters.add(node.info.range) }
    var expected = node.kind.firstNumber
    for item in node.items {
      guard let element = self.item(item) else { continue }
      let number = item.number ?? expected
      if runs.isEmpty || (node.kind.isNumbered && number != expected) { runs.append((number, [])) }
      runs[runs.count - 1].items.append(element)
      expected = number + 1
    }
    return runs.enumerated().map { index, run in
      // Identifiers stand once.
      let own = index == 0 ? attributes : attributes.filter { $0.name != "id" }
      return XMLElement("list", node.kind.attributes(start: run.start) + own, run.items.map(XMLNode.element))
    } + takeWaiting()
  }

  private mutating func item(_ item: ListItem) -> XMLElement? {
    let attributes = attributes(of: item.info)
    var nodes = within(.block) { $0.content(of: item.blocks) }
    if let task = item.task {
      let box = XMLNode.text(task == .done ? "☑ " : "☐ ")
      if case .element(var first)? = nodes.first, first.name == "p" {
        first.children.insert(box, at: 0)
        nodes[0] = .element(first)
      } else if case .element(let first)? = nodes.first, DTBookVocabulary.blocks.contains(first.name) {
        nodes.insert(.element(XMLElement("p", [], [box])), at: 0)
      } else {
        nodes.insert(box, at: 0)
      }
    }
    // An item without words still counts in a numbered list; print shows its number.
    return XMLElement("li", classed(item.task.map { "task-\($0.rawValue)" } ?? "", with: attributes), nodes)
  }

  mutating func definitionList(_ node: DefinitionList) -> [XMLElement] {
    let attributes = classed("", with: attributes(of: node.info))
    var parts: [XMLElement] = []
    for item in node.items {
      for term in item.terms {
        let own = self.attributes(of: term.info)
        let nodes = inlines(term.inlines)
        if !nodes.isEmpty { parts.append(XMLElement("dt", own, nodes)) }
      }
      for definition in item.definitions {
        let own = self.attributes(of: definition.info)
        let nodes = takeWaiting().map(XMLNode.element) + within(.block) { $0.content(of: definition.blocks) }
        if !nodes.isEmpty { parts.append(XMLElement("dd", own, nodes)) }
      }
    }
    guard !parts.isEmpty else { return takeWaiting() }
    return [XMLElement("dl", attributes, parts.map(XMLNode.element))] + takeWaiting()
  }
}

extension ListKind {
  fileprivate var firstNumber: Int {
    if case .numbered(let start, _, _) = self { start } else { 1 }
  }

  /// Whether its numbers have another sign around them than print's usual full stop.
  fileprivate var isUnusuallyDelimited: Bool {
    if case .numbered(_, _, let delimiter) = self { delimiter != .period } else { false }
  }

  /// Its class: what DTBook's attributes do not say.
  fileprivate var role: String? {
    switch self {
    case .bulleted: nil
    case .unmarked: "unmarked"
    case .numbered(_, _, let delimiter): delimiter == .period ? nil : "delimiter-\(delimiter.rawValue)"
    }
  }

  /// The attributes of DTBook's list. Lists without marks are bulleted ones with a class: players show
  /// `pl`, which is for marks that stand in the text, as no list at all.
  fileprivate func attributes(start: Int) -> [XMLAttribute] {
    switch self {
    case .bulleted: return [XMLAttribute("type", "ul")]
    case .unmarked: return [XMLAttribute("type", "ul")]
    case .numbered(_, let style, _):
      var attributes = [XMLAttribute("type", "ol")]
      if let enumeration = style.enumeration { attributes.append(XMLAttribute("enum", enumeration)) }
      if start != 1, start >= 0 { attributes.append(XMLAttribute("start", "\(start)")) }
      return attributes
    }
  }
}

extension NumberStyle {
  /// DTBook's letter for it; nil for the usual.
  fileprivate var enumeration: String? {
    switch self {
    case .decimal: nil
    case .lowerLetter: "a"
    case .upperLetter: "A"
    case .lowerRoman: "i"
    case .upperRoman: "I"
    }
  }
}

/// Groups of DTBook's elements.
enum DTBookVocabulary {
  /// Elements that stand on lines of their own.
  static let blocks: Set<String> = [
    "p", "list", "dl", "div", "blockquote", "imggroup", "linegroup", "table", "prodnote", "sidebar", "note",
    "author", "line", "byline", "dateline", "address", "epigraph", "poem", "annotation",
  ]
  /// Elements that hold only elements, so that space between them means nothing.
  static let setOut: Set<String> = [
    "dtbook", "head", "book", "frontmatter", "bodymatter", "rearmatter", "level1", "level2", "level3",
    "level4", "level5", "level6", "list", "dl", "table", "thead", "tbody", "tfoot", "tr", "imggroup",
    "blockquote", "note", "linegroup", "div",
  ]
  /// Elements that stand in a line of text and are read with it.
  static let phrases: Set<String> = [
    "em", "strong", "dfn", "code", "samp", "kbd", "cite", "abbr", "acronym", "a", "br", "q", "sub", "sup",
    "span", "bdo", "sent", "w",
  ]
}
