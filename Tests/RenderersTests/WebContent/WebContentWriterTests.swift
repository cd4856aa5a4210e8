import Diagnostics
import DocumentModel
import TestSupport
import Testing
import XMLTree

@testable import Renderers

/// Blocks and inlines as elements of HTML.
@Suite struct WebContentWriterTests {
  private func html(
    _ document: Document, choices: WebContentChoices = WebContentChoices()
  ) -> (text: String, log: DiagnosticLog) {
    var writer = WebContentWriter(document, choices: choices)
    let elements = writer.elements(for: document.blocks) + writer.remainingNotes()
    let body = writer.resolved(
      XMLElement("body", [], elements.map(XMLNode.element)), in: 0, paths: ["a.xhtml"])
    var log = DiagnosticLog()
    writer.report(to: &log)
    let bytes = HTMLSerializer.document(XMLElement("html", [], [.element(body)]))
    return (String(decoding: bytes, as: UTF8.self), log)
  }

  private func html(_ blocks: Block...) -> String { html(Document(blocks: blocks)).text }
  private func text(_ string: String) -> Inline { .text(Text(string)) }
  private func paragraph(_ inlines: Inline...) -> Block { .paragraph(Paragraph(inlines)) }

  private func words(_ document: Document) -> Set<Substring> {
    let text = html(document).text.replacing(/<[^>]*?(?:alt|title|alttext|start)="([^"]*)"[^>]*>/) {
      " \($0.1) "
    }
    .replacing("<br>", with: " ").replacing(/<[^>]*>/, with: "")
    return Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
  }

  // MARK: - Every node

  @Test func `Every block is there, in every other`() {
    for (block, expected) in SampleNodes.blocks {
      let row = TableRow([TableCell([block], heading: .row), TableCell([block])])
      let containers: [Block] = [
        block, .list(List(.bulleted, [ListItem([block])])), .blockQuote(BlockQuote([block])),
        .aside(Aside(.sidebar, [block])), .figure(Figure([block])), .figure(Figure([], caption: [block])),
        .division(Division([block], role: "abstract")),
        .definitionList(DefinitionList([DefinitionItem(terms: [], definitions: [Definition([block])])])),
        .table(Table(columns: [TableColumn()], head: [row], bodies: [TableBody([row])], foot: [row])),
        .table(Table(caption: [block], columns: [TableColumn()], bodies: [TableBody([row])])),
      ]
      for container in containers {
        let found = words(SampleNodes.document(container))
        #expect(
          Set(expected.map { Substring($0) }).isSubset(of: found),
          "\(SampleNodes.kind(block)) in \(SampleNodes.kind(container))")
      }
    }
  }

  @Test func `Every inline is there, also in links and terms`() {
    for (inline, expected) in SampleNodes.inlines {
      let item = DefinitionItem(terms: [DefinitionTerm([inline])], definitions: [])
      for block in [
        paragraph(text("before "), inline, text(" after")),
        paragraph(.link(Link("https://a.example", [inline]))),
        .heading(Heading(level: 2, [inline])), .definitionList(DefinitionList([item])),
      ] {
        let found = words(SampleNodes.document(block))
        #expect(Set(expected.map { Substring($0) }).isSubset(of: found), "\(SampleNodes.kind(inline))")
      }
    }
  }

  // MARK: - Elements

  @Test func `Levels past six are said beside the element`() {
    #expect(
      html(.heading(Heading(level: 8, [text("Deep")]))).contains("<h6 id=\"s1\" aria-level=\"8\">Deep</h6>"))
  }

  @Test func `Gaps between levels are closed up where that is chosen`() {
    var choices = WebContentChoices()
    choices.headings = .closingGaps(shift: 1)
    let blocks: [Block] = [1, 4, 2, 1].map { .heading(Heading(level: $0, [text("H\($0)")])) }
    let result = html(Document(blocks: blocks), choices: choices).text
    #expect(result.matches(of: /<h(\d)[^>]*>H(\d)/).map { "\($0.1)\($0.2)" } == ["21", "34", "32", "21"])
  }

  @Test func `A note reference does not stand in a link, and leads there and back`() {
    let note = Note(id: "n", blocks: [paragraph(text("Its text."))])
    let link = Inline.link(Link("https://a.example", [text("words"), .noteReference(NoteReference("n"))]))
    let result = html(Document(blocks: [paragraph(link)], notes: [note])).text
    #expect(
      result.contains(##"words</a><sup class="note-reference"><a href="#note-1" id="ref-note-1""##),
      "\(result)")
    #expect(
      result.contains(##"<p><a href="#ref-note-1" role="doc-backlink" title="Back to text">1</a> Its"##),
      "\(result)")
  }

  @Test func `Headings in several rows are named by the cells below them`() {
    func cell(_ words: String, _ columns: Int = 1, _ heading: HeadingScope? = nil) -> TableCell {
      TableCell([paragraph(text(words))], heading: heading, columnSpan: columns)
    }
    let head = [
      TableRow([cell("Year"), cell("Costs", 2)]), TableRow([cell(""), cell("Pay"), cell("Rent")]),
    ]
    let body = TableBody([TableRow([cell("2025", 1, .row), cell("10"), cell("20")])])
    let table = Table(columns: Array(repeating: TableColumn(), count: 3), head: head, bodies: [body])
    let result = html(.table(table))
    #expect(result.contains(#"<td headers="table-h2 table-h4 table-h5">20</td>"#), "\(result)")
    #expect(result.contains(#"<th scope="col" id="table-h4" headers="table-h2">Rent</th>"#), "\(result)")
  }

  @Test func `Simple tables have scopes alone`() {
    let head = TableRow([TableCell([paragraph(text("A"))])])
    let body = TableBody([TableRow([TableCell([paragraph(text("1"))])])])
    let table = Table(columns: [TableColumn()], head: [head], bodies: [body])
    #expect(html(.table(table)).contains("<th scope=\"col\">A</th>"))
    #expect(!html(.table(table)).contains("headers="))
  }

  @Test func `Languages and directions are said where they change`() throws {
    let arabic = try #require(Language("ar"))
    let span = Inline.span(Span([text("مرحبا")], info: NodeInfo(language: arabic)))
    #expect(
      html(paragraph(span)).contains(#"<p><span lang="ar" xml:lang="ar" dir="rtl">مرحبا</span></p>"#))
    #expect(try #require(Language("zh_hant_tw-x-y")).wellFormedTag == "zh-Hant-TW")
  }

  @Test func `Identifiers of the source are kept where they can be, and are unique`() {
    var info = NodeInfo()
    info.id = "über uns"
    let heading = Block.heading(Heading(level: 1, [text("A")], info: info))
    let result = html(heading, heading, paragraph(.crossReference(CrossReference("über uns", [text("up")]))))
    #expect(result.matches(of: /id="n--ber-uns"/).count == 1, "\(result)")
    #expect(result.contains(##"<a href="#n--ber-uns">up</a>"##), "\(result)")
  }

  @Test func `Formulas are MathML`() {
    let formula = Mathematics(tex: #"\frac{\mathbf{x}_1}{2}"#)
    let result = html(paragraph(.mathematics(InlineMathematics(formula))))
    #expect(
      result.contains("<mfrac><msub><mi>𝐱</mi><mn>1</mn></msub><mn>2</mn></mfrac></math>"), "\(result)")
  }

  // MARK: - What is said

  @Test func `What cannot be kept is said`() {
    let unread = InlineMathematics(Mathematics(tex: #"\unknowncommand"#))
    let document = Document(blocks: [
      paragraph(.image(Image("a.png", alternative: .missing))),
      paragraph(.image(Image("b.png", alternative: .decorative))),
      paragraph(.link(Link("annex.docx", [text("annex")]))),
      paragraph(.crossReference(CrossReference("nowhere", [text("there")]))),
      paragraph(.noteReference(NoteReference("none"))), .pageBreak(PageBreak(number: "")),
      paragraph(.mathematics(unread)),
    ])
    let codes = html(document).log.diagnostics.map(\.code)
    #expect(Set(codes) == Set((1...8).map { "HTC-00\($0)" }))
  }
}
