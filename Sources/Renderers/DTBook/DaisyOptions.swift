/// What may be chosen about a DAISY book.
public struct DaisyOptions: Codable, Hashable, Sendable {
  /// The kind of book.
  public var fileType: FileType
  /// How the files of a book belong together.
  public var container: Container
  /// Who makes the book; nil for nobody named.
  public var producer: String?
  /// What is said of the book in the place of what the source says. The identifier is the book's own; that
  /// of the source is of the work it is made from.
  public var metadata: MetadataOptions

  /// Makes options.
  public init(
    fileType: FileType = .daisy3, container: Container = .zip, producer: String? = nil,
    metadata: MetadataOptions = MetadataOptions()
  ) {
    self.fileType = fileType
    self.container = container
    self.producer = producer
    self.metadata = metadata
  }

  /// The kinds of books.
  public enum FileType: String, CaseIterable, Codable, Sendable {
    /// DAISY 3: DTBook with navigation and SMIL (ANSI/NISO Z39.86-2005).
    case daisy3
    /// DAISY 2.02: XHTML with navigation and SMIL, for older players.
    case daisy202
    /// DTBook 2005-3 alone: one XML file.
    case dtbook
  }

  /// How the files of a book belong together.
  public enum Container: String, CaseIterable, Codable, Sendable {
    /// In a zip.
    case zip
    /// In a folder, as on the medium of a player.
    case folder
  }
}
