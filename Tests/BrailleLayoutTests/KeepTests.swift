import Testing

@testable import BrailleLayout

/// What stands together is not parted by a page turn.
@Suite struct KeepTests {
  private func pages(_ flow: [FlowItem], cells: Int = 14, lines: Int = 5) throws -> [[String]] {
    BrailleLayoutTests.lines(
      try Paginator.layOut(
        flow, profile: LayoutProfiles.named("bana"), cells: cells, lines: lines,
        furniture: plainFurniture(.none)))
  }

  private func rule(_ role: BlockRole, keep: KeepRule = .none) -> FlowItem {
    .rule(Rule(Array("==".utf8), role: role, keep: keep))
  }

  @Test func lastLineOfALongParagraphGoesWithTheLineThatClosesIt() throws {
    let words = (1...10).map { "word\($0 % 10)word\($0 % 10)" }.joined(separator: " ")
    let result = try pages([item(words, keep: .withNext), rule(.boxBottom)])
    #expect(result.map(\.count) == [5, 4, 2])
    #expect(result[2] == ["word0word0", "=="])
  }

  @Test func nothingMovesWhenTheLineFits() throws {
    let words = (1...9).map { "word\($0)word\($0)" }.joined(separator: " ")
    let result = try pages([item(words, keep: .withNext), rule(.boxBottom)])
    #expect(result.map(\.count) == [5, 5])
  }

  @Test func boxTopStandsWithALineOfText() throws {
    let result = try pages(
      [item("aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd"), rule(.boxTop, keep: .withNext), item("text")])
    #expect(result.map(\.count) == [4, 2])
    #expect(result[1] == ["==", "text"])
  }

  @Test func wordDividedByItsIndentAloneBeginsFurtherLeft() throws {
    #expect(try pages([item("abcdefghijkl m", BlockShape(5, 1))]) == [["  abcdefghijkl", "m"]])
    #expect(try pages([item("abcdefghijklmnopqr", BlockShape(5, 1))]) == [["    abcdefghij", "klmnopqr"]])
  }

  @Test func centringDividesNoWord() throws {
    let shape = BlockShape(setting: .centredBalanced)
    #expect(try pages([item("abcdefghijkl m", shape)]) == [["abcdefghijkl m"]])
    let long = "abcdefghijklmnopqrst uv"
    #expect(try pages([item(long, shape)], cells: 20) == [["abcdefghijklmnopqrst", "         uv"]])
  }
}
