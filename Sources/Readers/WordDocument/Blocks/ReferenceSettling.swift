import Diagnostics
import DocumentModel

extension WordReading {
  /// Leads references to the blocks their bookmarks stand in.
  func settleReferences(in document: inout Document) {
    var settling = ReferenceSettling(bookmarks: bookmarks)
    document = settling.rewrite(document)
    for (name, range) in settling.missing { log.report(.bookmarkMissing(name, at: range)) }
  }
}

/// Changes names of bookmarks into identifiers of blocks; a reference to nowhere keeps its words.
private struct ReferenceSettling: Rewriter {
  let bookmarks: [String: String]
  var missing: [(String, SourceRange?)] = []

  mutating func replacement(for inline: Inline) -> Inline {
    guard case .crossReference(var reference) = inline else { return inline }
    if let id = bookmarks[reference.target] {
      reference.target = id
      return .crossReference(reference)
    }
    missing.append((reference.target, reference.info.range))
    return .span(Span(reference.inlines, info: reference.info))
  }
}
