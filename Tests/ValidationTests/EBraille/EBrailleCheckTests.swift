import Foundation
import Packaging
import TestSupport
import Testing
import Validation

/// A publication without fault, and one for each rule that breaks it.
@Suite struct EBrailleCheckTests {
  @Test func aGoodPublicationIsValid() {
    #expect(EBrailleCheck.findings(in: GoodPublication.package, name: "report.ebrl") == [])
  }

  @Test(arguments: PlantedFault.all) func eachFaultIsFound(_ fault: PlantedFault) throws {
    let files = try GoodPublication.files.map { file in
      guard file.path == fault.file else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      try #require(text.contains(fault.part), "\(fault.part) is not in \(fault.file)")
      return PackageFile(
        path: file.path, bytes: Array(text.replacing(fault.part, with: fault.replacement).utf8))
    }
    let package = ZipReader.Package(files: files, beginsInPlainBytes: true)
    let found = EBrailleCheck.findings(in: package, name: "report.ebrl")
    #expect(found.map(\.code).contains(fault.code), "\(found)")
    // One fault is one finding, or one and what follows from it: a lost file is missed in many places.
    #expect(found.count <= (fault.code == "CHK-007" ? 4 : 2), "\(found)")
  }

  @Test func everyRuleHasAFault() throws {
    let article = "Sources/Coformat/Coformat.docc/Diagnostics/EBrailleRules.md"
    let text = try String(contentsOf: SharedData.packageRoot.appending(path: article), encoding: .utf8)
    let documented = text.split(separator: "\n").filter { $0.hasPrefix("### EBR-") }.map {
      $0.dropFirst(4).prefix(7)
    }
    #expect(documented.count >= 30)
    let planted = Set(PlantedFault.all.map(\.code) + ["EBR-001", "EBR-003", "EBR-004", "EBR-005", "EBR-006"])
    #expect(documented.filter { !planted.contains(String($0)) } == [])
  }

  @Test func theExtensionIsLookedAt() {
    let found = EBrailleCheck.findings(in: GoodPublication.package, name: "report.epub")
    #expect(found.map(\.code) == ["EBR-001"])
  }

  private func codes(renaming path: String, to other: String, inAll: Bool = true) -> [String] {
    let files = GoodPublication.files.map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      let changed =
        inAll && file.path != "mimetype" ? text.replacing("\"\(path)\"", with: "\"\(other)\"") : text
      return PackageFile(path: file.path == path ? other : file.path, bytes: Array(changed.utf8))
    }
    return EBrailleCheck.findings(in: ZipReader.Package(files: files, beginsInPlainBytes: true)).map(\.code)
  }

  @Test func thePackageDocumentHasItsPlaceAndItsName() {
    #expect(codes(renaming: "package.opf", to: "report.opf").contains("EBR-004"))
    #expect(codes(renaming: "package.opf", to: "in/package.opf").contains("EBR-003"))
  }

  @Test func theEntryPageHasItsPlaceAndItsName() {
    #expect(codes(renaming: "index.html", to: "nav.html").contains("EBR-006"))
    #expect(codes(renaming: "index.html", to: "in/index.html").contains("EBR-005"))
  }

  @Test func theMediaTypeStandsFirstAndPlain() {
    let files = GoodPublication.files
    let last = ZipReader.Package(files: Array(files.dropFirst() + files.prefix(1)), beginsInPlainBytes: true)
    #expect(EBrailleCheck.findings(in: last).map(\.code) == ["CHK-004"])
    let packed = ZipReader.Package(files: files, beginsInPlainBytes: false)
    #expect(EBrailleCheck.findings(in: packed).map(\.code) == ["CHK-004"])
  }

  @Test func whatIsMissingIsNamed() {
    for path in [
      "META-INF/container.xml", "package.opf", "index.html", "ebraille/c1.html", "ebraille/style.css",
    ] {
      let files = GoodPublication.files.filter { $0.path != path }
      let found = EBrailleCheck.findings(in: ZipReader.Package(files: files, beginsInPlainBytes: true))
      #expect(!found.isEmpty, "\(path)")
    }
    let extra = GoodPublication.files + [PackageFile(path: "ebraille/other.html", bytes: [])]
    let found = EBrailleCheck.findings(in: ZipReader.Package(files: extra, beginsInPlainBytes: true))
    #expect(found.map(\.code) == ["CHK-007"])
  }

  @Test func findingsSayWhere() throws {
    var files = GoodPublication.files
    let index = try #require(files.firstIndex { $0.path == "ebraille/c1.html" })
    let text = String(decoding: files[index].bytes, as: UTF8.self)
    files[index].bytes = Array(text.replacing("⠃⠗⠇", with: "print").utf8)
    let found = EBrailleCheck.findings(in: ZipReader.Package(files: files, beginsInPlainBytes: true))
    let finding = try #require(found.first)
    #expect(finding.part == "ebraille/c1.html")
    #expect(finding.range?.start.line == 6)
  }
}

/// A publication someone else made.
@Suite(.enabled(if: SharedData.isPresent)) struct EBrailleSampleTests {
  @Test func theSampleIsValid() throws {
    let bytes = Array(try Data(contentsOf: SharedData.url("daisy-samples/ebraille-minimal/eb.ebrl")))
    #expect(EBrailleCheck.findings(in: try ZipReader().read(bytes), name: "eb.ebrl") == [])
  }
}
