import Diagnostics
import DocumentModel
import Foundation
import Readers
import Testing

/// The samples are read whole and without warnings: they are the project's front door.
@Suite struct SamplesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Samples")

  @Test(arguments: [
    "findings-summary.md", "council-report.md", "leaflet-bilingual.md", "technical-note.md", "web-page.html",
  ])
  func isReadWithoutWarnings(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
    var log = DiagnosticLog(source: name)
    let reader: any Reader = name.hasSuffix(".html") ? HTMLReader() : MarkdownReader()
    let document = try reader.read(Source(name: name, bytes: bytes), options: ReadingOptions(), log: &log)
    #expect(document.metadata.title != nil)
    #expect(document.metadata.language != nil)
    #expect(document.blocks.count > 10)
    #expect(log.diagnostics.filter { $0.severity > .note }.map(\.message) == [])
  }
}
