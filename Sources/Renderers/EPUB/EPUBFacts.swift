import Diagnostics
import DocumentModel

/// What an EPUB says of itself, worked out from what is in it (EPUB 3.3, 5.5; EPUB Accessibility 1.1,
/// 2 and 3). What is not so is not said.
struct EPUBFacts {
  var source: Metadata
  var title: String
  /// The identifier of the publication, as an URN where it is one we know how to write.
  var identifier: String
  /// The tags of the languages, the main one first.
  var languages: [String]
  /// The moment it was made, as `dcterms:modified` has it.
  var modified: String
  /// The date of publication; nil where none can be made out.
  var date: String?
  /// Whom `conformsTo` is claimed on the word of; nil when none is claimed.
  var certifier: String?
  /// What the print pages are those of; nil when there are none.
  var pageSource: String?
  /// `schema:accessMode`.
  var modes: [String]
  /// `schema:accessModeSufficient`: sets of modes, each enough by itself.
  var sufficient: [String]
  /// `schema:accessibilityFeature`.
  var features: [String]
  /// `schema:accessibilityHazard`.
  var hazards: [String]
  /// `schema:accessibilitySummary`, in English.
  var summary: String

  static func gather(
    _ document: Document, writer: WebContentWriter, pages: EPUBPages, pictures: EPUBPictures,
    options: EPUBOptions, log: inout DiagnosticLog
  ) -> EPUBFacts {
    let metadata = document.metadata
    let title = title(of: document)
    if title == nil { log.report(.untitled()) }
    if let identifier = metadata.identifier?.nonBlank, PublicationIdentifier.isBrokenUUID(identifier) {
      log.report(.identifierIsNoUUID(identifier))
    }
    let facts = writer.facts
    let isNarrated = document.narration.map { !$0.utterances.isEmpty } ?? false
    let isDescribed = facts.undescribedPictures == 0
    var fingerprint = Fingerprint()
    for page in pages.pages { fingerprint.add(page.bytes) }
    for picture in pictures.pictures { fingerprint.add(picture.resource.bytes) }
    var modes = ["textual"]
    if facts.pictures > 0 { modes.append("visual") }
    if isNarrated { modes.append("auditory") }
    var sufficient: [String] = []
    if isDescribed { sufficient.append("textual") }
    if isDescribed, isNarrated { sufficient.append("auditory") }
    if facts.pictures > 0 { sufficient.append("textual,visual") }
    var certifier = options.certifier?.nonBlank
    if certifier != nil, !isDescribed || facts.unreadFormulas > 0 {
      log.report(.conformanceNotClaimed(pictures: facts.undescribedPictures, formulas: facts.unreadFormulas))
      certifier = nil
    }
    var result = EPUBFacts(
      source: metadata, title: title ?? writer.words.text(.untitled),
      identifier: metadata.identifier?.nonBlank.map(PublicationIdentifier.urn)
        ?? PublicationIdentifier.uuid(fingerprint.bytes),
      languages: ([metadata.language].compactMap(\.self) + writer.languages).compactMap(\.wellFormedTag)
        .reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
      modified: ProductionTime.now.second, date: metadata.publicationDate, certifier: certifier,
      pageSource: writer.pages.isEmpty
        ? nil : metadata.sourceEdition?.nonBlank ?? "Print edition of \(title ?? "the report")",
      modes: modes, sufficient: sufficient, features: [], hazards: pictures.hazards, summary: "")
    result.features = features(
      writer, isDescribed: isDescribed, isNarrated: isNarrated,
      describesFormulas: document.describesFormulas)
    result.summary = result.summarised(writer, isDescribed: isDescribed, isNarrated: isNarrated)
    return result
  }

  /// What the source declares that EPUB has no property for. `cover` names a picture in EPUB 2, so that a
  /// field of that name has another.
  var otherFields: [MetadataField] {
    let contact = source.contact.map { [MetadataField(name: "contact", value: $0)] } ?? []
    return (source.other + contact).map { field in
      field.name.lowercased() == "cover" ? MetadataField(name: "source.cover", value: field.value) : field
    }
  }

  /// The title, as the document says it or its first heading does.
  static func title(of document: Document) -> String? {
    document.metadata.title?.nonBlank ?? document.firstHeading?.nonBlank
  }

  private static func features(
    _ writer: WebContentWriter, isDescribed: Bool, isNarrated: Bool, describesFormulas: Bool
  ) -> [String] {
    let facts = writer.facts
    // Text that flows, keeps its order in the source and has a list of its headings: all ours do.
    var features = ["displayTransformability", "readingOrder", "tableOfContents", "unlocked", "ARIA"]
    if writer.headings.count > 1 { features.append("structuralNavigation") }
    if !writer.pages.isEmpty { features += ["pageBreakMarkers", "pageNavigation"] }
    if facts.pictures > 0, isDescribed { features.append("alternativeText") }
    if facts.longDescriptions > 0 { features.append("longDescription") }
    if facts.formulas > 0 { features.append("MathML") }
    if facts.formulas > 0, facts.unreadFormulas == 0, describesFormulas { features.append("describedMath") }
    if isNarrated { features.append("synchronizedAudioText") }
    return features
  }

  private func summarised(_ writer: WebContentWriter, isDescribed: Bool, isNarrated: Bool) -> String {
    let facts = writer.facts
    var sentences = ["The text can be resized and reflowed, and has a table of contents."]
    if writer.headings.count > 1 { sentences.append("Headings can be navigated by level.") }
    if !writer.pages.isEmpty { sentences.append("The pages of the print edition can be gone to by number.") }
    if facts.pictures > 0 {
      sentences.append(
        isDescribed
          ? "All pictures that carry information have alternative text."
          : "\(facts.undescribedPictures) of \(facts.pictures) pictures have no alternative text.")
    }
    if facts.longDescriptions > 0 { sentences.append("Some pictures have longer descriptions.") }
    if facts.formulas > 0 { sentences.append("Formulas are in MathML.") }
    if facts.unreadFormulas > 0 {
      sentences.append("Some formulas could not be converted and stand as words or as their source.")
    }
    if isNarrated { sentences.append("The text is read aloud by a synthetic voice, sentence by sentence.") }
    if certifier == nil { sentences.append("No conformance to an accessibility standard is claimed.") }
    return sentences.joined(separator: " ")
  }
}

extension EPUBPictures {
  /// What may harm a reader. A picture of a kind that can move may flash; all else stands still.
  var hazards: [String] {
    let moving: Set<String> = ["image/gif", "image/webp"]
    return pictures.contains { moving.contains($0.resource.mediaType) } ? ["unknown"] : ["none"]
  }
}

extension Document {
  /// Whether every formula has its author's words.
  fileprivate var describesFormulas: Bool {
    var all = true
    walk { node in
      switch node {
      case .block(.mathematics(let node)): if node.mathematics.alternative == nil { all = false }
      case .inline(.mathematics(let node)): if node.mathematics.alternative == nil { all = false }
      case .block, .inline: break
      }
    }
    return all
  }
}
