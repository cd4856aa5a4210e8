import DocumentModel

extension Inline {
  fileprivate var isLineBreak: Bool { if case .lineBreak = self { true } else { false } }
}

extension Piece {
  /// Whether it marks a place and shows nothing.
  var isMark: Bool {
    switch content {
    case .text: isSpace
    case .inline(.pageBreak), .inline(.lineBreak): true
    case .inline, .block: false
    }
  }
}

extension [Piece] {
  /// Takes line ends off the end of a paragraph, and the marks of pages that turn there if they are to
  /// stand after it.
  mutating func takeTurns(areBlocks: Bool) -> [PageBreak] {
    var turns: [PageBreak] = []
    while let last = self.last, case .inline(let inline) = last.content {
      if case .pageBreak(let turn) = inline, areBlocks {
        turns.insert(turn, at: 0)
      } else if !inline.isLineBreak {
        break
      }
      removeLast()
    }
    return turns
  }
}

extension ArraySlice<Piece> {
  /// Gives a paragraph that is all in one other language that language, in place of its pieces.
  mutating func liftLanguage(to info: inout NodeInfo) {
    guard let language = first(where: \.hasLetters)?.language,
      allSatisfy({ $0.language == language || !$0.hasLetters })
    else { return }
    info.language = language
    for index in indices { self[index].language = nil }
  }

  /// The characters as code has them.
  var plainCode: String {
    var text = ""
    for piece in self {
      switch piece.content {
      case .text(let own): text += own
      case .inline(.lineBreak): text += "\n"
      case .inline(let inline): text += [inline].plainText
      case .block: break
      }
    }
    return text
  }
}
