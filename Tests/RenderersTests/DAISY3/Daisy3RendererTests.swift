import Diagnostics
import DocumentModel
import Renderers
import TestSupport
import Testing

/// A document as a DAISY 3 book.
@Suite struct Daisy3RendererTests {
  private func files(_ document: Document, _ options: DaisyOptions = DaisyOptions()) throws -> [String:
    String]
  {
    var log = DiagnosticLog()
    let rendition = try Daisy3Renderer(options: options).render(document, log: &log)
    return Dictionary(
      uniqueKeysWithValues: rendition.artifacts.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  /// A document with a title, two headings, a page, a note and a picture.
  static var report: Document {
    var document = Document(
      blocks: [
        .heading(Heading(level: 1, [SampleNodes.text("One")])),
        .paragraph(
          Paragraph([
            SampleNodes.text("Words"), .noteReference(NoteReference("n")), .pageBreak(PageBreak(number: "7")),
            SampleNodes.text("more"),
          ])),
        .heading(Heading(level: 2, [SampleNodes.text("Two")])),
        .list(List(.bulleted, [ListItem([SampleNodes.paragraph("item")])])),
        .paragraph(Paragraph([.image(Image("p.png", alternative: .text("A picture")))])),
      ], notes: [Note(id: "n", blocks: [SampleNodes.paragraph("The note.")])])
    document.metadata.title = "Report"
    document.metadata.authors = ["A. Author"]
    document.metadata.publisher = "Us"
    document.metadata.language = Language("cy")
    document.resources = [
      Resource(
        name: "p.png", mediaType: "image/png", fileExtension: "png", bytes: [1, 2, 3],
        size: PixelSize(width: 4, height: 5))
    ]
    return document
  }

  @Test func theFilesAreFlatAndShort() throws {
    let names = try files(Self.report).keys.sorted()
    #expect(
      names == [
        "book.xml", "image1.png", "navigation.ncx", "package.opf", "resources.res", "s0001.smil",
        "s0002.smil",
      ])
  }

  @Test func theTitleIsTheFirstPlaceToGo() throws {
    let navigation = try #require(try files(Self.report)["navigation.ncx"])
    let labels = navigation.matches(of: /playOrder="(\d+)">\s*<navLabel>\s*<text>([^<]*)/).map {
      "\($0.output.1) \($0.output.2)"
    }
    #expect(labels.prefix(3) == ["1 Report", "2 One", "5 Two"], "\(labels)")
    #expect(labels.contains("3 7") || labels.contains("4 7"))
    #expect(navigation.contains(#"<meta name="dtb:depth" content="2"/>"#))
    #expect(navigation.contains(#"<meta name="dtb:maxPageNumber" content="7"/>"#))
  }

  @Test func whatHasNoHeadingIsReadAfterTheTitle() throws {
    var document = Self.report
    document.blocks.insert(SampleNodes.paragraph("before"), at: 0)
    let files = try files(document)
    #expect(files.keys.filter { $0.hasSuffix(".smil") }.sorted() == ["s0001.smil", "s0002.smil"])
    #expect(files["book.xml"]?.firstMatch(of: /smilref="s0001[^"]*">before/) != nil)
  }

  @Test func everyReferenceOfTheTextLeadsToAStep() throws {
    let files = try files(Self.report)
    let text = try #require(files["book.xml"])
    let references = text.matches(of: /smilref="([^#"]+)#([^"]+)"/)
    #expect(references.count > 8)
    for reference in references {
      #expect(files[String(reference.output.1)]?.contains("id=\"\(reference.output.2)\"") == true)
    }
    for (name, smil) in files where name.hasSuffix(".smil") {
      for source in smil.matches(of: /<text src="book.xml#([^"]+)"/) {
        #expect(text.contains("id=\"\(source.output.1)\""))
      }
    }
  }

  @Test func marksOfNotesLeadToNotesAndMayBeLeftOut() throws {
    let smil = try #require(try files(Self.report)["s0002.smil"])
    #expect(smil.contains(#"class="noteref" customTest="noteref">"#), "\(smil)")
    let link = try #require(smil.firstMatch(of: /<a href="#([^"]+)">/)).output.1
    #expect(smil.contains("<seq id=\"\(link)\" class=\"note\" customTest=\"note\" end=\"DTBuserEscape;"))
  }

  @Test func namesOfStructuresAreInTheBooksLanguage() throws {
    let resources = try #require(try files(Self.report)["resources.res"])
    #expect(resources.contains(#"<resource xml:lang="cy">"#))
    #expect(resources.contains("<text>Rhestr</text>"))
    #expect(resources.contains("<text>List</text>"))
  }

  @Test func identifiersAreOfTheContent() throws {
    func identifier(_ document: Document, _ options: DaisyOptions = DaisyOptions()) throws -> String {
      let package = try #require(try files(document, options)["package.opf"])
      return String(try #require(package.firstMatch(of: /id="uid">([^<]+)</)).output.1)
    }
    var other = Self.report
    other.blocks.append(SampleNodes.paragraph("end"))
    #expect(try identifier(Self.report) == identifier(Self.report))
    #expect(try identifier(Self.report) != identifier(other))
    #expect(
      try identifier(Self.report, DaisyOptions(metadata: MetadataOptions(identifier: "abc-1"))) == "abc-1")
  }

  /// Sound as a narration gives it: a clip for each sentence, in order.
  @Test func clipsOfANarrationAreInTheTimeline() throws {
    var document = Self.report
    let first = Inline.span(Span([SampleNodes.text("One.")], isSentence: true, info: NodeInfo(id: "s1")))
    let second = Inline.span(Span([SampleNodes.text("Two.")], isSentence: true, info: NodeInfo(id: "s2")))
    document.blocks = [
      .heading(Heading(level: 1, [SampleNodes.text("Head")])),
      .paragraph(Paragraph([first, SampleNodes.text(" "), second])),
    ]
    document.notes = []
    document.narration = Narration(
      utterances: [
        Utterance(id: "t", kind: .title, text: "Report", clip: Clip(recording: 0, begin: 0, end: 700)),
        Utterance(id: "a", kind: .author, text: "A. Author", clip: Clip(recording: 0, begin: 700, end: 1200)),
        Utterance(id: "s1", kind: .sentence, text: "One.", clip: Clip(recording: 1, begin: 0, end: 1500)),
        Utterance(
          id: "s2", kind: .sentence, text: "Two.", clip: Clip(recording: 1, begin: 1500, end: 63_456)),
      ],
      recordings: [
        Recording(name: "a1.mp3", bytes: [1], milliseconds: 1200),
        Recording(name: "a2.mp3", bytes: [2], milliseconds: 63_456),
      ], narrators: ["espeak-ng, cy"])
    let files = try files(document)
    let title = try #require(files["s0001.smil"]), text = try #require(files["s0002.smil"])
    #expect(
      title.contains(#"<audio src="a1.mp3" clipBegin="0:00:00.000" clipEnd="0:00:00.700"/>"#), "\(title)")
    #expect(text.contains(#"<audio src="a2.mp3" clipBegin="0:00:01.500" clipEnd="0:01:03.456"/>"#), "\(text)")
    #expect(text.contains(#"name="dtb:totalElapsedTime" content="0:00:01.200""#))
    let package = try #require(files["package.opf"])
    #expect(package.contains(#"name="dtb:multimediaType" content="audioFullText""#))
    #expect(package.contains(#"name="dtb:totalTime" content="0:01:04.656""#))
    #expect(package.contains(#"href="a2.mp3" media-type="audio/mpeg""#))
  }
}
