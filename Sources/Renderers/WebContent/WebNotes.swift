import DocumentModel
import XMLTree

extension WebContentWriter {
  /// The notes referred to and not written yet, and those their texts refer to, in order.
  mutating func waitingNotes() -> [XMLElement] {
    var elements: [XMLElement] = []
    while let next = marks.next() { elements.append(note(next.note, index: next.index, mark: next.mark)) }
    return elements
  }

  /// All notes not written yet: those referred to, then those nothing refers to.
  mutating func remainingNotes() -> [XMLElement] {
    var elements = waitingNotes()
    while let id = marks.unreferenced() {
      _ = marks.mark(of: id)
      elements += waitingNotes()
    }
    return elements
  }

  /// A note: its mark leads back to the place that refers to it, and so does a link at its end for
  /// each further place.
  private mutating func note(_ note: Note, index: Int, mark: String) -> XMLElement {
    let name = noteName(index)
    anchors.define(name, in: currentFile)
    let own = attributes(of: note.info).filter { $0.name != "id" }
    let outer = enter(note.info, place: .setApart)
    let levels = openLevels
    defer {
      context = outer
      openLevels = levels
    }
    let references = noteReferences[index] ?? []
    var lead: [XMLNode] = []
    if let first = references.first {
      lead = [.element(backLink(to: first, [.text(mark)], label: nil)), .text(" ")]
    } else if !note.begins(with: mark) {
      lead = [.text(mark + " ")]
    }
    var rest = note.blocks[...]
    var words: [XMLNode] = []
    if case .paragraph(let paragraph) = rest.first, paragraph.isBare {
      rest = rest.dropFirst()
      words = nodes(for: paragraph.inlines)
      // The text's own mark is the link, so that it is not there twice.
      if note.begins(with: mark), !references.isEmpty { words = words.dropping(mark) }
    }
    var inside = [XMLElement("p", [], lead + words)] + descriptions() + elements(for: Array(rest))
    let others = references.dropFirst().enumerated().flatMap { number, reference -> [XMLNode] in
      [
        .text(" "),
        .element(
          backLink(to: reference, [.text("↩")], label: "\(self.words.text(.backToText)) (\(number + 2))")),
      ]
    }
    if let last = inside.indices.last, inside[last].name == "p" {
      inside[last].children += others
    } else if !others.isEmpty {
      inside.append(XMLElement("p", [], others))
    }
    return XMLElement(
      "aside", own + [XMLAttribute("id", name), XMLAttribute("role", "doc-footnote")] + type("footnote"),
      inside.map(XMLNode.element))
  }

  private func backLink(to reference: String, _ nodes: [XMLNode], label: String?) -> XMLElement {
    XMLElement(
      "a",
      [XMLAttribute(Anchors.pending, reference), XMLAttribute("role", "doc-backlink")]
        + type("backlink")
        + (label.map { [XMLAttribute("aria-label", $0)] } ?? [XMLAttribute("title", words.text(.backToText))]),
      nodes)
  }
}

extension [XMLNode] {
  /// The nodes without a mark the first text begins with, where it does; that text may be in a span.
  fileprivate func dropping(_ mark: String) -> [XMLNode] {
    switch first {
    case .text(let text)?:
      let trimmed = text.drop(while: \.isWhitespace)
      guard trimmed.hasPrefix(mark) else { return self }
      return [.text(String(trimmed.dropFirst(mark.count)))] + dropFirst()
    case .element(var element)?:
      element.children = element.children.dropping(mark)
      return [.element(element)] + dropFirst()
    case nil: return self
    }
  }
}
