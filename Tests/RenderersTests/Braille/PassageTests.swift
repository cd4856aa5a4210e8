import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel
import TestSupport
import Testing

@testable import Renderers

/// Items of lists, and lists and tables all in another language, in their own codes.
@Suite struct PassageTests {
  private func item(_ words: String, _ language: String?) -> ListItem {
    ListItem([SampleNodes.paragraph(words)], info: NodeInfo(language: language.flatMap { Language($0) }))
  }

  private func rows(_ blocks: [Block]) throws -> [[UInt8]] {
    var log = DiagnosticLog()
    let pages = try BrailleRenderer(options: BrailleOptions(profile: "display")).layOut(
      Document(blocks: blocks), log: &log)
    return pages.pages.flatMap(\.rows).map { Array($0.cells.drop { $0 == 0 }) }
  }

  private func cells(_ words: String, _ code: String) throws -> [UInt8] {
    let code = try BrailleCodes.find(code)
    let grade = try #require(code.grade(like: try BrailleCodes.find("ueb").find(grade: "2")))
    return try Translator(code: code, grade: grade.grade, survey: PrintSurvey()).translate([TextRun(words)])
      .text.cells
  }

  @Test("Items that follow one another in a language are one passage in its code")
  func items() throws {
    let list = List(
      .bulleted, [item("one", nil), item("Bonjour tous", "fr"), item("Merci", "fr"), item("last", nil)])
    let rows = try rows([.list(list)])
    let open = try #require(rows.firstIndex(of: NonUEBPassage.open("fr")))
    let close = try #require(rows.firstIndex(of: NonUEBPassage.close))
    #expect(close == open + 3)
    #expect(
      rows[open + 1].suffix(try cells("Bonjour tous", "fr").count) == (try cells("Bonjour tous", "fr"))[...])
    #expect(rows.filter { $0 == NonUEBPassage.close }.count == 1)
  }

  @Test("A list all in a language is one passage, its bullets in it")
  func lists() throws {
    let list = List(.bulleted, [item("Bonjour", "fr"), item("Merci", "fr")])
    let rows = try rows([SampleNodes.paragraph("Text"), .list(list)])
    let open = try #require(rows.firstIndex(of: NonUEBPassage.open("fr")))
    #expect(rows[(open + 1)...].firstIndex(of: NonUEBPassage.close) == open + 3)
  }

  @Test("A table whose cells are all in a language is in its code; one with others is not")
  func tables() throws {
    func table(_ last: String?) -> Block {
      func row(_ words: [(String, String?)]) -> TableRow {
        TableRow(
          words.map { word, language in
            TableCell(
              [SampleNodes.paragraph(word)], info: NodeInfo(language: language.flatMap { Language($0) }))
          })
      }
      return .table(
        Table(
          columns: [TableColumn(), TableColumn()], head: [row([("Nom", "fr"), ("Prix", "fr")])],
          bodies: [TableBody([row([("Pain", "fr"), ("deux", last)])])]))
    }
    #expect(try rows([SampleNodes.paragraph("Text"), table("fr")]).contains(NonUEBPassage.open("fr")))
    #expect(try !rows([SampleNodes.paragraph("Text"), table(nil)]).contains(NonUEBPassage.open("fr")))
  }

  @Test("A formula in the heading is brailled as one in the running head")
  func runningHeads() throws {
    let heading = Heading(
      level: 1,
      [.text(Text("The Law of ")), .mathematics(InlineMathematics(Mathematics(tex: "x^2")))])
    var log = DiagnosticLog()
    let pages = try BrailleRenderer(options: BrailleOptions(profile: "ukaaf")).layOut(
      Document(blocks: [.heading(heading), SampleNodes.paragraph("Text")]), log: &log)
    let head = try #require(pages.pages.first?.rows.first)
    #expect(head.kind == .pageInformation)
    let formula: [UInt8] = [0x2D, 0x30, 0x14, 0x3C, 0x03]
    #expect(head.cells.indices.contains { head.cells[$0...].starts(with: formula) }, "\(head.cells)")
  }
}
