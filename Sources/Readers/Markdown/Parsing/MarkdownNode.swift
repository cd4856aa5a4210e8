import CCMarkGFM

/// A node of cmark's tree, with Swift types.
struct MarkdownNode {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case footnoteDefinition
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    case table, tableRow, tableCell, strikethrough
    /// Nodes of our own syntax.
    case mathematics(isDisplay: Bool), mathematicsBlock, footnoteReference, noteInText
    case other(String)
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_CODE:
      switch OwnNode.mark(of: pointer) {
      case .inlineMathematics: .mathematics(isDisplay: false)
      case .displayedMathematics: .mathematics(isDisplay: true)
      case .footnoteReference: .footnoteReference
      case .noteInText: .noteInText
      case .mathematicsBlock, nil: .code
      }
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK:
      OwnNode.mark(of: pointer) == .mathematicsBlock ? .mathematicsBlock : .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
    default: extensionKind
    }
  }

  private var extensionKind: Kind {
    switch typeName {
    case "table": .table
    case "table_row", "table_header": .tableRow
    case "table_cell": .tableCell
    case "strikethrough": .strikethrough
    case let name: .other(name)
    }
  }

  /// cmark's own name for the kind of node.
  var typeName: String { cmark_node_get_type_string(pointer).map { String(cString: $0) } ?? "" }

  /// The literal text of text, code and raw HTML.
  var literal: String { string(cmark_node_get_literal(pointer)) }

  /// The Markdown a paragraph, heading or table cell was made from, container marks taken off.
  var content: String { string(cmark_node_get_string_content(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var fenceInfo: String { string(cmark_node_get_fence_info(pointer)) }
  var title: String { string(cmark_node_get_title(pointer)) }

  /// The address of a link or picture, as the bytes cmark holds.
  var address: UnsafePointer<CChar>? { cmark_node_get_url(pointer) }

  var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var hasParenthesis: Bool { cmark_node_get_list_delim(pointer) == CMARK_PAREN_DELIM }

  /// Whether an item is a task, and whether it is done.
  var isTask: Bool { typeName == "tasklist" }
  var isDone: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }

  var columnCount: Int { Int(cmark_gfm_extensions_get_table_columns(pointer)) }
  var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }
  /// One for each column: `l`, `c`, `r`, or 0.
  var columnAlignments: [UInt8] {
    guard let alignments = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return Array(UnsafeBufferPointer(start: alignments, count: columnCount))
  }

  /// Positions as cmark counts them: lines from 1, columns in bytes from 1, ends inclusive. Those of
  /// inlines count in the content of their block, see `InlinePositions`; 0 when there is none.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

  var parent: MarkdownNode? { cmark_node_parent(pointer).map(MarkdownNode.init) }
  var next: MarkdownNode? { cmark_node_next(pointer).map(MarkdownNode.init) }
  var previous: MarkdownNode? { cmark_node_previous(pointer).map(MarkdownNode.init) }
  var lastChild: MarkdownNode? { cmark_node_last_child(pointer).map(MarkdownNode.init) }
  var firstChild: MarkdownNode? { cmark_node_first_child(pointer).map(MarkdownNode.init) }

  private func string(_ characters: UnsafePointer<CChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
  }

  enum Event { case enter, exit }

  /// Visits the node and all it holds in document order, without recursion.
  func visit(_ visitor: (Event, MarkdownNode) -> Void) {
    guard let iterator = cmark_iter_new(pointer) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      visitor(event == CMARK_EVENT_ENTER ? .enter : .exit, MarkdownNode(node))
    }
  }
}
