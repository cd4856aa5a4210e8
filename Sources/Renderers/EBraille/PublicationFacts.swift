import BrailleTranslation
import Diagnostics
import DocumentModel
import FoundationEssentials

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
      source: metadata, identifier: Self.uuid(fingerprint),
      title: (title ?? "Untitled") + (metadata.subtitle?.nonBlank.map { ": \($0)" } ?? ""),
      creators: creators,
      languages: [language?.brailleTag ?? "und-Brai"], printLanguage: language?.printTag ?? "und",
      date: moment.day, modified: moment.second, copyright: copyright ?? moment.year,
      cellType: "\(code.dots)",
      systems: [(code.system == "ueb" ? "UEB" : code.name) + " grade \(choice.grade)"],
      producer: producer ?? creators[0], completeness: .complete, pageNumbers: .absent,
      workIdentifier: (metadata.identifier ?? metadata.sourceEdition)?.nonBlank.map(Self.urn))
  }

  /// A UUID of the kind whose bits are the maker's own (RFC 9562, 5.8), from the first sixteen bytes.
  private static func uuid(_ bytes: [UInt8]) -> String {
    var bytes = Array((bytes + Array(repeating: 0, count: 16)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = "urn:uuid:"
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      let digits = String(byte, radix: 16)
      text += digits.count < 2 ? "0" + digits : digits
    }
    return text
  }

  /// An identifier of a work as an URN, where it is an ISBN or a DOI.
  private static func urn(_ identifier: String) -> String {
    let lower = identifier.lowercased()
    if lower.hasPrefix("urn:") || lower.contains("://") { return identifier }
    let body = lower.hasPrefix("isbn") ? identifier.dropFirst(4).drop { " :-".contains($0) } : identifier[...]
    let digits = body.filter { $0 != "-" && $0 != " " }
    if [10, 13].contains(digits.count), digits.dropLast().allSatisfy(\.isNumber),
      digits.last.map({ $0.isNumber || $0 == "X" || $0 == "x" }) == true
    {
      return "urn:isbn:\(digits)"
    }
    let doi = lower.hasPrefix("doi:") ? identifier.dropFirst(4).drop { $0 == " " } : identifier[...]
    return doi.hasPrefix("10.") && doi.contains("/") ? "urn:doi:\(doi)" : identifier
  }
}

/// When a rendition is made: `SOURCE_DATE_EPOCH` (reproducible-builds.org) where the environment has
/// it, so that the same source gives the same bytes, and else now.
struct ProductionTime {
  /// `2026-11-26T14:46:36Z`.
  var second: String

  static var now: ProductionTime {
    let fixed = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Double($0) }
    let date = fixed.map { Date(timeIntervalSince1970: $0) } ?? Date()
    return ProductionTime(second: date.formatted(.iso8601))
  }

  /// `2026-11-26`.
  var day: String { String(second.prefix(10)) }
  /// `2026`.
  var year: String { String(second.prefix(4)) }
}

extension Metadata {
  /// The date the work is copyrighted from: what the rights say, else when it was published.
  fileprivate var copyrightDate: String? {
    let years = rights?.split { !$0.isASCII || !$0.isNumber }.filter {
      $0.count == 4 && ("1000"..."2999").contains($0)
    }
    if let year = years?.max() { return String(year) }
    guard let date else { return nil }
    let day = String(date.prefix(10))
    for length in [10, 7, 4] where day.count >= length && (day.count == length || length == 4) {
      let part = String(day.prefix(length))
      let pattern = "0000-00-00".prefix(length)
      let fits = zip(part, pattern).allSatisfy { $1 == "-" ? $0 == "-" : $0.isASCII && $0.isNumber }
      if fits, part.isDate { return part }
    }
    // "3 May 2024": the year is certain.
    let words = date.split { !$0.isASCII || !$0.isNumber }.filter { $0.count == 4 }
    return words.count == 1 ? String(words[0]) : nil
  }
}

extension String {
  /// Nil for text of blanks.
  fileprivate var nonBlank: String? { allSatisfy(\.isWhitespace) ? nil : self }

  /// Whether months and days are in their ranges.
  fileprivate var isDate: Bool {
    let parts = split(separator: "-").map { Int($0) ?? 0 }
    return (parts.count < 2 || (1...12).contains(parts[1]))
      && (parts.count < 3 || (1...31).contains(parts[2]))
  }
}

extension Language {
  /// The tag with hyphens, for metadata in print.
  fileprivate var printTag: String { brailleTag.replacing("-Brai", with: "") }
}
