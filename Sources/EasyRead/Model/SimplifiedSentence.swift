public import Diagnostics
public import DocumentModel

/// A sentence of the source, and what easy read makes of it.
public struct SimplifiedSentence: Hashable, Sendable {
  /// One line of easy read.
  public struct Line: Hashable, Sendable {
    /// What a line is.
    public enum Kind: String, Sendable {
      /// A sentence of its own.
      case sentence
      /// A point of a list the sentence held.
      case bullet
      /// The explanation of a hard word in the sentence before.
      case explanation
    }
    /// The words.
    public var text: String
    /// The words with their links, emphasis and notes.
    public var inlines: [Inline]
    /// What it is.
    public var kind: Kind

    /// Makes a line.
    public init(text: String, inlines: [Inline], kind: Kind = .sentence) {
      self.text = text
      self.inlines = inlines
      self.kind = kind
    }
  }

  /// The words of the source, with U+FFFC for what has none, such as the mark of a note.
  public var source: String
  /// What the author file names the sentence by: eight hexadecimal digits made from its words.
  public var id: String
  /// Where the block it stands in is.
  public var range: SourceRange?
  /// The lines, in order.
  public var lines: [Line]
  /// What was changed or offered, in the order of the source.
  public var edits: [Edit]
  /// What the author is told.
  public var findings: [Finding]

  /// Makes a sentence.
  public init(
    source: String, id: String, range: SourceRange?, lines: [Line], edits: [Edit] = [],
    findings: [Finding] = []
  ) {
    self.source = source
    self.id = id
    self.range = range
    self.lines = lines
    self.edits = edits
    self.findings = findings
  }
}

/// A block of the source that has sentences, in reading order.
public struct SimplifiedBlock: Hashable, Sendable {
  /// What it was in the source.
  public enum Kind: String, Sendable {
    case heading, paragraph, term, title, caption, attribution, line
  }
  /// What it was.
  public var kind: Kind
  /// The `id` of the block in the easy-read document, by which a page links to it; nil for a block
  /// that is kept as it is, and for what is no block of its own, such as a line of verse.
  public var anchor: String?
  /// The words of the headings it stands under, outermost first.
  public var headings: [String]
  /// Where it is in the source.
  public var range: SourceRange?
  /// The block's own inlines, as in the source.
  public var source: [Inline]
  /// Its sentences.
  public var sentences: [SimplifiedSentence]
  /// Why it is kept word for word (`a quotation`); nil when it is not.
  public var keptBecause: String?

  /// Makes a block.
  public init(
    kind: Kind, anchor: String?, headings: [String], range: SourceRange?, source: [Inline],
    sentences: [SimplifiedSentence], keptBecause: String? = nil
  ) {
    self.kind = kind
    self.anchor = anchor
    self.headings = headings
    self.range = range
    self.source = source
    self.sentences = sentences
    self.keptBecause = keptBecause
  }
}
