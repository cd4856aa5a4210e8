import BrailleTranslation
import Testing

@testable import BrailleLayout

/// Rows know the print they stand for, when their blocks do.
@Suite struct PrintTests {
  private static let profile = try? LayoutProfiles.named("bana")

  private func block(_ text: String, marks: [TextMark] = [], print: String? = nil) -> FlowItem {
    .text(TextBlock(braille(text), marks: marks, print: Array((print ?? text).unicodeScalars)))
  }

  private func rows(_ flow: [FlowItem], cells: Int = 12) throws -> [Row] {
    let profile = try #require(Self.profile)
    return try Paginator.layOut(
      flow, profile: profile, cells: cells, lines: 6, furniture: plainFurniture(.none)
    ).pages.flatMap(\.rows)
  }

  @Test func `The rows of a block hold its print between them`() throws {
    let text = "the quick brown fox jumps over a-very-long-hyphenated word"
    let rows = try rows([block(text)])
    #expect(rows.count > 4)
    #expect(rows.map(\.print).joined() == text)
    for row in rows {
      #expect(row.print.split(separator: " ").joined(separator: " ") == BrailleLayoutTests.text(row.cells))
    }
  }

  @Test func `A word that is divided is divided in print too`() throws {
    let rows = try rows([block("a abcdefghijklmnopqrstuvw b")])
    #expect(rows.map(\.print) == ["a ", "abcdefghijkl", "mnopqrstuvw ", "b"])
  }

  @Test func `Print without cells stands on the line before`() throws {
    var text = braille("one two three four")
    // Three characters after the last cell, and two more before "three", have no cells.
    text.origins = text.origins.map { $0 < 8 ? $0 : $0 + 2 }
    let print = Array("one two ..three four!!!".unicodeScalars)
    let rows = try rows([.text(TextBlock(text, print: print))])
    #expect(rows.map(\.print) == ["one two ..", "three four!!!"])
  }

  @Test func `A character whose cells are parted stands on one line`() throws {
    let count = 30
    let text = BrailleText(
      cells: Array(repeating: 1, count: count), origins: Array(repeating: 0, count: count),
      breaks: Array(repeating: .never, count: count))
    let rows = try rows([.text(TextBlock(text, print: ["x"]))])
    #expect(rows.count == 3)
    #expect(rows.map(\.print).joined() == "x")
  }

  @Test func `A print page that begins in a block takes none of its print`() throws {
    let mark = TextMark(offset: 8, kind: .printPage(printPage("7")))
    let rows = try rows([block("one two three four", marks: [mark])])
    #expect(rows.filter { $0.kind == .text }.map(\.print) == ["one two ", "three four"])
    #expect(rows.first { $0.kind == .printPageIndicator }?.print == "7")
  }

  @Test func `Without print rows have none`() throws {
    #expect(try rows([item("one two three four five")]).allSatisfy { $0.print.isEmpty })
  }

  @Test func `Rows know whether they begin their block`() throws {
    let rows = try rows([block("one two three four"), block("five")])
    #expect(rows.map(\.place) == [.first, .runover, .first])
  }

  @Test func `Corners are known in print, with the letters of continued pages`() throws {
    let profile = try #require(Self.profile)
    let flow = [.printPage(printPage("9"))] + (0..<12).map { item("line \($0)") }
    let pages = try Paginator.layOut(
      flow, profile: profile, cells: 20, lines: 5, furniture: plainFurniture(.corners)
    ).pages
    #expect(pages.map { $0.rows.first?.cornerPrint } == ["9", "a9", "b9"])
    #expect(pages.map { $0.rows.last?.cornerPrint } == ["1", "2", "3"])
  }

  @Test func `Pages know the print pages that begin on them, with an indicator or not`() throws {
    let profile = try #require(Self.profile)
    let flow: [FlowItem] = [
      .printPage(printPage("1")), item("one"), item("two"), .printPage(printPage("2")), item("three"),
      .newPage, .printPage(printPage("3")), item("four"),
    ]
    let pages = try Paginator.layOut(
      flow, profile: profile, cells: 20, lines: 6, furniture: plainFurniture(.corners)
    ).pages
    #expect(pages.map { $0.printPageStarts.map(\.number) } == [["1", "2"], ["3"]])
    #expect(pages.map { $0.printPageStarts.map(\.row) } == [[0, 2], [0]])
  }
}
