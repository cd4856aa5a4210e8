import BrailleTranslation
import Testing

@testable import BrailleLayout

/// Rows of tables in columns, as lines and on pages.
@Suite struct ColumnarRowTests {
  private func entry(_ column: Int, _ words: String) -> ColumnarEntry {
    ColumnarEntry(column: column, words.isEmpty ? .blank : .text(TextBlock(braille(words))))
  }

  private func row(_ words: [String]) -> [ColumnarEntry] { words.enumerated().map { entry($0, $1) } }

  private func table(
    _ widths: [Int], headings: [[String]] = [], style: ColumnsStyle = ColumnsStyle(),
    right: Set<Int> = []
  ) -> ColumnarTable {
    var start = 0
    let columns = widths.enumerated().map { index, width in
      defer { start += width + 2 }
      return ColumnarColumn(start: start, width: width, alignment: right.contains(index) ? .right : .left)
    }
    return ColumnarTable(columns: columns, headings: headings.map(row), style: style)
  }

  /// Lines as text; dot 5 is `*` and dots 2 and 5 are `-`.
  private func shown(_ lines: [TableLine]) -> [String] {
    lines.map { text($0.cells.map { $0 == 0x10 ? 0x2A : $0 == 0x12 ? 0x2D : $0 }) }
  }

  @Test func guideDotsFillTheColumn() {
    let lines = table([9, 6, 5]).lines(of: row(["be", "bore", "born"]))
    #expect(shown(lines) == ["be ******  bore    born"])
  }

  @Test func guideDotsMayReachTheNextColumn() {
    let style = ColumnsStyle(guideDots: .toNextColumn)
    let lines = table([9, 6, 5], style: style).lines(of: row(["be", "bore", "born"]))
    #expect(shown(lines) == ["be ******* bore ** born"])
  }

  @Test func oneGuideDotIsNone() {
    let lines = table([6, 3]).lines(of: row(["abcd", "x"]))
    #expect(shown(lines) == ["abcd    x"])
  }

  @Test func nothingIsGuideDots() {
    #expect(shown(table([4, 3]).lines(of: row(["ab", ""]))) == ["ab    ***"])
  }

  @Test func entriesBeginWhereTheRowsHeadingEnds() {
    let lines = table([12, 8, 9]).lines(of: row(["william's sapsucker", "20 ac ter", "350 pairs"]))
    #expect(shown(lines) == ["william's", "  sapsucker   20 ac     350 pairs", "                ter"])
  }

  @Test func figuresStandRight() {
    let lines = table([6, 5], right: [1]).lines(of: row(["ab", "#ab"]))
    #expect(shown(lines) == ["ab ***    #ab"])
  }

  @Test func headingsEndTogetherAboveTheirLines() {
    let table = table([7, 7], headings: [["species", "habitat unit"]])
    #expect(shown(table.headingLines) == ["         habitat", "species  unit", "*------  *------"])
  }

  @Test func columnsWithoutHeadingHaveNoLine() {
    var table = table([3, 3])
    table.headings = [[entry(1, "jan")]]
    #expect(shown(table.headingLines) == ["     jan", "     *--"])
  }

  // MARK: Pages

  private func pages(_ rows: [FlowItem], style: PageFurnitureStyle = .none, lines: Int = 5) throws
    -> [[String]]
  {
    let profile = try LayoutProfiles.named("bana")
    let pages = try Paginator.layOut(
      rows, profile: profile, cells: 20, lines: lines, furniture: plainFurniture(style))
    return pages.pages.map { $0.rows.map { shown([TableLine(cells: $0.line(width: 20))])[0] } }
  }

  private func items(_ names: [String], in table: ColumnarTable) -> [FlowItem] {
    names.enumerated().map {
      .row(ColumnarRow(row([$1, "x"]), of: table, position: $0 == 0 ? .first : .later))
    }
  }

  @Test func headingsStandOnEveryPage() throws {
    let table = table([4, 3], headings: [["name", "it"]])
    let found = try pages(items(["a", "b", "c", "d", "e"], in: table))
    #expect(
      found == [
        ["name  it", "*---  *--", "a **  x", "b **  x", "c **  x"],
        ["name  it", "*---  *--", "d **  x", "e **  x"],
      ])
  }

  @Test func rowsAreNotParted() throws {
    let table = table([9, 3], headings: [["name", "it"]])
    var flow = items(["a", "b"], in: table)
    flow.append(.row(ColumnarRow(row(["long heading", "x"]), of: table)))
    #expect(
      try pages(flow) == [
        ["name       it", "*--------  *--", "a *******  x", "b *******  x"],
        ["name       it", "*--------  *--", "long", "  heading  x"],
      ])
  }

  @Test func headingsStandAboveTheFirstRowOfEachTable() throws {
    let table = table([4, 3], headings: [["name", "it"]])
    let found = try pages(items(["a"], in: table) + items(["b"], in: table), lines: 8)
    #expect(found == [["name  it", "*---  *--", "a **  x", "name  it", "*---  *--", "b **  x"]])
  }

  @Test func lineOfAPageNumberIsLeftToItWhereTheRowIsLong() throws {
    let table = table([10, 8])
    let rows = ["abcdefghij", "bcdefghijk", "cdefghijkl", "defghijklm", "efghijklmn"].map {
      FlowItem.row(ColumnarRow(row([$0, "abcdefgh"]), of: table))
    }
    let found = try pages(rows, style: .corners)
    #expect(found.count == 2)
    #expect(found[0][4] == "                   1")
    #expect(found[1][0] == "efghijklmn  abcdefgh")
  }

  @Test func rowTooHighForAPageIsPartedBelowItsHeadings() throws {
    let table = table([3, 12], headings: [["n", "it"]])
    let entry = "abcdefghij bcdefghij cdefghijk defghijkl efghijklm"
    let flow: [FlowItem] = [.row(ColumnarRow(row(["a", entry]), of: table, position: .first))]
    let found = try pages(flow)
    #expect(found.count == 2)
    #expect(found[1].prefix(2) == found[0].prefix(2))
    var words: [Substring] = []
    for line in found.joined() {
      words += line.split(separator: " ").filter { $0.count > 5 && !$0.contains("-") }
    }
    #expect(words.map(String.init) == entry.split(separator: " ").map(String.init))
  }

  /// An entry that reaches down is said again where a page begins, and nowhere else.
  @Test func whatReachesDownIsSaidAgainOnTheNextPage() throws {
    let table = table([5, 3], headings: [["name", "it"]])
    let wide = TextBlock(braille("wide"))
    var flow: [FlowItem] = [.row(ColumnarRow(row(["wide", "a"]), of: table, position: .first))]
    for word in ["b", "c", "d", "e", "f", "g"] {
      let entries = [ColumnarEntry(column: 0, .continued(wide)), entry(1, word)]
      flow.append(.row(ColumnarRow(entries, of: table)))
    }
    flow.append(.row(ColumnarRow([ColumnarEntry(column: 0, .continued(nil)), entry(1, "h")], of: table)))
    let found = try pages(flow)
    #expect(
      found == [
        ["name   it", "*----  *--", "wide   a", "       b", "       c"],
        ["name   it", "*----  *--", "wide   d", "       e", "       f"],
        ["name   it", "*----  *--", "wide   g", "       h"],
      ])
  }
}
