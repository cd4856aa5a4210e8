/// A link to somewhere outside the document.
public struct Link: Hashable, Sendable {
  /// The address as the source wrote it.
  public var target: String
  /// The advisory title; nil when there is none.
  public var title: String?
  /// The words of the link; empty when it shows nothing but its address.
  public var inlines: [Inline]
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a link.
  public init(_ target: String, title: String? = nil, _ inlines: [Inline], info: NodeInfo = NodeInfo()) {
    self.target = target
    self.title = title
    self.inlines = inlines
    self.info = info
  }
}

/// A link to a place in the same document.
public struct CrossReference: Hashable, Sendable {
  /// The `id` of the node it leads to.
  public var target: String
  /// The words of the reference.
  public var inlines: [Inline]
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a cross reference.
  public init(_ target: String, _ inlines: [Inline], info: NodeInfo = NodeInfo()) {
    self.target = target
    self.inlines = inlines
    self.info = info
  }
}

/// The mark in the text that leads to a note.
public struct NoteReference: Hashable, Sendable {
  /// The `id` of the note in the document's `notes`.
  public var note: String
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a note reference.
  public init(_ note: String, info: NodeInfo = NodeInfo()) {
    self.note = note
    self.info = info
  }
}

/// A picture in a line of text. A picture on its own is one inside a paragraph or a figure.
public struct Image: Hashable, Sendable {
  /// Where its bytes are, as the source wrote it: a relative path, an address, a part name.
  public var source: String
  /// What it says to those who cannot see it.
  public var alternative: TextAlternative
  /// The advisory title; nil when there is none.
  public var title: String?
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a picture.
  public init(
    _ source: String, alternative: TextAlternative, title: String? = nil, info: NodeInfo = NodeInfo()
  ) {
    self.source = source
    self.alternative = alternative
    self.title = title
    self.info = info
  }
}

/// What stands for a picture where it cannot be seen. The three cases are never confused: a missing
/// alternative is a fault to report, a decorative picture is not.
public indirect enum TextAlternative: Hashable, Sendable {
  /// The source says nothing about the picture.
  case missing
  /// The source says that the picture carries no information.
  case decorative
  /// The words for it, and a longer description where there is one.
  case text(String, longDescription: [Block] = [])
}
