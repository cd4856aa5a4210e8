import JSONTree
import DocumentModel

extension PandocWriting {
  mutating func blocks(_ blocks: [Block]) -> [JSONValue] {
    var written: [JSONValue] = []
    written.reserveCapacity(blocks.count)
    for block in blocks { written.append(self.block(block)) }
    return written
  }

  mutating func block(_ block: Block) -> JSONValue {
    switch block {
    case .heading(let node):
      return .node(
        "Header", [.integer(node.level), attributes(node.info).json, .array(inlines(node.inlines))])
    case .paragraph(let node): return paragraph(node, as: "Para")
    case .list(let node): return list(node)
    case .definitionList(let node): return definitionList(node)
    case .blockQuote(let node):
      var content = blocks(node.blocks)
      if !node.attribution.isEmpty {
        content.append(division("coformat-attribution", [.node("Plain", inlines(node.attribution))]))
      }
      return carried(.node("BlockQuote", content), by: "coformat-quotation", attributes(node.info))
    case .code(let node):
      let attributes = attributes(node.info).with(class: node.programmingLanguage)
      return .node("CodeBlock", [attributes.json, .string(node.text)])
    case .table(let node): return table(node)
    case .figure(let node): return figure(node)
    case .aside(let node):
      let kind = node.kind == .sidebar ? nil : node.kind.rawValue
      let attributes = attributes(node.info).with(class: "coformat-aside").with(class: kind)
        .with("data-colour", node.colour)
      var content: [JSONValue] = []
      if !node.title.isEmpty {
        content.append(division("coformat-title", [.node("Plain", inlines(node.title))]))
      }
      content += blocks(node.blocks)
      return .node("Div", [attributes.json, .array(content)])
    case .lineGroup(let node):
      var lines: [JSONValue] = []
      for line in node.lines { lines.append(.array(self.line(line))) }
      return carried(.node("LineBlock", lines), by: "coformat-lines", attributes(node.info))
    case .mathematics(let node):
      return .node("Para", [mathematics(node.mathematics, node.info, isDisplay: true)])
    case .separator(let node):
      return carried(.node("HorizontalRule"), by: "coformat-rule", attributes(node.info))
    case .pageBreak(let node): return .node("Div", [pageBreak(node).json, .array([])])
    case .division(let node):
      let attributes = attributes(node.info).with("role", node.role.map { "doc-" + $0 })
      return .node("Div", [attributes.json, .array(blocks(node.blocks))])
    }
  }

  func division(_ name: String, _ blocks: [JSONValue]) -> JSONValue {
    .node("Div", [PandocAttr(classes: [name]).json, .array(blocks)])
  }

  /// A page break's place and number, as DPUB-ARIA has them.
  func pageBreak(_ node: PageBreak) -> PandocAttr {
    attributes(node.info).with("role", "doc-pagebreak")
      .with("aria-label", node.number.isEmpty ? nil : node.number)
  }

  /// A paragraph: `Para`, or `Plain` in a list whose items stand close together.
  mutating func paragraph(_ node: Paragraph, as type: String) -> JSONValue {
    let kind: String? =
      switch node.kind {
      case .plain: nil
      case .blocked, .hanging, .directions, .attribution, .transcribersNote: node.kind.rawValue
      }
    let attributes = attributes(node.info).with(class: kind).with(style: Self.style(node.alignment))
    return carried(.node(type, inlines(node.inlines)), by: "coformat-paragraph", attributes)
  }

  private mutating func line(_ line: Line) -> [JSONValue] {
    let content = inlines(line.inlines)
    let attributes = attributes(line.info).with("indent", line.indent > 0 ? String(line.indent) : nil)
    guard !attributes.isEmpty else { return content }
    return [.node("Span", [attributes.with(class: "coformat-line").json, .array(content)])]
  }

  private mutating func figure(_ node: Figure) -> JSONValue {
    let attributes = attributes(node.info)
    let content = blocks(node.blocks)
    let caption = blocks(node.caption)
    switch version {
    case .pandoc2:
      let below = caption.isEmpty ? [] : [division("coformat-caption", caption)]
      return .node("Div", [attributes.with(class: "coformat-figure").json, .array(content + below)])
    case .pandoc3:
      // The class keeps a picture with a caption of the same words a figure.
      let attributes = attributes.with(class: "coformat-figure")
      return .node("Figure", [attributes.json, Self.caption(caption), .array(content)])
    }
  }

  static func caption(_ blocks: [JSONValue]) -> JSONValue { .array([.null, .array(blocks)]) }
}
