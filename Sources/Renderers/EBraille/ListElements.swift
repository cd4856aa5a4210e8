import BrailleTranslation
import Diagnostics
import DocumentModel
import XMLTree

// Lists, definitions and notes, as elements.

extension EBrailleComposer {
  /// A list; its marks stand in the text, because reading systems translate none (eBraille 1.0, 6.2.2).
  mutating func list(_ node: List, _ attributes: [XMLAttribute]) throws(ConversionFailure) -> [XMLElement] {
    var counter = ListCounter(node.kind)
    var items: [XMLElement] = []
    for item in node.items {
      let outer = composer.context.language
      let own = self.attributes(of: item.info)
      let marker = counter.marker(for: item, bullet: .shown)
      if let (language, translator) = try composer.passageCode(of: item) {
        composer.tallyPassage(language, translator, at: item.info.range ?? item.blocks.first?.info.range)
        let inside = try passage(language.tag, translator) { (inner) throws(ConversionFailure) in
          inner.composer.context.language = language
          return [try inner.item(item, marker: marker, [])]
        }
        // The indicators stand in the item.
        let children = inside.flatMap { element in
          element.name == "li"
            ? [XMLElement("div", [], element.children)].map(XMLNode.element) : [.element(element)]
        }
        items.append(XMLElement("li", own, children))
        continue
      }
      if let language = item.info.language { composer.context.language = language }
      items.append(try self.item(item, marker: marker, own))
      composer.context.language = outer
    }
    guard !items.isEmpty else { return [] }
    return [
      XMLElement(
        node.kind.isNumbered ? "ol" : "ul", [XMLAttribute("class", "nomark")] + attributes,
        items.map(XMLNode.element))
    ]
  }

  private mutating func item(
    _ item: ListItem, marker: String, _ attributes: [XMLAttribute]
  ) throws(ConversionFailure) -> XMLElement {
    var builder = builder()
    builder.append(marker)
    var rest = item.blocks[...]
    var own: [XMLAttribute] = []
    if case .paragraph(let paragraph) = rest.first, paragraph.onlyImage == nil {
      rest = rest.dropFirst()
      own = self.attributes(of: paragraph.info)
      let outer = composer.context.language
      composer.context.language = paragraph.info.language ?? outer
      try composer.append(paragraph.inlines, to: &builder)
      composer.context.language = outer
    }
    let words = try markup(builder)
    let after = try waitingDescriptions() + elements(for: Array(rest))
    let holdsOnlyLists = rest.allSatisfy { if case .list = $0 { true } else { false } }
    // Words on their own, or with a list below them, need no paragraph.
    let first: [XMLNode] =
      own.isEmpty && holdsOnlyLists && after.count == rest.count
      ? words : words.isEmpty ? [] : [.element(XMLElement("p", own, words))]
    return XMLElement("li", attributes, first + after.map(XMLNode.element))
  }

  /// Terms and what they mean. HTML wants both: where the source gives one, the other is empty.
  mutating func definitionList(
    _ node: DefinitionList, _ attributes: [XMLAttribute]
  ) throws(ConversionFailure) -> [XMLElement] {
    var parts: [XMLElement] = []
    for item in node.items {
      var anchor = self.attributes(of: item.info)
      for term in item.terms {
        let own = self.attributes(of: term.info)
        let builder = try builder(term.inlines, look: InlineLook(language: term.info.language))
        parts.append(
          XMLElement(
            "dt", anchor.isEmpty ? own : anchor + own.filter { $0.name != "id" }, try markup(builder)))
        anchor = []
      }
      if item.terms.isEmpty { parts.append(XMLElement("dt", anchor)) }
      let descriptions = try waitingDescriptions()
      if item.definitions.isEmpty || !descriptions.isEmpty {
        parts.append(XMLElement("dd", [], descriptions.map(XMLNode.element)))
      }
      for definition in item.definitions {
        let outer = composer.context.language
        let own = self.attributes(of: definition.info)
        composer.context.language = definition.info.language ?? outer
        parts.append(XMLElement("dd", own, try content(of: definition.blocks)))
        composer.context.language = outer
      }
    }
    guard !parts.isEmpty else { return [] }
    return [XMLElement("dl", attributes, parts.map(XMLNode.element))]
  }

  /// What stands in a cell or the like: the words of a lone paragraph, else elements.
  mutating func content(of blocks: [Block]) throws(ConversionFailure) -> [XMLNode] {
    guard blocks.count == 1, case .paragraph(let paragraph) = blocks[0], paragraph.info.id == nil,
      paragraph.info.language == nil
    else { return try elements(for: blocks).map(XMLNode.element) }
    let words = try markup(try builder(paragraph.inlines))
    return words + (try waitingDescriptions().map(XMLNode.element))
  }

  // MARK: - Notes

  /// The notes, in the order the text refers to them, then those nothing refers to.
  mutating func notes() throws(ConversionFailure) -> [XMLElement] {
    var elements: [XMLElement] = []
    while true {
      while let (_, mark, note) = composer.notes.next() { elements.append(try self.note(note, mark: mark)) }
      guard let id = composer.notes.unreferenced() else { return elements }
      _ = composer.notes.mark(of: id)
      if let (_, mark, note) = composer.notes.next() {
        composer.log.report(.unreferencedNote(mark, at: note.info.range))
        elements.append(try self.note(note, mark: mark))
      }
    }
  }

  /// A note, with a way back from its mark to the place that refers to it.
  private mutating func note(_ note: Note, mark: String) throws(ConversionFailure) -> XMLElement {
    let name = noteNames[note.id] ?? anchors.fresh(in: currentFile)
    anchors.define(name, in: currentFile)
    if let id = note.info.id { anchors.rename(id, to: name) }
    let outer = composer.context.language
    var info = note.info
    info.id = nil
    let own = attributes(of: info)
    composer.context.language = note.info.language ?? outer
    defer { composer.context.language = outer }
    let lead = note.begins(with: mark) ? [] : try self.lead(mark, to: referenceNames[name])
    var builder = builder()
    var rest = note.blocks[...]
    if case .paragraph(let paragraph) = rest.first, paragraph.onlyImage == nil {
      rest = rest.dropFirst()
      try composer.append(paragraph.inlines, to: &builder)
    }
    let words = try markup(builder)
    let first = lead + words
    var body = try waitingDescriptions()
    body += try within(.setApart) { (inner) throws(ConversionFailure) in
      try inner.elements(for: Array(rest))
    }
    return XMLElement(
      "div", [XMLAttribute("id", name), XMLAttribute("role", "doc-footnote")] + own,
      (first.isEmpty ? [] : [.element(XMLElement("p", [], first))]) + body.map(XMLNode.element))
  }

  /// The mark before a note, which leads back to the place that refers to it.
  private func lead(_ mark: String, to reference: String?) throws(ConversionFailure) -> [XMLNode] {
    let cells = try composer.translator.translate([TextRun(mark)]).text.cells
    guard let reference else { return [.text(cells.brailleCharacters + " ")] }
    let link = XMLElement(
      "a", [XMLAttribute(Anchors.pending, reference), XMLAttribute("role", "doc-backlink")],
      text: cells.brailleCharacters)
    return [.element(link), .text(" ")]
  }
}
