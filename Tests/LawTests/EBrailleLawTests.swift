import BrailleTranslation
import Coformat
import Foundation
import TestSupport
import Testing
import Validation

/// What holds for every document made into eBraille: no word is lost, and the publication is valid.
enum EBrailleLaw {
  static func check(_ file: URL) throws {
    let source = Source(name: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file)))
    let reader: any Reader = file.pathExtension == "html" ? HTMLReader() : MarkdownReader()
    var log = DiagnosticLog(source: source.name)
    let document = try reader.read(source, options: ReadingOptions(), log: &log)
    let options = BrailleOptions(grade: .one, code: "ueb", languages: .documentCode, fileType: .ebraille)
    let rendition = try BrailleRenderer(options: options).render(document, log: &log)
    let lost = try Conservation(document).lost(in: rendition)
    #expect(lost == [], "\(lost.count) words of \(source.name) are lost")
    // By the check that stands before writing, and for what it says in passing too.
    let conversion = try convert(file: file.path, to: .braille(BrailleOptions(fileType: .ebraille)))
    let codes = conversion.log.diagnostics.map(\.code)
    #expect(codes.filter { $0.hasPrefix("EBR") || $0.hasPrefix("CHK") } == [])
  }
}

@Suite struct EBrailleSampleLawTests {
  @Test(arguments: ["council-report.md", "leaflet-bilingual.md", "technical-note.md", "web-page.html"])
  func sampleKeepsTheLaws(name: String) throws {
    try EBrailleLaw.check(SharedData.packageRoot.appending(path: "Samples/\(name)"))
  }
}

@Suite(.enabled(if: SharedData.isPresent)) struct EBrailleCorpusLawTests {
  static let markdown = SharedData.files(below: "corpora/reports-md", extensions: ["md", "Rmd"])
  static let html = SharedData.files(below: "corpora/reports-html", extensions: ["html"])

  @Test(arguments: markdown) func markdownKeepsTheLaws(file: URL) throws { try EBrailleLaw.check(file) }

  @Test(arguments: html) func htmlKeepsTheLaws(file: URL) throws { try EBrailleLaw.check(file) }
}
