import CCMarkGFM
import Synchronization

/// cmark-gfm with the syntax we read: CommonMark, GitHub's tables, strikethrough, autolinks and task
/// lists, and our own footnotes, notes in the text and mathematics.
enum MarkdownParser {
  /// cmark keeps its extensions and the characters they watch for in globals, so only one document is
  /// parsed at a time. The finished tree is its owner's alone.
  private static let globals = Mutex<Void>(())

  private static let extensions = ["table", "strikethrough", "autolink", "tasklist"]

  /// Parses a text and hands its tree to `body`; the tree is gone when `body` returns.
  static func withTree<Result>(
    of input: ParserInput, _ body: (MarkdownNode, SyntaxState) -> Result
  ) -> Result? {
    let state = SyntaxState(mathematicsLines: input.mathematicsLines)
    return withExtendedLifetime(state) {
      let mathematics = makeMathematics(state)
      let footnotes = makeFootnotes(state)
      defer {
        free(mathematics)
        free(footnotes)
      }
      let root = parse(input.bytes, with: [footnotes, mathematics])
      guard let root else { return nil }
      // The tree goes before the extensions its nodes point to.
      defer { cmark_node_free(root) }
      return body(MarkdownNode(root), state)
    }
  }

  private static func parse(_ bytes: [UInt8], with own: [OpaquePointer?]) -> OpaquePointer? {
    // As numbers, because a pointer may not cross into and out of the lock; nobody else holds these.
    let own = own.map { UInt(bitPattern: $0) }
    let root = globals.withLock { _ in
      UInt(bitPattern: parseLocked(bytes, with: own.map { OpaquePointer(bitPattern: $0) }))
    }
    return OpaquePointer(bitPattern: root)
  }

  private static func parseLocked(_ bytes: [UInt8], with own: [OpaquePointer?]) -> OpaquePointer? {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_SOURCEPOS) else { return nil }
    defer { cmark_parser_free(parser) }
    for syntax in own {
      if let syntax { cmark_parser_attach_syntax_extension(parser, syntax) }
    }
    for name in extensions {
      if let syntax = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    bytes.withUnsafeBytes { buffer in
      let characters = buffer.bindMemory(to: CChar.self)
      if let start = characters.baseAddress { cmark_parser_feed(parser, start, buffer.count) }
    }
    return cmark_parser_finish(parser)
  }

  private static func free(_ syntax: OpaquePointer?) {
    if let syntax { cmark_syntax_extension_free(cmark_get_default_mem_allocator(), syntax) }
  }

  private static func make(_ name: String, watching character: UInt8, _ state: SyntaxState)
    -> OpaquePointer?
  {
    guard let syntax = cmark_syntax_extension_new(name) else { return nil }
    let watched = cmark_llist_append(
      cmark_get_default_mem_allocator(), nil, UnsafeMutableRawPointer(bitPattern: Int(character)))
    cmark_syntax_extension_set_special_inline_chars(syntax, watched)
    cmark_syntax_extension_set_private(syntax, Unmanaged.passUnretained(state).toOpaque(), nil)
    return syntax
  }

  private static func makeMathematics(_ state: SyntaxState) -> OpaquePointer? {
    guard let syntax = make("coformat-mathematics", watching: ASCII.dollar, state) else { return nil }
    cmark_syntax_extension_set_match_inline_func(syntax) { syntax, _, block, character, parser in
      guard character == ASCII.dollar, let syntax, let block, let parser else { return nil }
      return MathematicsSyntax.match(
        InlineCursor(parser: parser), in: block, of: syntax, state: syntaxState(of: syntax))
    }
    cmark_syntax_extension_set_open_block_func(syntax) { syntax, indented, parser, parent, input, length in
      guard indented == 0, let syntax, let parser, let parent, let input else { return nil }
      return MathematicsBlockSyntax.open(
        parser, in: parent, of: syntax, input: input, length: Int(length), state: syntaxState(of: syntax))
    }
    cmark_syntax_extension_set_match_block_func(syntax) { syntax, parser, _, _, block in
      guard let syntax, let parser, let block else { return 0 }
      return MathematicsBlockSyntax.goesOn(block, parser: parser, state: syntaxState(of: syntax)) ? 1 : 0
    }
    return syntax
  }

  private static func makeFootnotes(_ state: SyntaxState) -> OpaquePointer? {
    guard let syntax = make("coformat-footnotes", watching: ASCII.caret, state) else { return nil }
    cmark_syntax_extension_set_match_inline_func(syntax) { syntax, _, block, character, parser in
      guard character == ASCII.caret, let syntax, let block, let parser else { return nil }
      let cursor = InlineCursor(parser: parser)
      let state = syntaxState(of: syntax)
      return FootnoteSyntax.match(cursor, of: syntax, state: state)
        ?? InlineNoteSyntax.match(cursor, in: block, of: syntax, state: state)
    }
    cmark_syntax_extension_set_open_block_func(syntax) { syntax, indented, parser, parent, input, length in
      guard let syntax, let parser, let parent, let input else { return nil }
      return FootnoteSyntax.open(
        parser, in: parent, isIndented: indented != 0, input: input, length: Int(length),
        state: syntaxState(of: syntax))
    }
    return syntax
  }
}

/// The state an extension was made with. It outlives every call cmark makes, because `withTree` holds
/// it until the tree is gone.
private func syntaxState(of syntax: OpaquePointer) -> SyntaxState {
  guard let pointer = cmark_syntax_extension_get_private(syntax) else {
    return SyntaxState(mathematicsLines: [:])
  }
  return Unmanaged<SyntaxState>.fromOpaque(pointer).takeUnretainedValue()
}
