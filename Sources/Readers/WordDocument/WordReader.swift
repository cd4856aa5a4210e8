public import Diagnostics
public import DocumentModel

/// Reads Word documents (DOCX and its kin): ISO/IEC 29500 in its transitional and strict forms.
public struct WordReader: Reader {
  /// Makes a reader.
  public init() {}

  /// Reads a document; see ``Reader/read(_:options:log:)``.
  public func read(
    _ source: Source, options: ReadingOptions, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Document {
    let kind = sniff(source.bytes)
    guard kind == .wordDocument || kind == .zip else {
      throw ConversionFailure(.notText(kind, wanted: "a Word document"))
    }
    let package = try WordPackage(source, log: &log)
    let main = try package.mainPart(log: &log)
    guard main.xml.root >= 0, main.xml.name(main.xml.root) == "w:document" else {
      throw ConversionFailure(
        .mainPartBroken(main.path, "it is no WordprocessingML document", line: 1))
    }
    let reading = WordReading(package, main: main, options: options, log: log)
    let document = reading.document()
    log = reading.log
    if document.blocks.isEmpty, document.metadata.title == nil { log.report(.nothingToConvert()) }
    return document
  }
}
