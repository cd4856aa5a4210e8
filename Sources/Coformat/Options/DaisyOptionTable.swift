public import Renderers

extension OptionDefinition {
  /// The kind of DAISY book.
  public static let daisyType = OptionDefinition(
    "to", .choice(DaisyOptions.FileType.allCases.map(\.rawValue)), fallback: "daisy3",
    help: """
      What to make: a DAISY 3 book, a DAISY 2.02 book for older players, or DTBook 2005-3 alone, one \
      XML file that other programs make books of.
      """)
  /// How the files of a book belong together.
  public static let container = OptionDefinition(
    "container", .choice(DaisyOptions.Container.allCases.map(\.rawValue)), fallback: "zip",
    help: "How the files of a book are put together: in a zip, or in a folder as on a player's card.")
  /// Who makes the book.
  public static let bookProducer = OptionDefinition(
    "producer", .text(placeholder: "name"), help: "Who makes the book.")
}

extension DaisyOptions {
  /// The options of DAISY books, as words.
  public static let table = OptionTable(
    [.daisyType, .container, .bookProducer, .narrate] + MetadataOptions.definitions
      + NarrationOptions.table.definitions)

  /// Makes options out of values the table has accepted.
  ///
  /// - Throws: `ConversionFailure` when the language is no language tag.
  public init(_ values: OptionValues) throws(ConversionFailure) {
    let defaults = DaisyOptions()
    self.init(
      fileType: values.choice("to") ?? defaults.fileType,
      container: values.choice("container") ?? defaults.container, producer: values["producer"],
      metadata: try MetadataOptions(values))
  }

  /// The extension of what is made. A folder has none, but a name of its own beside the report.
  var fileExtension: String {
    switch (fileType, container) {
    case (.dtbook, _): fileType.description.fileExtension
    case (_, .zip): fileType.description.fileExtension
    case (.daisy3, .folder): "daisy"
    case (.daisy202, .folder): "daisy202"
    }
  }
}

extension DaisyOptions.FileType {
  /// The kind of file in words.
  var description: RenditionFileType {
    let (title, fileExtension, mediaType) =
      switch self {
      case .daisy3: ("DAISY 3", "daisy.zip", "application/zip")
      case .daisy202: ("DAISY 2.02", "daisy202.zip", "application/zip")
      case .dtbook: ("DTBook", "dtbook.xml", "application/x-dtbook+xml")
      }
    return RenditionFileType(
      name: rawValue, title: title, fileExtension: fileExtension, mediaType: mediaType,
      call: "daisy --to \(rawValue)")
  }
}
