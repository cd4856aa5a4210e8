import CCMarkGFM

/// The content of a block as one of our inline syntaxes sees it. cmark ends the content with a NUL
/// and lets none into it, so reading never leaves the buffer when it stops there.
struct InlineCursor {
  let parser: OpaquePointer

  /// Where the parser stands, in bytes from the start of the content.
  var offset: Int { Int(cmark_inline_parser_get_offset(parser)) }

  /// The byte at an offset at or before the first NUL; 0 there.
  subscript(offset: Int) -> UInt8 { cmark_inline_parser_peek_at(parser, Int32(offset)) }

  func moveParser(to offset: Int) { cmark_inline_parser_set_offset(parser, Int32(offset)) }

  /// The text from one offset up to another.
  func text(_ range: Range<Int>) -> String {
    String(decoding: range.lazy.map { self[$0] }, as: UTF8.self)
  }

  /// How many times the byte at `offset` stands there in a row.
  func runLength(at offset: Int) -> Int {
    let byte = self[offset]
    var end = offset
    while self[end] == byte, byte != 0 { end += 1 }
    return end - offset
  }
}
