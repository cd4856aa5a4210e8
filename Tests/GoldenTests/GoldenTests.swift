import Foundation
import TestSupport
import Testing

/// One folder of `Cases` for each behaviour: an input, and what the built program makes of it.
///
/// - `input.*`: the source.
/// - `options`: further arguments for `coformat braille`, on one line; absent for none.
/// - `expected.brf`: what `coformat braille` makes, with LF line ends.
/// - `expected.tree`: what `coformat inspect` prints.
/// - `expected.proof.html`: the proof, without its style.
/// - `expected.concordance.csv`: the concordance.
/// - `expected.messages`: what the program says on standard error meanwhile.
///
/// With `COFORMAT_UPDATE_GOLDEN=1` expectations that differ are rewritten, and the run still fails:
/// what changed is to be read by eye and committed by somebody who has.
@Suite struct GoldenTests {
  static let cases = (try? GoldenCase.all()) ?? []

  @Test func thereAreCases() { #expect(!Self.cases.isEmpty) }

  @Test(arguments: cases) func matches(golden: GoldenCase) throws {
    let input = try #require(golden.input, "no input in \(golden.name)")
    let options = try golden.options()
    var checked = 0
    if golden.expects("brf") {
      let arguments = ["braille", "--line-ending", "lf", "-o", "-"] + options + [input]
      let outcome = try BuiltProgram.run(arguments, in: golden.folder)
      try golden.compare(outcome.output, with: "brf")
      if golden.expects("messages") { try golden.compare(Data(outcome.errors.utf8), with: "messages") }
      checked += 1
    }
    if golden.expects("tree") {
      try golden.compare(BuiltProgram.run(["inspect", input], in: golden.folder).output, with: "tree")
      checked += 1
    }
    checked += try compareCompanions(of: golden, input: input, options: options)
    #expect(checked > 0, "\(golden.name) expects nothing")
  }

  /// Compares the files that go beside the braille; how many there are.
  private func compareCompanions(of golden: GoldenCase, input: String, options: [String]) throws -> Int {
    let kinds = ["proof.html", "concordance.csv"].filter(golden.expects)
    guard !kinds.isEmpty else { return 0 }
    let folder = try TemporaryFolder()
    let companions = ["--proof", "--concordance", "csv", "-o", folder("expected.brf")]
    let outcome = try BuiltProgram.run(["braille"] + companions + options + [input], in: golden.folder)
    #expect(outcome.exitCode == 0)
    for kind in kinds {
      let text = try folder.contents("expected.\(kind)")
      // How a proof looks is not what is compared.
      let bare = text.replacing(/<style>.*<\/style>/.dotMatchesNewlines(), with: "<style></style>")
      try golden.compare(Data(bare.utf8), with: kind)
    }
    return kinds.count
  }
}

/// One folder of cases.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  var folder: URL

  var name: String { folder.lastPathComponent }
  var testDescription: String { name }

  static func all() throws -> [GoldenCase] {
    let root = SharedData.packageRoot.appending(path: "Tests/GoldenTests/Cases")
    return try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
      .filter { !$0.hasPrefix(".") }.map { GoldenCase(folder: root.appending(path: $0)) }
  }

  var input: String? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.first { $0.hasPrefix("input.") }
  }

  func options() throws -> [String] {
    let url = folder.appending(path: "options")
    guard FileManager.default.fileExists(atPath: url.path) else { return [] }
    return try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isWhitespace).map(String.init)
  }

  func expects(_ kind: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "expected.\(kind)").path)
  }

  func compare(_ actual: Data, with kind: String) throws {
    let url = folder.appending(path: "expected.\(kind)")
    guard try Data(contentsOf: url) != actual else { return }
    let isUpdating = ProcessInfo.processInfo.environment["COFORMAT_UPDATE_GOLDEN"] == "1"
    if isUpdating { try actual.write(to: url) }
    let text = String(decoding: actual, as: UTF8.self)
    Issue.record("\(name)/expected.\(kind) \(isUpdating ? "was rewritten" : "differs from"):\n\(text)")
  }
}
