import BrailleLayout
import BrailleTranslation
import Coformat
import Foundation
import TestSupport
import Testing
import Validation

/// Laws that hold for every document: words are conserved, rows and pages fit, no heading stands last
/// on a page, the same source gives the same bytes.
@Suite(.enabled(if: SharedData.isPresent)) struct CorpusLawTests {
  static let markdown = SharedData.files(below: "corpora/reports-md", extensions: ["md", "Rmd"])
  static let html = SharedData.files(below: "corpora/reports-html", extensions: ["html", "htm", "xhtml"])

  @Test(arguments: markdown) func markdownIsConserved(file: URL) throws { try check(file, MarkdownReader()) }

  @Test(arguments: html) func htmlIsConserved(file: URL) throws { try check(file, HTMLReader()) }

  private func check(_ file: URL, _ reader: any Reader) throws {
    let source = Source(name: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file)))
    var log = DiagnosticLog(source: source.name)
    let document: Document
    do {
      document = try reader.read(source, options: ReadingOptions(), log: &log)
    } catch {
      // A clear refusal is allowed; it says what is wrong and what to do.
      #expect(!error.diagnostic.message.isEmpty && error.diagnostic.hint != nil)
      return
    }
    let conservation = try Conservation(document)
    for (profile, cells, lines) in [("ukaaf", 38, 27), ("bana", 40, 25)] {
      let options = BrailleOptions(grade: .one, profile: profile, cells: cells, lines: lines)
      let pages = try BrailleRenderer(options: options).layOut(document, log: &log)
      checkGeometry(pages)
      let lost = try conservation.lost(in: pages)
      #expect(lost.isEmpty, "\(file.lastPathComponent) as \(profile): \(lost.prefix(20))")
    }
    let options = BrailleOptions(grade: .two)
    let first = try BrailleRenderer(options: options).render(document, log: &log)
    let second = try BrailleRenderer(options: options).render(document, log: &log)
    #expect(first == second)
    #expect(PagedTextCheck.brf.faults(in: first.artifacts[0].bytes, cells: 40, lines: 25).isEmpty)
  }

  private func checkGeometry(_ pages: BraillePages) {
    for page in pages.pages {
      #expect(page.rows.count <= pages.height)
      for row in page.rows { #expect(row.line(width: pages.width).count <= pages.width) }
    }
    #expect(pages.pages.map(\.number) == Array(1...pages.pages.count))
  }
}
