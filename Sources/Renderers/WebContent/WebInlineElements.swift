import DocumentModel
import XMLTree

// What stands in a line of text, as elements.

extension WebContentWriter {
  /// Nodes for inlines, in order.
  mutating func nodes(for inlines: [Inline]) -> [XMLNode] {
    var nodes: [XMLNode] = []
    for inline in inlines {
      for node in self.nodes(for: inline) {
        if case .text(let words) = node, case .text(let before) = nodes.last {
          nodes[nodes.count - 1] = .text(before + words)
        } else {
          nodes.append(node)
        }
      }
    }
    return nodes
  }

  private mutating func nodes(for inline: Inline) -> [XMLNode] {
    let info = inline.info
    let hasOwn = info.id != nil || info.language != nil || info.direction != nil || !info.pageTurns.isEmpty
    let attributes = hasOwn ? self.attributes(of: info) : []
    let outer = context
    if hasOwn { _ = enter(info) }
    defer { context = outer }
    switch inline {
    case .text(let node): return span(attributes, [.text(node.string)])
    case .styled(let node): return styled(node, attributes)
    case .span(let node): return span(node, attributes)
    case .link(let node): return link(node, attributes)
    case .crossReference(let node): return crossReference(node, attributes)
    case .noteReference(let node): return noteReference(node, attributes)
    case .abbreviation(let node):
      let title = node.expansion.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : [XMLAttribute("title", $0)] }
      return [.element(XMLElement("abbr", attributes + (title ?? []), nodes(for: node.inlines)))]
    case .image(let node): return picture(node, attributes)
    case .code(let node): return [.element(XMLElement("code", attributes, text: node.text))]
    case .mathematics(let node):
      return formula(node.mathematics, .inline, attributes, at: node.info.range)
    case .lineBreak: return [.element(XMLElement("br", attributes))]
    case .pageBreak(let node): return [.element(pageBreak("span", node, attributes))]
    }
  }

  /// Nodes in a `span` where something is said of them.
  func span(_ attributes: [XMLAttribute], _ nodes: [XMLNode]) -> [XMLNode] {
    attributes.isEmpty ? nodes : [.element(XMLElement("span", attributes, nodes))]
  }

  private mutating func styled(_ node: Styled, _ attributes: [XMLAttribute]) -> [XMLNode] {
    let element = choices.emphasis(node.style)
    // A term that is being defined holds no other (HTML, 4.5.8).
    let isNested = element.name == "dfn" && context.isInDefinition
    if element.name == "dfn" { context.isInDefinition = true }
    let attributes = element.role.map { attributes.adding(class: $0) } ?? attributes
    return [.element(XMLElement(isNested ? "span" : element.name, attributes, nodes(for: node.inlines)))]
  }

  private mutating func span(_ node: Span, _ attributes: [XMLAttribute]) -> [XMLNode] {
    var attributes = attributes
    if node.lineNumber != nil { attributes = attributes.adding(class: "line-number") }
    // No attribute of HTML says how text is spoken; the name is free for that (HTML, 3.2.6.6).
    if let pronunciation = node.pronunciation {
      attributes.append(XMLAttribute("data-pronunciation", pronunciation))
    }
    return span(attributes, nodes(for: node.inlines))
  }

  // MARK: - Links

  private mutating func link(_ node: Link, _ attributes: [XMLAttribute]) -> [XMLNode] {
    var attributes = attributes
    let isOutermost = !context.isInLink
    let address = isOutermost ? choices.address(node) : nil
    if isOutermost, address == nil { tallies.lostLinks.add(node.target, at: node.info.range) }
    if let title = node.title, !title.allSatisfy(\.isWhitespace) {
      attributes.append(XMLAttribute("title", title))
    }
    if address != nil { context.isInLink = true }
    var words = nodes(for: node.inlines)
    if address != nil { context.isInLink = false }
    let isSilent = words.text.allSatisfy(\.isWhitespace)
    if isSilent, !words.holdSomething { words = [.text(node.target)] }
    guard let address else { return span(attributes, words) }
    // A link that shows only a picture nobody describes says where it leads.
    if isSilent, words.holdSomething {
      attributes.append(XMLAttribute("aria-label", node.title ?? node.target))
    }
    return linked([XMLAttribute("href", address)] + attributes, words)
  }

  private mutating func crossReference(
    _ node: CrossReference, _ attributes: [XMLAttribute]
  ) -> [XMLNode] {
    guard !context.isInLink else { return span(attributes, nodes(for: node.inlines)) }
    tallies.crossReferences.add(node.target, at: node.info.range)
    context.isInLink = true
    let words = nodes(for: node.inlines)
    context.isInLink = false
    let target = XMLAttribute(Anchors.pending, anchors.name(for: node.target))
    return linked([target] + attributes, words.holdSomething ? words : [.text(node.target)])
  }

  /// A link, and after it what could not stand in it.
  private mutating func linked(_ attributes: [XMLAttribute], _ words: [XMLNode]) -> [XMLNode] {
    let after = afterLink
    afterLink = []
    return [.element(XMLElement("a", attributes, words))] + after
  }

  /// The mark of a note, which leads to it.
  private mutating func noteReference(
    _ node: NoteReference, _ attributes: [XMLAttribute]
  ) -> [XMLNode] {
    guard let mark = marks.mark(of: node.note), let index = marks.index(of: node.note) else {
      tallies.missingNotes.add(node.note, at: node.info.range)
      return span(attributes, [.text("[\(node.note)]")])
    }
    let name = noteName(index)
    let reference = anchors.reserve("ref-" + name)
    anchors.define(reference, in: currentFile)
    noteReferences[index, default: []].append(reference)
    let link = XMLElement(
      "a",
      [
        XMLAttribute(Anchors.pending, name), XMLAttribute("id", reference),
        XMLAttribute("role", "doc-noteref"),
      ] + type("noteref"), text: mark)
    let element = XMLElement("sup", attributes.adding(class: "note-reference"), [.element(link)])
    guard context.isInLink else { return [.element(element)] }
    afterLink.append(.element(element))
    return []
  }

  /// The name of a note.
  mutating func noteName(_ index: Int) -> String {
    if let name = noteNames[index] { return name }
    let name =
      document.notes[index].info.id.map { anchors.name(for: $0) } ?? anchors.reserve("note-\(index + 1)")
    noteNames[index] = name
    return name
  }
}
