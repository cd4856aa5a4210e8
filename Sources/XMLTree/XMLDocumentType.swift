/// The document type declaration of an XML file that has a DTD.
public struct XMLDocumentType: Hashable, Sendable {
  /// The name of the DTD that catalogues know, such as `-//NISO//DTD dtbook 2005-3//EN`.
  public var publicIdentifier: String
  /// Its address.
  public var systemIdentifier: String
  /// The declarations of the internal subset, one a line, as they are written; mostly there are none.
  public var declarations: [String]

  /// Makes a declaration.
  public init(_ publicIdentifier: String, _ systemIdentifier: String, declarations: [String] = []) {
    self.publicIdentifier = publicIdentifier
    self.systemIdentifier = systemIdentifier
    self.declarations = declarations
  }
}
