import Diagnostics

/// Raw HTML in a Markdown text: an HTML block, or one tag, comment or the like in a paragraph.
struct RawPiece {
  var bytes: [UInt8]
  /// Where its bytes stand in the source.
  var map: ContentMap
  var isBlock: Bool
  /// The element that stands for it in the tree.
  var node: MarkupTree.NodeID = 0
}

/// A tree of elements with raw HTML that is still to be joined with it.
struct RawHTMLSource {
  var tree: MarkupTree
  /// The raw HTML, in document order; an element named `MarkdownConverter.rawName` stands for each.
  var rawPieces: [RawPiece]
  /// The text the pieces' maps lead to; nil where a piece's place is that of its element.
  var text: MarkdownText?

  /// Where bytes of a piece stand in the source.
  func range(of bytes: Range<Int>, in piece: RawPiece) -> SourceRange? {
    guard let text else { return tree.range(of: piece.node) }
    let start = piece.map.source(bytes.lowerBound)
    let end = bytes.isEmpty ? start : piece.map.source(bytes.upperBound - 1) + 1
    return text.range(start..<min(max(start, end), text.bytes.count))
  }
}

extension MarkdownConverter {
  /// Adds raw HTML. A comment is no content; the one that marks a print page is a page break.
  mutating func addRaw(_ piece: RawPiece, at source: Range<Int>) {
    if let comments = RawComments(only: piece.bytes) {
      for page in comments.pages {
        add(.element(page.element(named: piece.isBlock ? "div" : "span")), at: source)
      }
      return
    }
    var piece = piece
    piece.node = add(.element(MarkupTree.Element(name: Self.rawName)), at: source)
    rawPieces.append(piece)
  }
}
