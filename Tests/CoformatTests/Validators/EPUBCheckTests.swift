import Coformat
import Foundation
import TestSupport
import Testing

/// eBraille of whole reports by EPUBCheck, which knows EPUB and not eBraille: it objects to the five
/// properties eBraille adds, and must to nothing else.
///
/// It takes some seconds a file. Without it these tests fail: `Scripts/install-dependencies --tests`
/// installs it.
@Suite struct EPUBCheckTests {
  private static let samples = [
    "council-report.md", "leaflet-bilingual.md", "technical-note.md", "web-page.html",
  ]

  @Test(arguments: samples) func sampleIsValid(name: String) throws {
    try EPUBCheck.expectValid(SharedData.packageRoot.appending(path: "Samples/\(name)"))
  }

  @Test(arguments: ["council-report.md", "technical-note.md"]) func `A sample is a valid EPUB`(
    name: String
  ) throws {
    try EPUBCheck.expectValidEPUB(SharedData.packageRoot.appending(path: "Samples/\(name)"))
  }
}

/// The same for reports that have what samples lack: many languages, right to left, tables in tables,
/// a thousand links.
@Suite(.enabled(if: SharedData.isPresent)) struct EPUBCheckCorpusTests {
  static let files =
    SharedData.files(below: "corpora/reports-md", extensions: ["md"]).enumerated().filter {
      $0.offset % 26 == 5
    }
    .map(\.element)
    + SharedData.files(below: "corpora/reports-html", extensions: ["html"]).enumerated().filter {
      $0.offset % 30 == 7
    }.map(\.element)

  @Test func thereAreFiles() { #expect((4...8).contains(Self.files.count)) }

  @Test(arguments: files) func reportIsValid(file: URL) throws { try EPUBCheck.expectValid(file) }

  @Test(arguments: files.enumerated().filter { $0.offset % 3 == 0 }.map(\.element))
  func `A report is a valid EPUB`(file: URL) throws { try EPUBCheck.expectValidEPUB(file) }
}

/// EPUBCheck as `Scripts/install-dependencies --tests` installs it.
enum EPUBCheck {
  struct Missing: Error, CustomStringConvertible {
    var description: String { "EPUBCheck is not installed: run Scripts/install-dependencies --tests" }
  }

  /// The properties eBraille adds to EPUB (eBraille 1.0, 5.3).
  private static let added = [
    "a11y:brailleCellType", "a11y:brailleSystem", "a11y:completeTranscription", "a11y:producer",
    "a11y:tactileGraphics",
  ]

  /// The jar in the virtual environment it is in.
  private static func jar() throws -> URL {
    let lib = SharedData.packageRoot.appending(path: ".build/epubcheck/lib")
    let pythons = (try? FileManager.default.contentsOfDirectory(atPath: lib.path)) ?? []
    let jars = pythons.map { lib.appending(path: "\($0)/site-packages/epubcheck/epubcheck.jar") }
    guard let jar = jars.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
      throw Missing()
    }
    return jar
  }

  /// What EPUBCheck has against what is made of a report, advice left out.
  private static func messages(about rendition: Rendition) throws -> [Message] {
    let jar = try jar()
    let folder = FileManager.default.temporaryDirectory.appending(path: "coformat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // By another extension it would ask what the file is.
    let file = folder.appending(path: "report.epub")
    let result = folder.appending(path: "result.json")
    try Data(try rendition.packaged()).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "java", "-XX:TieredStopAtLevel=1", "-jar", jar.path, file.path, "--json", result.path, "-q",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let said = try JSONDecoder().decode(Report.self, from: try Data(contentsOf: result))
    return said.messages.filter { $0.severity != "USAGE" }
  }

  /// Makes an EPUB of a report, and has EPUBCheck find nothing.
  static func expectValidEPUB(_ report: URL) throws {
    try expectValidEPUB(try convert(file: report.path, to: .epub()).rendition)
  }

  /// Has EPUBCheck look at an EPUB and find nothing.
  static func expectValidEPUB(_ rendition: Rendition) throws {
    let messages = try messages(about: rendition)
    #expect(messages.map { "\($0.ID): \($0.message)" } == [])
  }

  /// Converts a report to eBraille and has EPUBCheck look at it.
  static func expectValid(_ report: URL) throws {
    var expected = added
    var others: [String] = []
    let options = BrailleOptions(fileType: .ebraille)
    let said = try messages(about: try convert(file: report.path, to: .braille(options)).rendition)
    for message in said {
      if message.ID == "OPF-027",
        let index = expected.firstIndex(where: { message.message.contains("\"\($0)\"") })
      {
        expected.remove(at: index)
      } else if message.ID == "OPF-027", message.message.contains("\"a11y:brailleSystem\"") {
        // One for each code of a document in several.
      } else {
        others.append("\(message.ID): \(message.message)")
      }
    }
    #expect(others == [])
    #expect(expected == [], "EPUBCheck did not look at these")
  }

  private struct Report: Decodable {
    var messages: [Message]
  }

  private struct Message: Decodable {
    var ID: String
    var severity: String
    var message: String
  }
}
