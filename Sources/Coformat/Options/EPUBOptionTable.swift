import DocumentModel

/// The options of an EPUB.
extension OptionDefinition {
  /// At which headings the text is divided.
  public static let division = OptionDefinition(
    "split", .choice(EPUBOptions.Division.allCases.map(\.rawValue)), fallback: "auto",
    help: """
      At which headings the text is divided into files: those of level 1, or of levels 1 and 2; auto \
      takes the highest level there is more than one of; none makes one file.
      """)
  /// Whether numbers of print pages are shown.
  public static let pageNumbers = OptionDefinition(
    "page-numbers", .choice(EPUBOptions.PageNumbers.allCases.map(\.rawValue)), fallback: "hidden",
    help: """
      Numbers of print pages: hidden leaves them to the page list and to the reading system; shown \
      has them in the text as well.
      """)
  /// Whether long descriptions are open.
  public static let descriptions = OptionDefinition(
    "descriptions", .choice(EPUBOptions.Descriptions.allCases.map(\.rawValue)), fallback: "open",
    help: "Long descriptions of pictures: open, as any text after the picture, or folded until asked for.")
  /// A style sheet of one's own.
  public static let styleSheet = OptionDefinition(
    "css", .text(placeholder: "path"),
    help: "A style sheet of your own; it comes after the EPUB's and wins.")
  /// Who answers for conformance.
  public static let certifiedBy = OptionDefinition(
    "certified-by", .text(placeholder: "name"),
    help: """
      Who has checked the report and answers for its conformance to WCAG 2.2 level AA; without it no \
      conformance is claimed.
      """)
}

/// What is said of a publication in the place of what its source says.
extension OptionDefinition {
  /// The title.
  public static let title = OptionDefinition(
    "title", .text(placeholder: "text"), fallback: "the source's", help: "The title.")
  /// The author.
  public static let author = OptionDefinition(
    "author", .text(placeholder: "name"), fallback: "the source's",
    help: "The author; several with semicolons between.")
  /// The language.
  public static let language = OptionDefinition(
    "language", .text(placeholder: "tag"), fallback: "the source's, or en",
    help: "The language of the text, as in cy or en-GB.")
  /// The publisher.
  public static let publisher = OptionDefinition(
    "publisher", .text(placeholder: "name"), fallback: "the source's", help: "The publisher.")
  /// The identifier.
  public static let identifier = OptionDefinition(
    "identifier", .text(placeholder: "text"), fallback: "the source's, or made from the content",
    help: "The identifier, as an ISBN, a DOI or an address.")
  /// The date.
  public static let date = OptionDefinition(
    "date", .text(placeholder: "date"), fallback: "the source's",
    help: "The date of publication, as in 2026-05-01.")
}

extension MetadataOptions {
  /// The options of metadata, as words.
  public static let definitions: [OptionDefinition] = [
    .title, .author, .language, .publisher, .identifier, .date,
  ]

  /// Makes metadata out of values a table has accepted.
  ///
  /// - Throws: `ConversionFailure` when the language is no language tag.
  init(_ values: OptionValues) throws(ConversionFailure) {
    if let tag = values["language"], Language(tag) == nil {
      throw ConversionFailure(.notALanguage(tag))
    }
    let authors = values["author"]?.split(separator: ";").map { name in
      name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    self.init(
      title: values["title"], authors: authors?.filter { !$0.isEmpty } ?? [], language: values["language"],
      publisher: values["publisher"], identifier: values["identifier"], date: values["date"])
  }
}

extension EPUBOptions {
  /// The options of an EPUB, as words.
  public static let table = OptionTable(
    [.division, .pageNumbers, .descriptions, .styleSheet, .certifiedBy, .narrate]
      + MetadataOptions.definitions
      + NarrationOptions.table.definitions)

  /// The most bytes of a style sheet of the user's own.
  private static let largestStyleSheet = 1 << 20

  /// Makes options out of values the table has accepted.
  ///
  /// - Throws: `ConversionFailure` when the style sheet cannot be read, or the language is none.
  public init(_ values: OptionValues) throws(ConversionFailure) {
    var styleSheet: String?
    if let path = values["css"] {
      let bytes: [UInt8]
      do throws(ConversionFailure) {
        bytes = try Input.file(path).load(limit: Self.largestStyleSheet).source.bytes
      } catch {
        throw ConversionFailure(.styleSheetNotRead(path, error.diagnostic.message))
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw ConversionFailure(.styleSheetNotRead(path, "it is not UTF-8"))
      }
      styleSheet = text
    }
    self.init(
      division: values.choice("split") ?? .automatic, pageNumbers: values.choice("page-numbers") ?? .hidden,
      descriptions: values.choice("descriptions") ?? .open, styleSheet: styleSheet,
      certifier: values["certified-by"], metadata: try MetadataOptions(values))
  }
}

extension Diagnostic {
  static func notALanguage(_ tag: String) -> Diagnostic {
    Diagnostic(
      "OPT-004", .error, "\(quoted(tag)) is no language tag", hint: "give one as in cy, en-GB or zh-Hant")
  }

  static func styleSheetNotRead(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "OPT-005", .error, "the style sheet \(quoted(path, limit: 200)) is not read: \(reason)",
      hint: "give the path of a file of CSS")
  }
}
