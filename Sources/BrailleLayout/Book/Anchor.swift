/// A place in the flow that can be found again on the pages: a heading, the target of a cross
/// reference, the beginning of a print page.
///
/// Anchors travel with the text. Layout puts each on the row its place came to stand on, and
/// ``PageIndex`` reads them off the finished pages.
public struct Anchor: Hashable, Sendable {
  /// What names the place, unique in the document: the node's identifier. Places without one have a
  /// name that begins with a space, which no identifier does.
  public var id: String
  public var kind: Kind
  /// The print page in force where it stands; set by layout, nil where none is known.
  public var printPage: String?

  /// Makes an anchor.
  public init(id: String, kind: Kind = .target) {
    self.id = id
    self.kind = kind
  }

  /// What stands at the place.
  public enum Kind: Hashable, Sendable {
    /// A heading of this level, from 1, with these words.
    case heading(level: Int, title: String)
    /// A print page of this number begins.
    case printPage(String)
    /// Something else a reference may lead to.
    case target
  }
}

/// An anchor in a text.
public struct TextAnchor: Hashable, Sendable {
  /// The offset of the print character it stands before, as in `BrailleText.origins`.
  public var offset: Int
  public var anchor: Anchor

  /// Makes an anchor in a text.
  public init(offset: Int = 0, _ anchor: Anchor) {
    self.offset = offset
    self.anchor = anchor
  }
}
