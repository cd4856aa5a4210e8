import BrailleTranslation
import Testing

/// Braille among print, as formulas are.
@Suite struct InlaysTests {
  /// x and 2, in the cells of mathematics, with plain print beside them.
  private static let letter = BrailleText(cells: [0x30, 0x2D], origins: [0, 0], breaks: [.never, .never])
  private static let digit = BrailleText(cells: [0x3C, 0x03], origins: [0, 0], breaks: [.never, .never])

  private func translated(_ before: String, _ braille: BrailleText, _ after: String) throws -> String {
    let runs = [TextRun(before), TextRun(braille: braille, print: "x+y"), TextRun(after)]
    return Brf.text(try Translator.ueb("2").translate(runs.filter { !$0.text.isEmpty }).text.cells)
  }

  @Test func cellsStandAsTheyAreWhateverThePrintIs() throws {
    #expect(try translated("", Self.letter, "") == ";X")
    #expect(try translated("people ", Self.letter, " people") == "P ;X P")
  }

  @Test func lettersThatTouchANumberAreSetApartFromIt() throws {
    #expect(try translated("", Self.digit, "a") == "#B;A")
    #expect(try translated("", Self.digit, "nd") == "#BND")
  }

  @Test func aPassageOfCapitalsEndsBeforeIt() throws {
    #expect(try translated("ONE TWO ", Self.letter, " AND FOUR") == ",,\"O ,,TWO ;X ,,& ,,F\\R")
  }

  @Test func whatComesAfterAHyphenIsContracted() throws {
    #expect(try translated("", Self.letter, "-means") == ";X-M1NS")
  }

  @Test func originsCountThePrint() throws {
    let two = BrailleText(
      cells: [0x2D, 0x10, 0x16, 0x3D], origins: [0, 1, 1, 2], breaks: [.never, .never, .after, .never])
    let text = try Translator.ueb("2").translate([TextRun("a "), TextRun(braille: two, print: "x + y")]).text
    #expect(text.origins == [0, 1, 2, 3, 3, 5])
    #expect(text.breaks[4] == .after)
  }
}
