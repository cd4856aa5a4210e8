import DocumentModel
import XMLTree

/// The content documents of an EPUB as bytes.
struct EPUBPages {
  /// The path of each from the folder of the content, and its bytes.
  let pages: [(path: String, bytes: [UInt8])]
  /// The paths of the style sheets all pages name.
  private let styles: [String]
  private let language: Language?

  init(_ content: EPUBContent, writer: WebContentWriter, title: String, styles: [String]) {
    self.styles = styles
    language = writer.document.metadata.language
    let paths = content.files.map(\.path)
    var pages: [(path: String, bytes: [UInt8])] = []
    for (index, file) in content.files.enumerated() {
      let page = Self.page(
        title: file.title.nonBlank ?? title, file.elements, styles: styles, language: language)
      pages.append((file.path, XMLSerializer.xhtml(writer.resolved(page, in: index, paths: paths))))
    }
    self.pages = pages
  }

  /// A page around elements, with the head the others have.
  func page(title: String, _ elements: [XMLElement]) -> [UInt8] {
    XMLSerializer.xhtml(Self.page(title: title, elements, styles: styles, language: language))
  }

  private static func page(
    title: String, _ elements: [XMLElement], styles: [String], language: Language?
  ) -> XMLElement {
    var head = [XMLElement("meta", [XMLAttribute("charset", "utf-8")]), XMLElement("title", text: title)]
    for path in styles {
      head.append(
        XMLElement(
          "link",
          [XMLAttribute("rel", "stylesheet"), XMLAttribute("href", path), XMLAttribute("type", "text/css")]))
    }
    let root =
      [
        XMLAttribute("xmlns", "http://www.w3.org/1999/xhtml"),
        XMLAttribute("xmlns:epub", "http://www.idpf.org/2007/ops"),
      ] + WebContentWriter.rootAttributes(of: language, syntax: .xhtml)
    let main = XMLElement("main", [], elements.map(XMLNode.element))
    return XMLElement(
      "html", root,
      [
        .element(XMLElement("head", [], head.map(XMLNode.element))),
        .element(XMLElement("body", [], [.element(main)])),
      ])
  }
}
