extension Block {
  /// What kind of node it is, in words for messages: `table`, `block quote`.
  public var kindName: String {
    switch self {
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .list: "list"
    case .definitionList: "definition list"
    case .blockQuote: "block quote"
    case .code: "code block"
    case .table: "table"
    case .figure: "figure"
    case .aside: "aside"
    case .lineGroup: "line group"
    case .mathematics: "formula"
    case .separator: "separator"
    case .pageBreak: "page break"
    case .division: "division"
    }
  }
}
