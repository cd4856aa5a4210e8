/// What the document says about itself.
public struct Metadata: Hashable, Sendable {
  /// The title, as plain text.
  public var title: String?
  /// The subtitle.
  public var subtitle: String?
  /// Who wrote it, in the source's order.
  public var authors: [String] = []
  /// Others who took part: editors, translators, transcribers.
  public var contributors: [String] = []
  /// The main language.
  public var language: Language?
  /// The date of publication as the source wrote it, ISO 8601 where possible.
  public var date: String?
  /// A stable identifier: ISBN, DOI, URI, reference number.
  public var identifier: String?
  /// Who publishes it.
  public var publisher: String?
  /// The rights statement.
  public var rights: String?
  /// A short description or abstract.
  public var description: String?
  /// Subjects or keywords.
  public var subjects: [String] = []
  /// The print edition this was made from, as Z39.86's `dtb:sourceEdition` means it.
  public var sourceEdition: String?
  /// Whom to ask for another format.
  public var contact: String?
  /// What its author decided about its easy read edition; nil when the source says nothing of that.
  public var easyRead: StructuredField?
  /// Anything else the source declared, in its order: nothing in it is thrown away.
  public var other: [MetadataField] = []

  /// Makes empty metadata.
  public init() {}
}

/// A field of metadata this model has no place of its own for.
public struct MetadataField: Hashable, Sendable {
  /// The field's name as the source wrote it; nested names are joined with full stops.
  public var name: String
  /// Its value, as text.
  public var value: String

  /// Makes a field.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
