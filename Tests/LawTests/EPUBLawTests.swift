import Coformat
import Foundation
import TestSupport
import Testing

/// What holds for every document made into an EPUB: no word is lost, the publication is valid by the
/// rules it is held against, and the same document gives the same bytes.
enum EPUBLaw {
  static func check(_ file: URL) throws {
    let source = Source(name: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file)))
    let reader: any Reader = file.pathExtension == "html" ? HTMLReader() : MarkdownReader()
    var log = DiagnosticLog(source: source.name)
    let document = try reader.read(source, options: ReadingOptions(), log: &log)
    let rendition = try EPUBRenderer().render(document, log: &log)
    let pages = rendition.artifacts.filter { $0.path.hasSuffix(".xhtml") && !$0.path.hasSuffix("nav.xhtml") }
    var found = pages.flatMap { XHTMLText.words(of: $0.bytes) }.flatMap(\.folded).counted
    var lost: [String] = []
    for (word, count) in document.wordsForPages(of: .epub).counted {
      let missing = count - found[word, default: 0]
      found[word, default: 0] -= count
      if missing > 0 { lost.append("\(word) (\(missing))") }
    }
    #expect(lost.sorted() == [], "\(lost.count) words of \(source.name) are lost")
    let findings = Rendering.epub().check(rendition)
    #expect(findings.map(\.message) == [])
    var other = DiagnosticLog()
    let again = try EPUBRenderer().render(document, log: &other)
    // The package document says when it was made, to the second.
    for (one, two) in zip(rendition.artifacts, again.artifacts) where !one.path.hasSuffix(".opf") {
      #expect(one == two, "\(one.path)")
    }
    #expect(rendition.artifacts.count == again.artifacts.count)
  }
}

@Suite struct EPUBSampleLawTests {
  @Test(arguments: [
    "council-report.md", "findings-summary.md", "leaflet-bilingual.md", "technical-note.md", "web-page.html",
  ])
  func `A sample keeps the laws`(name: String) throws {
    try EPUBLaw.check(SharedData.packageRoot.appending(path: "Samples/\(name)"))
  }
}

@Suite(.enabled(if: SharedData.isPresent)) struct EPUBCorpusLawTests {
  static let files =
    SharedData.files(below: "corpora/reports-md", extensions: ["md", "Rmd"])
    + SharedData.files(below: "corpora/reports-html", extensions: ["html"])
    + SharedData.files(below: "corpora/languages", extensions: ["md", "html"])

  @Test func `There are files`() { #expect(Self.files.count >= 190) }

  @Test(arguments: files) func `A report keeps the laws`(file: URL) throws { try EPUBLaw.check(file) }
}
