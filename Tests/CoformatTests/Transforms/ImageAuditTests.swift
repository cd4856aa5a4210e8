import TestSupport
import Testing

@testable import Coformat

@Suite struct ImageAuditTests {
  private func audit(_ sources: [String], in folder: String?) throws -> [String] {
    let images = sources.map { Inline.image(Image($0, alternative: .text("words"))) }
    let document = Document(blocks: [.paragraph(Paragraph(images))])
    var log = DiagnosticLog()
    let after = try Transform.imageAudit.apply(document, folder, &log)
    #expect(after == document)
    return log.diagnostics.map(\.code)
  }

  @Test func `A picture that is there is not spoken of`() throws {
    let folder = try TemporaryFolder()
    try folder.write("images/a map.png")
    #expect(try audit(["images/a%20map.png", "./images/a map.png"], in: folder.path) == [])
  }

  @Test func `Each fault is reported once an address`() throws {
    let folder = try TemporaryFolder()
    let codes = try audit(
      ["none.png", "none.png", "http://x/y", "../x.png", ".", "", "data:image/png;base64,!", "a\0b"],
      in: folder.path)
    #expect(codes == ["IMG-001", "IMG-002", "IMG-003", "IMG-004", "IMG-006", "IMG-005", "IMG-001"])
  }

  @Test func `A link out of the folder is outside, one within is not`() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret.png")
    try folder.write("report/map.png")
    try folder.link("report/out.png", to: "../secret.png")
    try folder.link("report/in.png", to: "map.png")
    try folder.link("report/zero.png", to: "/dev/zero")
    #expect(try audit(["out.png", "in.png", "zero.png"], in: folder("report")) == ["IMG-003", "IMG-003"])
  }

  @Test func `A folder whose name only begins the same is outside`() throws {
    let folder = try TemporaryFolder()
    try folder.write("report/x.md")
    try folder.write("report-2/map.png")
    try folder.link("report/map.png", to: "../report-2/map.png")
    #expect(try audit(["map.png"], in: folder("report")) == ["IMG-003"])
  }

  @Test func `Without a folder only what needs no looking up is judged`() throws {
    #expect(try audit(["map.png", "/etc/passwd", "http://x/y"], in: nil) == ["IMG-003", "IMG-002"])
  }

  @Test func `Pictures in notes and in long descriptions count`() throws {
    let inside = Image("none.png", alternative: .missing)
    let outside = Image(
      "none-either.png", alternative: .text("x", longDescription: [.paragraph(Paragraph([.image(inside)]))]))
    let document = Document(notes: [Note(id: "n", blocks: [.paragraph(Paragraph([.image(outside)]))])])
    var log = DiagnosticLog()
    let folder = try TemporaryFolder()
    _ = try Transform.imageAudit.apply(document, folder.path, &log)
    #expect(log.count(code: "IMG-001") == 2)
  }
}
