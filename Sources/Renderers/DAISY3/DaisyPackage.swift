import XMLTree

/// The package file of DAISY 3: metadata, the files, the order of the SMIL files (Z39.86-2005, 3; OEB 1.2).
struct DaisyPackage {
  static let documentType = XMLDocumentType(
    "+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN", "http://openebook.org/dtds/oeb-1.2/oebpkg12.dtd")
  static let setOut: Set<String> = [
    "package", "metadata", "dc-metadata", "x-metadata", "manifest", "spine",
  ]

  /// A file of the book.
  struct Item {
    var id: String
    var path: String
    var mediaType: String
  }

  var facts: BookFacts
  /// All files but the package file itself.
  var items: [Item]
  /// How long the book is, in milliseconds.
  var milliseconds: Int
  var narrators: [String]
  /// What the sound is: `mp3`, `wav` or `mp4-aac`; nil without sound.
  var audioFormat: String?
  /// Whether its text has MathML in it.
  var holdsFormulas: Bool

  private static let smil = "application/smil"

  var bytes: [UInt8] {
    let root = XMLElement(
      "package",
      [
        XMLAttribute("xmlns", "http://openebook.org/namespaces/oeb-package/1.0/"),
        XMLAttribute("unique-identifier", "uid"),
      ], [.element(metadata), .element(manifest), .element(spine)])
    return XMLSerializer.document(root, type: Self.documentType, setOut: Self.setOut)
  }

  private var metadata: XMLElement {
    var core = facts.dublinCore.map { XMLElement("dc:\($0.name)", text: $0.value) }
    core.append(XMLElement("dc:Format", text: "ANSI/NISO Z39.86-2005"))
    core.append(XMLElement("dc:Identifier", [XMLAttribute("id", "uid")], text: facts.identifier))
    var extra: [XMLElement] = []
    func meta(_ name: String, _ value: String?) {
      guard let value = value?.collapsedBlanks.nonBlank else { return }
      extra.append(XMLElement("meta", [XMLAttribute("name", name), XMLAttribute("content", value)]))
    }
    meta("dtb:sourceDate", facts.source.publicationDate)
    meta("dtb:sourceEdition", facts.source.sourceEdition)
    meta("dtb:sourcePublisher", facts.source.publisher)
    meta("dtb:sourceTitle", facts.source.title)
    meta("dtb:multimediaType", audioFormat == nil ? "textNCX" : "audioFullText")
    meta("dtb:multimediaContent", content)
    for narrator in narrators { meta("dtb:narrator", narrator) }
    meta("dtb:producer", facts.producer)
    meta("dtb:producedDate", facts.date)
    meta("dtb:totalTime", clockValue(milliseconds))
    meta("dtb:audioFormat", audioFormat)
    if holdsFormulas {
      extra += FormulaIsland.packageMetadata.map { name, content in
        XMLElement(
          "meta",
          [
            XMLAttribute("name", name), XMLAttribute("scheme", MathMLWriter.namespace),
            XMLAttribute("content", content),
          ])
      }
    }
    return XMLElement(
      "metadata", [],
      [
        .element(
          XMLElement(
            "dc-metadata",
            [
              XMLAttribute("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
              XMLAttribute("xmlns:oebpackage", "http://openebook.org/namespaces/oeb-package/1.0/"),
            ], core.map(XMLNode.element))),
        .element(XMLElement("x-metadata", [], extra.map(XMLNode.element))),
      ])
  }

  /// The kinds of media there are, as the manifest has them.
  private var content: String {
    let types = items.map(\.mediaType)
    return (types.contains { $0.hasPrefix("audio/") } ? ["audio"] : [])
      .appending("text", when: true)
      .appending("image", when: types.contains { $0.hasPrefix("image/") })
      .joined(separator: ",")
  }

  private var manifest: XMLElement {
    let own = Item(id: "package", path: BookFiles.package, mediaType: "text/xml")
    return XMLElement(
      "manifest", [],
      ([own] + items).map { item in
        .element(
          XMLElement(
            "item",
            [
              XMLAttribute("id", item.id), XMLAttribute("href", item.path),
              XMLAttribute("media-type", item.mediaType),
            ]))
      })
  }

  private var spine: XMLElement {
    XMLElement(
      "spine", [],
      items.filter { $0.mediaType == Self.smil }.map {
        .element(XMLElement("itemref", [XMLAttribute("idref", $0.id)]))
      })
  }
}

extension [String] {
  fileprivate func appending(_ element: String, when condition: Bool) -> [String] {
    condition ? self + [element] : self
  }
}
