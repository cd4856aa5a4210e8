import Coformat
import Testing

/// The places of what the check of readability finds.
@Suite struct ReadabilityCheckTests {
  private func findings(_ source: String, _ code: String, format: String = "markdown") throws -> [Diagnostic]
  {
    var log = DiagnosticLog(source: "report.md")
    var check = ReadabilityCheck()
    check.format = format
    _ = try check.run(.source(Source(name: "report.md", bytes: Array(source.utf8))), log: &log)
    return log.diagnostics.filter { $0.code == code }
  }

  @Test func `A word is found where it stands, also in emphasis`() throws {
    let found = try findings("Read this.\n\nSend us the **intervention** now.\n", "RDB-011")
    #expect(
      found.map(\.range) == [
        SourceRange(SourcePosition(line: 3, column: 15), SourcePosition(line: 3, column: 27))
      ])
  }

  @Test func `A sentence over lines has the range of both`() throws {
    let words = "You can go to the big house by the sea\nwith all of your old friends in May."
    let range = try #require(try findings(words, "RDB-002").first?.range)
    #expect(range.start.line == 1 && range.end.line == 2)
  }

  @Test func `Cells and headings are no sentences`() throws {
    let source = "# A very long heading with a great many words in it that goes on and on for ever\n"
    #expect(try findings(source, "RDB-002").isEmpty)
  }

  @Test func `Words in another language are not held against lists of English ones`() throws {
    let source = "# Your library at home / <span lang=\"cy\">Eich llyfrgell gartref</span>\n"
    #expect(try findings(source, "RDB-011").isEmpty)
    let unmarked = "# Your library at home / Eich llyfrgell gartref\n"
    #expect(try !findings(unmarked, "RDB-011").isEmpty)
  }
}
