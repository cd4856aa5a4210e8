import Foundation
import TestSupport
import Testing

/// One folder of `Cases` for each behaviour of the readers of plain text and of pandoc's JSON.
///
/// - `input.*`: the source.
/// - `options`: further arguments for `coformat inspect`, on one line.
/// - `expected.tree`: what `coformat inspect` prints, without places in the source.
/// - `expected.messages`: what the program says meanwhile, notes included, without places.
///
/// `COFORMAT_UPDATE_GOLDEN=1` works as it does for the other cases.
@Suite struct TextFormatGoldenTests {
  static let cases = (try? TextFormatCase.all()) ?? []

  @Test func `There are cases`() { #expect(Self.cases.count >= 25) }

  @Test(arguments: cases) func matches(golden: TextFormatCase) throws {
    let input = try #require(golden.golden.input)
    let arguments = ["inspect", "--verbose"] + (try golden.golden.options()) + [input]
    let outcome = try BuiltProgram.run(arguments, in: golden.golden.folder)
    let tree = String(decoding: outcome.output, as: UTF8.self).replacing(#/ \d+:\d+-\d+:\d+/#, with: "")
    try golden.golden.compare(Data(tree.utf8), with: "tree")
    let lines = outcome.errors.split(separator: "\n").filter { !$0.hasSuffix(" ms") }
    let messages = lines.map { $0 + "\n" }.joined().replacing(#/:\d+:\d+/#, with: "")
    if golden.golden.expects("messages") || !messages.isEmpty {
      try golden.golden.compare(Data(messages.utf8), with: "messages")
    }
  }
}

/// A folder of `TextFormats/Cases`.
struct TextFormatCase: Sendable, CustomTestStringConvertible {
  var golden: GoldenCase
  var testDescription: String { golden.name }

  static func all() throws -> [TextFormatCase] {
    let root = SharedData.packageRoot.appending(path: "Tests/GoldenTests/TextFormats/Cases")
    return try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
      .filter { !$0.hasPrefix(".") }.map {
        TextFormatCase(golden: GoldenCase(folder: root.appending(path: $0)))
      }
  }
}
