import Diagnostics
import FoundationEssentials
import Testing

@testable import BrailleTranslation

@Suite struct LiblouisTests {
  /// An undefined character is eight cells: the first buffer has room for three, and liblouis says it took all.
  @Test func buffersGrowUntilAllIsTranslated() throws {
    let tables = try Translator.ueb("1").tables
    let raw = try Liblouis.shared.translate(Array(repeating: 0x416, count: 5_000), tables: tables)
    #expect(raw.cells.count == 40_000)
    #expect(raw.origins.last == 4_999)
    let brackets = try Liblouis.shared.translate(
      Array(repeating: 0x28, count: 200_000), typeforms: Array(repeating: 1, count: 200_000), tables: tables)
    #expect(brackets.cells.count >= 400_000)
  }

  @Test func aVeryLongParagraphIsOneCall() throws {
    let text = String(repeating: "The people’s knowledge of it. ", count: 40_000)
    let braille = try Translator.ueb("2").translate([TextRun(text)]).text
    #expect(braille.origins.last == Int32(text.unicodeScalars.count - 1))
    #expect(
      braille.cells.count == 40_000
        * (try Translator.ueb("2").translate([TextRun("The people’s knowledge of it. ")]).text.cells.count))
  }

  @Test func threadsTakeTurns() async throws {
    let translator = try Translator.ueb("2")
    let uncontracted = try Translator.ueb("1")
    let expected = (
      try translator.brf("The people of knowledge, 1 000 000"), try uncontracted.brf("ŵ people")
    )
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<50).allSatisfy { _ in
            (try? translator.brf("The people of knowledge, 1 000 000")) == expected.0
              && (try? uncontracted.brf("ŵ people")) == expected.1
          }
        }
      }
      for await same in group { #expect(same) }
    }
  }

  @Test func missingTablesNameThePackage() throws {
    var code = try BrailleCodes.find("ueb")
    code.grades[0].tables = ["no-such-table.ctb"]
    let failure = #expect(throws: ConversionFailure.self) { try Translator(code: code, grade: "1") }
    #expect(failure?.diagnostic.code == "BT-003")
    #expect(failure?.diagnostic.hint?.contains("liblouis-data") == true)
  }

  @Test func brokenTablesSayWhatIsWrong() throws {
    let path = FileManager.default.temporaryDirectory.path + "/coformat-broken-table.ctb"
    try Data("sign nonsense\nno such opcode\n".utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    var code = try BrailleCodes.find("ueb")
    code.grades[0].tables = [path]
    let failure = #expect(throws: ConversionFailure.self) { try Translator(code: code, grade: "1") }
    #expect(failure?.diagnostic.code == "BT-004")
    #expect(failure?.diagnostic.message.contains(path) == true)
  }

  @Test func tablesAreAlwaysAbsolutePaths() throws {
    let folders = TableFiles.folders(environment: ["LOUIS_TABLEPATH": "relative,/somewhere"])
    #expect(folders.first == "/somewhere" && folders.allSatisfy { $0.hasPrefix("/") })
    #expect(try TableFiles.list(["en-ueb-g1.ctb"], in: TableFiles.folders()).hasPrefix("/"))
  }

  @Test func braillesGoesBackToPrint() throws {
    let translator = try Translator.ueb("2")
    let cells = try translator.translate([TextRun("The people’s knowledge of 25 things.")]).text.cells
    #expect(try translator.backTranslate(cells) == "The people's knowledge of 25 things.")
    #expect(try translator.backTranslate([]) == "")
  }
}
