public import Diagnostics
public import DocumentModel
import Wording

/// The draft as readers get it: a statement that it is a draft, each idea with its picture, and the way
/// back to the words of the report.
public struct EasyReadEdition: Sendable {
  /// How a reader finds the words of the report.
  public enum Original: Hashable, Sendable {
    /// Nothing leads there.
    case none
    /// They stand at the end of each part, folded away where the format can.
    case inside
    /// A link at the end of each part leads to the part at this address.
    case address(String)
  }

  /// The draft, with all that was done.
  public let result: EasyReadResult
  /// The pictures the author chose for headings and sentences.
  public var choices: [AuthorFile.Picture] = []
  /// The author's pictures that are matched by their names.
  public var folder: [KeywordPicture] = []
  /// How a reader finds the words of the report.
  public var original = Original.none
  /// Whether people have worked on the draft: it gets no statement it lacks, and its paragraphs stay.
  public var isDraft = false

  /// Makes an edition of a draft.
  public init(_ result: EasyReadResult) { self.result = result }

  /// Lays the edition out.
  ///
  /// - Returns: the document; the ideas in order with what their pictures are; and what is to be said.
  public func document() -> (document: Document, ideas: [Idea], diagnostics: [Diagnostic]) {
    var layout = EditionLayout(self)
    var document = result.document
    document.blocks = layout.laidOut(document.blocks)
    document.resources += layout.resources
    if !isDraft { layout.add(Self.statement(ProgramWords(document.metadata.language)), to: &document.blocks) }
    return (document, layout.ideas, layout.diagnostics)
  }

  /// An idea: a sentence of the source, or a list, with its place for a picture.
  public struct Idea: Hashable, Sendable {
    /// The name of its block in the edition.
    public var id: String
    /// The words that stand in it.
    public var text: String
    /// Where its block is in the source.
    public var range: SourceRange?
    /// The picture beside it; nil when the place is empty.
    public var picture: String?

    /// Makes an idea.
    public init(id: String, text: String, range: SourceRange?, picture: String?) {
      self.id = id
      self.text = text
      self.range = range
      self.picture = picture
    }
  }

  /// The heading over the explanations of words, in a language.
  public static func glossaryHeading(in language: Language?) -> String {
    ProgramWords(language).text(.whatTheWordsMean)
  }

  /// The statement that this is a draft: easy read is finished by people.
  static func statement(_ words: ProgramWords) -> Block {
    func paragraph(_ name: ProgramWords.Name) -> Block {
      let phrase = words[name]
      return .paragraph(
        Paragraph(
          [.text(Text(phrase.text))], info: NodeInfo(language: phrase.isStandIn ? phrase.language : nil)))
    }
    let title = words[.easyReadDraft]
    return .aside(
      Aside(
        .important, title: [.text(Text(title.text))],
        [
          paragraph(.easyReadMadeByProgram), paragraph(.easyReadToBeChecked),
          paragraph(.easyReadReadersCheck),
        ], info: NodeInfo(language: title.isStandIn ? title.language : nil)))
  }
}
