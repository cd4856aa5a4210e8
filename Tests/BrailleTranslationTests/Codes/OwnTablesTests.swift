import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import BrailleTranslation

@Suite struct OwnTablesTests {
  private func failure(_ list: String) -> String? {
    do throws(ConversionFailure) {
      _ = try OwnTables.paths(list)
      return nil
    } catch {
      return error.diagnostic.code
    }
  }

  @Test func aBareNameIsAnInstalledTable() throws {
    #expect(try OwnTables.paths("en-ueb-g1.ctb")[0].hasSuffix("/tables/en-ueb-g1.ctb"))
    #expect(try OwnTables.paths("cy.tbl, unicode.dis").count == 2)
    #expect(failure("no-such-table.ctb") == "BT-021")
    #expect(failure("Package.swift") == "BT-021", "it is in the current folder, and that is not asked for")
  }

  @Test func aPathIsTakenFromTheCurrentFolder() throws {
    let path = try OwnTables.paths("./Package.swift")[0]
    #expect(path.hasPrefix("/") && path.hasSuffix("/Package.swift"))
    #expect(failure("./no-such-table.ctb") == "BT-022")
    #expect(failure("/") == "BT-022")
    #expect(failure("cy.tbl,") == "BT-020")
    #expect(failure("") == "BT-020")
  }

  @Test func aTableOfOnesOwnTranslates() throws {
    let folder = try TemporaryFolder()
    try Data("include en-ueb-g2.ctb\nalways coformat 14-25-36\n".utf8).write(
      to: URL(filePath: folder("mine.ctb")))
    let code = try OwnTables.code(OwnTables.paths(folder("mine.ctb")), language: "en")
    #expect(code.dots == 6)
    let translator = try Translator(code: code, grade: "1")
    #expect(try translator.translate([TextRun("the coformat")]).text.cells == [0x2E, 0, 0x09, 0x12, 0x24])
    let eight = try OwnTables.code(OwnTables.paths("en-nabcc.utb"), language: "en")
    #expect(eight.dots == 8)
  }

  @Test func aBrokenTableIsNamedWithWhatIsWrong() throws {
    let folder = try TemporaryFolder()
    try Data("always word notdots\n".utf8).write(to: URL(filePath: folder("broken.ctb")))
    let failure = #expect(throws: ConversionFailure.self) {
      try OwnTables.code([folder("broken.ctb")], language: "en")
    }
    #expect(failure?.diagnostic.code == "BT-004")
    #expect(failure?.diagnostic.message.contains("broken.ctb") == true)
  }

  @Test func onlyTheGradeAskedForChanges() throws {
    let code = try BrailleCodes.find("ueb").with(tables: ["/x"], forGrade: "2")
    #expect(code.grades.map(\.tables) == [["en-ueb-g1.ctb"], ["/x"]])
  }

  /// liblouis by itself would take a file of the current folder before an installed table.
  @Test func includedTablesAreLookedForBesideTheirTableAndWhereTablesAreInstalled() throws {
    let folder = try TemporaryFolder()
    try Data().write(to: URL(filePath: folder("beside.uti")))
    let installed = try #require(TableFiles.folders().first { FileManager.default.fileExists(atPath: $0) })
    #expect(
      TableResolver.paths("beside.uti", beside: folder.path, in: [installed]) == [folder("beside.uti")])
    #expect(
      TableResolver.paths("cy.tbl", beside: folder.path, in: [installed]) == [installed + "/cy.tbl"])
    #expect(TableResolver.paths("Package.swift", beside: folder.path, in: [installed]) == nil)
  }
}
