public import BrailleTranslation
public import Diagnostics

/// What layout is given: a sequence of these, already translated, from the first line of the first
/// page to the last.
public enum FlowItem: Hashable, Sendable {
  /// Text that is broken into lines.
  case text(TextBlock)
  /// A row of fixed cells that is never broken: a box line, a separator.
  case rule(Rule)
  /// A row of a table in columns.
  case row(ColumnarRow)
  /// A page of the print edition begins.
  case printPage(PrintPage)
  /// What follows begins a new braille page.
  case newPage
}

/// Braille text that forms a paragraph, a heading, a list item, a table entry.
public struct TextBlock: Hashable, Sendable {
  public var text: BrailleText
  public var shape: BlockShape
  public var spacing: BlockSpacing
  public var role: BlockRole
  /// Whether the block stays on the page of what follows it, or on one page altogether.
  public var keep: KeepRule
  /// Where on a page it may begin.
  public var start: StartRule
  /// Places in the text where something happens, in order of offset.
  public var marks: [TextMark]
  /// Where each stretch of the text came from, in order of offset.
  public var sources: [SourceSpan]
  /// The print the text was translated from, which offsets count in; empty unless rows are to say
  /// what they stand for.
  public var print: [Unicode.Scalar]
  /// Places in the text that references and contents may lead to, in order of offset.
  public var anchors: [TextAnchor]
  /// Whose words they are.
  public var origin: Row.Origin = .document

  /// Makes a block.
  public init(
    _ text: BrailleText, shape: BlockShape = BlockShape(), spacing: BlockSpacing = BlockSpacing(),
    role: BlockRole = .text, keep: KeepRule = .none, start: StartRule = .anywhere,
    marks: [TextMark] = [], sources: [SourceSpan] = [], print: [Unicode.Scalar] = [],
    anchors: [TextAnchor] = []
  ) {
    self.text = text
    self.shape = shape
    self.spacing = spacing
    self.role = role
    self.keep = keep
    self.start = start
    self.marks = marks
    self.sources = sources
    self.print = print
    self.anchors = anchors
  }
}

/// Where the lines of a block begin and how they are set.
public struct BlockShape: Hashable, Codable, Sendable {
  /// The cell the first line begins in, from 1.
  public var first: Int
  /// The cell the other lines begin in, from 1.
  public var runover: Int
  public var setting: Setting

  /// Makes a shape; a transcriber's "3-1" is `BlockShape(3, 1)`.
  public init(_ first: Int = 1, _ runover: Int = 1, setting: Setting = .left) {
    self.first = max(1, first)
    self.runover = max(1, runover)
    self.setting = setting
  }

  /// How the lines of a block are set.
  public enum Setting: String, Codable, Sendable {
    /// Against the margin, lines as full as they go.
    case left
    /// Each line centred, lines as full as they go, three blanks at least on each side.
    case centred
    /// Each line centred, lines of about the same length (BANA Formats 4.2).
    case centredBalanced = "centred-balanced"
  }

  /// The same shape with its margin `cells` further right.
  public func indented(by cells: Int) -> BlockShape {
    BlockShape(first + cells, runover + cells, setting: setting)
  }
}

/// The blank lines around a block. Between two blocks stands the larger of what the first wants
/// after it and the second before it, unless the second says what it wants after a heading.
public struct BlockSpacing: Hashable, Sendable {
  public var before: Int
  public var after: Int
  /// Blank lines between a centred heading and this block, whatever the heading wants; nil for the
  /// usual rule.
  public var afterCentredHeading: Int?
  /// The same after a heading at the side (cell 5 and cell 7 headings of BANA).
  public var afterSideHeading: Int?

  /// Makes spacing.
  public init(
    before: Int = 0, after: Int = 0, afterCentredHeading: Int? = nil, afterSideHeading: Int? = nil
  ) {
    self.before = before
    self.after = after
    self.afterCentredHeading = afterCentredHeading
    self.afterSideHeading = afterSideHeading
  }
}

/// What a block is, as far as pagination minds.
public enum BlockRole: Hashable, Sendable {
  case text
  case centredHeading
  case sideHeading
  /// The line a box begins with: nothing blank follows it.
  case boxTop
  /// The line a box ends with: nothing blank goes before it.
  case boxBottom

  /// Whether it is a heading of either kind.
  public var isHeading: Bool { self == .centredHeading || self == .sideHeading }
}

/// Where on a page a block may begin.
public enum StartRule: Hashable, Sendable {
  case anywhere
  /// Not on the last line, and on the last but one only if that line holds all of it.
  case notInLastLines
}

/// What keeps a block from being parted.
public enum KeepRule: Hashable, Sendable {
  case none
  /// With the first line of what follows: no heading stands last on a page (BANA Formats 4.3.9).
  case withNext
  /// All its lines on one page, when a page can hold them.
  case together
  /// Both.
  case togetherWithNext
  /// All its lines on one page, and on that of what follows as long as a page can hold the group both
  /// are in: what belongs closer together (the entries of a table's row) outlives the group.
  case togetherInGroup

  /// Whether it holds on to what follows.
  public var holdsNext: Bool { tie > .nothing }
  /// Whether it is not to be parted itself.
  public var holdsTogether: Bool {
    self == .together || self == .togetherWithNext || self == .togetherInGroup
  }

  /// What a page turn after it would part.
  var tie: Parting {
    switch self {
    case .none, .together: .nothing
    case .togetherInGroup: .group
    case .withNext, .togetherWithNext: .items
    }
  }
}

extension FlowItem {
  /// The rule that keeps the item with others. A print page's beginning stands with the text of
  /// that page, never alone at the foot (BANA Formats 1.11.4).
  var keep: KeepRule {
    switch self {
    case .text(let block): block.keep
    case .rule(let rule): rule.keep
    case .row(let row): row.keep
    case .printPage: .withNext
    case .newPage: .none
    }
  }

  /// Whether the item says something of what follows, so that it must not stand last on a page.
  var leads: Bool {
    switch self {
    case .text(let block): keep.holdsNext && block.role.isHeading
    case .rule(let rule): keep.holdsNext && (rule.role == .boxTop || rule.role.isHeading)
    case .printPage: true
    case .row, .newPage: false
    }
  }
}

extension FlowItem {
  /// Whether a page that ends when `lineCount` lines of the item are set ends too soon after a list's
  /// beginning: after its only line, or after two, the first of which was the last but one (BANA
  /// Formats 8.3.5).
  func isOpening(lineCount: Int) -> Bool {
    guard case .text(let block) = self, block.start == .notInLastLines else { return false }
    return (1...2).contains(lineCount)
  }

  /// Whether a list begins with the item whose place on the page matters: below a heading the whole
  /// item stands (BANA Formats 8.3.5).
  var opensList: Bool {
    if case .text(let block) = self { block.start == .notInLastLines } else { false }
  }
}

extension [FlowItem] {
  /// Asks for a new page before the item at `index`, or before the headings that lead up to it: a
  /// heading does not stay behind alone.
  public mutating func beginPage(before index: Int) {
    var index = index
    while index > 0, self[index - 1].leads { index -= 1 }
    insert(.newPage, at: index)
  }
}

/// A row of cells that stands as it is.
public struct Rule: Hashable, Sendable {
  public var cells: [UInt8]
  public var setting: BlockShape.Setting
  public var spacing: BlockSpacing
  public var role: BlockRole
  public var keep: KeepRule
  /// What its row is: a rule, or text whose cells have their places, such as a line of contents.
  public var kind: Row.Kind
  /// The print its cells stand for, where it is text and rows are to say what they stand for.
  public var print: String
  /// Whose words they are.
  public var origin: Row.Origin

  /// Makes a rule; where a page number leaves less room than it needs it is drawn shorter.
  public init(
    _ cells: [UInt8], setting: BlockShape.Setting = .left, spacing: BlockSpacing = BlockSpacing(),
    role: BlockRole = .text, keep: KeepRule = .none, kind: Row.Kind = .rule, print: String = "",
    origin: Row.Origin = .document
  ) {
    self.cells = cells
    self.setting = setting
    self.spacing = spacing
    self.role = role
    self.keep = keep
    self.kind = kind
    self.print = print
    self.origin = origin
  }
}

/// The beginning of a page of the print edition.
public struct PrintPage: Hashable, Sendable {
  /// The number as print shows it.
  public var number: String
  /// The number in cells.
  public var cells: [UInt8]
  public var range: SourceRange?

  /// Makes a print page.
  public init(number: String, cells: [UInt8], range: SourceRange? = nil) {
    self.number = number
    self.cells = cells
    self.range = range
  }
}

/// Something that happens at a place in a text.
public struct TextMark: Hashable, Sendable {
  /// The offset of the print character it stands before, as in `BrailleText.origins`.
  public var offset: Int
  public var kind: Kind

  /// Makes a mark.
  public init(offset: Int, kind: Kind) {
    self.offset = offset
    self.kind = kind
  }

  /// What happens.
  public enum Kind: Hashable, Sendable {
    /// A page of the print edition begins.
    case printPage(PrintPage)
    /// A numbered line of print begins; the number, in cells, stands at the right margin.
    case printLine([UInt8])
    /// The line ends, as it does in print; the blank before the mark falls away.
    case lineEnd
    /// The text refers to a note that stands at the foot of the page: its index among the notes.
    case note(Int)
  }
}

/// Where the text from an offset on came from, up to the next span's offset.
public struct SourceSpan: Hashable, Sendable {
  public var offset: Int
  /// Nil for text the program added.
  public var range: SourceRange?

  /// Makes a span.
  public init(offset: Int, range: SourceRange?) {
    self.offset = offset
    self.range = range
  }
}
