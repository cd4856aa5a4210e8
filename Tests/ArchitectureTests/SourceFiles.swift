import Foundation
import TestSupport

/// A source file of the project, read as text.
struct SourceFile: Sendable, CustomStringConvertible {
  /// The path from the root of the package.
  var path: String
  var text: String

  var description: String { path }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The target it belongs to: the folder below `Sources`.
  var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// What the file imports, sorted: module names, without what is picked of them.
  var imports: [String] {
    let names = lines.compactMap { line -> String? in
      var words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
      while let first = words.first, ["public", "package", "internal", "private"].contains(first) {
        words.removeFirst()
      }
      guard words.first == "import", words.count > 1 else { return nil }
      let kinds: Set<Substring> = ["struct", "enum", "class", "func", "protocol", "typealias", "let", "var"]
      let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
      return String(name.split(separator: ".")[0])
    }
    return Set(names).sorted()
  }

  /// All files below a folder of the package whose names end so.
  static func below(_ folder: String, suffix: String = ".swift") -> [SourceFile] {
    let root = SharedData.packageRoot
    let names =
      FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String }
      ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted().compactMap { name in
      let path = "\(folder)/\(name)"
      return (try? String(contentsOf: root.appending(path: path), encoding: .utf8)).map {
        SourceFile(path: path, text: $0)
      }
    }
  }
}
