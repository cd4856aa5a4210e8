public import Diagnostics
public import DocumentModel

/// A step between reading and rendering: it looks at the document or changes it.
public struct Transform: Sendable {
  /// What it is called, for people who read a plan.
  public var name: String
  /// Does it. The folder is the one that relative addresses count from; nil when the document comes
  /// from no folder.
  public var apply:
    @Sendable (Document, _ folder: String?, inout DiagnosticLog) throws(ConversionFailure) -> Document

  /// Makes a transform.
  public init(
    _ name: String,
    apply:
      @escaping @Sendable (Document, _ folder: String?, inout DiagnosticLog) throws(ConversionFailure)
      -> Document
  ) {
    self.name = name
    self.apply = apply
  }
}
