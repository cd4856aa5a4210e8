import DocumentModel

// What eBraille 1.0's tagging practice and CSS have words for and HTML has no element for: kinds of
// paragraphs, coloured boxes, page turns.

extension MarkupTree.Element {
  /// What a class says the element's paragraphs are; nil when it says nothing. The names are those of
  /// eBraille's tagging best practices, and `blocked` and `attribution`.
  var paragraphKind: ParagraphKind? {
    guard let classes = self["class"] else { return nil }
    for name in classes.lowercased().split(whereSeparator: \.isWhitespace) {
      switch name {
      case "left-aligned", "blocked": return .blocked
      case "hanging": return .hanging
      case "directions": return .directions
      case "attribution": return .attribution
      case "transcriber-note", "transcribers-note", "the-end": return .transcribersNote
      default: continue
      }
    }
    return nil
  }

  /// The same of an element that groups blocks. Web pages use some of the names there for other things.
  var kindOfParagraphsInside: ParagraphKind? {
    switch paragraphKind {
    case .blocked, .transcribersNote: paragraphKind
    case .plain, .hanging, .directions, .attribution, nil: nil
    }
  }

  /// The colour of an aside whose colour carries meaning: `data-colour`, or in a box of eBraille its
  /// second class, as in `box yellow`.
  var boxColour: String? {
    if let colour = firstWords("data-colour", "data-color") { return colour }
    guard hasClass("box"), let classes = self["class"]?.lowercased() else { return nil }
    return classes.split(whereSeparator: \.isWhitespace).map(String.init).first(where: Self.colours.contains)
  }

  private static let colours: Set<String> = [
    "beige", "black", "blue", "brown", "cyan", "gold", "gray", "green", "grey", "magenta", "orange", "pink",
    "purple", "red", "silver", "tan", "teal", "turquoise", "violet", "white", "yellow",
  ]
}

extension Frame {
  /// Sets what the frame's paragraphs are. The words that close a book stand in the middle.
  mutating func set(_ kind: ParagraphKind, by element: MarkupTree.Element) {
    paragraphKind = kind
    if element.hasClass("the-end") { alignment = .centre }
  }
}

extension Style {
  /// Where the page turns, by `break-before`, `break-after` and `break-inside` or their older names.
  var pageTurns: PageTurns {
    var turns: PageTurns = []
    if Self.forces(self["break-before"] ?? self["page-break-before"]) { turns.insert(.before) }
    if Self.forces(self["break-after"] ?? self["page-break-after"]) { turns.insert(.after) }
    switch self["break-inside"] ?? self["page-break-inside"] {
    case "avoid", "avoid-page": turns.insert(.notInside)
    default: break
    }
    return turns
  }

  private static func forces(_ value: String?) -> Bool {
    switch value {
    case "page", "always", "left", "right", "recto", "verso": true
    default: false
    }
  }
}
