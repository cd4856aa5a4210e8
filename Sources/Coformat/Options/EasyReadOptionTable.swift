public import Diagnostics
import EasyRead
public import Renderers

/// The options of easy read.
extension OptionDefinition {
  /// The kind of file.
  public static let easyReadTo = OptionDefinition(
    "to", letter: "t", .choice(EasyReadOutputOptions.FileType.allCases.map(\.rawValue)), fallback: "html",
    help: "Kind of file: text, markdown, html, or docx for Word.")
  /// Which suggestions are made.
  public static let accept = OptionDefinition(
    "accept", .text(placeholder: "none|all|names"), fallback: "none",
    help: """
      Which suggestions are made besides those the author file accepts: none, all that hold, or their \
      names parted by commas, as a review page has them.
      """)
  /// How small numbers stand.
  public static let digits = OptionDefinition(
    "digits", .choice(EasyReadOptions.Digits.allCases.map(\.rawValue)), fallback: "digits",
    help: "Whether numbers in words become figures, or stay as written.")
  /// Where hard words are explained.
  public static let explain = OptionDefinition(
    "explain", .choice(EasyReadOptions.Explanations.allCases.map(\.rawValue)), fallback: "everywhere",
    help: """
      Where hard words are explained: after the sentence and again at the end, at the end alone, or \
      nowhere. Words without an explanation are reported in any case.
      """)
  /// The author's pictures.
  public static let easyReadPictures = OptionDefinition(
    "pictures", .text(placeholder: "folder"), helpOfPictures)
  /// The author's pictures, for formats with other pictures of their own.
  public static let easyReadPictureFolder = OptionDefinition(
    "easy-read-pictures", .text(placeholder: "folder"), helpOfPictures)
  /// Where the author's decisions are.
  public static let authorFile = OptionDefinition(
    "author-file", .text(placeholder: "path|none"), fallback: "report.easy-read.yml beside report.md",
    help: "The author's decisions about easy read; none reads no file.")
  /// How a reader finds the words of the report.
  public static let original = OptionDefinition(
    "original", .text(placeholder: "inside|none|address"), fallback: "inside for html, none for the others",
    help: """
      How a reader finds the words of the report from each part: inside, folded away; none; or links to \
      the report at an address.
      """)
  /// Whether a page to check is made.
  public static let review = OptionDefinition(
    "review", .flag,
    help: """
      Write a page for whoever checks the draft, to report.easy-read-review.html: each sentence beside \
      its easy read, what was changed and why, what is offered, and the lines for the author file.
      """)
  /// Whether another format is made of easy read.
  public static let easyRead = OptionDefinition(
    "easy-read", .flag,
    help: "Make the report easy read first, with its author file: a draft for people to check.")
  /// The size of text.
  public static let easyReadSize = OptionDefinition(
    "size", letter: "s", .choice(LargePrintOptions.Size.allCases.map(\.rawValue)), fallback: "16",
    help: "Size of body text in points, for html and docx. Nothing is smaller.")

  private static let helpOfPictures = """
    A folder of your pictures, each named after the words it is to stand beside: voting.png, \
    bank-account.jpg. None come with coformat.
    """

  private init(_ key: String, _ kind: Kind, _ help: String) { self.init(key, kind, help: help) }
}

extension EasyReadRequest {
  /// The options of easy read that any format may be made with, as words.
  public static let table = OptionTable([
    .easyRead, .accept, .digits, .explain, .easyReadPictureFolder, .authorFile,
  ])

  /// The request that values make.
  ///
  /// - Throws: `ConversionFailure` when `accept` has a word that is no name of a suggestion.
  public init(_ values: OptionValues) throws(ConversionFailure) {
    let authorFile: AuthorFileChoice =
      switch values["author-file"] {
      case nil: .besideReport
      case "none": .none
      case let path?: .file(path)
      }
    let original: EasyReadEdition.Original =
      switch values["original"] {
      case "none", nil: .none
      case "inside": .inside
      case let address?: .address(address)
      }
    self.init(
      accept: try values["accept"].map(Self.acceptance) ?? .none, digits: values.choice("digits") ?? .digits,
      explanations: values.choice("explain") ?? .everywhere,
      pictures: values["pictures"] ?? values["easy-read-pictures"], original: original, authorFile: authorFile
    )
  }

  private static func acceptance(
    _ text: String
  ) throws(ConversionFailure) -> EasyReadOptions.Acceptance {
    switch text {
    case "none": return .none
    case "all": return .all
    default:
      let names = text.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
      for name in names where !EasyReadOptions.Acceptance.isIdentifier(name) {
        throw ConversionFailure(.noNameOfSuggestion(name))
      }
      return names.isEmpty ? .none : .only(Set(names))
    }
  }
}

extension EasyReadOutputOptions {
  /// The options of easy read, as words.
  public static let table = OptionTable([
    .easyReadTo, .review, .accept, .digits, .explain, .easyReadPictures, .authorFile, .original,
    .easyReadSize,
    .typeface, .colours, .paper, .panel,
  ])

  /// Makes options out of values the table has accepted.
  public init(_ values: OptionValues) {
    let defaults = LargePrintOptions()
    self.init(
      fileType: values.choice("to") ?? .html,
      page: LargePrintOptions(
        size: values.choice("size"), typeface: values.choice("typeface") ?? defaults.typeface,
        paper: values.choice("paper"), colours: values.choice("colours") ?? defaults.colours,
        panel: values.choice("panel") ?? defaults.panel))
  }
}

extension Diagnostic {
  fileprivate static func noNameOfSuggestion(_ name: String) -> Diagnostic {
    Diagnostic(
      "EZA-025", .error, "'\(name)' is neither none nor all nor the name of a suggestion",
      hint: "take names from a review page, such as 3f09a1c2.brackets")
  }
}
