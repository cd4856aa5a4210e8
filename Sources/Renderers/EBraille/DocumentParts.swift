import DocumentModel

extension Document {
  /// The level of headings at which the text is divided into files: the first of 1 and 2 that divides
  /// it. A device then holds a chapter at a time.
  var dividingLevel: Int? {
    [1, 2].first { level in blocks.lazy.filter { $0.leadingLevel == level }.prefix(2).count == 2 }
  }

  /// The blocks in the parts that headings of a level divide them into; a mark of the print page before
  /// such a heading goes with it. One part at least.
  func parts(at level: Int?) -> [[Block]] {
    var parts: [[Block]] = [[]]
    for block in blocks {
      if let level, let own = block.leadingLevel, own <= level {
        let marks = parts[parts.count - 1].reversed().prefix {
          if case .pageBreak = $0 { true } else { false }
        }
        let before = Array(marks.reversed())
        if parts[parts.count - 1].count > before.count {
          parts[parts.count - 1].removeLast(before.count)
          parts.append(before)
        }
      }
      parts[parts.count - 1].append(block)
    }
    return parts
  }

  /// The words of the document's first heading that has any; nil when there is none.
  var firstHeading: String? {
    var words: String?
    for block in blocks where words == nil {
      block.walk { node in
        guard words == nil, case .block(.heading(let heading)) = node else { return }
        let text = heading.inlines.plainText
        if !text.allSatisfy(\.isWhitespace) { words = text }
      }
    }
    return words
  }
}

extension Block {
  /// The level of the heading the block is or, being a division, begins with.
  fileprivate var leadingLevel: Int? {
    switch self {
    case .heading(let node): node.level
    case .division(let node):
      node.blocks.first { if case .pageBreak = $0 { false } else { true } }?.leadingLevel
    case .paragraph, .list, .definitionList, .blockQuote, .code, .table, .figure, .aside, .lineGroup,
      .mathematics, .separator, .pageBreak:
      nil
    }
  }
}

extension Heading {
  /// Whether the heading is one a text has before its notes, in English or Welsh.
  var isOfNotes: Bool {
    let words = inlines.plainText.lowercased()
    return ["note", "reference", "nodiadau"].contains { words.contains($0) }
  }
}
