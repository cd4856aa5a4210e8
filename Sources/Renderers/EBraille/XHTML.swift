import XMLTree

/// The frame all pages of a publication have.
enum XHTML {
  /// A page.
  ///
  /// - Parameters:
  ///   - title: in braille, as all that a page shows.
  ///   - stylesheet: the path to it from the page.
  static func page(
    title: String, language: String, stylesheet: String, links: [XMLElement] = [], body: [XMLNode]
  ) -> XMLElement {
    let head =
      [
        XMLElement("meta", [XMLAttribute("charset", "utf-8")]), XMLElement("title", text: title),
        XMLElement(
          "link",
          [
            XMLAttribute("rel", "stylesheet"), XMLAttribute("href", stylesheet),
            XMLAttribute("type", "text/css"),
          ]),
      ] + links
    return XMLElement(
      "html",
      [
        XMLAttribute("xmlns", "http://www.w3.org/1999/xhtml"),
        XMLAttribute("xmlns:epub", "http://www.idpf.org/2007/ops"), XMLAttribute("lang", language),
        XMLAttribute("xml:lang", language),
      ],
      [
        .element(XMLElement("head", [], head.map(XMLNode.element))),
        .element(XMLElement("body", [], [.element(XMLElement("main", [], body))])),
      ])
  }
}
