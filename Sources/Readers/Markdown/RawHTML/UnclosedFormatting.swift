import Diagnostics

/// Formatting elements (`<b>`, `<a>`) that raw HTML begins in a paragraph and nothing ends.
///
/// A browser goes on with them to the end of the document. Nobody means that, so they end where their
/// paragraph ends, and that is said.
struct UnclosedFormatting {
  /// The element's name, by the place of its start tag among the raw pieces.
  private(set) var names: [Int: String] = [:]

  /// The elements a parser opens again in the next paragraph (HTML 13.2.4.3).
  private static let formatting: Set<String> = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
  ]

  init(in pieces: [RawPiece]) {
    var open: [String: [Int]] = [:]
    for (index, piece) in pieces.enumerated() {
      Self.forEachTag(of: piece.bytes) { name, isEnd in
        if isEnd { _ = open[name]?.popLast() } else { open[name, default: []].append(index) }
      }
    }
    for (name, starts) in open {
      // A block of HTML means what it says.
      for index in starts where !pieces[index].isBlock { names[index] = name }
    }
  }

  private static func forEachTag(of bytes: [UInt8], _ body: (_ name: String, _ isEnd: Bool) -> Void) {
    var index = 0
    while let less = bytes[index...].firstIndex(of: ASCII.less) {
      index = less + 1
      let isEnd = index < bytes.count && bytes[index] == ASCII.slash
      if isEnd { index += 1 }
      let name = bytes[index...].prefix(7).prefix { ASCII.isAlphanumeric($0) }
      let text = String(decoding: name.map(ASCII.lowercased), as: UTF8.self)
      if formatting.contains(text) { body(text, isEnd) }
    }
  }
}

extension Diagnostic {
  static func formattingNotClosed(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "MD-015", .warning, "<\(name)> is never closed: it ends with its paragraph here",
      hint: "Write </\(name)> where it ends.", at: range)
  }
}
