import BrailleTranslation
import Diagnostics
import DocumentModel

/// What the package document says, worked out from the document and the options. What nothing says is
/// reported, and the closest that is true takes its place: a reader must not be told what is not so.
struct PublicationFacts {
  /// What the source says of itself.
  var source: Metadata
  var identifier: String
  var title: String
  var creators: [String]
  /// Tags with the script `Brai`, the main language first.
  var languages: [String]
  /// The tag of what the package document is written in.
  var printLanguage: String
  /// The day the publication was made, as `dc:date` has it.
  var date: String
  /// The moment, as `dcterms:modified` has it.
  var modified: String
  /// The year, month or day the work is copyrighted from.
  var copyright: String
  /// `6` or `8`: the dots of the code.
  var cellType: String
  /// The braille codes with their grades, that of the document first.
  var systems: [String]
  var producer: String
  var completeness: Completeness
  var pageNumbers: PageNumbers
  /// The identifier of the work that was transcribed, as an URN where it is one we know how to write.
  var workIdentifier: String?

  /// Whether all of the work is in the braille.
  enum Completeness: String {
    case complete = "true"
    case incomplete = "false"
  }

  /// Whether print pages are marked.
  enum PageNumbers { case present, absent }

  /// The values of `schema:accessibilityFeature` that hold.
  var features: [String] {
    ["braille", "readingOrder", "structuralNavigation", "tableOfContents", "unlocked"]
      + (pageNumbers == .present ? ["pageBreakMarkers", "pageNavigation"] : [])
  }

  /// What the document and the options say.
  ///
  /// - Parameters:
  ///   - named: who made the braille, as the options say.
  ///   - fingerprint: a number that tells this publication from others.
  ///   - heading: the words of the first heading, for a document without a title.
  static func gather(
    _ document: Document, choice: CodeChoice, producer named: String?, heading: String?,
    fingerprint: [UInt8], log: inout DiagnosticLog
  ) -> PublicationFacts {
    let metadata = document.metadata
    let code = choice.code
    let moment = ProductionTime.now
    let title = metadata.title?.nonBlank ?? heading?.nonBlank
    if title == nil { log.report(.noTitle()) }
    var creators = metadata.authors.compactMap(\.nonBlank)
    if creators.isEmpty {
      log.report(.noCreator(standIn: metadata.publisher?.nonBlank))
      creators = [metadata.publisher?.nonBlank ?? "Unknown"]
    }
    let copyright = metadata.copyrightDate
    if copyright == nil { log.report(.noCopyrightDate(standIn: moment.year)) }
    let producer = named?.nonBlank ?? metadata.publisher?.nonBlank
    if named?.nonBlank == nil { log.report(.noProducer(standIn: producer ?? creators[0])) }
    let language = metadata.language ?? Language(code.language)
    return PublicationFacts(
      source: metadata, identifier: PublicationIdentifier.uuid(fingerprint),
      title: (title ?? "Untitled") + (metadata.subtitle?.nonBlank.map { ": \($0)" } ?? ""),
      creators: creators,
      languages: [language?.brailleTag ?? "und-Brai"], printLanguage: language?.printTag ?? "und",
      date: moment.day, modified: moment.second, copyright: copyright ?? moment.year,
      cellType: "\(code.dots)",
      systems: [(code.system == "ueb" ? "UEB" : code.name) + " grade \(choice.grade)"],
      producer: producer ?? creators[0], completeness: .complete, pageNumbers: .absent,
      workIdentifier: (metadata.identifier ?? metadata.sourceEdition)?.nonBlank.map(PublicationIdentifier.urn)
    )
  }
}

extension Language {
  /// The tag with hyphens, for metadata in print.
  fileprivate var printTag: String { brailleTag.replacing("-Brai", with: "") }
}
