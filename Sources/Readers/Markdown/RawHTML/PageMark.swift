/// The short form of a print page mark: `<!-- print page 12 -->`, `<!-- page xiv -->` or `<!-- page: 12 -->`.
struct PageMark: Equatable {
  /// The page's number as print shows it.
  let number: String

  /// Reads what stands between `<!--` and `-->`; nil when it is another comment.
  ///
  /// The number is one word of letters, digits and `-`, `.`, `/`, such as `12`, `xiv`, `B-3`, with a digit
  /// in it or all Roman numerals, so that "page layout" in a comment is no page mark.
  init?(comment: String) {
    var words = comment.split(whereSeparator: { $0.isWhitespace || $0 == ":" })
    if words.first?.lowercased() == "print" { words.removeFirst() }
    guard words.count == 2, words[0].lowercased() == "page" else { return nil }
    let number = words[1]
    guard number.utf8.count <= 16,
      number.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." || $0 == "/" }),
      number.contains(where: \.isNumber) || number.allSatisfy({ "ivxlcdmIVXLCDM".contains($0) })
        || number.count == 1
    else { return nil }
    self.number = String(number)
  }

  /// The element the builder knows a page break by.
  func element(named name: String) -> MarkupTree.Element {
    MarkupTree.Element(
      name: name,
      attributes: [
        .init(name: "role", value: "doc-pagebreak"), .init(name: "aria-label", value: number),
      ])
  }
}

/// The comments of raw HTML that holds nothing else.
struct RawComments {
  private(set) var pages: [PageMark] = []

  /// Nil when there is anything but comments and white space.
  init?(only bytes: [UInt8]) {
    var index = 0
    var found = false
    while index < bytes.count {
      if ASCII.isSpace(bytes[index]) {
        index += 1
        continue
      }
      guard let comment = HTMLComment(bytes, at: index) else { return nil }
      if let page = PageMark(comment: String(decoding: bytes[comment.text], as: UTF8.self)) {
        pages.append(page)
      }
      index = comment.end
      found = true
    }
    guard found else { return nil }
  }
}

/// A comment as the HTML standard's tokenizer sees it (13.2.5.43 and after), without the forms that
/// end early (`<!-->`), which hold nothing.
struct HTMLComment {
  /// What stands between the marks.
  let text: Range<Int>
  let end: Int

  /// Reads the comment that begins at `start`; nil when none does or nothing ends it.
  init?(_ bytes: [UInt8], at start: Int) {
    guard bytes[start...].starts(with: [0x3C, 0x21, 0x2D, 0x2D]) else { return nil }
    let inside = start + 4
    var index = inside
    if index < bytes.count, bytes[index] == ASCII.greater {
      text = inside..<inside
      end = index + 1
      return
    }
    if index + 1 < bytes.count, bytes[index] == ASCII.hyphen, bytes[index + 1] == ASCII.greater {
      text = inside..<inside
      end = index + 2
      return
    }
    while index + 2 < bytes.count {
      if bytes[index] == ASCII.hyphen, bytes[index + 1] == ASCII.hyphen {
        if bytes[index + 2] == ASCII.greater {
          text = inside..<index
          end = index + 3
          return
        }
        if bytes[index + 2] == ASCII.exclamation, index + 3 < bytes.count,
          bytes[index + 3] == ASCII.greater
        {
          text = inside..<index
          end = index + 4
          return
        }
      }
      index += 1
    }
    return nil
  }
}
