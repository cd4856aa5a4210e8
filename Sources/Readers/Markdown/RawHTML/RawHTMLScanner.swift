/// What raw HTML is made of, as far as joining it with Markdown needs to know: what goes to the HTML
/// parser as it is, what is a comment or an instruction, and whether it leaves the parser in the middle
/// of something that would swallow the Markdown after it.
struct RawHTMLScanner {
  enum Part: Equatable {
    /// Markup and text for the HTML parser.
    case markup(Range<Int>)
    /// Characters that stand for themselves: the inside of a CDATA section.
    case text(Range<Int>)
    case pageMark(PageMark, Range<Int>)
    /// A processing instruction or a declaration: `<?php … ?>`, `<!DOCTYPE html>`.
    case instruction(Range<Int>)
  }

  private(set) var parts: [Part] = []
  /// What the HTML leaves open in a way that hides all that follows; nil when it leaves nothing so.
  private(set) var swallows: String?

  private let bytes: [UInt8]
  private var markupStart = 0
  private var index = 0

  /// Elements whose content is not markup, so that Markdown in them would be lost (HTML 13.2.5.2 and
  /// after, 13.2.6.2).
  private static let rawText: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while index < bytes.count, swallows == nil {
      guard bytes[index] == ASCII.less, index + 1 < bytes.count else {
        index += 1
        continue
      }
      switch bytes[index + 1] {
      case ASCII.exclamation: declaration()
      case ASCII.question: instruction(endingWith: "?>", what: "an instruction")
      case ASCII.slash: tag(nameAt: index + 2, isEnd: true)
      default: tag(nameAt: index + 1, isEnd: false)
      }
    }
    endMarkup(at: bytes.count)
  }

  private mutating func endMarkup(at end: Int) {
    if end > markupStart { parts.append(.markup(markupStart..<end)) }
    markupStart = end
  }

  private mutating func declaration() {
    if let comment = HTMLComment(bytes, at: index) {
      if let page = PageMark(comment: String(decoding: bytes[comment.text], as: UTF8.self)) {
        endMarkup(at: index)
        parts.append(.pageMark(page, index..<comment.end))
        markupStart = comment.end
      }
      index = comment.end
    } else if starts(with: "<!--") {
      swallows = "a comment"
    } else if starts(with: "<![CDATA[") {
      guard let end = find("]]>", from: index + 9) else {
        swallows = "a CDATA section"
        return
      }
      endMarkup(at: index)
      parts.append(.text(index + 9..<end))
      index = end + 3
      markupStart = index
    } else {
      instruction(endingWith: ">", what: "a declaration")
    }
  }

  private mutating func instruction(endingWith mark: String, what: String) {
    guard let end = find(mark, from: index + 2) else {
      swallows = what
      return
    }
    endMarkup(at: index)
    parts.append(.instruction(index..<end + mark.utf8.count))
    index = end + mark.utf8.count
    markupStart = index
  }

  private mutating func tag(nameAt start: Int, isEnd: Bool) {
    guard start < bytes.count, ASCII.isLetter(bytes[start]) else {
      index += 1
      return
    }
    var nameEnd = start
    while nameEnd < bytes.count, !ASCII.isSpace(bytes[nameEnd]), bytes[nameEnd] != ASCII.slash,
      bytes[nameEnd] != ASCII.greater
    {
      nameEnd += 1
    }
    let name = String(decoding: bytes[start..<nameEnd], as: UTF8.self).lowercased()
    guard let end = tagEnd(from: nameEnd) else {
      swallows = "the tag <\(name)"
      return
    }
    index = end
    guard !isEnd, Self.rawText.contains(name) else { return }
    guard let close = closingTag(of: name, from: end) else {
      swallows = "<\(name)>"
      return
    }
    index = close
  }

  /// The offset after a tag's `>`; nil when the tag does not end.
  private func tagEnd(from start: Int) -> Int? {
    var index = start
    var afterEquals = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == ASCII.greater { return index + 1 }
      if afterEquals, byte == ASCII.quotation || byte == ASCII.apostrophe {
        guard let quote = bytes[(index + 1)...].firstIndex(of: byte) else { return nil }
        index = quote + 1
        afterEquals = false
        continue
      }
      if !ASCII.isSpace(byte) { afterEquals = byte == ASCII.equals }
      index += 1
    }
    return nil
  }

  /// The offset of the end tag that ends an element whose content is not markup.
  private func closingTag(of name: String, from start: Int) -> Int? {
    guard name != "plaintext" else { return nil }
    let wanted = Array(name.utf8)
    var index = start
    while let open = bytes[index...].firstIndex(of: ASCII.less) {
      let after = open + 2 + wanted.count
      guard after < bytes.count else { return nil }
      if bytes[open + 1] == ASCII.slash,
        bytes[open + 2..<after].lazy.map(ASCII.lowercased).elementsEqual(wanted),
        !ASCII.isAlphanumeric(bytes[after])
      {
        return open
      }
      index = open + 1
    }
    return nil
  }

  private func starts(with mark: String) -> Bool { bytes[index...].starts(with: mark.utf8) }

  private func find(_ mark: String, from start: Int) -> Int? {
    let wanted = Array(mark.utf8)
    guard start <= bytes.count, let first = wanted.first else { return nil }
    var index = start
    while let next = bytes[index...].firstIndex(of: first) {
      if bytes[next...].starts(with: wanted) { return next }
      index = next + 1
    }
    return nil
  }
}
