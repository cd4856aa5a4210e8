import Foundation
import TestSupport

extension SharedData {
  /// The lines of a file, without those that begin with `#`.
  static func lines(_ path: String) throws -> [Substring] { rows(of: try text(path)) }

  /// The same for a file compressed by gzip.
  static func compressedLines(_ path: String) throws -> [Substring] {
    guard let pipe = popen("gzip -dc '\(url(path).path)'", "r") else { throw CocoaError(.fileReadUnknown) }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return rows(of: String(decoding: bytes, as: UTF8.self))
  }

  private static func rows(of text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  /// The lines of the Markdown files below a folder, each a paragraph, until they hold so many bytes.
  static func paragraphs(_ path: String, upTo limit: Int) throws -> [String] {
    var found: [String] = []
    var size = 0
    for file in files(below: path, extensions: ["md"]) where size < limit {
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
      found += lines
      size += lines.reduce(0) { $0 + $1.utf8.count }
    }
    return found
  }
}
