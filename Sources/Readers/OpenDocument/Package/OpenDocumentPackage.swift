import Diagnostics
import Packaging
import XMLTree

/// An OpenDocument file: a zip of parts (OASIS OpenDocument 1.3, part 2), or all of it in one file of
/// XML (part 3, 3.1.2).
final class OpenDocumentPackage {
  /// nil for a flat file.
  private let files: OfficePackage?
  private var parts: [String: OpenDocumentPart?] = [:]
  /// The names of parts for messages; the file itself is first.
  private(set) var names: [String]
  /// What holds the text.
  private(set) var content: OpenDocumentPart
  /// Whether it is a master document, whose text is in other files.
  private(set) var isMaster = false

  /// Opens a file and parses its text.
  ///
  /// - Throws: for what is damaged, locked with a password, or no OpenDocument text.
  init(_ source: Source, log: inout DiagnosticLog) throws(ConversionFailure) {
    names = [source.name]
    if sniff(source.bytes) == .text {
      files = nil
      content = try Self.parse(source.bytes, path: "", number: 0)
      return
    }
    let files = try Self.open(source.bytes)
    self.files = files
    names.append("content.xml")
    let kind = files.bytes(of: "mimetype").map { String(decoding: $0.prefix(128), as: UTF8.self) } ?? ""
    try Self.checkKind(kind)
    isMaster = kind.contains(".text-master")
    try Self.checkEncryption(files)
    guard let bytes = files.bytes(of: "content.xml") else {
      throw ConversionFailure(.openDocumentTextMissing(holds: Self.otherKind(files)))
    }
    content = try Self.parse(bytes, path: "content.xml", number: 1)
    log.parts = names
    if files.isIrregular {
      log.report(.openDocumentIrregular("what it says of its files in two places differs"))
    }
    if !kind.contains("opendocument.text") {
      log.report(.openDocumentIrregular("it does not say that it is an OpenDocument text"))
    }
  }

  private static func open(_ bytes: [UInt8]) throws(ConversionFailure) -> OfficePackage {
    do throws(PackageFault) {
      return try OfficePackage(bytes) { text.contains($0) }
    } catch {
      throw ConversionFailure(.openDocumentUnreadable(error))
    }
  }

  private static let text: Set<String> = [
    "mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml",
  ]

  private static func parse(
    _ bytes: [UInt8], path: String, number: UInt16
  ) throws(ConversionFailure) -> OpenDocumentPart {
    do throws(XMLFault) {
      let xml = try FlatXML(bytes, prefixes: OpenDocumentNamespaces.prefixes)
      return OpenDocumentPart(path: path, xml: xml, number: number)
    } catch {
      throw ConversionFailure(.openDocumentBroken(path, error.message, line: error.line))
    }
  }

  /// Refuses the other kinds of OpenDocument files, by what the file says it is.
  private static func checkKind(_ kind: String) throws(ConversionFailure) {
    for (name, title) in [
      ("spreadsheet", "an OpenDocument spreadsheet"), ("presentation", "an OpenDocument presentation"),
      ("graphics", "an OpenDocument drawing"), ("database", "an OpenDocument database"),
      ("chart", "an OpenDocument chart"), ("formula", "an OpenDocument formula"),
    ] where kind.contains("opendocument." + name) {
      throw ConversionFailure(.notOpenDocumentText(title))
    }
  }

  /// Refuses a file locked with a password (part 2, 4.8.5): its manifest says how its parts are hidden.
  private static func checkEncryption(_ files: OfficePackage) throws(ConversionFailure) {
    guard let bytes = files.bytes(of: "META-INF/manifest.xml"),
      let xml = try? FlatXML(bytes, prefixes: OpenDocumentNamespaces.prefixes, declarations: .allowed)
    else { return }
    for node in 0..<FlatXML.NodeID(xml.count) where xml.name(node) == "manifest:encryption-data" {
      let entry = xml.parent(node)
      let path = entry >= 0 ? xml.attribute("manifest:full-path", of: entry) ?? "" : ""
      if ["content.xml", "styles.xml", "encrypted-package"].contains(path) {
        throw ConversionFailure(.openDocumentEncrypted())
      }
    }
  }

  private static func otherKind(_ files: OfficePackage) -> String {
    let paths = files.paths
    if paths.contains(where: { $0.hasPrefix("word/") }) { return "a Word document" }
    if paths.contains("META-INF/container.xml") { return "an EPUB" }
    return "a ZIP archive"
  }

  /// Whether there is a file of that path.
  func holds(_ path: String) -> Bool { files?.holds(path) ?? false }

  /// The paths of all files, sorted.
  var paths: [String] { files?.paths ?? [] }

  /// A file's bytes; nil when there is no such file or it cannot be unpacked.
  func bytes(of path: String) -> [UInt8]? { files?.bytes(of: path) }

  /// Unpacks files all in one go.
  func unpack(_ paths: Set<String>) throws(PackageFault) { try files?.unpack(paths) }

  /// A part, parsed once; in a flat file everything is in the one there is.
  ///
  /// - Returns: nil when it is not there or is broken, which is reported once.
  func part(_ path: String, log: inout DiagnosticLog) -> OpenDocumentPart? {
    guard let files else { return content }
    if let known = parts[path] { return known }
    parts[path] = .some(nil)
    guard let bytes = files.bytes(of: path) else { return nil }
    do throws(XMLFault) {
      // Formulas of OpenOffice 2 and before have the declaration of MathML's document type.
      let xml = try FlatXML(
        bytes, prefixes: OpenDocumentNamespaces.prefixes,
        declarations: path.contains("/") ? .allowed : .refused)
      names.append(path)
      log.parts = names
      let part = OpenDocumentPart(path: path, xml: xml, number: UInt16(clamping: names.count - 1))
      parts[path] = .some(part)
      return part
    } catch {
      log.report(.openDocumentPartBroken(path, error.message))
      return nil
    }
  }
}
