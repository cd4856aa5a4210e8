import DocumentModel
import Wording
import XMLTree

/// The navigation document: contents, print pages and landmarks (EPUB 3.3, 7).
struct EPUBNavigation {
  var writer: WebContentWriter
  var content: EPUBContent
  var title: String

  /// What stands in the document's `main`.
  var elements: [XMLElement] {
    var navigations = [
      nav("toc", role: "doc-toc", id: "toc", heading: .contents, list: contents, isShown: true)
    ]
    if !writer.pages.isEmpty {
      let items = writer.pages.map { page in
        item(XMLElement("a", [XMLAttribute("href", address(page.file, page.id))], text: page.number))
      }
      navigations.append(
        nav(
          "page-list", role: "doc-pagelist", id: "pages", heading: .printPages,
          list: XMLElement("ol", [], items), isShown: false))
    }
    navigations.append(
      nav(
        "landmarks", role: nil, id: "landmarks", heading: .startOfText,
        list: XMLElement("ol", [], landmarks), isShown: false))
    return navigations
  }

  private func nav(
    _ type: String, role: String?, id: String, heading: ProgramWords.Name, list: XMLElement, isShown: Bool
  ) -> XMLElement {
    let attributes =
      [XMLAttribute("epub:type", type)] + (role.map { [XMLAttribute("role", $0)] } ?? [])
      + [XMLAttribute("id", id), XMLAttribute("aria-labelledby", "\(id)-title")]
      // Reading systems show these in their own way; in the text they would only be long.
      + (isShown ? [] : [XMLAttribute("hidden", "hidden")])
    let title = XMLElement(isShown ? "h1" : "h2", [XMLAttribute("id", "\(id)-title")], writer.own(heading))
    return XMLElement("nav", attributes, [.element(title), .element(list)])
  }

  private var contents: XMLElement {
    var entries = writer.headings.map { heading in
      let language = heading.language?.wellFormedTag.map {
        WebContentWriter.languageAttributes($0, .xhtml)
      }
      return (
        level: heading.level,
        link: XMLElement(
          "a", [XMLAttribute("href", address(heading.file, heading.id))] + (language ?? []),
          text: heading.label)
      )
    }
    if entries.isEmpty {
      entries = [(1, XMLElement("a", [XMLAttribute("href", content.files[0].path)], text: title))]
    }
    return NestedContents.list(entries)
  }

  /// Places any reader may look for (EPUB Structural Semantics Vocabulary 1.1).
  private var landmarks: [XMLNode] {
    var items: [XMLNode] = []
    func landmark(_ type: String, _ address: String, _ name: ProgramWords.Name) {
      items.append(
        item(
          XMLElement(
            "a", [XMLAttribute("epub:type", type), XMLAttribute("href", address)], writer.own(name))))
    }
    if let page = content.files.first(where: { $0.kind == .titlePage }) {
      landmark("titlepage", page.path, .titlePage)
    }
    landmark("toc", "nav.xhtml#toc", .contents)
    if let text = content.files.first(where: { $0.kind == .text }) {
      landmark("bodymatter", text.path, .startOfText)
    }
    return items
  }

  private func item(_ link: XMLElement) -> XMLNode { .element(XMLElement("li", [], [.element(link)])) }

  private func address(_ file: Int, _ id: String) -> String { content.files[file].path + "#" + id }
}
