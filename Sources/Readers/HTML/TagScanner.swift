/// Finds the tags of markup one after the other, passing over comments and the text of scripts and
/// the like, closely enough to the tokenizer of HTML (section 13.2.5) to count what is open.
struct TagScanner {
  struct Tag {
    var start: Int
    /// The offset after the tag's `>`.
    var end: Int
    var name: String
    var isEnd: Bool
    var attributeCount: Int
    var kind: Kind
  }

  enum Kind {
    /// Has no content, or ends by itself where the next of its kind begins.
    case selfEnding
    case formatting
    case block
    case ordinary
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Tag? {
    while let start = find(UInt8(ascii: "<"), from: index), start + 1 < bytes.count {
      let second = bytes[start + 1]
      if second.isLetter {
        let tag = tag(at: start, nameAt: start + 1, isEnd: false)
        index = tag.end
        if Self.rawText.contains(tag.name) { index = endOfRawText(tag.name, from: tag.end) }
        return tag
      }
      if second == UInt8(ascii: "/"), start + 2 < bytes.count, bytes[start + 2].isLetter {
        let tag = tag(at: start, nameAt: start + 2, isEnd: true)
        index = tag.end
        return tag
      }
      if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") || second == UInt8(ascii: "/") {
        index = endOfComment(from: start)
      } else {
        index = start + 1
      }
    }
    return nil
  }

  private func tag(at start: Int, nameAt nameStart: Int, isEnd: Bool) -> Tag {
    var index = nameStart
    while index < bytes.count, !bytes[index].isCollapsible, bytes[index] != UInt8(ascii: "/"),
      bytes[index] != UInt8(ascii: ">")
    {
      index += 1
    }
    let name = String(decoding: bytes[nameStart..<min(index, nameStart + 64)], as: UTF8.self).lowercased()
    var attributes = 0
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      let byte = bytes[index]
      if byte.isCollapsible || byte == UInt8(ascii: "/") {
        index += 1
        continue
      }
      attributes += 1
      index = endOfAttribute(from: index)
    }
    return Tag(
      start: start, end: min(index + 1, bytes.count), name: name, isEnd: isEnd, attributeCount: attributes,
      kind: Self.kind(of: name))
  }

  private func endOfAttribute(from start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, !bytes[index].isCollapsible, bytes[index] != UInt8(ascii: "/"),
      bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "=")
    {
      index += 1
    }
    var equals = index
    while equals < bytes.count, bytes[equals].isCollapsible { equals += 1 }
    guard equals < bytes.count, bytes[equals] == UInt8(ascii: "=") else { return index }
    index = equals + 1
    while index < bytes.count, bytes[index].isCollapsible { index += 1 }
    guard index < bytes.count else { return index }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return find(quote, from: index + 1).map { $0 + 1 } ?? bytes.count
    }
    while index < bytes.count, !bytes[index].isCollapsible, bytes[index] != UInt8(ascii: ">") { index += 1 }
    return index
  }

  private func endOfComment(from start: Int) -> Int {
    let isComment =
      start + 3 < bytes.count && bytes[start + 1] == UInt8(ascii: "!")
      && bytes[start + 2] == UInt8(ascii: "-") && bytes[start + 3] == UInt8(ascii: "-")
    guard isComment else { return find(UInt8(ascii: ">"), from: start + 2).map { $0 + 1 } ?? bytes.count }
    // A comment ends at the first `-->`; those of its own opening count (`<!-->`).
    var index = start + 4
    while let end = find(UInt8(ascii: ">"), from: index) {
      let dashes = bytes[end - 1] == UInt8(ascii: "-") && bytes[end - 2] == UInt8(ascii: "-")
      let bang =
        end - 3 > start + 3 && bytes[end - 1] == UInt8(ascii: "!") && bytes[end - 2] == UInt8(ascii: "-")
        && bytes[end - 3] == UInt8(ascii: "-")
      if dashes || bang { return end + 1 }
      index = end + 1
    }
    return bytes.count
  }

  private func endOfRawText(_ name: String, from start: Int) -> Int {
    let pattern = Array(name.utf8)
    var index = start
    while let end = find(UInt8(ascii: "<"), from: index), end + pattern.count + 1 < bytes.count {
      if bytes[end + 1] == UInt8(ascii: "/"),
        pattern.indices.allSatisfy({ bytes[end + 2 + $0] | 0x20 == pattern[$0] })
      {
        return end
      }
      index = end + 1
    }
    return bytes.count
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    var index = start
    return bytes.withUnsafeBufferPointer { bytes in
      while index < bytes.count {
        if bytes[index] == byte { return index }
        index += 1
      }
      return nil
    }
  }

  private static let rawText: Set<String> = [
    "script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title", "plaintext",
  ]

  private static func kind(of name: String) -> Kind { kinds[name] ?? .ordinary }

  private static let kinds: [String: Kind] = {
    var kinds: [String: Kind] = [:]
    let selfEnding =
      "area base br col embed hr img input link meta param source track wbr frame keygen p li dt dd rt rp "
      + "rb rtc option optgroup thead tbody tfoot tr td th colgroup caption html head body script style "
      + "xmp iframe noembed noframes textarea title plaintext image"
    for name in selfEnding.split(separator: " ") { kinds[String(name)] = .selfEnding }
    for name in "a b big code em font i nobr s small strike strong tt u".split(separator: " ") {
      kinds[String(name)] = .formatting
    }
    let blocks =
      "address applet article aside blockquote button center details dialog dir div dl fieldset figcaption "
      + "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup listing main marquee menu nav object "
      + "ol pre search section select summary table template ul"
    for name in blocks.split(separator: " ") { kinds[String(name)] = .block }
    return kinds
  }()
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
