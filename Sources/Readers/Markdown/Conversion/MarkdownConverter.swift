import DocumentModel
import Diagnostics

/// Turns cmark's tree into a `MarkupTree` of HTML-named elements with source ranges.
///
/// Raw HTML becomes an element of the name `rawName`, with its source in `rawPieces`; `RawHTMLJoin`
/// then reads it together with what stands in it. What each node becomes is in the files beside this
/// one: blocks, inlines, tables.
struct MarkdownConverter {
  /// The name of the elements that stand for raw HTML. No source can make an element with a space in
  /// its name.
  static let rawName = "raw html"

  let text: MarkdownText
  let state: SyntaxState
  var log: DiagnosticLog
  var tree = MarkupTree()
  /// Raw HTML by the element that stands for it, in document order.
  var rawPieces: [RawPiece] = []

  /// The elements that are open, with what is needed to close them.
  var open: [OpenElement] = []
  /// Where the inlines of the open block stand.
  var positions: InlinePositions?
  /// The picture whose content is being passed over: its words are the picture's alternative text.
  var openImage: OpaquePointer?
  /// How many characters of the last text of the open heading are its attribute list.
  var headingTail = 0
  /// Whether the next text begins with the bracket that closes a footnote reference.
  var bracketFollows = false
  var headings = HeadingIdentifiers()
  var footnotes: Footnotes
  /// Where the words of notes stand that stand in the text, by the number of the definition.
  var notesInText: [Int: ContentMap] = [:]
  var table: TableState?
  var addresses = AddressPool()

  struct OpenElement {
    var id: MarkupTree.NodeID
    var node: OpaquePointer
    /// Where the element's own source begins, once that is known: for an inline, where its first child
    /// does.
    var start: Int?
    var end: Int
  }

  init(text: MarkdownText, state: SyntaxState, log: DiagnosticLog) {
    self.text = text
    self.state = state
    self.log = log
    footnotes = Footnotes(labels: state.labels)
  }

  /// Converts a whole document.
  mutating func convert(_ root: MarkdownNode) {
    open = [OpenElement(id: MarkupTree.root, node: root.pointer, start: 0, end: 0)]
    root.visit { event, node in
      switch event {
      case .enter: enter(node)
      case .exit: exit(node)
      }
    }
    reportFootnotes()
  }

  private mutating func enter(_ node: MarkdownNode) {
    guard openImage == nil else {
      passOver(node)
      return
    }
    switch node.kind {
    case .document: break
    case .paragraph: enterParagraph(node)
    case .heading: enterHeading(node)
    case .blockQuote: openBlock("blockquote", node)
    case .list: enterList(node)
    case .item: enterItem(node)
    case .codeBlock: addCode(node)
    case .htmlBlock: addHTMLBlock(node)
    case .thematicBreak: add(.element(.init(name: "hr")), at: lines(of: node))
    case .footnoteDefinition: enterFootnote(node)
    case .table: enterTable(node)
    case .tableRow: enterRow(node)
    case .tableCell: enterCell(node)
    case .mathematicsBlock: addMathematicsBlock(node)
    case .text: addText(node)
    case .softBreak, .lineBreak: addLineEnd(node)
    case .code: addInlineCode(node)
    case .htmlInline: addInlineHTML(node)
    case .emphasis: openInline("em", node)
    case .strong: openInline("strong", node)
    case .strikethrough: openInline("s", node)
    case .link: enterLink(node)
    case .image: enterImage(node)
    case .mathematics(let isDisplay): addMathematics(node, isDisplay: isDisplay)
    case .footnoteReference: addFootnoteReference(node)
    case .noteInText: addNoteInText(node)
    case .other(let name): log.report(.unknownNode(name, at: text.range(lines(of: node))))
    }
  }

  private mutating func exit(_ node: MarkdownNode) {
    if let openImage {
      if openImage == node.pointer { exitImage(node) }
      return
    }
    guard let element = open.last, element.node == node.pointer else { return }
    switch node.kind {
    case .emphasis: closeInline(delimiters: [0x2A, 0x5F], length: 1)
    case .strong: closeInline(delimiters: [0x2A, 0x5F], length: 2)
    case .strikethrough: closeInline(delimiters: [0x7E], length: 2)
    case .link: closeLink(node)
    case .tableRow: exitRow(node)
    case .document: break
    case .paragraph, .heading, .tableCell:
      positions = nil
      close()
    case .blockQuote, .list, .item, .codeBlock, .htmlBlock, .thematicBreak, .footnoteDefinition, .table,
      .mathematicsBlock, .text, .softBreak, .lineBreak, .code, .htmlInline, .image, .mathematics,
      .footnoteReference, .noteInText, .other:
      close()
    }
  }

  // MARK: Adding to the tree

  /// The element new nodes go into.
  var parent: MarkupTree.NodeID { open.last?.id ?? MarkupTree.root }

  /// Adds a node that holds none, and lets the elements around it reach that far.
  @discardableResult
  mutating func add(_ content: MarkupTree.Content, at source: Range<Int>) -> MarkupTree.NodeID {
    if !open.isEmpty {
      open[open.count - 1].end = max(open[open.count - 1].end, source.upperBound)
      if open[open.count - 1].start == nil { open[open.count - 1].start = source.lowerBound }
    }
    return tree.append(content, to: parent, range: text.range(source))
  }

  /// Opens an element; its range is settled when it closes. Without a `start` that is where its first
  /// child begins.
  mutating func push(
    _ element: MarkupTree.Element, for node: MarkdownNode, start: Int?, end: Int
  ) {
    let id = tree.append(.element(element), to: parent, range: nil)
    open.append(OpenElement(id: id, node: node.pointer, start: start, end: end))
  }

  /// Closes the innermost element, which reaches from its start to the end of what it holds.
  mutating func close() {
    guard open.count > 1, let element = open.popLast() else { return }
    let start = element.start ?? element.end
    let end = max(start, element.end)
    tree.setRange(text.range(start..<end), of: element.id)
    open[open.count - 1].end = max(open[open.count - 1].end, end)
    if open[open.count - 1].start == nil { open[open.count - 1].start = start }
  }
}

extension Diagnostic {
  fileprivate static func unknownNode(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "MD-009", .warning, "the Markdown parser made a node this program does not know: \(quoted(name))",
      hint: "its words are kept; report this as a fault of the program", at: range)
  }
}
