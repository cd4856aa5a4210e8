import Diagnostics
import Testing

@testable import BrailleTranslation

@Suite struct BrailleCodesTests {
  @Test func idsAndGradesAreUnique() {
    #expect(BrailleCodes.all.count > 100)
    #expect(Set(BrailleCodes.all.map(\.id)).count == BrailleCodes.all.count)
    #expect(BrailleCodes.all.first?.id == "ueb")
    for code in BrailleCodes.all {
      #expect(!code.grades.isEmpty && Set(code.grades.map(\.grade)).count == code.grades.count, "\(code.id)")
    }
  }

  /// Every table compiles, and gives nothing but cells of its number of dots.
  @Test(arguments: BrailleCodes.all.map(\.id))
  func everyGradeTranslates(id: String) throws {
    let code = try BrailleCodes.find(id)
    for grade in code.grades {
      let translator = try Translator(code: code, grade: grade.grade)
      let text = try translator.translate([
        TextRun("Report 2, the 15 % “end” (a–b): é ☃ ж 漢.", emphasis: .bold)
      ]).text
      #expect(text.cells.count > 20)
      #expect(code.dots == 8 || text.cells.allSatisfy { $0 < 0x40 })
      #expect(text.origins == text.origins.sorted())
    }
  }

  @Test func unknownCodesGetSuggestions() {
    #expect(throws: ConversionFailure.self) { try BrailleCodes.find("uebb") }
    #expect(BrailleCodes.alternatives(to: "uebb") == ["ueb"])
    #expect(BrailleCodes.alternatives(to: "UEB").first == "ueb")
    #expect(BrailleCodes.alternatives(to: "de-DE").first == "de")
    #expect(BrailleCodes.alternatives(to: "welsh") == ["cy"])
    #expect(BrailleCodes.alternatives(to: "english").first == "ueb")
    #expect(BrailleCodes.alternatives(to: "en") == ["ueb", "en-gb", "en-us"])
    #expect(BrailleCodes.alternatives(to: "so").isEmpty)
    #expect(BrailleCodes.forLanguage("en-GB").map(\.id) == ["ueb", "en-gb", "en-us"])
  }

  @Test func aMissingGradeNamesThoseThereAre() throws {
    let failure = #expect(throws: ConversionFailure.self) {
      try Translator(code: BrailleCodes.find("fi"), grade: "2")
    }
    #expect(failure?.diagnostic.code == "BT-002")
    #expect(failure?.diagnostic.hint == "give grade 1")
  }

  /// A Persian table has eight-dot signs for Latin letters; a six-dot page needs six-dot ones.
  @Test func latinWordsInAnotherScriptAreWrittenWithPlainLetters() throws {
    let persian = try Translator(code: BrailleCodes.find("fa"), grade: "1")
    #expect(try persian.brf("Word") == "WORD")
  }

  @Test func foreignLettersLoseOnlyTheirMarksWithAReport() throws {
    let french = try Translator(code: BrailleCodes.find("fr"), grade: "1")
    let translation = try french.translate([TextRun("Erdős")])
    #expect(translation.substitutions.map(\.outcome) == [.equivalent("o")])
  }
}
