import BrailleLayout
import BrailleTranslation
import Coformat
import Foundation
import TestSupport
import Testing

/// Every word of every table is in the braille, in whatever form, and every line fits.
@Suite struct TableLawTests {
  private static let forms = BrailleOptions.TableLayout.allCases

  private static let files =
    SharedData.files(below: "corpora/reports-md", extensions: ["md", "Rmd"])
    + SharedData.files(below: "corpora/reports-html", extensions: ["html"])

  /// Files that hold tables, found by their text so that the others cost nothing.
  private static let filesWithTables = files.filter { file in
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return false }
    return text.contains("<table") || text.contains("|--") || text.contains("|:-") || text.contains("| -")
  }

  @Test(.enabled(if: SharedData.isPresent), arguments: filesWithTables)
  func tablesOfTheCorporaKeepTheirWords(file: URL) throws {
    var log = DiagnosticLog()
    let reader: any Reader = file.pathExtension == "html" ? HTMLReader() : MarkdownReader()
    let source = Source(name: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file)))
    guard let document = try? reader.read(source, options: ReadingOptions(), log: &log) else { return }
    var tables: [Block] = []
    document.walk { if case .block(.table(let table)) = $0 { tables.append(.table(table)) } }
    guard !tables.isEmpty else { return }
    try check(Document(blocks: tables, notes: document.notes), source.name)
  }

  @Test(arguments: 0..<40) func madeTablesKeepTheirWords(seed: Int) throws {
    var maker = TableMaker(seed: UInt64(seed))
    try check(Document(blocks: (0..<4).map { _ in .table(maker.table()) }), "seed \(seed)")
  }

  private func check(_ document: Document, _ name: String) throws {
    let conservation = try Conservation(document)
    for profile in Laws.profiles {
      for form in Self.forms {
        for (cells, lines) in [(40, 25), (24, 10)] {
          var log = DiagnosticLog()
          let options = BrailleOptions(
            grade: .one, profile: profile, cells: cells, lines: lines, tableLayout: form)
          let pages = try BrailleRenderer(options: options).layOut(document, log: &log)
          let place = "\(name), \(profile), \(form.rawValue), \(cells) by \(lines)"
          let rows = pages.pages.flatMap(\.rows)
          #expect(rows.allSatisfy { $0.line(width: cells).count <= cells }, "\(place)")
          #expect(pages.pages.allSatisfy { $0.rows.count <= lines }, "\(place)")
          let lost = try conservation.lost(in: pages)
          #expect(lost.isEmpty, "\(place): words are not in the braille: \(lost.prefix(40))")
        }
      }
    }
  }
}

/// Makes tables of all shapes, the same for the same seed.
private struct TableMaker {
  private var state: UInt64
  private var count = 0

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  private mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  /// Words that stand nowhere else, so that each lost one is noticed.
  private mutating func words(_ number: Int) -> String {
    let stems = [
      "budget", "of", "representation", "x", "council", "a", "services", "Total", "incomprehensible",
    ]
    return (0..<number).map { _ in
      count += 1
      return next(4) == 0 ? "\(next(100_000))" : "\(stems[next(stems.count)]) q\(letters(count))"
    }.joined(separator: next(9) == 0 ? "; " : " ")
  }

  private func letters(_ number: Int) -> String {
    var number = number
    var text = ""
    repeat {
      text.append(Character(Unicode.Scalar(UInt8(98 + number % 20))))
      number /= 20
    } while number > 0
    return text
  }

  private mutating func cell(_ length: Int, heading: HeadingScope? = nil, span: Int = 1, rows: Int = 1)
    -> TableCell
  {
    var blocks: [Block] = []
    switch next(20) {
    case 0: break
    case 1:
      let items = (0..<2).map { _ in ListItem([.paragraph(Paragraph([.text(Text(words(1)))]))]) }
      blocks = [.list(List(.bulleted, items))]
    case 2:
      blocks = [
        .paragraph(Paragraph([.text(Text(words(1))), .lineBreak(LineBreak()), .text(Text(words(2)))]))
      ]
    default: blocks = [.paragraph(Paragraph([.text(Text(words(1 + next(length))))]))]
    }
    return TableCell(blocks, heading: heading, columnSpan: span, rowSpan: rows)
  }

  mutating func table() -> Table {
    let columns = 1 + next(9)
    let length = [1, 2, 12][next(3)]
    let hasSpans = next(3) == 0
    func span(_ maker: inout TableMaker, _ left: Int) -> Int {
      hasSpans && maker.next(4) == 0 ? 1 + maker.next(left) : 1
    }
    var head: [TableRow] = []
    for _ in 0..<next(3) {
      var cells: [TableCell] = []
      var column = 0
      while column < columns {
        let width = span(&self, columns - column)
        cells.append(cell(2, heading: .column, span: width))
        column += width
      }
      head.append(TableRow(cells))
    }
    var rows: [TableRow] = []
    for _ in 0..<next(14) {
      var cells: [TableCell] = []
      var column = 0
      let end = next(6) == 0 ? 1 + next(columns) : columns
      while column < end {
        let width = span(&self, end - column)
        cells.append(cell(length, span: width))
        column += width
      }
      rows.append(TableRow(cells))
    }
    return Table(
      caption: next(3) == 0 ? [.paragraph(Paragraph([.text(Text(words(3)))]))] : [],
      columns: (0..<columns).map { _ in TableColumn(alignment: next(2) == 0 ? .end : nil) }, head: head,
      bodies: rows.isEmpty ? [] : [TableBody(rows)])
  }
}
