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
