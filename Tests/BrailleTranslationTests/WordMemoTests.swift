import FoundationEssentials
import TestSupport
import Testing

@testable import BrailleTranslation

@Suite struct WordMemoTests {
  /// Each is safe or not for a reason of its own.
  @Test(arguments: [
    ("The cat sat.", true), ("1 000", false), ("1\u{A0}000", true), ("ONE TWO THREE", false),
    ("ONE TWO three", true), ("ONE TWO 3 THREE", false), ("ONE TWO", true), ("say \"so\"", false), ("", true),
  ])
  func knowsWhichTextsAreSafe(_ text: String, isSafe: Bool) {
    #expect(WordMemo.isSafe(text.unicodeScalars.map(\.value), joiningSpace: 0x20) == isSafe)
  }

  @Test func forgetsAndGoesOnWhenFull() throws {
    let translator = try Translator.ueb("2")
    var memo = WordMemo(tables: translator.tables, joiningSpace: 0x20, capacity: 10)
    for start in stride(from: 0, to: 100, by: 7) {
      let text = (start..<(start + 7)).map { "knowledge\($0)ing" }.joined(separator: " ").unicodeScalars.map(
        \.value)
      let raw = try memo.translate(text)
      let whole = try Liblouis.shared.translate(text, tables: translator.tables)
      #expect(raw.cells == whole.cells)
      #expect(raw.origins == whole.origins)
    }
  }

  @Test(.enabled(if: SharedData.isPresent), arguments: ["1", "2"])
  func givesWhatWholeParagraphsGive(grade: String) throws {
    let memo = try Translator.ueb(grade)
    let whole = try Translator(
      code: BrailleCodes.find("ueb"), grade: grade, survey: PrintSurvey(), remembersWords: false)
    var characters = 0
    for paragraph in try SharedData.paragraphs("corpora/reports-md", upTo: 500_000) {
      characters += paragraph.utf8.count
      let remembered = try memo.translate([TextRun(paragraph)])
      let given = try whole.translate([TextRun(paragraph)])
      if remembered != given {
        Issue.record("\(paragraph): \(Brf.text(remembered.text.cells)) and \(Brf.text(given.text.cells))")
      }
    }
    #expect(characters > 400_000)
  }
}
