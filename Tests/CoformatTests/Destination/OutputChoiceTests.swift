import Coformat
import TestSupport
import Testing

@Suite struct OutputChoiceTests {
  private func paths(_ argument: String?, _ inputs: [Input]) throws -> [String] {
    try OutputChoice(argument: argument).destinations(for: inputs, fileExtension: "brf").map(\.name)
  }

  private func refusal(_ argument: String?, _ inputs: [Input]) -> String? {
    #expect(throws: ConversionFailure.self) { try paths(argument, inputs) }?.diagnostic.code
  }

  @Test(arguments: [
    ("report.md", "report.brf"), ("a/report.v2.md", "a/report.v2.brf"), ("report", "report.brf"),
    (".hidden", ".hidden.brf"), ("a.b/report", "a.b/report.brf"), ("REPORT.MD", "REPORT.brf"),
    ("a.\u{301}x", "a.brf"),
  ])
  func `Each goes beside its source`(source: String, output: String) throws {
    #expect(try paths(nil, [.file(source)]) == [output])
  }

  @Test func `A file, a folder and standard output may be named`() throws {
    let folder = try TemporaryFolder()
    #expect(try paths("x.brf", [.file("a/report.md")]) == ["x.brf"])
    #expect(try paths("-", [.file("report.md")]) == ["standard output"])
    #expect(try paths("out/", [.file("a/r.md"), .file("s.md")]) == ["out/r.brf", "out/s.brf"])
    #expect(try paths(folder.path, [.file("a/r.md")]) == ["\(folder.path)/r.brf"])
  }

  @Test func `Standard input goes to standard output unless a place is named`() throws {
    #expect(try paths(nil, [.standardInput]) == ["standard output"])
    #expect(try paths("out/", [.standardInput]) == ["out/standard-input.brf"])
  }

  @Test func `Two inputs are never written to one place`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/report.md")
    #expect(refusal("out/", [.file("a/report.md"), .file("b/report.html")]) == "OUT-005")
    #expect(refusal(nil, [.file("report.md"), .file("report.html")]) == "OUT-005")
    #expect(refusal(nil, [.file(folder("a/r.md")), .file(folder("a/../a/r.html"))]) == "OUT-005")
    #expect(refusal("x.brf", [.file("a.md"), .file("b.md")]) == "OUT-006")
    #expect(refusal("-", [.file("a.md"), .file("b.md")]) == "OUT-006")
    #expect(refusal(nil, [.standardInput, .standardInput]) == "OUT-006")
  }

  @Test func `No input is written over another`() throws {
    let folder = try TemporaryFolder()
    let braille = try folder.write("a.brf")
    #expect(refusal(nil, [.file(folder("a.md")), .file(braille)]) == "OUT-001")
  }

  @Test func `The folder is made when it is not there`() throws {
    let folder = try TemporaryFolder()
    try OutputChoice(argument: folder("out/")).prepare()
    try OutputChoice(argument: folder("out/")).prepare()
    #expect(try folder.names == ["out"])
    let failure = #expect(throws: ConversionFailure.self) {
      try OutputChoice(argument: folder("none/out/")).prepare()
    }
    #expect(failure?.diagnostic.code == "OUT-003")
  }
}
