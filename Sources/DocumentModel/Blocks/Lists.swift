/// A bulleted or numbered list.
public struct List: Hashable, Sendable {
  /// What stands before the items.
  public var kind: ListKind
  /// The items, in order.
  public var items: [ListItem]
  /// Whether print sets the items without space between them.
  public var isTight: Bool
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a list.
  public init(_ kind: ListKind, _ items: [ListItem], isTight: Bool = true, info: NodeInfo = NodeInfo()) {
    self.kind = kind
    self.items = items
    self.isTight = isTight
    self.info = info
  }
}

/// What stands before each item.
public enum ListKind: Hashable, Sendable {
  /// A bullet.
  case bulleted
  /// A number that counts from `start`.
  case numbered(start: Int, style: NumberStyle, delimiter: NumberDelimiter)
  /// Nothing: the source asks for a list with no marks.
  case unmarked
}

/// How a list's numbers are written.
public enum NumberStyle: String, Sendable {
  /// 1, 2, 3.
  case decimal
  /// a, b, c.
  case lowerLetter = "lower-letter"
  /// A, B, C.
  case upperLetter = "upper-letter"
  /// i, ii, iii.
  case lowerRoman = "lower-roman"
  /// I, II, III.
  case upperRoman = "upper-roman"
}

/// What follows, or surrounds, a list's numbers.
public enum NumberDelimiter: String, Sendable {
  /// `1.`
  case period
  /// `1)`
  case parenthesis
  /// `(1)`
  case parentheses
  /// `1`
  case none
}

/// An item of a list.
public struct ListItem: Hashable, Sendable {
  /// What the item says.
  public var blocks: [Block]
  /// Whether the item is a task, and whether the task is done.
  public var task: TaskState?
  /// The item's own number, when the source gives one that does not follow from counting.
  public var number: Int?
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes an item.
  public init(
    _ blocks: [Block], task: TaskState? = nil, number: Int? = nil, info: NodeInfo = NodeInfo()
  ) {
    self.blocks = blocks
    self.task = task
    self.number = number
    self.info = info
  }
}

/// Whether a task list's item is done.
public enum TaskState: String, Sendable {
  /// Still to be done.
  case open
  /// Done.
  case done
}

/// Terms with their definitions.
public struct DefinitionList: Hashable, Sendable {
  /// The terms with their definitions, in order.
  public var items: [DefinitionItem]
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a definition list.
  public init(_ items: [DefinitionItem], info: NodeInfo = NodeInfo()) {
    self.items = items
    self.info = info
  }
}

/// One or more terms and what they mean.
public struct DefinitionItem: Hashable, Sendable {
  /// The terms, in order.
  public var terms: [DefinitionTerm]
  /// What they mean, in order.
  public var definitions: [Definition]
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes an item; a source may hold terms without a definition, and the reverse.
  public init(terms: [DefinitionTerm], definitions: [Definition], info: NodeInfo = NodeInfo()) {
    self.terms = terms
    self.definitions = definitions
    self.info = info
  }
}

/// A term that is defined.
public struct DefinitionTerm: Hashable, Sendable {
  /// The words of the term.
  public var inlines: [Inline]
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a term.
  public init(_ inlines: [Inline], info: NodeInfo = NodeInfo()) {
    self.inlines = inlines
    self.info = info
  }
}

/// What a term means.
public struct Definition: Hashable, Sendable {
  /// The words of the definition.
  public var blocks: [Block]
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a definition.
  public init(_ blocks: [Block], info: NodeInfo = NodeInfo()) {
    self.blocks = blocks
    self.info = info
  }
}
