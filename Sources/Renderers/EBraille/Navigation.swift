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

  /// The entries as nested lists.
  private var contents: XMLElement {
    let links = entries.map { entry in
      (
        level: entry.level,
        link: XMLElement("a", [XMLAttribute("href", address(entry.file, entry.id))], text: entry.label)
      )
    }
    let title = XMLElement("a", [XMLAttribute("href", paths[0])], text: words.title)
    return NestedContents.list(
      links.isEmpty ? [(1, title)] : links, attributes: [XMLAttribute("class", "nomark")])
  }
}
