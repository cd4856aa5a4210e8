import Foundation
import TestSupport
import Testing

/// What coformat's own readers and pandoc's make of the same documents is the same, apart from what
/// `Scripts/pandoc-differences.tsv` lists with its reason. `Scripts/compare-pandoc` compares; the whole
/// corpus, which takes some minutes, is for that script alone.
@Suite struct PandocComparisonTests {
  @Test func `The samples are read as pandoc reads them`() throws {
    let isOfTheTable = try Pandoc.isOfTheTable
    let listed = try String(contentsOf: Self.table, encoding: .utf8)
    try Self.compare(SharedData.samples.filter { isOfTheTable || !listed.contains($0.lastPathComponent) })
  }

  @Test(.enabled(if: SharedData.isPresent), arguments: ["md", "html", "docx", "odt", "epub"])
  func `Documents are read as pandoc reads them, or as the table says`(kind: String) throws {
    let isOfTheTable = try Pandoc.isOfTheTable
    let listed = try String(contentsOf: Self.table, encoding: .utf8)
    let folder = ["md": "reports-md", "html": "reports-html"][kind] ?? kind
    let files = SharedData.files(below: "corpora/\(folder)", extensions: [kind]).filter { file in
      // Small ones; and what the table says of a file holds for the version it was made with.
      guard let size = try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize, size < 60_000 else {
        return false
      }
      return isOfTheTable || !listed.contains(file.lastPathComponent)
    }
    #expect(files.count >= 10)
    try Self.compare(stride(from: 0, to: files.count, by: max(1, files.count / 8)).map { files[$0] })
  }

  @Test func `A difference that is not listed fails`() throws {
    let folder = try TemporaryFolder()
    // Pandoc keeps what is hidden.
    try Data("<p>One</p><p hidden>Two</p>".utf8).write(to: URL(filePath: folder("page.html")))
    let outcome = try Self.run([folder("page.html")])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("not listed: words 0/1"), "\(outcome.output)")
  }

  @Test func `Each difference is listed once, with a reason`() throws {
    let lines = try String(contentsOf: Self.table, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(lines.count > 100)
    #expect(lines.allSatisfy { $0.count == 4 && !$0[3].isEmpty })
    #expect(Set(lines.map { [$0[0], $0[1]] }).count == lines.count)
  }

  private static let script = SharedData.packageRoot.appending(path: "Scripts/compare-pandoc")
  private static let table = SharedData.packageRoot.appending(path: "Scripts/pandoc-differences.tsv")

  private static func compare(_ files: [URL]) throws {
    let outcome = try run(files.map(\.path))
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("\(files.count) compared"))
  }

  private static func run(_ files: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.path, "--coformat", BuiltProgram.url.path] + files
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

extension Pandoc {
  /// Whether this is the version that the table of differences was made with.
  static var isOfTheTable: Bool {
    get throws { String(decoding: try run(["--version"]), as: UTF8.self).hasPrefix("pandoc 2.17") }
  }
}
