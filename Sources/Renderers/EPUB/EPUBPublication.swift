import DocumentModel
import XMLTree

/// The files of an EPUB.
struct EPUBPublication {
  var content: EPUBContent
  var pages: EPUBPages
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
    let navigation = EPUBNavigation(writer: writer, content: content, title: facts.title)
    let contents = pages.page(title: writer.words.text(.contents), navigation.elements)
    let package = EPUBPackage(facts: facts, items: items, overlays: overlays).document
    return [
      OCFContainer.mediaType, OCFContainer.container(packageDocument: Self.folder + "package.opf"),
      Artifact(
        path: Self.folder + "package.opf", mediaType: "application/oebps-package+xml",
        bytes: XMLSerializer.document(package)),
      Artifact(path: Self.folder + "nav.xhtml", mediaType: Self.xhtml, bytes: contents),
    ] + pages.pages.map { Artifact(path: Self.folder + $0.path, mediaType: Self.xhtml, bytes: $0.bytes) }
      + (overlays?.artifacts(in: Self.folder) ?? [])
      + pictures.pictures.map {
        Artifact(
          path: Self.folder + $0.path, mediaType: $0.resource.mediaType, bytes: $0.resource.bytes)
      }
      + Self.styles(options).map {
        Artifact(path: Self.folder + $0.path, mediaType: "text/css", bytes: Array($0.text.utf8))
      }
  }

  /// The style sheets, the publication's own first.
  static func styles(_ options: EPUBOptions) -> [(path: String, text: String)] {
    [("style.css", EPUBStyle.text)] + (options.styleSheet.map { [("own.css", $0)] } ?? [])
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
    for (index, style) in Self.styles(options).enumerated() {
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
