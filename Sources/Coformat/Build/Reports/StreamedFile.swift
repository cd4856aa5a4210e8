import Diagnostics

/// A file that is written piece by piece and takes its name when it is whole.
struct StreamedFile: ~Copyable {
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var pending: [UInt8] = []

  /// Begins a file that is to have that path.
  ///
  /// - Parameter folder: where it is until it is whole; nil for beside its path.
  init(_ path: String, stagedIn folder: String? = nil) throws(ConversionFailure) {
    self.path = path
    temporary = folder.map { Path.join($0, Path.name(of: path)) } ?? Temporaries.reserve(beside: path)
    do throws(Platform.Failure) { descriptor = try Platform.create(temporary) } catch {
      Temporaries.release(temporary)
      throw ConversionFailure(.cannotWrite(path, error.reason))
    }
  }

  /// Adds text.
  mutating func write(_ text: String) throws(ConversionFailure) {
    pending += text.utf8
    if pending.count > 1 << 16 { try flush() }
  }

  private mutating func flush() throws(ConversionFailure) {
    do throws(Platform.Failure) { try Platform.writeAll(pending, to: descriptor) } catch {
      throw ConversionFailure(.cannotWrite(path, error.reason))
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Gives the file its name.
  mutating func finish() throws(ConversionFailure) {
    try flush()
    do throws(Platform.Failure) { try Platform.move(temporary, to: path) } catch {
      throw ConversionFailure(.cannotWrite(path, error.reason))
    }
  }

  deinit {
    try? Platform.close(descriptor)
    Temporaries.release(temporary)
  }
}
