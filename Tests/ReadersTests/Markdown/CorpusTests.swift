import Diagnostics
import Foundation
import Readers
import TestSupport
import Testing

/// Real reports, and hostile files, are read.
@Suite(.enabled(if: SharedData.isPresent)) struct MarkdownCorpusTests {
  @Test func everyReportIsRead() throws {
    let files = SharedData.files(below: "corpora/reports-md", extensions: ["md", "Rmd"])
    #expect(files.count >= 78)
    for file in files {
      var log = DiagnosticLog(source: file.lastPathComponent)
      do throws(ConversionFailure) {
        let document = try MarkdownReader().read(
          Source(name: file.lastPathComponent, bytes: [UInt8]((try? Data(contentsOf: file)) ?? Data())),
          options: ReadingOptions(), log: &log)
        #expect(!document.blocks.isEmpty, "\(file.path)")
      } catch {
        Issue.record("\(file.path): \(error.diagnostic.message)")
      }
    }
  }

  @Test(arguments: ["md", "shape", "unicode", "active"])
  func hostileFilesAreRead(folder: String) throws {
    let files = SharedData.files(below: "hostile/\(folder)", extensions: ["md"])
    #expect(!files.isEmpty)
    for file in files {
      var log = DiagnosticLog(source: file.lastPathComponent)
      let bytes = [UInt8](try Data(contentsOf: file))
      let document = try MarkdownReader().read(
        Source(name: file.lastPathComponent, bytes: bytes), options: ReadingOptions(), log: &log)
      #expect(document.parts == [file.lastPathComponent])
    }
  }
}
