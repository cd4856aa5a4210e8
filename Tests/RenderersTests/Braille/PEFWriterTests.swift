import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel
import Foundation
import Readers
import TestSupport
import Testing
import Validation

@testable import Renderers

/// PEF files are what PEF 1.0 says they are.
@Suite struct PEFWriterTests {
  private func pef(_ pages: BraillePages, _ metadata: Metadata = Metadata()) -> [UInt8] {
    PEFWriter(metadata: metadata, identifier: "coformat:test", language: "en").bytes(pages)
  }

  @Test func rowsAreCellsAndNothingElse() {
    let text = String(decoding: pef(BRFWriterTests.pages), as: UTF8.self)
    #expect(text.contains("<row>⠁⠀⠃⠀⠀⠀⠀⠀⠼⠁</row>"))
    #expect(text.contains("<row>⠿</row>"))
    #expect(text.contains("cols=\"10\""))
    #expect(text.contains("rows=\"3\""))
    #expect(text.split(separator: "<page>").count == 3)
  }

  @Test func isValid() {
    #expect(PEFCheck.faults(in: pef(BRFWriterTests.pages)).isEmpty)
    let eightDots = BraillePages(width: 4, height: 1, pages: [Page(number: 1, rows: [Row([0xC7, 0xFF])])])
    #expect(PEFCheck.faults(in: pef(eightDots)).isEmpty)
  }

  @Test func theCheckSeesWhatDoesNotFit() {
    let wide = BraillePages(width: 2, height: 1, pages: [Page(number: 1, rows: [Row([1, 1, 1])])])
    #expect(!PEFCheck.faults(in: pef(wide)).isEmpty)
    let long = BraillePages(width: 2, height: 1, pages: [Page(number: 1, rows: [Row([1]), Row([1])])])
    #expect(!PEFCheck.faults(in: pef(long)).isEmpty)
  }

  @Test func metadataIsKeptAndEscaped() {
    var metadata = Metadata()
    metadata.title = "Bins & <boxes>"
    metadata.authors = ["A", "B"]
    metadata.identifier = "urn:isbn:1"
    metadata.date = "2026"
    let bytes = pef(BRFWriterTests.pages, metadata)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("<dc:title>Bins &amp; &lt;boxes&gt;</dc:title>"))
    #expect(text.contains("<dc:creator>A</dc:creator>"))
    #expect(text.contains("<dc:creator>B</dc:creator>"))
    #expect(text.contains("<dc:identifier>urn:isbn:1</dc:identifier>"))
    #expect(!text.contains("coformat:test"))
    #expect(PEFCheck.faults(in: bytes).isEmpty)
  }
}

/// PEF files of whole reports, by the schema PEF was published with.
@Suite(.enabled(if: SharedData.isPresent && XMLLint.isInstalled)) struct PEFSchemaTests {
  static let files = SharedData.files(below: "corpora/reports-md/GSA__https", extensions: ["md"]).prefix(2)

  @Test func thereAreFiles() { #expect(Self.files.count == 2) }

  @Test(arguments: files, ["ukaaf", "bana"]) func reportIsValid(file: URL, profile: String) throws {
    var log = DiagnosticLog()
    let document = try MarkdownReader().read(
      Source(name: "report.md", bytes: Array(try Data(contentsOf: file))), options: ReadingOptions(),
      log: &log)
    let renderer = BrailleRenderer(options: BrailleOptions(fileType: .pef, profile: profile))
    let bytes = try #require(try renderer.render(document, log: &log).artifacts.first?.bytes)
    #expect(PEFCheck.faults(in: bytes).isEmpty)
    for schema in ["schemas/pef/pef-2008-1.rng", "braille/pef_schema/pef-2008-1-full.rng"] {
      #expect(try XMLLint.complaints(about: bytes, schema: SharedData.url(schema)) == nil)
    }
  }
}

/// The validator that comes with libxml2.
enum XMLLint {
  private static let url = ["/usr/bin/xmllint", "/opt/homebrew/bin/xmllint"].map { URL(filePath: $0) }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  static var isInstalled: Bool { url != nil }

  /// What it says against a file; nil when the file is valid.
  static func complaints(about bytes: [UInt8], schema: URL) throws -> String? {
    let file = FileManager.default.temporaryDirectory.appending(path: "coformat-\(UUID().uuidString).pef")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = url
    process.arguments = ["--nonet", "--noout", "--relaxng", schema.path, file.path]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? nil : String(decoding: said, as: UTF8.self)
  }
}
