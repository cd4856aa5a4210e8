import BrailleTranslation
import Testing

@testable import BrailleLayout

@Suite struct PaginatorTests {
  private func pages(
    _ flow: [FlowItem], profile name: String = "bana", cells: Int = 20, lines: Int = 6,
    style: PageFurnitureStyle? = nil, head: String = ""
  ) throws -> [[String]] {
    let profile = try LayoutProfiles.named(name)
    let furniture = plainFurniture(style ?? profile.pageFurniture, head: head)
    return BrailleLayoutTests.lines(
      try Paginator.layOut(flow, profile: profile, cells: cells, lines: lines, furniture: furniture))
  }

  private let heading = BlockSpacing(before: 1)

  @Test func everyProfileIsReadable() throws {
    for name in LayoutProfiles.names { #expect(try LayoutProfiles.named(name).name == name) }
    #expect(throws: (any Error).self) { try LayoutProfiles.named("nobody") }
  }

  @Test func refusesAPageTooSmallForText() {
    #expect(throws: (any Error).self) { try pages([item("a")], cells: 11) }
    #expect(throws: (any Error).self) { try pages([item("a")], lines: 4) }
  }

  @Test func numberSharesTheLastLineThreeCellsAway() throws {
    let result = try pages(
      [item("aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj", BlockShape(3, 1))], cells: 14, lines: 5)
    #expect(
      result == [
        ["  aaaa bbbb", "cccc dddd eeee", "ffff gggg hhhh", "iiii jjjj", "             1"]
      ])
    let full = try pages(
      [item("aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj kkk l", BlockShape(3, 1))], cells: 14, lines: 5
    )
    #expect(full == [["  aaaa bbbb", "cccc dddd eeee", "ffff gggg hhhh", "iiii jjjj kkk", "l            1"]])
  }

  @Test func pageInformationLineHoldsAllThree() throws {
    let flow = [FlowItem.printPage(printPage("7")), item("text")]
    let result = try pages(flow, profile: "ukaaf", head: "a title")
    #expect(result == [["7     a title      1", "        \u{10}\u{12}7", "text"]])
  }

  @Test func headingIsNeverLastOnAPage() throws {
    let flow = [
      item("a a a a a a a a a a"), item("b b b b b b b b b b"), item("c c c c c c c c c c"),
      item("heading", BlockShape(5, 5), spacing: heading, role: .sideHeading, keep: .togetherWithNext),
      item("text"),
    ]
    let result = try pages(flow, lines: 5, style: PageFurnitureStyle.none)
    #expect(
      result == [
        ["a a a a a a a a a a", "b b b b b b b b b b", "c c c c c c c c c c"], ["    heading", "text"],
      ])
  }

  @Test func chainOfHeadingsLongerThanAPageStillEnds() throws {
    let flow = (0..<200).map { item("h\($0)", spacing: heading, role: .sideHeading, keep: .togetherWithNext) }
    let text = try pages(flow).flatMap { $0 }.joined(separator: " ")
    for number in 0..<200 { #expect(text.contains("h\(number)")) }
  }

  @Test func blankLinesFallAwayAtAPageTop() throws {
    let flow = [
      item("a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a"),
      item("b", spacing: heading),
    ]
    let result = try pages(flow, lines: 5, style: PageFurnitureStyle.none)
    #expect(result.last == ["b"])
  }

  @Test func printPageMidParagraphBecomesALineOfDashes() throws {
    let marks = [TextMark(offset: 8, kind: .printPage(printPage("12")))]
    let result = try pages([item("one two three four", BlockShape(3, 1), marks: marks)])
    #expect(
      result[0][0..<3] == [
        "  one two",
        "\u{24}\u{24}\u{24}\u{24}\u{24}\u{24}\u{24}\u{24}\u{24}\u{24}\u{24}\u{24}\u{24}\u{24}\u{24}\u{24}\u{24}\u{24}12",
        "three four",
      ])
  }

  @Test func printPageInsideAWordWaitsForItsEnd() throws {
    let marks = [TextMark(offset: 6, kind: .printPage(printPage("12")))]
    let result = try pages([item("one twothree four", marks: marks)])
    #expect(result[0][0] == "one twothree")
    #expect(result[0][2] == "four")
  }

  @Test func printPageAtAPageTopShowsInTheCornerAlone() throws {
    let flow = [FlowItem.printPage(printPage("9")), item("text")]
    #expect(try pages(flow)[0][0] == "text               9")
  }

  @Test func continuedPrintPagesTakeLetters() throws {
    let long = Array(repeating: "word", count: 60).joined(separator: " ")
    let result = try pages([.printPage(printPage("9")), item(long)], lines: 5)
    #expect(result.map { $0[0].suffix(2) }.prefix(2) == [" 9", "\u{1}9"])
    #expect(result[2][0].hasSuffix("\u{3}9"))
  }

  @Test func indicatorIsNotLeftAloneAtTheFoot() throws {
    let flow = [
      item("a"), item("b"), item("c"), item("d"), item("e"), FlowItem.printPage(printPage("3")), item("f"),
    ]
    let result = try pages(flow, lines: 6)
    #expect(result[0].count == 6)
    #expect(!result[0].contains { $0.hasPrefix("\u{24}") })
    #expect(result[1][0] == "f                  3")
  }

  @Test func balancedHeadingsAreCentred() throws {
    let flow = [item("aaa bbb ccc ddd eee", BlockShape(setting: .centredBalanced), role: .centredHeading)]
    #expect(try pages(flow)[0][0..<2] == ["    aaa bbb ccc", "      ddd eee"])
  }

  @Test func lineEndMarksEndLines() throws {
    let marks = [TextMark(offset: 4, kind: .lineEnd)]
    #expect(try pages([item("one two", BlockShape(3, 1), marks: marks)])[0][0..<2] == ["  one", "two"])
  }
}
