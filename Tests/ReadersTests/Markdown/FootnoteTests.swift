import DocumentModel
import Testing

@Suite struct FootnoteTests {
  private func references(_ read: ReadMarkdown) -> [String] {
    read.inlines.compactMap { if case .noteReference(let reference) = $0 { reference.note } else { nil } }
  }

  @Test func referenceLeadsToItsNote() throws {
    let read = try ReadMarkdown("Text[^a] more.\n\n[^a]: Note *one*.\n\n    Second.\n")
    #expect(references(read) == ["fn-a"])
    #expect(read.document.notes.map(\.id) == ["fn-a"])
    #expect(read.document.notes[0].blocks.count == 2)
    #expect(read.document.visibleCharacters == "Textmore.Noteone.Second.")
    #expect(read.codes.isEmpty)
  }

  @Test(arguments: [
    "# H[^a]\n", "| x[^a] |\n|---|\n", "- i[^a]\n", "> q[^a]\n", "**b[^a]**\n", "[l [^a] m](u)\n", "![^a]\n",
    "x[^A]\n",
  ])
  func referenceIsFoundEverywhere(source: String) throws {
    let read = try ReadMarkdown(source + "\n[^a]: note\n")
    #expect(references(read) == ["fn-a"])
    #expect(!read.document.visibleCharacters.contains("["))
  }

  @Test(arguments: [
    "x[^nope] y", "x[^nope\nmore words] y", "x \\[^a] y", "x `[^a]` y", "x[^a *b* c] y", "[^] x",
  ])
  func whatIsNoReferenceStaysText(source: String) throws {
    let read = try ReadMarkdown(source + "\n\n[^b]: kept\n")
    #expect(references(read).isEmpty)
    #expect(
      read.document.visibleCharacters
        == source.filter { $0 != "\\" && $0 != "`" && $0 != "*" }.withoutWhiteSpace + "kept")
  }

  @Test(arguments: ["x[^nope] y", "[^nope]", "**[^no-1]**", "[a [^nope] b](u)", "| [^nope] |\n|---|\n"])
  func missingNoteIsSaid(source: String) throws {
    let read = try ReadMarkdown(source)
    #expect(read.codes == ["MD-014"])
    #expect(read.document.visibleCharacters.contains("[^no"))
  }

  @Test(arguments: [
    "# H^[a note]\n", "| x^[a note] |\n|---|\n", "| x |\n|---|\n| y^[a note] |\n", "- i^[a note]\n",
    "> q^[a\n> note]\n",
    "**b^[a note]**\n", "[l ^[a note] m](u)\n", "x^[ a note ]\n", "x^[*a* note]\n",
    "x^[a note][^1]\n\n[^1]: One\n",
    "words\n| x^[a note] |\n|---|\n", "words^[a note]\n| x |\n|---|\n",
  ])
  func `A note in the text is a note`(source: String) throws {
    let read = try ReadMarkdown(source)
    let note = try #require(read.document.notes.last { $0.id != "fn-1" || !source.contains("[^1]") })
    #expect(references(read).first == note.id)
    #expect(note.blocks.count == 1)
    let range = try #require(note.blocks[0].info.range)
    #expect(range.start < range.end)
    #expect(!read.document.visibleCharacters.contains("["))
    #expect(read.codes.isEmpty)
  }

  @Test func `Notes in the text keep their order and what they hold`() throws {
    let read = try ReadMarkdown(
      "One^[`a ]` is [code][r].] two^[Ibid.].\n\n- three^[$x$ and ^[no] more]\n\n[r]: http://example.org\n")
    #expect(references(read) == read.document.notes.map(\.id))
    #expect(read.document.notes.count == 3)
    #expect(read.document.visibleCharacters.contains("a]iscode.Ibid."))
    #expect(read.inlines.contains { if case .link = $0 { true } else { false } })
  }

  @Test(arguments: [
    "x^[2]", "^[a-z]+", "^[see here](u)", "^[see here][r]", "^[see here", "\\^[see here]", "`^[see here]`",
    "^ [see here]", "^[]", "^[ ]",
  ])
  func `What is no note in the text stays text`(source: String) throws {
    let read = try ReadMarkdown(source + "\n\n[r]: v\n")
    #expect(read.document.notes.isEmpty && references(read).isEmpty)
    #expect(read.document.visibleCharacters.contains("^"))
  }

  @Test func alternativeTextHoldsNoReference() throws {
    let read = try ReadMarkdown("![cat[^a] sits[^no]](c.png)\n\n[^a]: note\n")
    let words = read.inlines.compactMap { if case .image(let image) = $0 { image.alternative } else { nil } }
    #expect(words == [.text("cat sits[^no]")])
  }

  @Test func linkWhoseWordsLookLikeAReferenceStaysALink() throws {
    let read = try ReadMarkdown("[^a](https://example.org)\n\n[^a]: note\n")
    #expect(references(read).isEmpty)
    #expect(read.document.visibleCharacters == "^anote")
  }

  @Test func unusedAndRepeatedNotesKeepTheirText() throws {
    let read = try ReadMarkdown("x[^a]\n\n[^a]: first\n[^a]: second\n\n[^b]: third\n")
    #expect(read.document.notes.map(\.id) == ["fn-a"])
    #expect(read.document.visibleCharacters.contains("second"))
    #expect(read.document.visibleCharacters.contains("third"))
    #expect(read.codes.contains("MD-001"))
    #expect(read.log.diagnostics.allSatisfy { $0.range != nil })
  }

  @Test func noteKeepsWhatItInherits() throws {
    let read = try ReadMarkdown("<div lang=\"cy\">\n\nGair[^a]\n\n[^a]: Nodyn\n\n</div>\n")
    #expect(read.document.notes.first?.info.language?.tag == "cy")
  }

  @Test func noteMayReferToItself() throws {
    let read = try ReadMarkdown("x[^a]\n\n[^a]: y [^a] z\n")
    #expect(read.document.notes.count == 1)
    #expect(read.document.visibleCharacters == "xyz")
  }
}
