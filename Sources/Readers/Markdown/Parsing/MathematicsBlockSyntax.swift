import CCMarkGFM

/// Displayed mathematics between two lines that hold only `$$`, as an extension of cmark's block
/// syntax: without it a line of TeX that begins with `-`, `+` or `=` would become a list or a heading.
///
/// The closing line must come before the next blank line; which lines those are is known before
/// parsing begins (`ParserInput`), so a `$$` that nothing closes stays text.
enum MathematicsBlockSyntax {
  /// Opens a block at the parser's place; nil when the line does not open one.
  static func open(
    _ parser: OpaquePointer, in container: OpaquePointer, of syntax: OpaquePointer,
    input: UnsafeMutablePointer<UInt8>, length: Int, state: SyntaxState
  ) -> OpaquePointer? {
    let line = Int(cmark_parser_get_line_number(parser))
    guard let closing = state.mathematicsLines[line] else { return nil }
    let start = Int(cmark_parser_get_first_nonspace(parser))
    guard start + 1 < length, input[start] == ASCII.dollar, input[start + 1] == ASCII.dollar else {
      return nil
    }
    let node = cmark_parser_add_child(parser, container, CMARK_NODE_CODE_BLOCK, Int32(start + 1))
    guard let node else { return nil }
    OwnNode.mathematicsBlock.mark(node, of: syntax)
    state.openMathematics[UnsafeRawPointer(node)] = closing
    return node
  }

  /// Whether an open block goes on with the line being read; the closing line is part of it.
  static func goesOn(_ block: OpaquePointer, parser: OpaquePointer, state: SyntaxState) -> Bool {
    guard let closing = state.openMathematics[UnsafeRawPointer(block)] else { return false }
    return Int(cmark_parser_get_line_number(parser)) <= closing
  }
}
