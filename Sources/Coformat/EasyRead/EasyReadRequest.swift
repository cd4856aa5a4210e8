public import EasyRead

/// Easy read, asked for: what is done to a document before it is rendered.
public struct EasyReadRequest: Hashable, Sendable {
  /// Where the author's decisions are, besides those in the report's own front matter.
  public enum AuthorFileChoice: Hashable, Sendable {
    /// Beside the report, under its name with the extension `easy-read.yml`, where there is such a file.
    case besideReport
    /// In this file, which must be there.
    case file(String)
    /// Nowhere.
    case none
  }

  /// Which suggestions are made, besides those the author accepts.
  public var accept: EasyReadOptions.Acceptance
  /// How small numbers stand.
  public var digits: EasyReadOptions.Digits
  /// Where hard words are explained.
  public var explanations: EasyReadOptions.Explanations
  /// The folder of the author's pictures; nil for none.
  public var pictures: String?
  /// How a reader finds the words of the report.
  public var original: EasyReadEdition.Original
  /// Where the author's decisions are.
  public var authorFile: AuthorFileChoice

  /// Makes a request; the defaults are a draft with no suggestion accepted.
  public init(
    accept: EasyReadOptions.Acceptance = .none, digits: EasyReadOptions.Digits = .digits,
    explanations: EasyReadOptions.Explanations = .everywhere, pictures: String? = nil,
    original: EasyReadEdition.Original = .none, authorFile: AuthorFileChoice = .besideReport
  ) {
    self.accept = accept
    self.digits = digits
    self.explanations = explanations
    self.pictures = pictures
    self.original = original
    self.authorFile = authorFile
  }
}
