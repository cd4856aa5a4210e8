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
    #expect(BrailleCodes.alternatives(to: "en").prefix(3) == ["ueb", "bauk", "ebae"])
    #expect(BrailleCodes.alternatives(to: "so").isEmpty)
    #expect(BrailleCodes.forLanguage("en-GB").map(\.id).prefix(3) == ["ueb", "bauk", "ebae"])
  }

  @Test(arguments: [
    ("cy", "cy"), ("cy-GB", "cy"), ("PL", "pl"), ("en", "ueb"), ("en-GB", "ueb"), ("en_US", "ueb"),
    ("nb", "no"),
    ("zh-Hant-TW", "zh-tw"), ("zh-CN", "zh"), ("pa", "pa"), ("pa-Arab-PK", "pnb"), ("prs", "fa"),
    ("de-AT", "de"),
  ])
  func languageTagsFindTheCodeThatServesThem(tag: String, id: String) throws {
    #expect(BrailleCodes.serving(tag)?.id == id)
    #expect(try BrailleCodes.find(tag).id == id)
  }

  /// Somali has no table, and Romanian only one of eight dots, which no document gets unasked.
  @Test(arguments: ["so", "ro", "ja", "x", ""]) func noCodeServesTheseByThemselves(tag: String) {
    #expect(BrailleCodes.serving(tag) == nil)
  }

  @Test func aLanguageIsServedByOneCodeOfSixDots() {
    let served = BrailleCodes.all.flatMap { code in code.serves.map { (tag: $0.lowercased(), code: code) } }
    #expect(Set(served.map(\.tag)).count == served.count)
    #expect(served.allSatisfy { $0.code.dots == 6 && $0.code.system != "computer" })
    #expect(served.count > 90)
  }

  /// Those the project promises, by the tag a British author would write.
  @Test(arguments: [
    "en", "cy", "ga", "fr", "de", "es", "pt", "it", "nl", "pl", "uk", "ru", "el", "tr", "ar", "fa", "ur",
    "hi", "pa",
    "pa-Arab", "bn", "gu", "zh", "lt", "lv", "cs", "sk", "hu", "bg", "hr", "sr", "sl", "vi", "ta", "te", "ml",
    "mr", "ne",
    "si", "ko", "he", "sw", "no", "sv", "da", "fi", "is", "eo", "kmr", "ckb",
  ])
  func theLanguagesOfTheUnitedKingdomAreServed(tag: String) throws {
    let code = try #require(BrailleCodes.serving(tag))
    _ = try Translator(code: code, grade: #require(code.defaultGrade).grade)
  }

  @Test func gradesInOneDocumentGoTogether() throws {
    let ueb = try BrailleCodes.find("ueb")
    let welsh = try BrailleCodes.find("cy")
    let polish = try BrailleCodes.find("pl")
    #expect(try welsh.grade(like: ueb.find(grade: "2"))?.grade == "2")
    #expect(try polish.grade(like: ueb.find(grade: "2"))?.grade == "1")
    #expect(try welsh.grade(like: BrailleCodes.find("nl").find(grade: "0"))?.grade == "1")
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
