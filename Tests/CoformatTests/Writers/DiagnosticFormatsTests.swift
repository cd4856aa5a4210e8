import FoundationEssentials
import Testing

@testable import Coformat

@Suite struct DiagnosticFormatsTests {
  private var log: DiagnosticLog {
    var log = DiagnosticLog(source: "my report é.md")
    log.report(
      Diagnostic(
        "IMG-001", .warning, "a \"quoted\" \u{1B} thing\n", hint: "do",
        at: SourceRange(SourcePosition(line: 3, column: 4), SourcePosition(line: 3, column: 9))))
    for _ in 0..<1_005 { log.report(Diagnostic("X-002", .note, "again")) }
    return log
  }

  private struct Line: Decodable {
    var type: String
    var code: String?
    var severity: String?
    var message: String?
    var hint: String?
    var source: String?
    var range: Range?
    var count: Int?

    struct Range: Decodable { var startLine, startColumn, endLine, endColumn: Int }
  }

  @Test func `JSON Lines hold everything, one object a line`() throws {
    let text = DiagnosticJSONLines.text(log)
    let lines = try text.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    #expect(lines.count == 1_002)
    #expect(lines[0].message == "a \"quoted\" \u{1B} thing\n")
    #expect(lines[0].source == "my report é.md")
    #expect(lines[0].range?.endColumn == 9)
    #expect(lines.last?.type == "more")
    #expect(lines.last?.count == 5)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isUnsafeToShow })
  }

  private struct SARIF: Decodable {
    var version: String
    var runs: [Run]

    struct Run: Decodable {
      var tool: Tool
      var columnKind: String
      var invocations: [Invocation]
      var results: [Result]
    }
    struct Tool: Decodable { var driver: Driver }
    struct Driver: Decodable { var name: String; var rules: [Rule] }
    struct Rule: Decodable { var id: String; var help: Message?; var shortDescription: Message? }
    struct Message: Decodable { var text: String }
    struct Invocation: Decodable {
      var exitCode: Int
      var executionSuccessful: Bool
      var toolExecutionNotifications: [Notification]?
    }
    struct Notification: Decodable { var message: Message }
    struct Result: Decodable {
      var ruleId: String
      var ruleIndex: Int
      var level: String
      var message: Message
      var locations: [Location]
    }
    struct Location: Decodable { var physicalLocation: Place }
    struct Place: Decodable { var artifactLocation: Artifact; var region: Region? }
    struct Artifact: Decodable { var uri: String }
    struct Region: Decodable { var startLine, startColumn, endLine, endColumn: Int }
  }

  @Test func `SARIF names rules, places and the exit code`() throws {
    let sarif = try JSONDecoder().decode(
      SARIF.self, from: Data(DiagnosticSARIF.text([log], exitCode: 3).utf8))
    let run = try #require(sarif.runs.first)
    #expect(sarif.version == "2.1.0")
    #expect(run.columnKind == "unicodeCodePoints")
    #expect(run.invocations.map(\.exitCode) == [3])
    #expect(run.invocations.map(\.executionSuccessful) == [true])
    #expect(run.invocations[0].toolExecutionNotifications?.count == 1)
    #expect(run.tool.driver.rules.map(\.id) == ["IMG-001", "X-002"])
    #expect(run.tool.driver.rules[0].help?.text == "do")
    #expect(run.tool.driver.rules[0].shortDescription != nil)
    let result = run.results[0]
    #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId)
    #expect(result.level == "warning")
    #expect(result.locations[0].physicalLocation.artifactLocation.uri == "my%20report%20%C3%A9.md")
    #expect(result.locations[0].physicalLocation.region?.startColumn == 4)
  }

  @Test func `A failed run says so in SARIF`() throws {
    let sarif = try JSONDecoder().decode(SARIF.self, from: Data(DiagnosticSARIF.text([], exitCode: 1).utf8))
    #expect(sarif.runs[0].invocations[0].executionSuccessful == false)
    #expect(sarif.runs[0].results.isEmpty)
  }

  @Test(arguments: [
    ("a b.md", "a%20b.md"), ("/x/a.md", "file:///x/a.md"), ("a:b.md", "a%3Ab.md"),
    ("100%?#.md", "100%25%3F%23.md"),
  ])
  func `A path becomes a URI reference`(path: String, uri: String) {
    #expect(DiagnosticSARIF.uri(path) == uri)
  }

  @Test func `Thousands are grouped`() {
    #expect([0, 999, 1_000, 1_234_567].map(\.grouped) == ["0", "999", "1,000", "1,234,567"])
  }
}
