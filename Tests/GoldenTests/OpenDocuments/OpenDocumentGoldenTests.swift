import Foundation
import TestSupport
import Testing

/// One folder of `Cases` for each behaviour of the reader of OpenDocument texts.
///
/// - `text.xml`: what stands in `office:text`; `automatic.xml`, `styles.xml`, `layouts.xml`,
///   `masters.xml`, `meta.xml`: what stands in those places; `object.xml`: the whole of an embedded
///   object; `Pictures`: pictures.
/// - `options`: further arguments for `coformat inspect`, on one line. A folder whose name begins with
///   `flat` is read as one file of XML.
/// - `expected.tree`: what `coformat inspect` prints, without places in the source.
/// - `expected.messages`: what the program says meanwhile, notes included, without places.
///
/// `COFORMAT_UPDATE_GOLDEN=1` works as it does for the other cases.
@Suite struct OpenDocumentGoldenTests {
  static let cases = (try? OpenDocumentCase.all()) ?? []

  @Test func `There are cases`() { #expect(Self.cases.count >= 25) }

  @Test(arguments: cases) func matches(golden: OpenDocumentCase) throws {
    let folder = try TemporaryFolder()
    let source = try OpenDocumentFile(folder: golden.golden.folder)
    let isFlat = golden.golden.name.hasPrefix("flat")
    let name = isFlat ? "report.fodt" : "report.odt"
    let file = URL(filePath: folder(name))
    try Data(isFlat ? source.flat : source.bytes()).write(to: file)
    let arguments = ["inspect", "--verbose"] + (try golden.golden.options()) + [name]
    let outcome = try BuiltProgram.run(arguments, in: file.deletingLastPathComponent())
    let tree = String(decoding: outcome.output, as: UTF8.self)
      .replacing(#/ (?:#\d+ )?\d+:\d+-\d+:\d+/#, with: "")
    try golden.golden.compare(Data(tree.utf8), with: "tree")
    let lines = outcome.errors.split(separator: "\n").filter { !$0.hasSuffix(" ms") }
    let messages = lines.map { $0 + "\n" }.joined().replacing(#/\(content.xml[^)]*\)/#, with: "").replacing(
      #/:\d+:\d+/#, with: "")
    if golden.golden.expects("messages") || !messages.isEmpty {
      try golden.golden.compare(Data(messages.utf8), with: "messages")
    }
    try PandocRoundTrip.check(name, options: golden.golden.options(), in: file.deletingLastPathComponent())
  }
}

/// A folder of `OpenDocuments/Cases`.
struct OpenDocumentCase: Sendable, CustomTestStringConvertible {
  var golden: GoldenCase
  var testDescription: String { golden.name }

  static func all() throws -> [OpenDocumentCase] {
    let root = SharedData.packageRoot.appending(path: "Tests/GoldenTests/OpenDocuments/Cases")
    return try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
      .filter { !$0.hasPrefix(".") }.map {
        OpenDocumentCase(golden: GoldenCase(folder: root.appending(path: $0)))
      }
  }
}
