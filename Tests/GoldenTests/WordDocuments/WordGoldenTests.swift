import Foundation
import TestSupport
import Testing

/// One folder of `Cases` for each behaviour of the reader of Word documents.
///
/// - `body.xml`: what stands in the document's `w:body`; `styles.xml`, `numbering.xml` and others: what
///   stands in those parts; `media`: pictures; `links`: addresses, a line each.
/// - `options`: further arguments for `coformat inspect`, on one line.
/// - `expected.tree`: what `coformat inspect` prints, without places in the source.
/// - `expected.messages`: what the program says meanwhile, notes included, without places.
///
/// `COFORMAT_UPDATE_GOLDEN=1` works as it does for the other cases.
@Suite struct WordGoldenTests {
  static let cases = (try? WordCase.all()) ?? []

  @Test func `There are cases`() { #expect(Self.cases.count >= 25) }

  @Test(arguments: cases) func matches(golden: WordCase) throws {
    let folder = try TemporaryFolder()
    let file = URL(filePath: folder("report.docx"))
    try Data(WordFile(folder: golden.golden.folder).bytes()).write(to: file)
    let arguments = ["inspect", "--verbose"] + (try golden.golden.options()) + ["report.docx"]
    let outcome = try BuiltProgram.run(arguments, in: file.deletingLastPathComponent())
    let tree = String(decoding: outcome.output, as: UTF8.self)
      .replacing(#/ (?:#\d+ )?\d+:\d+-\d+:\d+/#, with: "")
    try golden.golden.compare(Data(tree.utf8), with: "tree")
    let lines = outcome.errors.split(separator: "\n").filter { !$0.hasSuffix(" ms") }
    let messages = lines.map { $0 + "\n" }.joined().replacing(#/\(word/[^)]*\)/#, with: "").replacing(
      #/:\d+:\d+/#, with: "")
    if golden.golden.expects("messages") || !messages.isEmpty {
      try golden.golden.compare(Data(messages.utf8), with: "messages")
    }
    try PandocRoundTrip.check(
      "report.docx", options: golden.golden.options(), in: file.deletingLastPathComponent())
  }
}

/// A folder of `WordDocuments/Cases`.
struct WordCase: Sendable, CustomTestStringConvertible {
  var golden: GoldenCase
  var testDescription: String { golden.name }

  static func all() throws -> [WordCase] {
    let root = SharedData.packageRoot.appending(path: "Tests/GoldenTests/WordDocuments/Cases")
    return try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
      .filter { !$0.hasPrefix(".") }.map { WordCase(golden: GoldenCase(folder: root.appending(path: $0))) }
  }
}
