import Testing
import Validation

@Suite struct PagedTextCheckTests {
  private func codes(_ text: String, _ check: PagedTextCheck = .brf, cells: Int = 4, lines: Int = 2)
    -> [String]
  {
    check.faults(in: Array(text.utf8), cells: cells, lines: lines).map(\.code)
  }

  @Test(arguments: ["AB\n\n\u{C}", "AB\r\n CD\r\n\u{C}", "ab{|\n\n\u{C}", ""])
  func acceptsPagesThatFit(_ text: String) { #expect(codes(text) == []) }

  @Test func findsALineTooWide() {
    #expect(codes("ABCD\n\n\u{C}") == [])
    #expect(codes("ABCDE\n\n\u{C}") == ["BRF-001"])
  }

  @Test func findsAPageTooLong() {
    #expect(codes("A\nB\n\u{C}A\nB\nC\n\u{C}") == ["BRF-002"])
  }

  @Test(arguments: ["é", "\t", "\u{7F}", "\u{1}", "A\rB", "\u{2801}"])
  func findsWhatIsNotBraille(_ text: String) { #expect(codes(text + "\n\n\u{C}") == ["BRF-003"]) }

  @Test func findsAFormFeedInALine() { #expect(codes("A\nB\u{C}") == ["BRF-004"]) }

  @Test func findsAMissingFormFeed() { #expect(codes("A\nB\n") == ["BRF-005"]) }

  @Test func unicodeHoldsPatternsAndBlanks() {
    #expect(codes("⠁⠀ ⣿\n\n\u{C}", .unicode) == [])
    #expect(codes("A\n\n\u{C}", .unicode) == ["BRF-003"])
    #expect(codes("⠁⠁⠁⠁⠁\n\n\u{C}", .unicode) == ["BRF-001"])
  }

  @Test func formFeedsStandWhereOptionsHaveThem() {
    let between = PagedTextCheck.brf(.eitherCase, formFeeds: .between)
    #expect(codes("A\nB\n\u{C}A\n", between) == [])
    #expect(codes("A\nB\n\u{C}A\n\u{C}", between) == ["BRF-006"])
    #expect(codes("A\nB\n\u{C}A\nB\nC\n", between) == ["BRF-002"])
    let none = PagedTextCheck.brf(.eitherCase, formFeeds: .none)
    #expect(codes("A\nB\n", none) == [])
    #expect(codes("A\nB\n\u{C}", none) == ["BRF-006"])
  }

  @Test func lettersAndBlanksAreTheOnesAskedFor() {
    #expect(codes("aB\n\u{C}", .brf(.upperCase, formFeeds: .after)) == ["BRF-003"])
    #expect(codes("aB\n\u{C}", .brf(.lowerCase, formFeeds: .after)) == ["BRF-003"])
    #expect(codes("a_{1\n\u{C}", .brf(.lowerCase, formFeeds: .after)) == [])
    #expect(codes("⠁ ⠁\n\u{C}", .unicode(.patterns, formFeeds: .after)) == ["BRF-003"])
    #expect(codes("⠁\u{2800}⠁\n\u{C}", .unicode(.patternsAndSpaces, formFeeds: .after)) == ["BRF-003"])
  }
}
