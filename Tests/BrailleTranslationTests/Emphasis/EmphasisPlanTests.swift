import Testing

@testable import BrailleTranslation

@Suite struct EmphasisPlanTests {
  let translator: Translator
  init() throws { translator = try .ueb("2") }

  @Test func oneWordTakesTheWordIndicatorAndItsFullStop() throws {
    #expect(
      try translator.brf([TextRun("Read "), TextRun("this", emphasis: .italic), TextRun(".")]) == ",R1D .1?4")
  }

  /// liblouis 3.24 closes the passage a word early when a full stop touches it.
  @Test func threeWordsArePassage() throws {
    let runs = [TextRun("Read the book now please", emphasis: .italic), TextRun(".")]
    #expect(try translator.brf(runs) == ".7,R1D ! BOOK N[ PL1SE.'4")
  }

  @Test func wordsEmphasisedOneByOneMakeAPassage() throws {
    let runs = ["one", "two", "six"].flatMap { [TextRun($0, emphasis: .bold), TextRun(" ")] }
    #expect(try translator.brf(runs) == "^7\"O TWO SIX^' ")
  }

  @Test func passagesNest() throws {
    let runs = [
      TextRun("one two ", emphasis: .italic), TextRun("six ten red", emphasis: [.italic, .bold]),
      TextRun(" end", emphasis: .italic),
    ]
    #expect(try translator.brf(runs) == ".7\"O TWO ^7SIX T5 R$^' 5D.'")
  }

  @Test func emphasisInsideANumberIsWidenedToIt() throws {
    #expect(try translator.brf([TextRun("27."), TextRun("9", emphasis: .underline)]) == "_1#BG4I")
  }

  /// Many spans that all begin in one number must not each be followed back to its start.
  @Test func everySecondDigitOfALongNumberEmphasisedIsDoneAtOnce() throws {
    let runs = (0..<200_000).map { TextRun("1", emphasis: $0 % 2 == 0 ? [] : .bold) }
    #expect(try translator.translate(runs).text.cells.count > 200_000)
  }

  @Test func passagesThatBeginTogetherEndInTheOppositeOrder() throws {
    let all: Emphasis = [.italic, .underline]
    #expect(try translator.brf([TextRun("so far away", emphasis: all)]) == "_7.7S F> AWAY.'_'")
    let runs = [TextRun("so far away", emphasis: all), TextRun(" from it", emphasis: .italic)]
    #expect(try translator.brf(runs) == ".7_7S F> AWAY_' F X.'")
  }

  @Test func transcribersNotesHaveTheirSignsAtAnyLength() throws {
    let note = TextRun("people", emphasis: .transcribersNote)
    #expect(try translator.brf([note]) == "@.<P@.>")
    #expect(try translator.brf([TextRun("the "), note, TextRun(" it")]) == "! @.<P@.> X")
    #expect(try translator.brf([TextRun("x"), note, TextRun("y")]) == "X@.<PEOPLE@.>Y")
    let inside = TextRun("a ☃ and a bold one", emphasis: [.transcribersNote, .bold])
    #expect(try translator.brf([inside]) == "@.<^7A SN[MAN & A BOLD \"O^'@.>")
  }

  @Test func uncontractedRunsKeepTheirPlaceInTheSentence() throws {
    let runs = [TextRun("the "), TextRun("mot juste", treatment: .uncontracted), TextRun(" for people")]
    #expect(try translator.brf(runs) == "! MOT JUSTE = P")
    let french = try Translator(code: BrailleCodes.find("fr"), grade: "2")
    let plain = try Translator(code: BrailleCodes.find("fr"), grade: "1")
    #expect(try french.brf([TextRun("bonjour", treatment: .uncontracted)]) == plain.brf("bonjour"))
    #expect(try french.brf("bonjour") != plain.brf("bonjour"))
  }
}
