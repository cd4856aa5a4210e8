import BrailleLayout
import DocumentModel
import XMLTree

/// Pages as Portable Embosser Format 1.0 (2008-1): its volumes and their sections.
struct PEFWriter {
  let metadata: Metadata
  /// What identifies the file when the document has no identifier of its own.
  let identifier: String
  let language: String

  func bytes(_ document: BraillePages) -> [UInt8] {
    let root = XMLElement(
      "pef",
      [
        XMLAttribute("version", "2008-1"), XMLAttribute("xmlns", "http://www.daisy.org/ns/2008/pef"),
      ],
      [
        .element(head),
        .element(XMLElement("body", [], document.volumes.map { .element(volume($0, of: document)) })),
      ])
    return XMLSerializer.document(root)
  }

  private func volume(_ volume: Volume, of document: BraillePages) -> XMLElement {
    XMLElement(
      "volume",
      [
        XMLAttribute("cols", "\(document.width)"), XMLAttribute("rows", "\(document.height)"),
        XMLAttribute("rowgap", "0"), XMLAttribute("duplex", document.sides == .double ? "true" : "false"),
      ],
      volume.sections.map { section in
        .element(
          XMLElement("section", [], section.pages.map { .element(page($0, width: document.width)) }))
      })
  }

  private func page(_ page: Page, width: Int) -> XMLElement {
    XMLElement(
      "page", [],
      page.rows.map { row in
        var bytes: [UInt8] = []
        for cell in row.line(width: width) { bytes.append(contentsOf: UnicodeBrailleWriter.utf8(cell)) }
        guard !bytes.isEmpty else { return .element(XMLElement("row")) }
        return .element(XMLElement("row", text: String(decoding: bytes, as: UTF8.self)))
      })
  }

  private var head: XMLElement {
    var fields: [XMLNode] = []
    func add(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      fields.append(.element(XMLElement("dc:\(name)", text: value)))
    }
    add("format", "application/x-pef+xml")
    add("identifier", metadata.identifier ?? identifier)
    add("title", [metadata.title, metadata.subtitle].compactMap(\.self).joined(separator: ": "))
    for author in metadata.authors { add("creator", author) }
    for contributor in metadata.contributors { add("contributor", contributor) }
    add("language", language.replacing("_", with: "-"))
    // The schema takes days alone; any other date is metadata of another vocabulary, which it allows.
    if let date = metadata.date, !date.isEmpty {
      if date.isDay {
        add("date", date)
      } else {
        fields.append(
          .element(
            XMLElement(
              "dcterms:date", [XMLAttribute("xmlns:dcterms", "http://purl.org/dc/terms/")], text: date)))
      }
    }
    add("publisher", metadata.publisher)
    add("rights", metadata.rights)
    add("description", metadata.description)
    for subject in metadata.subjects { add("subject", subject) }
    add("source", metadata.sourceEdition)
    let meta = XMLElement("meta", [XMLAttribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")], fields)
    return XMLElement("head", [], [.element(meta)])
  }
}

extension String {
  /// Whether it is a day as `2026-11-26`, in ASCII figures.
  fileprivate var isDay: Bool {
    let pattern = "0000-00-00".utf8
    return utf8.count == pattern.count
      && zip(utf8, pattern).allSatisfy { $1 == 0x2D ? $0 == 0x2D : (0x30...0x39).contains($0) }
  }
}
