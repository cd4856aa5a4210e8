import DocumentModel
import XMLTree

/// What a Word document refers to outside its text: addresses of links, pictures, its own parts (ISO/IEC
/// 29500-2, 6.5).
struct WordRelations {
  static let officeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  private var links: [String: String] = [:]
  private var elements: [XMLElement] = []
  private var pictureIDs: [String: (id: String, path: String)] = [:]
  private var drawings = 0
  /// The files of pictures.
  private(set) var pictures: [Artifact] = []
  /// The extensions of those files with their media types, each once.
  private(set) var extensions: [(String, String)] = []

  private typealias W = WordElement

  /// The name of an address, the same each time.
  mutating func link(to address: String) -> String {
    if let id = links[address] { return id }
    let id = "rId\(elements.count + 1)"
    links[address] = id
    elements.append(
      W.of(
        "Relationship",
        [
          "Id": id, "Type": Self.officeDocument + "hyperlink", "Target": address,
          "TargetMode": "External",
        ]))
    return id
  }

  /// The name of a picture's file, and a number for this place it stands in.
  mutating func picture(_ resource: Resource) -> (id: String, number: Int) {
    drawings += 1
    if let known = pictureIDs[resource.name] { return (known.id, drawings) }
    let id = "rId\(elements.count + 1)"
    let path = "media/picture\(pictures.count + 1).\(resource.fileExtension)"
    pictureIDs[resource.name] = (id, path)
    pictures.append(
      Artifact(path: "word/" + path, mediaType: resource.mediaType, bytes: resource.bytes))
    if !extensions.contains(where: { $0.0 == resource.fileExtension }) {
      extensions.append((resource.fileExtension, resource.mediaType))
    }
    elements.append(
      W.of("Relationship", ["Id": id, "Type": Self.officeDocument + "image", "Target": path]))
    return (id, drawings)
  }

  /// `document.xml.rels`.
  func element(hasLists: Bool) -> XMLElement {
    var parts = [("rIdStyles", "styles"), ("rIdSettings", "settings")]
    if hasLists { parts.append(("rIdNumbering", "numbering")) }
    return Self.list(
      parts.map {
        W.of(
          "Relationship", ["Id": $0.0, "Type": Self.officeDocument + $0.1, "Target": $0.1 + ".xml"])
      }
        + [
          W.of(
            "Relationship",
            ["Id": "rIdFooter", "Type": Self.officeDocument + "footer", "Target": "footer1.xml"])
        ]
        + elements)
  }

  /// A list of relationships.
  static func list(_ elements: [XMLElement]) -> XMLElement {
    XMLElement(
      "Relationships",
      [XMLAttribute("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")],
      elements.map(XMLNode.element))
  }
}
