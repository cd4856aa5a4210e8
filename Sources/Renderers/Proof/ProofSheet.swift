import BrailleLayout
import Diagnostics
import XMLTree

/// A page of HTML on which a person who reads print and a person who reads braille check braille
/// together: each braille page with its cells in their places, and beside each line the print it
/// stands for, where in the source that is, and what was said of it.
///
/// It needs nothing besides itself: the style and the font are in it, and there are no scripts. Cells
/// are Unicode braille and not a picture, so that they can be searched, copied and read on a display.
struct ProofSheet {
  let pages: BraillePages
  /// The document's title; nil when it has none.
  let title: String?
  /// The language of the print (BCP 47).
  let language: String
  /// The language the braille code is for.
  let brailleLanguage: String
  /// What was made, a line each.
  let facts: [String]
  /// What was said, and of which source.
  let log: DiagnosticLog

  /// The extension of proofs, which tells them from a report in HTML.
  static let fileExtension = "proof.html"

  /// The page as a file.
  var bytes: [UInt8] { HTMLSerializer.document(tree) }

  /// The page as a tree.
  var tree: XMLElement {
    let messages = ProofMessages(log, on: pages)
    var body: [XMLNode] = [
      .html("a", ["class": "skip", "href": "#braille"], "Skip to the braille"),
      .element(XMLElement("header", [], header)),
    ]
    var main: [XMLNode] = []
    if let section = messages.section { main.append(section) }
    main += volumes(messages)
    body.append(.element(XMLElement("main", [], main)))
    return XMLElement(
      "html", [XMLAttribute("lang", "en")], [.element(head), .element(XMLElement("body", [], body))])
  }

  // MARK: - What stands above the pages

  private var heading: String { "Braille proof of \(title?.onOneLine ?? log.source ?? "a document")" }

  private var head: XMLElement {
    XMLElement(
      "head", [],
      [
        .html("meta", ["charset": "utf-8"]),
        .html("title", heading),
        .html("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .html("style", ProofStyle.text(width: pages.width)),
      ])
  }

  private var header: [XMLNode] {
    var nodes: [XMLNode] = [.html("h1", heading)]
    if let source = log.source { nodes.append(.html("p", "Made from \(source).")) }
    nodes += facts.map { .html("p", "\($0).") }
    nodes.append(
      .html(
        "p",
        """
        Each row below is a line of braille: its number on the page, its cells, the print they stand \
        for, and the line and column of the source where that begins, or none for words that have no \
        place there. What is in square brackets is not in the print.
        """))
    return nodes
  }

  // MARK: - Volumes and pages

  private func volumes(_ messages: ProofMessages) -> [XMLNode] {
    var first = 0
    return pages.volumes.enumerated().map { number, volume in
      let count = volume.pages.count
      let heading = """
        Volume \(number + 1) of \(pages.volumes.count): \(count) \(count == 1 ? "page" : "pages")
        """
      var nodes: [XMLNode] = [
        .html("h2", number == 0 ? ["id": "braille"] : [:], heading)
      ]
      for section in volume.sections {
        for page in section.pages {
          nodes.append(self.page(page, in: section.kind, index: first, messages))
          first += 1
        }
      }
      return .element(XMLElement("section", [], nodes))
    }
  }

  /// One page as a table: a row for each line, those that are blank to the page's end too.
  private func page(
    _ page: Page, in section: Section.Kind, index: Int, _ messages: ProofMessages
  ) -> XMLNode {
    var heading = "Braille \(page.name(in: section))"
    if let printPage = page.printPage { heading += ", print page \(printPage.onOneLine)" }
    let labels = ["Line", "Braille", "Print", "Source"].map { label in
      XMLNode.html("th", ["scope": "col"], label)
    }
    let rows = (0..<max(pages.height, page.rows.count)).map { line in
      line < page.rows.count
        ? row(
          page.rows[line], page, line, messages.at(page: index, line: line), id: ProofMessages.id(index, line)
        )
        : row(Row(kind: .blank), page, line, [], id: nil)
    }
    return .element(
      XMLElement(
        "table", [XMLAttribute("class", "page")],
        [
          .element(XMLElement("caption", [], [.html("h3", heading)])),
          .element(XMLElement("thead", [], [.element(XMLElement("tr", [], labels))])),
          .element(XMLElement("tbody", [], rows)),
        ]))
  }

  private func row(_ row: Row, _ page: Page, _ line: Int, _ messages: [XMLNode], id: String?) -> XMLNode {
    var attributes: [XMLAttribute] = []
    if let id, !messages.isEmpty { attributes.append(XMLAttribute("id", id)) }
    if let range = row.range { attributes.append(XMLAttribute("title", range.inWords(of: log.source))) }
    let cells = row.line(width: pages.width)
    var print: [XMLNode] = []
    if let words = row.printWords { print.append(.html("bdi", isForeign ? ["lang": language] : [:], words)) }
    let remarks = row.remarks(page: page, line: line)
    if !remarks.isEmpty {
      if !print.isEmpty { print.append(.text(" ")) }
      print.append(.html("span", ["class": "remark"], "[\(remarks.joined(separator: "; "))]"))
    }
    return .element(
      XMLElement(
        "tr", attributes,
        [
          .html("td", ["class": "line"], "\(line + 1)"),
          .html("td", ["class": "cells", "lang": BrailleTag.of(brailleLanguage)], cells.unicodeBraille),
          .element(XMLElement("td", [], print + messages)),
          .html("td", ["class": "source"], row.range?.start.shown ?? (row.hasNoPlace ? "none" : "")),
        ]))
  }

  private var isForeign: Bool { language != "en" && !language.hasPrefix("en-") }
}

/// The tags of braille in a language.
enum BrailleTag {
  /// The tag with the script subtag of braille, `en-Brai-GB`; a script that is there gives way.
  static func of(_ language: String) -> String {
    var subtags = language.split(separator: "-").map(String.init)
    guard !subtags.isEmpty else { return "und-Brai" }
    if subtags.count > 1, subtags[1].utf8.count == 4 { subtags.remove(at: 1) }
    subtags.insert("Brai", at: 1)
    return subtags.joined(separator: "-")
  }
}
