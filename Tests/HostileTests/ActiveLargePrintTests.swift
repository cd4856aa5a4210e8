import Foundation
import Packaging
import TestSupport
import Testing

@testable import Renderers

/// Large print of files that bring scripts, event handlers and addresses to fetch: what the `must_not` column
/// of `expected.tsv` forbids is in none of the three kinds of file, in no part of them and in no stream, and
/// every word of `must_keep` is there.
///
/// A PDF takes WeasyPrint, which `Scripts/install-dependencies --tests` puts in `.build/checks`.
@Suite(.enabled(if: SharedData.isPresent)) struct ActiveLargePrintTests {
  static let cases = ((try? HostileCase.all()) ?? []).filter {
    $0.group == "active" && ["md", "html", "docx"].contains($0.url.pathExtension)
  }

  @Test func thereAreCases() { #expect(Self.cases.count > 25 && Self.cases.contains { !$0.mustNot.isEmpty }) }

  @Test(arguments: cases, ["html", "docx", "pdf"]) func leavesNothing(hostile: HostileCase, kind: String)
    throws
  {
    let folder = try TemporaryFolder()
    let checks = SharedData.packageRoot.appending(path: ".build/checks/bin").path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let outcome = try BuiltProgram.run(
      ["large-print", "--verbose", "--to", kind, "-o", "out", hostile.url.path],
      in: URL(filePath: folder.path), environment: ["PATH": "\(checks):\(path)"], seconds: 120)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder.path).appending(path: "out")))
    let content = try Self.content(of: bytes, kind)
    if !hostile.mustNot.isEmpty {
      let pattern = try NSRegularExpression(pattern: hostile.mustNot, options: .caseInsensitive)
      for match in pattern.matches(in: content, range: NSRange(content.startIndex..., in: content)) {
        let range = try #require(Range(match.range, in: content))
        let around = content[range].prefix(80)
        Issue.record("\(kind) holds \(around)")
      }
    }
    // In a PDF words are the numbers of letters; a test of conserved words reads them.
    guard kind != "pdf" else { return }
    for word in hostile.mustKeep { #expect(content.contains(word), "lost: \(word)") }
  }

  /// All there is to read in a file, packed or not.
  private static func content(of bytes: [UInt8], _ kind: String) throws -> String {
    switch kind {
    case "docx":
      let files = try ZipReader().read(bytes).files
      for file in files where file.path.hasSuffix(".rels") {
        // Links lead out; nothing else may.
        let text = String(decoding: file.bytes, as: UTF8.self)
        for relation in text.split(separator: "<Relationship ")
        where relation.contains("TargetMode=\"External\"") {
          #expect(relation.contains("relationships/hyperlink\""), "\(relation)")
        }
      }
      return files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n")
    case "pdf":
      var text = String(decoding: bytes, as: UTF8.self)
      for stream in Self.streams(of: bytes) { text += "\n" + String(decoding: stream, as: UTF8.self) }
      for action in [
        "/JavaScript", "/JS ", "/Launch", "/SubmitForm", "/EmbeddedFile", "/GoToR", "/OpenAction",
      ] {
        #expect(!text.contains(action), "\(action)")
      }
      #expect(text.contains("/Catalog"))
      return text
    default: return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The streams of a PDF, decompressed.
  private static func streams(of pdf: [UInt8]) -> [[UInt8]] {
    let data = Data(pdf)
    var streams: [[UInt8]] = []
    var index = data.startIndex
    while let start = data.range(of: Data("stream\n".utf8), in: index..<data.endIndex) {
      guard let end = data.range(of: Data("endstream".utf8), in: start.upperBound..<data.endIndex) else {
        break
      }
      streams.append(Inflate.bytes(of: pdf[start.upperBound..<end.lowerBound]) ?? [])
      index = end.upperBound
    }
    return streams
  }
}
