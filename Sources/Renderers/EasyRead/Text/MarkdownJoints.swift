import DocumentModel

/// What happens where one inline meets the next in Markdown: marks that touch may be read as others.
enum MarkdownJoints {
  /// Puts a piece behind a text, each complete by itself.
  static func append(_ piece: String, to text: inout String) {
    if let mark = ["**", "~~"].first(where: { text.hasSuffix($0) && piece.hasPrefix($0) }) {
      // Bold right behind bold is one stretch: its marks would be read as four stars.
      text.removeLast(mark.count)
      text += piece.dropFirst(mark.count)
    } else if piece.hasPrefix("["), !piece.hasPrefix("[^"), text.last == "!", !text.hasSuffix("\\!") {
      // With an exclamation mark before it a link would be a picture.
      text.removeLast()
      text += "\\!" + piece
    } else if endsInCode(text), piece.hasPrefix("`"), !piece.hasPrefix("``") {
      text.removeLast()
      text += piece.dropFirst()
    } else if let first = piece.first, first == "(" || first == ":", endsInNoteReference(text) {
      // What stands in brackets behind a reference would be an address, what follows a colon a note.
      text += "\\" + piece
    } else {
      text += piece
    }
  }

  /// Whether a text ends in code between single marks.
  private static func endsInCode(_ text: String) -> Bool {
    text.hasSuffix("`") && !text.hasSuffix("``") && !text.hasSuffix("\\`")
  }

  private static func endsInNoteReference(_ text: String) -> Bool {
    guard text.last == "]", let open = text.lastIndex(of: "[") else { return false }
    let inside = text[open...].dropFirst().dropLast()
    return inside.first == "^" && inside.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
      && !text[..<open].hasSuffix("\\")
  }

  /// Inlines whose marks are read as marks: adjacent texts are one, and a mark between a letter and
  /// punctuation has the punctuation outside of it. Where that cannot be, the words stand without it.
  static func prepared(_ inlines: [Inline]) -> [Inline] {
    let inlines = opened(inlines)
    var result: [Inline] = []
    for (index, inline) in inlines.enumerated() {
      if case .styled(let node) = inline, node.style.hasMarks {
        let before = result.reversed().lazy.compactMap(\.lastCharacter).first
        let after = inlines[(index + 1)...].lazy.compactMap(\.firstCharacter).first
        for part in parted(node, after: before, before: after) { add(part, to: &result) }
      } else {
        add(inline, to: &result)
      }
    }
    return result
  }

  /// Inlines with those that Markdown has no marks for opened, and nothing bold in what is bold.
  private static func opened(_ inlines: [Inline], inBold: Bool = false) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      guard inline.info.language == nil else { return [inline] }
      switch inline {
      case .styled(var node):
        if node.style.isUnmarked || inBold && node.style.isBold {
          return opened(node.inlines, inBold: inBold)
        }
        if node.style.isBold { node.inlines = opened(node.inlines, inBold: true) }
        return [.styled(node)]
      case .span(let node):
        return node.pronunciation == nil && node.lineNumber == nil && !node.inlines.isEmpty
          ? opened(node.inlines, inBold: inBold) : [inline]
      case .text, .link, .crossReference, .noteReference, .abbreviation, .image, .code, .mathematics,
        .lineBreak, .pageBreak:
        return [inline]
      }
    }
  }

  private static func add(_ inline: Inline, to result: inout [Inline]) {
    switch (result.last, inline) {
    case (.text(var last)?, .text(let node)) where last.info.language == node.info.language:
      last.string += node.string
      result[result.count - 1] = .text(last)
    case (.code(var last)?, .code(let node)) where last.info.language == node.info.language:
      last.text += node.text
      result[result.count - 1] = .code(last)
    default: result.append(inline)
    }
  }

  private static func parted(_ node: Styled, after: Character?, before: Character?) -> [Inline] {
    var node = node
    var (leading, trailing) = ("", "")
    func parts(_ middle: [Inline]) -> [Inline] {
      (leading.isEmpty ? [] : [.text(Text(leading))]) + middle
        + (trailing.isEmpty ? [] : [.text(Text(trailing))])
    }
    if let after, after.isPartOfWord {
      while let first = node.inlines.first?.firstCharacter, first.isMark {
        guard case .text(var text)? = node.inlines.first else { return parts(node.inlines) }
        leading.append(text.string.removeFirst())
        if text.string.isEmpty { node.inlines.removeFirst() } else { node.inlines[0] = .text(text) }
      }
    }
    if let before, before.isPartOfWord {
      while let last = node.inlines.last?.lastCharacter, last.isMark {
        guard case .text(var text)? = node.inlines.last else { return parts(node.inlines) }
        trailing = String(text.string.removeLast()) + trailing
        if text.string.isEmpty {
          node.inlines.removeLast()
        } else {
          node.inlines[node.inlines.count - 1] = .text(text)
        }
      }
    }
    return parts(node.inlines.isEmpty ? [] : [.styled(node)])
  }
}

extension TextStyle {
  /// Whether Markdown has marks for it.
  fileprivate var hasMarks: Bool { isBold || self == .strikethrough || self == .deleted }

  fileprivate var isBold: Bool { self == .strong || self == .emphasis }

  /// Whether nothing of it is written.
  var isUnmarked: Bool {
    switch self {
    case .underline, .smallCapitals, .highlight, .citation, .inserted, .keyboard, .sample, .variable,
      .definition, .small:
      true
    case .quotation, .strong, .emphasis, .strikethrough, .deleted, .superscript, .subscript: false
    }
  }
}

extension Inline {
  /// What it begins with as it is written; nil where nothing is.
  fileprivate var firstCharacter: Character? {
    switch self {
    case .text(let node): node.string.first
    case .styled(let node): node.edge ?? node.inlines.lazy.compactMap(\.firstCharacter).first
    case .span(let node): node.inlines.lazy.compactMap(\.firstCharacter).first
    case .abbreviation(let node): node.inlines.lazy.compactMap(\.firstCharacter).first
    // White space within a link is written around it, and an address may stand without brackets.
    case .link(let node):
      node.inlines.plainText.first.map { $0.isWhitespace || node.mayBeBare ? $0 : "[" } ?? "["
    case .crossReference, .noteReference, .image: "["
    case .code: "`"
    case .mathematics: "$"
    case .lineBreak, .pageBreak: " "
    }
  }

  /// What it ends in as it is written; nil where nothing is.
  fileprivate var lastCharacter: Character? {
    switch self {
    case .text(let node): node.string.last
    case .styled(let node): node.edge ?? node.inlines.reversed().lazy.compactMap(\.lastCharacter).first
    case .span(let node): node.inlines.reversed().lazy.compactMap(\.lastCharacter).first
    // What the letters stand for may follow them in brackets.
    case .abbreviation(let node):
      node.expansion == nil ? node.inlines.reversed().lazy.compactMap(\.lastCharacter).first : ")"
    case .link(let node):
      node.inlines.plainText.last.map { $0.isWhitespace || node.mayBeBare ? $0 : ")" } ?? ")"
    case .crossReference, .image: ")"
    case .noteReference: "]"
    case .code: "`"
    case .mathematics: "$"
    case .lineBreak, .pageBreak: " "
    }
  }
}

extension Styled {
  /// The mark it begins and ends with, or one like it.
  fileprivate var edge: Character? {
    switch style {
    case .strong, .emphasis: "*"
    case .strikethrough, .deleted: "~"
    case .quotation: "\u{201D}"
    // Figures have a sign before them.
    case .superscript, .subscript: inlines.plainText.contains { !$0.isLetter } ? "^" : nil
    case .underline, .smallCapitals, .highlight, .citation, .inserted, .keyboard, .sample, .variable,
      .definition, .small:
      nil
    }
  }
}

extension Link {
  /// Whether it may stand as its address alone.
  fileprivate var mayBeBare: Bool {
    let words = inlines.plainText
    return target.hasPrefix("mailto:")
      || target.contains("://") && target.contains(words.filter { $0 != " " })
  }
}

extension Character {
  /// Whether it is punctuation to readers of Markdown (CommonMark 0.31, 2.1).
  fileprivate var isMark: Bool { isPunctuation || isASCII && isSymbol }
  /// Whether it is neither that nor white space.
  fileprivate var isPartOfWord: Bool { !isMark && !isWhitespace }
}
