import BrailleLayout
import Diagnostics
import DocumentModel
import TestSupport
import Testing

@testable import Renderers

/// What a house style of one's own may have otherwise than `ukaaf` and `bana`, none of which use it.
@Suite struct HouseStyleTests {
  private func lines(_ style: String, _ blocks: [Block], cells: Int = 40) throws -> [String] {
    let profile = try LayoutProfiles.read(Array(style.utf8), name: "house.json")
    var log = DiagnosticLog()
    let options = BrailleOptions(grade: .one, ownProfile: profile, cells: cells, lines: 25)
    let composition = try BrailleRenderer(options: options).compose(Document(blocks: blocks), log: &log)
    #expect(log.count(.warning) == 0)
    let pages = try Paginator.layOut(
      composition.flow, profile: profile, cells: cells, lines: 25,
      furniture: PageFurniture(style: .none) { _ in [] })
    let text = String(decoding: BRFWriter(lineEnding: .lf).bytes(pages), as: UTF8.self)
    var lines = text.lowercased().split(whereSeparator: { "\n\u{0C}".contains($0) }).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private func heading(_ level: Int, _ words: String) -> Block {
    .heading(Heading(level: level, [.text(Text(words))]))
  }

  private func table(_ head: [String], _ rows: [[String]]) -> Block {
    func cell(_ words: String) -> TableCell {
      TableCell(words.isEmpty ? [] : [SampleNodes.paragraph(words)])
    }
    return .table(
      Table(
        columns: head.map { _ in TableColumn() }, head: [TableRow(head.map(cell))],
        bodies: [TableBody(rows.map { TableRow($0.map(cell)) })]))
  }

  @Test func headingsHaveALineBelow() throws {
    let style = """
      { "base": "bana", "headings": [ { "underline": "⠿" }, { "underline": "⠒" } ] }
      """
    let found = try lines(
      style, [heading(1, "north"), heading(2, "lanes of the county"), SampleNodes.paragraph("text")],
      cells: 20)
    #expect(
      found == [
        "       north", "       =====", "    lanes of the", "    county", "    3333333333333333", "  text",
      ])
  }

  @Test func aLineBelowAHeadingIsNotParted() throws {
    let style = #"{ "base": "bana", "lines": 5, "headings": [ { "position": "1-1", "underline": "⠒" } ] }"#
    let profile = try LayoutProfiles.read(Array(style.utf8), name: "house.json")
    var log = DiagnosticLog()
    let options = BrailleOptions(grade: .one, ownProfile: profile)
    let text = Array(repeating: SampleNodes.paragraph("text"), count: 2)
    let pages = try BrailleRenderer(options: options).layOut(
      Document(blocks: text + [heading(1, "end"), SampleNodes.paragraph("more")]), log: &log)
    #expect(pages.pages.count == 2)
    // The heading, its line and a line of text do not fit below the text: all three begin the next page.
    #expect(pages.pages[1].rows.prefix(4).map(\.cells.count) == [3, 3, 0, 6])
  }

  @Test(arguments: [TableForm.linear, .stairstep]) func noteEndsBeforeTheHeadings(form: TableForm) throws {
    guard case .table(var table) = table(["a1", "b1"], [["c1", "d1"]]) else { return }
    table.form = form
    let style = #"{ "base": "bana", "table": { "noteEnd": "before-headings" } }"#
    let found = try lines(style, [.table(table)])
    let close = try #require(found.firstIndex { $0.hasSuffix("@.>") })
    let order = form == .linear ? ["a#a3 b#a4"] : ["a#a", "  b#a"]
    #expect(Array(found[(close + 1)...].prefix(order.count)) == order)
  }

  @Test func blankEntriesStayBlank() throws {
    let style = #"{ "base": "bana", "table": { "columns": { "blankEntries": "blank" } } }"#
    let found = try lines(style, [table(["mark", "word"], [["", "one"], ["star", "two"]])])
    #expect(found.suffix(2) == ["      one", "/>  two"] || found.suffix(2) == ["      one", "star  two"])
  }

  @Test func capitalsAreLeftOutAndTheNoteSaysSo() throws {
    let style = #"{ "base": "bana", "table": { "columns": { "capitals": "omitted" } } }"#
    let found = try lines(style, [table(["Town", "Élan"], [["York", "7"]])])
    let words = found.joined(separator: " ")
    #expect(words.contains("@.<,capitals are not indicated4@.>"))
    #expect(words.contains("town") && !words.contains(",town") && !words.contains(",york"))
    let small = try lines(style, [table(["town", "place"], [["york", "7"]])])
    #expect(!small.joined().contains("@.<"))
  }

  @Test func currencyStandsBelowTheHeading() throws {
    let style = #"{ "base": "bana", "table": { "columns": { "currency": "in-headings" } } }"#
    let rows = [["pen", "£4", "£2"], ["ink", "£7", "2"]]
    let found = try lines(style, [table(["item", "cost", "due"], rows)])
    #expect(found.contains { $0.contains("\"<@l\">") })
    #expect(found.filter { $0.contains("@l") }.count == 2)
    #expect(found.contains { $0.hasPrefix("pen") && $0.contains("@l#b") && !$0.contains("@l#d") })
  }
}
