import DocumentModel
import Wording
import XMLTree

// What is set apart from the text, as elements.

extension WebContentWriter {
  /// A quotation; with who is quoted it is a figure, whose caption names them (HTML, 4.4.4).
  mutating func quotation(_ node: BlockQuote, _ attributes: [XMLAttribute]) -> [XMLElement] {
    let (words, attribution) = within(.setApart) { inner in
      (inner.elements(for: node.blocks), inner.nodes(for: node.attribution))
    }
    guard attribution.holdSomething else { return wrapped("blockquote", attributes, words) }
    let caption = XMLElement("figcaption", [XMLAttribute("class", "attribution")], attribution)
    return wrapped(
      "figure", attributes.adding(class: "quotation"),
      wrapped("blockquote", [], words) + [caption] + descriptions())
  }

  mutating func figure(_ node: Figure, _ attributes: [XMLAttribute]) -> [XMLElement] {
    let inside = within(.setApart) { inner in
      let blocks = inner.elements(for: node.blocks)
      let caption = inner.content(of: node.caption)
      return blocks + (caption.holdSomething ? [XMLElement("figcaption", [], caption)] : [])
    }
    return wrapped("figure", attributes, inside)
  }

  mutating func aside(_ node: Aside, _ attributes: [XMLAttribute]) -> [XMLElement] {
    let outer = context
    let levels = openLevels
    if context.place != .headingCell { context.place = .setApart }
    defer {
      context = outer
      openLevels = levels
    }
    let title = nodes(for: node.title)
    let afterTitle = descriptions()
    // The colour of a box means something: it is said in words.
    let colour = node.colour.map { [XMLElement("p", [XMLAttribute("class", "colour")], text: $0)] } ?? []
    let attributes = attributes.adding(class: node.kind.rawValue)
    if node.kind == .details, choices.details != .open {
      let summary = XMLElement("summary", [], title.holdSomething ? title : own(.details))
      let inside = [summary] + afterTitle + colour + elements(for: node.blocks)
      let disclosure = node.info.range == nil ? choices.addedDetails : choices.details
      let isOpen = disclosure == .foldable ? [XMLAttribute("open", "open")] : []
      return [XMLElement("details", attributes + isOpen, inside.map(XMLNode.element))]
    }
    var label: [XMLElement] = []
    if title.holdSomething {
      label = [XMLElement("p", [XMLAttribute("class", "title")], title)]
    } else if let word = node.kind.label {
      label = [XMLElement("p", [XMLAttribute("class", "title")], own(word))]
    }
    let inside = label + afterTitle + colour + elements(for: node.blocks)
    let (name, role, term) = node.kind.element
    let roles = context.place == .headingCell ? [] : role.map { [XMLAttribute("role", $0)] } ?? []
    guard context.place != .headingCell else { return wrapped("div", attributes, inside) }
    return wrapped(name, attributes + roles + (term.map { type($0) } ?? []), inside)
  }

  /// A division. What has no look of its own is there for its role, its name or its language.
  mutating func division(_ node: Division, _ attributes: [XMLAttribute]) -> [XMLElement] {
    if node.role == Division.idea { return idea(node, attributes.adding(class: "idea")) }
    let inside = elements(for: node.blocks)
    if let role = node.role, SectionRoles.known.contains(role), context.place != .headingCell {
      return wrapped("section", attributes + [XMLAttribute("role", "doc-\(role)")] + type(role), inside)
    }
    return attributes.isEmpty ? inside : wrapped("div", attributes, inside)
  }
}

extension WebContentWriter {
  /// An idea of easy read: its picture, where it has one, and its words.
  private mutating func idea(_ node: Division, _ attributes: [XMLAttribute]) -> [XMLElement] {
    var blocks = node.blocks[...]
    var picture: [XMLElement] = []
    if case .figure? = blocks.first { picture = elements(for: [blocks.removeFirst()]) }
    let words = wrapped("div", [XMLAttribute("class", "words")], elements(for: Array(blocks)))
    return wrapped("div", attributes, picture + words)
  }
}

/// The roles of DPUB-ARIA 1.1 that a `section` may have, without `doc-`.
enum SectionRoles {
  static let known: Set<String> = [
    "abstract", "acknowledgments", "afterword", "appendix", "bibliography", "chapter", "colophon",
    "conclusion", "credit", "credits", "dedication", "endnotes", "epilogue", "epigraph", "errata",
    "example", "foreword", "glossary", "index", "introduction", "notice", "part", "preface", "prologue",
    "pullquote", "qna",
  ]
}

extension AsideKind {
  /// The element, its role of DPUB-ARIA and its term in the vocabulary of EPUB.
  fileprivate var element: (name: String, role: String?, term: String?) {
    switch self {
    case .sidebar: ("aside", nil, "sidebar")
    case .note: ("aside", nil, nil)
    case .tip: ("aside", "doc-tip", "tip")
    case .important, .warning: ("section", "doc-notice", "notice")
    case .example: ("aside", "doc-example", "example")
    case .details: ("div", nil, nil)
    }
  }
}

extension AsideKind {
  /// The word that stands for what an aside is when it has no title.
  fileprivate var label: ProgramWords.Name? {
    switch self {
    case .note: .noteHeading
    case .tip: .tip
    case .important: .important
    case .warning: .warning
    case .sidebar, .example, .details: nil
    }
  }
}
