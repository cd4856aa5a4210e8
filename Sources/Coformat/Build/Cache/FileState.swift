/// A file as it was when something was made from it, or when it was made.
struct FileState: Hashable, Sendable {
  var path: String
  /// The digest of its bytes; nil when it was not there, which decides what is made too.
  var digest: String?
  /// How many bytes it had.
  var size = 0
  /// When its bytes and its entry were last changed, in nanoseconds, and which file it is: where none
  /// of these differ the bytes need not be read.
  var modified = 0
  var changed = 0
  var number = 0

  /// A file as it is now; of one that cannot be read the digest is nil.
  static func now(_ path: String) -> FileState {
    var state = FileState(path: path)
    guard let descriptor = try? Platform.openToRead(path) else { return state }
    defer { try? Platform.close(descriptor) }
    guard let stamp = try? Platform.stamp(descriptor), stamp.isFile else { return state }
    var hash = SHA256()
    // The stamp is from before the bytes are read: a change meanwhile is then seen next time.
    guard (try? Platform.eachChunk(descriptor, { hash.add($0) })) != nil else { return state }
    state.digest = hash.finish()
    state.take(stamp)
    return state
  }

  private mutating func take(_ stamp: Platform.Stamp) {
    size = stamp.size
    modified = stamp.modified
    changed = stamp.changed
    number = stamp.number
  }

  /// Whether the file still has these bytes, or is still not there.
  ///
  /// - Parameter noted: when this was noted, in nanoseconds. A file changed at about that time may have
  ///   been changed again without its time showing it, so its bytes are read.
  func holds(noted: Int) -> Bool {
    guard let stamp = try? Platform.stamp(path), stamp.isFile else { return digest == nil }
    guard digest != nil, stamp.size == size else { return false }
    if stamp.modified == modified, stamp.changed == changed, stamp.number == number, isSettled(noted) {
      return true
    }
    return FileState.now(path).digest == digest
  }

  /// Whether the file had not been changed for so long that a change since would show in its times.
  func isSettled(_ noted: Int) -> Bool {
    let margin = 2_000_000_000
    return modified < noted - margin && changed < noted - margin
  }

  /// The file as one that was changed while something was made from it: whatever it is, it is another.
  mutating func spoil() { digest = "changed meanwhile" }
}
