import Diagnostics
import Renderers

/// Puts a rendition where it belongs, whole: it is written in a folder of the worker's own and then takes
/// its name, so that a worker that is killed leaves nothing where anybody looks.
struct Publication {
  var order: WorkOrder
  var version: WorkOrder.Version

  /// Writes a rendition.
  ///
  /// - Returns: the files, by their paths in the output folder.
  func publish(_ rendition: Rendition) throws(ConversionFailure) -> [FileState] {
    let target = Path.join(order.output, version.path)
    let staged = Path.join(order.staging, Path.name(of: version.path))
    try orFailure(target) { () throws(Platform.Failure) in
      try Platform.makeFolders(order.staging)
      try Platform.makeFolders(Path.folder(of: target))
    }
    defer { Platform.removeTree(order.staging) }
    let destination = Destination.path(staged)
    try destination.refuseToReplace([.file(order.source)], at: target)
    try destination.write(rendition)
    var names = destination.numberedFiles(of: rendition).map(Path.name(of:))
    if names.isEmpty { names = [Path.name(of: staged)] }
    names += try destination.companions(rendition.companions.map(\.fileExtension)).map(Path.name(of:))
    var files: [FileState] = []
    let folder = Path.folder(of: version.path)
    for name in names {
      let place = Path.join(order.staging, name)
      let path = folder == "." ? name : Path.join(folder, name)
      let final = Path.join(order.output, path)
      try orFailure(final) { () throws(Platform.Failure) in
        // A folder that was made before is replaced; a file's place is taken at once.
        if (try? Platform.status(final))?.kind == .folder { Platform.removeTree(final) }
        try Platform.move(place, to: final)
      }
      files += Self.states(of: path, in: order.output)
    }
    return files
  }

  /// The files at a path: itself or, of a folder, all in it.
  private static func states(of path: String, in output: String) -> [FileState] {
    let place = Path.join(output, path)
    guard (try? Platform.status(place))?.kind == .folder else {
      var state = FileState.now(place)
      state.path = path
      return [state]
    }
    let names = (try? Platform.names(in: place)) ?? []
    return names.flatMap { states(of: Path.join(path, $0), in: output) }
  }

  private func orFailure(
    _ path: String, _ call: () throws(Platform.Failure) -> Void
  ) throws(ConversionFailure) {
    try AtomicFile.orFailure(path, call)
  }
}
