import CCMarkGFM

/// `$…$` and `$$…$$`: TeX in a line of text, as an extension of cmark's inline syntax.
///
/// The rule is pandoc's (`tex_math_dollars`): after the opening dollar sign and before the closing one
/// stands no white space, and after the closing one no digit, so that "$5 and $10" stays text. One
/// thing is stricter: a dollar sign straight after a letter or digit ("US$5") does not open. A dollar sign
/// after a backslash or in a code span neither opens nor closes. `$$…$$` is displayed; it may hold
/// white space at its ends. `` $`…`$ `` is GitHub's other way to write the first.
enum MathematicsSyntax {
  /// Reads mathematics at the parser's place; nil when there is none.
  static func match(
    _ cursor: InlineCursor, in block: OpaquePointer, of syntax: OpaquePointer, state: SyntaxState
  ) -> OpaquePointer? {
    state.enter(block)
    let start = cursor.offset
    guard start >= state.content.dollarsAreTextBefore else { return nil }
    switch cursor.runLength(at: start) {
    case 1:
      guard start == 0 || !ASCII.isAlphanumeric(cursor[start - 1]) else { return nil }
      let end =
        cursor[start + 1] == ASCII.backtick
        ? endOfBacktickForm(cursor, from: start)
        : endOfInlineForm(cursor, from: start, content: &state.content)
      guard let end else { return nil }
      let inset = cursor[start + 1] == ASCII.backtick ? 2 : 1
      return node(.inlineMathematics, cursor, start..<end, inset: inset, of: syntax, state: state)
    case 2:
      guard let end = endOfDisplay(cursor, from: start) else {
        state.content.dollarsAreTextBefore = start + 2
        return nil
      }
      return node(.displayedMathematics, cursor, start..<end, inset: 2, of: syntax, state: state)
    case let length:
      state.content.dollarsAreTextBefore = start + length
      return nil
    }
  }

  /// The next dollar sign decides: it closes, or nothing here is mathematics. Every scan therefore
  /// stops where the next one begins, and a block of dollar signs costs time in proportion.
  private static func endOfInlineForm(
    _ cursor: InlineCursor, from start: Int, content: inout InlineContent
  ) -> Int? {
    guard !ASCII.isSpace(cursor[start + 1]) else { return nil }
    var index = start + 1
    while true {
      switch cursor[index] {
      case 0: return nil
      case ASCII.backslash: index += cursor[index + 1] == 0 ? 1 : 2
      case ASCII.backtick: index = content.afterCode(cursor, at: index)
      case ASCII.dollar:
        let closes =
          index > start + 1 && !ASCII.isSpace(cursor[index - 1]) && !ASCII.isDigit(cursor[index + 1])
        return closes ? index + 1 : nil
      default: index += 1
      }
    }
  }

  /// `` $`…`$ ``: the next backtick must be one on its own with a dollar sign after it.
  private static func endOfBacktickForm(_ cursor: InlineCursor, from start: Int) -> Int? {
    var index = start + 2
    while cursor[index] != 0, cursor[index] != ASCII.backtick { index += 1 }
    guard index > start + 2, cursor[index] != 0, cursor[index + 1] == ASCII.dollar else { return nil }
    return index + 2
  }

  private static func endOfDisplay(_ cursor: InlineCursor, from start: Int) -> Int? {
    var index = start + 2
    var isBlank = true
    while true {
      switch cursor[index] {
      case 0: return nil
      case ASCII.backslash where cursor[index + 1] != 0:
        isBlank = false
        index += 2
      case ASCII.dollar where cursor[index + 1] == ASCII.dollar: return isBlank ? nil : index + 2
      case let byte:
        if !ASCII.isSpace(byte) { isBlank = false }
        index += 1
      }
    }
  }

  private static func node(
    _ mark: OwnNode, _ cursor: InlineCursor, _ range: Range<Int>, inset: Int, of syntax: OpaquePointer,
    state: SyntaxState
  ) -> OpaquePointer? {
    let tex = cursor.text(range.lowerBound + inset..<range.upperBound - inset)
    guard let node = mark.make(literal: tex, of: syntax) else { return nil }
    state.spans[UnsafeRawPointer(node)] = range
    cursor.moveParser(to: range.upperBound)
    return node
  }
}
