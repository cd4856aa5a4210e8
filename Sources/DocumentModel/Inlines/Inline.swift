/// A node that stands in a line of text.
///
/// As with `Block`, nothing in the project switches over inlines with `default`.
public enum Inline: Hashable, Sendable {
  case text(Text)
  case styled(Styled)
  case span(Span)
  case link(Link)
  case crossReference(CrossReference)
  case noteReference(NoteReference)
  case abbreviation(Abbreviation)
  case image(Image)
  case code(InlineCode)
  case mathematics(InlineMathematics)
  case lineBreak(LineBreak)
  case pageBreak(PageBreak)
}

extension Inline {
  /// What the node carries besides its content.
  public var info: NodeInfo {
    get {
      switch self {
      case .text(let node): node.info
      case .styled(let node): node.info
      case .span(let node): node.info
      case .link(let node): node.info
      case .crossReference(let node): node.info
      case .noteReference(let node): node.info
      case .abbreviation(let node): node.info
      case .image(let node): node.info
      case .code(let node): node.info
      case .mathematics(let node): node.info
      case .lineBreak(let node): node.info
      case .pageBreak(let node): node.info
      }
    }
    set {
      switch self {
      case .text(var node): node.info = newValue; self = .text(node)
      case .styled(var node): node.info = newValue; self = .styled(node)
      case .span(var node): node.info = newValue; self = .span(node)
      case .link(var node): node.info = newValue; self = .link(node)
      case .crossReference(var node): node.info = newValue; self = .crossReference(node)
      case .noteReference(var node): node.info = newValue; self = .noteReference(node)
      case .abbreviation(var node): node.info = newValue; self = .abbreviation(node)
      case .image(var node): node.info = newValue; self = .image(node)
      case .code(var node): node.info = newValue; self = .code(node)
      case .mathematics(var node): node.info = newValue; self = .mathematics(node)
      case .lineBreak(var node): node.info = newValue; self = .lineBreak(node)
      case .pageBreak(var node): node.info = newValue; self = .pageBreak(node)
      }
    }
  }
}
