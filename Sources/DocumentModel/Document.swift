/// A report, as every renderer sees it: a value tree and the notes it refers to.
public struct Document: Hashable, Sendable {
  /// What the document says about itself.
  public var metadata: Metadata
  /// The content, in reading order.
  public var blocks: [Block]
  /// The bodies of notes, in the order the source holds them; a note reference names one by id.
  public var notes: [Note]
  /// The parts source ranges refer to: the file's own name first, then package parts.
  public var parts: [String]
  /// The speech that goes with it; nil for a document that is only read.
  public var narration: Narration?
  /// The pictures' files, each once. A reader of packages fills it; for other sources a transform
  /// does, where the rendition shows pictures. A picture whose name is not here is not at hand.
  public var resources: [Resource]

  /// Makes a document.
  public init(
    metadata: Metadata = Metadata(), blocks: [Block] = [], notes: [Note] = [], parts: [String] = [],
    resources: [Resource] = []
  ) {
    self.metadata = metadata
    self.blocks = blocks
    self.notes = notes
    self.parts = parts
    self.resources = resources
  }

  /// How deep blocks and inlines together may nest. Readers flatten what goes deeper, with a
  /// warning, because recursion over tens of thousands of levels overflows the stack.
  public static let maximumDepth = 256
}

/// The body of a footnote or endnote.
public struct Note: Hashable, Sendable {
  /// What a `NoteReference` names it by; unique among the document's notes.
  public var id: String
  /// The mark the source gives it, such as `1` or `*`; nil when notes are simply numbered.
  public var label: String?
  /// Where print places it.
  public var placement: NotePlacement
  /// The note's text.
  public var blocks: [Block]
  /// Range, language and the rest.
  public var info: NodeInfo

  /// Makes a note.
  public init(
    id: String, label: String? = nil, placement: NotePlacement = .foot, blocks: [Block],
    info: NodeInfo = NodeInfo()
  ) {
    self.id = id
    self.label = label
    self.placement = placement
    self.blocks = blocks
    self.info = info
  }
}

/// Where print places a note.
public enum NotePlacement: String, Sendable {
  /// At the foot of its page.
  case foot
  /// At the end of the document or of a part of it.
  case end
}
