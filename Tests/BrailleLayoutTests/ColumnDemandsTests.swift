import Testing

@testable import BrailleLayout

/// How wide columns become.
@Suite struct ColumnDemandsTests {
  private func entry(_ column: Int, _ words: String, span: Int = 1) -> ColumnarEntry {
    ColumnarEntry(column: column, columnSpan: span, .text(TextBlock(braille(words))))
  }

  private func demands(
    _ rows: [[String]], headings: [String] = [], style: ColumnsStyle = ColumnsStyle()
  ) -> ColumnDemands? {
    var demands = ColumnDemands(columnCount: rows[0].count, style: style)
    for (column, heading) in headings.enumerated() {
      guard demands.add(entry(column, heading), .heading) else { return nil }
    }
    for row in rows {
      for (column, words) in row.enumerated() {
        guard demands.add(entry(column, words), .entry) else { return nil }
      }
    }
    return demands
  }

  @Test func columnsAreAsWideAsTheirLongestEntryWhereThatFits() throws {
    let fit = try #require(demands([["fruit fly", "30 days"], ["ape", "9 years"]])?.fit(40))
    #expect(fit.widths == [9, 7])
    #expect(fit.gutter == 2)
  }

  @Test func headingsAreBrokenBeforeEntries() throws {
    let found = demands([["grizzly bear", "variable"]], headings: ["species", "habitat unit"])
    #expect(try #require(found?.fit(40)).widths == [12, 12])
    #expect(try #require(found?.fit(23)).widths == [12, 9])
  }

  @Test func theWidestColumnGivesWayFirst() throws {
    let found = demands([["buildings and contents insurance", "123456789"], ["tax", "1"]])
    // "contents insurance" and the runover's two cells are the least for the first column.
    #expect(try #require(found?.fit(31)).widths == [20, 9])
    #expect(found?.fit(28)?.widths == nil)
  }

  @Test func theNarrowGutterIsTheLastResort() throws {
    let found = try #require(demands([["abcdefgh", "abcdefgh"]]))
    #expect(found.fit(18)?.gutter == 2)
    #expect(found.fit(17)?.gutter == 1)
    #expect(found.fit(16) == nil)
    #expect(found.leastWidth == 17)
  }

  @Test func wordsAreNotDivided() {
    #expect(demands([["incomprehensibilities", "a"]])?.fit(20) == nil)
  }

  @Test func linesThatPrintEndsCount() {
    var block = TextBlock(braille("a b c"))
    block.marks = [TextMark(offset: 2, kind: .lineEnd), TextMark(offset: 4, kind: .lineEnd)]
    var demands = ColumnDemands(columnCount: 1, style: ColumnsStyle())
    let fits = demands.add(ColumnarEntry(column: 0, .text(block)), .entry)
    #expect(!fits)
  }

  @Test func entriesOverSeveralColumnsWidenTheLast() throws {
    var demands = try #require(self.demands([["a", "b"]]))
    _ = demands.add(entry(0, "abcdefghij", span: 2), .entry)
    #expect(try #require(demands.fit(40)).widths == [1, 7])
  }

  @Test func guideDotsForNothingNeedTwoCells() throws {
    var demands = ColumnDemands(columnCount: 1, style: ColumnsStyle())
    _ = demands.add(ColumnarEntry(column: 0, .blank), .entry)
    #expect(try #require(demands.fit(40)).widths == [2])
  }
}
