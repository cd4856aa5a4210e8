import Diagnostics
import DocumentModel
import Readers
import Testing

/// Any text at all is Markdown: it is read, and every range it gives lies in it.
@Suite struct AnyTextTests {
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private static let pieces = [
    "a", "b ", "é", "日", "*", "**", "_", "`", "``", "```", "~~~", "~~", "[", "]", "(", ")", "![", "](u)", "<",
    ">",
    "<b>", "</b>", "<div>", "</div>", "<!-- page 1 -->", "&amp;", "&#0;", "\\", "\n", "\n\n", "\r\n", "\r",
    "\t",
    "    ", "- ", "1. ", "> ", "# ", "===", "---", "\n---\n", "|", "|-|-|\n", "| a | b |\n", "$", "$$",
    "\n$$\n",
    "[^a]", "[^a]: ", "[^b\nc]", "[r]: /u \"t\"\n", "[r]", "www.a.b", "x@y.z", "http://a.b", "\u{0}",
    "\u{301}",
    "- [x] ", "{#id}", "\\|", "\\\n", "  \n", "---\na: b\n---\n", "\u{2028}", "\u{FEFF}", "+++\n",
  ]

  @Test(arguments: 0..<300) func isRead(seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed) &* 104_729 &+ 7)
    var source = ""
    for _ in 0..<Int.random(in: 1...80, using: &numbers) {
      source += Self.pieces.randomElement(using: &numbers) ?? ""
    }
    // Some pass the limits past which lines are changed before they are parsed.
    if seed % 5 == 1 { source = String(repeating: "> ", count: 310) + source }
    if seed % 5 == 2 { source = String(repeating: "![", count: 8_100) + source }
    if seed % 5 == 3 {
      source =
        String(repeating: "|a", count: 1_000) + "\n" + String(repeating: "|-", count: 1_000) + "\n"
        + String(repeating: "|\(source.prefix { !$0.isNewline })\n", count: 400)
    }
    let lineCount = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count + 1
    let options = ReadingOptions(invalidBytes: .replace)
    let read = try ReadMarkdown(source, options)
    var outside = 0
    read.document.walk { node in
      let range =
        switch node {
        case .block(let block): block.info.range
        case .inline(let inline): inline.info.range
        }
      if let range, range.end.line > lineCount { outside += 1 }
    }
    #expect(outside == 0)
  }
}
