import CCMarkGFM

/// GitHub's footnotes, `[^label]` and `[^label]: text`, as an extension of ours instead of cmark's own.
///
/// cmark's own footnotes lose words: a definition nobody refers to and a second definition of a label
/// are dropped, and a `[^` whose bracket closes on a later line loses what stands in it. Here every
/// definition stays where the author put it, and only `[^label]` with a defined label is a reference;
/// anything else is read as the text it is.
enum FootnoteSyntax {
  /// The longest label, in bytes, as for link references (CommonMark 4.7).
  private static let maximumLabel = 999

  /// Opens a definition at the parser's place; nil when the line does not begin one.
  static func open(
    _ parser: OpaquePointer, in container: OpaquePointer, isIndented: Bool,
    input: UnsafeMutablePointer<UInt8>, length: Int, state: SyntaxState
  ) -> OpaquePointer? {
    let start = Int(cmark_parser_get_first_nonspace(parser))
    guard !isIndented, start + 4 < length, input[start] == ASCII.leftBracket,
      input[start + 1] == ASCII.caret
    else { return nil }
    var index = start + 2
    while index < length, input[index] != ASCII.rightBracket {
      guard !ASCII.isSpace(input[index]) else { return nil }
      index += 1
    }
    guard index > start + 2, index - start - 2 <= maximumLabel, index + 1 < length,
      input[index + 1] == ASCII.colon,
      state.mayDefine(onLine: Int(cmark_parser_get_line_number(parser)))
    else { return nil }
    let label = String(
      decoding: UnsafeBufferPointer(start: input + start + 2, count: index - start - 2), as: UTF8.self)
    var end = index + 2
    while end < length, ASCII.isBlank(input[end]) { end += 1 }
    let consumed = end - Int(cmark_parser_get_offset(parser))
    input.withMemoryRebound(to: CChar.self, capacity: length) {
      cmark_parser_advance_offset(parser, $0, Int32(consumed), 0)
    }
    let node = cmark_parser_add_child(
      parser, container, CMARK_NODE_FOOTNOTE_DEFINITION, Int32(start + 1))
    guard let node else { return nil }
    let number = state.define(label)
    cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: number + 1))
    return node
  }

  /// Which of `SyntaxState.labels` a definition is.
  static func number(ofDefinition node: OpaquePointer) -> Int {
    Int(bitPattern: cmark_node_get_user_data(node)) - 1
  }

  /// Reads a reference whose `^` the parser stands at; nil when there is none. The brackets stay to
  /// cmark, which then knows that they are closed; the converter takes them off. A plain label that
  /// nothing defines is read too, for the converter to keep as text and to report.
  static func match(
    _ cursor: InlineCursor, of syntax: OpaquePointer, state: SyntaxState
  ) -> OpaquePointer? {
    let start = cursor.offset
    guard start > 0, cursor[start - 1] == ASCII.leftBracket, !isEscaped(cursor, start - 1) else {
      return nil
    }
    var end = start + 1
    while cursor[end] != ASCII.rightBracket {
      let byte = cursor[end]
      guard byte != 0, byte != ASCII.leftBracket, !ASCII.isSpace(byte), end - start <= maximumLabel
      else { return nil }
      end += 1
    }
    let label = cursor.text(start + 1..<end)
    guard !label.isEmpty, state.isDefined(label) || isPlain(label) else { return nil }
    let node = OwnNode.footnoteReference.make(literal: label, of: syntax)
    guard let node else { return nil }
    state.spans[UnsafeRawPointer(node)] = start..<end
    cursor.moveParser(to: end)
    return node
  }

  /// Whether a label holds nothing that Markdown could mean something else by.
  private static func isPlain(_ label: String) -> Bool {
    label.utf8.allSatisfy { ASCII.isAlphanumeric($0) || $0 == ASCII.hyphen }
  }

  private static func isEscaped(_ cursor: InlineCursor, _ offset: Int) -> Bool {
    var backslashes = 0
    while offset - backslashes > 0, cursor[offset - backslashes - 1] == ASCII.backslash {
      backslashes += 1
    }
    return backslashes % 2 == 1
  }
}
