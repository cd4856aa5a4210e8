import BrailleTranslation
import Diagnostics
import DocumentModel
import Renderers
import TestSupport
import Testing

/// A document as an eBraille publication.
@Suite struct EBrailleRendererTests {
  private func publication(
    _ document: Document, options: BrailleOptions = BrailleOptions(fileType: .ebraille)
  ) throws -> (files: [String: String], log: DiagnosticLog) {
    var log = DiagnosticLog()
    let rendition = try BrailleRenderer(options: options).render(document, log: &log)
    #expect(rendition.containment == .zip(storing: "mimetype"))
    #expect(rendition.artifacts.first?.path == "mimetype")
    let files = rendition.artifacts.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    return (Dictionary(uniqueKeysWithValues: files), log)
  }

  private func body(_ blocks: [Block]) throws -> String {
    try publication(Document(blocks: blocks)).files["ebraille/part-1.html"] ?? ""
  }

  private func text(_ string: String) -> Inline { SampleNodes.text(string) }

  // MARK: - Every node

  private func words(_ document: Document) throws -> [String] {
    let options = BrailleOptions(grade: .one, fileType: .ebraille)
    let translator = try Translator(code: BrailleCodes.find("ueb"), grade: "1")
    let pages = try publication(document, options: options).files.filter {
      $0.key.hasPrefix("ebraille/") && $0.key.hasSuffix("html")
    }
    return try pages.values.flatMap { EBrailleText.lines(of: Array($0.utf8)) }
      .flatMap { try BrailleReadBack.text(of: $0, with: translator).words }
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

  // MARK: - Elements

  @Test func elementsHoldTheCellsOfTheirNodes() throws {
    let paragraph = Paragraph([
      text("See "), .styled(Styled(.emphasis, [text("this")])), text(", "),
      .link(Link("https://example.org/a b", [text("the site")])), text(" and CO"),
      .styled(Styled(.subscript, [text("2")])), text("."),
    ])
    let page = try body([.paragraph(paragraph)])
    #expect(
      page.contains(
        #"<p>⠠⠎⠑⠑ <em>⠨⠂⠹</em>⠂ <a href="https://example.org/a%20b">⠮ ⠎⠊⠞⠑</a> ⠯ ⠠⠠⠉⠕<span class="superscript">"#
          .replacing("superscript", with: "subscript")), "\(page)")
  }

  @Test func addressesAreEscaped() throws {
    let addresses = [
      ("https://matrix.to/#/#room:matrix.org", "https://matrix.to/#/%23room:matrix.org"),
      ("https://example.org/a b?c#d", "https://example.org/a%20b?c#d"), ("mailto:a@b.c", "mailto:a@b.c"),
    ]
    for (given, expected) in addresses {
      let page = try body([.paragraph(Paragraph([.link(Link(given, [text("go")]))]))])
      #expect(page.contains(#"<a href="\#(expected)">"#), "\(page)")
    }
  }

  @Test func listsHaveTheirMarksInTheText() throws {
    let inner = List(.bulleted, [ListItem([SampleNodes.paragraph("one")])])
    let list = List(
      .numbered(start: 3, style: .decimal, delimiter: .period),
      [ListItem([SampleNodes.paragraph("go"), .list(inner)])])
    let page = try body([.list(list)])
    #expect(page.contains(#"<ol class="nomark">"#))
    #expect(page.contains("<li>⠼⠉⠲ ⠛<ul class=\"nomark\">"))
    #expect(page.contains("<li>⠸⠲ ⠐⠕</li>") || page.contains("<li>⠸⠲ ⠕⠝⠑</li>"), "\(page)")
  }

  @Test func tablesStayTables() throws {
    let head = TableRow([TableCell([SampleNodes.paragraph("but")]), TableCell([])])
    let row = TableRow([
      TableCell([SampleNodes.paragraph("can")], heading: .row),
      TableCell([SampleNodes.paragraph("do")], rowSpan: 2),
    ])
    let page = try body([.table(Table(columns: [], head: [head], bodies: [TableBody([row])]))])
    #expect(page.contains(#"<th scope="col">⠃</th>"#))
    #expect(page.contains(#"<th scope="row">⠉</th>"#))
    #expect(page.contains(#"<td rowspan="2">⠙</td>"#))
  }

  @Test func codeKeepsItsLinesAndIndents() throws {
    let page = try body([.code(CodeBlock("if go:\n\n  go"))])
    #expect(page.contains("⠐⠐⠿⠰⠰⠰\n"))
    #expect(page.contains("⠊⠋ ⠛⠕⠒\n\n  ⠛⠕\n⠐⠐⠿⠰⠄</code></pre>"), "\(page)")
  }

  @Test func printPagesStandBesideWords() throws {
    func paragraph(_ before: String, _ after: String) -> Block {
      .paragraph(Paragraph([text(before), .pageBreak(PageBreak(number: "12")), text(after)]))
    }
    let mark = #"<span id="page-1" role="doc-pagebreak" epub:type="pagebreak">⠼⠁⠃</span>"#
    let number = mark.replacing("page-1", with: "page-2")
    #expect(try body([paragraph("go ", "so it")]).contains("⠛ \(number) ⠎ ⠭"))
    #expect(try body([paragraph("go qui", "te so")]).contains("⠛ ⠟ \(number) ⠎"))
    #expect(try body([paragraph("go", "")]).contains("⠛ \(number)"))
  }

  @Test func linesEndWhereTheyEnd() throws {
    let page = try body([.paragraph(Paragraph([text("go"), .lineBreak(LineBreak()), text("so")]))])
    #expect(page.contains("<p>⠛<br/>⠎</p>"))
  }

  // MARK: - Notes and links

  @Test func notesAndReferencesLeadToEachOther() throws {
    let document = Document(
      blocks: [.paragraph(Paragraph([text("Go"), .noteReference(NoteReference("a"))]))],
      notes: [Note(id: "a", blocks: [SampleNodes.paragraph("so")])])
    let files = try publication(document).files
    let page = files["ebraille/part-1.html"] ?? ""
    #expect(
      page.contains(
        #"<a href="notes.html#note-1" id="ref-note-1" role="doc-noteref" epub:type="noteref">⠰⠔⠼⠁</a>"#))
    let notes = files["ebraille/notes.html"] ?? ""
    #expect(notes.contains(#"<a href="part-1.html#ref-note-1" role="doc-backlink">⠼⠁</a> ⠎</p>"#), "\(notes)")
  }

  /// A note that is also linked to by its own identifier, and leads back by that of its mark.
  @Test func otherLinksToNotesAndTheirMarksLeadThere() throws {
    let mark = NoteReference("a", info: NodeInfo(id: "mark"))
    let way = Inline.crossReference(CrossReference("a", [text("can")]))
    let back = Inline.crossReference(CrossReference("mark", [text("do")]))
    let document = Document(
      blocks: [.paragraph(Paragraph([way, text(" go"), .noteReference(mark)]))],
      notes: [Note(id: "a", blocks: [.paragraph(Paragraph([back]))], info: NodeInfo(id: "a"))])
    let files = try publication(document).files
    let page = files["ebraille/part-1.html"] ?? ""
    #expect(page.contains(##"<a href="notes.html#note-1">⠉</a>"##), "\(page)")
    #expect(page.contains(##"<a href="notes.html#note-1" id="n2" role="doc-noteref""##), "\(page)")
    let notes = files["ebraille/notes.html"] ?? ""
    #expect(notes.contains(##"<a href="part-1.html#n2">⠙</a>"##), "\(notes)")
    #expect(notes.contains(##"<a href="part-1.html#n2" role="doc-backlink">"##), "\(notes)")
  }

  @Test func crossReferencesLeadToOtherFiles() throws {
    let document = Document(blocks: [
      .heading(Heading(level: 1, [text("But")])),
      .paragraph(
        Paragraph([
          .crossReference(CrossReference("end", [text("can")])), text(" "),
          .crossReference(CrossReference("gone", [text("do")])),
        ])),
      .heading(Heading(level: 1, [text("Every")], info: NodeInfo(id: "end"))),
    ])
    let files = try publication(document).files
    #expect(files["ebraille/part-1.html"]?.contains(#"<p><a href="part-2.html#n1">⠉</a> ⠙</p>"#) == true)
    #expect(files["ebraille/part-2.html"]?.contains(#"<h1 id="n1">"#) == true)
    #expect(files["index.html"]?.contains(#"<li><a href="ebraille/part-2.html#n1">⠠⠑</a></li>"#) == true)
  }

  @Test func headingsNestInTheContents() throws {
    func heading(_ level: Int) -> Block { .heading(Heading(level: level, [text("x")])) }
    let index = try publication(Document(blocks: [2, 4, 3, 1, 2, 2].map(heading))).files["index.html"] ?? ""
    let shape = index.split(separator: "\n").joined().filter { "<".contains($0) }.count
    #expect(shape > 0)
    let lists = index.split(separator: "<ol").count - 1
    #expect(lists == 3, "2 with 4 and 3 below it, 1 beside, 2 and 2 below that: \(index)")
  }

  // MARK: - Metadata

  @Test func metadataIsWorkedOut() throws {
    var metadata = Metadata()
    metadata.title = "Bins & boxes"
    metadata.authors = ["A. Author"]
    metadata.language = Language("en-GB")
    metadata.date = "2024-05"
    metadata.identifier = "978-0-00-000000-2"
    metadata.rights = "© 2023 Council"
    let options = BrailleOptions(fileType: .ebraille, producer: "Leeds Transcription")
    let (files, log) = try publication(
      Document(metadata: metadata, blocks: [SampleNodes.paragraph("go")]), options: options)
    let package = files["package.opf"] ?? ""
    for expected in [
      "<dc:title>Bins &amp; boxes</dc:title>", "<dc:creator>A. Author</dc:creator>",
      "<dc:format>eBraille 1.0</dc:format>",
      "<dc:language>en-Brai-GB</dc:language>", #"<meta property="dcterms:dateCopyrighted">2023</meta>"#,
      #"<meta property="a11y:brailleCellType">6</meta>"#,
      #"<meta property="a11y:brailleSystem">UEB grade 2</meta>"#,
      #"<meta property="a11y:completeTranscription">true</meta>"#,
      #"<meta property="a11y:producer">Leeds Transcription</meta>"#,
      #"<meta property="a11y:tactileGraphics">none</meta>"#,
      #"<dc:source id="work">urn:isbn:9780000000002</dc:source>"#,
    ] { #expect(package.contains(expected), "\(expected)") }
    #expect(log.diagnostics.filter { $0.code.hasPrefix("EBL") } == [])
  }

  /// A heading that holds a picture alone gives no title; HTML wants one with something in it.
  @Test func pagesHaveTitlesWithWords() throws {
    let picture = Heading(level: 2, [.image(Image("a.png", alternative: .missing))])
    let blocks: [Block] = [.heading(picture), .heading(Heading(level: 2, [text("But")]))]
    #expect(
      try publication(Document(blocks: blocks)).files["index.html"]?.contains("<title>⠠⠃</title>") == true)
    var metadata = Metadata()
    metadata.title = "\u{200B}"
    let index = try publication(Document(metadata: metadata, blocks: [])).files["index.html"]
    #expect(index?.contains("<title></title>") == false)
  }

  @Test func whatNobodySaysIsReported() throws {
    let (_, log) = try publication(Document(blocks: [SampleNodes.paragraph("go")]))
    #expect(
      log.diagnostics.map(\.code).filter { $0.hasPrefix("EBL") } == [
        "EBL-001", "EBL-002", "EBL-003", "EBL-004",
      ])
  }

  @Test func contentForOtherFormatsMakesItIncomplete() throws {
    let other = NodeInfo(audience: .only([.audio]))
    let blocks: [Block] = [SampleNodes.paragraph("go"), .paragraph(Paragraph([text("listen")], info: other))]
    let files = try publication(Document(blocks: blocks)).files
    #expect(
      files["package.opf"]?.contains(#"<meta property="a11y:completeTranscription">false</meta>"#) == true)
  }

  @Test(arguments: [
    ("en", "en-Brai"), ("en_gb", "en-Brai-GB"), ("pa-Arab-PK", "pa-Brai-PK"), ("zh-yue-Hant", "zh-yue-Brai"),
    ("de-DE-1996", "de-Brai-DE-1996"), ("en-GB-x-private", "en-Brai-GB"),
  ])
  func languagesAreInBraille(tag: String, expected: String) throws {
    var metadata = Metadata()
    metadata.language = Language(tag)
    let options = BrailleOptions(code: "ueb", fileType: .ebraille)
    let files = try publication(
      Document(metadata: metadata, blocks: [SampleNodes.paragraph("go")]), options: options
    ).files
    #expect(files["package.opf"]?.contains("<dc:language>\(expected)</dc:language>") == true)
    #expect(files["ebraille/part-1.html"]?.contains("lang=\"\(expected)\"") == true)
  }
}
