import DocumentModel
import XMLTree

/// The package document: what the publication is, the files it has and their order (eBraille 1.0, 5).
struct PackageDocument {
  /// A file of the publication.
  struct Item {
    var id: String
    /// The path from the publication's root.
    var path: String
    var mediaType: String
    var properties: String?
    /// Whether it is read in turn.
    var inSpine: InSpine = .no

    enum InSpine { case yes, no }
  }

  var facts: PublicationFacts
  var items: [Item]

  var document: XMLElement {
    XMLElement(
      "package",
      [
        XMLAttribute("xmlns", "http://www.idpf.org/2007/opf"), XMLAttribute("version", "3.0"),
        XMLAttribute("unique-identifier", "uid"), XMLAttribute("xml:lang", facts.printLanguage),
      ], [.element(metadata), .element(manifest), .element(spine)])
  }

  private var metadata: XMLElement {
    var fields: [XMLElement] = []
    func core(_ name: String, _ value: String?, id: String? = nil) {
      guard let value, !value.allSatisfy(\.isWhitespace) else { return }
      fields.append(XMLElement("dc:\(name)", id.map { [XMLAttribute("id", $0)] } ?? [], text: value))
    }
    func meta(_ property: String, _ value: String?, refines: String? = nil) {
      guard let value, !value.allSatisfy(\.isWhitespace) else { return }
      let refined = refines.map { [XMLAttribute("refines", "#\($0)")] } ?? []
      fields.append(XMLElement("meta", [XMLAttribute("property", property)] + refined, text: value))
    }
    core("identifier", facts.identifier, id: "uid")
    core("title", facts.title)
    for creator in facts.creators { core("creator", creator) }
    for contributor in facts.source.contributors { core("contributor", contributor) }
    core("format", "eBraille 1.0")
    for language in facts.languages { core("language", language) }
    core("date", facts.date)
    core("publisher", facts.source.publisher)
    core("description", facts.source.description)
    core("rights", facts.source.rights)
    for subject in facts.source.subjects { core("subject", subject) }
    if let work = facts.workIdentifier {
      core("source", work, id: "work")
      meta("dcterms:publisher", facts.source.publisher, refines: "work")
      meta("dcterms:date", facts.source.date, refines: "work")
    }
    meta("dcterms:modified", facts.modified)
    meta("dcterms:dateCopyrighted", facts.copyright)
    meta("a11y:brailleCellType", facts.cellType)
    for system in facts.systems { meta("a11y:brailleSystem", system) }
    meta("a11y:completeTranscription", facts.completeness.rawValue)
    meta("a11y:producer", facts.producer)
    meta("a11y:tactileGraphics", "none")
    if facts.pageNumbers == .present { meta("pageBreakSource", facts.workIdentifier ?? "none") }
    meta("schema:accessMode", "tactile")
    meta("schema:accessModeSufficient", "tactile")
    for feature in facts.features { meta("schema:accessibilityFeature", feature) }
    meta("schema:accessibilityHazard", "none")
    return XMLElement(
      "metadata", [XMLAttribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")], fields.map(XMLNode.element))
  }

  private var manifest: XMLElement {
    XMLElement(
      "manifest", [],
      items.map { item in
        let properties = item.properties.map { [XMLAttribute("properties", $0)] } ?? []
        return .element(
          XMLElement(
            "item",
            [
              XMLAttribute("id", item.id), XMLAttribute("href", item.path),
              XMLAttribute("media-type", item.mediaType),
            ] + properties))
      })
  }

  private var spine: XMLElement {
    XMLElement(
      "spine", [],
      items.filter { $0.inSpine == .yes }.map {
        .element(XMLElement("itemref", [XMLAttribute("idref", $0.id)]))
      })
  }
}
