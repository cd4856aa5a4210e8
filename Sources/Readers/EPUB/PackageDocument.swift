import Diagnostics
import DocumentModel
import XMLTree

/// A package document (EPUB 3.3, 5; OPF 2.0.1; OEB 1.2, as DAISY 3 uses it): what a book is made of, in
/// which order, and what it says of itself.
struct PackageDocument {
  struct Item {
    var id: String
    /// Its path in the package; nil where it is on a network.
    var path: String?
    var mediaType: String
    var properties: Set<String>
  }

  struct Place {
    var item: Item
    /// Whether it stands in the reading order, and not beside it.
    var isLinear: Bool
  }

  let path: String
  private(set) var version = ""
  private(set) var items: [Item] = []
  private(set) var spine: [Place] = []
  /// How many places of the spine name no item, and how many one that came before.
  private(set) var unknownPlaces: [String] = []
  private(set) var repeatedPlaces = 0
  private(set) var metadata = Metadata()
  /// The fields of the metadata that are about the package and not the book, by name.
  private(set) var technical: [String: [String]] = [:]
  /// The EPUB 2 table of contents.
  private(set) var navigationControl: Item?
  /// The EPUB 3 navigation document.
  var navigationDocument: Item? { items.first { $0.properties.contains("nav") } }

  init(_ xml: FlatXML, path: String) {
    self.path = path
    guard xml.root >= 0 else { return }
    version = xml.attribute("version", of: xml.root) ?? ""
    if let manifest = xml.localChild("manifest", of: xml.root) { readManifest(xml, manifest) }
    if let spine = xml.localChild("spine", of: xml.root) { readSpine(xml, spine) }
    if let node = xml.localChild("metadata", of: xml.root) {
      var reading = PackageMetadata(
        xml, node, uniqueIdentifier: xml.attribute("unique-identifier", of: xml.root) ?? "")
      reading.read()
      metadata = reading.metadata
      technical = reading.technical
    }
  }

  private mutating func readManifest(_ xml: FlatXML, _ manifest: FlatXML.NodeID) {
    for node in xml.children(manifest) where !xml.isText(node) && xml.local(node) == "item" {
      var file: String?
      if let address = xml.attribute("href", of: node),
        case .file(let place, _) = PackageAddress(address, from: path)
      {
        file = place
      }
      items.append(
        Item(
          id: xml.attribute("id", of: node) ?? "", path: file,
          mediaType: xml.attribute("media-type", of: node)?.lowercased() ?? "",
          properties: Set(
            (xml.attribute("properties", of: node) ?? "").split(whereSeparator: \.isWhitespace).map(
              String.init))))
    }
  }

  private mutating func readSpine(_ xml: FlatXML, _ spine: FlatXML.NodeID) {
    let byID = Dictionary(items.map { ($0.id, $0) }) { first, _ in first }
    navigationControl =
      xml.attribute("toc", of: spine).flatMap { byID[$0] }
      ?? items.first { $0.mediaType == "application/x-dtbncx+xml" }
    var seen: Set<String> = []
    for node in xml.children(spine) where !xml.isText(node) && xml.local(node) == "itemref" {
      let name = xml.attribute("idref", of: node) ?? ""
      guard let item = byID[name] else {
        unknownPlaces.append(name)
        continue
      }
      guard seen.insert(name).inserted else {
        repeatedPlaces += 1
        continue
      }
      self.spine.append(Place(item: item, isLinear: xml.attribute("linear", of: node) != "no"))
    }
  }
}

/// What a package document says of the book.
struct PackageMetadata {
  private let xml: FlatXML
  private let node: FlatXML.NodeID
  private let uniqueIdentifier: String
  private(set) var metadata = Metadata()
  private(set) var technical: [String: [String]] = [:]
  /// What EPUB 3 `meta` elements say of others, by the other's identifier and the property.
  private var refinements: [String: [String: String]] = [:]
  private var identifiers: [(id: String, value: String)] = []

  init(_ xml: FlatXML, _ node: FlatXML.NodeID, uniqueIdentifier: String) {
    self.xml = xml
    self.node = node
    self.uniqueIdentifier = uniqueIdentifier
  }

  mutating func read() {
    // OEB puts Dublin Core in an element of its own, and the rest in another.
    let fields = (node..<xml.end(of: node)).filter { !xml.isText($0) }
    for field in fields where xml.local(field) == "meta" {
      if let target = xml.attribute("refines", of: field), let property = xml.attribute("property", of: field)
      {
        refinements[String(target.drop { $0 == "#" }), default: [:]][property] = xml.words(field)
      }
    }
    for field in fields {
      switch xml.name(field) {
      case let name where name.hasPrefix("dc:"): dublinCore(field)
      case let name where name.hasSuffix(":meta") || name == "meta": other(field)
      default: break
      }
    }
    metadata.identifier =
      identifiers.first { $0.id == uniqueIdentifier && !uniqueIdentifier.isEmpty }?.value
      ?? identifiers.first?.value
    for identifier in identifiers where identifier.value != metadata.identifier {
      metadata.other.append(MetadataField(name: "identifier", value: identifier.value))
    }
  }

  private mutating func dublinCore(_ field: FlatXML.NodeID) {
    let value = xml.words(field)
    guard !value.isEmpty else { return }
    let id = xml.attribute("id", of: field) ?? ""
    switch xml.local(field).lowercased() {
    case "title":
      if refinements[id]?["title-type"] == "subtitle", metadata.subtitle == nil {
        metadata.subtitle = value
      } else {
        fill(\.title, value, "title")
      }
    case "creator": add(value, role: role(of: field, id), isAuthor: true)
    case "contributor": add(value, role: role(of: field, id), isAuthor: false)
    case "language":
      if metadata.language == nil { metadata.language = Language(value) }
    case "date":
      if xml.attribute("opf:event", of: field) != "modification" { fill(\.date, value, "date") }
    case "identifier": identifiers.append((id, value))
    case "publisher": fill(\.publisher, value, "publisher")
    case "rights": fill(\.rights, value, "rights")
    case "description": fill(\.description, value.withoutTags, "description")
    case "subject": if !metadata.subjects.contains(value) { metadata.subjects.append(value) }
    case "source": fill(\.sourceEdition, value, "source")
    case "format", "type": break
    case let name: metadata.other.append(MetadataField(name: name, value: value))
    }
  }

  /// The MARC relator code of a person, where one is given.
  private func role(of field: FlatXML.NodeID, _ id: String) -> String? {
    let own =
      xml.attribute("opf:role", of: field) ?? xml.attribute("role", of: field) ?? refinements[id]?["role"]
    return own?.lowercased()
  }

  private mutating func add(_ name: String, role: String?, isAuthor: Bool) {
    let roles = ["edt": "editor", "trl": "translator", "ill": "illustrator", "trc": "transcriber"]
    if isAuthor, role.map({ $0 == "aut" || roles[$0] == nil }) ?? true {
      if !metadata.authors.contains(name) { metadata.authors.append(name) }
      return
    }
    // The program that wrote a package is no contributor to the book.
    if role == "bkp" { return }
    let words = role.flatMap { roles[$0] }.map { "\(name) (\($0))" } ?? name
    if !metadata.contributors.contains(words) { metadata.contributors.append(words) }
  }

  private mutating func other(_ field: FlatXML.NodeID) {
    guard xml.attribute("refines", of: field) == nil else { return }
    let name = xml.attribute("property", of: field) ?? xml.attribute("name", of: field) ?? ""
    let value = xml.attribute("content", of: field)?.collapsed ?? xml.words(field)
    guard !name.isEmpty, !value.isEmpty else { return }
    let key = name.lowercased()
    technical[key, default: []].append(value)
    switch key {
    case "dtb:sourceedition": fill(\.sourceEdition, value, name)
    case "contact": fill(\.contact, value, name)
    default:
      if !Self.isTechnical(key) { metadata.other.append(MetadataField(name: name, value: value)) }
    }
  }

  /// Whether a field is about the package, about how it was made or how players show it.
  private static func isTechnical(_ key: String) -> Bool {
    let prefixes = [
      "dcterms:", "schema:", "a11y:", "rendition:", "media:", "ibooks:", "calibre:", "dtb:", "ncc:",
      "nordic:", "cover",
      "generator", "sigil", "pagebreaksource", "amanuensis", "adept.", "book-type", "fixed-layout",
      "original-resolution",
      "orientation-lock", "primary-writing-mode", "page-progression", "tts:",
    ]
    return prefixes.contains { key.hasPrefix($0) }
  }

  /// Gives a field its first value; others that differ are kept beside it.
  private mutating func fill(_ field: WritableKeyPath<Metadata, String?>, _ value: String, _ name: String) {
    if metadata[keyPath: field] == nil {
      metadata[keyPath: field] = value
    } else if metadata[keyPath: field] != value {
      metadata.other.append(MetadataField(name: name, value: value))
    }
  }
}

extension String {
  /// The text of a description that is written in HTML, as shops want it.
  fileprivate var withoutTags: String {
    guard contains("<"), contains(">") else { return self }
    var log = DiagnosticLog()
    guard let parse = try? GumboParse(Array(utf8), as: .fragment, log: &log, range: { _, _ in nil }) else {
      return self
    }
    return parse.body.words(of: MarkupTree.root)
  }
}
