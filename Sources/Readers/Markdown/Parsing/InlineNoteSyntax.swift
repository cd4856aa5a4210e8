import CCMarkGFM

/// Notes that stand in the text, `^[like this one]`, as pandoc (`inline_notes`) and R Markdown have them.
///
/// Each becomes a footnote's definition behind its block, which cmark then reads as it reads any block,
/// and a reference to it. `x^[2]` and `^[a-z]+` are no notes: one has two words at least, or ends with a
/// full stop. Nor is what a link's address or label follows, since on GitHub that is a link. A note holds no
/// notes of its own.
enum InlineNoteSyntax {
  /// Reads a note whose `^` the parser stands at; nil when there is none.
  static func match(
    _ cursor: InlineCursor, in block: OpaquePointer, of syntax: OpaquePointer, state: SyntaxState
  ) -> OpaquePointer? {
    let start = cursor.offset
    guard cursor[start + 1] == ASCII.leftBracket, !isNote(block, state) else { return nil }
    state.enter(block)
    guard let end = state.content.closingBracket(cursor, of: start + 1),
      cursor[end + 1] != ASCII.leftParenthesis,
      cursor[end + 1] != ASCII.leftBracket || cursor[end + 2] == ASCII.caret
    else { return nil }
    var words = start + 2..<end
    while let first = words.first, ASCII.isSpace(cursor[first]) { words.removeFirst() }
    while let last = words.last, ASCII.isSpace(cursor[last]) { words.removeLast() }
    guard let last = words.last,
      cursor[last] == ASCII.fullStop || words.contains(where: { ASCII.isSpace(cursor[$0]) })
    else { return nil }
    let number = state.define(noteAt: words)
    guard define(number, as: cursor.text(words), behind: block, state),
      let node = OwnNode.noteInText.make(literal: state.labels[number], of: syntax)
    else { return nil }
    state.spans[UnsafeRawPointer(node)] = start..<end + 1
    cursor.moveParser(to: end + 1)
    return node
  }

  /// Whether a block is the words of a note in the text.
  private static func isNote(_ block: OpaquePointer, _ state: SyntaxState) -> Bool {
    guard let parent = cmark_node_parent(block),
      cmark_node_get_type(parent) == CMARK_NODE_FOOTNOTE_DEFINITION
    else { return false }
    return state.notesInText[FootnoteSyntax.number(ofDefinition: parent)] != nil
  }

  /// Makes a definition of a note and puts it behind the block, or the table the block is a cell of.
  private static func define(
    _ number: Int, as words: String, behind block: OpaquePointer, _ state: SyntaxState
  ) -> Bool {
    guard let definition = cmark_node_new(CMARK_NODE_FOOTNOTE_DEFINITION),
      let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH)
    else { return false }
    cmark_node_set_user_data(definition, UnsafeMutableRawPointer(bitPattern: number + 1))
    cmark_node_set_string_content(paragraph, words)
    cmark_node_append_child(definition, paragraph)
    var place: OpaquePointer? = block
    // A paragraph cut off from a table's head stays with its table, where its place is known from.
    if cmark_node_get_start_line(block) == 0, let table = cmark_node_next(block) { place = table }
    while let behind = place {
      let key = UnsafeRawPointer(behind)
      if cmark_node_insert_after(state.lastDefinition[key] ?? behind, definition) != 0 {
        state.lastDefinition[key] = definition
        return true
      }
      place = cmark_node_parent(behind)
    }
    cmark_node_free(definition)
    return false
  }
}
