import BrailleLayout
import Diagnostics
import Foundation
import Testing

@testable import Renderers

@Suite struct ConcordanceTests {
  private func heading(
    _ print: String, _ place: Row.Place = .first, line: Int? = nil, level: Int? = nil
  ) -> Row {
    let position = line.map { SourcePosition(line: $0, column: 1) }
    let anchors = level.map { [Anchor(id: print, kind: .heading(level: $0, title: print))] } ?? []
    return Row(
      [1], range: position.map { SourceRange($0, $0) }, role: .centredHeading, place: place, print: print,
      anchors: anchors)
  }

  private var pages: BraillePages {
    let contents = Page(number: 1, rows: [heading("Contents")])
    let first = Page(
      number: 1, printPage: "ii", printPageStarts: [PrintPageStart(number: "ii", row: 1)],
      rows: [
        heading("Part ", level: 1), heading("one, \"so far\"", .runover, line: 4), Row([1], print: "text"),
      ])
    let second = Page(
      number: 1, printPage: "4",
      printPageStarts: [PrintPageStart(number: "3", row: 0), PrintPageStart(number: "4", row: 2)],
      rows: [heading("Three", line: 20, level: 3)])
    return BraillePages(
      width: 40, height: 25,
      volumes: [
        Volume(sections: [Section(kind: .preliminary, pages: [contents]), Section(pages: [first])]),
        Volume(sections: [Section(pages: [second])]),
      ])
  }

  @Test func `Headings and print pages stand in the order of the braille, with where they are`() {
    let entries = Concordance(pages).entries
    #expect(entries.map(\.heading) == ["Contents", "Part one, \"so far\"", nil, nil, "Three", nil])
    #expect(entries.map(\.level) == [nil, 1, nil, nil, 3, nil])
    #expect(entries.map(\.printPage) == [nil, nil, "ii", "3", "3", "4"])
    #expect(entries.map(\.volume) == [1, 1, 1, 2, 2, 2])
    #expect(entries.map(\.section) == [.preliminary, .text, .text, .text, .text, .text])
  }

  @Test func `Comma-separated values follow RFC 4180`() {
    #expect(
      String(decoding: Concordance(pages).csv, as: UTF8.self) == """
        print page,heading,level,braille volume,braille section,braille page,source line\r
        ,Contents,,1,preliminary,1,\r
        ,"Part one, ""so far""\",1,1,text,1,\r
        ii,,,1,text,1,\r
        3,,,2,text,1,\r
        3,Three,3,2,text,1,20\r
        4,,,2,text,1,\r

        """)
  }

  @Test func `JSON has the same`() throws {
    struct File: Decodable {
      struct Entry: Decodable {
        var type: String
        var printPage: String?
        var heading: String?
        var level: Int?
        var volume: Int
        var section: String
        var page: Int
      }
      var entries: [Entry]
    }
    let concordance = Concordance(pages)
    let file = try JSONDecoder().decode(File.self, from: Data(concordance.json))
    #expect(file.entries.map(\.heading) == concordance.entries.map(\.heading))
    #expect(file.entries.map(\.level) == concordance.entries.map(\.level))
    #expect(file.entries.map(\.printPage) == concordance.entries.map(\.printPage))
    #expect(
      file.entries.map(\.type) == ["heading", "heading", "print-page", "print-page", "heading", "print-page"])
    #expect(file.entries.map(\.volume) == [1, 1, 1, 2, 2, 2])
    #expect(file.entries.allSatisfy { $0.page == 1 })
  }
}
