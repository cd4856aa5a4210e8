/// A heading.
public struct Heading: Hashable, Sendable {
  /// The level, from 1; sources may go past 6.
  public var level: Int
  /// The words.
  public var inlines: [Inline]
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a heading; a level below 1 becomes 1.
  public init(level: Int, _ inlines: [Inline], info: NodeInfo = NodeInfo()) {
    self.level = max(1, level)
    self.inlines = inlines
    self.info = info
  }
}

/// How a paragraph or a table column is set in print, when the source says so.
public enum Alignment: String, Sendable {
  /// At the side where lines begin.
  case start
  /// In the middle.
  case centre
  /// At the side where lines end.
  case end
}

/// What a paragraph is beside text like any other.
public enum ParagraphKind: String, CaseIterable, Sendable {
  /// Nothing in particular.
  case plain
  /// Set without an indent, where print has indented and blocked paragraphs.
  case blocked
  /// Set with its first line at the margin and the others indented.
  case hanging
  /// Directions for the exercise that follows.
  case directions
  /// Who said or wrote what stands before it; the close of a letter.
  case attribution
  /// Words the transcriber adds, which are not in print.
  case transcribersNote = "transcriber-note"
}

/// A paragraph.
public struct Paragraph: Hashable, Sendable {
  /// The words.
  public var inlines: [Inline]
  /// What it is.
  public var kind: ParagraphKind
  /// How print sets it; nil when the source does not say.
  public var alignment: Alignment?
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a paragraph.
  public init(
    _ inlines: [Inline], kind: ParagraphKind = .plain, alignment: Alignment? = nil,
    info: NodeInfo = NodeInfo()
  ) {
    self.inlines = inlines
    self.kind = kind
    self.alignment = alignment
    self.info = info
  }
}

/// Text quoted from elsewhere, set apart from the text around it.
public struct BlockQuote: Hashable, Sendable {
  /// What is quoted.
  public var blocks: [Block]
  /// Who is quoted, when the source marks it; empty otherwise.
  public var attribution: [Inline]
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a quotation.
  public init(_ blocks: [Block], attribution: [Inline] = [], info: NodeInfo = NodeInfo()) {
    self.blocks = blocks
    self.attribution = attribution
    self.info = info
  }
}

/// Text whose line ends and spaces count, such as a program or its output.
public struct CodeBlock: Hashable, Sendable {
  /// The text, lines separated by U+000A, with no line end after the last.
  public var text: String
  /// The programming language the source names, such as `swift`.
  public var programmingLanguage: String?
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a block of code.
  public init(_ text: String, programmingLanguage: String? = nil, info: NodeInfo = NodeInfo()) {
    self.text = text
    self.programmingLanguage = programmingLanguage
    self.info = info
  }
}

/// Lines that belong together and keep their line ends: a poem, an address.
public struct LineGroup: Hashable, Sendable {
  /// The lines, in order.
  public var lines: [Line]
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a group of lines.
  public init(_ lines: [Line], info: NodeInfo = NodeInfo()) {
    self.lines = lines
    self.info = info
  }
}

/// One line of a line group.
public struct Line: Hashable, Sendable {
  /// The words.
  public var inlines: [Inline]
  /// How many steps the line is indented by, from 0.
  public var indent: Int
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a line.
  public init(_ inlines: [Inline], indent: Int = 0, info: NodeInfo = NodeInfo()) {
    self.inlines = inlines
    self.indent = indent
    self.info = info
  }
}

/// A break in the thought, which print shows by a rule, asterisks or space.
public struct Separator: Hashable, Sendable {
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a separator.
  public init(info: NodeInfo = NodeInfo()) { self.info = info }
}

/// The place where a page of the print edition begins; stands among blocks and among inlines.
public struct PageBreak: Hashable, Sendable {
  /// The number of the page that begins here, as print shows it: `12`, `xiv`, `B-3`. Empty when
  /// the source marks the place and gives no number.
  public var number: String
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a page break.
  public init(number: String, info: NodeInfo = NodeInfo()) {
    self.number = number
    self.info = info
  }
}

/// Blocks held together for what they carry in common: an identifier, a language, an audience, a
/// role. It has no look of its own.
public struct Division: Hashable, Sendable {
  /// What it holds.
  public var blocks: [Block]
  /// What the division is, in the words of DPUB-ARIA without the `doc-` prefix: `abstract`,
  /// `acknowledgments`, `bibliography`; nil when it is nothing in particular.
  public var role: String?
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a division.
  public init(_ blocks: [Block], role: String? = nil, info: NodeInfo = NodeInfo()) {
    self.blocks = blocks
    self.role = role
    self.info = info
  }
}

/// Mathematics on lines of its own.
public struct MathematicsBlock: Hashable, Sendable {
  /// The formula.
  public var mathematics: Mathematics
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes displayed mathematics.
  public init(_ mathematics: Mathematics, info: NodeInfo = NodeInfo()) {
    self.mathematics = mathematics
    self.info = info
  }
}
