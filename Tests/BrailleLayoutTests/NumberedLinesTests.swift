import Testing

@testable import BrailleLayout

@Suite struct NumberedLinesTests {
  private func lines(
    _ text: String, numbers: [(Int, String)], cells: Int = 16, style: PageFurnitureStyle = .none
  ) throws -> [String] {
    let marks = numbers.map { TextMark(offset: $0.0, kind: .printLine(Array($0.1.utf8))) }
    let pages = try Paginator.layOut(
      [item(text, marks: marks)], profile: LayoutProfiles.named("bana"), cells: cells, lines: 6,
      furniture: plainFurniture(style))
    return BrailleLayoutTests.lines(pages).flatMap(\.self)
  }

  @Test func theNumberStandsAtTheMarginAndThreeBlanksWhereItsLineBegins() throws {
    #expect(
      try lines("aa bb cc dd ee ff gg", numbers: [(0, "5"), (9, "6")]) == [
        "aa bb cc       5", "dd ee ff gg    6",
      ])
    #expect(try lines("aa bb cc dd", numbers: [(3, "5")]) == ["aa   bb cc dd  5"])
  }

  @Test func noTextEntersTheColumnOfNumbers() throws {
    #expect(try lines("aaaa bbbb cccc", numbers: [(0, "10")], cells: 14) == ["aaaa bbbb   10", "cccc"])
  }

  @Test func aLineHasOneNumber() throws {
    #expect(
      try lines("aa bb cc dd", numbers: [(0, "1"), (3, "2"), (6, "3")]) == [
        "aa             1", "bb             2", "cc dd          3",
      ])
  }

  @Test func noNumberIsLost() throws {
    // Within a word, after the last word, and two at one place.
    #expect(try lines("aaaa bb", numbers: [(2, "1")]) == ["aaaa   bb      1"])
    #expect(try lines("aa bb", numbers: [(5, "1"), (5, "2")]) == ["aa   bb      1 2"])
  }

  @Test func thePageNumberHasItsLineToItself() throws {
    let found = try lines(
      "aa bb cc dd ee ff gg hh ii jj kk ll mm", numbers: [(0, "1")], cells: 12, style: .corners)
    #expect(found.prefix(6) == ["aa bb cc   1", "dd ee ff", "gg hh ii", "jj kk ll", "mm", "           1"])
  }
}
