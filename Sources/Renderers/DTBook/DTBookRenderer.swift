public import Diagnostics
public import DocumentModel

/// Renders a document as DTBook 2005-3: one XML file, from which others make books.
public struct DTBookRenderer: Renderer {
  /// What may be chosen.
  public typealias Options = DaisyOptions

  private let options: DaisyOptions

  /// Makes a renderer.
  public init(options: DaisyOptions = DaisyOptions(fileType: .dtbook)) { self.options = options }

  /// Makes the file; see ``Renderer/render(_:log:)``.
  public func render(
    _ document: Document, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Rendition {
    let kept = options.prepared(document, log: &log)
    let book = DTBook(kept, options: options, pictures: .linked, log: &log)
    return Rendition(
      artifacts: [
        Artifact(path: "book.xml", mediaType: "application/x-dtbook+xml", bytes: book.bytes(book.book))
      ], containment: .file, summary: "DTBook 2005-3, \(book.book.outline)")
  }
}

extension DaisyOptions {
  /// The document as a book shows it: without what is for other formats, and with the metadata that was
  /// chosen.
  func prepared(_ document: Document, log: inout DiagnosticLog) -> Document {
    var (kept, leftOut) = document.keeping(for: .daisy)
    if let first = leftOut.first { log.report(.bookLeavesToOthers(leftOut.count, at: first.range)) }
    let identifier = kept.metadata.identifier
    kept.metadata = metadata.applied(to: kept.metadata)
    kept.metadata.identifier = identifier
    return kept
  }
}
