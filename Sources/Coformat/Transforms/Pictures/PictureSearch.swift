import Diagnostics
import DocumentModel

/// Finds the files of one document's pictures. It never looks outside the document's folder and uses
/// no network.
struct PictureSearch {
  /// What was found out about a picture.
  enum Finding {
    /// Its file, at a path with all links resolved.
    case file(String)
    /// It is in its own address.
    case embedded
    /// Something to tell.
    case fault(Diagnostic)
    /// Nothing: there is no folder to look in.
    case unknown
  }

  /// The document's folder, and where it really is; nil when there is none to look in.
  private let folder: (path: String, resolved: String)?
  private var seen: Set<String>

  /// - Parameter known: the names of the resources a document has already.
  init(folder: String?, known: [Resource]) {
    self.folder = folder.flatMap { path in Platform.resolved(path).map { (path, $0) } }
    seen = Set(known.map(\.name))
  }

  /// The finding for a picture whose address is met for the first time; nil for any other.
  mutating func finding(for image: Image) -> Finding? {
    guard seen.insert(image.source).inserted else { return nil }
    let range = image.info.range
    switch ImageAddress(image.source) {
    case .embedded: return .embedded
    case .empty: return .fault(.imageUnnamed(at: range))
    case .embeddedBroken: return .fault(.imageDataBroken(at: range))
    case .remote: return .fault(.imageRemote(image.source, at: range))
    case .outside: return .fault(.imageOutside(image.source, at: range))
    case .below(let path): return lookUp(path, of: image)
    }
  }

  private func lookUp(_ path: String, of image: Image) -> Finding {
    guard let folder else { return .unknown }
    let range = image.info.range
    LookedFor.note(Path.join(folder.path, path))
    guard !path.utf8.contains(0), let place = Platform.resolved(Path.join(folder.path, path)) else {
      return .fault(.imageMissing(image.source, at: range))
    }
    let inside = folder.resolved == "/" ? "/" : folder.resolved + "/"
    guard place.hasPrefix(inside) || place == folder.resolved else {
      return .fault(.imageOutside(image.source, at: range))
    }
    guard let status = try? Platform.status(place) else {
      return .fault(.imageMissing(image.source, at: range))
    }
    return status.kind == .file
      ? .file(place) : .fault(.imageNotAFile(image.source, status.kind.name, at: range))
  }
}
