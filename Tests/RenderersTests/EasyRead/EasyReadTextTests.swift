import Diagnostics
import DocumentModel
import Readers
import TestSupport
import Testing

@testable import Renderers

/// Easy read as plain text and as Markdown.
@Suite("Easy read as text") struct EasyReadTextTests {
  static func text(_ document: Document, _ type: EasyReadOutputOptions.FileType) throws -> String {
    var log = DiagnosticLog(source: "t.md")
    let rendition = try EasyReadRenderer(options: EasyReadOutputOptions(fileType: type)).render(
      document, log: &log)
    return String(decoding: rendition.artifacts[0].bytes, as: UTF8.self)
  }

  static func markdown(_ text: String) throws -> Document {
    var log = DiagnosticLog(source: "t.md")
    return try MarkdownReader().read(
      Source(name: "t.md", bytes: Array(text.utf8)), options: ReadingOptions(), log: &log)
  }

  /// The front matter of a draft.
  private static func mark(_ fields: String) -> String {
    "---\n\(fields)easy-read:\n  draft: true\n---\n\n"
  }

  private static let mark = mark("")

  private static func paragraph(_ text: String) -> Block { .paragraph(Paragraph([.text(Text(text))])) }

  @Test("Plain text has every word of every kind of node", arguments: SampleNodes.blocks.indices)
  func plainBlocks(index: Int) throws {
    let sample = SampleNodes.blocks[index]
    let text = try Self.text(Document(blocks: [sample.block]), .text)
    for word in sample.words { #expect(text.contains(word), "\(word) in \(text)") }
  }

  @Test("Markdown has every word of every kind of node", arguments: SampleNodes.blocks.indices)
  func markdownBlocks(index: Int) throws {
    let sample = SampleNodes.blocks[index]
    let text = try Self.text(Document(blocks: [sample.block]), .markdown)
    for word in sample.words { #expect(text.contains(word), "\(word) in \(text)") }
  }

  @Test("The sentences of an idea stand together, a line each; ideas are parted")
  func ideas() throws {
    let document = Document(blocks: [
      .heading(Heading(level: 1, [.text(Text("Title"))])),
      .division(Division([Self.paragraph("One."), Self.paragraph("Two.")], role: Division.idea)),
      .division(Division([Self.paragraph("Three.")], role: Division.idea)),
    ])
    #expect(try Self.text(document, .text) == "Title\n=====\n\nOne.\nTwo.\n\nThree.\n")
    #expect(try Self.text(document, .markdown) == Self.mark + "# Title\n\nOne.\n\nTwo.\n\nThree.\n")
  }

  @Test(
    "What is a mark of Markdown in the source is none in the draft",
    arguments: [
      "1. is a number", "- is a dash", "# is a sign", "a * b * c", "[x] is a box", "a_b_c `code` <b>",
      "it costs $5 or $6", "one | two", "AT&T &amp; more", "> quoted", "+ plus", "= equals", "back\\slash",
      "[^1] no note", "~~no~~", "2) two", "http://example.org/a_b",
    ])
  func escapes(text: String) throws {
    let written = try Self.text(Document(blocks: [Self.paragraph(text)]), .markdown)
    let read = try Self.markdown(written)
    #expect(read.blocks.count == 1)
    guard case .paragraph(let paragraph)? = read.blocks.first else {
      Issue.record("\(written) is read as \(read.blocks)")
      return
    }
    #expect(paragraph.inlines.plainText == text)
  }

  @Test("Notes, lists, tables and links are those of the source when Markdown is read again")
  func roundTrip() throws {
    let source = """
      # Title

      A [link](https://example.org) and **bold** words.[^1]

      1. one
      2. two

         more of two

      - a
        - b

      | H | I |
      | --- | --- |
      | j | k |

      > A quotation.

      ```swift
      let a = 1
      ```

      [^1]: The note.
      """
    let first = try Self.markdown(source)
    let again = try Self.markdown(try Self.text(first, .markdown))
    #expect(again.printedWords == first.printedWords)
    let written = try Self.text(again, .markdown)
    #expect(written == (try Self.text(first, .markdown)))
    #expect(again.notes.count == 1)
  }

  @Test(
    "Markdown that is read and written again is the same, and has the same links",
    arguments: [
      "https://example.org/a_b and www.example.org, or post@example.org.", "(https://example.org/a_b)",
      "\\[Words\\](https://example.org/a)", "href=\"http://example.org\"",
      "Not a link: https\\://example.org", "A [link](https://example.org) (a@example.org)",
      "- one\n- two\n\n* three\n\n1. four\n2. five\n\n1) six",
      "One.[^b] Two.[^7]\n\n[^b]: B.\n\n[^7]: Seven.",
      "[](https://example.org/a) and *Diary*<b>, </b>and **bold**<i>er</i>",
      "At www.example.org/a. \\\nOn https://example.org. \\\nThe end.",
      "An equation: $a^2\\ {}$.",
      "Write <a\\@b.c>, \"mailto:a.w@b.cd\"\\> or (_A_@_.A",
      "<div lang=\"cy\">\n\nUn.\n\n- dau\n\n</div>\n\nA <span lang=\"de\">Wort</span>.\n\n## Kopf {lang=de}",
    ])
  func fixedPoint(source: String) throws {
    let first = try Self.markdown(source)
    let written = try Self.text(first, .markdown)
    let again = try Self.markdown(written)
    #expect(try Self.text(again, .markdown) == written)
    #expect(again.printedWords == first.printedWords)
    #expect(again.blocks.count == first.blocks.count)
  }

  @Test("What the document says of itself is in the front matter of Markdown, whatever is in it")
  func frontMatter() throws {
    var document = Document(blocks: [Self.paragraph("Text.")])
    document.metadata.title = "A: \"b\" \\ # c\u{200E} \u{1F600}"
    document.metadata.authors = ["- Ann", "yes"]
    document.metadata.language = Language("cy")
    document.metadata.date = "2026-02-17"
    let read = try Self.markdown(try Self.text(document, .markdown)).metadata
    #expect(read.title == document.metadata.title)
    #expect(read.authors == document.metadata.authors)
    #expect(read.language == document.metadata.language)
    #expect(read.date == document.metadata.date)
    #expect(read.easyRead != nil)
  }

  @Test("Fields of the document's own are kept, and stay as they are when the draft is read again")
  func ownFields() throws {
    var document = Document(blocks: [Self.paragraph("Text.")])
    document.metadata.authors = ["Ann"]
    document.metadata.other = [
      ("dc:type", "Report"), ("creator", "Word"), ("x", "1"), ("X", "2 \n 3"), ("y", " "),
    ]
    .map { MetadataField(name: $0.0, value: $0.1) }
    let written = try Self.text(document, .markdown)
    #expect(
      written.contains(
        "author:\n  - \"Ann\"\n\"dc:type\": \"Report\"\n\"source.creator\": \"Word\"\n\"x\": \"1\"\n\"X.2\": \"2 3\"\n"
      ))
    let again = try Self.markdown(written)
    #expect(again.metadata.other.map(\.value) == ["Report", "Word", "1", "2 3"])
    #expect(try Self.text(again, .markdown) == written)
  }

  @Test("Where the numbers of a list jump, Markdown has another list, which is numbered so when it is read")
  func jumpingNumbers() throws {
    func item(_ text: String, _ number: Int) -> ListItem {
      ListItem([Self.paragraph(text)], number: number)
    }
    let list = List(
      .numbered(start: 1, style: .decimal, delimiter: .period),
      [item("a", 1), item("b", 4), item("c", 5), item("d", 2)])
    let written = try Self.text(Document(blocks: [.list(list)]), .markdown)
    #expect(written == Self.mark + "1. a\n\n4) b\n5) c\n\n2. d\n")
    #expect(try Self.text(try Self.markdown(written), .markdown) == written)
  }

  @Test("Notes that have the same mark are told apart")
  func sameMarks() throws {
    func reference(_ id: String) -> Inline { .noteReference(NoteReference(id)) }
    var document = Document(blocks: [
      .paragraph(Paragraph([.text(Text("One")), reference("a"), .text(Text(" two")), reference("b")]))
    ])
    document.notes = ["a", "b"].map { Note(id: $0, label: "*", blocks: [Self.paragraph("Note \($0).")]) }
    let written = try Self.text(document, .markdown)
    #expect(written == Self.mark + "One[^1] two[^2]\n\n[^1]: Note a.\n\n[^2]: Note b.\n")
  }

  @Test("A title that metadata alone has comes first")
  func title() throws {
    var document = Document(blocks: [Self.paragraph("Text.")])
    document.metadata.title = "Title"
    #expect(try Self.text(document, .markdown) == Self.mark("title: \"Title\"\n") + "# Title\n\nText.\n")
  }

  @Test("Pictures: words in plain text, decoration left out and said")
  func pictures() throws {
    let image = { (alternative: TextAlternative) in
      Block.paragraph(Paragraph([.image(Image("a b.png", alternative: alternative))]))
    }
    let document = Document(blocks: [image(.text("A cat")), image(.decorative)])
    #expect(try Self.text(document, .text) == "[Picture: A cat]\n")
    #expect(try Self.text(document, .markdown) == Self.mark + "![A cat](<a b.png>)\n\n![](<a b.png>)\n")
    var log = DiagnosticLog()
    _ = try EasyReadRenderer(options: EasyReadOutputOptions(fileType: .text)).render(document, log: &log)
    #expect(log.diagnostics.map(\.code) == ["EZA-030"])
  }
}
