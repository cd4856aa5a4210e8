#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The few calls to the operating system this target makes, each repeated when a signal interrupts
/// it. Nothing outside this folder calls the system.
enum Platform {
  /// Why a call failed, in the system's words: `Permission denied`.
  struct Failure: Error {
    var number: Int32

    init() { number = errno }

    var reason: String { String(cString: strerror(number)) }
    var isMissing: Bool { number == ENOENT || number == ENOTDIR }
    var isClosedPipe: Bool { number == EPIPE }
  }

  /// What a path leads to.
  enum Kind: Equatable {
    case file
    case folder
    case pipe
    case device
    case socket

    /// The words for it in a message.
    var name: String {
      switch self {
      case .file: "a file"
      case .folder: "a folder"
      case .pipe: "a pipe"
      case .device: "a device"
      case .socket: "a socket"
      }
    }
  }

  /// What the system says of a file.
  struct Status {
    var kind: Kind
    var size: Int
    /// The permission bits alone.
    var permissions: mode_t
    var identity: FileIdentity

    fileprivate init(_ raw: stat) {
      switch raw.st_mode & S_IFMT {
      case S_IFREG: kind = .file
      case S_IFDIR: kind = .folder
      case S_IFIFO: kind = .pipe
      case S_IFSOCK: kind = .socket
      default: kind = .device
      }
      size = Int(raw.st_size)
      permissions = raw.st_mode & 0o777
      identity = FileIdentity(device: UInt64(truncatingIfNeeded: raw.st_dev), number: UInt64(raw.st_ino))
    }
  }

  /// The status of what a path leads to, links followed.
  static func status(_ path: String) throws(Failure) -> Status {
    var raw = stat()
    guard stat(path, &raw) == 0 else { throw Failure() }
    return Status(raw)
  }

  /// The status of an open file.
  static func status(_ descriptor: Int32) throws(Failure) -> Status {
    var raw = stat()
    guard fstat(descriptor, &raw) == 0 else { throw Failure() }
    return Status(raw)
  }

  /// The path with every link resolved, or nil when it leads nowhere.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether the process may write to what is at the path.
  static func mayWrite(_ path: String) -> Bool { access(path, W_OK) == 0 }

  /// The names in a folder, sorted by their bytes, without those that begin with a full stop.
  static func names(in folder: String) throws(Failure) -> [String] {
    guard let handle = opendir(folder) else { throw Failure() }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Opens for reading. Never waits: opening a pipe that nobody writes to would.
  static func openToRead(_ path: String) throws(Failure) -> Int32 {
    LookedFor.note(path)
    return try opened { open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
  }

  /// Creates a file that must not exist yet, with the permissions the user's mask leaves.
  static func create(_ path: String) throws(Failure) -> Int32 {
    try opened { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
  }

  /// Opens what exists for writing, such as a device.
  static func openToWrite(_ path: String) throws(Failure) -> Int32 {
    try opened { open(path, O_WRONLY | O_CLOEXEC) }
  }

  private static func opened(_ call: () -> Int32) throws(Failure) -> Int32 {
    while true {
      let descriptor = call()
      if descriptor >= 0 { return descriptor }
      guard errno == EINTR else { throw Failure() }
    }
  }

  /// Reads to the end, or until there is more than `limit`: the result is longer than `limit` by a
  /// byte at most.
  static func readAll(_ descriptor: Int32, expecting: Int, limit: Int) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: min(max(expecting, 65_535), limit) + 1)
    var filled = 0
    while true {
      if filled == bytes.count {
        if filled > limit { return bytes }
        bytes.append(contentsOf: repeatElement(0, count: min(filled, limit + 1 - filled)))
      }
      let count = bytes.withUnsafeMutableBytes { buffer in
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        return read(descriptor, room.baseAddress, room.count)
      }
      if count == 0 { break }
      if count > 0 { filled += count } else if errno != EINTR { throw Failure() }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Writes all of the bytes.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
        return write(descriptor, rest.baseAddress, rest.count)
      }
      if count >= 0 { written += count } else if errno != EINTR { throw Failure() }
    }
  }

  static func setPermissions(_ permissions: mode_t, of descriptor: Int32) throws(Failure) {
    guard fchmod(descriptor, permissions) == 0 else { throw Failure() }
  }

  /// Closes, reporting what could only then be found out, such as a full disk.
  static func close(_ descriptor: Int32) throws(Failure) {
    // The descriptor is gone even when a signal interrupts the call, so it is not repeated.
    guard closeDescriptor(descriptor) == 0 || errno == EINTR else { throw Failure() }
  }

  static func makeFolder(_ path: String) throws(Failure) {
    guard mkdir(path, 0o777) == 0 else { throw Failure() }
  }

  /// Makes a folder and those it is in, where they are not there.
  static func makeFolders(_ path: String) throws(Failure) {
    if (try? status(path))?.kind == .folder { return }
    let parent = Path.folder(of: path)
    if parent != "." && parent != "/" { try makeFolders(parent) }
    do {
      try makeFolder(path)
    } catch {
      // Another run of the program may have made it meanwhile.
      guard (try? status(path))?.kind == .folder else { throw error }
    }
  }

  /// The user's folder for files that can be made again; nil where the environment names none.
  static var cacheFolder: String? {
    if let folder = getenv("XDG_CACHE_HOME").map({ String(cString: $0) }), folder.hasPrefix("/") {
      return folder
    }
    guard let home = getenv("HOME").map({ String(cString: $0) }), home.hasPrefix("/") else { return nil }
    #if canImport(Darwin)
      return Path.join(home, "Library/Caches")
    #else
      return Path.join(home, ".cache")
    #endif
  }

  static func move(_ path: String, to other: String) throws(Failure) {
    guard rename(path, other) == 0 else { throw Failure() }
  }

  /// Removes a file or an empty folder; one that is not there is no failure.
  static func discard(_ path: String) { _ = remove(path) }

  private static func closeDescriptor(_ descriptor: Int32) -> Int32 {
    #if canImport(Darwin)
      Darwin.close(descriptor)
    #elseif canImport(Glibc)
      Glibc.close(descriptor)
    #elseif canImport(Musl)
      Musl.close(descriptor)
    #endif
  }
}

/// Which file it is, whatever name leads to it.
struct FileIdentity: Hashable, Sendable {
  var device: UInt64
  var number: UInt64
}
