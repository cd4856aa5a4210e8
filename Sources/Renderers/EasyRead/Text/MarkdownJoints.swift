import DocumentModel

/// What happens where one inline meets the next in Markdown: marks that touch may be read as others.
enum MarkdownJoints {
  /// Puts a piece behind a text, each complete by itself.
  static func append(_ piece: String, to text: inout String) {
    if text.hasSuffix("**"), piece.hasPrefix("**") {
      // Bold right behind bold is one stretch: its marks would be read as four stars.
      text.removeLast(2)
      text += piece.dropFirst(2)
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
    var result: [Inline] = []
    for (index, inline) in inlines.enumerated() {
      if case .styled(let node) = inline, node.style.hasMarks {
        let before = result.last?.lastCharacter
        let after = index + 1 < inlines.count ? inlines[index + 1].firstCharacter : nil
        for part in parted(node, after: before, before: after) { add(part, to: &result) }
      } else {
        add(inline, to: &result)
      }
    }
    return result
  }

  private static func add(_ inline: Inline, to result: inout [Inline]) {
    if case .text(let node) = inline, case .text(var last)? = result.last,
      last.info.language == node.info.language
    {
      last.string += node.string
      result[result.count - 1] = .text(last)
    } else {
      result.append(inline)
    }
  }

  private static func parted(_ node: Styled, after: Character?, before: Character?) -> [Inline] {
    var node = node
    var (leading, trailing) = ("", "")
    if let after, after.isPartOfWord {
      while let first = node.inlines.first?.firstCharacter, first.isMark {
        guard case .text(var text)? = node.inlines.first else { return node.inlines }
        leading.append(text.string.removeFirst())
        if text.string.isEmpty { node.inlines.removeFirst() } else { node.inlines[0] = .text(text) }
      }
    }
    if let before, before.isPartOfWord {
      while let last = node.inlines.last?.lastCharacter, last.isMark {
        guard case .text(var text)? = node.inlines.last else { return node.inlines }
        trailing = String(text.string.removeLast()) + trailing
        if text.string.isEmpty {
          node.inlines.removeLast()
        } else {
          node.inlines[node.inlines.count - 1] = .text(text)
        }
      }
    }
    guard !leading.isEmpty || !trailing.isEmpty else { return [.styled(node)] }
    let middle: [Inline] = node.inlines.isEmpty ? [] : [.styled(node)]
    return (leading.isEmpty ? [] : [.text(Text(leading))]) + middle
      + (trailing.isEmpty ? [] : [.text(Text(trailing))])
  }
}

extension TextStyle {
  /// Whether Markdown has marks for it.
  fileprivate var hasMarks: Bool {
    switch self {
    case .strong, .emphasis, .strikethrough, .deleted: true
    case .quotation, .superscript, .subscript, .underline, .smallCapitals, .highlight, .citation, .inserted,
      .keyboard, .sample, .variable, .definition, .small:
      false
    }
  }
}

extension Inline {
  /// What it begins with as it is written.
  fileprivate var firstCharacter: Character? {
    switch self {
    case .text(let node): node.string.first
    case .styled(let node): node.style.hasMarks ? "*" : node.inlines.first?.firstCharacter
    case .span(let node): node.inlines.first?.firstCharacter
    case .abbreviation(let node): node.inlines.first?.firstCharacter
    // White space within a link is written around it.
    case .link(let node): node.inlines.plainText.first?.isWhitespace == true ? " " : "["
    case .crossReference, .noteReference, .image: "["
    case .code: "`"
    case .mathematics: "$"
    case .lineBreak, .pageBreak: " "
    }
  }

  /// What it ends in as it is written.
  fileprivate var lastCharacter: Character? {
    switch self {
    case .text(let node): node.string.last
    case .styled(let node): node.style.hasMarks ? "*" : node.inlines.last?.lastCharacter
    case .span(let node): node.inlines.last?.lastCharacter
    case .abbreviation(let node): node.inlines.last?.lastCharacter
    case .link(let node): node.inlines.plainText.last?.isWhitespace == true ? " " : ")"
    case .crossReference, .image: ")"
    case .noteReference: "]"
    case .code: "`"
    case .mathematics: "$"
    case .lineBreak, .pageBreak: " "
    }
  }
}

extension Character {
  /// Whether it is punctuation to readers of Markdown (CommonMark 0.31, 2.1).
  fileprivate var isMark: Bool { isPunctuation || isASCII && isSymbol }
  /// Whether it is neither that nor white space.
  fileprivate var isPartOfWord: Bool { !isMark && !isWhitespace }
}
