import BrailleTranslation
import Coformat
import Foundation
import TestSupport
import Testing

/// Documents that say their language, in the code of their language without being asked for.
@Suite(.enabled(if: SharedData.isPresent)) struct OwnCodeLawTests {
  static let files = SharedData.files(below: "corpora/languages/udhr-derived", extensions: ["md"])

  @Test func theFilesAreThere() { #expect(Self.files.count >= 16) }

  @Test(arguments: files) func aDocumentIsBrailledInItsLanguagesCode(file: URL) throws {
    let conversion = try convert(file: file.path, to: .braille(BrailleOptions(fileType: .unicode)))
    let codes = conversion.log.diagnostics.map(\.code)
    let isServed = !file.lastPathComponent.hasPrefix("som")
    let isEnglish = file.lastPathComponent.hasPrefix("eng")
    #expect(codes.contains("BRL-031") == (isServed && !isEnglish), "\(codes)")
    #expect(codes.contains("BRL-015") == !isServed, "\(codes)")
    // Nearly every letter has a sign in its own language's code.
    #expect(conversion.log.diagnostics.filter { $0.code == "BRL-001" }.count <= (isServed ? 3 : 100))
  }
}
