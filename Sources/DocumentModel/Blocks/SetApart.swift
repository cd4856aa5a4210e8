/// A picture, diagram, table or other matter set apart from the text, with its caption.
public struct Figure: Hashable, Sendable {
  /// What is shown.
  public var blocks: [Block]
  /// The caption; empty when there is none.
  public var caption: [Block]
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a figure.
  public init(_ blocks: [Block], caption: [Block] = [], info: NodeInfo = NodeInfo()) {
    self.blocks = blocks
    self.caption = caption
    self.info = info
  }
}

/// Text that stands beside the main text: a box, a sidebar, a warning, details that open.
public struct Aside: Hashable, Sendable {
  /// What it is for.
  public var kind: AsideKind
  /// The title; empty when there is none.
  public var title: [Inline]
  /// What it says, without the title.
  public var blocks: [Block]
  /// The name of the colour print tells it from other asides by; nil when colour means nothing.
  public var colour: String?
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes an aside.
  public init(
    _ kind: AsideKind, title: [Inline] = [], _ blocks: [Block], colour: String? = nil,
    info: NodeInfo = NodeInfo()
  ) {
    self.kind = kind
    self.title = title
    self.blocks = blocks
    self.colour = colour
    self.info = info
  }
}

/// What an aside is for.
public enum AsideKind: String, CaseIterable, Sendable {
  /// Matter beside the text, such as a box.
  case sidebar
  /// Something worth knowing.
  case note
  /// Advice.
  case tip
  /// Something a reader must know.
  case important
  /// A danger.
  case warning
  /// An example.
  case example
  /// HTML's `details`: text that print shows and a screen may fold away.
  case details
}
