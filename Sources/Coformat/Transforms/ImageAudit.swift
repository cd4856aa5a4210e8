import Diagnostics
import DocumentModel

extension Transform {
  /// Says which pictures' files are not there to be sent along: each address once. It asks the disk
  /// whether a file is there, never opens one, never looks outside the document's folder, and uses
  /// no network.
  public static let imageAudit = Transform("image audit") { document, folder, log throws(ConversionFailure) in
    var audit = ImageAudit(folder: folder)
    document.walk { node in
      if case .inline(.image(let image)) = node, let fault = audit.fault(of: image) { log.report(fault) }
    }
    return document
  }
}

/// What has been found out about the pictures of one document.
private struct ImageAudit {
  /// The document's folder, and where it really is; nil when there is none to look in.
  private let folder: (path: String, resolved: String)?
  private var seen: Set<String> = []

  init(folder: String?) {
    self.folder = folder.flatMap { path in Platform.resolved(path).map { (path, $0) } }
  }

  /// The fault of a picture met for the first time.
  mutating func fault(of image: Image) -> Diagnostic? {
    guard seen.insert(image.source).inserted else { return nil }
    let range = image.info.range
    switch ImageAddress(image.source) {
    case .embedded: return nil
    case .empty: return .imageUnnamed(at: range)
    case .embeddedBroken: return .imageDataBroken(at: range)
    case .remote: return .imageRemote(image.source, at: range)
    case .outside: return .imageOutside(image.source, at: range)
    case .below(let path): return lookUp(path, of: image)
    }
  }

  private func lookUp(_ path: String, of image: Image) -> Diagnostic? {
    guard let folder else { return nil }
    let range = image.info.range
    guard !path.utf8.contains(0), let place = Platform.resolved(Path.join(folder.path, path)) else {
      return .imageMissing(image.source, at: range)
    }
    let inside = folder.resolved == "/" ? "/" : folder.resolved + "/"
    guard place.hasPrefix(inside) || place == folder.resolved else {
      return .imageOutside(image.source, at: range)
    }
    guard let status = try? Platform.status(place) else { return .imageMissing(image.source, at: range) }
    return status.kind == .file ? nil : .imageNotAFile(image.source, status.kind.name, at: range)
  }
}

extension Diagnostic {
  static func imageMissing(_ source: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IMG-001", .warning, "the picture '\(shortened(source))' is not there",
      hint: "put the file where the report says, or correct the address",
      at: range)
  }

  static func imageRemote(_ source: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IMG-002", .warning, "the picture '\(shortened(source))' is on a network, and nothing is fetched",
      hint: "save it beside the report, for formats that show pictures", at: range)
  }

  static func imageOutside(_ source: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IMG-003", .warning,
      "the picture '\(shortened(source))' is outside the report's folder, where nothing is read",
      hint: "copy it beside the report, for formats that show pictures", at: range)
  }

  static func imageNotAFile(_ source: String, _ kind: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IMG-004", .warning, "the picture '\(shortened(source))' is \(kind), not a file",
      hint: "correct the address", at: range)
  }

  static func imageDataBroken(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IMG-005", .warning, "the picture's data: address holds no picture",
      hint: "save the picture beside the report and name it", at: range)
  }

  static func imageUnnamed(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IMG-006", .warning, "the picture names no file",
      hint: "give the address of the picture", at: range)
  }

  /// An address short enough for a message.
  private static func shortened(_ source: String) -> String {
    source.unicodeScalars.count <= 120 ? source : String(source.unicodeScalars.prefix(119)) + "…"
  }
}
