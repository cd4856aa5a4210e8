import Foundation
import TestSupport
import Testing

/// Collections with strands, from the configuration to the page of formats.
@Suite struct CollectionTests {
  private let place = SharedData.packageRoot.appending(path: "Tests/CommandTests/Collections")

  /// Builds reports of those names with the configuration; returns the folder.
  private func built(_ names: [String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "coformat.yml", String(decoding: Data(contentsOf: place.appending(path: "coformat.yml")), as: UTF8.self)
    )
    for name in names { try folder.write(name, "# About \(name.dropLast(3))\n\nWords.\n") }
    let run = try BuiltProgram.run(
      ["build", "--cache", "none", "--fail-on", "never"], in: URL(filePath: folder.path))
    #expect(run.exitCode == 0, "\(run.errors)")
    return folder
  }

  @Test func `A summary, strands, roles, videos and transcripts stand in order under headings`() throws {
    let folder = try built([
      "summary.md", "housing/stories.md", "housing/full.md", "housing/overview.md", "work/overview.md",
      "work/film.md", "about.md",
    ])
    let page = try folder.contents("out/index.html").replacing(
      /"sha256": "[0-9a-f]+"/, with: "\"sha256\": \"…\"")
    let golden = place.appending(path: "index.html")
    if ProcessInfo.processInfo.environment["COFORMAT_UPDATE_GOLDEN"] == "1" {
      try Data(page.utf8).write(to: golden)
    }
    #expect(page == String(decoding: try Data(contentsOf: golden), as: UTF8.self))
    let json = try folder.contents("out/formats.json")
    #expect(json.contains(#""collection":"flood","strand":"housing","role":"full-report""#))
    #expect(json.contains(#"{"name":"housing","title":"Housing","description":"Homes lost and found.""#))
    #expect(json.contains(#""kind":"video","transcript":"anna.html""#))
  }
}
