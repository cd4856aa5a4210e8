import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel
import Foundation
import Readers
import TestSupport
import Testing
import XMLTree

@testable import Renderers

/// A proof holds every line of the braille, with its print, its place and what was said of it.
@Suite struct ProofSheetTests {
  private static let samples = ["council-report.md", "findings-summary.md", "technical-note.md"]

  private func sample(_ name: String) throws -> Document {
    let url = SharedData.packageRoot.appending(path: "Samples/\(name)")
    var log = DiagnosticLog()
    return try MarkdownReader().read(
      Source(name: name, bytes: Array(Data(contentsOf: url))), options: ReadingOptions(), log: &log)
  }

  private func options(_ profile: String, cells: Int? = nil) -> BrailleOptions {
    BrailleOptions(
      profile: profile, cells: cells, proofing: ProofingOptions(proof: .html), contents: .no)
  }

  private func sheet(
    _ document: Document, _ options: BrailleOptions, log: DiagnosticLog = DiagnosticLog(source: "report.md")
  ) throws -> ProofSheet {
    var log = log
    let pages = try BrailleRenderer(options: options).layOut(document, log: &log)
    return ProofSheet(
      pages: pages, title: document.metadata.title, language: document.metadata.language?.tag ?? "en",
      brailleLanguage: "en", facts: [], log: log)
  }

  @Test(arguments: samples, ["ukaaf", "bana"])
  func `Every line of every page is there, with its cells`(name: String, profile: String) throws {
    let sheet = try sheet(try sample(name), options(profile))
    let rows = sheet.tree.all("tbody").map { $0.all("tr") }
    let pages = sheet.pages.pages
    #expect(pages.count > 5)
    #expect(rows.count == pages.count)
    for (page, rows) in zip(pages, rows) {
      #expect(rows.count == sheet.pages.height)
      for (index, row) in rows.enumerated() {
        let expected = index < page.rows.count ? page.rows[index].line(width: sheet.pages.width) : []
        #expect(row.cell("cells")?.text == expected.unicodeBraille)
        #expect(row.cell("line")?.text == "\(index + 1)")
      }
    }
  }

  /// The lines of a block together are its print, and each stands in the proof beside its cells.
  @Test(arguments: samples, ["ukaaf", "bana"])
  func `The print of the whole document is there, in order`(name: String, profile: String) throws {
    for cells in [20, 40] {
      var log = DiagnosticLog()
      let document = try sample(name)
      let composition = try BrailleRenderer(options: options(profile, cells: cells)).compose(
        document, log: &log)
      var blocks: [TextBlock] = []
      var hasColumns = false
      for item in composition.flow + composition.footNotes.joined() {
        switch item {
        case .text(let block): blocks.append(block)
        case .row(let row):
          hasColumns = true
          for case .text(let block) in row.entries.map(\.content) { blocks.append(block) }
        case .rule, .printPage, .newPage: break
        }
      }
      var expected = String.UnicodeScalarView()
      for block in blocks { expected += block.print }
      let sheet = try sheet(document, options(profile, cells: cells))
      let shown = sheet.tree.all("bdi").map(\.text).joined()
      #expect(!shown.isEmpty)
      // A line ends between words or within one; what is compared are the characters.
      if hasColumns {
        // Lines of columns hold a piece of each entry, and headings are repeated.
        let found = Dictionary(grouping: shown.unicodeScalars) { $0 }.mapValues(\.count)
        for (scalar, count) in Dictionary(grouping: expected, by: { $0 }).mapValues(\.count)
        where !scalar.properties.isWhitespace {
          #expect(found[scalar, default: 0] >= count, "\(scalar)")
        }
      } else {
        #expect(shown.filter { !$0.isWhitespace } == String(expected).filter { !$0.isWhitespace })
      }
    }
  }

  /// Contents, volumes, the pages before the text: what coformat adds too.
  @Test(arguments: samples, ["ukaaf", "bana"])
  func `Every line with words has its print beside it, whoever says them`(name: String, profile: String)
    throws
  {
    var options = options(profile)
    options.contents = .yes
    options.frontMatter = .full
    options.maximumPages = 12
    let sheet = try sheet(try sample(name), options)
    let rows = sheet.pages.pages.flatMap(\.rows)
    for row in rows where row.kind == .text && row.cells.contains(where: { $0 != 0 }) {
      let goesOn = row.remarks(page: Page(number: 1, rows: []), line: 1) == ["goes on from the line above"]
      #expect(row.printWords != nil || goesOn, "\(row.cells.unicodeBraille)")
    }
    let added = rows.filter { $0.origin == .program }.compactMap(\.printWords)
    #expect(added.contains("Contents"))
    #expect(!added.contains { $0.contains("headings in the report") })
    let notes = sheet.tree.all("td").filter { $0.text.hasPrefix("Contents ") }
    #expect(notes.first?.text == "Contents [added by coformat]")
    #expect(notes.allSatisfy { $0.text.hasSuffix("[added by coformat]") })
  }

  @Test func `A line of contents has the words it shows of its heading, and its pages`() throws {
    let long = "A heading that is far too long to stand on only one line of the contents of a book"
    let blocks = [long, "Short"].flatMap { words in
      [Block.heading(Heading(level: 2, [.text(Text(words))])), SampleNodes.paragraph("Text")]
    }
    let document = Document(
      blocks: [.pageBreak(PageBreak(number: "5"))] + blocks)
    var options = options("ukaaf")
    options.contents = .yes
    options.contentsPages = .both
    let shown = try sheet(document, options).tree.all("bdi").map(\.text)
    let head = try #require(shown.firstIndex(of: "Print Braille"))
    let end = try #require(shown.firstIndex(of: "Short 5 1"))
    #expect(shown[(head + 1)..<end].joined(separator: " ") == long + " 5 1")
    #expect(end - head > 2)
  }

  @Test func `A line of a table in columns has the print of its entries, in order`() throws {
    func row(_ words: [String]) -> TableRow { TableRow(words.map { TableCell([SampleNodes.paragraph($0)]) }) }
    let table = Table(
      columns: [TableColumn(), TableColumn()], head: [row(["Place", "Open"])],
      bodies: [TableBody([row(["Upton", "yes"]), row(["Weston", "no"])])])
    var options = options("bana")
    options.tableLayout = .columns
    let shown = try sheet(Document(blocks: [.table(table)]), options).tree.all("bdi").map(\.text)
    #expect(shown.suffix(3) == ["Place | Open", "Upton | yes", "Weston | no"])
  }

  @Test(arguments: ["ukaaf", "bana"]) func `Every kind of node has its print beside it`(profile: String)
    throws
  {
    for (block, words) in SampleNodes.blocks {
      let shown = try sheet(SampleNodes.document(block), options(profile)).tree.all("bdi").map(\.text)
        .joined(separator: " ").lowercased()
      for word in words { #expect(shown.contains(word.lowercased()), "\(SampleNodes.kind(block)): \(word)") }
    }
  }

  @Test func `Rows without print say what they are`() throws {
    let document = Document(blocks: [
      SampleNodes.paragraph("Before"), .pageBreak(PageBreak(number: "12")), SampleNodes.paragraph("After"),
      .separator(Separator()), .aside(Aside(.sidebar, [SampleNodes.paragraph("Boxed")])),
    ])
    let remarks = try sheet(document, options("bana")).tree.all("span").map(\.text)
    #expect(remarks.contains("[print page 12 begins]"))
    #expect(remarks.contains("[box begins]"))
    #expect(remarks.contains("[box ends]"))
    #expect(remarks.contains("[braille page 1]"))
    var titled = document
    titled.metadata.title = "A Title"
    let heads = try sheet(titled, options("ukaaf")).tree.all("span").map(\.text)
    #expect(heads.contains("[print page 12; running head: a title; braille page 1]"))
  }

  // MARK: - Places and messages

  private func range(_ line: Int, _ start: Int, _ end: Int) -> SourceRange {
    SourceRange(SourcePosition(line: line, column: start), SourcePosition(line: line, column: end))
  }

  private var twoParagraphs: Document {
    Document(blocks: [
      .paragraph(Paragraph([.text(Text("First", info: NodeInfo(range: range(1, 1, 6))))])),
      .paragraph(Paragraph([.text(Text("Second", info: NodeInfo(range: range(3, 1, 7))))])),
    ])
  }

  @Test func `Each row shows its place in the source, in text and on hovering`() throws {
    let rows = try sheet(twoParagraphs, options("ukaaf")).tree.all("tr").filter { $0.cell("cells") != nil }
    let second = try #require(rows.first { $0.all("bdi").first?.text == "Second" })
    #expect(second.cell("source")?.text == "3:1")
    #expect(second.attributes.contains(XMLAttribute("title", "report.md, line 3, columns 1 to 6")))
  }

  @Test func `A message stands at the line it is about and is listed with a link to it`() throws {
    var log = DiagnosticLog(source: "report.md")
    log.report(Diagnostic("TST-001", .warning, "about the second", hint: "do this", at: range(3, 2, 4)))
    log.report(Diagnostic("TST-002", .note, "about what is not shown", at: range(2, 1, 2)))
    log.report(Diagnostic("TST-003", .error, "about the whole"))
    log.report(Diagnostic("TST-004", .note, "about what follows", at: range(9, 1, 2)))
    let tree = try sheet(twoParagraphs, options("ukaaf"), log: log).tree
    let items = tree.all("li").map(\.text)
    #expect(items.count == 4)
    #expect(items[0] == "Warning TST-001: about the second (do this) Go to braille page 1, line 3")
    #expect(items[2] == "Error TST-003: about the whole")
    let second = try #require(tree.all("tr").first { $0.all("bdi").first?.text == "Second" })
    #expect(second.all("div").map(\.text).count == 3)
    let targets = Set(tree.all("a").compactMap { $0.attribute("href")?.dropFirst() })
    let ids = Set(tree.everything.compactMap { $0.attribute("id")?[...] })
    #expect(targets.isSubset(of: ids))
    #expect(ids.contains("page1line3"))
  }

  @Test func `Messages that are only counted are counted here too`() throws {
    var log = DiagnosticLog(source: "report.md")
    for _ in 0..<1_005 { log.report(Diagnostic("TST-001", .note, "again", at: range(1, 1, 2))) }
    let tree = try sheet(twoParagraphs, options("ukaaf"), log: log).tree
    #expect(tree.all("h2").first?.text == "Messages: 1005")
    #expect(tree.all("li").last?.text == "5 more of TST-001 are not listed.")
  }

  // MARK: - Volumes

  @Test func `Volumes and preliminary pages are told apart`() throws {
    let page = Page(number: 1, rows: [Row([1], range: range(1, 1, 2), print: "a")])
    var later = page
    later.rows[0].range = range(5, 1, 2)
    let pages = BraillePages(
      width: 12, height: 2,
      volumes: [
        Volume(sections: [Section(kind: .preliminary, pages: [page]), Section(pages: [page])]),
        Volume(sections: [Section(pages: [later])]),
      ])
    var log = DiagnosticLog()
    log.report(Diagnostic("TST-001", .note, "late", at: range(5, 1, 2)))
    let tree = ProofSheet(
      pages: pages, title: nil, language: "en", brailleLanguage: "en", facts: ["Made"], log: log
    ).tree
    #expect(tree.all("h1").map(\.text) == ["Braille proof of a document"])
    #expect(tree.all("h2").map(\.text) == ["Messages: 1", "Volume 1 of 2: 2 pages", "Volume 2 of 2: 1 page"])
    #expect(
      tree.all("h3").map(\.text)
        == ["Braille page 1 of the preliminary pages", "Braille page 1", "Braille page 1"])
    // The page the message is on is the third, whatever its number.
    #expect(tree.all("a").last?.attribute("href") == "#page3line1")
    #expect(tree.all("tr").filter { $0.attribute("id") == "page3line1" }.count == 1)
    #expect(tree.all("a").last?.text == "Go to volume 2, braille page 1, line 1")
  }

  // MARK: - As a file

  @Test func `Whatever the text holds is text in the file`() throws {
    let hostile = "<script>alert(1)</script> \u{202E}&amp; \u{0}"
    var document = Document(blocks: [SampleNodes.paragraph(hostile)])
    document.metadata.title = "</title><b>"
    let text = String(decoding: try sheet(document, options("ukaaf")).bytes, as: UTF8.self)
    #expect(!text.contains("<script"))
    #expect(text.contains("&lt;script&gt;"))
    #expect(text.contains("<title>Braille proof of &lt;/title&gt;&lt;b&gt;</title>"))
  }

  @Test func `The file needs nothing besides itself`() throws {
    let text = String(
      decoding: try sheet(try sample("technical-note.md"), options("ukaaf")).bytes, as: UTF8.self)
    #expect(!text.contains("url(http"))
    #expect(!text.contains("<link"))
    #expect(!text.contains("src=\""))
    #expect(!text.contains("<script"))
  }

  @Test(arguments: [
    ("en", "en-Brai"), ("en-GB", "en-Brai-GB"), ("pa-Arab", "pa-Brai"), ("zh-Hant-TW", "zh-Brai-TW"),
    ("", "und-Brai"),
  ])
  func `Cells have the tag of braille in their language`(language: String, tag: String) {
    #expect(BrailleTag.of(language) == tag)
  }

  @Test func `Print in another language says so`() throws {
    var document = twoParagraphs
    document.metadata.language = Language("cy")
    let sheet = try sheet(document, options("ukaaf"))
    #expect(sheet.tree.all("bdi").allSatisfy { $0.attribute("lang") == "cy" })
    #expect(sheet.tree.attribute("lang") == "en")
  }

  @Test func `Nothing is kept when no proof is asked for`() throws {
    var log = DiagnosticLog()
    let pages = try BrailleRenderer().layOut(twoParagraphs, log: &log)
    #expect(pages.pages.flatMap(\.rows).filter { $0.kind == .text }.allSatisfy { $0.print.isEmpty })
  }
}

extension XMLElement {
  /// The element and all elements below it, in document order.
  var everything: [XMLElement] {
    var found = [self]
    for case .element(let child) in children { found += child.everything }
    return found
  }

  /// All elements of a name below this one.
  func all(_ name: String) -> [XMLElement] { everything.dropFirst().filter { $0.name == name } }

  func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The cell of a row that has a class.
  func cell(_ name: String) -> XMLElement? { all("td").first { $0.attribute("class") == name } }

  /// All text below.
  var text: String {
    children.map { node in
      switch node {
      case .element(let child): child.text
      case .text(let text): text
      }
    }.joined()
  }
}
