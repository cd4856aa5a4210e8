import Testing

@testable import BrailleLayout

/// Where pages may end: what a profile asks for, and what gives way when no page can hold it.
@Suite struct KeepRuleTests {
  private func pages(_ flow: [FlowItem], lines: Int = 6) throws -> [[String]] {
    BrailleLayoutTests.lines(
      try Paginator.layOut(
        flow, profile: LayoutProfiles.named("bana"), cells: 14, lines: lines, furniture: plainFurniture(.none)
      ))
  }

  /// A list whose first item has so many lines, then another item.
  private func list(firstLines: Int) -> [FlowItem] {
    let words = (0..<firstLines).map { "item\($0)item\($0)" }.joined(separator: " ")
    var block = TextBlock(braille(words))
    block.start = .notInLastLines
    return [.text(block), item("second")]
  }

  private func lead(_ count: Int) -> [FlowItem] { (0..<count).map { item("line\($0)") } }

  @Test func listDoesNotBeginOnTheLastLine() throws {
    #expect(try pages(lead(5) + list(firstLines: 1)).map(\.count) == [5, 2])
    // On the line before, an item of one line.
    #expect(try pages(lead(4) + list(firstLines: 1)).map(\.count) == [6])
    #expect(try pages(lead(4) + list(firstLines: 1) + lead(1)).map(\.count) == [6, 1])
    // One of two lines not.
    #expect(try pages(lead(4) + list(firstLines: 2)).map(\.count) == [4, 3])
    #expect(try pages(lead(3) + list(firstLines: 4)).map(\.count) == [6, 2])
  }

  @Test func headingOfAListStandsWithItsWholeFirstItem() throws {
    let heading = item("head", role: .sideHeading, keep: .togetherWithNext)
    #expect(try pages(lead(2) + [heading] + list(firstLines: 4)).map(\.count) == [2, 6])
    // But not when a page cannot hold them.
    #expect(try pages(lead(1) + [heading] + list(firstLines: 7)).map(\.count) == [6, 4])
  }

  @Test func boxThatAPageCanHoldStandsOnOne() throws {
    let box = (0..<4).map { item("box\($0)", keep: .togetherWithNext) } + [item("end")]
    #expect(try pages(lead(3) + box).map(\.count) == [3, 5])
    // One that none can hold begins where it is.
    let long = (0..<9).map { item("box\($0)", keep: .togetherWithNext) } + [item("end")]
    #expect(try pages(lead(3) + long).map(\.count) == [6, 5, 2])
  }

  @Test func headingsInARowStandWithTheTextAfterThem() throws {
    let headings = (0..<3).map { item("head\($0)", role: .sideHeading, keep: .togetherWithNext) }
    #expect(try pages(lead(3) + headings + [item("text")]).map(\.count) == [3, 4])
    // More than a page holds: the last of them stand with the text.
    let many = (0..<14).map { item("head\($0)", role: .sideHeading, keep: .togetherWithNext) }
    let result = try pages(lead(2) + many + [item("text")])
    #expect(result.last?.last == "text" && result.last?.count ?? 0 > 1)
  }

  @Test func newPageLeavesNoHeadingBehind() throws {
    let heading = item("head", role: .sideHeading, keep: .togetherWithNext)
    var flow = [item("text"), heading]
    flow.beginPage(before: flow.count)
    flow.append(item("notes"))
    #expect(try pages(flow) == [["text"], ["head", "notes"]])
  }
}
