import BrailleTranslation
import Diagnostics
import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import BrailleLayout
@testable import Renderers

/// Tables that transcribers' manuals show in print and in braille, to the cell.
///
/// What the manuals' examples have otherwise than their rules, or than print allows to know, is named
/// where a test takes it out: the box around a table, which print had and our source has not.
@Suite(.enabled(if: SharedData.isPresent)) struct GoldTableTests {
  // MARK: BANA Braille Formats 2016

  @Test func columnsAsInExample11_2() throws {
    let gold = try Gold("bana-11-2-columnar-boxed")
    let found = try lines(gold.table, profile: "bana")
    // Two lines of the example and its separation line have one blank between columns, against its
    // other lines and the rule (11.2.5b), which have two.
    func words(_ line: String) -> [Substring] { line.split(separator: " ") }
    #expect(found.map(words) == gold.inBox.map(words))
    #expect(found[0] == gold.inBox[0])
    #expect(found[3] == gold.inBox[3])
  }

  @Test func listedAsInSample11_24() throws {
    let gold = try Gold("bana-11-24-listed")
    var table = gold.table
    // The transcriber abbreviates "Secretary" and sets one ellipsis on a line of its own, as if it
    // were several entries.
    table.head[0].cells = gold.headings.map { cell($0.replacingOccurrences(of: "Secretary", with: "Sec")) }
    let expected = gold.lines.drop { !$0.contains("@.<") }.joined(separator: "\n")
      .replacingOccurrences(of: ",w>3\n  444", with: ",w>3 444")
    let found = try lines(table, profile: "bana", form: .listed)
    #expect(found.joined(separator: "\n") == expected)
  }

  @Test func linearAsInSample11_25() throws {
    let gold = try Gold("bana-11-25-linear")
    let found = try lines(gold.table, profile: "bana", form: .linear)
    #expect(found == gold.inBox)
  }

  @Test func stairstepAsInSample11_26() throws {
    let gold = try Gold("bana-11-26-stairstep")
    let expected = gold.pages.joined().filter {
      !$0.hasPrefix("777") && !$0.hasPrefix("ggg") && !$0.contains("#bcc")
    }
    let found = try lines(gold.table, profile: "bana", form: .stairstep)
    // The line a page number shares is left out of both; its first word begins the second row.
    let own = found.filter { !$0.hasPrefix(",oklahoma ,c;y1") }
    #expect(own == Array(expected.drop { !$0.contains("@.<") }).trimmed)
    #expect(found.contains(",oklahoma ,c;y1 ,oklahoma"))
  }

  // MARK: UKAAF B004

  @Test func transposedAsInAppendixE() throws {
    let gold = try Gold("ukaaf-E1-transposed-table")
    var table = gold.table
    // The transcriber moves the pound signs to the headings and writes no capitals.
    table.head[0].cells = gold.headings.map { cell($0.lowercased()) }
    for row in table.bodies[0].rows.indices {
      table.bodies[0].rows[row].cells = gold.rows[row].enumerated().map { column, text in
        column == 0
          ? cell("year \(row + 1)\n(£)") : cell(text.replacingOccurrences(of: "£", with: ""))
      }
    }
    let found = try lines(table, profile: "ukaaf", form: .transposed, cells: 38)
    let expected = gold.lines.drop { !$0.hasPrefix("                ye>") }
    // One line of the source is a cell too long.
    func compact(_ line: String) -> String {
      line.split(separator: " ").filter { !$0.allSatisfy { $0 == "\"" } }.joined(separator: " ")
    }
    let own = found.drop { !$0.hasPrefix("                ye>") }
    #expect(own.map(compact) == expected.map(compact))
    for (line, gold) in zip(own, expected) where !gold.hasPrefix("life") && !gold.contains("111") {
      #expect(line == gold)
    }
  }

  // MARK: The styling examples of the eBraille working group

  private static let verbs = [
    ["Infinitive", "Past", "Past Participle"], ["awake", "awoke", "awoken"], ["be", "was, were", "been"],
    ["bear", "bore", "born"], ["beat", "beat", "beat"],
  ]

  private func example(_ name: String) throws -> [String] {
    let path = "braille/brf_gold/bana_styling_examples/Section 2.15/\(name).brf"
    let page = try SharedData.text(path).replacingOccurrences(of: "\r", with: "")
    let lines = page.split(whereSeparator: { $0 == "\n" || $0 == "\u{0C}" }).map(String.init)
    return lines.map { $0.lowercased() }.filter { !$0.hasSuffix("     #a") }
  }

  @Test func columns() throws {
    let table = self.table([
      ["Animal", "Longest Life Span"], ["fruit fly", "50 days"], ["chimpanzee", "39 years"],
      ["blue whale", "90 years"],
    ])
    #expect(try lines(table, profile: "bana") == example("Simple spatial table"))
  }

  @Test func columnsWithGuideDots() throws {
    #expect(try lines(table(Self.verbs), profile: "bana") == example("Spatial table with guide dots"))
  }

  @Test func linear() throws {
    // The example has no blank line between the words of the note and the headings.
    let found = try lines(table(Self.verbs), profile: "bana", form: .linear).filter { !$0.isEmpty }
    let expected = try example("Table presented as linear with a transcriber's note")
      // Lower wordsigns do not stand beside lower punctuation (RUEB 10.5.1).
      .map { $0.replacingOccurrences(of: "23 was1 72 be5", with: "be3 was1 w]e2 be5") }
    #expect(found == expected.closedAfterHeadings(",\"piciple", ending: "4"))
  }

  @Test func stairstep() throws {
    let found = try lines(table(Self.verbs), profile: "bana", form: .stairstep).filter { !$0.isEmpty }
    let expected = try example("Table presented as stairstep with transcriber's note")
    #expect(found == expected.closedAfterHeadings(",\"piciple"))
  }

  @Test func listed() throws {
    let found = try lines(table(Self.verbs), profile: "bana", form: .listed).filter { !$0.isEmpty }
    #expect(try found == example("Table presented as listed with a transcriber's note"))
  }

  // MARK: Making them

  private func cell(_ text: String) -> TableCell { Gold.cell(text) }

  private func table(_ rows: [[String]]) -> Table { Gold.table(rows[0], Array(rows.dropFirst())) }

  /// The lines of a table by itself, as BRF in small letters, without the rule that closes it.
  private func lines(
    _ table: Table, profile name: String, form: TableForm? = nil, cells: Int = 40
  ) throws -> [String] {
    var table = table
    table.form = form
    let profile = try LayoutProfiles.named(name)
    var log = DiagnosticLog()
    let options = BrailleOptions(profile: name, cells: cells, lines: 60)
    let composition = try BrailleRenderer(options: options).compose(
      Document(blocks: [.table(table)]), log: &log)
    #expect(log.count(.warning) == 0)
    let pages = try Paginator.layOut(
      Array(composition.flow.dropLast(profile.documentEnd == nil ? 0 : 1)), profile: profile, cells: cells,
      lines: 60, furniture: PageFurniture(style: .none) { _ in [] })
    let text = String(decoding: BRFWriter(lineEnding: .lf).bytes(pages), as: UTF8.self)
    let lines = text.lowercased().split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.replacingOccurrences(of: "\u{0C}", with: "") }
    return lines.trimmed
  }
}

/// An example of `gold_layout`.
private struct Gold {
  let headings: [String]
  let rows: [[String]]
  let lines: [String]
  let pages: [[String]]

  init(_ name: String) throws {
    let data = try Data(contentsOf: SharedData.url("braille/gold_layout/\(name).json"))
    let root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let print = try #require(root["print"] as? [String: Any])
    headings = try #require(print["headers"] as? [String])
    let only = print["row"] as? [String]
    rows = print["rows"] as? [[String]] ?? only.map { [$0] } ?? []
    lines = root["lines"] as? [String] ?? []
    pages = root["pages"] as? [[String]] ?? []
  }

  /// The lines between those of the box.
  var inBox: [String] {
    Array(lines.drop { !$0.hasPrefix("777") }.dropFirst().prefix { !$0.hasPrefix("ggg") })
  }

  var table: Table { Self.table(headings, rows) }

  static func cell(_ text: String) -> TableCell {
    var inlines: [Inline] = []
    for (index, line) in text.split(separator: "\n").enumerated() {
      if index > 0 { inlines.append(.lineBreak(LineBreak())) }
      inlines.append(.text(Text(String(line))))
    }
    return TableCell(inlines.isEmpty ? [] : [.paragraph(Paragraph(inlines))])
  }

  static func table(_ headings: [String], _ rows: [[String]]) -> Table {
    Table(
      columns: headings.map { _ in TableColumn() }, head: [TableRow(headings.map(cell))],
      bodies: [TableBody(rows.map { TableRow($0.map(cell)) })])
  }
}

extension [String] {
  /// The lines without blank ones at the end.
  fileprivate var trimmed: [String] { Array(reversed().drop(while: \.isEmpty).reversed()) }

  /// The examples close the note before the headings, the manual (11.17, 11.18) after them.
  fileprivate func closedAfterHeadings(_ last: String, ending: String = "") -> [String] {
    map { line in
      let open = line.replacingOccurrences(of: "@.>", with: "")
      guard open.hasSuffix(last + ending), !ending.isEmpty || open.contains(",pa/ ") else { return open }
      return open.dropLast(ending.count) + "@.>"
    }
  }
}
