public import DocumentModel

/// What may be chosen about an EPUB.
public struct EPUBOptions: Codable, Hashable, Sendable {
  /// At which headings the text is divided into files.
  public var division: Division
  /// Whether the numbers of print pages stand in the text.
  public var pageNumbers: PageNumbers
  /// Whether long descriptions of pictures are open.
  public var descriptions: Descriptions
  /// Rules of CSS that come after the publication's own; nil for none.
  public var styleSheet: String?
  /// Who answers for the publication's conformance to WCAG 2.2 AA; nil when nobody does, and then none
  /// is claimed.
  public var certifier: String?
  /// What is said of the publication in the place of what the source says.
  public var metadata: MetadataOptions

  /// Makes options.
  public init(
    division: Division = .automatic, pageNumbers: PageNumbers = .hidden, descriptions: Descriptions = .open,
    styleSheet: String? = nil, certifier: String? = nil, metadata: MetadataOptions = MetadataOptions()
  ) {
    self.division = division
    self.pageNumbers = pageNumbers
    self.descriptions = descriptions
    self.styleSheet = styleSheet
    self.certifier = certifier
    self.metadata = metadata
  }

  /// At which headings the text is divided into files.
  public enum Division: String, CaseIterable, Codable, Sendable {
    /// At the highest level that there is more than one heading of, among the first two.
    case automatic = "auto"
    /// At level 1.
    case one = "1"
    /// At levels 1 and 2.
    case two = "2"
    /// Nowhere: all is in one file.
    case none
  }

  /// Whether the numbers of print pages stand in the text.
  public enum PageNumbers: String, CaseIterable, Codable, Sendable {
    /// They are found through the page list and said by reading systems; the text does not show them.
    case hidden
    /// They are in the text as well.
    case shown
  }

  /// Whether long descriptions of pictures are open.
  public enum Descriptions: String, CaseIterable, Codable, Sendable {
    /// They stand after the picture as any text.
    case open
    /// They open when asked for.
    case folded
  }
}

/// What is said of a publication in the place of what its source says.
public struct MetadataOptions: Codable, Hashable, Sendable {
  /// The title.
  public var title: String?
  /// The authors.
  public var authors: [String]
  /// The language of the text, as BCP 47 writes it.
  public var language: String?
  /// The publisher.
  public var publisher: String?
  /// The identifier.
  public var identifier: String?
  /// The date of publication.
  public var date: String?

  /// Makes metadata; what is nil or empty is as the source says.
  public init(
    title: String? = nil, authors: [String] = [], language: String? = nil, publisher: String? = nil,
    identifier: String? = nil, date: String? = nil
  ) {
    self.title = title
    self.authors = authors
    self.language = language
    self.publisher = publisher
    self.identifier = identifier
    self.date = date
  }

  /// The metadata with what was chosen in it.
  public func applied(to metadata: Metadata) -> Metadata {
    var metadata = metadata
    if let title { metadata.title = title }
    if !authors.isEmpty { metadata.authors = authors }
    if let language = language.flatMap({ Language($0) }) { metadata.language = language }
    if let publisher { metadata.publisher = publisher }
    if let identifier { metadata.identifier = identifier }
    if let date { metadata.date = date }
    return metadata
  }
}
