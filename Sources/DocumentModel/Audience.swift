/// A kind of rendition a reader may ask for, as content names it.
///
/// This is the vocabulary of `only:` and `not:` in a source, so it names what a reader holds, not
/// file types: BRF, PEF and eBraille are all `braille`.
public enum Format: String, CaseIterable, Hashable, Codable, Sendable {
  /// Braille, on paper or on a display.
  case braille
  /// Print in large type.
  case largePrint = "large-print"
  /// Short plain sentences with pictures.
  case easyRead = "easy-read"
  /// A DAISY talking book.
  case daisy
  /// An EPUB.
  case epub
  /// Speech without text.
  case audio
  /// Plain text.
  case text
}

/// Which formats a node appears in.
public enum Audience: Hashable, Sendable {
  /// Only these formats show it.
  case only(Set<Format>)
  /// All formats but these show it.
  case except(Set<Format>)

  /// Whether a format shows a node with this audience.
  public func includes(_ format: Format) -> Bool {
    switch self {
    case .only(let formats): formats.contains(format)
    case .except(let formats): !formats.contains(format)
    }
  }
}
