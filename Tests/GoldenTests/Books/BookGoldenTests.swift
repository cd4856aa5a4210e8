import Foundation
import TestSupport
import Testing

/// One folder of `Cases` for each behaviour of the readers of books and web pages. `BookFile` says what
/// stands in it; `options`, `expected.tree` and `expected.messages` are as for Word documents.
@Suite struct BookGoldenTests {
  static let cases = (try? BookCase.all()) ?? []

  @Test func `There are cases`() { #expect(Self.cases.count >= 25) }

  @Test(arguments: cases) func matches(golden: BookCase) throws {
    let folder = try TemporaryFolder()
    let name = try BookFile(folder: golden.golden.folder).write(to: URL(filePath: folder.path))
    let arguments = ["inspect", "--verbose"] + (try golden.golden.options()) + ["-o", "-", name]
    let outcome = try BuiltProgram.run(arguments, in: URL(filePath: folder.path))
    let tree = String(decoding: outcome.output, as: UTF8.self)
      .replacing(#/ (?:#\d+ )?\d+:\d+-\d+:\d+/#, with: "")
    try golden.golden.compare(Data(tree.utf8), with: "tree")
    let lines = outcome.errors.split(separator: "\n").filter { !$0.hasSuffix(" ms") }
    let messages = lines.map { $0 + "\n" }.joined().replacing(#/:\d+:\d+/#, with: "")
    if golden.golden.expects("messages") || !messages.isEmpty {
      try golden.golden.compare(Data(messages.utf8), with: "messages")
    }
    try PandocRoundTrip.check(name, options: golden.golden.options(), in: URL(filePath: folder.path))
  }
}

/// A folder of `Books/Cases`.
struct BookCase: Sendable, CustomTestStringConvertible {
  var golden: GoldenCase
  var testDescription: String { golden.name }

  static func all() throws -> [BookCase] {
    let root = SharedData.packageRoot.appending(path: "Tests/GoldenTests/Books/Cases")
    return try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
      .filter { !$0.hasPrefix(".") }.map { BookCase(golden: GoldenCase(folder: root.appending(path: $0))) }
  }
}
