import Diagnostics
import DocumentModel
import Readers

/// Collections, their strands, and what reports are in them.
extension ConfigurationReader {
  /// A collection or a strand that a source names.
  struct Reference {
    var collection: String
    var strand: String?
    var range: SourceRange?
  }

  static let strandKeys = ["title", "description", "links"]
  static let collectionKeys = strandKeys + ["strands"]
  static let linkKeys = ["title", "address", "kind", "transcript"]

  mutating func collections(_ field: StructuredField) -> [ReportCollection] {
    named(field, "collections by name").map { field in
      var collection = ReportCollection(name: field.name, title: field.value.words ?? field.name)
      guard field.value.words == nil else { return collection }
      eachField(of: field.value, "a collection", among: Self.collectionKeys, field) { reader, field in
        if field.name == "strands" { collection.strands = reader.strands(field) }
        reader.read(field, &collection.title, &collection.description, &collection.links)
      }
      return collection
    }
  }

  private mutating func strands(_ field: StructuredField) -> [ReportCollection.Strand] {
    named(field, "strands by name").map { field in
      var strand = ReportCollection.Strand(name: field.name, title: field.value.words ?? field.name)
      guard field.value.words == nil else { return strand }
      eachField(of: field.value, "a strand", among: Self.strandKeys, field) { reader, field in
        reader.read(field, &strand.title, &strand.description, &strand.links)
      }
      return strand
    }
  }

  /// A field that a collection and a strand both have.
  private mutating func read(
    _ field: StructuredField, _ title: inout String, _ description: inout String?,
    _ links: inout [ReportCollection.Link]
  ) {
    switch field.name {
    case "title": title = text(field) ?? title
    case "description": description = text(field)
    case "links": links = self.links(field)
    default: break
    }
  }

  /// Fields whose names are names of somebody's own, each once.
  private mutating func named(_ field: StructuredField, _ what: String) -> [StructuredField] {
    guard case .fields(let fields) = field.value else {
      fault(.configurationExpects(field.name, what), field.range)
      return []
    }
    var seen: Set<String> = []
    return fields.filter { field in
      if seen.insert(field.name).inserted { return true }
      fault(.configurationTwice("'\(field.name)'"), field.range)
      return false
    }
  }

  private mutating func links(_ field: StructuredField) -> [ReportCollection.Link] {
    list(field).compactMap { link($0, field) }
  }

  private mutating func link(_ value: StructuredValue, _ parent: StructuredField) -> ReportCollection.Link? {
    var link = ReportCollection.Link(title: "", address: "")
    eachField(of: value, "a link", among: Self.linkKeys, parent) { reader, field in
      let text = reader.text(field)
      switch field.name {
      case "title": link.title = text ?? ""
      case "address":
        link.address = text ?? ""
        reader.checkAddress(text, field)
      case "kind": link.kind = text
      case "transcript":
        link.transcript = text
        reader.checkAddress(text, field)
      default: break
      }
    }
    guard !link.title.isEmpty, !link.address.isEmpty else {
      fault(.configurationLacks("a link", link.title.isEmpty ? "title" : "address"), parent.range)
      return nil
    }
    return link
  }

  mutating func role(_ field: StructuredField) -> ReportRole? {
    guard let name = text(field) else { return nil }
    if let role = ReportRole(rawValue: name) { return role }
    fault(.configurationUnknown("role", name, among: ReportRole.allCases.map(\.rawValue)), field.range)
    return nil
  }

  /// Refuses collections and strands that are named and not there.
  mutating func checkReferences(_ collections: [ReportCollection]) {
    for reference in references {
      let collection = collections.first { $0.name == reference.collection }
      if let strand = reference.strand {
        guard let collection, !collection.strands.contains(where: { $0.name == strand }) else { continue }
        fault(
          .configurationUnknown(
            "strand", strand, among: collection.strands.map(\.name), in: "'\(collection.name)'"),
          reference.range)
      } else if collection == nil {
        fault(
          .configurationUnknown("collection", reference.collection, among: collections.map(\.name)),
          reference.range)
      }
    }
  }
}
