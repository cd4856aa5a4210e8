import Foundation
import TestSupport
import Testing

/// Every diagnostic is documented, and nothing else is.
@Suite struct DiagnosticCodeTests {
  private static let code = "[A-Z]{2,5}-[0-9]{3}"

  /// The codes that sources report, with the files that do.
  private static func reported() -> [String: Set<String>] {
    var codes: [String: Set<String>] = [:]
    for file in SourceFile.below("Sources") {
      for match in matches(of: "\"(\(code))\"", in: file.text) {
        codes[match[1], default: []].insert(file.path)
      }
    }
    return codes
  }

  /// The headings of the Diagnostics articles: code, title, article.
  private static func documented() -> [(code: String, title: String, article: String)] {
    SourceFile.below("Sources/Coformat/Coformat.docc/Diagnostics", suffix: ".md").flatMap { article in
      article.lines.compactMap { line in
        matches(of: "^### (\(code)): (.+)$", in: String(line)).first.map { ($0[1], $0[2], article.path) }
      }
    }
  }

  private static func matches(of pattern: String, in text: String) -> [[String]] {
    // The patterns are constants of this file.
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    let range = NSRange(text.startIndex..., in: text)
    return expression.matches(in: text, range: range).map { match in
      (0..<match.numberOfRanges).map { index in
        Range(match.range(at: index), in: text).map { String(text[$0]) } ?? ""
      }
    }
  }

  @Test func `Every code that is reported is documented, and the reverse`() {
    let reported = Set(Self.reported().keys)
    let documented = Set(Self.documented().map(\.code))
    #expect(!reported.isEmpty)
    #expect(reported.subtracting(documented).sorted() == [], "reported and not documented")
    #expect(documented.subtracting(reported).sorted() == [], "documented and not reported")
  }

  @Test func `No code is documented twice`() {
    let codes = Self.documented().map(\.code)
    #expect(Set(codes).count == codes.count)
  }

  @Test func `The titles SARIF shows are those of the articles`() {
    let files = SourceFile.below("Sources/Coformat/Writers/Titles")
    let text = files.map(\.text).joined()
    let titles = Self.matches(of: "\"(\(Self.code))\":\\s*\"([^\"]+)\"", in: text).map {
      "\($0[1]): \($0[2])"
    }
    let expected = Self.documented().map { "\($0.code): \($0.title)" }.sorted()
    #expect(titles.sorted() == expected, "run `make titles`")
  }

  @Test func `Every article is listed in the index`() throws {
    let index = try #require(
      SourceFile.below("Sources/Coformat/Coformat.docc", suffix: "Diagnostics.md").first)
    for article in SourceFile.below("Sources/Coformat/Coformat.docc/Diagnostics", suffix: ".md") {
      let name = URL(filePath: article.path).deletingPathExtension().lastPathComponent
      #expect(index.text.contains("<doc:\(name)>"), "\(name) is not in Diagnostics.md")
    }
  }
}
