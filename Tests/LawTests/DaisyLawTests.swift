import Coformat
import Foundation
import TestSupport
import Testing

/// What holds for every document made into a DAISY book: no word is lost, the same document gives the
/// same bytes, and the book passes the checks of what is made.
enum DaisyLaw {
  /// That no word is lost; conversion itself throws when the book has a fault.
  static func check(_ file: URL, _ type: DaisyOptions.FileType) throws {
    let source = Source(name: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file)))
    let reader: any Reader = file.pathExtension == "html" ? HTMLReader() : MarkdownReader()
    var log = DiagnosticLog(source: source.name)
    let document = try reader.read(source, options: ReadingOptions(), log: &log)
    let expected = document.keeping(for: .daisy).document.printedWords.counted
    let conversion = try convert(file: file.path, to: .daisy(DaisyOptions(fileType: type)))
    let text = try #require(
      conversion.rendition.artifacts.first { ["book.xml", "content.html"].contains($0.path) })
    let found = BookText.words(of: text.bytes).counted
    let lost = expected.filter { found[$0.key, default: 0] < $0.value }.map(\.key).sorted()
    #expect(lost == [], "\(lost.count) words of \(source.name) are lost in \(type)")
  }
}

@Suite struct DaisySampleLawTests {
  @Test(arguments: [
    "council-report.md", "findings-summary.md", "leaflet-bilingual.md", "technical-note.md", "web-page.html",
  ])
  func sampleKeepsTheLaws(name: String) throws {
    let file = SharedData.packageRoot.appending(path: "Samples/\(name)")
    for type in [DaisyOptions.FileType.daisy3, .daisy202] {
      try DaisyLaw.check(file, type)
      let once = try convert(file: file.path, to: .daisy(DaisyOptions(fileType: type)))
      let again = try convert(file: file.path, to: .daisy(DaisyOptions(fileType: type)))
      #expect(once.rendition == again.rendition)
    }
  }
}

@Suite(.enabled(if: SharedData.isPresent)) struct DaisyCorpusLawTests {
  static let markdown = SharedData.files(below: "corpora/reports-md", extensions: ["md", "Rmd"])
  static let html = SharedData.files(below: "corpora/reports-html", extensions: ["html"])

  @Test(arguments: markdown) func markdownKeepsTheLaws(file: URL) throws { try DaisyLaw.check(file, .daisy3) }

  @Test(arguments: html) func htmlKeepsTheLaws(file: URL) throws { try DaisyLaw.check(file, .daisy3) }
}
