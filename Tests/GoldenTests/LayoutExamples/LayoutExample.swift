import BrailleLayout
import Diagnostics
import Foundation
import Readers
import TestSupport
import Testing

@testable import Renderers

/// A piece of print as the standards show it, and its braille there: an example of BANA's Braille
/// Formats or of UKAAF's principles, copied out by the people of another project.
///
/// The data stays where it is, as its licence has it.
struct LayoutExample: Sendable, CustomTestStringConvertible {
  /// The name of the file, without its extension.
  var name: String
  var options: BrailleOptions
  /// What a house style has otherwise than the profile, as a profile file has it; nil for nothing.
  var style: String?
  /// Why ours is not the example's; nil when it is.
  var differs: String?
  /// What the copy has and the standard's rule has not.
  var slips: [Slip] = []
  /// The lines that are compared, of theirs and of ours, where the copy has more than the table.
  var compared: (theirs: Range<Int>, ours: Range<Int>)?
  /// The document in HTML, from the example's description of the print.
  var source: @Sendable (Print) throws -> String

  var testDescription: String { name }

  /// A line of the copy that is put right before it is compared, and why.
  struct Slip: Sendable {
    /// The line, from 0.
    var line: Int
    var reason: String
    var putRight: @Sendable ([UInt8]) -> [UInt8]
  }

  private var file: [String: Any] {
    get throws {
      let data = try Data(contentsOf: SharedData.url("braille/gold_layout/\(name).json"))
      return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
  }

  /// The lines of each page of the example.
  func theirs() throws -> BrailleFile {
    let file = try file
    let pages = file["pages"] as? [[String]] ?? [file["lines"] as? [String] ?? []]
    var braille = BrailleFile(pages: pages.map { $0.map { BrailleFile.cells($0[...]) } })
    for slip in slips {
      braille.pages[0][slip.line] = slip.putRight(braille.pages[0][slip.line])
    }
    return braille.withoutBlankEnds.part(compared?.theirs)
  }

  /// Ours, without the number of the braille page, which the examples leave out.
  func ours() throws -> BrailleFile {
    let print = Print(fields: try #require(file["print"] as? [String: Any]))
    let html = "<!doctype html><html lang=\"en\"><body>" + (try source(print))
    var options = options
    if let style {
      options.ownProfile = try LayoutProfiles.read(Array(style.utf8), name: name)
    }
    var log = DiagnosticLog()
    let document = try HTMLReader().read(
      Source(name: "example.html", bytes: Array(html.utf8)), options: ReadingOptions(pageContent: .whole),
      log: &log)
    var composition = try BrailleRenderer(options: options).compose(document, log: &log)
    if composition.profile.documentEnd != nil { composition.flow.removeLast() }
    if composition.furniture.style == .pageInformationLine {
      // The example begins in the middle of a page: nothing says there which it is.
      composition.furniture.style = .none
      if case .printPage? = composition.flow.first { composition.flow.removeFirst() }
    }
    composition.furniture.pageNumber = { _ in [] }
    let pages = try composition.layOut()
    let ours = BrailleFile(pages: pages.pages.map { $0.rows.map { $0.line(width: pages.width) } })
    return ours.withoutBlankEnds.part(compared?.ours)
  }

  /// What stood in print.
  struct Print {
    var fields: [String: Any]

    subscript(name: String) -> String { (fields[name] as? String ?? "").forHTML }

    /// The entries of a list of words.
    func words(_ name: String) -> [String] { (fields[name] as? [String] ?? []).map(\.forHTML) }

    /// The rows of a table, or the one that is given.
    var rows: [[String]] {
      let rows = fields["rows"] as? [[String]] ?? [fields["row"] as? [String] ?? []]
      return rows.map { $0.map(\.forHTML) }
    }

    /// The items of a list with their levels.
    func items(_ name: String) -> [(level: Int, text: String)] {
      (fields[name] as? [[Any]] ?? []).compactMap { item in
        guard item.count == 2, let level = item[0] as? Int, let text = item[1] as? String else { return nil }
        return (level, text.forHTML)
      }
    }

    /// A table of the headings and the rows.
    var table: String {
      let heads = words("headers").map { "<th scope=\"col\">\($0)</th>" }.joined()
      let body = rows.map { row in
        "<tr>" + row.map { "<td>\($0.replacing("\n", with: "<br>"))</td>" }.joined() + "</tr>"
      }
      return "<table><thead><tr>\(heads)</tr></thead><tbody>\(body.joined())</tbody></table>"
    }
  }
}

extension String {
  fileprivate var forHTML: String { replacing("&", with: "&amp;").replacing("<", with: "&lt;") }
}

extension BrailleFile {
  /// Some lines of the first page; all for nil.
  func part(_ lines: Range<Int>?) -> BrailleFile {
    guard let lines, let page = pages.first else { return self }
    return BrailleFile(pages: [Array(page[lines])])
  }

  /// The pages without blank lines at their beginnings and ends: an example may show those around it.
  var withoutBlankEnds: BrailleFile {
    BrailleFile(pages: pages.map { Array($0.drop(while: \.isEmpty)) })
  }
}
