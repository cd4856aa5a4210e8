import Diagnostics
import DocumentModel

/// Changes names of bookmarks into identifiers of blocks; a reference to nowhere keeps its words.
struct ReferenceSettling: Rewriter {
  let bookmarks: [String: String]
  private(set) var missing: [(String, SourceRange?)] = []

  init(bookmarks: [String: String]) { self.bookmarks = bookmarks }

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
