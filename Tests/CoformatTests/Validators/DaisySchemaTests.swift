import Coformat
import Foundation
import TestSupport
import Testing

/// DAISY books of reports, by the DTDs and schemas they were published with, as xmllint reads them. The
/// schemas are beside the project; where they are and xmllint is not, the tests fail.
@Suite(.enabled(if: SharedData.isPresent)) struct DaisySchemaTests {
  static let reports = [
    "council-report.md", "findings-summary.md", "leaflet-bilingual.md", "technical-note.md", "web-page.html",
  ]

  /// What each kind of file of a book is held against: a RELAX NG schema beside its own DTD, or another DTD.
  private static let daisy3 = [
    "book.xml": "z39862005/dtbook-2005-3.rng", "navigation.ncx": "z39862005/ncx-2005-1.rng",
    "package.opf": "oeb/oebpkg12.rng", "resources.res": "z39862005/resource-2005-1.rng",
    ".smil": "z39862005/dtbsmil-2005-2.rng",
  ]
  private static let daisy202 = [
    "ncc.html": "d202/d202ncc.dtd", "master.smil": "d202/d202msmil.dtd", ".smil": "d202/d202smil.dtd",
  ]

  private func complaints(_ arguments: [String], about file: String, in folder: TemporaryFolder) throws
    -> String?
  {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["xmllint", "--nonet", "--noout"] + arguments + [file]
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["XML_CATALOG_FILES": SharedData.url("schemas/catalog.xml").path]) { $1 }
    let output = Pipe()
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? nil : text
  }

  private func book(_ report: String, _ type: DaisyOptions.FileType) throws -> (TemporaryFolder, [String]) {
    let path = SharedData.packageRoot.appending(path: "Samples/\(report)").path
    let conversion = try convert(file: path, to: .daisy(DaisyOptions(fileType: type)))
    let folder = try TemporaryFolder()
    for artifact in conversion.rendition.artifacts { try folder.write(artifact.path, bytes: artifact.bytes) }
    return (folder, conversion.rendition.artifacts.map(\.path))
  }

  @Test(arguments: reports) func booksOfDAISY3AreValid(report: String) throws {
    let (folder, names) = try book(report, .daisy3)
    var count = 0
    for name in names {
      guard let schema = Self.daisy3.first(where: { name.hasSuffix($0.key) })?.value else { continue }
      count += 1
      #expect(try complaints(["--valid"], about: name, in: folder) == nil)
      let path = SharedData.url("schemas/\(schema)").path
      #expect(try complaints(["--relaxng", path], about: name, in: folder) == nil)
    }
    #expect(count >= 5)
  }

  @Test(arguments: reports) func booksOfDAISY202AreValid(report: String) throws {
    let (folder, names) = try book(report, .daisy202)
    for name in ["ncc.html", "content.html"] {
      #expect(try complaints(["--valid"], about: name, in: folder) == nil)
    }
    for name in names {
      let schema =
        Self.daisy202[name] ?? Self.daisy202.first { $0.key == ".smil" && name.hasSuffix($0.key) }?.value
      guard let schema else { continue }
      let path = SharedData.url("schemas/\(schema)").path
      #expect(try complaints(["--dtdvalid", path], about: name, in: folder) == nil)
    }
  }

  @Test func faultsAreSeen() throws {
    let folder = try TemporaryFolder()
    let book = """
      <!DOCTYPE dtbook PUBLIC "-//NISO//DTD dtbook 2005-3//EN" \
      "http://www.daisy.org/z3986/2005/dtbook-2005-3.dtd"><dtbook version="2005-3"><p/></dtbook>
      """
    try folder.write("book.xml", book)
    #expect(try complaints(["--valid"], about: "book.xml", in: folder) != nil)
  }
}
