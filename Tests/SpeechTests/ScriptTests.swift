import Diagnostics
import DocumentModel
import Speech
import TestSupport
import Testing

@Suite struct ScriptTests {
  private func script(_ document: Document, for format: Format = .daisy) -> (NarrationScript, [Diagnostic]) {
    var log = DiagnosticLog()
    let script = NarrationScript(document, for: format, log: &log)
    return (script, log.diagnostics)
  }

  private func english(_ blocks: [Block], notes: [Note] = []) -> Document {
    var document = Document(blocks: blocks, notes: notes)
    document.metadata.language = Language("en-GB")
    return document
  }

  private func said(_ blocks: [Block], notes: [Note] = []) -> [String] {
    script(english(blocks, notes: notes)).0.lines.filter { $0.kind != .title && $0.kind != .author }
      .map { $0.speech.map(\.text).joined(separator: "|") }
  }

  private func text(_ string: String) -> Inline { .text(Text(string)) }

  @Test func `A paragraph is parted into sentences, and its text is kept`() {
    let inlines: [Inline] = [
      text("One. T"), .styled(Styled(.strong, [text("wo is bold. Th")])), text("ree."),
    ]
    let (script, _) = script(english([.paragraph(Paragraph(inlines))]))
    guard case .paragraph(let paragraph) = script.document.blocks[0] else { return }
    #expect(paragraph.inlines.plainText == "One. Two is bold. Three.")
    let spans = paragraph.inlines.compactMap { inline -> Span? in
      if case .span(let span) = inline, span.isSentence { span } else { nil }
    }
    #expect(spans.map(\.inlines.plainText) == ["One.", "Two is bold.", "Three."])
    #expect(spans.map(\.info.id) == script.lines.map(\.id))
    #expect(script.lines.map(\.text) == ["One.", "Two is bold.", "Three."])
  }

  @Test func `Links and short forms stay whole`() {
    let link = Inline.link(Link("x", [text("Read it. All of it.")]))
    #expect(
      said([.paragraph(Paragraph([text("Go. "), link, text(" Now.")]))]) == [
        "Go.", "Read it. All of it.", "Now.",
      ])
  }

  @Test func `A table is read with the headings of its columns`() {
    func row(_ words: [String], head: Bool = false) -> TableRow {
      TableRow(
        words.map { TableCell($0.isEmpty ? [] : [SampleNodes.paragraph($0)], heading: head ? .column : nil) })
    }
    let table = Table(
      caption: [SampleNodes.paragraph("Costs")], columns: [TableColumn(), TableColumn()],
      head: [row(["Year", "Cost"], head: true)],
      bodies: [TableBody([row(["2024", "£5"]), row(["", "£6"])])])
    #expect(
      said([.table(table)]) == [
        "Table. Costs", "Year", "Cost", "Year: twenty twenty-four", "Cost: five pounds", "Cost: six pounds",
      ])
  }

  @Test func `Pictures, pages, lists and notes are announced`() {
    let picture = Inline.image(Image("a.png", alternative: .text("A map")))
    let blocks: [Block] = [
      .paragraph(Paragraph([picture])),
      .paragraph(Paragraph([.image(Image("b.png", alternative: .decorative))])),
      .pageBreak(PageBreak(number: "12")),
      .list(
        List(
          .numbered(start: 3, style: .decimal, delimiter: .period),
          [ListItem([SampleNodes.paragraph("Item")])])),
      .paragraph(Paragraph([text("Seen."), .noteReference(NoteReference("n")), text(" More.")])),
    ]
    let notes = [Note(id: "n", blocks: [SampleNodes.paragraph("Where it was.")])]
    #expect(
      said(blocks, notes: notes) == [
        "Picture: A map.", "Page twelve.", "three: Item", "Seen.", "note one.", "More.",
        "note one. Where it was.",
      ])
  }

  @Test func `Every language has a run of its own`() {
    let welsh = Inline.span(Span([text("bore da")], info: NodeInfo(language: Language("cy"))))
    let (script, _) = script(english([.paragraph(Paragraph([text("Say "), welsh, text(" to her.")]))]))
    #expect(script.lines.map { $0.speech.map(\.language?.tag) } == [["en-GB", "cy", "en-GB"]])
  }

  @Test func `A short form is explained once in a recording`() {
    let short = Inline.abbreviation(Abbreviation([text("NHS")], expansion: "National Health Service"))
    #expect(
      said([.paragraph(Paragraph([text("The "), short, text(" pays. The "), short, text(" plans.")]))]) == [
        "The NHS, National Health Service, pays.", "The NHS plans.",
      ])
  }

  @Test func `Formulas are said in words`() {
    func formula(_ tex: String, _ language: String) -> ([String], [String]) {
      var document = Document(blocks: [.mathematics(MathematicsBlock(Mathematics(tex: tex)))])
      document.metadata.language = Language(language)
      let (script, diagnostics) = script(document)
      return (script.lines.flatMap(\.speech).map(\.text), diagnostics.map(\.code))
    }
    #expect(formula("x^2 + \\frac{1}{2} = y_1", "en").0 == ["x squared plus one half equals y sub one"])
    #expect(formula("\\sqrt{a+b}", "en").0 == ["the square root of a plus b end root,"])
    #expect(formula("x^2", "fr").1 == ["NAR-002"])
  }

  @Test func `What is for other formats is not said`() {
    let hidden = Paragraph([text("For braille.")], info: NodeInfo(audience: .only([.braille])))
    #expect(said([.paragraph(hidden), SampleNodes.paragraph("For all.")]) == ["For all."])
  }

  @Test func `Chapters and notes have recordings of their own, and none is too long`() {
    let heading = { (title: String) in Block.heading(Heading(level: 2, [self.text(title)])) }
    let long = (0..<450).map { SampleNodes.paragraph("Sentence number \($0).") }
    let blocks =
      [heading("A")] + [.paragraph(Paragraph([text("See."), .noteReference(NoteReference("n"))]))]
      + [heading("B")] + long
    let (script, _) = script(
      english(blocks, notes: [Note(id: "n", blocks: [SampleNodes.paragraph("Note.")])]))
    #expect(script.parts.map(\.kind) == [.title, .text, .text, .notes, .text, .text, .text])
    #expect(script.parts.allSatisfy { $0.lines.count <= NarrationScript.linesPerPart && !$0.lines.isEmpty })
  }

  @Test(arguments: SampleNodes.blocks.map(\.block)) func `Every kind of block keeps its words and says them`(
    block: Block
  ) {
    let document = english([block], notes: [Note(id: "note", blocks: [SampleNodes.paragraph("noteword")])])
    let (script, _) = script(document)
    #expect(script.document.allWords == document.allWords)
    let all = script.lines.flatMap(\.speech).map(\.text).joined(separator: " ")
    for words in SampleNodes.blocks where words.block == block {
      for word in words.words where !word.contains(where: \.isNumber) && word != "formulaword" {
        #expect(all.contains(word), "\(word) is not in \(all)")
      }
    }
  }

  @Test func `Every kind of inline is said`() {
    for (inline, words) in SampleNodes.inlines {
      let document = english(
        [.paragraph(Paragraph([text("Before "), inline, text(" after.")]))],
        notes: [Note(id: "note", blocks: [SampleNodes.paragraph("noteword")])])
      let (script, _) = script(document)
      #expect(script.document.allWords == document.allWords)
      let all = script.lines.flatMap(\.speech).map(\.text).joined(separator: " ")
      for word in words where word != "mathsword" { #expect(all.contains(word), "\(word) is not in \(all)") }
    }
  }

  @Test func `What has no end is read out in part, with a warning`() {
    let endless = String(repeating: "word ", count: 5_000)
    let (script, diagnostics) = script(english([.code(CodeBlock(endless)), SampleNodes.paragraph(endless)]))
    #expect(diagnostics.map(\.code) == ["NAR-016", "NAR-016"])
    #expect(script.lines.allSatisfy { $0.speech.map(\.text.count).reduce(0, +) <= 10_000 })
    #expect(script.parts.count == 1)
  }

  @Test func `Ids are unique`() {
    let (script, _) = script(
      english([
        .paragraph(Paragraph([text("One. Two.")], info: NodeInfo(id: "say-1"))),
        SampleNodes.paragraph("Three."),
      ]))
    let ids = script.lines.map(\.id)
    #expect(Set(ids).count == ids.count && !ids.contains("say-1"))
  }
}
