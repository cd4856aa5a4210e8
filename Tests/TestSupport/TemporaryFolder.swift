import Foundation

/// A folder of one test's own, gone when the test is.
public final class TemporaryFolder {
  public let path: String

  public init() throws {
    let place = FileManager.default.temporaryDirectory
      .appending(path: "coformat-test-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    path = String(place.path.trimmingSuffix("/"))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  public func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, making the folders it is in, and gives its path.
  @discardableResult
  public func write(_ name: String, _ text: String = "") throws -> String {
    try write(name, bytes: Array(text.utf8))
  }

  /// Writes a file of bytes, making the folders it is in, and gives its path.
  @discardableResult
  public func write(_ name: String, bytes: [UInt8]) throws -> String {
    let place = self(name)
    let folder = String(place[..<(place.lastIndex(of: "/") ?? place.endIndex)])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: place))
    return place
  }

  public func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self(name), withDestinationPath: target)
  }

  public func contents(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: self(name))), as: UTF8.self)
  }

  /// The names of everything in the folder, hidden files too.
  public var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> Substring {
    hasSuffix(suffix) ? dropLast(suffix.count) : self[...]
  }
}
