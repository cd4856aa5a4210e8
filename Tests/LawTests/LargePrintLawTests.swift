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

  /// The same for Word, and for the page a PDF is made from, with every volume a PDF would have.
  static func checkOthers(_ file: URL) throws {
    let source = Source(name: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file)))
    let reader: any Reader =
      switch file.pathExtension {
      case "html": HTMLReader()
      case "docx": WordReader()
      default: MarkdownReader()
      }
    var log = DiagnosticLog(source: source.name)
    // Files that are no Word documents are refused, which other tests are about.
    guard
      file.pathExtension != "docx" || (try? reader.read(source, options: ReadingOptions(), log: &log)) != nil
    else { return }
    let document = try reader.read(source, options: ReadingOptions(), log: &log)
    let word = LargePrintRenderer(options: LargePrintOptions(fileType: .docx))
    let parts = try word.render(document, log: &log).artifacts
    #expect(try parts == word.render(document, log: &log).artifacts)
    let body = try #require(parts.first { $0.path == "word/document.xml" })
    let missing = lost(of: document, among: words(ofWord: body.bytes))
    #expect(missing == [], "\(missing.count) words of \(source.name) are lost in Word")
    let paper = LargePrintRenderer(options: LargePrintOptions(fileType: .pdf), paper: Unprinted())
    let page = PageMarkup(try paper.render(document, log: &log).artifacts[0].bytes)
    let gone = lost(of: document, among: page.words)
    #expect(gone == [], "\(gone.count) words of \(source.name) are lost on the way to PDF")
  }

  /// Gives the page back that a PDF would be made from.
  private struct Unprinted: PaperEngine {
    func pdf(of html: [UInt8]) throws(ConversionFailure) -> [UInt8] { html }
  }

  /// The words of a Word document: paragraphs and line ends part them, runs do not.
  private static func words(ofWord bytes: [UInt8]) -> [String] {
    var text = ""
    for piece in String(decoding: bytes, as: UTF8.self).split(separator: "<") {
      if piece.hasPrefix("w:t>") || piece.hasPrefix("w:t ") {
        text += piece.drop { $0 != ">" }.dropFirst()
      } else if ["w:p>", "w:p ", "w:br", "w:tab"].contains(where: piece.hasPrefix) {
        text += " "
      } else if let said = piece.firstMatch(of: /(?:descr|w:tblCaption w:val)="([^"]*)"/) {
        text += " \(said.output.1) "
      }
    }
    for (name, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#13;", "\r"), ("&#61;", "="),
      ("&amp;", "&"),
    ] {
      text = text.replacingOccurrences(of: name, with: character)
    }
    return text.printWords.flatMap(\.folded)
  }

  private static func lost(of document: Document, in page: PageMarkup) -> [String] {
    lost(of: document, among: page.words)
  }

  /// Words there are less often than the document shows them.
  private static func lost(of document: Document, among words: [String]) -> [String] {
    let found = words.counted
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

  /// Every file takes minutes; `COFORMAT_WHOLE_CORPUS=1` asks for that.
  private static let step = ProcessInfo.processInfo.environment["COFORMAT_WHOLE_CORPUS"] == nil ? 12 : 1
  static let others = [
    markdown, html, SharedData.files(below: "corpora/docx", extensions: ["docx"]),
  ].flatMap { files in stride(from: 0, to: files.count, by: step).map { files[$0] } }

  @Test(arguments: others) func wordAndPaperKeepTheLaws(file: URL) throws {
    try LargePrintLaw.checkOthers(file)
  }
}
