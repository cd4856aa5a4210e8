public import Diagnostics

/// A laid-out document: what layout makes and containers write.
public struct BraillePages: Hashable, Sendable {
  /// Cells in a line.
  public var width: Int
  /// Lines on a page.
  public var height: Int
  /// Whether pages are embossed on both sides of a sheet.
  public var sides: Sides
  /// The volumes, in order. A document short enough for one has one.
  public var volumes: [Volume]

  /// Makes a laid-out document.
  public init(width: Int, height: Int, sides: Sides = .single, volumes: [Volume]) {
    self.width = width
    self.height = height
    self.sides = sides
    self.volumes = volumes
  }

  /// Makes a document of one volume that holds nothing but its text.
  public init(width: Int, height: Int, pages: [Page] = []) {
    self.init(width: width, height: height, volumes: [Volume(sections: [Section(pages: pages)])])
  }

  /// All pages of all volumes, in reading order.
  public var pages: [Page] { volumes.flatMap { $0.sections.flatMap(\.pages) } }
}

/// How many sides of a sheet hold braille.
public enum Sides: String, Codable, CaseIterable, Hashable, Sendable {
  case single
  /// Both, the dots of one between those of the other (interpoint).
  case double
}

/// What is bound together: a volume begins on a sheet of its own.
public struct Volume: Hashable, Sendable {
  public var sections: [Section]

  /// Makes a volume.
  public init(sections: [Section]) { self.sections = sections }

  /// Its pages, in reading order.
  public var pages: [Page] { sections.flatMap(\.pages) }
}

/// Pages of a volume that are numbered in one row.
public struct Section: Hashable, Sendable {
  public var kind: Kind
  /// What its page numbers have before them, such as `p`; empty for nothing.
  public var prefix: String
  public var pages: [Page]

  /// Makes a section.
  public init(kind: Kind = .text, prefix: String = "", pages: [Page]) {
    self.kind = kind
    self.prefix = prefix
    self.pages = pages
  }

  /// What a section holds.
  public enum Kind: String, Codable, Hashable, Sendable {
    /// Title page, contents, notes about the braille: numbered apart from the text.
    case preliminary
    /// The document itself.
    case text
  }
}

/// A braille page. It never has more rows than the height; those it lacks are blank.
public struct Page: Hashable, Sendable {
  /// The braille page number, from 1 in each section.
  public var number: Int
  /// The number of the print page its last line belongs to; nil where none is known.
  public var printPage: String?
  /// The print pages that begin on it, in order, whether a row says so or not.
  public var printPageStarts: [PrintPageStart]
  public var rows: [Row]

  /// Makes a page.
  public init(
    number: Int, printPage: String? = nil, printPageStarts: [PrintPageStart] = [], rows: [Row]
  ) {
    self.number = number
    self.printPage = printPage
    self.printPageStarts = printPageStarts
    self.rows = rows
  }
}

/// The place on a braille page where a print page begins.
public struct PrintPageStart: Hashable, Sendable {
  /// The number as print shows it.
  public var number: String
  /// The row of the braille page that is the first of the print page, from 0.
  public var row: Int
  public var range: SourceRange?

  /// Makes a start.
  public init(number: String, row: Int, range: SourceRange? = nil) {
    self.number = number
    self.row = row
    self.range = range
  }
}

/// A line of a braille page.
public struct Row: Hashable, Sendable {
  /// The cells from the left margin, without trailing blanks.
  public var cells: [UInt8]
  /// A page number at the right end of the same line, apart from the text.
  public var corner: [UInt8]
  /// The page number in the corner as print writes it; empty where there is none.
  public var cornerPrint = ""
  public var kind: Kind
  /// The stretch of the source that stands on the row; nil for what the program added.
  public var range: SourceRange?
  /// What the line's end parts.
  public var ending: Ending
  /// What the block is that the row belongs to; text for a row of none.
  public var role: BlockRole
  /// Which of its block's lines it is.
  public var place: Place
  /// The print the row's cells stand for, for people who read print beside braille: the words of
  /// text, where the blocks carried their print, with the white space that parts them from the next
  /// row's; the number of the print page a print page indicator shows; the running head of page
  /// information. Empty for other rows.
  public var print: String
  /// What part of the page the row belongs to.
  public var area: Area
  /// The places references may lead to that stand on the row.
  public var anchors: [Anchor]
  /// Whose words stand on it.
  public var origin: Origin

  /// Makes a row.
  public init(
    _ cells: [UInt8] = [], kind: Kind = .text, range: SourceRange? = nil,
    ending: Ending = .betweenWords, role: BlockRole = .text, place: Place = .first, print: String = "",
    area: Area = .text, anchors: [Anchor] = [], origin: Origin = .document
  ) {
    self.cells = cells
    self.corner = []
    self.kind = kind
    self.range = range
    self.ending = ending
    self.role = role
    self.place = place
    self.print = print
    self.area = area
    self.anchors = anchors
    self.origin = origin
  }

  /// Who says the words of a row.
  public enum Origin: String, Sendable {
    /// The document, or the document and the program between them.
    case document
    /// The program, all of them: a heading such as Contents, a transcriber's note.
    case program
  }

  /// The parts of a page.
  public enum Area: String, Sendable {
    /// The text, with its furniture.
    case text
    /// The notes below it, and the line that parts them from it.
    case foot
  }

  /// Which of its block's lines a row is.
  public enum Place: String, Sendable {
    /// The first, or a row that is no line of a block.
    case first
    /// One after the first.
    case runover
  }

  /// What the end of a line parts.
  public enum Ending: String, Sendable {
    /// Words, or the two sides of a hyphen or stroke.
    case betweenWords = "between-words"
    /// A word too long for the line, with nothing to say so.
    case insideWord = "inside-word"
    /// A number too long for the line; the line's last cell is the continuation indicator.
    case insideNumber = "inside-number"
  }

  /// What a row is.
  public enum Kind: String, Sendable {
    /// Text of the document.
    case text
    /// Nothing.
    case blank
    /// Page numbers and running head.
    case pageInformation = "page-information"
    /// The place where a print page begins.
    case printPageIndicator = "print-page-indicator"
    /// A box line or a separator.
    case rule
  }

  /// All cells of the line, the corner at the right end of `width`; no trailing blanks.
  public func line(width: Int) -> [UInt8] {
    guard !corner.isEmpty else { return cells }
    let start = max(width - corner.count, cells.count)
    return cells + Array(repeating: 0, count: start - cells.count) + corner
  }
}
