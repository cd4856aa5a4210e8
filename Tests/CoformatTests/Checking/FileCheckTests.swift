import Coformat
import Foundation
import TestSupport
import Testing

/// `FileCheck`: what files are, and what is wrong with them.
@Suite struct FileCheckTests {
  private func check(_ bytes: [UInt8], name: String, _ check: FileCheck = FileCheck()) throws -> (
    [String], String
  ) {
    var log = DiagnosticLog(source: name)
    let title = try check.run(.source(Source(name: name, bytes: bytes)), log: &log)
    return (log.diagnostics.map { "\($0.code) \($0.severity)" }, title)
  }

  private func made(_ fileType: BrailleOptions.FileType) throws -> [UInt8] {
    let source = Source(name: "report.md", bytes: Array("# Bins\n\nBlue and green.\n".utf8))
    let rendition = try convert(source, to: .braille(BrailleOptions(fileType: fileType))).rendition
    if case .zip = rendition.containment { return try rendition.packaged() }
    return rendition.artifacts[0].bytes
  }

  @Test func whatIsMadeIsValid() throws {
    #expect(try check(made(.pef), name: "a.pef") == ([], "Portable Embosser Format"))
    #expect(try check(made(.ebraille), name: "a.ebrl") == ([], "eBraille"))
    let size = FileCheck(cells: 40, lines: 25)
    #expect(try check(made(.brf), name: "a.brf", size) == ([], "Braille Ready Format"))
    #expect(try check(made(.unicode), name: "a.txt", size) == ([], "Unicode braille patterns"))
  }

  @Test func filesAreToldByWhatIsInThem() throws {
    #expect(try check(made(.pef), name: "a.xml").1 == "Portable Embosser Format")
    #expect(try check(made(.ebraille), name: "a.zip").0 == ["EBR-001 error"])
  }

  @Test func theSizeIsTakenFromTheFileWhereItIsNotGiven() throws {
    let brf = Array("ABC\nAB\n\u{C}A\n\u{C}".utf8)
    #expect(try check(brf, name: "a.brf").0 == ["CHK-002 note"])
    #expect(try check(brf, name: "a.brf", FileCheck(cells: 2, lines: 2)).0 == ["BRF-001 error"])
    #expect(try check(brf, name: "a.brf", FileCheck(cells: 3, lines: 1)).0 == ["BRF-002 error"])
  }

  @Test func filesOfOthersMayEndWithoutAFormFeed() throws {
    #expect(try check(Array("ABC\n".utf8), name: "a.brf").0 == ["CHK-002 note", "BRF-005 warning"])
    #expect(try check(Array("ABé\n\u{C}".utf8), name: "a.brf").0.contains("BRF-003 error"))
  }

  @Test func otherFilesAreRefused() {
    #expect(throws: ConversionFailure.self) { try check(Array("%PDF-1.7".utf8), name: "report.pdf") }
    #expect(throws: ConversionFailure.self) { try check([0x50, 0x4B, 0x03, 0x04], name: "report.docx") }
  }

  @Test func reportsAreLookedThrough() throws {
    let (codes, title) = try check(Array("# One\n\n### Three\n".utf8), name: "report.md")
    #expect(codes == ["ACC-001 warning", "ACC-004 warning"])
    #expect(FileCheck.verdict(title) == "looked through as a report (Markdown)")
  }

  @Test func aBrokenPackageIsRefused() throws {
    let bytes = Array(try made(.ebraille).dropLast(40))
    #expect(throws: ConversionFailure.self) { try check(bytes, name: "a.ebrl") }
    #expect(throws: ConversionFailure.self) { try check(Array("words".utf8), name: "a.ebrl") }
  }
}

/// Braille of transcribers: the BANA and RNIB files must be valid BRF.
@Suite(.enabled(if: SharedData.isPresent)) struct FileCheckGoldTests {
  static let files = SharedData.files(below: "braille/brf_gold", extensions: ["brf"])

  @Test func thereAreFiles() { #expect(Self.files.count > 40) }

  @Test(arguments: files) func goldIsValid(file: URL) throws {
    var log = DiagnosticLog()
    _ = try FileCheck().run(.file(file.path), log: &log)
    #expect(log.count(.error) == 0, "\(log.diagnostics)")
  }
}
