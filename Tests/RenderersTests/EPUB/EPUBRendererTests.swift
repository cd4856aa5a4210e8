import Diagnostics
import DocumentModel
import Renderers
import TestSupport
import Testing

/// A document as an EPUB.
@Suite struct EPUBRendererTests {
  private func publication(
    _ document: Document, options: EPUBOptions = EPUBOptions()
  ) throws -> (files: [String: String], log: DiagnosticLog) {
    var log = DiagnosticLog()
    let rendition = try EPUBRenderer(options: options).render(document, log: &log)
    #expect(rendition.containment == .zip(storing: "mimetype"))
    #expect(rendition.artifacts.first?.path == "mimetype")
    let files = rendition.artifacts.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    return (Dictionary(uniqueKeysWithValues: files), log)
  }

  private func package(_ document: Document, options: EPUBOptions = EPUBOptions()) throws -> String {
    try publication(document, options: options).files["EPUB/package.opf"] ?? ""
  }

  private func text(_ string: String) -> Inline { .text(Text(string)) }
  private func paragraph(_ inlines: Inline...) -> Block { .paragraph(Paragraph(inlines)) }
  private func heading(_ level: Int, _ words: String) -> Block {
    .heading(Heading(level: level, [text(words)]))
  }

  private func metadata(_ title: String = "Report", language: String = "en") -> Metadata {
    var metadata = Metadata()
    metadata.title = title
    metadata.language = Language(language)
    return metadata
  }

  // MARK: - Files

  @Test func `A file for each chapter, with its notes at its end`() throws {
    let notes = ["a", "b"].map { Note(id: $0, blocks: [paragraph(text("note \($0)"))]) }
    let document = Document(
      metadata: metadata(),
      blocks: [
        heading(1, "Report"), heading(2, "One"), paragraph(text("x"), .noteReference(NoteReference("b"))),
        heading(2, "Two"), paragraph(text("y"), .noteReference(NoteReference("a"))),
      ], notes: notes)
    let files = try publication(document).files
    #expect(try #require(files["EPUB/title.xhtml"]).contains("<h1 id=\"s1\">Report</h1>"))
    let one = try #require(files["EPUB/part-1.xhtml"])
    #expect(one.contains("note b") && !one.contains("note a"))
    #expect(one.contains("<title>One</title>"))
    #expect(one.contains("<section role=\"doc-endnotes\" epub:type=\"endnotes\""))
    #expect(try #require(files["EPUB/part-2.xhtml"]).contains("note a"))
    #expect(files["EPUB/part-3.xhtml"] == nil)
  }

  @Test func `Notes stand under the source's own heading for them`() throws {
    let document = Document(
      metadata: metadata(),
      blocks: [
        heading(1, "One"), paragraph(text("x"), .noteReference(NoteReference("a"))), heading(1, "Notes"),
      ], notes: [Note(id: "a", blocks: [paragraph(text("words"))])])
    let files = try publication(document).files
    let last = try #require(files["EPUB/part-2.xhtml"])
    #expect(last.contains("Notes</h1>") && last.contains("words"))
    #expect(try #require(files["EPUB/part-1.xhtml"]).contains("href=\"part-2.xhtml#note-1\""))
  }

  @Test func `Contents, print pages and landmarks lead where they say`() throws {
    let document = Document(
      metadata: metadata(),
      blocks: [
        .pageBreak(PageBreak(number: "7")), heading(1, "One"), heading(3, "Deep"), heading(1, "Two"),
        paragraph(text("a"), .pageBreak(PageBreak(number: "8")), text("b")),
      ])
    let files = try publication(document).files
    let navigation = try #require(files["EPUB/nav.xhtml"])
    #expect(navigation.contains(#"<a href="part-1.xhtml#s3">One</a>"#), "\(navigation)")
    #expect(navigation.contains(#"<a href="part-1.xhtml#page-7">7</a>"#))
    #expect(navigation.contains(#"<a href="part-2.xhtml#page-8">8</a>"#))
    #expect(navigation.contains(#"<a epub:type="bodymatter" href="part-1.xhtml">"#))
    #expect(try #require(files["EPUB/part-1.xhtml"]).contains("<h2 id=\"s4\">Deep</h2>"))
    let second = try #require(files["EPUB/part-2.xhtml"])
    let mark =
      #"a<span class="page-break" id="page-8" role="doc-pagebreak" epub:type="pagebreak" title="8"></span>b"#
    #expect(second.contains(mark), "\(second)")
  }

  @Test func `Numbers of print pages are shown when asked for`() throws {
    let document = Document(
      metadata: metadata(language: "cy"), blocks: [.pageBreak(PageBreak(number: "7")), paragraph(text("a"))])
    let files = try publication(document, options: EPUBOptions(pageNumbers: .shown)).files
    #expect(try #require(files["EPUB/part-1.xhtml"]).contains(">Tudalen 7</div>"))
  }

  // MARK: - Metadata

  @Test func `Nothing is claimed that is not so`() throws {
    let picture = Resource(name: "a.png", mediaType: "image/png", fileExtension: "png", bytes: [1])
    func package(_ alternative: TextAlternative, certifier: String? = nil) throws -> String {
      let document = Document(
        metadata: metadata(), blocks: [paragraph(.image(Image("a.png", alternative: alternative)))],
        resources: [picture])
      return try self.package(document, options: EPUBOptions(certifier: certifier))
    }
    let described = try package(.text("A bridge"))
    #expect(described.contains("alternativeText") && described.contains(">textual</meta>"))
    #expect(!described.contains("conformsTo") && !described.contains("pageNavigation"))
    let undescribed = try package(.missing, certifier: "Us")
    #expect(!undescribed.contains("alternativeText") && !undescribed.contains("conformsTo"))
    #expect(undescribed.contains("1 of 1 pictures have no alternative text"))
    #expect(!undescribed.contains(#"accessModeSufficient">textual<"#))
    let decorative = try package(.decorative)
    #expect(!decorative.contains("visual") && !decorative.contains("alternativeText"))
    #expect(try package(.text("A bridge"), certifier: "Us").contains("a11y:certifiedBy"))
  }

  @Test func `Identifiers are the source's, or made from the content`() throws {
    var own = metadata()
    own.identifier = "ISBN 978-0-00-000000-2"
    #expect(try package(Document(metadata: own, blocks: [])).contains(">urn:isbn:9780000000002<"))
    func identifier(_ words: String) throws -> Substring {
      let text = try package(Document(metadata: metadata(), blocks: [paragraph(text(words))]))
      return try #require(text.firstMatch(of: /urn:uuid:[-0-9a-f]+/)).0
    }
    #expect(try identifier("a") == identifier("a"))
    #expect(try identifier("a") != identifier("b"))
  }

  @Test(arguments: [
    ("urn:uuid:550e8400-e29b-41d4-a716-446655440000", "urn:uuid:550e8400-e29b-41d4-a716-446655440000"),
    // A digit too many, and no hexadecimal digit: EPUBCheck objects to both (OPF-085).
    ("urn:uuid:550e8400-e29b-41d4-a716-4466674412314", "550e8400-e29b-41d4-a716-4466674412314"),
    ("urn:uuid:none", "none"),
  ])
  func `What says that it is a UUID and is none does not say so`(given: String, written: String) throws {
    var own = Metadata()
    own.identifier = given
    let (files, log) = try publication(Document(metadata: own, blocks: []))
    #expect(files["EPUB/package.opf"]?.contains(">\(written)<") == true)
    #expect(log.count(code: "EPB-006") == (given == written ? 0 : 1))
  }

  @Test func `Options say what the source does not`() throws {
    let chosen = MetadataOptions(title: "T", authors: ["A", "B"], language: "ar", date: "2026-05-01")
    let text = try package(Document(blocks: []), options: EPUBOptions(metadata: chosen))
    #expect(text.contains("<dc:language>ar</dc:language>") && text.contains(">B</dc:creator>"))
    #expect(text.contains(#"page-progression-direction="rtl""#))
  }

  // MARK: - Pictures and what is said

  @Test func `Pictures are in the package once; those of other kinds are described`() throws {
    let resources = [
      Resource(name: "a.png", mediaType: "image/png", fileExtension: "png", bytes: [1]),
      Resource(name: "b.bmp", mediaType: "image/bmp", fileExtension: "bmp", bytes: [2]),
    ]
    let pictures = ["a.png", "a.png", "b.bmp", "c.png"].map {
      paragraph(.image(Image($0, alternative: .text("words of \($0)"))))
    }
    let (files, log) = try publication(
      Document(metadata: metadata(), blocks: pictures, resources: resources))
    #expect(files.keys.filter { $0.hasPrefix("EPUB/images/") } == ["EPUB/images/picture-1.png"])
    let page = try #require(files["EPUB/part-1.xhtml"])
    #expect(page.matches(of: /<img src="images\/picture-1.png"/).count == 2)
    #expect(page.contains("[Picture: words of b.bmp]"))
    #expect(log.diagnostics.map(\.code).sorted() == ["EPB-004", "HTC-002"])
  }

  @Test func `What an EPUB needs and nothing says is said`() throws {
    let (files, log) = try publication(Document(blocks: []))
    #expect(log.diagnostics.map(\.code).sorted() == ["EPB-001", "EPB-002"])
    #expect(try #require(files["EPUB/package.opf"]).contains(">Untitled<"))
  }

  // MARK: - Speech

  @Test func `What is said is an overlay in the order of the text`() throws {
    func sentence(_ id: String, _ words: String) -> Inline {
      .span(Span([text(words)], isSentence: true, info: NodeInfo(id: id)))
    }
    let utterances = ["u1", "u2"].enumerated().map { index, id in
      Utterance(
        id: id, kind: .sentence, text: "",
        clip: Clip(recording: 0, begin: index * 1_500, end: (index + 1) * 1_500))
    }
    var document = Document(
      metadata: metadata(), blocks: [paragraph(sentence("u1", "One."), text(" "), sentence("u2", "Two."))])
    document.narration = Narration(
      utterances: utterances,
      recordings: [Recording(name: "audio-001.mp3", bytes: [1], milliseconds: 3_000)], narrators: ["a voice"])
    let files = try publication(document).files
    let overlay = try #require(files["EPUB/overlay-2.smil"])
    #expect(overlay.contains(##"<text src="part-1.xhtml#u1"/>"##))
    #expect(overlay.contains(#"clipBegin="0:00:01.500" clipEnd="0:00:03.000""#))
    let package = try #require(files["EPUB/package.opf"])
    #expect(package.contains(#"media-overlay="overlay-2""#) && package.contains("synchronizedAudioText"))
    #expect(package.contains(#"<meta property="media:duration">0:00:03.000</meta>"#))
    #expect(files["EPUB/audio/audio-001.mp3"] != nil)
  }

  @Test func `What EPUB has no field for is kept`() throws {
    var document = Document(metadata: metadata(), blocks: [paragraph(text("a"))])
    document.metadata.contact = "formats@example.org"
    document.metadata.other = [
      MetadataField(name: "department", value: "Roads"), MetadataField(name: "Cover", value: "photo.jpg"),
    ]
    let package = try package(document)
    #expect(package.contains(#"<meta name="department" content="Roads"/>"#))
    #expect(package.contains(#"<meta name="source.cover" content="photo.jpg"/>"#))
    #expect(package.contains(#"<meta name="contact" content="formats@example.org"/>"#))
  }

  @Test func `A table too large for its cells to name their headings is said to be`() throws {
    let heads = (0..<2).map { _ in TableRow([TableCell([paragraph(text("h"))], heading: .column)]) }
    let rows = (0..<20_001).map { _ in TableRow([TableCell([paragraph(text("d"))])]) }
    func codes(_ rows: [TableRow]) throws -> [String] {
      let table = Table(columns: [TableColumn()], head: heads, bodies: [TableBody(rows)])
      let document = Document(metadata: metadata(), blocks: [.table(table)])
      return try publication(document).log.diagnostics.map(\.code)
    }
    #expect(try codes(rows) == ["HTC-009"])
    #expect(try codes(Array(rows.prefix(10))) == [])
  }

  @Test func `Upright letters and the document's own commands reach formulas`() throws {
    let document = Document(
      metadata: metadata(),
      blocks: [
        .mathematics(MathematicsBlock(Mathematics(tex: #"\newcommand{\dd}{\mathrm{d}} x"#))),
        paragraph(.mathematics(InlineMathematics(Mathematics(tex: #"\dd x \mathrm{max}"#)))),
      ])
    let (files, log) = try publication(document)
    let text = files.values.joined()
    #expect(text.contains(#"<mi mathvariant="normal">d</mi><mi>x</mi><mi>max</mi>"#))
    #expect(log.diagnostics.map(\.code) == [])
  }
}
