import Synchronization

/// What is on the disk only until it takes its own name. A process that is told to end removes it.
package enum Temporaries {
  /// For each temporary file or folder, what is in it, in the order it was made.
  private static let live = Mutex<[String: [String]]>([:])

  /// A name that nobody has, in the folder the path is in, noted before anything has it: whatever
  /// happens next, it can be removed.
  static func reserve(beside path: String) -> String {
    // Names may be 255 bytes long; a long one is cut so that what is added still fits.
    let name = String(decoding: Path.name(of: path).utf8.prefix(200), as: UTF8.self)
    let mark = String(UInt64.random(in: .min ... .max), radix: 36)
    let temporary = Path.join(Path.folder(of: path), ".\(name).\(mark)")
    live.withLock { $0[temporary] = [] }
    return temporary
  }

  /// Notes that a temporary folder has something in it.
  static func add(_ path: String, to temporary: String) {
    live.withLock { $0[temporary]?.append(path) }
  }

  /// Removes what still has the temporary name, and forgets it.
  static func release(_ temporary: String) {
    let contents = live.withLock { $0.removeValue(forKey: temporary) }
    discard(temporary, contents ?? [])
  }

  /// Removes everything temporary, for a process about to end. Whoever wants to add to it from then
  /// on waits for ever.
  package static func removeAll(andThen end: () -> Never) -> Never {
    live.withLock { live in
      for (temporary, contents) in live { discard(temporary, contents) }
      end()
    }
  }

  private static func discard(_ temporary: String, _ contents: [String]) {
    for path in contents.reversed() { Platform.discard(path) }
    Platform.discard(temporary)
  }
}
