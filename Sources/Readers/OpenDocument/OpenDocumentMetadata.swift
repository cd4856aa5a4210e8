import DocumentModel
import XMLTree

extension OpenDocumentReading {
  /// Takes a paragraph at the head of the document as metadata; says whether it has.
  func takesAsTitle(_ item: ParagraphItem) -> Bool {
    guard depth == 0, pages.counts else { return false }
    return head.takes(item)
  }

  /// What the document says about itself: in its text, then in its properties (OASIS OpenDocument 1.3,
  /// part 3, 4.3).
  func metadata(firstHeading: String?) -> Metadata {
    var properties = DocumentProperties()
    if let part = package.part("meta.xml", log: &log),
      let meta = part.descend(part.xml.root, "office:meta")
    {
      var fields: [String: [String]] = [:]
      for child in part.xml.children(meta) {
        let words = part.xml.text(child).collapsed
        if !words.isEmpty { fields[part.xml.name(child), default: []].append(words) }
      }
      properties.title = fields["dc:title"]?.first
      properties.creator = (fields["meta:initial-creator"] ?? fields["dc:creator"])?.first
      properties.description = fields["dc:description"]?.first
      properties.language = fields["dc:language"]?.first
      properties.identifier = fields["dc:identifier"]?.first
      properties.subjects = (fields["dc:subject"] ?? []) + (fields["meta:keyword"] ?? [])
      for (name, key) in [("created", "meta:creation-date"), ("modified", "dc:date")] {
        if let value = fields[key]?.first { properties.other.append(MetadataField(name: name, value: value)) }
      }
      for child in part.xml.children(meta) where part.xml.name(child) == "meta:user-defined" {
        let name = part.xml.attribute("meta:name", of: child)?.collapsed ?? ""
        let value = part.xml.text(child).collapsed
        // Old programs write four empty fields of their own.
        if !name.isEmpty, !value.isEmpty {
          properties.other.append(MetadataField(name: name, value: value))
        }
      }
    }
    return head.metadata(language: language, properties, firstHeading: firstHeading)
  }
}
