import Diagnostics
import DocumentModel
import Testing

@testable import Renderers

/// What is done to text before large print shows it.
@Suite struct LargePrintPreparationTests {
  @Test(
    "Dates, numbers, sums and telephone numbers stay on one line",
    arguments: [
      ("on 12 May 2026 at", "on 12_May_2026 at"), ("call 01632 960 001 now", "call 01632_960_001 now"),
      ("1 000 000 people", "1_000_000 people"), ("12 + 5 = 17.", "12_+_5_=_17."), ("5 kg of", "5_kg of"),
      ("£2.5 million", "£2.5_million"), ("May 7, 2026", "May_7, 2026"), ("see page 12.", "see page_12."),
      ("+44 20 7946 0000", "+44_20_7946_0000"), ("6:30 pm", "6:30_pm"),
      ("We may go", "We may go"), ("in 2025 people", "in 2025 people"), ("Covid 19", "Covid 19"),
      ("no digits here", "no digits here"), ("", ""), ("1  2", "1  2"),
    ])
  func keptTogether(text: String, expected: String) {
    #expect(KeptTogether.text(text) == expected.replacing("_", with: "\u{A0}"))
  }

  @Test("What is kept on a line is no longer than a line of the largest print")
  func keptTogetherIsShort() {
    let digits = (0..<40).map { _ in "12345" }.joined(separator: " ")
    for piece in KeptTogether.text(digits).split(separator: " ") { #expect(piece.count <= 30) }
  }

  @Test("Runs of capitals are found; abbreviations are none")
  func capitals() {
    #expect(CapitalLetters.hasRun("THIS IS VERY IMPORTANT NOW"))
    #expect(CapitalLetters.hasRun("He said: DO NOT OPEN THE DOOR, please"))
    #expect(!CapitalLetters.hasRun("The NHS and the BBC in the UK"))
    #expect(!CapitalLetters.hasRun("NHS UK BBC"))
  }

  @Test("Sentence case keeps the first letters of sentences and the names the document has elsewhere")
  func sentenceCase() {
    let document = Document(blocks: [.paragraph(Paragraph([.text(Text("The NHS says so."))]))])
    let capitals = CapitalLetters(document)
    #expect(
      capitals.inSentenceCase("CALL THE NHS HELPLINE. DO IT NOW AND I WAIT")
        == "Call the NHS helpline. Do it now and I wait")
    #expect(capitals.inSentenceCase("Please DO NOT OPEN THIS DOOR") == "Please do not open this door")
  }

  @Test(
    "Letters that are not composed are said once, in text and in formulas",
    arguments: ["e\u{301}", "\u{2329}"])
  func composed(text: String) throws {
    let formula = Mathematics(mathML: "<math><mo>\(text)</mo></math>")
    let document = Document(blocks: [
      .paragraph(Paragraph([.text(Text(text)), .mathematics(InlineMathematics(formula))])),
      .mathematics(MathematicsBlock(formula)),
    ])
    var log = DiagnosticLog(source: "t.md")
    _ = try LargePrintRenderer().render(document, log: &log)
    let said = log.diagnostics.filter { $0.code == "LPR-027" }
    #expect(said.count == 1 && said[0].message.contains("3 places"))
  }

  @Test("Capitals in code are said, and stay", arguments: [LargePrintOptions.Capitals.keep, .sentence])
  func capitalsOfCode(capitals: LargePrintOptions.Capitals) throws {
    let document = Document(blocks: [.code(CodeBlock("Allow: GET, PUT, DELETE, TRACE"))])
    var log = DiagnosticLog(source: "t.md")
    let options = LargePrintOptions(capitals: capitals)
    let page = try LargePrintRenderer(options: options).render(document, log: &log).artifacts[0].bytes
    #expect(String(decoding: page, as: UTF8.self).contains("GET, PUT, DELETE, TRACE"))
    #expect(log.diagnostics.filter { ["LPR-004", "LPR-005"].contains($0.code) }.map(\.code) == ["LPR-005"])
  }

  @Test("A mark without a letter before it is said, in text and in formulas")
  func marksAlone() throws {
    let formula = Mathematics(mathML: "<math><mover><mi>A</mi><mo>\u{302}</mo></mover></math>")
    let document = Document(blocks: [
      .paragraph(Paragraph([.text(Text("\u{301}a")), .mathematics(InlineMathematics(formula))])),
      .paragraph(Paragraph([.text(Text("a\u{302} is a letter with its mark"))])),
    ])
    var log = DiagnosticLog(source: "t.md")
    _ = try LargePrintRenderer().render(document, log: &log)
    let said = log.diagnostics.filter { $0.code == "LPR-029" }
    #expect(said.count == 1 && said[0].message.contains("2 places"))
  }

  @Test("The first heading is the title, and is not in the text as well")
  func title() {
    let blocks: [Block] = [
      .heading(Heading(level: 1, [.text(Text("Report"))])), .paragraph(Paragraph([.text(Text("Text"))])),
    ]
    let title = DocumentTitle(Document(blocks: blocks), fallback: "file")
    #expect(title.text == "Report" && title.blocks.count == 1 && title.origin == .source)
    var document = Document(blocks: blocks)
    document.metadata.title = "Something else"
    let other = DocumentTitle(document, fallback: "file")
    #expect(other.text == "Something else" && other.blocks.count == 2)
    document.metadata.title = "Report - The Council"
    #expect(DocumentTitle(document, fallback: "file").blocks.count == 1)
    let none = DocumentTitle(Document(blocks: [blocks[1]]), fallback: "file")
    #expect(none.text == "file" && none.origin == .assumed)
  }
}
