import Diagnostics
import DocumentModel
import Testing

@testable import Readers

@Suite("Web pages")
struct HTMLReaderTests {
  private func read(
    _ html: String, _ content: ReadingOptions.PageContent = .main
  ) throws -> (document: Document, log: DiagnosticLog) {
    var log = DiagnosticLog(source: "page.html")
    let document = try HTMLReader().read(
      Source(name: "page.html", bytes: Array(html.utf8)), options: ReadingOptions(pageContent: content),
      log: &log)
    return (document, log)
  }

  private let prose = String(
    repeating: "The council asked people what they need and wrote it down. ", count: 12)

  @Test("Metadata from the head")
  func metadata() throws {
    let page = try read(
      """
      <html lang=en-GB><head><title> A  report </title><meta name=author content=Ann><meta name=DC.creator content=Bea>
      <meta name=keywords content='one, two'><meta name=dcterms.issued content=2026-01-02><meta name=description content=D>
      <meta name=viewport content=x><meta name=reference content=R1><meta name=dc.publisher content=P></head><body lang=cy><h1>H</h1>
      """)
    let metadata = page.document.metadata
    #expect(metadata.title == "A report")
    #expect(metadata.authors == ["Ann", "Bea"])
    #expect(metadata.subjects == ["one", "two"])
    #expect(metadata.date == "2026-01-02")
    #expect(metadata.description == "D")
    #expect(metadata.publisher == "P")
    #expect(metadata.language?.tag == "cy")
    #expect(metadata.other == [MetadataField(name: "reference", value: "R1")])
    #expect(page.document.parts == ["page.html"])
    #expect(try read("<h1>Only <em>heading</em></h1>").document.metadata.title == "Only heading")
  }

  @Test("main is the content; what is left out is named; the page's heading and notes stay")
  func main() throws {
    let page = try read(
      """
      <header><a href=/>Home</a><h1>Title</h1></header><nav><a href=a>A</a> <a href=b>B</a></nav>
      <main><p>Text<a role=doc-noteref href='#n'>1</a></p><nav aria-label=Contents><a href='#x'>X</a></nav>
      <nav><a href=next>Next</a></nav></main>
      <p>Beside</p><footer>Foot <section role=doc-endnotes><p role=doc-footnote id=n>Note</p></section></footer>
      """)
    #expect(Outline.blocks(page.document.blocks) == "h1(Title) p(Textnote:n) p(link:#x[X])")
    #expect(page.document.notes.map(\.id) == ["n"])
    for words in ["Home", "A B", "Next"] {
      #expect(page.log.diagnostics.contains { $0.code == "HTML-030" && $0.message.contains("\"\(words)") })
    }
    for words in ["Beside", "Foot"] {
      #expect(page.log.diagnostics.contains { $0.code == "HTML-031" && $0.message.contains("\"\(words)") })
    }
    #expect(page.log.count(code: "HTML-030") == 3)
    #expect(page.log.count(code: "HTML-031") == 2)
    let whole = try read("<nav><a href=a>A</a></nav><main><p>Text</p></main>", .whole)
    #expect(Outline.blocks(whole.document.blocks) == "p(link:a[A]) p(Text)")
    #expect(whole.log.diagnostics.isEmpty)
  }

  @Test("A single article that holds the text is the content")
  func article() throws {
    let page = try read("<div class=side>Teaser</div><article><h2>T</h2><p>\(prose)</p></article>")
    #expect(Outline.blocks(page.document.blocks).hasPrefix("h2(T) p(The council"))
    #expect(page.log.count(code: "HTML-031") == 1)
  }

  @Test("Without either, only what is plainly no content goes")
  func dense() throws {
    let page = try read(
      """
      <div id=head><a href=1>One</a> <a href=2>Two</a> <a href=3>Three</a></div>
      <div id=page><p>Kept beside</p><div><h1>T</h1><p>\(prose)</p><div class=share-bar><a href=t>Tweet</a></div></div></div>
      <div class=cookie-notice>We use cookies <button>OK</button></div>
      """)
    let text = Outline.blocks(page.document.blocks)
    #expect(text.contains("Kept beside"))
    for words in ["Three", "Tweet", "cookies"] { #expect(!text.contains(words)) }
    #expect(page.log.count(code: "HTML-030") == 3)
  }

  @Test("A page with little text is kept whole")
  func short() throws {
    let page = try read("<nav>Menu</nav><p>Short</p><footer>Foot</footer>")
    #expect(Outline.blocks(page.document.blocks) == "p(Menu) p(Short) p(Foot)")
    #expect(page.log.diagnostics.isEmpty)
  }

  @Test("Positions are those of the file, whatever its line ends")
  func positions() throws {
    let page = try read("<!DOCTYPE html>\r\n<p>é</p>\r<p>b</p>")
    let ranges = page.document.blocks.map { $0.info.range?.start }
    #expect(ranges == [SourcePosition(line: 2, column: 1), SourcePosition(line: 3, column: 1)])
  }

  @Test("Markup that would take for ever is made flat or refused")
  func budget() throws {
    let deep = try read(String(repeating: "<div>", count: 50_000) + "KEEP <b>wo<i>r</i>d</b>")
    #expect(deep.log.count(code: "HTML-001") == 1)
    #expect(deep.document.blocks.first?.children.inlines.plainText == "KEEP word")
    func refusal(_ html: String) -> String? {
      do {
        _ = try read(html)
        return nil
      } catch {
        return (error as? ConversionFailure)?.diagnostic.code
      }
    }
    #expect(refusal("<p " + (0..<2_000).map { "a\($0) " }.joined() + ">x") == "HTML-032")
    let fonts = (0..<900).map { "<b class=c\($0)>" }.joined()
    #expect(refusal(fonts + String(repeating: "<p>x", count: 5_000)) == "HTML-033")
    #expect(refusal("<p><b>x</b></p><!-- <b><b> --><script>'<b>'</script>") == nil)
  }

  @Test("Empty input is said, and makes an empty document")
  func empty() throws {
    let page = try read("")
    #expect(page.document.blocks.isEmpty)
    #expect(page.log.diagnostics.map(\.code) == ["IN-007"])
  }
}
