import Diagnostics
import DocumentModel
import Testing

@testable import Renderers

/// Characters that cannot be printed.
@Suite struct PaperTextTests {
  /// Latin letters, Arabic ones and a snowman.
  private static let coverage = CharacterCoverage(
    fontconfig: "TrueType\t20-7e a0-17f 600-6ff\nCFF\t2603\nType 1\t2600-26ff\nbroken\n")

  private func printed(_ text: String, _ coverage: CharacterCoverage? = Self.coverage) -> String {
    PaperText(coverage: coverage).printed(text).text
  }

  @Test("What fontconfig says is read, of fonts in outlines alone")
  func coverage() {
    let coverage = Self.coverage
    #expect(coverage.contains("a") && coverage.contains("é") && coverage.contains("\u{2603}"))
    #expect(
      !coverage.contains("\u{2604}") && !coverage.contains("\u{7F}") && !coverage.contains("\u{10FFFD}"))
    #expect(CharacterCoverage(fontconfig: "").isEmpty)
  }

  @Test(
    "A character nothing can show is its number, and its name where it stands alone",
    arguments: [
      ("one ☄ two", "one [U+2604 comet] two"), ("কা", "[U+0995 U+09BE]"), ("中", "[U+4E2D]"),
      ("a\u{E000}b", "a[U+E000]b"), ("a\u{FFFE}b", "a[U+FFFE]b"), ("a\u{10FFFF}", "a[U+10FFFF]"),
      ("a\u{1}b", "a[U+0001]b"), ("x\u{7F}", "x[U+007F]"),
      ("a\u{FFF9}b", "a[U+FFF9 interlinear annotation anchor]b"), ("ab\u{378}", "ab[U+0378]"),
      // A mark goes with what it stands over.
      ("☄\u{301}", "[U+2604 U+0301]"),
    ])
  func lacking(_ sample: (text: String, printed: String)) {
    #expect(printed(sample.text) == sample.printed)
  }

  @Test(
    "What shows nothing itself stays, and joins letters as before",
    arguments: [
      "plain\ttext\n", "می\u{200C}خو", "soft\u{AD}hyphen", "a\u{200E}b\u{2060}c\u{FEFF}",
      "a\u{3000}b\u{2003}c",
      "snowman \u{2603}\u{FE0F}",
    ])
  func kept(_ text: String) {
    #expect(printed(text) == text)
  }

  @Test("Ends of lines that HTML does not know are ends of lines")
  func lineEnds() {
    #expect(printed("a\u{85}b\u{2028}c\u{C}d") == "a\nb\nc\nd")
  }

  @Test("Pictures in characters are named, with what joins them")
  func pictures() {
    let printed = PaperText(coverage: Self.coverage).printed("\u{1F469}\u{200D}\u{1F467} \u{1F512}\u{FE0F}.")
    #expect(printed.text == "[woman][girl] [lock].")
    #expect(printed.pictures == 3 && printed.lacking.isEmpty)
  }

  @Test("Where it is not known what there is, letters stay and what are none do not")
  func unknown() {
    #expect(printed("中☄\u{FFFF}", nil) == "中☄[U+FFFF]")
  }

  // MARK: - The whole

  private struct Engine: PaperEngine {
    var coverage: CharacterCoverage?
    func pdf(of html: [UInt8]) throws(ConversionFailure) -> [UInt8] { html }
  }

  private func made(
    _ document: Document, _ coverage: CharacterCoverage?
  ) throws -> (html: String, log: DiagnosticLog) {
    var log = DiagnosticLog(source: "t.md")
    let renderer = LargePrintRenderer(
      options: LargePrintOptions(fileType: .pdf), paper: Engine(coverage: coverage))
    let rendition = try renderer.render(document, log: &log)
    return (String(decoding: rendition.artifacts[0].bytes, as: UTF8.self), log)
  }

  private var document: Document {
    func info(_ line: Int) -> NodeInfo {
      NodeInfo(
        range: SourceRange(SourcePosition(line: line, column: 1), SourcePosition(line: line, column: 9)))
    }
    var document = Document(blocks: [
      .heading(Heading(level: 1, [.text(Text("Tale of ☄", info: info(1)))], info: info(1))),
      .paragraph(Paragraph([.text(Text("ক and ক", info: info(3))), .code(InlineCode("খ", info: info(4)))])),
      .code(CodeBlock("\u{E000}", info: info(5))),
      .paragraph(Paragraph([.link(Link("https://example.org/\u{4E2D}", [.text(Text("there"))]))])),
    ])
    document.metadata.language = .english
    document.metadata.authors = ["中"]
    return document
  }

  @Test("Nothing of a page is left that cannot be printed, and each kind is said with its place")
  func page() throws {
    let made = try made(document, Self.coverage)
    let page = made.html.split(separator: "<body").last ?? ""
    #expect(!page.unicodeScalars.contains { ["☄", "ক", "খ", "中", "\u{E000}"].contains($0) })
    #expect(page.contains("[U+0995 bengali letter ka] and [U+0995 bengali letter ka]"))
    let found = made.log.diagnostics.filter { $0.code == "LPR-025" }
    let bengali = found.first { $0.message.contains("Bengali") }
    #expect(bengali?.range?.start.line == 3)
    #expect(bengali?.message.contains("in 3 places of the PDF: 'ক' (U+0995), 'খ' (U+0996)") == true)
    #expect(found.contains { $0.message.contains("private use") && $0.message.hasSuffix(": U+E000") })
    #expect(found.contains { $0.hint?.contains("fonts-noto-cjk") == true })
    #expect(found.count == 4)
    #expect(!made.log.diagnostics.contains { $0.code == "LPR-026" })
  }

  @Test("Where it is not known what there is, that is said")
  func pageUnknown() throws {
    let made = try made(document, nil)
    #expect(made.html.contains("ক and ক"))
    #expect(made.log.diagnostics.contains { $0.code == "LPR-026" })
  }
}
