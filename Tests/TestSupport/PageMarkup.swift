import Foundation

/// A page of HTML our serialiser wrote, taken apart far enough to check it: its tags, and its words.
public struct PageMarkup: Sendable {
  /// A start tag.
  public struct Tag: Sendable {
    public var name: String
    public var attributes: [String: String]
  }

  /// The start tags, in order.
  public private(set) var tags: [Tag] = []
  /// The text, with a space where an element that stands on lines of its own begins or ends; without
  /// style sheets.
  public private(set) var text = ""
  /// What attributes say to people.
  public private(set) var said: [String] = []

  private static let inline: Set<String> = [
    "a", "span", "em", "strong", "code", "abbr", "cite", "dfn", "b", "i", "u", "q", "mark", "small", "ins",
    "del", "wbr", "kbd", "samp", "var", "s", "bdi",
  ]
  private static let spoken: Set<String> = [
    "alt", "title", "content", "aria-label", "alttext", "lang", "data-address", "start", "value", "data-mark",
  ]

  public init(_ bytes: [UInt8]) {
    var rest = String(decoding: bytes, as: UTF8.self)[...]
    while let open = rest.firstIndex(of: "<") {
      text += Self.decoded(rest[..<open])
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: ">") else { break }
      let tag = rest[..<close]
      rest = rest[rest.index(after: close)...]
      guard !tag.hasPrefix("!") else { continue }
      let name = tag.drop { $0 == "/" }.prefix { $0 != " " }
      if !Self.inline.contains(String(name)) { text += " " }
      guard !tag.hasPrefix("/") else { continue }
      var attributes: [String: String] = [:]
      for match in tag.matches(of: /\ ([a-zA-Z:-]+)(?:="([^"]*)")?/) {
        attributes[String(match.output.1)] = Self.decoded(match.output.2 ?? "")
      }
      for (name, value) in attributes where Self.spoken.contains(name) { said.append(value) }
      tags.append(Tag(name: String(name), attributes: attributes))
      if name == "style", let end = rest.range(of: "</style>") { rest = rest[end.lowerBound...] }
    }
    text += Self.decoded(rest)
  }

  /// All words, folded.
  public var words: [String] { (text.printWords + said.flatMap(\.printWords)).flatMap(\.folded) }

  private static func decoded(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    var text = String(text)
    for (name, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", "\u{A0}"), ("&#13;", "\r"), ("&#61;", "="),
      ("&amp;", "&"),
    ] {
      text = text.replacingOccurrences(of: name, with: character)
    }
    return text
  }
}
