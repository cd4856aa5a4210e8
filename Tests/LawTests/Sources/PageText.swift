import Foundation
import TestSupport

/// The words a web page shows, read without a parser: tags, comments, scripts and what is hidden are
/// taken out and character references resolved. It shares no code with the readers it checks.
struct PageText {
  /// What of the page is not to be there, because the document holds it otherwise.
  struct LeftOut: OptionSet {
    let rawValue: Int
    /// Marks that cmark-gfm makes for notes: the document numbers notes itself.
    static let noteMarks = LeftOut(rawValue: 1)
  }

  private let bytes: [UInt8]
  private let leftOut: LeftOut
  private var index = 0
  private var text: [UInt8] = []
  /// The element whose content is not shown, and how many of its name are open.
  private var hidden: (name: String, depth: Int)?

  /// The words `html` shows.
  static func words(of html: String, leavingOut: LeftOut = []) -> [String] {
    var page = PageText(bytes: Array(html.utf8), leftOut: leavingOut)
    page.read()
    return String(decoding: page.text, as: UTF8.self).resolvingReferences.words
  }

  private init(bytes: [UInt8], leftOut: LeftOut) {
    self.bytes = bytes
    self.leftOut = leftOut
  }

  // MARK: Markup

  private mutating func read() {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else {
        show(bytes[index])
        index += 1
        continue
      }
      let next = bytes[index + 1]
      if starts(with: "<!--") {
        // <!--> and <!---> are whole comments.
        skip(past: starts(with: "<!-->") || starts(with: "<!--->") ? ">" : "-->")
      } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
        skip(past: ">")
      } else if next == UInt8(ascii: "/") {
        if index + 2 < bytes.count, Self.isLetter(bytes[index + 2]) { end(tag()) } else { skip(past: ">") }
      } else if Self.isLetter(next) {
        begin(tag())
      } else {
        show(bytes[index])
        index += 1
      }
    }
  }

  private mutating func begin(_ tag: Tag) {
    if let open = hidden {
      if open.name == tag.name { hidden?.depth += 1 }
    } else if tag.isHidden || isLeftOut(tag) {
      if !Self.empty.contains(tag.name) { hidden = (tag.name, 1) }
    }
    if !Self.inline.contains(tag.name) { part() }
    if hidden == nil { show(wordsIn: tag) }
    switch tag.name {
    case "script", "style", "iframe", "noembed", "noframes", "xmp": skipRawText(tag.name)
    default: break
    }
  }

  private mutating func end(_ tag: Tag) {
    if !Self.inline.contains(tag.name) { part() }
    guard let open = hidden, open.name == tag.name else { return }
    hidden = open.depth > 1 ? (open.name, open.depth - 1) : nil
  }

  private func isLeftOut(_ tag: Tag) -> Bool {
    guard leftOut.contains(.noteMarks), let value = tag["class"] else { return false }
    return value == "footnote-ref" || value == "footnote-backref"
  }

  /// The words an element shows that stand in its attributes.
  private mutating func show(wordsIn tag: Tag) {
    let names: [String]
    switch tag.name {
    case "img", "area": names = ["alt"]
    case "input":
      switch tag["type"]?.lowercased() ?? "text" {
      case "hidden", "checkbox", "radio": names = []
      case "image": names = ["alt"]
      case "submit", "reset", "button": names = ["value"]
      default: names = ["placeholder"]
      }
    case "optgroup": names = ["label"]
    default: names = []
    }
    for name in names {
      guard let value = tag[name] else { continue }
      part()
      text += Array(value.utf8)
      part()
    }
  }

  /// What a raw text element holds: only `xmp` shows it.
  private mutating func skipRawText(_ name: String) {
    let start = index
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), startsIgnoringCase(with: "</\(name)") { break }
      index += 1
    }
    if name == "xmp", hidden == nil { text += bytes[start..<index] }
  }

  // MARK: Tags

  private struct Tag {
    var name: String
    var attributes: [(name: String, value: String)] = []

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

    var isHidden: Bool {
      switch name {
      case "template", "datalist": return true
      case "dialog" where self["open"] == nil: return true
      default: break
      }
      if let hidden = self["hidden"], hidden.lowercased() != "until-found" { return true }
      let style = (self["style"] ?? "").lowercased().filter { !$0.isWhitespace }
      return style.split(separator: ";").contains {
        $0.hasPrefix("display:none") || $0.hasPrefix("visibility:hidden")
      }
    }
  }

  /// Reads the tag at the index and stands after it.
  private mutating func tag() -> Tag {
    index += bytes[index + 1] == UInt8(ascii: "/") ? 2 : 1
    var tag = Tag(
      name: take { !Self.isSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }.lowercased())
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if Self.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") {
        index += 1
        continue
      }
      let start = index
      index += 1  // a name may begin with =
      let rest = take {
        !Self.isSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "=")
      }
      let name = (String(decoding: bytes[start...start], as: UTF8.self) + rest).lowercased()
      tag.attributes.append((name, value()))
    }
    index = min(index + 1, bytes.count)
    return tag
  }

  private mutating func value() -> String {
    var place = index
    while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return "" }
    index = place + 1
    _ = take(while: Self.isSpace)
    guard index < bytes.count else { return "" }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return take { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
    }
    index += 1
    let value = take { $0 != quote }
    index = min(index + 1, bytes.count)
    return value
  }

  // MARK: Characters

  private mutating func show(_ byte: UInt8) { if hidden == nil { text.append(byte) } }

  /// Parts what stands before from what comes after.
  private mutating func part() { text.append(UInt8(ascii: " ")) }

  private mutating func take(while test: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, test(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skip(past mark: String) {
    let first = mark.utf8.first
    while index < bytes.count, bytes[index] != first || !starts(with: mark) { index += 1 }
    index = min(index + mark.utf8.count, bytes.count)
  }

  private func starts(with mark: String) -> Bool { bytes[index...].starts(with: mark.utf8) }

  private func startsIgnoringCase(with mark: String) -> Bool {
    bytes[index...].starts(with: mark.utf8) { $0 == $1 || $0 | 0x20 == $1 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Elements that leave the word they stand in whole. Raised, lowered and crossed out text is set
  /// apart by signs in braille, and quotations by their marks.
  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "nobr", "output", "samp", "small", "span", "strong", "time", "tt", "u",
    "var", "wbr",
  ]

  /// Elements without content.
  private static let empty: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
  ]
}

extension String {
  /// The text with character references as the characters they stand for. A name that is not in the
  /// list stays as it is, and its law fails.
  var resolvingReferences: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    var result = ""
    var rest = self[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[rest.index(after: mark)...]
      if let (characters, length) = rest.reference {
        result += characters
        rest = rest.dropFirst(length)
      } else {
        result += "&"
      }
    }
    return result + rest
  }

  /// The named references of the corpora; those of the first row need no semicolon.
  fileprivate static let namedReferences: [(name: String, characters: String)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("nbsp", "\u{A0}"), ("copy", "©"), ("reg", "®"),
    ("apos;", "'"), ("mdash;", "—"), ("ndash;", "–"), ("hellip;", "…"), ("rsquo;", "’"), ("lsquo;", "‘"),
  ]
}

extension Substring {
  /// The reference the text begins with, after its ampersand, and how many characters it takes.
  fileprivate var reference: (characters: String, length: Int)? {
    if first == "#" {
      let isHexadecimal = dropFirst().first.map { $0 == "x" || $0 == "X" } ?? false
      let digits = dropFirst(isHexadecimal ? 2 : 1).prefix { isHexadecimal ? $0.isHexDigit : $0.isNumber }
      guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10) else { return nil }
      let length = (isHexadecimal ? 2 : 1) + digits.count
      let closed = dropFirst(length).first == ";" ? 1 : 0
      return (Unicode.Scalar(value).map(String.init) ?? "\u{FFFD}", length + closed)
    }
    for (name, characters) in String.namedReferences where hasPrefix(name) {
      let closed = dropFirst(name.count).first == ";" ? 1 : 0
      return (characters, name.count + closed)
    }
    return nil
  }
}
