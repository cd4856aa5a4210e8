/// What a house style says of the book around the text: its front matter, its contents, its volumes.
public struct BookStyle: Codable, Hashable, Sendable {
  /// What goes before the text unless asked otherwise.
  public var frontMatter: FrontMatter
  /// Whether there are contents unless asked otherwise.
  public var contentsList: ContentsList
  /// What page numbers have before them on pages the transcriber adds: title page, special symbols,
  /// transcriber's notes (BANA Formats 1.15: `t`).
  public var transcriberPrefix: String
  /// The same on the contents (BANA Formats 1.15: `p`).
  public var contentsPrefix: String
  /// Where the title stands at the head of the text.
  public var title: TitleAtHead
  /// Where the running head stands.
  public var runningHead: RunningHead
  /// Where the text begins on sheets with braille on both sides.
  public var textStart: TextStart
  /// Which sides have page numbers on sheets with braille on both sides.
  public var numberedSides: NumberedSides
  public var contents: ContentsStyle

  /// Where the title stands at the head of the text.
  public enum TitleAtHead: String, Codable, Sendable {
    /// On the first page of the first volume only.
    case firstVolume = "first-volume"
    /// On the first page of every volume (BANA Formats 1.8.1).
    case everyVolume = "every-volume"
  }

  /// Where the running head stands.
  public enum RunningHead: String, Codable, Sendable {
    case none
    /// On the first line of every page but the first of the text (BANA Formats 1.8.2).
    case fromSecondPage = "from-second-page"
    case everyPage = "every-page"
  }

  /// Where the text of a volume begins.
  public enum TextStart: String, Codable, Sendable {
    /// On a sheet of its own.
    case rightHandPage = "right-hand-page"
    /// On the page after the front matter.
    case nextPage = "next-page"
  }

  /// Which sides of a sheet are numbered.
  public enum NumberedSides: String, Codable, Sendable {
    case both
    /// The side on top when the sheet lies in the volume.
    case rightHandOnly = "right-hand-only"
  }
}

/// What goes before the text.
public enum FrontMatter: String, Codable, CaseIterable, Hashable, Sendable {
  /// Contents where a document profits from them; title pages as well where there are volumes.
  case auto
  case none
  /// Title page, contents, special symbols, transcriber's notes and list of volumes.
  case full
}

/// Whether there are contents.
public enum ContentsList: String, Codable, CaseIterable, Hashable, Sendable {
  /// As the front matter and the document's length say.
  case auto
  case yes
  case no
}

/// How contents are set.
public struct ContentsStyle: Codable, Hashable, Sendable {
  /// The cells of entries of the first level; those of all levels run over two cells past where the
  /// deepest begins.
  public var position: CellPositions
  /// How much further right each deeper level begins.
  public var step: Int
  /// How many levels of headings are listed.
  public var levels: Int
  /// The page numbers entries end in.
  public var pages: Pages
  /// The cell that leads from an entry to its page number, as Unicode braille.
  public var leader: String
  /// How many cells at the right end of the line entries leave to the numbers.
  public var cellsKeptFree: Int
  public var columnHead: ColumnHead

  /// The page numbers entries end in.
  public enum Pages: String, Codable, CaseIterable, Hashable, Sendable {
    /// Of the braille page.
    case braille
    /// Of the print page, where the document has print pages.
    case print
    /// Of both, print first, where the document has print pages.
    case both
  }

  /// Whether the columns of numbers have a head.
  public enum ColumnHead: String, Codable, Sendable {
    case shown
    /// Only over two columns, which would otherwise be confused.
    case overTwo = "over-two"
  }
}
