/// What may be chosen about large print. Nil means what the profile says.
public struct LargePrintOptions: Codable, Hashable, Sendable {
  /// What kind of file is made.
  public var fileType: FileType
  /// Whose advice is followed.
  public var profile: String
  /// The size of body text; nothing is smaller.
  public var size: Size?
  /// The typeface that is asked for first.
  public var typeface: Typeface
  /// The distance of lines on screen and on paper.
  public var leading: Leading?
  /// The longest line in characters; nil for the profile's.
  public var measure: Int?
  /// The paper.
  public var paper: Paper?
  /// The colours on screen; paper is always printed black on white.
  public var colours: Colours
  /// Where the bytes of pictures are.
  public var pictures: Pictures
  /// What becomes of text in capitals.
  public var capitals: Capitals
  /// What becomes of tables.
  public var tables: Tables
  /// Whether there are contents.
  public var contents: Contents
  /// Whether a screen shows the reader's panel.
  public var panel: Panel
  /// The most pages of a volume of a PDF, title page and contents included; nil for one volume.
  public var maximumPages: Int?

  /// Makes options; the defaults are HTML of 18 point as UKAAF advises.
  public init(
    fileType: FileType = .html, profile: String = "ukaaf", size: Size? = nil, typeface: Typeface = .arial,
    leading: Leading? = nil, measure: Int? = nil, paper: Paper? = nil, colours: Colours = .reader,
    pictures: Pictures = .embedded, capitals: Capitals = .keep, tables: Tables = .auto,
    contents: Contents = .auto, panel: Panel = .shown, maximumPages: Int? = nil
  ) {
    self.fileType = fileType
    self.profile = profile
    self.size = size
    self.typeface = typeface
    self.leading = leading
    self.measure = measure
    self.paper = paper
    self.colours = colours
    self.pictures = pictures
    self.capitals = capitals
    self.tables = tables
    self.contents = contents
    self.panel = panel
    self.maximumPages = maximumPages
  }

  /// The kinds of file large print can be.
  public enum FileType: String, CaseIterable, Codable, Sendable {
    /// One page of HTML, for screens and for printing from a browser.
    case html
    /// Pages with tags, PDF/UA-1 (ISO 14289-1).
    case pdf
    /// A Word document with styles, for those who edit it further.
    case docx
  }

  /// The sizes of body text, in points.
  public enum Size: String, CaseIterable, Codable, Sendable {
    case point16 = "16"
    case point18 = "18"
    case point20 = "20"
    case point24 = "24"
    case point28 = "28"
    case point36 = "36"

    /// The number of points.
    public var points: Int { Int(rawValue) ?? 18 }
  }

  /// The typefaces that may be asked for. None is sent along: a reader sees the first that is
  /// installed, and a face without serifs in any case.
  public enum Typeface: String, CaseIterable, Codable, Sendable {
    case arial
    case verdana
    case tahoma
    case helvetica
    case aphont
    case tiresias
    case atkinson
  }

  /// The distances of lines, in sizes of the text.
  public enum Leading: String, CaseIterable, Codable, Sendable {
    case tight = "1.15"
    case quarter = "1.25"
    case paper = "1.4"
    case half = "1.5"
    case double = "2"

    /// The distance as a number.
    public var ratio: Double { Double(rawValue) ?? 1.5 }
  }

  /// Sizes of paper.
  public enum Paper: String, CaseIterable, Codable, Sendable {
    case a4
    case a3
    case letter

    /// Width and height, in millimetres.
    public var millimetres: (width: Double, height: Double) {
      switch self {
      case .a4: (210, 297)
      case .a3: (297, 420)
      case .letter: (215.9, 279.4)
      }
    }
  }

  /// Colours on a screen.
  public enum Colours: String, CaseIterable, Codable, Sendable {
    /// What the reader's system asks for: black on white, or yellow on black where it is set to dark.
    case reader
    /// Black on white.
    case white
    /// Black on cream.
    case cream
    /// Yellow on black.
    case yellow
  }

  /// Where the bytes of pictures are.
  public enum Pictures: String, CaseIterable, Codable, Sendable {
    /// In the file.
    case embedded
    /// In files beside it, in one folder.
    case alongside
  }

  /// What becomes of text in capitals.
  public enum Capitals: String, CaseIterable, Codable, Sendable {
    /// It stays, and is reported.
    case keep
    /// It is set in small letters with a capital at the start of each sentence.
    case sentence
  }

  /// What becomes of tables.
  public enum Tables: String, CaseIterable, Codable, Sendable {
    /// Each is measured: those that fit stay, those that fit on a page on its side are turned, all
    /// others become lists.
    case auto
    /// All stay tables, though words in them may be broken.
    case table
    /// All become lists.
    case list
  }

  /// Whether there are contents.
  public enum Contents: String, CaseIterable, Codable, Sendable {
    /// When there are three headings or more.
    case auto
    /// Always, when there is a heading.
    case always
    /// Never.
    case none
  }

  /// Whether a screen shows the reader's panel.
  public enum Panel: String, CaseIterable, Codable, Sendable {
    case shown
    case none
  }
}
