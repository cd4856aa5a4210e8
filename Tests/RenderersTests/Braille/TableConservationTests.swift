import BrailleTranslation
import Diagnostics
import DocumentModel
import Renderers
import TestSupport
import Testing

/// No heading is lost where rows are shorter than the head or entries cover several columns.
@Suite struct TableConservationTests {
  private func cell(_ word: String, columnSpan: Int = 1) -> TableCell {
    TableCell([SampleNodes.paragraph(word)], columnSpan: columnSpan)
  }

  private func words(head: [[TableCell]], rows: [[TableCell]], profile: String) throws -> [String] {
    let columns = head.map { $0.reduce(0) { $0 + $1.columnSpan } }.max() ?? 1
    let table = Table(
      columns: Array(repeating: TableColumn(), count: columns), head: head.map { TableRow($0) },
      bodies: [TableBody(rows.map { TableRow($0) })])
    var log = DiagnosticLog()
    let renderer = BrailleRenderer(options: BrailleOptions(grade: .one, profile: profile))
    let pages = try renderer.layOut(Document(blocks: [.table(table)]), log: &log)
    return try BrailleReadBack.words(of: pages, with: Translator(code: BrailleCodes.find("ueb"), grade: "1"))
  }

  @Test(arguments: ["ukaaf", "bana"]) func rowsShorterThanTheHead(profile: String) throws {
    let head = [[cell("first"), cell("second"), cell("third")]]
    let found = try words(head: head, rows: [[cell("alone")], []], profile: profile)
    for word in ["first", "second", "third", "alone"] { #expect(found.contains(word), "\(word)") }
  }

  @Test(arguments: ["ukaaf", "bana"]) func entriesOverSeveralColumns(profile: String) throws {
    let head = [[cell("first"), cell("second"), cell("third")]]
    let found = try words(head: head, rows: [[cell("wide", columnSpan: 3)]], profile: profile)
    for word in ["first", "second", "third", "wide"] { #expect(found.contains(word), "\(word)") }
  }

  @Test(arguments: ["ukaaf", "bana"]) func headWithoutRows(profile: String) throws {
    let head = [[cell("upper", columnSpan: 2)], [cell("left"), cell("right")]]
    let found = try words(head: head, rows: [], profile: profile)
    for word in ["upper", "left", "right"] { #expect(found.contains(word), "\(word)") }
  }

  @Test(arguments: ["ukaaf", "bana"]) func rowsLongerThanTheHead(profile: String) throws {
    let found = try words(head: [[cell("only")]], rows: [[cell("one"), cell("two")]], profile: profile)
    for word in ["only", "one", "two"] { #expect(found.contains(word), "\(word)") }
  }
}
