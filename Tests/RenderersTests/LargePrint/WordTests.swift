import Diagnostics
import DocumentModel
import Foundation
import TestSupport
import Testing
import XMLTree

@testable import Renderers

/// Large print for Word, as far as it can be checked without a word processor.
@Suite struct LargePrintWordTests {
  private struct Package {
    var parts: [String: String] = [:]
    var paths: [String] = []
    var codes: [String] = []

    subscript(path: String) -> String { parts[path] ?? "" }
  }

  private func package(
    _ document: Document, _ options: LargePrintOptions = LargePrintOptions(fileType: .docx)
  ) throws -> Package {
    var log = DiagnosticLog(source: "t.md")
    let rendition = try LargePrintRenderer(options: options).render(document, log: &log)
    var package = Package()
    for artifact in rendition.artifacts {
      package.paths.append(artifact.path)
      package.parts[artifact.path] = String(decoding: artifact.bytes, as: UTF8.self)
    }
    package.codes = log.diagnostics.map(\.code)
    return package
  }

  private func range(_ line: Int) -> SourceRange {
    SourceRange(SourcePosition(line: line, column: 1), SourcePosition(line: line, column: 5))
  }

  private func words(_ text: String) -> [Inline] { [.text(Text(text))] }
  private func paragraph(_ text: String) -> Block { .paragraph(Paragraph(words(text))) }
  private func row(_ cells: [String]) -> TableRow { TableRow(cells.map { TableCell([paragraph($0)]) }) }

  private var document: Document {
    func heading(_ level: Int, _ text: String, _ line: Int) -> Block {
      .heading(Heading(level: level, words(text), info: NodeInfo(range: range(line), id: "h\(line)")))
    }
    let picture = Inline.image(Image("p.png", alternative: .text("A quay at dusk")))
    var table = Table(
      columns: [TableColumn(), TableColumn()], head: [row(["Place", "Boats"])],
      bodies: [TableBody([row(["Quay", "12"]), row(["Pier", "7"])])])
    table.caption = [paragraph("Boats by place")]
    var document = Document(
      blocks: [
        .heading(Heading(level: 1, words("Harbour"))), heading(2, "First", 2),
        .paragraph(
          Paragraph(
            words("Plain ") + [
              .styled(Styled(.emphasis, words("stressed"))),
              .span(Span(words("bonjour"), info: NodeInfo(language: Language("fr")))),
              .styled(Styled(.superscript, words("2"))), .noteReference(NoteReference("n")),
              .link(Link("https://example.org/a", words("the site"))),
              .crossReference(CrossReference("h9", words("see last"))),
            ])),
        .list(
          List(
            .numbered(start: 3, style: .lowerLetter, delimiter: .period),
            [
              ListItem([paragraph("one")]),
              ListItem([paragraph("two"), .list(List(.bulleted, [ListItem([paragraph("inner")])]))]),
            ])),
        heading(4, "Deeper", 5), .table(table), .paragraph(Paragraph([picture])),
        .pageBreak(PageBreak(number: "7")), heading(2, "Last", 9), paragraph("The end."),
      ], notes: [Note(id: "n", blocks: [paragraph("The note.")])])
    document.metadata.language = Language("en-GB")
    document.metadata.authors = ["A. Writer"]
    document.resources = [
      Resource(
        name: "p.png", mediaType: "image/png", fileExtension: "png", bytes: [0x89, 0x50],
        size: PixelSize(width: 900, height: 600))
    ]
    return document
  }

  private func values(_ pattern: Regex<(Substring, Substring)>, in text: String) -> [String] {
    text.matches(of: pattern).map { String($0.output.1) }
  }

  @Test("Every part is listed and there, every relationship leads to one, and all is well-formed")
  func parts() throws {
    let package = try package(document)
    #expect(package.paths.first == "[Content_Types].xml")
    #expect(Set(package.paths).count == package.paths.count)
    for (path, text) in package.parts where path.hasSuffix(".xml") || path.hasSuffix(".rels") {
      #expect(throws: Never.self) { try XMLEvents.read(Array(text.utf8)) { _ in } }
    }
    for part in values(/PartName="\/([^"]*)"/, in: package["[Content_Types].xml"]) {
      #expect(package.paths.contains(part), "\(part)")
    }
    let relations = package["word/_rels/document.xml.rels"]
    for relation in relations.split(separator: "<Relationship ").dropFirst()
    where !relation.contains("External") {
      let target = try #require(values(/Target="([^"]*)"/, in: String(relation)).first)
      #expect(package.paths.contains("word/" + target), "\(target)")
    }
    let ids = Set(values(/\ Id="([^"]*)"/, in: relations))
    for id in values(/r:(?:id|embed)="([^"]*)"/, in: package["word/document.xml"]) {
      #expect(ids.contains(id), "\(id)")
    }
  }

  @Test(
    "Every style that is used is defined, and no letter is smaller than was asked for", arguments: [18, 24])
  func styles(points: Int) throws {
    let options = LargePrintOptions(fileType: .docx, size: .init(rawValue: "\(points)"))
    let package = try package(document, options)
    let defined = Set(values(/w:styleId="([^"]*)"/, in: package["word/styles.xml"]))
    let used = values(/<w:[prb]Style w:val="([^"]*)"/, in: package["word/document.xml"])
    #expect(used.count > 10)
    for style in used { #expect(defined.contains(style), "\(style)") }
    for (path, text) in package.parts {
      for size in values(/<w:szC?s? w:val="([^"]*)"/, in: text) {
        #expect(Int(size)! >= points * 2, "\(path): \(size)")
      }
      #expect(!text.contains("<w:i/>") && !text.contains("<w:caps") && !text.contains("w:vertAlign"))
      #expect(!text.contains("w:val=\"both\""))
    }
  }

  @Test("Headings are headings and no level is passed over; the title is the document's")
  func headings() throws {
    let package = try package(document)
    let levels = values(/<w:pStyle w:val="Heading(\d)"/, in: package["word/document.xml"]).compactMap {
      Int($0)
    }
    #expect(levels == [1, 2, 1, 1], "the third is of the notes, after the last")
    let body = package["word/document.xml"]
    #expect(body.firstRange(of: "w:val=\"Title\"") != nil)
    #expect(package["docProps/core.xml"].contains("<dc:title>Harbour</dc:title>"))
    #expect(package["docProps/core.xml"].contains("<dc:language>en-GB</dc:language>"))
    #expect(package["docProps/core.xml"].contains("A. Writer"))
  }

  @Test("Lists are counted by Word, each from its own start")
  func lists() throws {
    let package = try package(document)
    let used = Set(values(/<w:numId w:val="(\d+)"/, in: package["word/document.xml"]))
    let defined = Set(values(/<w:num w:numId="(\d+)"/, in: package["word/numbering.xml"]))
    #expect(used.count == 2 && used.isSubset(of: defined))
    let numbering = package["word/numbering.xml"]
    #expect(numbering.contains("w:val=\"lowerLetter\"") && numbering.contains("w:val=\"bullet\""))
    #expect(numbering.contains("<w:start w:val=\"3\"/>"))
  }

  @Test("Rows of headings are repeated, tables have a title, pictures a description")
  func tablesAndPictures() throws {
    let body = try package(document)["word/document.xml"]
    #expect(body.components(separatedBy: "<w:tblHeader/>").count == 2)
    #expect(body.contains("<w:tblCaption w:val=\"Boats by place\"/>"))
    #expect(body.contains("descr=\"A quay at dusk\""))
    #expect(values(/<wp:docPr id="(\d+)"/, in: body).count == 1)
    // A picture is no wider than the text: 170 mm of A4, in English Metric Units.
    let width = try #require(values(/<wp:extent cx="(\d+)"/, in: body).first.flatMap { Int($0) })
    #expect(width <= 6_120_000 + 1_000)
  }

  @Test("Passages have their language, raised characters are raised and as large")
  func runs() throws {
    let package = try package(document)
    #expect(package["word/document.xml"].contains("<w:lang w:val=\"fr\"/>"))
    #expect(package["word/styles.xml"].contains("w:val=\"en-GB\""))
    #expect(package["word/document.xml"].contains(/<w:position w:val="\d+"\/>/))
    #expect(package["word/document.xml"].contains(/<w:b\/>\s*<w:bCs\/>\s*(?:<[^>]*>\s*)*stressed/))
  }

  @Test("Contents and page numbers are fields; links within the document have ends")
  func fields() throws {
    let package = try package(document)
    let body = package["word/document.xml"]
    #expect(body.contains(" TOC \\o &quot;1-3&quot;") || body.contains(" TOC \\o \"1-3\""))
    #expect(package["word/footer1.xml"].contains("w:instr=\"PAGE\""))
    #expect(package["word/settings.xml"].contains("<w:updateFields w:val=\"true\"/>"))
    #expect(
      body.components(separatedBy: "w:fldCharType=\"begin\"").count
        == body.components(separatedBy: "w:fldCharType=\"end\"").count)
    let marks = Set(values(/<w:bookmarkStart w:id="\d+" w:name="([^"]*)"/, in: body))
    let links = values(/<w:hyperlink w:anchor="([^"]*)"/, in: body)
    #expect(links.count > 4)
    for link in links { #expect(marks.contains(link), "\(link)") }
    let ids = values(/<w:bookmarkStart w:id="(\d+)"/, in: body)
    #expect(Set(ids).count == ids.count)
    #expect(body.contains("https://example.org/a)"), "the address is printed")
    #expect(body.contains("Print page 7"))
  }

  @Test("The same document gives the same bytes; what Word cannot show is said")
  func sameBytes() throws {
    #expect(try package(document).parts == package(document).parts)
    var document = self.document
    document.resources[0].mediaType = "image/svg+xml"
    let package = try package(document)
    #expect(package.codes.contains("LPR-018"))
    #expect(package["word/document.xml"].contains("A quay at dusk"))
  }

  @Test("What is said of the document and has no line in it is among the properties, each name once")
  func properties() throws {
    var document = self.document
    document.metadata.title = "Harbour report"
    document.metadata.contributors = ["An editor", "A reader"]
    document.metadata.rights = "© 2026 <The Harbour>"
    document.metadata.other = [
      MetadataField(name: "version", value: "1.3"), MetadataField(name: "Version", value: "1.4"),
      MetadataField(name: "empty", value: " "),
    ]
    let package = try package(document)
    let custom = package["docProps/custom.xml"]
    for value in ["An editor", "A reader", "© 2026 &lt;The Harbour&gt;", "1.3", "1.4"] {
      #expect(custom.contains(">\(value)<"), "\(value)")
    }
    let names = values(/\ name="([^"]*)"/, in: custom)
    #expect(names == ["Contributor", "Contributor 2", "Rights", "version", "Version 2"])
    #expect(values(/pid="(\d+)"/, in: custom) == ["2", "3", "4", "5", "6"])
    #expect(package["[Content_Types].xml"].contains("/docProps/custom.xml"))
    #expect(package["_rels/.rels"].contains("docProps/custom.xml"))
    #expect(package["docProps/core.xml"].contains("Harbour report"))
    #expect(try !self.package(self.document).paths.contains("docProps/custom.xml"))
  }

  @Test("Formulas know the commands that other formulas define; one that is not read is said")
  func macros() throws {
    func formula(_ tex: String) -> Block { .mathematics(MathematicsBlock(Mathematics(tex: tex))) }
    var document = Document(
      blocks: [formula(#"\newcommand{\cost}[1]{k(#1)}"#), formula(#"\cost{a} + 12"#)])
    let package = try package(document)
    #expect(package["word/document.xml"].contains(">k(a) + 12<"))
    #expect(!package.codes.contains("HTC-008"))
    document.blocks.append(formula(#"\unheardof{b}"#))
    let other = try self.package(document)
    #expect(other["word/document.xml"].contains(#"\unheardof{b}"#))
    #expect(other.codes.contains("HTC-008"))
  }

  @Test("A link without words says where it leads, and a link to a file that it is no link")
  func linksWithoutWords() throws {
    func silent(_ target: String) -> Block {
      .paragraph(Paragraph([.link(Link(target, [.image(Image("p.png", alternative: .decorative))]))]))
    }
    let document = Document(blocks: [silent("https://example.org/report.pdf"), silent("/uploads/a.pdf")])
    let package = try package(document)
    let text = package["word/document.xml"]
    #expect(text.contains(">https://example.org/report.pdf<"))
    #expect(!text.contains("(https://example.org/report.pdf)"))
    #expect(text.contains(">/uploads/a.pdf<"))
    #expect(package.codes.contains("HTC-004"))
  }

  @Test("Titles of links and pictures are kept, and a picture no one describes is said")
  func titles() throws {
    let document = Document(
      blocks: [
        .paragraph(
          Paragraph([
            .link(Link("https://example.org/", title: "Opens on Monday", words("the site"))),
            .link(Link("/file.pdf", title: "Page nine", words("the file"))),
            .image(Image("absent/k.png", alternative: .missing, title: "Figure nine")),
          ]))
      ])
    let package = try package(document)
    #expect(package["word/document.xml"].contains("w:tooltip=\"Opens on Monday\""))
    #expect(package["word/document.xml"].contains("k.png (Figure nine)]"))
    #expect(package["word/document.xml"].contains("> (Page nine)<"))
    #expect(package.codes.contains("HTC-001"))
  }
}
