import Diagnostics

/// Writes one file so that the name never leads to half of it.
enum AtomicFile {
  static func write(_ bytes: [UInt8], to path: String) throws(ConversionFailure) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw ConversionFailure(.cannotWrite(path, "that is not a path"))
    }
    guard let existing = try? Platform.status(path) else {
      return try replace(path, with: bytes, permissions: nil)
    }
    switch existing.kind {
    case .folder: throw ConversionFailure(.outputIsFolder(path))
    case .file:
      // A link stays a link: what it leads to is replaced.
      let target = Platform.resolved(path) ?? path
      guard Platform.mayWrite(target) else { throw ConversionFailure(.cannotWrite(path, "it is read-only")) }
      try replace(target, with: bytes, permissions: existing)
    case .pipe, .device, .socket:
      // `/dev/null` and its like are written to, not replaced.
      try orFailure(path) { () throws(Platform.Failure) in
        let descriptor = try Platform.openToWrite(path)
        defer { try? Platform.close(descriptor) }
        try Platform.writeAll(bytes, to: descriptor)
      }
    }
  }

  private static func replace(
    _ path: String, with bytes: [UInt8], permissions existing: Platform.Status?
  ) throws(ConversionFailure) {
    let temporary = Temporaries.reserve(beside: path)
    defer { Temporaries.release(temporary) }
    try orFailure(path) { () throws(Platform.Failure) in
      let descriptor = try Platform.create(temporary)
      do throws(Platform.Failure) {
        try Platform.writeAll(bytes, to: descriptor)
        if let existing { try Platform.setPermissions(existing.permissions, of: descriptor) }
      } catch {
        try? Platform.close(descriptor)
        throw error
      }
      try Platform.close(descriptor)
      try Platform.move(temporary, to: path)
    }
  }

  /// Runs system calls that make `path`, and words their failure.
  static func orFailure(_ path: String, _ calls: () throws(Platform.Failure) -> Void)
    throws(ConversionFailure)
  {
    do {
      try calls()
    } catch {
      let folder = Path.folder(of: path)
      // Some file systems say so of a file that may not be made in a folder that is there.
      let isFolderThere = (try? Platform.status(folder))?.kind == .folder
      throw ConversionFailure(
        error.isMissing && !isFolderThere
          ? .outputFolderMissing(path, folder: folder) : .cannotWrite(path, error.reason))
    }
  }
}
