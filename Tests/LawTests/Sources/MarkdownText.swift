import Foundation
import TestSupport

/// The words of a Markdown file as GitHub's own program reads it.
enum MarkdownText {
  /// The words the file shows, and those its front matter says.
  static func words(of bytes: [UInt8]) throws -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    let (matter, body) = frontMatter(of: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    return matter + PageText.words(of: try html(of: body), leavingOut: .noteMarks)
  }

  struct ProgramMissing: Error, CustomStringConvertible {
    var description: String {
      "the tests need the program cmark-gfm: Scripts/install-dependencies installs it"
    }
  }

  /// What `cmark-gfm` makes of Markdown.
  static func html(of markdown: String) throws -> String {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.md", markdown)
    let output = try folder.write("out.html")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["cmark-gfm", "--unsafe"]
    for name in ["table", "strikethrough", "autolink", "tasklist", "footnotes"] {
      process.arguments? += ["--extension", name]
    }
    process.arguments?.append(input)
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ProgramMissing() }
    return try folder.contents("out.html")
  }

  /// The values a file's YAML front matter gives, as words, and the text below it.
  private static func frontMatter(of text: String) -> (words: [String], body: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, first.trimmingCharacters(in: .whitespaces) == "---",
      let end = lines.dropFirst().firstIndex(where: {
        ["---", "..."].contains($0.trimmingCharacters(in: .whitespaces))
      })
    else { return ([], text) }
    let values = lines[1..<end].map { line -> Substring in
      guard let colon = line.firstRange(of: ":") else { return line }
      // A line of a list or of a longer text has its colon, if any, after a blank.
      let key = line[..<colon.lowerBound].drop { $0 == " " || $0 == "-" }
      let isKey = key.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
      return isKey ? line[colon.upperBound...] : line
    }
    return (values.joined(separator: "\n").words, lines[(end + 1)...].joined(separator: "\n"))
  }
}
