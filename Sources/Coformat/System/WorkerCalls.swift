#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

// Calls that only processes need which work for another.

extension Platform {
  /// Waits until nobody can write to the standard input any more: the process at its other end is gone.
  static func awaitClosedInput() {
    var input = pollfd(fd: 0, events: 0, revents: 0)
    while poll(&input, 1, -1) < 0, errno == EINTR {}
  }

  /// Limits how much memory this process and those it starts may take each.
  static func limitMemory(_ bytes: Int) {
    var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
    #if canImport(Glibc)
      _ = setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    #else
      _ = setrlimit(RLIMIT_AS, &limit)
    #endif
  }

  /// Removes a file, or a folder and all in it. Links are removed and not followed.
  static func removeTree(_ path: String) {
    guard isFolder(path), let handle = opendir(path) else { return discard(path) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    closedir(handle)
    for name in names { removeTree(Path.join(path, name)) }
    discard(path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var raw = stat()
    return lstat(path, &raw) == 0 && raw.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether there is a process of that number.
  static func isRunning(_ process: Int32) -> Bool { kill(process, 0) == 0 || errno == EPERM }

  /// The number of this process.
  static var processNumber: Int32 { getpid() }

  /// A name for whatever numbers the processes here: the machine and, of a container, its processes. Of
  /// several machines that share a folder each has another.
  static let processSpace: String = {
    var bytes = [CChar](repeating: 0, count: 256)
    let name = gethostname(&bytes, bytes.count - 1) == 0 ? bytes : []
    var text = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let length = readlink("/proc/self/ns/pid", &bytes, bytes.count)
    if length > 0 {
      text += String(decoding: bytes.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    // It becomes part of names of files.
    return String(
      text.unicodeScalars.map {
        $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) ? Character($0) : "_"
      })
  }()
}

/// Lines from a descriptor, each as it comes.
struct LineReader {
  let descriptor: Int32
  /// The longest line that is taken.
  var limit = 1 << 28
  private var pending: [UInt8] = []
  private var searched = 0

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next line, without its end; nil at the end. Waits for it.
  mutating func next() -> [UInt8]? {
    while true {
      if let line = takeLine() { return line }
      guard pending.count < limit, fill() else { return nil }
    }
  }

  /// The next line that is there already.
  mutating func takeLine() -> [UInt8]? {
    guard let end = pending[searched...].firstIndex(of: 0x0A) else {
      searched = pending.count
      return nil
    }
    let line = Array(pending[..<end])
    pending.removeFirst(end + 1)
    searched = 0
    return line
  }

  /// Reads what has come, waiting for something; false at the end.
  mutating func fill() -> Bool {
    let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      while true {
        let got = read(descriptor, buffer.baseAddress, buffer.count)
        if got >= 0 { count = got } else if errno == EINTR { continue }
        return
      }
    }
    pending += chunk
    return !chunk.isEmpty
  }
}

extension Platform {
  /// A piece of a file; nil when it is not all there.
  static func readPiece(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
    var filled = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
      while filled < count {
        let room = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        let got = pread(descriptor, room.baseAddress, room.count, off_t(offset + filled))
        if got > 0 { filled += got } else if got < 0 && errno == EINTR { continue } else { break }
      }
      length = filled
    }
    return filled == count ? bytes : nil
  }
}
