import Foundation
import Packaging
import TestSupport
import Testing

/// Files that bring scripts, event handlers and addresses to fetch, in each kind of output that is not braille on
/// paper or large print, which `ActiveLargePrintTests` holds: what the `must_not` column of `expected.tsv` forbids
/// is in no file of any package, and every word of `must_keep` is in one.
@Suite(.enabled(if: SharedData.isPresent)) struct ActiveOutputTests {
  /// A kind of output, by the arguments that make it.
  enum Kind: String, CaseIterable, Sendable {
    case largePrintWord = "large-print --to docx"
    case easyReadPage = "easy-read --to html"
    case easyReadReview = "easy-read --review"
    case easyReadMarkdown = "easy-read --to markdown"
    case easyReadText = "easy-read --to text"
    case easyReadWord = "easy-read --to docx"
    case epub = "epub"
    case dtbook = "daisy --to dtbook"
    case daisy3 = "daisy --to daisy3"
    case daisy202 = "daisy --to daisy202"
    case ebraille = "braille --to ebraille"

    var arguments: [String] { rawValue.split(separator: " ").map(String.init) }
  }

  static let cases = ((try? HostileCase.all()) ?? []).filter { $0.group == "active" }

  @Test func thereAreCases() { #expect(Self.cases.count > 30) }

  @Test(arguments: cases, Kind.allCases) func leavesNothing(hostile: HostileCase, kind: Kind) throws {
    let folder = try TemporaryFolder()
    try Canary.write()
    let outcome = try BuiltProgram.run(
      kind.arguments + ["--quiet", "--fail-on", "never", "-o", "out", hostile.url.path],
      in: URL(filePath: folder.path), seconds: 120)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder.path).appending(path: "out")))
    let isPackage = bytes.starts(with: [0x50, 0x4B])
    let files =
      isPackage ? try ZipReader().read(bytes).files.map { ($0.path, $0.bytes) } : [("out", bytes)]
    #expect(files.count > (isPackage ? 3 : 0))
    if !hostile.mustNot.isEmpty {
      let pattern = try NSRegularExpression(pattern: hostile.mustNot, options: .caseInsensitive)
      for (path, bytes) in files {
        let content = Self.active(String(decoding: bytes, as: UTF8.self), kind)
        for match in pattern.matches(in: content, range: NSRange(content.startIndex..., in: content)) {
          let range = try #require(Range(match.range, in: content))
          Issue.record("\(kind.rawValue): \(path) holds \(content[range].prefix(80))")
        }
      }
    }
    // Braille spells words in cells, and a review shows sentences alone.
    guard kind != .ebraille, kind != .easyReadReview else { return }
    let all = files.map { String(decoding: $0.1, as: UTF8.self) }.joined(separator: "\n")
    for word in hostile.mustKeep { #expect(all.contains(word), "\(kind.rawValue) lost \(word)") }
  }

  /// What of an output could do anything; what is left out is named.
  private static func active(_ content: String, _ kind: Kind) -> String {
    switch kind {
    case .easyReadText:
      // Plain text does nothing. Addresses are looked for, since programs make links of them.
      return content.replacing(/<[^>\n]*>/, with: "")
        .replacing(/\bON[a-z]+\s*=/.ignoresCase(), with: "").replacing(
          /^(.*)\n(=+|-+)$/.anchorsMatchLineEndings()
        ) { "\($0.1)" }
    case .easyReadMarkdown:
      // Characters with a backslash are themselves, and fenced code is shown.
      return content.replacing(/^(```+)[\s\S]*?^\1/.anchorsMatchLineEndings(), with: "")
        .replacing(/\\<[^\n]*?\\>/, with: "")
    case .daisy202:
      // The DAISY 2.02 specification asks for the character set in this form, and it does nothing else.
      return content.replacing(
        /<meta http-equiv="Content-Type" content="text\/html; charset=utf-8"\s*\/>/.ignoresCase(), with: "")
    case .epub, .ebraille:
      // One forbidden word is the end of an attribute of EPUB's container.
      return content.replacing(" full-path=\"", with: " \"")
    default: return content
    }
  }
}
