import Diagnostics
import DocumentModel
import Testing

@testable import EasyRead

/// Decisions about what the report does not have any more.
@Suite("Stale decisions") struct StalenessTests {
  private static func result(_ sentences: String...) -> EasyReadResult {
    var blocks: [Block] = [.heading(Heading(level: 1, [.text(Text("2. How to pay"))]))]
    blocks += sentences.map { .paragraph(Paragraph([.text(Text($0))])) }
    return EasyRead.simplify(Document(blocks: blocks))
  }

  private static func stale(_ yaml: String, in result: EasyReadResult) throws -> [Diagnostic] {
    let (file, problems) = try AuthorFileTests.read(yaml)
    #expect(problems.isEmpty)
    return file.stale(in: result)
  }

  @Test("A sentence that changed is shown beside what it is now")
  func sentences() throws {
    let result = Self.result("The board met in May.", "Pay the bill at the counter before noon on Friday.")
    let problems = try Self.stale(
      "sentences:\n  - original: Pay the bill at the counter before noon on Monday.\n    write: Pay by noon.\n",
      in: result)
    #expect(problems.map(\.code) == ["EZA-010"])
    #expect(problems[0].message.contains("noon on Monday"))
    #expect(problems[0].hint?.contains("Pay the bill at the counter before noon on Friday.") == true)
    #expect(problems[0].range?.start.line == 2)
  }

  @Test("A sentence that is there is no problem, whatever its spaces")
  func fresh() throws {
    let result = Self.result("The board\n  met in May.")
    #expect(
      try Self.stale("sentences:\n  - original: The board met in May.\n    write: A.\n", in: result).isEmpty)
  }

  @Test("A heading is found with or without its number; one that is gone has its nearest")
  func headings() throws {
    let result = Self.result("The board met in May.")
    let known =
      "pictures:\n  - heading: how to pay\n    file: a.png\n  - heading: 2. How to pay\n    file: b.png\n"
    #expect(try Self.stale(known, in: result).isEmpty)
    let problems = try Self.stale("pictures:\n  - heading: 2. How to play\n    file: a.png\n", in: result)
    #expect(problems.map(\.code) == ["EZA-011"])
    #expect(problems[0].hint?.contains("2. How to pay") == true)
  }

  @Test("A suggestion that is not offered is an error")
  func suggestions() throws {
    let problems = try Self.stale("accept: [00000000.brackets]\n", in: Self.result("The board met."))
    #expect(problems.map(\.code) == ["EZA-012"])
    let asked = AuthorFile().stale(in: Self.result("The board met."), asked: ["00000000.brackets"])
    #expect(asked.map(\.code) == ["EZA-012"])
  }

  @Test("Words that are nowhere are warned about; forms of words that are there count")
  func words() throws {
    let problems = try Self.stale(
      "replace: { board: group, zebra: horse }\nkeep: [bill]\ndefine: { meeting: A. }\n",
      in: Self.result("The boards pay bills."))
    #expect(problems.map(\.code) == ["EZA-013", "EZA-013"])
    #expect(problems.allSatisfy { $0.severity == .warning })
    #expect(problems.map(\.message).joined().contains("zebra"))
    #expect(problems.map(\.message).joined().contains("meeting"))
  }
}

/// Sections that are left out.
@Suite("Sections left out") struct LeftOutSectionTests {
  private func heading(_ level: Int, _ text: String) -> Block {
    .heading(Heading(level: level, [.text(Text(text))]))
  }
  private func paragraph(_ text: String) -> Block { .paragraph(Paragraph([.text(Text(text))])) }

  @Test("A section goes with all below it, to the next heading of its level")
  func cutting() throws {
    let file = try AuthorFileTests.read("leave-out:\n  - heading: Annex\n    reason: For officers.\n").file
    let document = Document(blocks: [
      heading(1, "Report"), paragraph("one"), heading(2, "Annex"), paragraph("two"), heading(3, "Below"),
      .division(Division([paragraph("three")])), heading(2, "After"), paragraph("four"),
    ])
    var problems: [Diagnostic] = []
    let rest = file.leavingOut(document, problems: &problems)
    #expect(rest.blocks == [heading(1, "Report"), paragraph("one"), heading(2, "After"), paragraph("four")])
    #expect(problems.map(\.code) == ["EZA-014"])
    #expect(problems[0].message.contains("For officers."))
  }

  @Test("A section that is not there is an error")
  func missing() throws {
    let file = try AuthorFileTests.read("leave-out:\n  - heading: Anex\n    reason: A.\n").file
    var problems: [Diagnostic] = []
    let document = Document(blocks: [heading(1, "Annex"), paragraph("one")])
    let rest = file.leavingOut(document, problems: &problems)
    #expect(rest == document)
    #expect(problems.map(\.code) == ["EZA-011"])
    #expect(problems[0].hint?.contains("Annex") == true)
  }
}
