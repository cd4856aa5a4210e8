import Diagnostics
import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Renderers

/// The page of large print, as far as it can be checked without a browser.
@Suite struct LargePrintPageTests {
  private func page(
    _ document: Document, _ options: LargePrintOptions = LargePrintOptions()
  ) throws -> (markup: PageMarkup, text: String) {
    var log = DiagnosticLog(source: "t.md")
    let rendition = try LargePrintRenderer(options: options).render(document, log: &log)
    let bytes = rendition.artifacts[0].bytes
    return (PageMarkup(bytes), String(decoding: bytes, as: UTF8.self))
  }

  private var document: Document {
    var document = Document(
      blocks: [
        .heading(Heading(level: 1, [.text(Text("Title"))])),
        .heading(Heading(level: 3, [.text(Text("Deep"))], info: range(2))),
        .paragraph(
          Paragraph([
            .text(Text("See ")), .link(Link("https://example.org/a", [.text(Text("the site"))])),
            .noteReference(NoteReference("n")), .styled(Styled(.emphasis, [.text(Text("really"))])),
            .link(Link("javascript:alert(1)", [.text(Text("bad"))])),
          ])),
        .heading(Heading(level: 1, [.text(Text("Second"))], info: range(4))),
        .pageBreak(PageBreak(number: "7")),
        .heading(Heading(level: 2, [.text(Text("Third"))], info: range(5))),
      ], notes: [Note(id: "n", blocks: [.paragraph(Paragraph([.text(Text("The note."))]))])])
    document.metadata.language = Language("en-GB")
    return document
  }

  private func range(_ line: Int) -> NodeInfo {
    NodeInfo(range: SourceRange(SourcePosition(line: line, column: 1), SourcePosition(line: line, column: 5)))
  }

  @Test("There is one heading of the first level, and no level is passed over")
  func headings() throws {
    let levels = try page(document).markup.tags.compactMap { tag in
      tag.name.count == 2 && tag.name.hasPrefix("h") ? Int(tag.name.dropFirst()) : nil
    }
    #expect(levels.filter { $0 == 1 }.count == 1 && levels[0] == 1)
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
  }

  @Test("Links within the page have ends, and no name is there twice")
  func links() throws {
    let tags = try page(document).markup.tags
    let ids = tags.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for tag in tags {
      guard let href = tag.attributes["href"], href.hasPrefix("#") else { continue }
      #expect(ids.contains(String(href.dropFirst())), "\(href)")
    }
  }

  @Test("Nothing runs and nothing is fetched")
  func safety() throws {
    let (markup, text) = try page(document)
    #expect(
      !markup.tags.contains { ["script", "iframe", "object", "embed", "base", "form"].contains($0.name) })
    #expect(!text.contains("javascript:"))
    for tag in markup.tags {
      #expect(!tag.attributes.keys.contains { $0.hasPrefix("on") })
      if ["img", "link"].contains(tag.name) {
        #expect((tag.attributes["src"] ?? tag.attributes["href"] ?? "").hasPrefix("data:"))
      }
    }
  }

  @Test("A formula wider than the page is a line of text on paper, and others are formulas everywhere")
  func wideFormulas() throws {
    func page(_ tex: String) throws -> PageMarkup {
      try self.page(
        Document(blocks: [.mathematics(MathematicsBlock(Mathematics(tex: tex, mathML: nil)))])
      ).markup
    }
    let terms = (1...20).map { "x_{\($0)}" }.joined(separator: " + ")
    let classes = try page(terms).tags.compactMap { $0.attributes["class"] }
    #expect(classes.contains("formula paper-only") && classes.contains("screen-only"))
    let short = try page("a + b").tags
    #expect(short.contains { $0.name == "math" })
    #expect(!short.contains { $0.attributes["class"] == "formula paper-only" })
  }

  @Test("What may be wider than a telephone is scrolled by itself, except in a link; short formulas are not")
  func narrowScreens() throws {
    func classes(_ inlines: [Inline]) throws -> [String] {
      try page(Document(blocks: [.paragraph(Paragraph(inlines))])).markup.tags.compactMap {
        $0.attributes["class"]
      }
    }
    let wide = Inline.mathematics(InlineMathematics(Mathematics(tex: "a+b+c+d+e+f=g+h+i", mathML: nil)))
    #expect(try classes([wide]).contains("wide"))
    #expect(try !classes([.link(Link("https://example.org", [wide]))]).contains("wide"))
    #expect(
      try !classes([.mathematics(InlineMathematics(Mathematics(tex: "a+b", mathML: nil)))]).contains("wide"))
  }

  @Test("A heading that is a formula has a name; what no heading opens is no section")
  func outline() throws {
    let formula = Inline.mathematics(InlineMathematics(Mathematics(tex: "F_1", mathML: nil)))
    let tags = try page(
      Document(blocks: [
        .heading(Heading(level: 1, [.text(Text("Title"))])),
        .heading(Heading(level: 2, [formula], info: range(2))),
        .paragraph(Paragraph([formula])),
      ])
    ).markup.tags
    // The Nu checker takes a name of the heading itself for a misuse.
    #expect(tags.allSatisfy { $0.name != "h2" || $0.attributes["aria-label"] == nil })
    let named = tags.filter { $0.attributes["role"] == "math" }
    #expect(named.count == 1 && named[0].name == "span" && named[0].attributes["aria-label"] == "F_1")
    let epigraph = Division([.paragraph(Paragraph([.text(Text("Nam Sibyllam quidem."))]))], role: "epigraph")
    let tag = try page(Document(blocks: [.division(epigraph)])).markup.tags.first {
      $0.attributes["role"] == "doc-epigraph"
    }
    #expect(tag?.name == "div")
  }

  @Test("In a column a line may end after a stroke, elsewhere only in words as long as a line")
  func strokes() {
    let word = "keystore/certificates"
    #expect(TextRefinement.parted(word).count == 1)
    #expect(TextRefinement.parted(word, isInTable: true).count == 3)
    #expect(TextRefinement.parted("and/or", isInTable: true).count == 1)
    guard case .text(let start)? = TextRefinement.parted("https://example.org/reports/2026-01.html").first
    else { Issue.record("an address begins with its scheme"); return }
    #expect(start == "https://")
  }

  @Test("What stands beside the text is a note, and no landmark without a name")
  func asides() throws {
    let aside = Block.aside(Aside(.sidebar, [.paragraph(Paragraph([.text(Text("Beside"))]))]))
    let tags = try page(Document(blocks: [aside, aside])).markup.tags.filter { $0.name == "aside" }
    #expect(tags.count == 2 && tags.allSatisfy { $0.attributes["role"] == "note" })
  }

  @Test("The mark of a note is words, links lead both ways, addresses are there for paper")
  func notes() throws {
    let (markup, text) = try page(document)
    #expect(text.contains(">note 1</a>]"))
    #expect(markup.tags.contains { $0.attributes["role"] == "doc-backlink" })
    #expect(markup.tags.contains { $0.attributes["data-address"] == "https://example.org/a" })
    #expect(text.contains("Print page 7"))
  }

  @Test("Sizes: the screen's follow the reader's, the paper's are points, in every size and profile")
  func sizes() throws {
    for profile in LargePrintProfile.all {
      for size in LargePrintOptions.Size.allCases {
        let (_, text) = try page(document, LargePrintOptions(profile: profile.name, size: size))
        #expect(text.contains("html { font-size: \(size.points)pt; }"))
        for match in text.matches(of: /font-size: ([0-9.]+)(rem|em|%)/) {
          let value = Double(match.output.1) ?? 0
          #expect(match.output.2 == "%" ? value >= 133 : value >= 1)
        }
      }
    }
  }

  @Test("The profiles that are listed are those in the data, each with its sources")
  func profiles() {
    #expect(LargePrintProfile.all.map(\.name) == LargePrintProfile.names + ["easy-read"])
    for profile in LargePrintProfile.all {
      #expect(profile.headings.count == 6 && profile.headings.allSatisfy { $0 >= 1 })
      #expect(!profile.sources.isEmpty && profile.size >= 16)
    }
  }

  @Test("For PDF, items of blocks have their marks written out, and marks of notes stay with words")
  func itemsForPDF() throws {
    struct Engine: PaperEngine {
      func pdf(of html: [UInt8]) throws(ConversionFailure) -> [UInt8] { html }
    }
    var document = self.document
    document.metadata.contact = "Services, 01632 960140"
    let bsl = Abbreviation([.text(Text("BSL"))], expansion: "British Sign Language")
    document.blocks.append(
      .paragraph(
        Paragraph([
          .abbreviation(bsl), .abbreviation(bsl),
          .text(Text("Now till May 2026")), .noteReference(NoteReference("n")), .text(Text(". Then")),
        ])))
    document.blocks.append(
      .list(
        List(
          .numbered(start: 3, style: .lowerLetter, delimiter: .period),
          [ListItem([.paragraph(Paragraph([.text(Text("x"))])), .code(CodeBlock("y"))])])))
    document.blocks.append(
      .paragraph(
        Paragraph([.link(Link("https://example.org/", [.styled(Styled(.strong, [.text(Text("z"))]))]))])))
    var log = DiagnosticLog()
    let renderer = LargePrintRenderer(options: LargePrintOptions(fileType: .pdf), paper: Engine())
    let text = String(decoding: try renderer.render(document, log: &log).artifacts[0].bytes, as: UTF8.self)
    #expect(text.contains("data-mark=\"c.\""))
    #expect(text.contains("<strong><a href=\"https://example.org/\""))
    // The word before the mark of a note, the mark, and what follows it are on one line.
    #expect(text.contains(/See <a[^>]*>the site<\/a>&nbsp;<span class="note-reference"/))
    let kept = /till <span class="kept">May&nbsp;2026&nbsp;<span class="note-.*<\/span>\.<\/span> Then/
    #expect(text.contains(kept))
    // What an abbreviation is short for is printed where it is first met.
    #expect(text.matches(of: /<abbr [^>]*class="first"[^>]*>BSL/).count == 1)
    #expect(text.contains("abbr.first::after"))
    #expect(text.contains("01632&nbsp;960140"))
    #expect(text.contains("target-counter(attr(href), page)"))
    #expect(!text.contains("class=\"panel\""))
    #expect(!log.diagnostics.contains { $0.code == "LPR-028" })
    let titled = Link("https://example.org/", title: "Opens on Monday", [.text(Text("z"))])
    document.blocks.append(.paragraph(Paragraph([.link(titled)])))
    _ = try renderer.render(document, log: &log)
    #expect(log.diagnostics.contains { $0.code == "LPR-028" })
  }

  @Test("A value cannot end a style sheet or a string in it")
  func styleStrings() {
    #expect("a\"b</style>\n".asStyleString == "\"a\\22 b\\3c /style\\3e  \"")
  }

  private func codes(drawing: String?, words: TextAlternative) throws -> [Diagnostic] {
    let picture = Inline.image(Image("p", alternative: words))
    var document = Document(
      blocks: [
        .heading(Heading(level: 1, [.text(Text("Title"))])), .paragraph(Paragraph([picture, picture])),
      ]
    )
    document.metadata.language = .english
    document.resources = [
      drawing.map {
        Resource(name: "p", mediaType: "image/svg+xml", fileExtension: "svg", bytes: Array($0.utf8))
      }
        ?? Resource(
          name: "p", mediaType: "image/png", fileExtension: "png", bytes: [0x89],
          size: PixelSize(width: 2_000, height: 1_000))
    ]
    var log = DiagnosticLog(source: "t.md")
    _ = try LargePrintRenderer().render(document, log: &log)
    return log.diagnostics.filter { ["LPR-023", "LPR-024"].contains($0.code) }
  }

  @Test("Words of a drawing that print smaller than the text are said, once a drawing, with their size")
  func smallWordsInDrawing() throws {
    func svg(_ size: String) -> String {
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 100"><text font-size="\#(size)">A</text></svg>"#
    }
    let said = try codes(drawing: svg("12"), words: .text("A chart"))
    #expect(said.map(\.code) == ["LPR-023"])
    #expect(said.first?.message.contains("under the 18") == true)
    #expect(try codes(drawing: svg("200"), words: .text("A chart")).isEmpty)
    #expect(try codes(drawing: svg("12"), words: .decorative).isEmpty)
    #expect(try codes(drawing: "<svg><path/></svg>", words: .text("A chart")).isEmpty)
  }

  @Test("Pictures in dots may have words that do not grow, which is said once for all")
  func wordsInPictures() throws {
    let said = try codes(drawing: nil, words: .text("A chart"))
    #expect(said.map(\.code) == ["LPR-024"])
    #expect(said.first?.message.contains("1 picture may") == true)
    #expect(try codes(drawing: nil, words: .decorative).isEmpty)
  }
}
