public import Diagnostics
public import DocumentModel

/// What `coformat build` is to make: what `coformat.yml` says, or what holds without one.
public struct BuildConfiguration: Hashable, Sendable {
  /// What the page of formats is called; nil for the program's own words.
  public var title: String?
  /// The language of that page; nil for that of its reports.
  public var language: Language?
  /// The reports, in the order they are listed.
  public var sources: [SourceSelection] = []
  /// Paths that are left out although a pattern of `sources` finds them.
  public var excluded: [String] = []
  /// What is made of each report.
  public var formats: [BuildFormat] = BuildFormat.usual
  /// The folder everything is written to.
  public var output = "formats"
  /// The path of each output within that folder, with `{folder}`, `{name}`, `{source}`, `{format}` and
  /// `{extension}` standing for what they say.
  public var naming = NamingPattern.usual
  /// What reports that do not say it themselves have.
  public var metadata = MetadataDefaults()
  /// Whom to ask for a format that is not there.
  public var contact: FormatContact?
  /// The groups of reports on the page of formats.
  public var collections: [ReportCollection] = []
  /// Whether the page of formats is made.
  public var page = true
  /// The folder that paths count from.
  public var folder = "."

  /// Makes a configuration that names no source.
  public init() {}
}

/// Reports that a pattern finds, and what holds for them alone.
public struct SourceSelection: Hashable, Sendable {
  /// A path, a folder, or a pattern with `*`, `?`, `[…]` and `**`.
  public var pattern: String
  /// The format the files are in; nil to tell by name and content.
  public var from: String?
  /// What is made of them; nil for what is made of all.
  public var formats: [BuildFormat]?
  /// Options for all formats of these reports that have them, by key.
  public var options: [String: String] = [:]
  /// What those that do not say it themselves have, before what holds for all.
  public var metadata = MetadataDefaults()
  /// The name of the collection they are in.
  public var collection: String?
  /// The name of the strand of the collection they are in.
  public var strand: String?
  /// What they are in it.
  public var role: ReportRole?
  /// Where the configuration says so.
  public var range: SourceRange?

  /// Makes a selection.
  public init(_ pattern: String) { self.pattern = pattern }
}

/// Fields of metadata for documents that lack them.
public struct MetadataDefaults: Hashable, Sendable {
  /// The values, by the name of the field.
  public var fields: [Field: String] = [:]

  /// The fields there are defaults for.
  public enum Field: String, CaseIterable, Hashable, Sendable {
    case language, publisher, rights, date, author, description, identifier, contact
  }

  /// Makes defaults of nothing.
  public init() {}

  /// These defaults, and the others where these say nothing.
  func filled(from others: MetadataDefaults) -> MetadataDefaults {
    var filled = self
    filled.fields.merge(others.fields) { own, _ in own }
    return filled
  }

  /// Gives a document what it lacks.
  func apply(to metadata: inout Metadata) {
    func fill(_ field: Field, _ path: WritableKeyPath<Metadata, String?>) {
      if metadata[keyPath: path] == nil { metadata[keyPath: path] = fields[field] }
    }
    fill(.publisher, \.publisher)
    fill(.rights, \.rights)
    fill(.date, \.date)
    fill(.description, \.description)
    fill(.identifier, \.identifier)
    fill(.contact, \.contact)
    if metadata.language == nil { metadata.language = fields[.language].flatMap { Language($0) } }
    if metadata.authors.isEmpty, let author = fields[.author] { metadata.authors = [author] }
  }
}

/// Whom to ask for a format that is not there.
public struct FormatContact: Hashable, Sendable {
  /// The name of a person or a department.
  public var name: String?
  /// The address of electronic mail.
  public var email: String?
  /// The telephone number.
  public var telephone: String?
  /// The postal address.
  public var address: String?
  /// The web address of a form.
  public var web: String?
  /// How soon an answer comes: `10 working days`.
  public var reply: String?

  /// Makes a contact that says nothing.
  public init() {}
}
