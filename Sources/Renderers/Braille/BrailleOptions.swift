public import BrailleLayout
public import Diagnostics

/// What may be chosen about a braille rendition. Nil means what the code or the profile says.
public struct BrailleOptions: Codable, Hashable, Sendable {
  /// Uncontracted or contracted; nil for grade 2 or, in codes without it, the most contracted.
  public var grade: Grade?
  /// The braille code, as `coformat codes` lists them or as a language tag: `ueb`, `cy`, `fr-CA`; nil
  /// for that of the document's language, and UEB where there is none.
  public var code: String?
  /// Absolute paths of liblouis tables to use in the place of the code's; empty for the code's own.
  public var tables: [String]
  /// In which code text in other languages than the code's is.
  public var languages: Languages
  /// What kind of file is made.
  public var fileType: FileType
  /// The layout profile: `ukaaf`, `bana` or `display`.
  public var profile: String
  /// A layout profile of the user's own, instead of the one named; nil for none.
  public var ownProfile: LayoutProfile?
  /// Cells in a line; nil for the profile's.
  public var cells: Int?
  /// Lines on a page; nil for the profile's.
  public var lines: Int?
  /// How far apart lines stand.
  public var lineSpacing: LineSpacing
  /// How the pages are written in a BRF or as Unicode braille.
  public var text: TextFileOptions
  /// What becomes of the addresses of links.
  public var links: Links
  /// Where notes stand; nil for where the profile has them.
  public var notes: NotesStyle.Placement?
  /// What is made beside the braille, for those who check and plan it.
  public var proofing: ProofingOptions

  /// Who makes the braille, for containers that say so; nil when nobody is named.
  public var producer: String?
  /// What goes before the text; nil for what the profile says.
  public var frontMatter: FrontMatter?
  /// Whether there are contents; nil for what the profile says.
  public var contents: ContentsList?
  /// The page numbers contents end in; nil for what the profile says.
  public var contentsPages: ContentsStyle.Pages?
  /// The most pages a volume may have, front matter and blank sides included; nil for one volume.
  public var maximumPages: Int?
  /// How many sides of a sheet hold braille.
  public var sides: Sides
  /// Whether the volumes are one file.
  public var volumeFiles: VolumeFiles
  /// What becomes of references to places in the document.
  public var references: References
  /// The form tables have; a table that asks for its own has that.
  public var tableLayout: TableLayout

  /// Makes options; the defaults are contracted UEB in BRF, laid out as UKAAF advises.
  public init(
    grade: Grade? = nil, code: String? = nil, tables: [String] = [], languages: Languages = .ownCode,
    fileType: FileType = .brf, profile: String = "ukaaf",
    ownProfile: LayoutProfile? = nil, cells: Int? = nil, lines: Int? = nil,
    lineSpacing: LineSpacing = .single, text: TextFileOptions = TextFileOptions(),
    links: Links = .text, notes: NotesStyle.Placement? = nil, tableLayout: TableLayout = .auto,
    producer: String? = nil, proofing: ProofingOptions = ProofingOptions(),
    frontMatter: FrontMatter? = nil, contents: ContentsList? = nil,
    contentsPages: ContentsStyle.Pages? = nil, maximumPages: Int? = nil, sides: Sides = .single,
    volumeFiles: VolumeFiles = .one, references: References = .words
  ) {
    self.grade = grade
    self.code = code
    self.tables = tables
    self.languages = languages
    self.fileType = fileType
    self.profile = profile
    self.cells = cells
    self.lines = lines
    self.lineSpacing = lineSpacing
    self.ownProfile = ownProfile
    self.text = text
    self.links = links
    self.producer = producer
    self.notes = notes
    self.proofing = proofing
    self.tableLayout = tableLayout
    self.frontMatter = frontMatter
    self.contents = contents
    self.contentsPages = contentsPages
    self.maximumPages = maximumPages
    self.sides = sides
    self.volumeFiles = volumeFiles
    self.references = references
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

  /// In which code text in another language than the braille code's is.
  public enum Languages: String, CaseIterable, Codable, Sendable {
    /// A document without a code named for it and blocks within one are in their language's own code,
    /// where there is one of six dots (RUEB 13.6); words and phrases within a block are uncontracted in
    /// the code of the block (RUEB 13.5).
    case ownCode = "own-code"
    /// All of it is uncontracted in the document's code.
    case documentCode = "document-code"
  }

  /// What becomes of the addresses of links.
  public enum Links: String, CaseIterable, Codable, Sendable {
    /// Only the words of a link are brailled, as print on paper shows them.
    case text
    /// The address follows in transcriber's note signs, where the words do not give it.
    case addresses
  }

  /// Whether the volumes are in one file.
  public enum VolumeFiles: String, CaseIterable, Codable, Sendable {
    /// All in one, one after the other.
    case one
    /// Each in a file of its own: `report-1.brf`, `report-2.brf`.
    case each
  }

  /// What becomes of references to places in the document.
  public enum References: String, CaseIterable, Codable, Sendable {
    /// Their words are brailled; one that names a page of print the braille does not show names the
    /// braille page instead.
    case words
    /// The braille page follows every reference as well, in transcriber's note signs.
    case pages
  }

  /// The form of tables.
  public enum TableLayout: String, CaseIterable, Codable, Sendable {
    /// For each the first form of the profile's that can hold it.
    case auto
    /// Entries side by side, as in print.
    case columns
    /// Each entry on lines of its own, two cells right of the one before.
    case stairstep
    /// Each entry on lines of its own after its column's heading.
    case listed
    /// A paragraph for each row, a colon after the first entry and semicolons between the others.
    case linear
    /// Entries side by side, rows and columns changed over.
    case transposed
    /// A paragraph for each row, semicolons between its entries.
    case paragraph
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
}

extension BrailleOptions {
  /// The layout profile these options ask for.
  ///
  /// - Throws: when there is none of that name.
  public func layoutProfile() throws(ConversionFailure) -> LayoutProfile {
    if let ownProfile { return ownProfile }
    return try LayoutProfiles.named(profile)
  }

  /// Whether the text is one page as long as it is.
  public func isEndless() throws(ConversionFailure) -> Bool {
    guard lines == nil else { return false }
    return try layoutProfile().pages == .endless
  }

  /// Where form feeds stand.
  public func formFeeds() throws(ConversionFailure) -> TextFileOptions.FormFeeds {
    if let formFeeds = text.formFeeds { return formFeeds }
    return try isEndless() ? .none : .after
  }
}
