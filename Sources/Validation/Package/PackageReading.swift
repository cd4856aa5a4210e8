import Packaging
import XMLTree

/// A package document as the checks need it.
struct PackageReading {
  /// A field of metadata.
  struct Field {
    /// `dc:title` for an element of Dublin Core, else the property of a `meta`.
    var name: String
    /// What it says more about; nil when it is about the publication.
    var refines: String?
    var id: String?
    var value: String
    var line: Int
  }

  /// A file of the manifest.
  struct Item {
    var id: String
    /// As the manifest has it.
    var href: String
    var mediaType: String
    var properties: [Substring]
    var hasFallback: Bool
    /// The item that says when its text is spoken.
    var overlay: String?
    var line: Int
  }

  /// A step of the reading order.
  struct Step {
    var idref: String
    var properties: [Substring]
    var line: Int
  }

  /// Something that stands in the document and may not, with its name.
  struct Relic {
    var name: String
    var line: Int
  }

  var version: String?
  var uniqueIdentifier: String?
  var fields: [Field] = []
  var items: [Item] = []
  var steps: [Step] = []
  var relics: [Relic] = []
  var collections: [Int] = []
  var parts: Set<String> = []

  private var path: [String] = []
  private var field: Field?

  static let namespace = "http://www.idpf.org/2007/opf"
  static let dublinCore = "http://purl.org/dc/elements/1.1/"

  init(_ bytes: [UInt8]) throws(XMLFault) {
    var reading = PackageReading()
    try XMLEvents.read(bytes) { reading.handle($0) }
    self = reading
  }

  private init() {}

  /// The values of a field that are about the publication.
  func values(_ name: String) -> [Field] { fields.filter { $0.name == name && $0.refines == nil } }

  private mutating func handle(_ event: XMLEvent) {
    switch event {
    case .start(let name, let space, let attributes, let line):
      begin(name, in: space, { key in attributes.first { $0.name == key }?.value }, line: line)
      path.append(name)
    case .text(let text, _): field?.value += text
    case .end:
      path.removeLast()
      guard var ended = field, path.last == "metadata" else { return }
      ended.value = ended.value.collapsed
      fields.append(ended)
      field = nil
    }
  }

  private mutating func begin(_ name: String, in space: String, _ value: (String) -> String?, line: Int) {
    if space == Self.dublinCore, path.last == "metadata" {
      field = Field(name: "dc:\(name)", refines: nil, id: value("id"), value: "", line: line)
      return
    }
    guard space == Self.namespace else { return }
    let properties = (value("properties") ?? "").split(whereSeparator: \.isWhitespace)
    switch name {
    case "package": (version, uniqueIdentifier) = (value("version"), value("unique-identifier"))
    case "metadata", "manifest": parts.insert(name)
    case "meta" where path.last == "metadata":
      if let property = value("property") {
        field = Field(
          name: property.collapsed, refines: value("refines"), id: value("id"), value: "", line: line)
      } else {
        relics.append(Relic(name: "a meta with name and content", line: line))
      }
    case "item" where path.last == "manifest":
      items.append(
        Item(
          id: value("id") ?? "", href: value("href") ?? "", mediaType: value("media-type") ?? "",
          properties: properties, hasFallback: value("fallback") != nil,
          overlay: value("media-overlay"), line: line))
      if value("media-type") == "application/x-dtbncx+xml" {
        relics.append(Relic(name: "an NCX", line: line))
      }
    case "spine":
      parts.insert(name)
      if value("toc") != nil { relics.append(Relic(name: "the spine's toc", line: line)) }
    case "itemref" where path.last == "spine":
      steps.append(Step(idref: value("idref") ?? "", properties: properties, line: line))
    case "guide", "bindings", "tours": relics.append(Relic(name: name, line: line))
    case "collection": collections.append(line)
    default: break
    }
  }
}

extension String {
  /// With white space as XML attributes and EPUB metadata have it: single blanks, none at the ends.
  var collapsed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
