import Diagnostics
import DocumentModel
import Readers
import TestSupport
import Testing

@testable import Renderers

/// Easy read as plain text and as Markdown.
@Suite("Easy read as text") struct EasyReadTextTests {
  private static func text(_ document: Document, _ type: EasyReadOutputOptions.FileType) throws -> String {
    var log = DiagnosticLog(source: "t.md")
    let rendition = try EasyReadRenderer(options: EasyReadOutputOptions(fileType: type)).render(
      document, log: &log)
    return String(decoding: rendition.artifacts[0].bytes, as: UTF8.self)
  }

  private static func markdown(_ text: String) throws -> Document {
    var log = DiagnosticLog(source: "t.md")
    return try MarkdownReader().read(
      Source(name: "t.md", bytes: Array(text.utf8)), options: ReadingOptions(), log: &log)
  }

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
    #expect(try Self.text(document, .markdown) == "# Title\n\nOne.\n\nTwo.\n\nThree.\n")
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

  @Test("A title that metadata alone has comes first")
  func title() throws {
    var document = Document(blocks: [Self.paragraph("Text.")])
    document.metadata.title = "Title"
    #expect(try Self.text(document, .markdown) == "# Title\n\nText.\n")
  }

  @Test("Pictures: words in plain text, decoration left out and said")
  func pictures() throws {
    let image = { (alternative: TextAlternative) in
      Block.paragraph(Paragraph([.image(Image("a b.png", alternative: alternative))]))
    }
    let document = Document(blocks: [image(.text("A cat")), image(.decorative)])
    #expect(try Self.text(document, .text) == "[Picture: A cat]\n")
    #expect(try Self.text(document, .markdown) == "![A cat](<a b.png>)\n\n![](<a b.png>)\n")
    var log = DiagnosticLog()
    _ = try EasyReadRenderer(options: EasyReadOutputOptions(fileType: .text)).render(document, log: &log)
    #expect(log.diagnostics.map(\.code) == ["EZA-030"])
  }
}
