import Coformat
import Foundation
import TestSupport
import Testing

/// Nothing of an OpenDocument text is lost in reading it: the letters of every paragraph, as an
/// independent reading of the XML finds them, stand together in the model.
@Suite(.enabled(if: SharedData.isPresent)) struct OpenDocumentLawTests {
  static let files = SharedData.files(below: "corpora/odt", extensions: ["odt", "fodt"])

  /// Files that are rightly refused, with the reason.
  static let refused: [String: String] = ["testInvalidPkg2.odt": "a zip that holds no document"]

  @Test func `The corpus is there`() { #expect(Self.files.count >= 84) }

  @Test func `Every paragraph of every document is in its model`() throws {
    for file in Self.files {
      let bytes = [UInt8](try Data(contentsOf: file))
      var log = DiagnosticLog(source: file.lastPathComponent)
      let document: Document
      do throws(ConversionFailure) {
        document = try OpenDocumentReader().read(
          Source(name: file.lastPathComponent, bytes: bytes), options: ReadingOptions(), log: &log)
      } catch {
        #expect(error.diagnostic.hint != nil)
        #expect(Self.refused[file.lastPathComponent] != nil, "\(file.lastPathComponent) is refused")
        continue
      }
      #expect(Self.refused[file.lastPathComponent] == nil, "\(file.lastPathComponent) is read")
      let source = OpenDocumentText(bytes)
      #expect(source.isRead, "\(file.lastPathComponent) cannot be scanned")
      let found = ModelText(document)
      for paragraph in source.paragraphs {
        #expect(found.holds(paragraph), "\(file.lastPathComponent) lost: \(paragraph.prefix(120))")
      }
    }
  }
}

/// The laws of `Laws` for OpenDocument texts: ten of the corpus, of all the programs in it.
@Suite(.enabled(if: SharedData.isPresent)) struct OpenDocumentPageLawTests {
  static let files = OpenDocumentLawTests.files.enumerated().filter { $0.offset % 8 == 3 }.map(\.element)

  @Test(arguments: files) func `Pages of OpenDocument texts keep the laws`(file: URL) throws {
    try Laws(file: file).check(in: [.grade1])
  }
}
