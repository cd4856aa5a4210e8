import BrailleTranslation
import Testing

@Suite struct TranslatorTests {
  @Test func contractsInGradeTwo() throws {
    let translator = try Translator(code: BrailleCodes.find("ueb"), grade: "2")
    let braille = try translator.translate([TextRun("the cat")]).text
    #expect(braille.cells == [0x2E, 0, 0x09, 0x01, 0x1E])
    #expect(braille.origins == [0, 3, 4, 5, 6])
    #expect(braille.breaks == [.never, .blank, .never, .never, .never])
  }
}
