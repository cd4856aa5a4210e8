import BrailleLayout

@testable import Renderers

extension LayoutExample {
  /// All examples there are.
  static let all = [
    nestedList, pageChange, printPageTurn, columnar, listed, linear, stairstep, transposed,
  ]

  private static func bana(_ tables: BrailleOptions.TableLayout = .auto) -> BrailleOptions {
    BrailleOptions(grade: .two, profile: "bana", cells: 40, lines: 25, tableLayout: tables)
  }

  private static let nestedList = LayoutExample(
    name: "bana-8-10-nested-list", options: bana(),
    source: { print in
      printPage(print["print_page"]) + unmarkedList(print.items("list"))
    })

  private static let pageChange = LayoutExample(
    name: "bana-1-10-page-change", options: bana(),
    source: { print in
      let before = print.words("list_before").map { (level: 1, text: $0) }
      return printPage("") + unmarkedList(before) + printPage(print["new_print_page"])
        + "<p class=\"directions\">\(print["directions"])</p>" + unmarkedList(print.items("list_after"))
    })

  private static let printPageTurn = LayoutExample(
    name: "ukaaf-8-print-page-turn",
    // The lines of the example are those of a page of 33 cells, the width of A4.
    options: BrailleOptions(grade: .two, profile: "ukaaf", cells: 33, lines: 25),
    slips: [
      Slip(line: 0, reason: "a paragraph begins in cell 3 (B004 9); the copy has no indent") { [0, 0] + $0 },
      Slip(line: 3, reason: "the indicator is centred (B004 8), as the file's own note says") { line in
        let sign = line.drop { $0 == 0 }
        return Array(repeating: 0, count: (33 - sign.count) / 2) + sign
      },
    ],
    source: { print in
      "<p>\(print["paragraph"]) <span role=\"doc-pagebreak\" aria-label=\"\(print["new_print_page"])\">"
        + "</span>\(print["continuation"])</p>"
    })

  private static let columnar = LayoutExample(
    name: "bana-11-2-columnar-boxed", options: bana(.columns),
    // The other two rows of the copy have the gutter of two blanks.
    slips: [(3, 8), (4, 8), (6, 8)].map { line, cell in
      Slip(line: line, reason: "columns are two blanks apart (11.2.5b); the file's own note doubts its one") {
        $0[..<cell] + [0] + $0[cell...]
      }
    },
    source: { "<aside>\($0.table)</aside>" })

  private static let listed = LayoutExample(
    name: "bana-11-24-listed", options: bana(.listed),
    // The copy begins with a box line and a title of which the description says nothing, and is cut
    // off after four columns.
    compared: (3..<22, 0..<19),
    source: { print in
      // Its braille has the print's “Sec.” where the description spells the word out.
      print.table.replacing("Secretary", with: "Sec")
    })

  private static let linear = LayoutExample(
    name: "bana-11-25-linear", options: bana(.linear), source: { "<aside>\($0.table)</aside>" })

  private static let stairstep = LayoutExample(
    name: "bana-11-26-stairstep", options: bana(.stairstep),
    slips: [
      Slip(line: 0, reason: "the line is 41 cells long; a blank before the page number is too many") { line in
        var line = line
        line.remove(at: 27)
        return line
      }
    ],
    source: { print in
      printPage(print["print_page"]) + "<h1>\(print["title"])</h1><aside>\(print.table)</aside>"
    })

  private static let transposed = LayoutExample(
    name: "ukaaf-E1-transposed-table",
    options: BrailleOptions(grade: .two, profile: "ukaaf", cells: 38, lines: 25, tableLayout: .transposed),
    // The house style of its transcriber: no capital signs in columns, the currency below the headings,
    // notes that stand as paragraphs do.
    style: #"""
      { "transcribersNote": "3-1",
        "table": { "blankBefore": 0, "columns": { "capitals": "omitted", "currency": "in-headings" } } }
      """#,
    slips: [
      Slip(line: 0, reason: "a cell off the middle, in which the line that ends the table stands") {
        [0] + $0
      },
      Slip(line: 1, reason: "the next word has room on the line, which the figures fill to the end") {
        $0 + BrailleFile.cells(" brl1")
      },
      Slip(line: 2, reason: "the same") { Array($0[5...]) },
      Slip(line: 6, reason: "the line is 39 cells long: its guide dots end a blank before the figures") {
        Array($0[..<15] + $0[16...])
      },
    ],
    source: { print in "<h1>\(print["title"])</h1>" + print.table })

  private static func printPage(_ number: String) -> String {
    "<div role=\"doc-pagebreak\" aria-label=\"\(number)\"></div>"
  }

  /// A list whose items hold what print has before them, each level in the item above it.
  private static func unmarkedList(_ items: [(level: Int, text: String)]) -> String {
    var html = ""
    var level = 0
    for item in items {
      if item.level > level {
        html += String(repeating: "<ul style=\"list-style: none\">", count: item.level - level)
      } else {
        html += "</li>" + String(repeating: "</ul></li>", count: level - item.level)
      }
      html += "<li>\(item.text)"
      level = item.level
    }
    return html + String(repeating: "</li></ul>", count: level)
  }
}
