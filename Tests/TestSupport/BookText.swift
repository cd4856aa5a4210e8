internal import Foundation

/// What a reader of a book in XML is given.
public enum BookText {
  /// The words of DTBook or XHTML as the program writes them, folded: text, and the attributes that are
  /// shown or said. Words end where blocks and marks do.
  public static func words(of file: [UInt8]) -> [String] {
    var text = ""
    var rest = file[...]
    var open: [Bool] = []
    while let first = rest.first {
      guard first == UInt8(ascii: "<") else {
        let run = rest.prefix { $0 != UInt8(ascii: "<") }
        text += unescaped(String(decoding: run, as: UTF8.self))
        rest = rest.dropFirst(run.count)
        continue
      }
      let tag = String(decoding: rest.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
      rest = rest.dropFirst(tag.utf8.count + 1)
      if tag.hasPrefix("<?") || tag.hasPrefix("<!") { continue }
      let isEnd = tag.hasPrefix("</")
      let name = tag.dropFirst(isEnd ? 2 : 1).prefix { $0.isLetter || $0.isNumber }
      let parts =
        isEnd
        ? open.popLast() ?? true
        : !phrases.contains(String(name)) || tag.contains("\"strikethrough\"") || tag.contains("\"deleted\"")
          || ["\"picture\"", "\"math\"", "\"page-", "\"noteref\"", "\"line"].contains { tag.contains($0) }
      if !isEnd, !tag.hasSuffix("/") { open.append(parts) }
      if parts { text += " " }
      for attribute in ["alt", "alttext", "summary", "start", "content"] {
        guard let range = tag.firstRange(of: " \(attribute)=\"") else { continue }
        text += " " + unescaped(String(tag[range.upperBound...].prefix { $0 != "\"" })) + " "
      }
    }
    return text.printWords.flatMap(\.folded)
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#9;", "\t"), ("&#10;", "\n"), ("&#13;", "\r"),
      ("&#61;", "="),
    ]
    .reduce(text) { $0.replacing($1.0, with: $1.1) }.replacing("&amp;", with: "&")
  }

  /// Elements inside words.
  private static let phrases: Set<String> = [
    "a", "abbr", "cite", "code", "dfn", "em", "kbd", "samp", "span", "strong", "sent", "small",
  ]
}
