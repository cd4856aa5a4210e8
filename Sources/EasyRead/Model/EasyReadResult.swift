public import Diagnostics
public import DocumentModel

/// A draft in easy read, with all that was done to make it.
public struct EasyReadResult: Hashable, Sendable {
  /// The draft.
  public var document: Document
  /// The blocks of the source that have sentences, in reading order; those of notes last.
  public var blocks: [SimplifiedBlock]
  /// The words explained, in the order of the alphabet.
  public var glossary: [ExplainedWord]
  /// Hard words nobody has explained, in the order of first use.
  public var unexplained: [UnexplainedWord]
  /// What is to be said about it.
  public var diagnostics: [Diagnostic]
  /// Counts before and after.
  public var scores: Scores

  /// Makes a result.
  public init(
    document: Document, blocks: [SimplifiedBlock], glossary: [ExplainedWord], unexplained: [UnexplainedWord],
    diagnostics: [Diagnostic], scores: Scores
  ) {
    self.document = document
    self.blocks = blocks
    self.glossary = glossary
    self.unexplained = unexplained
    self.diagnostics = diagnostics
    self.scores = scores
  }
}

/// A hard word and what it means.
public struct ExplainedWord: Hashable, Sendable {
  /// Whose explanation it is.
  public enum Origin: String, Sendable {
    /// The author file's.
    case author
    /// The document's own.
    case document
    /// That of the glossary that comes with the program.
    case glossary
  }
  /// The word, as the glossary has it.
  public var term: String
  /// One or more sentences that can stand by themselves.
  public var explanation: String
  /// Whose it is.
  public var origin: Origin

  /// Makes an explained word.
  public init(term: String, explanation: String, origin: Origin) {
    self.term = term
    self.explanation = explanation
    self.origin = origin
  }
}

/// A hard word nobody has explained.
public struct UnexplainedWord: Hashable, Sendable {
  /// The word, as first used.
  public var word: String
  /// How often it stands in the document.
  public var count: Int
  /// Where it stands first.
  public var range: SourceRange?
  /// What the glossary that comes with the program says of it, when it has other senses too and nothing
  /// tells for certain which one this is.
  public var proposal: String?
  /// Whether the document is a draft already and only lacks the explanation the program has.
  public var isMissing: Bool

  /// Makes an unexplained word.
  public init(word: String, count: Int, range: SourceRange?, proposal: String? = nil, isMissing: Bool = false)
  {
    self.word = word
    self.count = count
    self.range = range
    self.proposal = proposal
    self.isMissing = isMissing
  }
}

/// Counts over the sentences of paragraphs and list items.
public struct Scores: Hashable, Sendable {
  /// Counts of one text.
  public struct Counts: Hashable, Sendable {
    /// Sentences.
    public var sentences = 0
    /// Words.
    public var words = 0
    /// Syllables.
    public var syllables = 0
    /// Sentences of 15 words or fewer.
    public var within15 = 0
    /// Sentences of 12 words or fewer.
    public var within12 = 0

    /// Makes counts of nothing.
    public init() {}

    /// The Flesch-Kincaid grade as the textbook has it; nil for no words.
    public var grade: Double? {
      guard sentences > 0, words > 0 else { return nil }
      return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
    }
  }
  /// The source.
  public var before = Counts()
  /// The draft, explanations included.
  public var after = Counts()

  /// Makes scores of nothing.
  public init() {}
}
