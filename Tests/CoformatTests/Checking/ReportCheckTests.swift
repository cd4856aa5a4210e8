import Coformat
import TestSupport
import Testing

/// `coformat check` of reports: acronyms, and text in pictures.
@Suite struct ReportCheckTests {
  private func messages(_ source: String, _ codes: String..., in folder: TemporaryFolder? = nil) throws
    -> [String]
  {
    var log = DiagnosticLog(source: "report.md")
    let name = folder.map { $0("report.md") } ?? "report.md"
    _ = try FileCheck().run(
      .source(Source(name: name, bytes: Array(("---\nlang: en\n---\n# R\n\n" + source + "\n").utf8))),
      log: &log)
    return log.diagnostics.filter { codes.contains($0.code) }.map(\.message)
  }

  // MARK: - Acronyms

  @Test(
    arguments: [
      "JOIN the group today.", "You MUST sign the form, and NEVER later.", "**JOIN** us.",
      "Please do NOT touch.",
      "ALL of it stays. OPENED in May.", "The forms are urgent. Send URGENT ones first.",
      "STEPS to take: READ it.", "Part XVIII of II.",
      "The world health organization (WHO) met.", "The NHS and the UK have AIDS under control; IT helps.",
    ])
  func `Capitals for weight are no acronym`(text: String) throws {
    #expect(try messages(text, "ACC-043") == [])
  }

  @Test(
    arguments: [
      ("The WHO met, and who was there?", "WHO"), ("Ask for PIP now.", "PIP"),
      ("Schools have SEND staff.", "SEND"),
      ("We send it. SEND staff do.", "SEND"), ("The DWP pays.", "DWP"), ("It follows NICE advice.", "NICE"),
      ("The CQC met.", "CQC"), ("Pupils sit SATS.", "SATS"),
    ])
  func `An acronym is one although it is spelt like a word`(text: String, word: String) throws {
    let found = try messages(text, "ACC-043")
    #expect(found.count == 1 && found.first?.contains("\"\(word)\"") == true, "\(found)")
  }

  // MARK: - Text in pictures

  @Test(
    arguments: [
      "![Screenshot of the booking page](a.png)", "![Poster with the words Stay safe](a.png)",
      "![Opening hours](screenshot-3.png)", "![Opening hours](img/Screen%20Shot%202024.png)",
      "![Rents by town](table-2.jpg)", "![Rents by town](Table3.png)", "![](scan_0001.jpg)",
      "![Sign: \u{201C}All visitors must report to the desk on the left\u{201D}](a.png)",
      "![Town | Rent | Year | Change](a.png)",
      "![Text, letter\u{A0}Description automatically generated](a.png)",
    ])
  func `A picture that is spoken of as text, or named so, seems to hold some`(source: String) throws {
    #expect(try messages(source, "ACC-013").count == 1)
  }

  @Test(
    arguments: [
      "![A woman reads a letter at a table](a.png)", "![Rents rose from 12 to 15 percent](chart.png)",
      "![A kitchen table](table.jpg)", "![](data:image/png;base64,scan)", "![The postern gate](postern.jpg)",
      "![A sign says \u{201C}Stop\u{201D}](a.png)", "![A tree. Description automatically generated](a.png)",
    ])
  func `Other pictures do not`(source: String) throws {
    #expect(try messages(source, "ACC-013") == [])
  }

  @Test func `What a program guessed is no text alternative`() throws {
    let found = try messages("![A tree. Description automatically generated](a.png)", "ACC-011")
    #expect(found.count == 1 && found[0].contains("guessed"))
  }

  @Test func `Words of a drawing that are said nowhere are named`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.svg",
      """
      <svg xmlns="http://www.w3.org/2000/svg"><title>Nobody</title><desc>sees this</desc>\
      <text>Alder <tspan>Marsh</tspan></text><g><text>Waiting times 2024</text></g><style>.x {}</style></svg>
      """)
    let unsaid = try messages(
      "![Bars](a.svg)\n\nThe times in Alder.\n\n![Bars](a.svg)", "ACC-014", in: folder)
    #expect(unsaid.count == 1 && unsaid[0].hasSuffix("\"Marsh\", \"Waiting\""), "\(unsaid)")
    #expect(try messages("![Waiting times in Alder and Marsh](a.svg)", "ACC-014", in: folder) == [])
    let empty = try messages("![](a.svg)", "ACC-014", in: folder)
    #expect(empty.count == 1, "\(empty)")
  }
}
