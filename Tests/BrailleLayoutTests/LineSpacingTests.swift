import Testing

@testable import BrailleLayout

@Suite struct LineSpacingTests {
  private func pages(
    _ flow: [FlowItem], profile name: String = "bana", cells: Int = 20, lines: Int
  ) throws -> [[String]] {
    let profile = try LayoutProfiles.named(name)
    return BrailleLayoutTests.lines(
      try Paginator.layOut(
        flow, profile: profile, cells: cells, lines: lines, spacing: .double,
        furniture: plainFurniture(profile.pageFurniture)))
  }

  @Test func aBlankLineStandsBetweenAnyTwoAndEveryPageBeginsWithText() throws {
    let result = try pages([item("aaaa bbbb cccc dddd eeee ffff gggg")], cells: 12, lines: 5)
    #expect(
      result == [
        ["aaaa bbbb", "", "cccc dddd", "", "eeee       1"], ["ffff gggg", "", "", "", "           2"],
      ])
  }

  @Test func aHeadingHasTwoBlankLinesBeforeItAndOneAfter() throws {
    let heading = item("hh", spacing: BlockSpacing(before: 1, after: 1), role: .sideHeading)
    let result = try pages([item("aa"), heading, item("bb")], lines: 7)
    #expect(result == [["aa", "", "", "hh", "", "bb", "                   1"]])
  }

  @Test func aBlankLineOtherBlocksWantIsTheOneThatIsThere() throws {
    let list = item("ll", spacing: BlockSpacing(before: 1, after: 1))
    let result = try pages([item("aa"), list, item("bb")], lines: 6)
    #expect(result == [["aa", "", "ll", "", "bb", "                   1"]])
  }

  @Test func thePageInformationLineHasNoneAfterIt() throws {
    let result = try pages([item("aa"), item("bb"), item("cc")], profile: "ukaaf", lines: 5)
    #expect(result == [["                   1", "aa", "", "bb"], ["                   2", "cc"]])
  }
}

@Suite struct StartRuleTests {
  private func pages(_ count: Int, _ text: String, lines: Int = 5) throws -> [[String]] {
    let profile = try LayoutProfiles.named("bana")
    var block = TextBlock(braille(text), shape: BlockShape(1, 3))
    block.start = .notInLastLines
    let above = (0..<count).map { _ in item("aa") }
    return BrailleLayoutTests.lines(
      try Paginator.layOut(
        above + [.text(block), item("cc")], profile: profile, cells: 12, lines: lines,
        furniture: plainFurniture(profile.pageFurniture)))
  }

  @Test func aListBeginsOnTheLastLineButOneIfItsFirstItemIsOneLine() throws {
    #expect(try pages(3, "bbbb")[0].prefix(4) == ["aa", "aa", "aa", "bbbb"])
    #expect(try pages(3, "bbbb bbbb bbbb")[1].first == "bbbb bbbb")
    #expect(try pages(2, "bbbb bbbb bbbb")[0][2] == "bbbb bbbb")
  }

  @Test func aListDoesNotBeginOnTheLastLine() throws {
    #expect(try pages(4, "bbbb").last?.first == "bbbb")
  }
}
