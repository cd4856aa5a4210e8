import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel
import TestSupport
import Testing
import Wording

@testable import Renderers

/// What coformat adds is in the document's language.
@Suite struct OwnWordsTests {
  private func document(_ language: String?) -> Document {
    var document = Document(blocks: [
      .heading(Heading(level: 1, [.text(Text("Top"))])),
      .paragraph(Paragraph([.text(Text("Text")), .noteReference(NoteReference("n"))])),
      .heading(Heading(level: 2, [.text(Text("Next"))])), SampleNodes.paragraph("More"),
      .heading(Heading(level: 2, [.text(Text("Last"))])),
      .paragraph(Paragraph([.image(Image("a.png", alternative: .missing))])),
    ])
    document.notes = [Note(id: "n", label: nil, blocks: [SampleNodes.paragraph("Note")])]
    document.metadata.language = language.flatMap { Language($0) }
    document.metadata.title = "Title"
    return document
  }

  private func layOut(
    _ document: Document, _ change: (inout BrailleOptions) -> Void = { _ in }
  ) throws -> (print: [String], log: DiagnosticLog) {
    var options = BrailleOptions(
      proofing: ProofingOptions(proof: .html), frontMatter: .auto, contents: .yes)
    change(&options)
    var log = DiagnosticLog()
    let pages = try BrailleRenderer(options: options).layOut(document, log: &log)
    let added = pages.pages.flatMap(\.rows).filter { $0.origin == .program }
    return (added.compactMap(\.printWords), log)
  }

  @Test(
    "In the languages that have words",
    arguments: [
      ("cy", ["Cynnwys", "Nodiadau", "Llun heb ddisgrifiad"]), ("de-AT", ["Inhalt", "Anmerkungen"]),
      ("ar", ["المحتويات", "الملاحظات"]), ("hi", ["विषय-सूची", "टिप्पणियाँ"]), ("zh-TW", ["目錄", "註釋"]),
      ("so", ["Tusmo", "Qoraallo"]), ("en-GB", ["Contents", "Notes"]),
    ])
  func languages(language: String, words: [String]) throws {
    let (print, log) = try layOut(document(language))
    for word in words { #expect(print.contains(word), "\(print)") }
    #expect(!log.diagnostics.contains { $0.code == "BRL-036" })
  }

  @Test("English stands in for other languages, and is said once")
  func standIns() throws {
    let (print, log) = try layOut(document("ha"))
    #expect(print.contains("Contents") && print.contains("Notes"))
    #expect(log.diagnostics.filter { $0.code == "BRL-036" }.count == 1)
  }

  @Test("A code that lacks the letters of the document's language has its own language's words")
  func otherCodes() throws {
    #expect(try layOut(document("ar")) { $0.code = "ueb" }.print.contains("Contents"))
    #expect(try layOut(document("cy")) { $0.code = "ueb" }.print.contains("Cynnwys"))
    #expect(try layOut(document(nil)) { $0.code = "fr" }.print.contains("Table des matières"))
  }

  /// Cells are the same, whether English is said or not.
  @Test("Every word there is has cells in the code of its language", arguments: ProgramWords.languages)
  func cells(language: String) throws {
    guard let code = BrailleCodes.serving(language) else { return }
    let grade = try #require(code.defaultGrade).grade
    let translator = try Translator(code: code, grade: grade, survey: PrintSurvey())
    let lost = try translator.translate([TextRun(ProgramWords(Language(language)).all)]).substitutions
      .filter { if case .named = $0.outcome { true } else { false } }
    #expect(lost.isEmpty, "\(lost)")
  }
}
