import JSONTree
import DocumentModel

extension PandocWriting {
  mutating func inlines(_ inlines: [Inline]) -> [JSONValue] {
    var written: [JSONValue] = []
    for inline in inlines { append(inline, to: &written) }
    return written
  }

  private mutating func append(_ inline: Inline, to written: inout [JSONValue]) {
    switch inline {
    case .text(let node):
      let words = Self.words(node.string)
      if attributes(node.info).isEmpty {
        written += words
      } else {
        written.append(.node("Span", [attributes(node.info).json, .array(words)]))
      }
    case .styled(let node): written.append(styled(node))
    case .span(let node):
      let attributes = attributes(node.info).with("data-pronunciation", node.pronunciation)
        .with(class: node.lineNumber == nil ? nil : "linenum").with("aria-label", node.lineNumber)
      written.append(.node("Span", [attributes.json, .array(inlines(node.inlines))]))
    case .link(let node):
      written.append(link(node.target, node.title, inlines(node.inlines), node.info))
    case .crossReference(let node):
      let target = "#" + node.target.replacing("%", with: "%25")
      written.append(link(target, nil, inlines(node.inlines), node.info))
    case .noteReference(let node): written.append(reference(node))
    case .abbreviation(let node):
      let attributes = attributes(node.info).with(class: "abbr").with("title", node.expansion)
      written.append(.node("Span", [attributes.json, .array(inlines(node.inlines))]))
    case .image(let node): written.append(image(node))
    case .code(let node):
      written.append(.node("Code", [attributes(node.info).json, .string(node.text)]))
    case .mathematics(let node): written.append(mathematics(node.mathematics, node.info, isDisplay: false))
    case .lineBreak(let node): written.append(carried(.node("LineBreak"), attributes(node.info)))
    case .pageBreak(let node): written.append(.node("Span", [pageBreak(node).json, .array([])]))
    }
  }

  /// Text as words and the spaces between them. Spaces that stand together are one word, which is kept.
  static func words(_ text: String) -> [JSONValue] {
    var written: [JSONValue] = []
    var word: [Unicode.Scalar] = []
    var spaces = 0
    func endSpaces() {
      if spaces == 1 { written.append(.node("Space")) }
      if spaces > 1 { written.append(.node("Str", .string(String(repeating: " ", count: spaces)))) }
      spaces = 0
    }
    func endWord() {
      if !word.isEmpty { written.append(.node("Str", .string(String(String.UnicodeScalarView(word))))) }
      word = []
    }
    for scalar in text.unicodeScalars {
      if scalar == " " {
        endWord()
        spaces += 1
      } else {
        endSpaces()
        word.append(scalar)
      }
    }
    endWord()
    endSpaces()
    return written
  }

  private mutating func styled(_ node: Styled) -> JSONValue {
    let content = inlines(node.inlines)
    func mark(_ type: String) -> JSONValue { carried(.node(type, content), attributes(node.info)) }
    func span(_ name: String) -> JSONValue {
      .node("Span", [attributes(node.info).with(class: name).json, .array(content)])
    }
    return switch node.style {
    case .emphasis: mark("Emph")
    case .strong: mark("Strong")
    case .underline: mark("Underline")
    case .strikethrough: mark("Strikeout")
    case .superscript: mark("Superscript")
    case .subscript: mark("Subscript")
    case .smallCapitals: mark("SmallCaps")
    case .quotation:
      // Without the span these would be the marks the author typed.
      .node(
        "Span",
        [
          attributes(node.info).with(class: "coformat-styled").json,
          .array([.node("Quoted", [.node("DoubleQuote"), .array(content)])]),
        ])
    case .highlight: span("mark")
    case .citation: span("coformat-citation")
    case .inserted: span("insertion")
    case .deleted: span("deletion")
    case .keyboard: span("kbd")
    case .sample: span("coformat-sample")
    case .variable: span("coformat-variable")
    case .definition: span("dfn")
    case .small: span("coformat-small")
    }
  }

  private func link(_ target: String, _ title: String?, _ content: [JSONValue], _ info: NodeInfo) -> JSONValue
  {
    // Readers drop a link that holds nothing at all; one that shows nothing but has an address stays.
    let content = content.isEmpty && !target.isEmpty ? [JSONValue.node("Space")] : content
    return .node(
      "Link", [attributes(info).json, .array(content), .array([.string(target), .string(title ?? "")])])
  }

  private mutating func image(_ node: Image) -> JSONValue {
    var attributes = attributes(node.info)
    var alternative: [JSONValue] = []
    var description: [Block] = []
    switch node.alternative {
    case .missing: break
    case .decorative: attributes = attributes.with(class: "coformat-decorative")
    case .text(let text, let longDescription):
      alternative = Self.words(text)
      description = longDescription
    }
    let image = JSONValue.node(
      "Image",
      [attributes.json, .array(alternative), .array([.string(node.source), .string(node.title ?? "")])])
    guard !description.isEmpty else { return image }
    let note = JSONValue.node("Note", blocks(description))
    let beside = JSONValue.node(
      "Span", [PandocAttr(classes: ["coformat-description"]).json, .array([note])])
    return .node("Span", [PandocAttr(classes: ["coformat-image"]).json, .array([image, beside])])
  }

  /// A formula: in TeX where there is any, with MathML beside it as data; else in MathML, as raw HTML.
  func mathematics(_ mathematics: Mathematics, _ info: NodeInfo, isDisplay: Bool) -> JSONValue {
    let attributes = attributes(info)
    let display = isDisplay ? "DisplayMath" : "InlineMath"
    if let tex = mathematics.tex {
      return carried(
        .node("Math", [.node(display), .string(tex)]),
        attributes.with("mathml", mathematics.mathML).with(
          "alttext", mathematics.alternative))
    }
    let raw = JSONValue.node("RawInline", [.string("html"), .string(mathematics.mathML ?? "")])
    let own = attributes.with(class: "coformat-mathematics").with("display", isDisplay ? "block" : nil)
      .with("alttext", mathematics.alternative)
    return .node("Span", [own.json, .array([raw])])
  }
}
