import Diagnostics
import DocumentModel
import XMLTree

/// What the metadata of a book says, worked out from the document and the options. What nothing says is
/// reported, and the closest that is true takes its place.
struct BookFacts {
  /// What the source says of itself.
  var source: Metadata
  /// The title with the subtitle.
  var title: String
  var creators: [String]
  /// Empty for a DTBook of which nothing says so.
  var publisher: String
  /// Who makes the book, where it is said.
  var producer: String?
  /// The languages of the book, the main one first.
  var languages: [String]
  /// The day the book is made, as `dc:Date` has it.
  var date: String
  /// What the book is known by.
  var identifier: String
  /// The identifier of the work the book is made from, as an URN where we know how to write one.
  var workIdentifier: String?

  /// The main language.
  var language: String { languages[0] }

  /// What the document and the options say. The identifier is made from the content later, where none is
  /// given.
  static func gather(
    _ document: Document, options: DaisyOptions, log: inout DiagnosticLog
  ) -> BookFacts {
    let metadata = document.metadata
    let title = metadata.title?.nonBlank ?? document.firstHeading?.collapsedBlanks.nonBlank
    if title == nil { log.report(.bookWithoutTitle()) }
    let creators = metadata.authors.compactMap(\.nonBlank)
    let publisher = metadata.publisher?.nonBlank
    if publisher == nil, options.fileType != .dtbook {
      log.report(.bookWithoutPublisher(standIn: creators.first))
    }
    if metadata.language == nil { log.report(.bookWithoutLanguage()) }
    let subtitle = options.metadata.title == nil ? metadata.subtitle?.nonBlank : nil
    return BookFacts(
      source: metadata, title: (title ?? "Untitled") + (subtitle.map { ": \($0)" } ?? ""),
      creators: creators,
      publisher: publisher ?? (options.fileType == .dtbook ? "" : creators.first ?? "Unknown"),
      producer: options.producer?.nonBlank, languages: [metadata.language?.bookTag ?? "und"],
      date: ProductionTime.now.day, identifier: options.metadata.identifier?.nonBlank ?? "",
      workIdentifier: (metadata.identifier ?? metadata.sourceEdition)?.nonBlank.map(PublicationIdentifier.urn)
    )
  }

  /// The fields of Dublin Core that hold, with the names DAISY 3 has for them.
  var dublinCore: [(name: String, value: String)] {
    var fields: [(String, String?)] = [("Title", title)]
    fields += creators.map { ("Creator", $0) }
    fields += source.contributors.map { ("Contributor", $0) }
    fields += [("Publisher", publisher), ("Date", date)]
    fields += languages.map { ("Language", $0) }
    fields += source.subjects.map { ("Subject", $0) }
    fields += [("Description", source.description), ("Rights", source.rights), ("Source", workIdentifier)]
    return fields.compactMap { name, value in value?.collapsedBlanks.nonBlank.map { (name, $0) } }
  }

  /// What the source declares that neither Dublin Core nor DAISY has a field for, with names that DTBook can
  /// have: its DTD wants a name token, and a Word or OpenDocument text may call a property anything.
  var otherFields: [MetadataField] {
    var fields = source.other
    if let contact = source.contact?.nonBlank {
      fields.append(MetadataField(name: "contact", value: contact))
    }
    return fields.compactMap { field in
      let name = field.name.lowercased()
      let isOurs = ["dc:", "dtb:", "ncc:"].contains { name.hasPrefix($0) }
      return name.isEmpty || isOurs ? nil : MetadataField(name: field.name.nameToken, value: field.value)
    }
  }
}

extension String {
  /// The text with single blanks and none at its ends.
  var collapsedBlanks: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// The text with a hyphen for each run of what no name token of XML may hold, and none of those at its
  /// ends: `BRL-Pages` for `[BRL] Pages`.
  fileprivate var nameToken: String {
    let parts = unicodeScalars.split { !($0.isXMLNameCharacter) }
    return parts.isEmpty ? "field" : parts.map { String($0) }.joined(separator: "-")
  }
}

extension Diagnostic {
  static func bookWithoutPublisher(standIn: String?) -> Diagnostic {
    Diagnostic(
      "DSY-001", .warning,
      "a DAISY book must say who publishes it, and nothing does: it says \(quoted(standIn ?? "Unknown"))",
      hint: "give the source a publisher, as in front matter 'publisher: …', or name one with --publisher")
  }
}
