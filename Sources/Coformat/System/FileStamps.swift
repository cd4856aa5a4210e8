import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Platform {
  /// What tells whether a file may have changed.
  struct Stamp: Hashable, Sendable {
    var isFile: Bool
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int
    var changed: Int
    var number: Int

    fileprivate init(_ raw: stat) {
      isFile = raw.st_mode & S_IFMT == S_IFREG
      size = Int(raw.st_size)
      number = Int(truncatingIfNeeded: raw.st_ino)
      #if canImport(Darwin)
        modified = raw.st_mtimespec.tv_sec * 1_000_000_000 + raw.st_mtimespec.tv_nsec
        changed = raw.st_ctimespec.tv_sec * 1_000_000_000 + raw.st_ctimespec.tv_nsec
      #else
        modified = raw.st_mtim.tv_sec * 1_000_000_000 + raw.st_mtim.tv_nsec
        changed = raw.st_ctim.tv_sec * 1_000_000_000 + raw.st_ctim.tv_nsec
      #endif
    }
  }

  static func stamp(_ path: String) throws(Failure) -> Stamp {
    var raw = stat()
    guard stat(path, &raw) == 0 else { throw Failure() }
    return Stamp(raw)
  }

  static func stamp(_ descriptor: Int32) throws(Failure) -> Stamp {
    var raw = stat()
    guard fstat(descriptor, &raw) == 0 else { throw Failure() }
    return Stamp(raw)
  }

  /// Reads a file piece by piece.
  static func eachChunk(_ descriptor: Int32, _ body: ([UInt8]) -> Void) throws(Failure) {
    while true {
      var failure: Failure?
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
        while true {
          let got = read(descriptor, buffer.baseAddress, buffer.count)
          if got >= 0 { count = got } else if errno == EINTR { continue } else { failure = Failure() }
          return
        }
      }
      if let failure { throw failure }
      if chunk.isEmpty { return }
      body(chunk)
    }
  }

  /// The time, in nanoseconds since 1970, by the clock that files are stamped with.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// The value of an environment variable; nil when it is not set.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

/// The files a process has looked for, so that what it makes can be made again when one of them changes.
enum LookedFor {
  private static let paths = Mutex<[String]?>(nil)

  /// Notes every file that is opened or looked up from here on.
  static func begin() { paths.withLock { $0 = [] } }

  /// What was noted since, each once, in order.
  static func end() -> [String] {
    let noted = paths.withLock { paths -> [String] in
      defer { paths = nil }
      return paths ?? []
    }
    var seen: Set<String> = []
    return noted.filter { seen.insert($0).inserted }
  }

  /// Notes a file.
  static func note(_ path: String) { paths.withLock { $0?.append(path) } }
}

extension Platform {
  /// The path of the running program; nil where the system does not say.
  static let program: String? = {
    #if canImport(Darwin)
      var size: UInt32 = 4_096
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return buffer.withUnsafeBufferPointer { $0.baseAddress.flatMap { resolved(String(cString: $0)) } }
    #else
      return resolved("/proc/self/exe")
    #endif
  }()

  /// The folder the process is in.
  static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }
}

extension Path {
  /// A path from the root, whether anything is there or not.
  static func absolute(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : join(Platform.currentFolder, path)
    var kept: [Substring] = []
    for piece in whole.split(separator: "/") where piece != "." {
      if piece == ".." { _ = kept.popLast() } else { kept.append(piece) }
    }
    return "/" + kept.joined(separator: "/")
  }
}
