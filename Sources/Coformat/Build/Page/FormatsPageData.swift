import JSONTree

/// The reports of a page for search engines and catalogues: schema.org in JSON-LD, with the accessibility
/// properties of the W3C's vocabulary (a11y-discov-vocab).
struct FormatsPageData {
  private let page: FormatsPage

  init(_ page: FormatsPage) { self.page = page }

  /// The data as it may stand in a script: no `<`, which could end it.
  var text: String { "\n" + value.text(.indented).replacing("<", with: "\\u003C") + "\n" }

  private var value: JSONValue {
    .members([
      "@context": .string("https://schema.org"), "@type": .string("CollectionPage"),
      "name": .string(page.title), "inLanguage": .string(page.words.language.tag),
      "hasPart": .array(parts),
    ])
  }

  /// Reports in no collection, and collections with what is in them.
  private var parts: [JSONValue] {
    var parts: [JSONValue] = []
    var rest = page.sections[...]
    while let first = rest.first {
      let same = rest.prefix { $0.collection?.name == first.collection?.name }
      rest = rest.dropFirst(same.count)
      guard let collection = first.collection else {
        parts += same.flatMap(\.reports).map(report)
        continue
      }
      let members = same.flatMap { section -> [JSONValue] in
        let members = section.reports.map(report) + section.links.map(link)
        guard let strand = section.strand else { return members }
        return [self.collection(strand.title, strand.description, members)]
      }
      parts.append(self.collection(collection.title, collection.description, members))
    }
    return parts
  }

  private func collection(_ title: String, _ description: String?, _ members: [JSONValue]) -> JSONValue {
    .members([
      "@type": .string("Collection"), "name": .string(title),
      "description": description.map(JSONValue.string), "hasPart": .array(members),
    ])
  }

  /// A video, with where its transcript is, or a page.
  private func link(_ link: ReportCollection.Link) -> JSONValue {
    .members([
      "@type": .string(link.isVideo ? "VideoObject" : "CreativeWork"), "name": .string(link.title),
      "url": .string(link.address), "transcript": link.transcript.map(JSONValue.string),
      "accessibilityFeature": link.transcript == nil ? nil : .array([.string("transcript")]),
    ])
  }

  private func report(_ report: ReportRecord) -> JSONValue {
    .members([
      "@type": .string(report.role == .story ? "Article" : "Report"),
      "genre": report.role.map { .string($0.rawValue) },
      "name": .string(report.title ?? Path.name(of: report.relative)),
      "inLanguage": report.language.map(JSONValue.string),
      "datePublished": report.date.map(JSONValue.string),
      "description": report.description.map(JSONValue.string),
      "workExample": .array(report.versions.filter { !$0.outputs.isEmpty }.map(version)),
    ])
  }

  private func version(_ version: VersionRecord) -> JSONValue {
    let offer = FormatOffer(version, page.words)
    var features: [String] = []
    var modes: [String] = ["textual"]
    var summary: String?
    switch version.renderer {
    case "braille":
      features = ["braille"]
      modes = ["tactile"]
      summary = version.summary
    // A size that cannot be changed is large print; one that can is not (vocabulary, largePrint).
    case "large-print" where version.options["to"] == "pdf":
      features = ["largePrint", "taggedPDF"]
      summary = "\(version.options["size"] ?? "18") point"
    case "large-print", "epub": features = ["displayTransformability", "structuralNavigation"]
    case "daisy": features = ["structuralNavigation"]
    case "audio": modes = ["auditory"]
    default: break
    }
    return .members([
      "@type": .string("CreativeWork"), "name": .string(offer.title),
      "accessMode": .array(modes.map(JSONValue.string)),
      "accessibilityFeature": features.isEmpty ? nil : .array(features.map(JSONValue.string)),
      "accessibilitySummary": summary.map(JSONValue.string),
      "encoding": .array(
        offer.files.map { file in
          .members([
            "@type": .string("MediaObject"), "contentUrl": .string(DiagnosticSARIF.uri(file.path)),
            "encodingFormat": .string(version.mediaType), "contentSize": .string("\(file.size)"),
            "sha256": file.digest.map(JSONValue.string),
          ])
        }),
    ])
  }
}
