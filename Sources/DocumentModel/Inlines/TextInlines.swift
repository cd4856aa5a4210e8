/// Characters. White space is already collapsed as the source's rules say; a line end of the source
/// that print does not keep is one space.
public struct Text: Hashable, Sendable {
  /// The characters.
  public var string: String
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes text.
  public init(_ string: String, info: NodeInfo = NodeInfo()) {
    self.string = string
    self.info = info
  }
}

/// What a run of text is marked as.
public enum TextStyle: String, CaseIterable, Sendable {
  /// Stress, italic in most print.
  case emphasis
  /// Importance, bold in most print.
  case strong
  /// A line below.
  case underline
  /// A line through words that no longer hold.
  case strikethrough
  /// Raised.
  case superscript
  /// Lowered.
  case `subscript`
  /// Capitals of the height of small letters.
  case smallCapitals = "small-capitals"
  /// Marked as with a pen.
  case highlight
  /// Quoted words, which print sets between quotation marks that the text itself does not hold.
  case quotation
  /// The title of a work.
  case citation
  /// Added in a revision.
  case inserted
  /// Taken out in a revision.
  case deleted
  /// What a person types.
  case keyboard
  /// What a program answers.
  case sample
  /// A name that stands for a value.
  case variable
  /// The term a sentence defines.
  case definition
  /// Small print.
  case small
}

/// Inlines marked as something.
public struct Styled: Hashable, Sendable {
  /// What they are marked as.
  public var style: TextStyle
  /// What is marked.
  public var inlines: [Inline]
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes marked text.
  public init(_ style: TextStyle, _ inlines: [Inline], info: NodeInfo = NodeInfo()) {
    self.style = style
    self.inlines = inlines
    self.info = info
  }
}

/// Inlines held together for what they carry in common, such as a language.
public struct Span: Hashable, Sendable {
  /// What it holds.
  public var inlines: [Inline]
  /// How the text is said, as data for narration (IPA or the source's own notation).
  public var pronunciation: String?
  /// The number print has in the margin of the line that begins here, as in records of proceedings;
  /// the span then holds nothing but the number, for editions without such lines.
  public var lineNumber: String?
  /// Whether it is a sentence of the text, marked to be said (`Narration`). Sentences do not nest.
  public var isSentence: Bool
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a span.
  public init(
    _ inlines: [Inline], pronunciation: String? = nil, lineNumber: String? = nil, isSentence: Bool = false,
    info: NodeInfo = NodeInfo()
  ) {
    self.inlines = inlines
    self.pronunciation = pronunciation
    self.lineNumber = lineNumber
    self.isSentence = isSentence
    self.info = info
  }
}

/// A short form and what it stands for.
public struct Abbreviation: Hashable, Sendable {
  /// The short form.
  public var inlines: [Inline]
  /// What it stands for; nil when the source only says that it is short for something.
  public var expansion: String?
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes an abbreviation.
  public init(_ inlines: [Inline], expansion: String? = nil, info: NodeInfo = NodeInfo()) {
    self.inlines = inlines
    self.expansion = expansion
    self.info = info
  }
}

/// Code within a line of text.
public struct InlineCode: Hashable, Sendable {
  /// The characters, spaces kept.
  public var text: String
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes code.
  public init(_ text: String, info: NodeInfo = NodeInfo()) {
    self.text = text
    self.info = info
  }
}

/// A line end that print keeps.
public struct LineBreak: Hashable, Sendable {
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a line end.
  public init(info: NodeInfo = NodeInfo()) { self.info = info }
}

/// Mathematics within a line of text.
public struct InlineMathematics: Hashable, Sendable {
  /// The formula.
  public var mathematics: Mathematics
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes mathematics.
  public init(_ mathematics: Mathematics, info: NodeInfo = NodeInfo()) {
    self.mathematics = mathematics
    self.info = info
  }
}

/// A formula, in the notations the source gives. At least one of them is present.
public struct Mathematics: Hashable, Sendable {
  /// TeX, without its delimiters.
  public var tex: String?
  /// A MathML `math` element, serialised.
  public var mathML: String?
  /// Words for the formula, when the author wrote them.
  public var alternative: String?

  /// Makes a formula.
  public init(tex: String? = nil, mathML: String? = nil, alternative: String? = nil) {
    self.tex = tex
    self.mathML = mathML
    self.alternative = alternative
  }
}
