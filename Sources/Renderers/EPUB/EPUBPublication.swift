import DocumentModel
import XMLTree

/// The files of an EPUB.
struct EPUBPublication {
  var content: EPUBContent
  var facts: EPUBFacts
  var pictures: EPUBPictures
  var writer: WebContentWriter
  var options: EPUBOptions
  var overlays: MediaOverlays?

  private static let xhtml = "application/xhtml+xml"
  /// The folder of all that is read; paths in it are as the package document has them.
  private static let folder = "EPUB/"

  /// The pieces in the order the package holds them.
  var artifacts: [Artifact] {
    let paths = content.files.map(\.path)
    var pages: [Artifact] = []
    for (index, file) in content.files.enumerated() {
      let page = page(title: file.title.nonBlank ?? facts.title, file.elements)
      pages.append(
        Artifact(
          path: Self.folder + file.path, mediaType: Self.xhtml,
          bytes: XMLSerializer.xhtml(writer.resolved(page, in: index, paths: paths))))
    }
    let navigation = EPUBNavigation(writer: writer, content: content, title: facts.title)
    let contents = page(title: writer.words.text(.contents), navigation.elements)
    let package = EPUBPackage(facts: facts, items: items, overlays: overlays).document
    return [
      OCFContainer.mediaType, OCFContainer.container(packageDocument: Self.folder + "package.opf"),
      Artifact(
        path: Self.folder + "package.opf", mediaType: "application/oebps-package+xml",
        bytes: XMLSerializer.document(package)),
      Artifact(
        path: Self.folder + "nav.xhtml", mediaType: Self.xhtml, bytes: XMLSerializer.xhtml(contents)),
    ] + pages
      + (overlays?.artifacts(in: Self.folder) ?? [])
      + pictures.pictures.map {
        Artifact(
          path: Self.folder + $0.path, mediaType: $0.resource.mediaType, bytes: $0.resource.bytes)
      }
      + styles.map {
        Artifact(path: Self.folder + $0.path, mediaType: "text/css", bytes: Array($0.text.utf8))
      }
  }

  /// The style sheets, the publication's own first.
  private var styles: [(path: String, text: String)] {
    [("style.css", EPUBStyle.text)] + (options.styleSheet.map { [("own.css", $0)] } ?? [])
  }

  /// A page around elements.
  private func page(title: String, _ elements: [XMLElement]) -> XMLElement {
    var head = [XMLElement("meta", [XMLAttribute("charset", "utf-8")]), XMLElement("title", text: title)]
    for style in styles {
      head.append(
        XMLElement(
          "link",
          [
            XMLAttribute("rel", "stylesheet"), XMLAttribute("href", style.path),
            XMLAttribute("type", "text/css"),
          ]))
    }
    let root =
      [
        XMLAttribute("xmlns", "http://www.w3.org/1999/xhtml"),
        XMLAttribute("xmlns:epub", "http://www.idpf.org/2007/ops"),
      ] + WebContentWriter.rootAttributes(of: facts.source.language, syntax: .xhtml)
    let main = XMLElement("main", [], elements.map(XMLNode.element))
    return XMLElement(
      "html", root,
      [
        .element(XMLElement("head", [], head.map(XMLNode.element))),
        .element(XMLElement("body", [], [.element(main)])),
      ])
  }

  private var items: [EPUBPackage.Item] {
    var items = content.files.enumerated().map { index, file in
      EPUBPackage.Item(
        id: "text-\(index + 1)", path: file.path, mediaType: Self.xhtml,
        properties: writer.facts.filesWithFormulas.contains(index) ? "mathml" : nil, inSpine: .yes,
        overlay: overlays?.overlayID(of: index))
    }
    // Contents come after the title page, as in a book.
    let navigation = EPUBPackage.Item(
      id: "nav", path: "nav.xhtml", mediaType: Self.xhtml, properties: "nav", inSpine: .yes)
    items.insert(navigation, at: content.files.first?.kind == .titlePage ? 1 : 0)
    items += overlays?.items ?? []
    for (index, picture) in pictures.pictures.enumerated() {
      items.append(
        EPUBPackage.Item(
          id: "picture-\(index + 1)", path: picture.path, mediaType: picture.resource.mediaType))
    }
    for (index, style) in styles.enumerated() {
      items.append(EPUBPackage.Item(id: "css-\(index + 1)", path: style.path, mediaType: "text/css"))
    }
    return items
  }

  /// What was made, in a line.
  var summary: String {
    func count(_ number: Int, _ one: String, _ many: String) -> String? {
      number == 0 ? nil : "\(number) \(number == 1 ? one : many)"
    }
    let parts = [
      count(content.files.filter { $0.kind == .text }.count, "section", "sections"),
      count(writer.headings.count, "heading", "headings"),
      count(writer.pages.count, "print page", "print pages"),
      count(pictures.pictures.count, "picture", "pictures"),
      overlays.map { "\($0.spokenLength) of speech" },
    ].compactMap(\.self)
    return "EPUB 3.3: " + parts.joined(separator: ", ")
  }
}
