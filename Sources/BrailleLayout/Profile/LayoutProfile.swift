/// A house style: where things go on a braille page. Profiles are data, in `Tables/profiles`.
///
/// Cell positions are written as transcribers say them: `"3-1"` is a first line that begins in cell
/// 3 and other lines that begin in cell 1.
public struct LayoutProfile: Codable, Hashable, Sendable {
  /// The name `--profile` takes.
  public var name: String
  /// Whose rules it follows.
  public var description: String
  /// Cells in a line unless asked otherwise.
  public var cells: Int
  /// Lines on a page unless asked otherwise.
  public var lines: Int
  /// Whether the text is cut into pages, unless a number of lines is asked for.
  public var pages: PageDivision
  public var pageFurniture: PageFurnitureStyle
  public var printPageIndicator: PrintPageIndicator
  public var blankAtPageTop: BlankAtPageTop
  public var title: HeadingStyle
  /// The styles of heading levels, from 1; deeper levels take the last.
  public var headings: [HeadingStyle]
  public var paragraph: CellPositions
  /// The least blanks between text and the number of print's line at the right margin of its line
  /// (BANA Formats 7.3b: two, which lines without a number keep clear of the numbers' column as well).
  public var lineNumberGap: Int
  /// Where paragraphs of particular kinds stand; those without a style of their own stand where all do.
  public var paragraphKinds: ParagraphKindStyles?
  public var bulletedList: ListStyle
  public var numberedList: ListStyle
  public var definitionTerm: CellPositions
  public var definition: CellPositions
  public var quotation: QuotationStyle
  public var code: CellPositions
  public var lineGroup: CellPositions
  public var mathematics: CellPositions
  public var caption: CellPositions
  public var transcribersNote: CellPositions
  public var table: TableStyle
  public var notes: NotesStyle
  public var boxes: BoxStyle
  /// What print's rule or asterisks between passages become.
  public var separator: RulePattern
  /// What stands before a heading of level 1 that is not the first thing in the document.
  public var sectionEnd: RulePattern?
  /// What stands after the last line.
  public var documentEnd: RulePattern?
  /// Front matter, contents and volumes.
  public var book: BookStyle
}

/// Whether text is cut into pages.
public enum PageDivision: String, Codable, Sendable {
  /// Pages of the profile's number of lines.
  case cut
  /// One page as long as the text: for reading on a display.
  case endless
}

/// What becomes of the blank line a block wants before it when the block begins a page.
public enum BlankAtPageTop: String, Codable, Sendable {
  /// It falls away.
  case drop
  /// It stays before headings.
  case keepBeforeHeadings = "keep-before-headings"
}

/// Where page numbers and the running head stand.
public enum PageFurnitureStyle: String, Codable, Sendable {
  /// The first line holds nothing else: print page at the left, running head centred, braille page
  /// at the right (UKAAF B004 6 and 7).
  case pageInformationLine = "page-information-line"
  /// The print page at the right end of the first line and the braille page at the right end of the
  /// last, both sharing the line with text three blanks away (BANA Formats 1.11 and 1.15).
  case corners
  /// None: for reading on a display.
  case none
}

/// How the place where a print page begins is shown.
public enum PrintPageIndicator: String, Codable, Sendable {
  /// A line of dots 36 across the page that ends in the number; none where the page number at the
  /// top of the braille page says it already (BANA Formats 1.11.3).
  case dashes
  /// Dots 5, 25 and the number, centred (UKAAF B004 8).
  case centred
  /// The same at the left margin, where a display shows it without moving along the line.
  case margin
}

/// How headings of a level are set.
public struct HeadingStyle: Codable, Hashable, Sendable {
  public var position: HeadingPosition
  public var blankBefore: Int
  public var blankAfter: Int
  /// Blank lines between a centred heading and this one; nil for the usual rule.
  public var blankAfterCentred: Int?
  /// Blank lines between a side heading and this one; nil for the usual rule.
  public var blankAfterSide: Int?
  /// Emphasis indicators around the whole heading, where a house style uses them to show levels.
  public var emphasis: HeadingEmphasis?
  /// The cell, as Unicode braille, of a line as long as the heading below it, where a house style shows
  /// levels so; nil for no line.
  public var underline: String?
  /// Whether a full stop is added where the heading ends in no punctuation.
  public var closing: HeadingClosing?
}

/// Where a heading stands.
public enum HeadingPosition: Hashable, Sendable, Codable {
  case centred
  case cells(CellPositions)

  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    self = text == "centred" ? .centred : .cells(try CellPositions(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .centred:
      var container = encoder.singleValueContainer()
      try container.encode("centred")
    case .cells(let positions): try positions.encode(to: encoder)
    }
  }
}

/// The emphasis a house style gives headings of a level.
public enum HeadingEmphasis: String, Codable, Sendable {
  case italic
  case bold
  case underline
}

/// What is added at the end of headings of a level.
public enum HeadingClosing: String, Codable, Sendable {
  case fullStop = "full-stop"
}

/// How the items of a list stand.
public struct ListStyle: Codable, Hashable, Sendable {
  /// The cells of the outermost level.
  public var position: CellPositions
  /// How much further right each deeper level begins.
  public var step: Int
  public var runovers: Runovers
  public var blankBefore: Int
  public var blankAfter: Int
  /// Blank lines between a side heading and the list; nil for the usual rule.
  public var blankAfterSideHeading: Int?
  public var bullet: Bullet
  /// The bullets of each level of lists, from the outermost; deeper levels have the last. Nil for a
  /// filled one at all levels, which codes other than UEB have in any case.
  public var bullets: [String]?
  /// How much of the list's first item must stand at the foot of a page for the list to begin there;
  /// nil for a line.
  public var firstItem: FirstItem?

  /// What of a list's first item stands where the list begins.
  public enum FirstItem: String, Codable, Sendable {
    /// Never on the last line, and on the last but one only if that line holds all of the item (BANA
    /// Formats 8.3.5).
    case notInLastLines = "not-in-last-lines"
  }

  /// Where the lines after the first of an item begin.
  public enum Runovers: String, Codable, Sendable {
    /// Where `position` says, at every level.
    case fixed
    /// Two cells right of where the deepest level begins (BANA Formats 8.5.1b).
    case pastDeepest = "past-deepest"
    /// Each level's own, moving with its first line.
    case stepped
  }

  /// Whether bullets are shown.
  public enum Bullet: String, Codable, Sendable {
    case shown
    /// Not shown, unless an item has more than one paragraph: the second would read as an item.
    case omitted
  }
}

/// How quotations set apart from the text stand.
public struct QuotationStyle: Codable, Hashable, Sendable {
  public var position: CellPositions
  public var blankBefore: Int
  public var blankAfter: Int
  /// How many cells right of the quotation's lines its attribution begins.
  public var attributionIndent: Int
}

/// How notes are set.
public struct NotesStyle: Codable, Hashable, Sendable {
  /// Where they stand.
  public var placement: Placement
  /// The cells of a note's first paragraph.
  public var position: CellPositions
  /// The cells of its further paragraphs.
  public var furtherParagraphs: CellPositions
  /// Whether the section of notes begins a page.
  public var start: Start
  /// The line between the text of a page and the notes at its foot (BANA Formats 16.5).
  public var separator: RulePattern

  /// Where notes stand.
  public enum Placement: String, CaseIterable, Codable, Sendable {
    /// At the foot of the braille page their reference is on (BANA Formats 16.5).
    case foot
    /// At the end of the section their reference is in.
    case section
    /// At the end of the document (BANA Formats 16.9, UKAAF B004 D).
    case end
    /// Where they are referred to, in square brackets: for few and short ones (UKAAF B004 11).
    case inline
  }

  /// Where the section of notes begins.
  public enum Start: String, Codable, Sendable {
    case newPage = "new-page"
    case inline
  }
}

/// How text set apart in a box is set.
public struct BoxStyle: Codable, Hashable, Sendable {
  public var top: RulePattern
  public var bottom: RulePattern
  /// The line at top and bottom of a box that holds another, and of one whose colour is named; nil
  /// where such a box has the usual lines.
  public var outer: RulePattern?
  /// Whether a box that a page can hold is kept on one.
  public var pages: Pages

  /// How boxes meet page turns.
  public enum Pages: String, Codable, Sendable {
    /// They stand on one page if a page can hold them (BANA Formats 7.3.1).
    case whole
    /// They are parted like other text, a line of text staying with each of the box's lines.
    case parted
  }
}

/// A line of cells drawn across the page.
public struct RulePattern: Codable, Hashable, Sendable {
  /// The cells at the left end, as Unicode braille.
  public var start: String
  /// The cell repeated in between.
  public var fill: String
  /// The cells at the right end.
  public var end: String
  /// How long the line is; nil for the whole width.
  public var length: Int?
  /// Where a line of its own length stands; nil for centred.
  public var position: Position?

  /// Where a line that is shorter than the page stands.
  public enum Position: String, Codable, Sendable {
    case centred
    case margin
  }

  /// The line's cells on a page of `width`.
  public func cells(width: Int) -> [UInt8] {
    let start = Self.cells(self.start)
    let end = Self.cells(self.end)
    let fill = Self.cells(self.fill).first ?? 0
    let count = max(0, min(length ?? width, width) - start.count - end.count)
    return start + Array(repeating: fill, count: count) + end
  }

  /// A line of its own length is centred; one across the page begins at the margin.
  public var setting: BlockShape.Setting { length == nil || position == .margin ? .left : .centred }

  private static func cells(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }
}
