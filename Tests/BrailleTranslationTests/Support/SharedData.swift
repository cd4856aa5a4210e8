import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The research data that stands beside the repository on the project's own machines.
enum SharedData {
  /// Where it would be.
  static let folder: String = {
    // Tests/BrailleTranslationTests/Support/SharedData.swift: four folders up is the package.
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return "/" + root + "/../shared/data"
  }()

  static let isPresent = FileManager.default.fileExists(atPath: folder + "/braille/README.md")

  /// A text file's lines, without the first when it begins with `#`.
  static func lines(_ path: String) throws -> [Substring] {
    let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  /// The lines of a file compressed by gzip.
  static func compressedLines(_ path: String) throws -> [Substring] {
    guard let pipe = popen("gzip -dc '\(folder)/\(path)'", "r") else { throw CocoaError(.fileReadUnknown) }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
  }
}

extension SharedData {
  /// The lines of every Markdown file under a folder, as paragraphs, until there are enough.
  static func paragraphs(_ path: String, upTo limit: Int) throws -> [String] {
    var found: [String] = []
    var size = 0
    var folders = [folder + "/" + path]
    while let next = folders.popLast(), size < limit {
      for name in try FileManager.default.contentsOfDirectory(atPath: next).sorted() {
        let full = next + "/" + name
        var isFolder = false
        if FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), isFolder {
          folders.append(full)
        } else if name.hasSuffix(".md"), let text = try? String(contentsOfFile: full, encoding: .utf8) {
          let lines = text.split(separator: "\n").map(String.init)
          found += lines
          size += lines.reduce(0) { $0 + $1.utf8.count }
        }
      }
    }
    return found
  }
}
