public import Diagnostics
public import DocumentModel

/// Reads DTBook files: the text of DAISY 3 books, by itself, and NIMAS, which is a part of it.
public struct DTBookReader: Reader {
  /// Makes a reader.
  public init() {}

  /// Reads a book; see ``Reader/read(_:options:log:)``.
  public func read(
    _ source: Source, options: ReadingOptions, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Document {
    let book = try DTBookPage(source, path: "", part: 0, options: options, log: &log)
    return BookBuilding(single: source.name, options: options).document(
      [book.page], metadata: book.metadata, log: &log)
  }
}
