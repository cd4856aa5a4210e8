public import Diagnostics
public import DocumentModel
import XMLTree

/// Reads OpenDocument texts (ODT, OTT and flat FODT): OASIS OpenDocument 1.3 and before, as
/// LibreOffice, Word, Google Docs and others write them.
public struct OpenDocumentReader: Reader {
  /// Makes a reader.
  public init() {}

  /// Reads a document; see ``Reader/read(_:options:log:)``.
  public func read(
    _ source: Source, options: ReadingOptions, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Document {
    let kind = sniff(source.bytes)
    guard kind == .openDocumentText || kind == .zip || kind == .text else {
      throw ConversionFailure(.notText(kind, wanted: "an OpenDocument text"))
    }
    let package = try OpenDocumentPackage(source, log: &log)
    let xml = package.content.xml
    guard ["office:document-content", "office:document"].contains(xml.name(xml.root)) else {
      throw ConversionFailure(
        .openDocumentBroken(package.content.path, "it is no OpenDocument file", line: 1))
    }
    let body = package.content.descend(xml.root, "office:body")
    guard let body, let text = xml.child("office:text", of: body) else {
      throw ConversionFailure(.notOpenDocumentText(Self.kind(body, in: xml)))
    }
    let reading = OpenDocumentReading(package, options: options, log: log)
    let document = reading.document(text)
    log = reading.log
    if document.blocks.isEmpty, document.metadata.title == nil { log.report(.nothingToConvert()) }
    return document
  }

  private static func kind(_ body: Int32?, in xml: FlatXML) -> String {
    guard let body else { return "an OpenDocument file without a body" }
    for child in xml.children(body) {
      switch xml.name(child) {
      case "office:spreadsheet": return "an OpenDocument spreadsheet"
      case "office:presentation": return "an OpenDocument presentation"
      case "office:drawing": return "an OpenDocument drawing"
      case "office:chart": return "an OpenDocument chart"
      default: continue
      }
    }
    return "an OpenDocument file without text"
  }
}
