import Diagnostics
import Speech

/// Finished work, kept on the disk under names made of all that decides it.
///
/// A file is whole or not there: it is written under another name first. What cannot be read, or does
/// not hold what it should, is made again.
struct NarrationCache: Sendable {
  private let folder: String?

  /// A cache that keeps nothing.
  static let none = NarrationCache(folder: nil)

  private init(folder: String?) { self.folder = folder }

  /// The cache options ask for; its folder is made.
  init(_ choice: NarrationOptions.Cache, log: inout DiagnosticLog) {
    let path: String? =
      switch choice {
      case .none: nil
      case .folder(let path): path
      case .usual: Platform.cacheFolder.map { Path.join($0, "coformat/narration") }
      }
    guard let path else {
      folder = nil
      return
    }
    do {
      try Platform.makeFolders(path)
      folder = path
    } catch {
      log.report(.cacheNotUsed(path, error.reason))
      folder = nil
    }
  }

  /// What is kept under a name.
  func bytes(_ name: String) -> [UInt8]? {
    guard let folder, let descriptor = try? Platform.openToRead(Path.join(folder, name)) else { return nil }
    defer { try? Platform.close(descriptor) }
    guard let status = try? Platform.status(descriptor), status.kind == .file else { return nil }
    return try? Platform.readAll(descriptor, expecting: status.size, limit: 1 << 30)
  }

  /// Keeps bytes under a name. Not to be able to is no failure: the work is only done again next time.
  func keep(_ bytes: [UInt8], as name: String) {
    guard let folder else { return }
    try? AtomicFile.write(bytes, to: Path.join(folder, name))
  }

  /// Forgets what is kept under a name.
  func forget(_ name: String) {
    if let folder { Platform.discard(Path.join(folder, name)) }
  }
}

/// A name made of all that decides a result: FNV-1a of 128 bits.
struct CacheKey {
  private var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

  /// Adds a part; parts cannot run into each other.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0)
  }

  private mutating func add(_ byte: UInt8) {
    hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
  }

  /// The name, in hexadecimal digits.
  var name: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
