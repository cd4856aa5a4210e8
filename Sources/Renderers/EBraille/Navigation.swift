import BrailleTranslation
import Diagnostics
import XMLTree

/// The primary entry page: the table of contents and the list of print pages (eBraille 1.0, 8; EPUB
/// 3.3, 7).
struct Navigation {
  /// A heading.
  struct Entry {
    var level: Int
    /// Its words in braille.
    var label: String
    var file: Int
    var id: String
  }

  /// The beginning of a print page.
  struct Page {
    /// The number as print shows it, which a reader may type.
    var number: String
    /// The number in braille.
    var label: String
    var file: Int
    var id: String
  }

  /// The words of the page itself, in braille.
  struct Words {
    var title: String
    var contents: String
    var pages: String
  }

  var entries: [Entry]
  var pages: [Page]
  var words: Words
  var language: String
  /// The files, by their paths from the publication's root.
  var paths: [String]

  var document: XMLElement {
    var sections: [XMLNode] = [
      nav("toc", role: "doc-toc", id: "contents", heading: words.contents, list: contents)
    ]
    if !pages.isEmpty {
      let items = pages.map { page in
        let link = XMLElement(
          "a", [XMLAttribute("href", address(page.file, page.id)), XMLAttribute("title", page.number)],
          text: page.label)
        return XMLNode.element(XMLElement("li", [], [.element(link)]))
      }
      sections.append(
        nav(
          "page-list", role: "doc-pagelist", id: "pages", heading: words.pages,
          list: XMLElement("ol", [XMLAttribute("class", "nomark")], items)))
    }
    return XHTML.page(
      title: words.title, language: language, stylesheet: "ebraille/style.css",
      links: [
        XMLElement(
          "link",
          [
            XMLAttribute("rel", "publication"), XMLAttribute("href", "package.opf"),
            XMLAttribute("type", "application/oebps-package+xml"),
          ])
      ],
      body: sections)
  }

  private func nav(_ type: String, role: String, id: String, heading: String, list: XMLElement) -> XMLNode {
    let attributes = [
      XMLAttribute("epub:type", type), XMLAttribute("role", role), XMLAttribute("aria-labelledby", id),
    ]
    let title = XMLElement("h2", [XMLAttribute("id", id)], text: heading)
    return .element(XMLElement("nav", attributes, [.element(title), .element(list)]))
  }

  private func address(_ file: Int, _ id: String) -> String { paths[file] + "#" + id }

  // MARK: - Contents

  /// The entries as nested lists. A level that is passed over has no entry of its own.
  private var contents: XMLElement {
    guard !entries.isEmpty else {
      let link = XMLElement("a", [XMLAttribute("href", paths[0])], text: words.title)
      return Self.list([XMLElement("li", [], [.element(link)])])
    }
    var open: [(level: Int, items: [XMLElement])] = [(entries[0].level, [])]
    for entry in entries {
      while open.count > 1, open[open.count - 1].level > entry.level,
        open[open.count - 2].level >= entry.level
      {
        Self.close(&open)
      }
      if open[open.count - 1].level > entry.level {
        // Above those before it in this list and below what the list is in: it stands beside them,
        // because an item holds one list.
        open[open.count - 1].level = entry.level
      } else if open[open.count - 1].level < entry.level {
        open.append((entry.level, []))
      }
      let link = XMLElement("a", [XMLAttribute("href", address(entry.file, entry.id))], text: entry.label)
      open[open.count - 1].items.append(XMLElement("li", [], [.element(link)]))
    }
    while open.count > 1 { Self.close(&open) }
    return Self.list(open[0].items)
  }

  /// Puts the innermost list below the last item of the one around it.
  private static func close(_ open: inout [(level: Int, items: [XMLElement])]) {
    let inner = open.removeLast()
    let last = open[open.count - 1].items.count - 1
    open[open.count - 1].items[last].children.append(.element(list(inner.items)))
  }

  private static func list(_ items: [XMLElement]) -> XMLElement {
    XMLElement("ol", [XMLAttribute("class", "nomark")], items.map(XMLNode.element))
  }
}
