import Diagnostics
import DocumentModel
import Testing
import Wording

@testable import Renderers

/// Tables that do not fit.
@Suite struct LargePrintTableTests {
  private func table(_ columns: Int, word: String, head: Bool = true) -> Table {
    func row(_ text: (Int) -> String) -> TableRow {
      TableRow((0..<columns).map { TableCell([.paragraph(Paragraph([.text(Text(text($0)))]))]) })
    }
    return Table(
      columns: Array(repeating: TableColumn(), count: columns),
      head: head ? [row { "Head\($0)" }] : [],
      bodies: [TableBody([row { "\(word)\($0)" }, row { "b\($0)" }])])
  }

  private func rendered(
    _ table: Table, _ options: LargePrintOptions = LargePrintOptions()
  ) throws -> (html: String, codes: [String]) {
    var log = DiagnosticLog(source: "t.md")
    var document = Document(blocks: [.heading(Heading(level: 1, [.text(Text("Title"))])), .table(table)])
    document.metadata.language = .english
    let rendition = try LargePrintRenderer(options: options).render(document, log: &log)
    return (String(decoding: rendition.artifacts[0].bytes, as: UTF8.self), log.diagnostics.map(\.code))
  }

  @Test("A table that fits stays one, with a caption that says how large it is")
  func fits() throws {
    let (html, codes) = try rendered(table(3, word: "a"))
    #expect(html.contains("<caption id=\"caption-of-table-1\">Table of 3 columns and 3 rows</caption>"))
    #expect(!codes.contains("LPR-002"))
  }

  @Test("A table that does not fit is a list: headings of rows, labels of columns, a note, and nothing lost")
  func list() throws {
    let (html, codes) = try rendered(table(8, word: "considerable"))
    #expect(!html.contains("<table") && codes.contains("LPR-002"))
    #expect(html.contains(">Head0: considerable0</h2>"))
    #expect(html.contains("<li>Head7: considerable7</li>"))
    #expect(html.contains("In the standard edition this is a table of 8 columns."))
  }

  @Test("Rows of headings alone are the body, without which a tagged PDF has no head")
  func headingsAlone() throws {
    var alone = table(3, word: "a")
    alone.bodies = []
    let html = try rendered(alone).html
    #expect(!html.contains("<thead") && html.contains("<tbody"))
    #expect(html.contains(">Head1</th>"))
    #expect(try rendered(table(3, word: "a")).html.contains("<thead"))
  }

  @Test("The heading of a table on a page on its side goes there with it")
  func turnedWithHeading() throws {
    let options = LargePrintOptions(fileType: .docx)
    let tables = ["small", "middling", "considerable"].flatMap { word in
      (4...7).map { table($0, word: word) }
    }
    let wide = try #require(tables.first { try rendered($0, options).codes.contains("LPR-001") })
    func heading(_ level: Int, _ text: String) -> Block {
      .heading(Heading(level: level, [.text(Text(text))]))
    }
    var document = Document(blocks: [
      heading(1, "Title"), .paragraph(Paragraph([.text(Text("Before"))])), heading(2, "Costs"),
      heading(3, "By year"), .table(wide), heading(2, "After"),
    ])
    document.metadata.language = .english
    var log = DiagnosticLog(source: "t.md")
    let word = try LargePrintRenderer(options: options).render(document, log: &log)
    let part = try #require(word.artifacts.first { $0.path == "word/document.xml" })
    let body = String(decoding: part.bytes, as: UTF8.self)
    let places = [
      "Before</w:t>", "<w:sectPr", "Costs</w:t>", "By year</w:t>", "<w:tbl>", "<w:sectPr", "After</w:t>",
    ]
    var rest = body[...]
    // The contents come first, and name the headings as well.
    rest = rest[try #require(rest.firstRange(of: "Before</w:t>")).lowerBound...]
    for place in places {
      rest = rest[try #require(rest.firstRange(of: place), "\(place)").upperBound...]
    }
    #expect(body.ranges(of: "<w:sectPr").count == 3)
  }

  @Test("A larger size makes lists of more tables, larger paper of fewer")
  func size() throws {
    let middle = table(4, word: "small")
    #expect(try !rendered(middle).codes.contains("LPR-002"))
    #expect(try rendered(middle, LargePrintOptions(size: .point36)).codes.contains("LPR-002"))
    #expect(try !rendered(middle, LargePrintOptions(size: .point36, paper: .a3)).codes.contains("LPR-002"))
  }

  @Test("Asked for, every table is a list, or none")
  func asked() throws {
    #expect(try rendered(table(2, word: "a"), LargePrintOptions(tables: .list)).codes.contains("LPR-002"))
    #expect(
      try rendered(table(9, word: "considerable"), LargePrintOptions(tables: .table)).html.contains("<table"))
  }

  @Test("Without headings it is a list row by row")
  func headless() throws {
    let (html, codes) = try rendered(table(2, word: "a", head: false))
    #expect(codes.contains("LPR-002") && html.contains("without headings") && html.contains("a1"))
  }

  @Test("A cell over several rows stands in each of them, and short rows are filled up")
  func wholeRows() {
    let tall = TableCell([.paragraph(Paragraph([.text(Text("tall"))]))], rowSpan: 2)
    let cell = TableCell([.paragraph(Paragraph([.text(Text("x"))]))])
    let table = Table(
      columns: [TableColumn(), TableColumn()],
      bodies: [TableBody([TableRow([tall, cell]), TableRow([cell]), TableRow([cell])])]
    ).withWholeRows()
    #expect(table.bodies[0].rows.map(\.cells.count) == [2, 2, 2])
    #expect(table.bodies[0].rows[1].cells[0].blocks == tall.blocks)
    #expect(table.bodies[0].rows[2].cells[1].blocks.isEmpty)
  }

  @Test("A heading over several columns stands in each of them, and below one over several rows is none")
  func wholeHead() {
    func cell(_ text: String, columns: Int = 1, rows: Int = 1) -> TableCell {
      TableCell([.paragraph(Paragraph([.text(Text(text))]))], columnSpan: columns, rowSpan: rows)
    }
    let table = Table(
      columns: Array(repeating: TableColumn(), count: 3),
      head: [
        TableRow([cell("place", rows: 2), cell("heat", columns: 2)]),
        TableRow([cell("least"), cell("most")]),
      ],
      bodies: [TableBody([TableRow([cell("a"), cell("b", columns: 2)])])]
    ).withHeadingOverEachColumn()
    let head = table.head.map { $0.cells.map { $0.blocks.map(\.allWords).joined() } }
    #expect(head == [["place", "heat", "heat"], ["", "least", "most"]])
    #expect(table.head.allSatisfy { $0.cells.allSatisfy { $0.columnSpan == 1 && $0.rowSpan == 1 } })
    #expect(table.bodies[0].rows[0].cells[1].columnSpan == 2)
  }

  @Test("The estimate is that of Arial's own widths")
  func width() {
    let width = TextWidth(.arial)
    #expect(abs(width.widestPiece(of: "0000000000", isBold: false) - 5.56) < 0.001)
    #expect(
      width.widestPiece(of: "one two-three", isBold: false) < width.widestPiece(of: "three", isBold: false)
        + 0.01)
    #expect(width.widestPiece(of: "漢字漢字", isBold: false) == 1)
  }
}
