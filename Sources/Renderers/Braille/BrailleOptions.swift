/// What may be chosen about a braille rendition. Nil means what the code or the profile says.
public struct BrailleOptions: Codable, Hashable, Sendable {
  /// Uncontracted or contracted.
  public var grade: Grade
  /// The braille code, as `coformat codes` lists them: `ueb`, `cy`, `fr`.
  public var code: String
  /// What kind of file is made.
  public var fileType: FileType
  /// The layout profile: `ukaaf` or `bana`.
  public var profile: String
  /// Cells in a line; nil for the profile's.
  public var cells: Int?
  /// Lines on a page; nil for the profile's.
  public var lines: Int?
  /// How lines of a BRF end.
  public var lineEnding: LineEnding
  /// What becomes of the addresses of links.
  public var links: Links

  /// Who makes the braille, for containers that say so; nil when nobody is named.
  public var producer: String?

  /// Makes options; the defaults are contracted UEB in BRF, laid out as UKAAF advises.
  public init(
    grade: Grade = .two, code: String = "ueb", fileType: FileType = .brf, profile: String = "ukaaf",
    cells: Int? = nil, lines: Int? = nil, lineEnding: LineEnding = .crlf,
    links: Links = .text, producer: String? = nil
  ) {
    self.grade = grade
    self.code = code
    self.fileType = fileType
    self.profile = profile
    self.cells = cells
    self.lines = lines
    self.lineEnding = lineEnding
    self.links = links
    self.producer = producer
  }

  /// The degree of contraction, as the code names it: UEB has 1, uncontracted, and 2, contracted; a
  /// few languages have 0, 1.5 or 3.
  public struct Grade: RawRepresentable, Codable, Hashable, Sendable {
    /// The name, as `BrailleCode.Grade` has it.
    public var rawValue: String
    /// Makes a grade of that name, which the code may or may not have.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Uncontracted, in most codes.
    public static let one = Grade(rawValue: "1")
    /// Contracted, in most codes.
    public static let two = Grade(rawValue: "2")
  }

  /// What becomes of the addresses of links.
  public enum Links: String, CaseIterable, Codable, Sendable {
    /// Only the words of a link are brailled, as print on paper shows them.
    case text
    /// The address follows in transcriber's note signs, where the words do not give it.
    case addresses
  }

  /// The kinds of file a braille rendition can be.
  public enum FileType: String, CaseIterable, Codable, Sendable {
    /// Braille Ready Format: North American ASCII braille, pages ended by form feeds.
    case brf
    /// The same pages in Unicode braille patterns.
    case unicode
    /// Portable Embosser Format 1.0.
    case pef
    /// eBraille 1.0: a package of braille in structure and without pages.
    case ebraille
  }

  /// How lines of a text file end.
  public enum LineEnding: String, CaseIterable, Codable, Sendable {
    case lf
    case crlf
  }
}
