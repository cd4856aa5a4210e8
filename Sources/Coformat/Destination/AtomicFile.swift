import Diagnostics

/// A file, written so that its name never leads to half of it.
struct AtomicFile {
  var path: String
  var bytes: [UInt8]

  /// Writes one file.
  static func write(_ bytes: [UInt8], to path: String) throws(ConversionFailure) {
    try write([AtomicFile(path: path, bytes: bytes)])
  }

  /// Writes files that belong together: each is on the disk whole, under a temporary name, before the
  /// first takes its own.
  static func write(_ files: [AtomicFile]) throws(ConversionFailure) {
    var staged: [Staged] = []
    defer { for file in staged { Temporaries.release(file.temporary) } }
    for file in files {
      if let file = try file.stage() { staged.append(file) }
    }
    for file in staged {
      try orFailure(file.path) { () throws(Platform.Failure) in
        try Platform.move(file.temporary, to: file.target)
      }
    }
  }

  /// A file that is on the disk and has not its own name yet.
  private struct Staged {
    var temporary: String
    /// The name it takes.
    var target: String
    /// The name it was asked for by.
    var path: String
  }

  /// Writes the file under a temporary name; nil for what is written to at once.
  private func stage() throws(ConversionFailure) -> Staged? {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw ConversionFailure(.cannotWrite(path, "that is not a path"))
    }
    guard let existing = try? Platform.status(path) else { return try stage(as: path, permissions: nil) }
    switch existing.kind {
    case .folder: throw ConversionFailure(.outputIsFolder(path))
    case .file:
      // A link stays a link: what it leads to is replaced.
      let target = Platform.resolved(path) ?? path
      guard Platform.mayWrite(target) else { throw ConversionFailure(.cannotWrite(path, "it is read-only")) }
      return try stage(as: target, permissions: existing)
    case .pipe, .device, .socket:
      // `/dev/null` and its like are written to, not replaced.
      try Self.orFailure(path) { () throws(Platform.Failure) in
        let descriptor = try Platform.openToWrite(path)
        defer { try? Platform.close(descriptor) }
        try Platform.writeAll(bytes, to: descriptor)
      }
      return nil
    }
  }

  private func stage(
    as target: String, permissions existing: Platform.Status?
  ) throws(ConversionFailure) -> Staged {
    let temporary = Temporaries.reserve(beside: target)
    do throws(ConversionFailure) {
      try Self.orFailure(target) { () throws(Platform.Failure) in
        let descriptor = try Platform.create(temporary)
        do throws(Platform.Failure) {
          try Platform.writeAll(bytes, to: descriptor)
          if let existing { try Platform.setPermissions(existing.permissions, of: descriptor) }
        } catch {
          try? Platform.close(descriptor)
          throw error
        }
        try Platform.close(descriptor)
      }
    } catch {
      Temporaries.release(temporary)
      throw error
    }
    return Staged(temporary: temporary, target: target, path: path)
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
