import CCMarkGFM

/// Nodes our own syntax makes, told from cmark's by their user data.
enum OwnNode: Int {
  case inlineMathematics = 1
  case displayedMathematics
  case footnoteReference
  case mathematicsBlock
  case noteInText

  /// Makes an inline node. It is a code node, because that is the one kind with a literal that every
  /// parent may hold, table cells included.
  func make(literal: String, of syntax: OpaquePointer) -> OpaquePointer? {
    guard let node = cmark_node_new(CMARK_NODE_CODE) else { return nil }
    cmark_node_set_literal(node, literal)
    mark(node, of: syntax)
    return node
  }

  func mark(_ node: OpaquePointer, of syntax: OpaquePointer) {
    cmark_node_set_syntax_extension(node, syntax)
    cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: rawValue))
  }

  /// Which of our nodes a code node or code block is; nil when it is cmark's.
  static func mark(of node: OpaquePointer) -> OwnNode? {
    OwnNode(rawValue: Int(bitPattern: cmark_node_get_user_data(node)))
  }
}
