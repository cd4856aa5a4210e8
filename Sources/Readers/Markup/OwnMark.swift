import DocumentModel

// A note's own mark, where the page writes it at the beginning of the note. The model holds it apart
// from the note's text, so the text must not say it again.

extension [Block] {
  /// The blocks without the note's mark at the beginning of the first paragraph: raised (`³⁹`), in
  /// brackets or with a full stop after it (`[39]`, `1.`). A bare `1` before a space stays: it may
  /// begin a sentence (`1 January`).
  func withoutOwnMark(_ mark: String) -> [Block] {
    guard !mark.isEmpty, case .paragraph(var paragraph) = first else { return self }
    guard let inlines = paragraph.inlines.withoutOwnMark(mark), !inlines.isEmpty else { return self }
    paragraph.inlines = inlines
    return [.paragraph(paragraph)] + dropFirst()
  }
}

extension [Inline] {
  /// The inlines without the mark they begin with; nil when they begin with none.
  fileprivate func withoutOwnMark(_ mark: String) -> [Inline]? {
    guard let first else { return nil }
    switch first {
    case .text(var text):
      guard let rest = String(text.string).trimmingSpace.afterMark(mark) else { return nil }
      text.string = String(rest.drop(while: \.isWhitespace))
      return (text.string.isEmpty ? [] : [.text(text)]) + dropFirst()
    case .styled(let node) where node.style == .superscript:
      guard node.inlines.plainText.trimmingSpace.isMark(mark) else { return nil }
      guard case .text(var next) = dropFirst().first else { return Array(dropFirst()) }
      next.string = String(next.string.drop(while: \.isWhitespace))
      return (next.string.isEmpty ? [] : [.text(next)]) + dropFirst(2)
    case .styled, .span, .link, .crossReference, .noteReference, .abbreviation, .image, .code,
      .mathematics, .lineBreak, .pageBreak:
      return nil
    }
  }
}

extension Substring {
  /// What follows the mark and its full stop or brackets; nil when the text begins with no such mark.
  fileprivate func afterMark(_ mark: String) -> Substring? {
    let opening = first.flatMap { Self.brackets[$0] }
    var rest = opening == nil ? self : dropFirst()
    guard rest.hasPrefix(mark) else { return nil }
    rest = rest.dropFirst(mark.count)
    if let opening {
      guard rest.first == opening else { return nil }
      rest = rest.dropFirst()
    } else {
      guard let sign = rest.first, sign == "." || sign == ")" || sign == ":" else { return nil }
      rest = rest.dropFirst()
    }
    // 1.5 and 2.Ebene are no marks.
    guard rest.isEmpty || rest.first?.isWhitespace == true else { return nil }
    return rest
  }

  /// Whether the text is the mark and nothing else but brackets or a full stop.
  fileprivate func isMark(_ mark: String) -> Bool { self == mark || afterMark(mark)?.isEmpty == true }

  private static let brackets: [Character: Character] = ["[": "]", "(": ")", "{": "}"]
}
