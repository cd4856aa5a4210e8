import FoundationEssentials
import TestSupport
import Testing

@testable import Coformat

@Suite struct DestinationTests {
  private func rendition(_ text: String) -> Rendition {
    Rendition(
      artifacts: [Artifact(path: "report.brf", mediaType: "text/vnd.braille", bytes: Array(text.utf8))],
      containment: .file, summary: "")
  }

  private func folder(_ pieces: [String: String]) -> Rendition {
    Rendition(
      artifacts: pieces.sorted(by: <).map {
        Artifact(path: $0.key, mediaType: "text/plain", bytes: Array($0.value.utf8))
      },
      containment: .folder, summary: "")
  }

  private func refusal(_ body: () throws -> Void) -> String? {
    #expect(throws: ConversionFailure.self, performing: body)?.diagnostic.code
  }

  @Test func `A file is written and nothing else is left`() throws {
    let folder = try TemporaryFolder()
    try Destination.path(folder("report.brf")).write(rendition("one"))
    try Destination.path(folder("report.brf")).write(rendition("two"))
    #expect(try folder.contents("report.brf") == "two")
    #expect(try folder.names == ["report.brf"])
  }

  @Test func `A file that is replaced keeps its permissions`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("report.brf", "old")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try Destination.path(path).write(rendition("new"))
    #expect(try Platform.status(path).permissions == 0o640)
  }

  @Test func `A link stays a link`() throws {
    let folder = try TemporaryFolder()
    try folder.write("kept/report.brf", "old")
    try folder.link("report.brf", to: "kept/report.brf")
    try Destination.path(folder("report.brf")).write(rendition("new"))
    #expect(try folder.contents("kept/report.brf") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder("report.brf")) == "kept/report.brf")
  }

  @Test func `What it is made from is never replaced, under any name`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("report.md", "source")
    try folder.link("other.md", to: "report.md")
    for name in ["report.md", "./report.md", "other.md"] {
      #expect(
        refusal { try Destination.path(folder(name)).write(rendition("x"), madeFrom: [.file(source)]) }
          == "OUT-001")
    }
    #expect(try folder.contents("report.md") == "source")
  }

  @Test func `A place that cannot be written to is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.write("file", "x")
    #expect(refusal { try Destination.path(folder("none/report.brf")).write(rendition("x")) } == "OUT-003")
    #expect(refusal { try Destination.path(folder("file/report.brf")).write(rendition("x")) } == "OUT-003")
    #expect(refusal { try Destination.path(folder.path).write(rendition("x")) } == "OUT-004")
    #expect(refusal { try Destination.path("").write(rendition("x")) } == "OUT-002")
    #expect(refusal { try Destination.path(folder("a\0b")).write(rendition("x")) } == "OUT-002")
    #expect(try folder.names == ["file"])
  }

  @Test func `A device is written to, not replaced`() throws {
    try Destination.path("/dev/null").write(rendition("x"))
    #expect(try Platform.status("/dev/null").kind == .device)
  }

  @Test func `A name as long as names may be still has room for the temporary one`() throws {
    let folder = try TemporaryFolder()
    let name = String(repeating: "é", count: 125) + ".brf"
    try Destination.path(folder(name)).write(rendition("x"))
    #expect(try folder.names.count == 1)
  }

  @Test func `A folder is written whole`() throws {
    let temporary = try TemporaryFolder()
    try Destination.path(temporary("book/")).write(folder(["a/b/c.txt": "c", "d.txt": "d"]))
    #expect(try temporary.contents("book/a/b/c.txt") == "c")
    #expect(try temporary.contents("book/d.txt") == "d")
    #expect(try temporary.names == ["book"])
  }

  @Test func `A folder that holds something is not mixed with`() throws {
    let temporary = try TemporaryFolder()
    try temporary.write("book/mine.txt", "mine")
    #expect(refusal { try Destination.path(temporary("book")).write(folder(["a/d.txt": "d"])) } == "OUT-002")
    #expect(try temporary.contents("book/mine.txt") == "mine")
    #expect(try temporary.names == ["book"])
  }

  @Test(arguments: ["../x.txt", "/etc/x", "a/../../x", ""])
  func `A piece that leads out of its folder is refused`(path: String) throws {
    let temporary = try TemporaryFolder()
    #expect(refusal { try Destination.path(temporary("book")).write(folder([path: "x"])) } == "OUT-010")
    #expect(try temporary.names == [])
  }

  @Test func `Several pieces are not one file`() throws {
    var several = folder(["a": "a", "b": "b"])
    #expect(refusal { try Destination.standardOutput.write(several) } == "OUT-008")
    several.containment = .file
    #expect(refusal { try Destination.path("x").write(several) } == "OUT-009")
  }
}
