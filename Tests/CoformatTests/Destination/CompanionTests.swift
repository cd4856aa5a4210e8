import FoundationEssentials
import TestSupport
import Testing

@testable import Coformat

/// What goes beside a file is written with it, or neither is.
@Suite struct CompanionTests {
  private func rendition(_ text: String) -> Rendition {
    Rendition(
      artifacts: [Artifact(path: "report.brf", mediaType: "text/vnd.braille", bytes: Array(text.utf8))],
      containment: .file, summary: "",
      companions: [
        Companion(fileExtension: "proof.html", mediaType: "text/html", bytes: Array("proof of \(text)".utf8)),
        Companion(fileExtension: "concordance.csv", mediaType: "text/csv", bytes: Array(text.utf8)),
      ])
  }

  private func refusal(_ body: () throws -> Void) -> String? {
    #expect(throws: ConversionFailure.self, performing: body)?.diagnostic.code
  }

  @Test func `Each has the name of the file and an extension of its own`() throws {
    let folder = try TemporaryFolder()
    try Destination.path(folder("a.v2.brf")).write(rendition("one"))
    try Destination.path(folder("a.v2.brf")).write(rendition("two"))
    #expect(try folder.names == ["a.v2.brf", "a.v2.concordance.csv", "a.v2.proof.html"])
    #expect(try folder.contents("a.v2.proof.html") == "proof of two")
  }

  @Test(arguments: [
    ("report.brf", "report.proof.html"), ("report.braille.txt", "report.proof.html"),
    ("out.txt", "out.proof.html"), ("out", "out.proof.html"), (".brf", ".brf.proof.html"),
    ("a.b/out", "a.b/out.proof.html"), ("x/.hidden.brf", "x/.hidden.proof.html"),
    (".braille.txt", ".braille.proof.html"),
  ])
  func `The file's whole extension gives way`(path: String, companion: String) {
    #expect(Path.companion(of: path, with: "proof.html") == companion)
  }

  @Test func `One can go beside a zip`() throws {
    let folder = try TemporaryFolder()
    var zip = rendition("application/zip")
    zip.artifacts = [
      Artifact(path: "mimetype", mediaType: "text/plain", bytes: Array("application/zip".utf8))
    ]
    zip.containment = .zip(storing: "mimetype")
    try Destination.path(folder("report.ebrl")).write(zip)
    #expect(try folder.names == ["report.concordance.csv", "report.ebrl", "report.proof.html"])
  }

  @Test func `When one cannot be written none is`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder("report.concordance.csv"), withIntermediateDirectories: false)
    #expect(refusal { try Destination.path(folder("report.brf")).write(rendition("one")) } == "OUT-004")
    #expect(try folder.names == ["report.concordance.csv"])
  }

  @Test func `Nothing can go beside standard output, a device or a folder`() throws {
    let folder = try TemporaryFolder()
    #expect(refusal { try Destination.standardOutput.write(rendition("one")) } == "PRF-001")
    #expect(refusal { try Destination.path("/dev/null").write(rendition("one")) } == "PRF-001")
    var several = rendition("one")
    several.containment = .folder
    #expect(refusal { try Destination.path(folder("out")).write(several) } == "PRF-001")
    #expect(try folder.names == [])
  }

  // MARK: - Before anything is read

  private func choose(_ argument: String?, _ inputs: [Input]) throws {
    _ = try OutputChoice(argument: argument).destinations(
      for: inputs, fileExtension: "brf", companionExtensions: ["proof.html"])
  }

  @Test func `No input is written over by a companion`() throws {
    let folder = try TemporaryFolder()
    let page = try folder.write("report.proof.html")
    #expect(refusal { try choose(nil, [.file(folder("report.md")), .file(page)]) } == "OUT-001")
    #expect(
      refusal { try Destination.path(folder("report.brf")).write(rendition("x"), madeFrom: [.file(page)]) }
        == "OUT-001")
    #expect(try folder.contents("report.proof.html") == "")
    #expect(try folder.names == ["report.proof.html"])
  }

  @Test func `Two inputs with companions are told apart`() throws {
    #expect(refusal { try choose("out/", [.file("a/r.md"), .file("b/r.md")]) } == "OUT-005")
    try choose("out/", [.file("a/r.md"), .file("b/s.md")])
  }

  @Test func `Standard output is refused before anything is read`() {
    #expect(refusal { try choose("-", [.file("a.md")]) } == "PRF-001")
    #expect(refusal { try choose(nil, [.standardInput]) } == "PRF-001")
    #expect(refusal { try choose("/dev/null", [.file("a.md")]) } == "PRF-001")
  }
}
