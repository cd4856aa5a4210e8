/// How tables are set.
public struct TableStyle: Codable, Hashable, Sendable {
  /// The forms that are tried, in order. A table takes the first that can hold it; the last is taken
  /// in any case.
  public var forms: [Form]
  public var columns: ColumnsStyle
  /// Tables with up to this many columns may be in stairstep form (BANA Formats 11.18: four).
  public var stairstepUpToColumns: Int
  /// Tables with up to this many columns may be in linear or paragraph form, if their entries are
  /// phrases.
  public var linearUpToColumns: Int
  /// The longest row in linear form, in lines; nil for any length.
  public var linearUpToLines: Int?
  /// What a transcriber's note says of a table whose rows and columns have changed places.
  public var transposedNote: String
  /// Where the note on a table in linear or stairstep form ends.
  public var noteEnd: NoteEnd
  /// Blank lines between a transcriber's note about the form and the table.
  public var blankAfterNote: Int
  /// Blank lines before a table.
  public var blankBefore: Int
  /// Blank lines after it.
  public var blankAfter: Int
  /// What closes a table, if anything.
  public var end: RulePattern?

  /// Where the note on a form ends that gives the order of the columns.
  public enum NoteEnd: String, Codable, Sendable {
    /// After the headings (BANA Formats, Samples 11-25 and 11-26).
    case afterHeadings = "after-headings"
    /// Before them: they stand below the note as the rows do, a full stop after those of linear form
    /// and a blank line below them.
    case beforeHeadings = "before-headings"
  }

  /// The forms a table may be written in.
  public enum Form: String, Codable, CaseIterable, Hashable, Sendable {
    /// Entries side by side, as in print (BANA Formats 11.2, UKAAF B004 12).
    case columns
    /// The same with rows and columns changed over (BANA Formats 11.15, UKAAF B004 E).
    case transposed
    /// Each entry on lines of its own, two cells right of the one before (BANA Formats 11.18).
    case stairstep
    /// A paragraph for each row, a colon after the first entry and semicolons between the others
    /// (BANA Formats 11.17).
    case linear
    /// A paragraph for each row, semicolons between its entries (UKAAF B004 12).
    case paragraph
    /// Each entry on lines of its own after its column's heading (BANA Formats 11.16).
    case listed
  }
}

/// How tables in columns are set.
public struct ColumnsStyle: Codable, Hashable, Sendable {
  /// Blank cells between columns.
  public var gutter: Int
  /// Blank cells between columns where the table fits the line in no other way.
  public var narrowGutter: Int
  /// The most lines a heading or an entry may take.
  public var maximumLines: Int
  /// How far an entry's other lines stand right of its first.
  public var runover: Int
  /// What stands below headings.
  public var separation: Separation
  /// The fewest guide dots that are worth having (RUEB 16.5.1: two).
  public var leastGuideDots: Int
  /// How far guide dots reach.
  public var guideDots: GuideDots
  /// How figures stand in their column.
  public var figures: Figures
  /// How blank entries are shown.
  public var blankEntries: BlankEntries
  /// Whether capital signs stand in headings and entries.
  public var capitals: Capitals
  /// Where the currency sign stands that all entries of a column begin with.
  public var currency: Currency
  /// Whether a table that a page can hold is kept on one.
  public var pages: Pages

  /// How entries are shown that are blank in print.
  public enum BlankEntries: String, Codable, Sendable {
    /// By a row of guide dots (BANA Formats 11.11).
    case guideDots = "guide-dots"
    /// They are left blank: for lists in columns, such as words of which some have a mark before them.
    case blank
  }

  /// Whether capitals are shown.
  public enum Capitals: String, Codable, Sendable {
    case shown
    /// They are not, and a note says so (UKAAF B004, Appendix E).
    case omitted
  }

  /// Where a column's currency stands.
  public enum Currency: String, Codable, Sendable {
    /// In every entry, as in print.
    case inEntries = "in-entries"
    /// Once, in brackets below the heading of the column (UKAAF B004, Appendix E).
    case inHeadings = "in-headings"
  }

  /// What stands between a heading and the entries below it.
  public enum Separation: String, Codable, Sendable {
    /// A line as wide as the column (BANA Formats 11.4).
    case line
    /// Nothing (UKAAF B004 12: no ruled lines).
    case none
  }

  /// Where a row of guide dots ends.
  public enum GuideDots: String, Codable, Sendable {
    /// Where its column ends.
    case toColumnEnd = "to-column-end"
    /// One blank before the next column.
    case toNextColumn = "to-next-column"
  }

  /// How columns of figures are aligned.
  public enum Figures: String, Codable, Sendable {
    /// Left.
    case left
    /// Right.
    case right
    /// Right where print sets them right, left elsewhere.
    case asPrint = "as-print"
  }

  /// How tables that are no longer than a page meet page turns.
  public enum Pages: String, Codable, Sendable {
    /// They stand on one page.
    case whole
    /// They are parted between rows.
    case parted
  }

  /// Makes a style; the defaults are those of BANA.
  public init(
    gutter: Int = 2, narrowGutter: Int = 1, maximumLines: Int = 2, runover: Int = 2,
    separation: Separation = .line, leastGuideDots: Int = 2, guideDots: GuideDots = .toColumnEnd,
    figures: Figures = .asPrint, blankEntries: BlankEntries = .guideDots, capitals: Capitals = .shown,
    currency: Currency = .inEntries, pages: Pages = .whole
  ) {
    self.gutter = gutter
    self.narrowGutter = narrowGutter
    self.maximumLines = maximumLines
    self.runover = runover
    self.separation = separation
    self.leastGuideDots = leastGuideDots
    self.guideDots = guideDots
    self.figures = figures
    self.blankEntries = blankEntries
    self.capitals = capitals
    self.currency = currency
    self.pages = pages
  }
}
