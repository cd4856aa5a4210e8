/// A node that stands on lines of its own.
///
/// Add a case here and every renderer stops compiling until it answers for it: nothing in the
/// project switches over blocks with `default`.
public enum Block: Hashable, Sendable {
  case heading(Heading)
  case paragraph(Paragraph)
  case list(List)
  case definitionList(DefinitionList)
  case blockQuote(BlockQuote)
  case code(CodeBlock)
  case table(Table)
  case figure(Figure)
  case aside(Aside)
  case lineGroup(LineGroup)
  case mathematics(MathematicsBlock)
  case separator(Separator)
  case pageBreak(PageBreak)
  case division(Division)
}

extension Block {
  /// What the node carries besides its content.
  public var info: NodeInfo {
    get {
      switch self {
      case .heading(let node): node.info
      case .paragraph(let node): node.info
      case .list(let node): node.info
      case .definitionList(let node): node.info
      case .blockQuote(let node): node.info
      case .code(let node): node.info
      case .table(let node): node.info
      case .figure(let node): node.info
      case .aside(let node): node.info
      case .lineGroup(let node): node.info
      case .mathematics(let node): node.info
      case .separator(let node): node.info
      case .pageBreak(let node): node.info
      case .division(let node): node.info
      }
    }
    set {
      switch self {
      case .heading(var node): node.info = newValue; self = .heading(node)
      case .paragraph(var node): node.info = newValue; self = .paragraph(node)
      case .list(var node): node.info = newValue; self = .list(node)
      case .definitionList(var node): node.info = newValue; self = .definitionList(node)
      case .blockQuote(var node): node.info = newValue; self = .blockQuote(node)
      case .code(var node): node.info = newValue; self = .code(node)
      case .table(var node): node.info = newValue; self = .table(node)
      case .figure(var node): node.info = newValue; self = .figure(node)
      case .aside(var node): node.info = newValue; self = .aside(node)
      case .lineGroup(var node): node.info = newValue; self = .lineGroup(node)
      case .mathematics(var node): node.info = newValue; self = .mathematics(node)
      case .separator(var node): node.info = newValue; self = .separator(node)
      case .pageBreak(var node): node.info = newValue; self = .pageBreak(node)
      case .division(var node): node.info = newValue; self = .division(node)
      }
    }
  }
}
