import BrailleTranslation
import Testing

@testable import BrailleLayout

@Suite struct LineBreakerTests {
  private func broken(_ string: String, width: Int) -> [String] {
    let text = braille(string)
    var breaker = LineBreaker(text)
    var result: [String] = []
    while let line = breaker.next(width: width, limit: text.cells.count) {
      result.append(
        BrailleLayoutTests.text(Array(text.cells[line.cells]))
          + (line.ending == .insideWord ? "|" : line.ending == .insideNumber ? "+" : ""))
    }
    return result
  }

  @Test func breaksAtBlanksAndDropsThem() {
    #expect(broken("one two three", width: 7) == ["one two", "three"])
    #expect(broken("one two  three", width: 8) == ["one two", "three"])
  }

  @Test func fillsALineExactly() {
    #expect(broken("abcd efgh", width: 4) == ["abcd", "efgh"])
    #expect(broken("abcd", width: 4) == ["abcd"])
  }

  @Test func breaksAfterAHyphen() {
    #expect(broken("well-known fact", width: 6) == ["well-", "known", "fact"])
  }

  @Test func keepsANoBreakSpaceWhileThereIsAnotherPlace() {
    #expect(broken("about 5~km away", width: 9) == ["about", "5 km away"])
    #expect(broken("12345~kilometres", width: 10) == ["12345", "kilometres"])
  }

  @Test func endsALineInAGroupOnlyWhereNothingBetterIsLeft() {
    #expect(broken("ab-(cd_ef)", width: 8) == ["ab-", "(cd_ef)"])
    #expect(broken("(abcd_efgh)", width: 8) == ["(abcd_", "efgh)"])
  }

  @Test func dividesAWordOnlyWhenItIsLongerThanTheLine() {
    #expect(broken("a abcdefghij b", width: 4) == ["a", "abcd|", "efgh|", "ij b"])
  }

  @Test func leadingAndTrailingBlanksFallAway() {
    #expect(broken("  a b  ", width: 3) == ["a b"])
    #expect(broken("   ", width: 3) == [])
  }

  @Test(arguments: 1...12) func losesNoCell(width: Int) {
    let words = "the quick-brown fox jumped over~it and-then incomprehensibilities followed"
    let joined = broken(words, width: width).map { $0.hasSuffix("|") ? String($0.dropLast()) : $0 + " " }
      .joined()
    let expected = words.filter { $0 != " " && $0 != "~" }
    #expect(joined.filter { $0 != " " } == expected)
    #expect(broken(words, width: width).allSatisfy { $0.filter { $0 != "|" }.count <= width })
  }
}

extension LineBreakerTests {
  @Test func aNumberLongerThanTheLineIsContinuedByDotFive() {
    var text = braille("ab1234567890")
    for index in 2..<11 { text.breaks[index] = .insideNumber }
    var breaker = LineBreaker(text)
    let first = breaker.next(width: 6, limit: text.cells.count)
    // Five cells of text, and one for the sign.
    #expect(first?.cells == 0..<5 && first?.ending == .insideNumber)
    let second = breaker.next(width: 6, limit: text.cells.count)
    #expect(second?.cells == 5..<10 && second?.ending == .insideNumber)
    let third = breaker.next(width: 6, limit: text.cells.count)
    #expect(third?.cells == 10..<12 && third?.ending == .betweenWords)
  }
}
