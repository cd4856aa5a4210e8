import Diagnostics
import Renderers

/// Writes a folder of files so that its name never leads to half of them.
enum AtomicFolder {
  /// - Throws: `ConversionFailure` when the folder exists and holds anything: what a person put
  ///   there is never mixed with, or replaced by, what is made.
  static func write(_ artifacts: [Artifact], to path: String) throws(ConversionFailure) {
    let target = path.hasSuffix("/") ? String(path.dropLast()) : path
    let temporary = Temporaries.reserve(beside: target)
    defer { Temporaries.release(temporary) }
    try AtomicFile.orFailure(target) { () throws(Platform.Failure) in try Platform.makeFolder(temporary) }
    for artifact in artifacts {
      guard let inside = Path.normalised(artifact.path), inside == artifact.path, !inside.isEmpty else {
        throw ConversionFailure(.unsafePiece(artifact.path))
      }
      try makeFolders(to: inside, in: temporary)
      let place = Path.join(temporary, inside)
      Temporaries.add(place, to: temporary)
      try AtomicFile.write(artifact.bytes, to: place)
    }
    do {
      try Platform.move(temporary, to: target)
    } catch {
      throw ConversionFailure(.cannotWrite(target, error.reason))
    }
  }

  private static func makeFolders(to path: String, in folder: String) throws(ConversionFailure) {
    var place = folder
    for piece in path.split(separator: "/").dropLast() {
      place = Path.join(place, String(piece))
      if let status = try? Platform.status(place), status.kind == .folder { continue }
      Temporaries.add(place, to: folder)
      try AtomicFile.orFailure(place) { () throws(Platform.Failure) in try Platform.makeFolder(place) }
    }
  }
}
