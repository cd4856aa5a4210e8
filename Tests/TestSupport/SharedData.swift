public import Foundation

/// The data beside the project that tests may read and the project may not hold.
public enum SharedData {
  /// The folder, whether it is there or not.
  public static let folder = packageRoot.deletingLastPathComponent().appending(path: "shared")

  /// The root of the package.
  public static let packageRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Whether the data is there. CI fails if it is there and the suites that need it did not run.
  public static let isPresent = FileManager.default.fileExists(atPath: folder.appending(path: "data").path)

  /// A file or folder of the data.
  public static func url(_ path: String) -> URL { folder.appending(path: "data").appending(path: path) }

  /// The text of a file of the data.
  public static func text(_ path: String) throws -> String {
    try String(contentsOf: url(path), encoding: .utf8)
  }

  /// All files below a folder whose name ends in one of `extensions`, in a fixed order.
  public static func files(below path: String, extensions: Set<String>) -> [URL] {
    let root = url(path)
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { extensions.contains(URL(filePath: $0).pathExtension) }.sorted()
      .map { root.appending(path: $0) }
  }
}
