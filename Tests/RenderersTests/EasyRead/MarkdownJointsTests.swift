import DocumentModel
import Testing

@testable import Renderers

/// Drafts in Markdown, where one inline meets the next: what is written is read as what was meant.
@Suite("Inlines that meet in Markdown") struct MarkdownJointsTests {
  private static func write(_ document: Document) throws -> String {
    try EasyReadTextTests.text(document, .markdown)
  }

  private static func read(_ text: String) throws -> Document { try EasyReadTextTests.markdown(text) }

  /// What stands behind the front matter of a draft.
  private static func body(_ written: String) -> String {
    written.split(separator: "---\n\n", maxSplits: 1).last.map { String($0.dropLast()) } ?? ""
  }

  private static func text(_ words: String) -> Inline { .text(Text(words)) }
  private static func bold(_ inlines: Inline...) -> Inline { .styled(Styled(.strong, inlines)) }
  private static func raised(_ inlines: Inline...) -> Inline { .styled(Styled(.superscript, inlines)) }
  private static func struck(_ words: String) -> Inline { .styled(Styled(.strikethrough, [text(words)])) }
  private static func under(_ words: String) -> Inline { .styled(Styled(.underline, [text(words)])) }
  private static func link(_ target: String, _ inlines: Inline...) -> Inline {
    .link(Link(target, inlines))
  }

  struct Case: Sendable, CustomStringConvertible {
    var written: String
    var inlines: [Inline]
    var description: String { written }

    init(_ written: String, _ inlines: Inline...) {
      self.written = written
      self.inlines = inlines
    }
  }

  @Test(
    "Inlines are written so that they are read as they were",
    arguments: [
      Case("**An** is", bold(text("A")), raised(bold(text("n"))), text(" is")),
      Case("**both**", bold(.styled(Styled(.emphasis, [text("both")])))),
      Case("18\\. **Statement** is", text("18"), bold(text(". Statement")), text(" is")),
      Case("**付款方式**：合同", bold(text("付款方式：")), text("合同")),
      Case("**So:** yes", bold(text("So:")), text(" yes")),
      Case("a`b`c", text("a"), bold(.code(InlineCode("b"))), text("c")),
      Case("use **[a](https://b.c)**.", text("use"), bold(link("https://b.c", text(" a"))), text(".")),
      Case("one [two](https://b.c) three", text("one"), link("https://b.c", text(" two ")), text("three")),
      Case("[one two](https://b.c)", link("https://b.c", text("one "), link("https://d.e", text("two")))),
      Case("foo.`bar` end", text("foo"), bold(text("."), .code(InlineCode("bar"))), text(" end")),
      Case(
        "word([link](https://a.b/c))word", text("word"),
        bold(text("("), link("https://a.b/c", text("link")), text(")")), text("word")),
      Case("m^2", text("m"), bold(raised(text("2")))),
      Case("foo.**bar**", text("foo"), bold(.styled(Styled(.emphasis, [text(".bar")])))),
      Case("foo.**bar**", text("foo"), .styled(Styled(.underline, [bold(text(".bar"))]))),
      Case("**Mail**:a@b.cd", bold(text("Mail:")), link("mailto:a@b.cd", text("a@b.cd"))),
      Case("**word**.next", bold(text("word.")), .span(Span([], info: NodeInfo(id: "x"))), text("next")),
      Case("~~onetwo~~", struck("one"), struck("two")),
      Case("``a`bc``", .code(InlineCode("a`b")), .code(InlineCode("c"))),
      Case("Wow\\![here](https://a.b/c)", text("Wow!"), link("https://a.b/c", text("here"))),
      Case("[https://a.b/c.](https://a.b/c.)", link("https://a.b/c.", text("https://a.b/c."))),
      Case("[x](https://a.b/?c=%3Cd%3E)", link("https://a.b/?c=<d>", text("x"))),
      Case("[x](https://a.b/?c&amp;copy;)", link("https://a.b/?c&copy;", text("x"))),
      Case("`m2`", .code(InlineCode("m")), raised(.code(InlineCode("2")))),
      Case("x = a\\$b", .mathematics(InlineMathematics(Mathematics(tex: "x = a$b")))),
      Case(
        "$\\S$ 13 and \\\\S13", .mathematics(InlineMathematics(Mathematics(tex: "\\S"))), text(" 13 and "),
        .mathematics(InlineMathematics(Mathematics(tex: "\\S"))), text("13")),
      Case("a@b.cd", link("mailto:a@b.cd", under("a@b.cd"))),
      Case("Mail: a@b.cd", text("Mail:"), link("mailto:a@b.cd", text(" "), under("a@b.cd"))),
      Case("MAILTO:a@b.cd", text("MAILTO:"), link("mailto:a@b.cd", text("a@b.cd"))),
      Case("[b](https://a.b/\\\\x)", link("https://a.b/\\x", text("b"))),
      Case("http\\://a.b/c）", text("http://a.b/c"), text("）")),
      Case("http\\://a.b/c**d**", text("http://a.b/c"), bold(text("d"))),
      Case("see HTTP\\://a.bc/c\\_d", text("see HTTP://a.bc/c_d")),
      Case("\\# sign and #tag", text("# sign"), text(" and #tag")),
    ])
  func joints(_ given: Case) throws {
    let document = Document(blocks: [.paragraph(Paragraph(given.inlines))])
    let written = try Self.write(document)
    #expect(Self.body(written) == given.written)
    let again = try Self.read(written)
    #expect(try Self.write(again) == written)
    #expect(again.blocks.count == 1)
  }

  @Test("Brackets and a colon behind the mark of a note are text")
  func behindNotes() throws {
    let source = "One[^1]\\(two\\) and\n\n[^1]\\: three[^2]\\(four)\n\n[^1]: N.\n\n[^2]: M."
    let first = try Self.read(source)
    #expect(first.notes.count == 2)
    let written = try Self.write(first)
    #expect(written.contains("[^1]\\(two)") && written.contains("[^2]\\(four)"))
    let again = try Self.read(written)
    #expect(again.notes.count == 2)
    #expect(again.printedWords == first.printedWords)
    #expect(try Self.write(again) == written)
  }

  @Test("A sign at the end of a heading is no end of its marks")
  func headings() throws {
    for words in ["Loader #", "C#", "## ##", "#", "# one"] {
      let document = Document(blocks: [.heading(Heading(level: 2, [Self.text(words)]))])
      let again = try Self.read(try Self.write(document))
      guard case .heading(let heading)? = again.blocks.first else {
        Issue.record("\(words): \(again.blocks)")
        continue
      }
      #expect(heading.inlines.plainText == words && heading.level == 2)
    }
  }

  @Test("Terms and the titles of asides are bold once")
  func boldLines() throws {
    let term = DefinitionTerm([Self.text("Width "), Self.bold(Self.text("w"))])
    let item = DefinitionItem(
      terms: [term], definitions: [Definition([.paragraph(Paragraph([Self.text("How wide.")]))])])
    let aside = Aside(
      .note, title: [Self.bold(Self.text("Of note"))], [.paragraph(Paragraph([Self.text("So.")]))])
    let document = Document(blocks: [.definitionList(DefinitionList([item])), .aside(aside)])
    #expect(
      Self.body(try Self.write(document)) == "**Width w**\n\nHow wide.\n\n> **Of note**\n>\n> So.")
  }

  @Test("Bars in code, in addresses and in text part no cells")
  func bars() throws {
    let source = """
      | A | B |
      | --- | --- |
      | `a \\| b` | x \\| y |
      | [c](https://a.b/c\\|d) | `\\|\\|` |
      """
    let first = try Self.read(source)
    let written = try Self.write(first)
    let again = try Self.read(written)
    #expect(again.printedWords == first.printedWords)
    #expect(try Self.write(again) == written)
    #expect(written.contains("| `a \\| b` | x \\| y |"))
  }

  @Test("What leads to a heading by the identifier its words give is a link")
  func crossReferences() throws {
    let source = "See [the end](#the-end) and [nothing](#nothing).\n\n## The end\n\nIt ends."
    let written = try Self.write(try Self.read(source))
    #expect(written.contains("See [the end](#the-end) and [nothing](#nothing)."))
    let named = Heading(level: 2, [Self.text("Other words")], info: NodeInfo(id: "ref-1"))
    let document = Document(blocks: [
      .paragraph(Paragraph([.crossReference(CrossReference("ref-1", [Self.text("there")]))])),
      .heading(named),
    ])
    #expect(Self.body(try Self.write(document)).hasPrefix("there\n"))
  }
}
