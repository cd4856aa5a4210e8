extension Metadata {
  /// A field this model has a place of its own for, in the order it is given out.
  public enum Field: String, CaseIterable, Sendable {
    case title
    case subtitle
    case author
    case contributor
    case language
    case date
    case identifier
    case publisher
    case rights
    case description
    case subject
    case sourceEdition = "source-edition"
    case contact

    /// Whether a document may have several.
    public var isList: Bool {
      switch self {
      case .author, .contributor, .subject: true
      case .title, .subtitle, .language, .date, .identifier, .publisher, .rights, .description,
        .sourceEdition,
        .contact:
        false
      }
    }
  }

  /// What a field says; nothing where the document is silent.
  public func values(of field: Field) -> [String] {
    switch field {
    case .title: title.map { [$0] } ?? []
    case .subtitle: subtitle.map { [$0] } ?? []
    case .author: authors
    case .contributor: contributors
    case .language: language.map { [$0.tag] } ?? []
    case .date: date.map { [$0] } ?? []
    case .identifier: identifier.map { [$0] } ?? []
    case .publisher: publisher.map { [$0] } ?? []
    case .rights: rights.map { [$0] } ?? []
    case .description: description.map { [$0] } ?? []
    case .subject: subjects
    case .sourceEdition: sourceEdition.map { [$0] } ?? []
    case .contact: contact.map { [$0] } ?? []
    }
  }
}

/// The names under which readers of front matter look for what has a place of its own in ``Metadata``.
public enum MetadataNames {
  private static let known: Set<String> = [
    "title", "subtitle", "author", "authors", "creator", "by", "contributor", "contributors", "editor",
    "editors", "translator", "translators", "transcriber", "transcribers", "illustrator", "illustrators",
    "lang", "language", "locale", "date", "published", "identifier", "isbn", "doi", "reference", "uri",
    "publisher", "rights", "licence", "license", "copyright", "description", "abstract", "summary", "subject",
    "subjects", "keyword", "keywords", "tags", "categories", "source-edition", "edition", "contact",
    "easy-read",
  ]

  /// A name as names are compared: in small letters, with hyphens.
  public static func plain(_ name: String) -> String { name.lowercased().replacing("_", with: "-") }

  /// Whether a name is one of them.
  public static func isKnown(_ name: String) -> Bool { known.contains(plain(name)) }
}
