import DocumentModel
import XMLTree

/// The package document: what the publication is, the files it has and their order (EPUB 3.3, 5).
struct EPUBPackage {
  /// A file of the publication.
  struct Item {
    var id: String
    /// The path from the package document.
    var path: String
    var mediaType: String
    var properties: String?
    /// Whether it is read in turn.
    var inSpine: InSpine = .no
    /// The item that says when its text is spoken; nil when it is not.
    var overlay: String?

    enum InSpine { case yes, no }
  }

  var facts: EPUBFacts
  var items: [Item]
  var overlays: MediaOverlays?

  var document: XMLElement {
    var attributes = [
      XMLAttribute("xmlns", "http://www.idpf.org/2007/opf"), XMLAttribute("version", "3.0"),
      XMLAttribute("unique-identifier", "uid"), XMLAttribute("xml:lang", facts.languages.first ?? "und"),
    ]
    if facts.source.language?.isRightToLeft == true { attributes.append(XMLAttribute("dir", "rtl")) }
    return XMLElement("package", attributes, [.element(metadata), .element(manifest), .element(spine)])
  }

  private var metadata: XMLElement {
    var fields = PackageFields()
    let source = facts.source
    fields.core("identifier", facts.identifier, id: "uid")
    fields.core("title", facts.title, id: "title")
    if let subtitle = source.subtitle?.nonBlank {
      fields.meta("title-type", "main", refines: "title")
      fields.core("title", subtitle, id: "subtitle")
      fields.meta("title-type", "subtitle", refines: "subtitle")
    }
    for language in facts.languages { fields.core("language", language) }
    for (index, author) in source.authors.enumerated() where author.nonBlank != nil {
      fields.core("creator", author, id: "creator-\(index + 1)")
      fields.meta("role", "aut", refines: "creator-\(index + 1)", scheme: "marc:relators")
    }
    for contributor in source.contributors { fields.core("contributor", contributor) }
    fields.core("publisher", source.publisher)
    fields.core("date", facts.date)
    fields.core("description", source.description)
    for subject in source.subjects { fields.core("subject", subject) }
    fields.core("rights", source.rights)
    fields.core("source", source.sourceEdition)
    fields.meta("dcterms:modified", facts.modified)
    fields.meta("pageBreakSource", facts.pageSource)
    for mode in facts.modes { fields.meta("schema:accessMode", mode) }
    for set in facts.sufficient { fields.meta("schema:accessModeSufficient", set) }
    for feature in facts.features { fields.meta("schema:accessibilityFeature", feature) }
    for hazard in facts.hazards { fields.meta("schema:accessibilityHazard", hazard) }
    fields.meta("schema:accessibilitySummary", facts.summary, language: "en")
    if let certifier = facts.certifier {
      fields.meta(
        "dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", id: "conformance")
      fields.meta("a11y:certifiedBy", certifier, refines: "conformance")
    }
    overlays?.addMetadata(to: &fields)
    for field in facts.otherFields { fields.named(field.name, field.value) }
    return XMLElement(
      "metadata", [XMLAttribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")],
      fields.elements.map(XMLNode.element))
  }

  private var manifest: XMLElement {
    XMLElement(
      "manifest", [],
      items.map { item in
        let properties = item.properties.map { [XMLAttribute("properties", $0)] } ?? []
        let overlay = item.overlay.map { [XMLAttribute("media-overlay", $0)] } ?? []
        return .element(
          XMLElement(
            "item",
            [
              XMLAttribute("id", item.id), XMLAttribute("href", item.path),
              XMLAttribute("media-type", item.mediaType),
            ] + properties + overlay))
      })
  }

  private var spine: XMLElement {
    let direction = facts.source.language?.isRightToLeft == true ? "rtl" : "ltr"
    return XMLElement(
      "spine", [XMLAttribute("page-progression-direction", direction)],
      items.filter { $0.inSpine == .yes }.map {
        .element(XMLElement("itemref", [XMLAttribute("idref", $0.id)]))
      })
  }
}

/// Fields of a package document's metadata, in order; those without a value are left out.
struct PackageFields {
  private(set) var elements: [XMLElement] = []

  /// An element of Dublin Core.
  mutating func core(_ name: String, _ value: String?, id: String? = nil) {
    guard let value = value?.nonBlank else { return }
    elements.append(XMLElement("dc:\(name)", id.map { [XMLAttribute("id", $0)] } ?? [], text: value))
  }

  /// A field EPUB has no property for, in the form EPUB 2 had for any: reading systems leave it alone
  /// (EPUB 3.3, 5.5.6).
  mutating func named(_ name: String, _ value: String) {
    guard let name = name.nonBlank, let value = value.nonBlank else { return }
    elements.append(XMLElement("meta", [XMLAttribute("name", name), XMLAttribute("content", value)]))
  }

  /// A property.
  mutating func meta(
    _ property: String, _ value: String?, refines: String? = nil, id: String? = nil,
    scheme: String? = nil, language: String? = nil
  ) {
    guard let value = value?.nonBlank else { return }
    var attributes = [XMLAttribute("property", property)]
    if let refines { attributes.append(XMLAttribute("refines", "#\(refines)")) }
    if let id { attributes.append(XMLAttribute("id", id)) }
    if let scheme { attributes.append(XMLAttribute("scheme", scheme)) }
    if let language { attributes.append(XMLAttribute("xml:lang", language)) }
    elements.append(XMLElement("meta", attributes, text: value))
  }
}
