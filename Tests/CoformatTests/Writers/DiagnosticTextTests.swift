import Coformat
import Testing

@Suite struct DiagnosticTextTests {
  private func log(_ diagnostics: Diagnostic..., source: String = "report.md") -> DiagnosticLog {
    var log = DiagnosticLog(source: source)
    for diagnostic in diagnostics { log.report(diagnostic) }
    return log
  }

  private func range(_ line: Int, _ column: Int) -> SourceRange {
    SourceRange(SourcePosition(line: line, column: column), SourcePosition(line: line, column: column + 2))
  }

  @Test func `A diagnostic is a line, with its hint below`() {
    let log = log(Diagnostic("MD-003", .warning, "something is lost", hint: "look", at: range(12, 3)))
    #expect(
      DiagnosticText().text(log) == "report.md:12:3: warning: something is lost [MD-003]\n    look\n")
  }

  @Test func `A hint is not said twice`() {
    let log = log(
      Diagnostic("MD-003", .warning, "one", hint: "look"),
      Diagnostic("MD-003", .warning, "two", hint: "look"),
      Diagnostic("MD-003", .warning, "three", hint: "look there"))
    #expect(
      DiagnosticText().text(log) == """
        report.md: warning: one [MD-003]
            look
        report.md: warning: two [MD-003]
        report.md: warning: three [MD-003]
            look there

        """)
  }

  @Test func `After ten of a code the rest are counted, kept or not`() {
    var log = DiagnosticLog()
    for _ in 0..<12_345 { log.report(Diagnostic("X-001", .warning, "again")) }
    let lines = DiagnosticText().text(log).split(separator: "\n")
    #expect(lines.count == 11)
    #expect(lines.last == "12,335 more of X-001 are not shown")
    let all = DiagnosticText(perCode: nil).text(log).split(separator: "\n")
    #expect(all.count == 1_001)
    #expect(all.last == "11,345 more of X-001 are not shown")
  }

  @Test func `What matters less than asked for is left out`() {
    let log = log(Diagnostic("X-001", .note, "note"), Diagnostic("X-002", .error, "error"))
    #expect(DiagnosticText(least: .error).text(log) == "report.md: error: error [X-002]\n")
    #expect(DiagnosticText(least: .note).text(log).split(separator: "\n").count == 2)
  }

  @Test func `Nothing acts on the terminal`() {
    let log = log(
      Diagnostic("X-001", .error, "\u{1B}[31m\u{9B}\u{202E}\u{0}\r\n", hint: "\u{7}"),
      source: "a\u{1B}]0;x.md")
    let text = DiagnosticText().text(log)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || (0x20..<0x7F).contains($0.value) })
    #expect(text.contains("\\u{1B}[31m\\u{9B}\\u{202E}\\u{0}\\u{D}\\u{A}"))
    #expect(text.contains("a\\u{1B}]0;x.md"))
  }

  @Test func `Colour is there only when asked for`() {
    let log = log(Diagnostic("X-001", .warning, "w"))
    #expect(!DiagnosticText().text(log).contains("\u{1B}"))
    #expect(DiagnosticText(colour: .terminal).text(log).contains("\u{1B}[33mwarning\u{1B}[0m"))
  }

  @Test func `A part of a package is named`() {
    var log = DiagnosticLog(source: "a.epub")
    log.parts = ["a.epub", "ch1.xhtml"]
    log.report(
      Diagnostic(
        "X-001", .warning, "w",
        at: SourceRange(SourcePosition(line: 2, column: 5), SourcePosition(line: 2, column: 6), part: 1)))
    #expect(DiagnosticText().text(log) == "a.epub(ch1.xhtml):2:5: warning: w [X-001]\n")
  }
}
