import Diagnostics
import Packaging
import XMLTree

/// A Word file as a package of parts (ISO/IEC 29500-2): which there are, and how to get at each.
final class WordPackage {
  private let files: OfficePackage
  private var parts: [String: WordPart?] = [:]
  /// The names of parts for messages; the file itself is first.
  private(set) var names: [String]
  /// The main part.
  private(set) var mainPath = ""
  /// The relationships of the package itself.
  private(set) var relationships: [String: Relationship] = [:]

  /// Opens a package and finds its main part.
  ///
  /// - Throws: for what is no zip, is unsafe or damaged, or holds no Word document.
  init(_ source: Source, log: inout DiagnosticLog) throws(ConversionFailure) {
    names = [source.name]
    files = try Self.open(source.bytes)
    if files.isIrregular {
      log.report(.packageIrregular("what it says of its files in two places differs"))
    }
    if !files.holds("[content_types].xml") {
      log.report(.packageIrregular("it does not say what kinds of parts it has"))
    }
    relationships = try readRelationships(of: "", log: &log)
    if let main = relationships.values.filter({ $0.kind == "officeDocument" }).map(\.target).sorted().first {
      mainPath = main
    } else if files.holds("word/document.xml") {
      mainPath = "word/document.xml"
      log.report(.relationshipsMissing())
    } else {
      throw ConversionFailure(.noDocumentInPackage(holds: Self.otherKind(files)))
    }
    guard files.holds(mainPath) else { throw ConversionFailure(.mainPartMissing(mainPath)) }
    if files.name(of: mainPath) != mainPath {
      log.report(.packageIrregular("it writes the names of parts in two ways"))
    }
  }

  /// What a package without a Word document is, as far as its names tell.
  private static func otherKind(_ files: OfficePackage) -> String {
    if files.paths.contains(where: { $0.lowercased().hasPrefix("xl/") }) { return "an Excel workbook" }
    if files.paths.contains(where: { $0.lowercased().hasPrefix("ppt/") }) {
      return "a PowerPoint presentation"
    }
    return "a ZIP archive"
  }

  private static func open(_ bytes: [UInt8]) throws(ConversionFailure) -> OfficePackage {
    do throws(PackageFault) {
      return try OfficePackage(bytes, isText: isText)
    } catch {
      throw ConversionFailure(.packageUnreadable(error))
    }
  }

  /// What is always wanted: the text, and what says which part it is.
  private static func isText(_ path: String) -> Bool {
    let path = path.lowercased()
    return path.hasSuffix(".xml") && path.contains("document") || path.hasSuffix(".rels")
  }

  /// Whether there is a file of that path, whatever the case of its letters.
  func holds(_ path: String) -> Bool { files.holds(path) }

  /// A file's path as the package writes it.
  func name(of path: String) -> String { files.name(of: path) }

  /// The paths of all files, sorted.
  var paths: [String] { files.paths }

  /// Unpacks files all in one go.
  func unpack(_ paths: Set<String>) throws(PackageFault) { try files.unpack(paths) }

  /// A file's bytes; nil when there is no such file or it cannot be unpacked.
  func bytes(of path: String) -> [UInt8]? { files.bytes(of: path) }

  /// A part, parsed once.
  ///
  /// - Returns: nil when it is not there or is broken, which is reported once.
  func part(_ path: String, log: inout DiagnosticLog) -> WordPart? {
    let key = PackageName.folded(path)
    if let known = parts[key] { return known }
    do throws(XMLFault) {
      let part = try parse(path, log: &log)
      parts[key] = .some(part)
      return part
    } catch {
      log.report(.partBroken(name(of: path), error.message))
      parts[key] = .some(nil)
      return nil
    }
  }

  /// The main part.
  ///
  /// - Throws: when it cannot be read: then there is nothing to convert.
  func mainPart(log: inout DiagnosticLog) throws(ConversionFailure) -> WordPart {
    do throws(XMLFault) {
      guard let part = try parse(mainPath, log: &log) else {
        throw XMLFault(message: "it cannot be unpacked", line: 1, column: 1)
      }
      parts[PackageName.folded(mainPath)] = .some(part)
      return part
    } catch {
      throw ConversionFailure(.mainPartBroken(mainPath, error.message, line: error.line))
    }
  }

  private func parse(_ path: String, log: inout DiagnosticLog) throws(XMLFault) -> WordPart? {
    guard let bytes = bytes(of: path) else {
      log.report(.partMissing(path))
      return nil
    }
    let xml = try FlatXML(bytes, prefixes: WordNamespaces.prefixes)
    let relationships = (try? readRelationships(of: path, log: &log)) ?? [:]
    names.append(name(of: path))
    log.parts = names
    return WordPart(
      path: path, xml: xml, number: UInt16(clamping: names.count - 1), relationships: relationships)
  }

  /// The relationships of a part; of the package itself when the path is empty.
  private func readRelationships(
    of path: String, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> [String: Relationship] {
    let steps = path.split(separator: "/").map(String.init)
    let folder = steps.dropLast()
    let file = (folder + ["_rels", (steps.last ?? "") + ".rels"]).joined(separator: "/")
    guard let bytes = bytes(of: file) else { return [:] }
    let xml: FlatXML
    do throws(XMLFault) {
      xml = try FlatXML(bytes, prefixes: WordNamespaces.prefixes)
    } catch {
      log.report(.partBroken(file, error.message))
      return [:]
    }
    var found: [String: Relationship] = [:]
    guard xml.root >= 0 else { return [:] }
    for node in xml.children(xml.root) where xml.name(node) == "rel:Relationship" {
      guard let id = xml.attribute("Id", of: node), let type = xml.attribute("Type", of: node),
        let target = xml.attribute("Target", of: node)
      else { continue }
      let isExternal = xml.attribute("TargetMode", of: node)?.lowercased() == "external"
      let kind = type.split(separator: "/").last.map(String.init) ?? type
      let place = isExternal ? target : Self.resolve(target, in: Array(folder))
      found[id] = Relationship(kind: kind, target: place, isExternal: isExternal)
    }
    return found
  }

  /// A target as a path from the package's root. One that climbs out stays as it is written: no part
  /// has such a name.
  private static func resolve(_ target: String, in folder: [String]) -> String {
    var steps = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..":
        if steps.isEmpty { return target }
        steps.removeLast()
      default: steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }
}
