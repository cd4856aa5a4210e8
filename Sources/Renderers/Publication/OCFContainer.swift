import XMLTree

/// The parts of an EPUB that say what it is and where its package document stands (EPUB 3.3, 4).
enum OCFContainer {
  /// The piece that tells what the zip is, which stands in it first and uncompressed (4.2.6).
  static let mediaType = Artifact(
    path: "mimetype", mediaType: "text/plain", bytes: Array("application/epub+zip".utf8))

  /// The piece that names the package document (4.2.5.3).
  static func container(packageDocument path: String) -> Artifact {
    let root = XMLElement(
      "rootfile",
      [
        XMLAttribute("full-path", path), XMLAttribute("media-type", "application/oebps-package+xml"),
      ])
    let container = XMLElement(
      "container",
      [
        XMLAttribute("version", "1.0"),
        XMLAttribute("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container"),
      ], [.element(XMLElement("rootfiles", [], [.element(root)]))])
    return Artifact(
      path: "META-INF/container.xml", mediaType: "application/xml", bytes: XMLSerializer.document(container))
  }
}
