import Diagnostics
import DocumentModel
import Renderers
import TestSupport
import Testing

/// A document as DTBook.
@Suite struct DTBookRendererTests {
  private func rendered(_ document: Document) throws -> (text: String, bytes: [UInt8], log: DiagnosticLog) {
    var log = DiagnosticLog()
    let rendition = try DTBookRenderer().render(document, log: &log)
    let bytes = rendition.artifacts[0].bytes
    return (String(decoding: bytes, as: UTF8.self), bytes, log)
  }

  private func book(_ blocks: [Block]) throws -> String { try rendered(Document(blocks: blocks)).text }

  private func text(_ string: String) -> Inline { SampleNodes.text(string) }

  private func heading(_ level: Int, _ words: String) -> Block {
    .heading(Heading(level: level, [text(words)]))
  }

  // MARK: - Every node

  private func words(_ document: Document) throws -> [String] {
    BookText.words(of: try rendered(document).bytes)
  }

  @Test func everyBlockIsThere() throws {
    for (block, expected) in SampleNodes.blocks {
      let found = try words(SampleNodes.document(block))
      #expect(Set(expected).isSubset(of: found), "\(SampleNodes.kind(block))")
    }
  }

  @Test func everyInlineIsThere() throws {
    for (inline, expected) in SampleNodes.inlines {
      let paragraph = Block.paragraph(Paragraph([text("before "), inline, text(" after")]))
      let found = try words(SampleNodes.document(paragraph))
      #expect(Set(expected + ["before", "after"]).isSubset(of: found), "\(SampleNodes.kind(inline))")
      let alone = try words(SampleNodes.document(.heading(Heading(level: 1, [inline]))))
      #expect(Set(expected).isSubset(of: alone), "\(SampleNodes.kind(inline))")
    }
  }

  @Test func everythingIsThereInsideEverythingElse() throws {
    for (block, expected) in SampleNodes.blocks {
      let row = TableRow([TableCell([block], heading: .row), TableCell([block])])
      let containers: [Block] = [
        .list(List(.bulleted, [ListItem([block])])), .blockQuote(BlockQuote([block])),
        .aside(Aside(.sidebar, [block])), .figure(Figure([block])), .figure(Figure([], caption: [block])),
        .division(Division([block], role: "abstract")),
        .definitionList(DefinitionList([DefinitionItem(terms: [], definitions: [Definition([block])])])),
        .table(Table(columns: [TableColumn()], head: [row], bodies: [TableBody([row])], foot: [row])),
        .table(Table(caption: [block], columns: [TableColumn()], bodies: [])),
        .table(Table(caption: [block], columns: [TableColumn()], bodies: [TableBody([row])])),
      ]
      for container in containers {
        let found = try words(SampleNodes.document(container))
        #expect(
          Set(expected).isSubset(of: found), "\(SampleNodes.kind(block)) in \(SampleNodes.kind(container))")
      }
    }
  }

  // MARK: - Levels

  @Test func levelsNestWithoutGaps() throws {
    let (text, _, log) = try rendered(
      Document(blocks: [
        heading(2, "One"), SampleNodes.paragraph("a"), heading(4, "Two"), SampleNodes.paragraph("b"),
        heading(2, "Three"), SampleNodes.paragraph("c"),
      ]))
    #expect(text.contains("<level2>\n          <h2>Two</h2>"), "\(text)")
    #expect(text.components(separatedBy: "<level1>").count == 3)
    #expect(log.diagnostics.map(\.code).contains("DTB-004"))
  }

  @Test func aHeadingThatIsTheTitleIsSaidOnce() throws {
    var document = Document(blocks: [
      .pageBreak(PageBreak(number: "1")), heading(1, "The Report"), heading(2, "Part"),
      SampleNodes.paragraph("a"),
    ])
    document.metadata.title = "The report"
    let (text, _, _) = try rendered(document)
    #expect(text.contains("<doctitle>The Report</doctitle>"))
    #expect(!text.contains("<h1>The Report</h1>"))
    #expect(text.contains("<h1>Part</h1>"))
  }

  @Test func aSectionOfNothingButItsHeadingHoldsABridgeHeading() throws {
    let (text, _, log) = try rendered(
      Document(blocks: [heading(1, "Empty"), heading(1, "Full"), SampleNodes.paragraph("a")]))
    #expect(text.contains(#"<bridgehead class="h1">Empty</bridgehead>"#), "\(text)")
    #expect(log.diagnostics.map(\.code).contains("DTB-005"))
  }

  @Test func headingsPastTheSixthLevelStayHeadings() throws {
    let blocks = (1...8).flatMap { [heading($0, "Level \($0)"), SampleNodes.paragraph("text")] }
    let (text, _, log) = try rendered(Document(blocks: blocks))
    #expect(text.contains("<h6>Level 8</h6>"))
    #expect(log.diagnostics.map(\.code).contains("DTB-003"))
  }

  @Test func aPageThatBeginsBeforeAHeadingBeginsItsLevel() throws {
    let text = try book([
      heading(1, "One"), SampleNodes.paragraph("a"), .pageBreak(PageBreak(number: "12")), heading(1, "Two"),
      SampleNodes.paragraph("b"),
    ])
    #expect(
      text.contains(
        "<level1>\n        <pagenum id=\"page-1\" page=\"normal\">12</pagenum>\n        <h1>Two</h1>"),
      "\(text)")
  }

  // MARK: - Places the DTD has none for

  @Test func pagesOfCellsBeginBeforeTheirRow() throws {
    let cell = TableCell([.paragraph(Paragraph([text("x"), .pageBreak(PageBreak(number: "iv"))]))])
    let text = try book([
      .table(Table(columns: [TableColumn()], bodies: [TableBody([TableRow([cell])])]))
    ])
    #expect(
      text.contains("<pagenum id=\"page-1\" page=\"front\">iv</pagenum>\n            <tr>"), "\(text)")
  }

  @Test func rowsWithoutCellsAreTakenOut() throws {
    let tall = TableCell([SampleNodes.paragraph("a")], rowSpan: 3)
    let rows = [TableRow([tall]), TableRow([]), TableRow([TableCell([SampleNodes.paragraph("b")])])]
    let text = try book([.table(Table(columns: [TableColumn()], bodies: [TableBody(rows)]))])
    #expect(text.contains(#"<td rowspan="2">a</td>"#), "\(text)")
    #expect(!text.contains("<tr/>"))
  }

  @Test func listsThatLeaveTheCountBecomeSeveral() throws {
    let items = [
      ListItem([SampleNodes.paragraph("a")]), ListItem([SampleNodes.paragraph("b")], number: 5),
      ListItem([SampleNodes.paragraph("c")]),
    ]
    let text = try book([.list(List(.numbered(start: 1, style: .decimal, delimiter: .period), items))])
    #expect(text.components(separatedBy: "<list ").count == 3)
    #expect(text.contains(#"<list type="ol" start="5">"#))
  }

  // MARK: - Notes, pages, pictures

  @Test func notesFollowTheBlockThatRefersToThem() throws {
    let document = Document(
      blocks: [
        .paragraph(Paragraph([text("See"), .noteReference(NoteReference("a"))])),
        SampleNodes.paragraph("next"),
      ], notes: [Note(id: "a", blocks: [SampleNodes.paragraph("body")])])
    let (text, _, _) = try rendered(document)
    let id = try #require(text.firstMatch(of: /idref="#([^"]+)"/)).output.1
    #expect(text.contains("<note id=\"\(id)\">\n          <p>1 body</p>"), "\(text)")
    let note = try #require(text.range(of: "<note ")), next = try #require(text.range(of: "next"))
    #expect(note.lowerBound < next.lowerBound)
  }

  @Test func theSamePageNumberTwiceIsSaid() throws {
    let (text, _, log) = try rendered(
      Document(blocks: [
        SampleNodes.paragraph("a"), .pageBreak(PageBreak(number: "3")), SampleNodes.paragraph("b"),
        .pageBreak(PageBreak(number: "3")), SampleNodes.paragraph("c"),
      ]))
    #expect(text.contains(#"page="special">3<"#))
    #expect(log.diagnostics.map(\.code).contains("DTB-008"))
  }

  @Test(arguments: [
    ("12", "normal"), ("iv", "front"), ("XL", "front"), ("iiii", "special"), ("A-3", "special"),
  ])
  func pagesAreOfTheirKinds(number: String, kind: String) throws {
    let text = try book([SampleNodes.paragraph("a"), .pageBreak(PageBreak(number: number))])
    #expect(text.contains(#"page="\#(kind)">\#(number)<"#), "\(text)")
  }

  @Test func aPictureHasItsWordsAndItsDescription() throws {
    let image = Image(
      "a b.png", alternative: .text("A map", longDescription: [SampleNodes.paragraph("North is up.")]))
    let text = try book([
      .figure(Figure([.paragraph(Paragraph([.image(image)]))], caption: [SampleNodes.paragraph("Map")]))
    ])
    #expect(text.contains(#"<img id="img-1" src="a%20b.png" alt="A map"/>"#), "\(text)")
    #expect(text.contains(#"<prodnote render="optional" imgref="img-1" class="description">"#))
    #expect(text.contains(#"<caption imgref="img-1">Map</caption>"#))
  }

  @Test func linksToNowhereAreNoLinks() throws {
    let text = try book([
      .paragraph(Paragraph([.crossReference(CrossReference("gone", [text("there")]))]))
    ])
    #expect(text.contains("<span>there</span>"), "\(text)")
  }

  @Test func linksToBlocksThatShowNothingAreNoLinks() throws {
    let text = try book([
      .paragraph(Paragraph([text(" ")], info: NodeInfo(id: "empty"))),
      .paragraph(Paragraph([.crossReference(CrossReference("empty", [text("there")]))])),
    ])
    #expect(text.contains("<span>there</span>"), "\(text)")
  }

  @Test func sentencesAreMarked() throws {
    let sentence = Inline.span(Span([text("One.")], isSentence: true, info: NodeInfo(id: "s1")))
    let text = try book([.paragraph(Paragraph([sentence]))])
    #expect(text.contains(#"<p><sent id="n1">One.</sent></p>"#), "\(text)")
  }

  @Test func signsAroundNumbersAndSidesOfCellsAreKept() throws {
    let items = [ListItem([SampleNodes.paragraph("a")])]
    let row = TableRow([
      TableCell([SampleNodes.paragraph("b")], rowSpan: 2), TableCell([SampleNodes.paragraph("c")]),
    ])
    let next = TableRow([TableCell([SampleNodes.paragraph("d")], alignment: .centre)])
    let last = TableRow([TableCell([SampleNodes.paragraph("e")]), TableCell([SampleNodes.paragraph("f")])])
    var document = Document(blocks: [
      .list(List(.numbered(start: 1, style: .decimal, delimiter: .parentheses), items)),
      .table(
        Table(
          columns: [TableColumn(), TableColumn(alignment: .end)], bodies: [TableBody([row, next, last])])),
    ])
    document.metadata.title = "T"
    document.metadata.language = .english
    let (text, _, log) = try rendered(document)
    #expect(text.contains(#"<list type="ol" class="delimiter-parentheses">"#))
    #expect(text.contains(#"<td align="right">c</td>"#))
    #expect(text.contains(#"<td align="center">d</td>"#))
    #expect(text.contains(#"<td>e</td>"#) && text.contains(#"<td align="right">f</td>"#))
    #expect(log.diagnostics.map(\.code) == ["DTB-017"])
    document.metadata.language = Language("ar")
    #expect(try rendered(document).text.contains(#"<td align="left">c</td>"#))
  }

  @Test func linksToNotesLeadToThem() throws {
    let way = Inline.crossReference(CrossReference("a", [text("see")]))
    let note = Note(id: "a", blocks: [SampleNodes.paragraph("there")], info: NodeInfo(id: "a"))
    let paragraph = Block.paragraph(Paragraph([way, .noteReference(NoteReference("a")), way]))
    let (text, _, _) = try rendered(Document(blocks: [paragraph, paragraph], notes: [note]))
    let links = text.ranges(of: ##/<a href="#n(?<note>\d)">see<\/a>/##)
    #expect(links.count == 4, "\(text)")
    #expect(text.contains(##"<a href="#n2">see</a><noteref id="r1" idref="#n2">1</noteref>"##), "\(text)")
    #expect(text.contains(#"<note id="n2">"#), "\(text)")
  }

  @Test func fieldsOfTheSourceHaveNamesThatMetadataMayHave() throws {
    var document = Document(blocks: [SampleNodes.paragraph("a")])
    document.metadata.other = ["[BRL] Pages", "Zuständig", "x.y", "??", "dtb:uid"].map {
      MetadataField(name: $0, value: "v")
    }
    let (text, _, _) = try rendered(document)
    for name in ["BRL-Pages", "Zuständig", "x.y", "field"] {
      #expect(text.contains(#"<meta name="\#(name)" content="v"/>"#), "\(text)")
    }
    #expect(text.ranges(of: #"content="v""#).count == 4)
  }
}
