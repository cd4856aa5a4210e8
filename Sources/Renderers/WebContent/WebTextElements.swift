import DocumentModel
import XMLTree

// Headings, paragraphs, code and the like, as elements.

extension WebContentWriter {
  mutating func heading(_ node: DocumentModel.Heading, _ attributes: [XMLAttribute]) -> [XMLElement] {
    let nodes = nodes(for: node.inlines)
    guard nodes.holdSomething else { return elements("div", attributes, nodes) }
    guard context.place != .headingCell else {
      return elements("p", attributes.adding(class: "heading"), nodes)
    }
    var attributes = attributes
    let id: String
    if let given = attributes["id"] {
      id = given
    } else {
      id = anchors.fresh(in: currentFile)
      attributes.append(XMLAttribute("id", id))
    }
    let level = level(for: node.level)
    if level > 6 { attributes.append(XMLAttribute("aria-level", "\(level)")) }
    let label = node.inlines.plainText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if context.place == .text, !label.isEmpty {
      headings.append(
        Heading(
          level: level, label: label,
          language: context.language == document.metadata.language ? nil : context.language,
          file: currentFile, id: id, range: node.info.range))
    }
    return [XMLElement("h\(min(level, 6))", attributes, nodes)] + descriptions()
  }

  /// The level a heading of the source is written at.
  private mutating func level(for level: Int) -> Int {
    switch choices.headings {
    case .asWritten(let shift): return max(1, level + shift)
    case .closingGaps(let shift):
      while let last = openLevels.last, last >= level { openLevels.removeLast() }
      openLevels.append(level)
      return max(1, openLevels.count + shift)
    }
  }

  mutating func paragraph(_ node: Paragraph, _ attributes: [XMLAttribute]) -> [XMLElement] {
    var attributes = attributes
    switch node.alignment {
    case .centre: attributes = attributes.adding(class: "centred")
    case .end: attributes = attributes.adding(class: "at-end")
    case .start, nil: break
    }
    if node.kind != .plain { attributes = attributes.adding(class: node.kind.rawValue) }
    return elements("p", attributes, nodes(for: node.inlines))
  }

  /// Code: its lines and spaces are kept.
  func code(_ node: CodeBlock, _ attributes: [XMLAttribute]) -> [XMLElement] {
    let language = node.programmingLanguage.map { name in
      [XMLAttribute("class", "language-" + name.split(whereSeparator: \.isWhitespace).joined(separator: "-"))]
    }
    return [
      XMLElement("pre", attributes, [.element(XMLElement("code", language ?? [], text: node.text))])
    ]
  }

  /// Lines that keep their ends.
  mutating func lineGroup(_ node: LineGroup, _ attributes: [XMLAttribute]) -> [XMLElement] {
    var inside: [XMLNode] = []
    for (index, line) in node.lines.enumerated() {
      if index > 0 { inside.append(.element(XMLElement("br"))) }
      let classes = ["line"] + (line.indent > 0 ? ["indent-\(min(line.indent, 10))"] : [])
      let own = self.attributes(of: line.info, classes: classes)
      let outer = enter(line.info)
      inside.append(.element(XMLElement("span", own, nodes(for: line.inlines))))
      context = outer
    }
    return elements("p", attributes.adding(class: "lines"), inside)
  }

  // MARK: - Print pages

  /// The place where a print page begins: a `div` among blocks, a `span` among words (DPUB-ARIA 1.1,
  /// doc-pagebreak; EPUB Accessibility 1.1, page navigation).
  mutating func pageBreak(_ name: String, _ node: PageBreak, _ attributes: [XMLAttribute]) -> XMLElement {
    let number = node.number.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var attributes = attributes.adding(class: "page-break")
    guard !number.isEmpty else {
      tallies.unnumberedPages.add("", at: node.info.range)
      return XMLElement(name, attributes)
    }
    let id: String
    if let given = attributes["id"] {
      id = given
    } else {
      id = anchors.reserve(Anchors.cleaned("page-" + number))
      anchors.define(id, in: currentFile)
      attributes.append(XMLAttribute("id", id))
    }
    pages.append(Page(number: number, file: currentFile, id: id))
    attributes += [XMLAttribute("role", "doc-pagebreak")] + type("pagebreak")
    switch choices.pageBreaks {
    case .inTitle: return XMLElement(name, attributes + [XMLAttribute("title", number)])
    case .visible: return XMLElement(name, attributes, own(.pageNumber, ["page": number]))
    case .visibleAsPrint:
      // Among words it must not run into those beside it.
      let space: [XMLNode] = name == "span" ? [.text(" ")] : []
      return XMLElement(name, attributes, space + own(.printPage, before: " " + number) + space)
    }
  }
}
