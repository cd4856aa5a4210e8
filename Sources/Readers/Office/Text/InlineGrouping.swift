import DocumentModel

/// Makes inlines out of pieces: those with the same link, language and marks stand together in one
/// node.
struct InlineGrouping {
  /// What links lead to, by the numbers pieces have.
  let links: [LinkTarget]

  func inlines(_ pieces: ArraySlice<Piece>) -> [Inline] {
    grouped(pieces, by: \.link) { link, pieces in
      let inner = languages(pieces)
      guard link > 0, link < links.count, !inner.isEmpty else { return inner }
      switch links[link] {
      case .external(let address, let title):
        return [.link(Link(address, title: title, inner, info: info(pieces)))]
      case .bookmark(let name):
        return [.crossReference(CrossReference(name, inner, info: info(pieces)))]
      case .nowhere: return inner
      }
    }
  }

  private struct Speech: Hashable {
    var language: Language?
    var isRightToLeft: Bool
  }

  private func languages(_ pieces: ArraySlice<Piece>) -> [Inline] {
    grouped(pieces, by: { Speech(language: $0.language, isRightToLeft: $0.isRightToLeft) }) {
      speech, pieces in
      let inner = styled(pieces, from: 0)
      guard speech.language != nil || speech.isRightToLeft else { return inner }
      var info = info(pieces)
      info.language = speech.language
      info.direction = speech.isRightToLeft ? .rightToLeft : nil
      return [.span(Span(inner, info: info))]
    }
  }

  private func styled(_ pieces: ArraySlice<Piece>, from index: Int) -> [Inline] {
    guard pieces.contains(where: { !$0.marks.isEmpty }), index < Piece.Marks.order.count else {
      return pieces.flatMap(leaf)
    }
    let (mark, style) = Piece.Marks.order[index]
    guard pieces.contains(where: { $0.marks.contains(mark) }) else { return styled(pieces, from: index + 1) }
    return grouped(pieces, by: { $0.marks.contains(mark) }) { isMarked, pieces in
      let inner = styled(pieces, from: index + 1)
      // Marks on nothing but space or a note's mark mark nothing.
      let marksNothing =
        mark != .deleted && mark != .inserted
        && pieces.allSatisfy { piece in
          if piece.isSpace { return true }
          if case .inline(.noteReference) = piece.content { return true }
          if case .inline(.lineBreak) = piece.content { return true }
          if case .inline(.pageBreak) = piece.content { return true }
          return false
        }
      return isMarked && !marksNothing ? [.styled(Styled(style, inner, info: info(pieces)))] : inner
    }
  }

  private func leaf(_ piece: Piece) -> [Inline] {
    switch piece.content {
    case .inline(let inline): [inline]
    case .text(let text):
      piece.isCode
        ? [.code(InlineCode(text, info: NodeInfo(range: piece.range)))]
        : [.text(Text(text, info: NodeInfo(range: piece.range)))]
    case .block: []
    }
  }

  private func info(_ pieces: ArraySlice<Piece>) -> NodeInfo {
    NodeInfo(range: pieces.reduce(nil) { $0.joined($1.range) })
  }

  private func grouped<Key: Equatable>(
    _ pieces: ArraySlice<Piece>, by key: (Piece) -> Key, make: (Key, ArraySlice<Piece>) -> [Inline]
  ) -> [Inline] {
    var result: [Inline] = []
    var start = pieces.startIndex
    while start < pieces.endIndex {
      let value = key(pieces[start])
      var end = start + 1
      while end < pieces.endIndex, key(pieces[end]) == value { end += 1 }
      result += make(value, pieces[start..<end])
      start = end
    }
    return result
  }
}

/// What a link leads to.
enum LinkTarget {
  case nowhere
  case external(String, title: String?)
  /// A bookmark of the document.
  case bookmark(String)
}
