import DocumentModel
import XMLTree

/// What is said of a document in no line of its text, as properties of the Word document: those Word has
/// names for (ISO/IEC 29500-2, core properties), and others under names of their own (29500-1, 15.2.12.2).
struct WordProperties {
  private let edition: LargePrintEdition
  private typealias W = WordElement

  init(_ edition: LargePrintEdition) { self.edition = edition }

  /// The properties that Word has names for.
  var core: XMLElement {
    let metadata = edition.document.metadata
    var children: [XMLNode] = []
    func add(_ name: String, _ value: String?) {
      if let value, !value.allSatisfy(\.isWhitespace) {
        children.append(.element(XMLElement(name, text: value)))
      }
    }
    add("dc:title", metadata.title?.nonBlank ?? edition.title.text)
    add("dc:creator", metadata.authors.isEmpty ? nil : metadata.authors.joined(separator: "; "))
    add("dc:description", metadata.description)
    add("dc:subject", metadata.subtitle)
    add("cp:keywords", metadata.subjects.isEmpty ? nil : metadata.subjects.joined(separator: ", "))
    add("dc:identifier", metadata.identifier)
    add("dc:language", edition.language.wellFormedTag)
    return XMLElement(
      "cp:coreProperties",
      [
        XMLAttribute(
          "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        XMLAttribute("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
      ], children)
  }

  /// The others; nil where there are none.
  var custom: XMLElement? {
    let metadata = edition.document.metadata
    var fields: [(name: String, value: String)] = metadata.contributors.map { ("Contributor", $0) }
    if let rights = metadata.rights { fields.append(("Rights", rights)) }
    if let source = metadata.sourceEdition { fields.append(("Source", source)) }
    fields += metadata.other.map { ($0.name, $0.value) }
    fields.removeAll { $0.value.allSatisfy(\.isWhitespace) }
    guard !fields.isEmpty else { return nil }
    // Word takes a document with two properties of one name for damaged, whatever their case.
    var taken: Set<String> = []
    let properties = fields.enumerated().map { index, field in
      let base = field.name.nonBlank ?? "Source field"
      var name = base
      var number = 1
      while !taken.insert(name.lowercased()).inserted {
        number += 1
        name = "\(base) \(number)"
      }
      return W.of(
        "property",
        ["fmtid": "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", "pid": "\(index + 2)", "name": name],
        [XMLElement("vt:lpwstr", text: field.value)])
    }
    return XMLElement(
      "Properties",
      [
        XMLAttribute(
          "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
        XMLAttribute(
          "xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"),
      ], properties.map(XMLNode.element))
  }
}
