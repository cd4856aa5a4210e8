/// Where a conversion's bytes come from.
public enum Input: Sendable {
  /// A file.
  case file(String)
  /// The standard input, to its end.
  case standardInput
  /// Bytes in memory.
  case source(Source)

  /// The name in messages.
  public var name: String {
    switch self {
    case .file(""): "''"
    case .file(let path): path
    case .standardInput: "standard input"
    case .source(let source): source.name
    }
  }

  /// The most bytes that are read: 512 MiB. A longer text than any report, and the model of one
  /// takes several times its size in memory.
  public static let maximumSize = 512 << 20
}

/// Bytes, and the folder that what they refer to is looked for in.
struct LoadedInput {
  var source: Source
  /// Nil when the bytes come from no folder: nothing on disk belongs to them.
  var folder: String?
}

extension Input {
  /// Reads the bytes: all of them, or none.
  ///
  /// - Parameter limit: the most bytes that are read; only tests make it smaller.
  func load(limit: Int = Input.maximumSize) throws(ConversionFailure) -> LoadedInput {
    if let folder = documentFolder {
      // What belongs to it is in it: nothing is looked for beside it.
      return LoadedInput(source: try Self.source(ofFolder: folder, name: name))
    }
    switch self {
    case .file(let path):
      let source = Source(name: path, bytes: try Self.read(file: path, limit: limit))
      // All of a book is in its package; other documents may show pictures that are beside them.
      let isBook = [.epub, .daisy3, .daisy202, .webFolder].contains(source.kind)
      return LoadedInput(source: source, folder: isBook ? nil : Path.folder(of: path))
    case .standardInput:
      return LoadedInput(source: Source(name: name, bytes: try Self.read(0, expecting: 0, limit: limit)))
    case .source(let source):
      return LoadedInput(source: source)
    }
  }

  /// The bytes of a file, whatever it stands for.
  func bytes(limit: Int) throws(ConversionFailure) -> [UInt8] {
    guard case .file(let path) = self else { return try load(limit: limit).source.bytes }
    return try Self.read(file: path, limit: limit)
  }

  private static func read(file path: String, limit: Int) throws(ConversionFailure) -> [UInt8] {
    // A path with a NUL in it would be cut short there by the system, and name another file.
    guard !path.isEmpty, !path.utf8.contains(0) else { throw ConversionFailure(.noSuchFile()) }
    let descriptor: Int32
    do {
      descriptor = try Platform.openToRead(path)
    } catch {
      throw ConversionFailure(error.isMissing ? .noSuchFile() : .unreadableFile(error.reason))
    }
    defer { try? Platform.close(descriptor) }
    let status = try orUnreadable { () throws(Platform.Failure) in try Platform.status(descriptor) }
    switch status.kind {
    case .file: break
    case .folder: throw ConversionFailure(.inputIsFolder())
    case .pipe, .device, .socket: throw ConversionFailure(.inputIsNotAFile(status.kind.name))
    }
    return try read(descriptor, expecting: status.size, limit: limit)
  }

  private static func read(
    _ descriptor: Int32, expecting size: Int, limit: Int
  ) throws(ConversionFailure) -> [UInt8] {
    guard size <= limit else { throw ConversionFailure(.inputTooLarge(limit: limit)) }
    let bytes = try orUnreadable { () throws(Platform.Failure) in
      try Platform.readAll(descriptor, expecting: size, limit: limit)
    }
    guard bytes.count <= limit else { throw ConversionFailure(.inputTooLarge(limit: limit)) }
    return bytes
  }

  private static func orUnreadable<Value>(
    _ call: () throws(Platform.Failure) -> Value
  ) throws(ConversionFailure) -> Value {
    do {
      return try call()
    } catch {
      throw ConversionFailure(.unreadableFile(error.reason))
    }
  }
}
