import Diagnostics
import DocumentModel
import Foundation
import Readers
import TestSupport
import Testing

/// Where nodes say they came from.
@Suite struct PositionTests {
  /// Each text node's string with the source its range covers.
  private static func texts(of source: String) throws -> [(text: String, source: String, range: SourceRange?)]
  {
    var log = DiagnosticLog()
    let document = try MarkdownReader().read(
      Source(name: "test.md", bytes: Array(source.utf8)), options: ReadingOptions(), log: &log)
    let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { Array($0.unicodeScalars) }
    var found: [(String, String, SourceRange?)] = []
    document.walk { node in
      guard case .inline(.text(let text)) = node else { return }
      found.append((text.string, text.info.range.map { slice(lines, $0) } ?? "", text.info.range))
    }
    return found
  }

  private static func slice(_ lines: [[Unicode.Scalar]], _ range: SourceRange) -> String {
    var text = String.UnicodeScalarView()
    for line in range.start.line...range.end.line where line <= lines.count {
      let scalars = lines[line - 1]
      let start = line == range.start.line ? range.start.column - 1 : 0
      let end = line == range.end.line ? range.end.column - 1 : scalars.count
      if line > range.start.line { text.append("\n") }
      text.append(contentsOf: scalars[min(start, scalars.count)..<min(max(start, end), scalars.count)])
    }
    return String(text)
  }

  @Test(arguments: [
    "one *two* three", "a\nb *c*\n  d **e**", "> q\n> r *s*\nlazy *t*", "- a\n  b `c` d\n\n  e [f](g) h",
    "a\\\nb *c* d\\\ne _f_ g", "[a](b\n\"c\") d *e*", "mail x@y.org *then* www.z.org end",
    "[r]: /u\ntext *after* it", "Word *é* ü **日本** end", "1. x\n   - y *z*\n     more *w*",
    "| a | *b* |\n|---|---|\n| c \\| d | **e** f |", "para\n| a | b |\n|---|---|\n| *c* | d |",
    "Set *ext*\nmore\n====", "## A *t* x ##", "a[^n] b *c*\n\n[^n]: d *e*\n\n    f *g*",
    "$x$ a *b* $$y\nz$$ c *d*", "<span lang=cy>a *b*</span> c", "<div>\n\na *b*\n\n</div>\n\nc *d*",
    "---\ntitle: T\n---\n\na *b*", "a &amp; b *c* \\* d", "![i *j*](k) l *m*", "a\r\nb *c*\r\n\r\nd *e*",
    "\ttab\n\n- \tx *y*\n", "a ~~b~~ c\n`d\ne` f *g*",
  ])
  func textStandsWhereItSays(source: String) throws {
    let texts = try Self.texts(of: source)
    #expect(!texts.isEmpty)
    for text in texts {
      // Line ends, marks between joined runs, escapes and references differ; the words do not.
      let words = text.text.split { !$0.isLetter }
      let there = text.source.replacing("&amp;", with: "&").split { !$0.isLetter }
      #expect(there == words, "\(text.range.debugDescription) \(source)")
    }
  }

  @Test(.enabled(if: SharedData.isPresent)) func textOfTheCorpusStandsWhereItSays() throws {
    var count = 0
    var wrong: [String] = []
    for file in SharedData.files(below: "corpora/reports-md", extensions: ["md", "Rmd"]) {
      guard let source = try? String(contentsOf: file, encoding: .utf8),
        let texts = try? Self.texts(of: source)
      else { continue }
      for text in texts {
        guard let first = text.text.split(whereSeparator: { !$0.isLetter }).first else { continue }
        count += 1
        // Form controls and character references stand for other letters than their own.
        guard !text.source.contains(where: { $0 == "<" || $0 == "&" }) else { continue }
        let there = text.source.split(whereSeparator: { !$0.isLetter }).first
        if there != first { wrong.append("\(file.lastPathComponent) \(text.range.debugDescription)") }
      }
    }
    #expect(count > 10_000)
    #expect(wrong == [])
  }
}
