import DocumentModel
import XMLTree

extension WordReading {
  /// Takes a paragraph at the head of the document as metadata; says whether it has.
  func takesAsTitle(_ item: ParagraphItem) -> Bool {
    guard depth == 0, pages.counts else { return false }
    return head.takes(item)
  }

  /// What the document says about itself: in its text, then in its properties
  /// (ISO/IEC 29500-2, 11).
  func metadata(firstHeading: String?) -> Metadata {
    var fields: [String: String] = [:]
    let kinds: Set<String> = ["core-properties", "extended-properties", "extendedProperties"]
    var paths = Set(
      package.relationships.values.filter { kinds.contains($0.kind) && !$0.isExternal }.map(\.target))
    // Where Word puts them, whether the package says so or not.
    if package.holds("docProps/core.xml") { paths.insert("docProps/core.xml") }
    for path in paths.sorted() {
      guard let part = package.part(path, log: &log), part.xml.root >= 0 else { continue }
      for child in part.xml.children(part.xml.root) {
        let words = part.xml.text(child).collapsed
        if !words.isEmpty { fields[part.xml.name(child)] = words }
      }
    }
    var properties = DocumentProperties()
    properties.title = fields["dc:title"]
    properties.creator = fields["dc:creator"]
    properties.description = fields["dc:description"]
    properties.language = fields["dc:language"]
    properties.identifier = fields["dc:identifier"]
    properties.subjects = [fields["dc:subject"], fields["cp:keywords"]].compactMap(\.self)
    for (name, key) in [
      ("created", "dcterms:created"), ("modified", "dcterms:modified"), ("category", "cp:category"),
      ("company", "ep:Company"), ("manager", "ep:Manager"), ("status", "cp:contentStatus"),
      ("version", "cp:version"),
    ] {
      if let value = fields[key] { properties.other.append(MetadataField(name: name, value: value)) }
    }
    return head.metadata(language: language, properties, firstHeading: firstHeading)
  }
}
