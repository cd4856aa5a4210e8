import Coformat
import Foundation
import TestSupport
import Testing

/// What holds for every document made into large print: no word is lost, the page is whole, and the same
/// source gives the same bytes.
enum LargePrintLaw {
  static func check(_ file: URL) throws {
    let source = Source(name: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file)))
    let reader: any Reader = file.pathExtension == "html" ? HTMLReader() : MarkdownReader()
    var log = DiagnosticLog(source: source.name)
    let document = try reader.read(source, options: ReadingOptions(), log: &log)
    let bytes = try LargePrintRenderer().render(document, log: &log).artifacts[0].bytes
    let again = try LargePrintRenderer().render(document, log: &log).artifacts[0].bytes
    #expect(bytes == again)
    let page = PageMarkup(bytes)
    let lost = lost(of: document, in: page)
    #expect(lost == [], "\(lost.count) words of \(source.name) are lost")
    let ids = page.tags.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, "names are there twice in \(source.name)")
    #expect(page.tags.count { $0.name == "h1" } == 1)
  }

  /// Words the page has less often than the document shows them.
  private static func lost(of document: Document, in page: PageMarkup) -> [String] {
    let found = page.words.counted
    // Formulas are written anew from what was understood of them, which has tests of its own.
    var formulas: Set<String> = []
    document.walk { node in
      let mathematics: Mathematics? =
        switch node {
        case .block(.mathematics(let block)): block.mathematics
        case .inline(.mathematics(let inline)): inline.mathematics
        case .block, .inline: nil
        }
      if let mathematics {
        formulas.formUnion(((mathematics.tex ?? "") + " " + (mathematics.mathML ?? "")).folded)
        for word in (mathematics.mathML ?? "").split(whereSeparator: { "<>".contains($0) }) {
          formulas.formUnion(String(word).folded)
        }
      }
    }
    return document.keeping(for: .largePrint).document.allWords.counted
      .filter { word, count in found[word, default: 0] < count && !formulas.contains(word) }.map(\.key)
      .sorted()
  }
}

@Suite struct LargePrintSampleLawTests {
  @Test(arguments: ["council-report.md", "leaflet-bilingual.md", "technical-note.md", "web-page.html"])
  func sampleKeepsTheLaws(name: String) throws {
    try LargePrintLaw.check(SharedData.packageRoot.appending(path: "Samples/\(name)"))
  }
}

@Suite(.enabled(if: SharedData.isPresent)) struct LargePrintCorpusLawTests {
  static let markdown = SharedData.files(below: "corpora/reports-md", extensions: ["md", "Rmd"])
  static let html = SharedData.files(below: "corpora/reports-html", extensions: ["html"])

  @Test(arguments: markdown) func markdownKeepsTheLaws(file: URL) throws { try LargePrintLaw.check(file) }

  @Test(arguments: html) func htmlKeepsTheLaws(file: URL) throws { try LargePrintLaw.check(file) }
}
