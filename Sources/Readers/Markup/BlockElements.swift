import Diagnostics
import DocumentModel

extension DocumentBuilder {
  /// Begins an element that stands on lines of its own.
  mutating func enterBlock(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, _ tag: Tag
  ) -> Bool {
    boundary()
    guard let frame = frames.last, !frame.holdsInlinesOnly else {
      return enterBlockAmongInlines(node, element, tag)
    }
    switch tag {
    case .hr where isInEndnotes(node): return false
    case .hr:
      append(.separator(Separator(info: info(node, element))))
      return false
    case .colgroup, .col:
      if !tables.isEmpty { noteColumn(element, tag) }
      return tag == .colgroup
    default: break
    }
    guard fits(node) else {
      if tag.keepsWhiteSpace { whiteSpace.append((node, true)) }
      return true
    }
    switch tag {
    case .p: return enterParagraph(node, element)
    case .h1, .h2, .h3, .h4, .h5, .h6, .heading:
      let level = element.integer("aria-level").flatMap { $0 > 0 ? $0 : nil } ?? tag.headingLevel ?? 2
      push(.heading(level: min(level, 99)), node: node, info: info(node, element))
    case .ul, .menu, .dir, .ol: enterList(node, element, tag)
    case .li: enterItem(node, element)
    case .dl: enterDefinitionList(node, element)
    case .dt: enterTerm(node, element)
    case .dd: enterDefinition(node, element)
    case .blockquote: push(.blockQuote, node: node, info: info(node, element))
    case .pre, .listing, .xmp, .plaintext: return enterPreformatted(node, element)
    case .table: return enterTable(node, element)
    case .caption, .thead, .tbody, .tfoot, .tr, .td, .th: return enterTablePart(node, element, tag)
    case .figure:
      figures.append(FigureParts())
      push(.figure, node: node, info: info(node, element))
    case .figcaption: enterCaption(node, element, isFor: .figure)
    case .aside: push(.aside(asideKind(element) ?? .sidebar), node: node, info: info(node, element))
    case .details: push(.aside(.details), node: node, info: info(node, element))
    case .summary: enterSummary(node, element)
    case .address where isLines(node): enterLineGroup(node, element)
    case .footer:
      if case .blockQuote = frame.kind {
        push(.attribution, node: node, info: info(node, element))
      } else {
        enterContainer(node, element, tag)
      }
    default: enterContainer(node, element, tag)
    }
    return true
  }

  /// A block where only inlines are held (in a heading, a term, a summary): text on its own line.
  private mutating func enterBlockAmongInlines(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, _ tag: Tag
  ) -> Bool {
    switch tag {
    case .hr, .col: return false
    default: break
    }
    let info = info(node, element)
    if !info.isPlain { activate(.span(pronunciation: nil), node, info: info) }
    if tag.keepsWhiteSpace { whiteSpace.append((node, true)) }
    return true
  }

  private mutating func enterParagraph(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) -> Bool {
    if element.attributes.isEmpty {
      push(.paragraph, node: node, info: NodeInfo(range: tree.range(of: node)))
      return true
    }
    if element.hasClass("line"), case .lineGroup? = frames.last?.kind {
      enterLine(node, element)
      return true
    }
    push(.paragraph, node: node, info: info(node, element))
    if let alignment = element.alignment { frames[frames.count - 1].alignment = alignment }
    if let kind = element.paragraphKind { frames[frames.count - 1].set(kind, by: element) }
    if element.roles.contains("subtitle") { subtitle = tree.words(of: node) }
    return true
  }

  /// Begins an element that groups blocks. It becomes a node only where it carries something.
  private mutating func enterContainer(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, _ tag: Tag
  ) {
    if case .definitionList? = frames.last?.kind {
      definitionLists[definitionLists.count - 1].endItem()
      return
    }
    guard !element.attributes.isEmpty || tag == .center else { return }
    if element.hasClass("line-block") || element.hasClass("verse") || element.hasClass("poem")
      || element.hasClass("linegroup")
    {
      enterLineGroup(node, element)
      return
    }
    if case .lineGroup? = frames.last?.kind {
      if element.hasClass("line") { enterLine(node, element) }
      return
    }
    let alignment = tag == .center ? .centre : element.alignment
    if let kind = asideKind(element) {
      push(.aside(kind), node: node, info: info(node, element))
    } else {
      let role = element.roles.first { Self.divisionRoles.contains($0) }
      var info = info(node, element)
      if tag == .main {
        // The frame of a whole page would only hold the page: links to it lead to where it begins.
        keepPlace(info)
        info.id = nil
      }
      if role != nil || !info.isPlain {
        push(.division(role: role), node: node, info: info)
      } else if alignment != nil || element.kindOfParagraphsInside != nil {
        push(.group, node: node, info: info)
      } else {
        return
      }
      if let kind = element.kindOfParagraphsInside { frames[frames.count - 1].set(kind, by: element) }
    }
    if let alignment { frames[frames.count - 1].alignment = alignment }
  }

  /// The sections DPUB-ARIA 1.1 names, without `doc-`.
  static let divisionRoles: Set<String> = [
    "abstract", "acknowledgments", "afterword", "appendix", "bibliography", "chapter", "colophon",
    "conclusion", "cover", "credit", "credits", "dedication", "epigraph", "epilogue", "errata",
    "foreword", "glossary", "index", "introduction", "pagelist", "part", "preface", "prologue",
    "pullquote", "qna", "toc",
  ]

  /// What kind of aside an element's role, or the class of an `aside`, makes of it.
  private func asideKind(_ element: MarkupTree.Element) -> AsideKind? {
    for role in element.roles {
      switch role {
      case "note": return .note
      case "tip": return .tip
      case "notice": return .important
      case "example": return .example
      case "warning": return .warning
      default: break
      }
    }
    guard element.name == "aside" else { return nil }
    return AsideKind.allCases.first { $0 != .details && element.hasClass($0.rawValue) }
      ?? (element.hasClass("caution") || element.hasClass("danger") ? .warning : nil)
  }

  private mutating func enterSummary(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) {
    guard case .aside? = frames.last?.kind else {
      push(.paragraph, node: node, info: info(node, element))
      return
    }
    push(.summary, node: node, info: info(node, element))
  }

  // MARK: Lines

  /// Whether an address is lines ended by `br`, and not paragraphs.
  private func isLines(_ node: MarkupTree.NodeID) -> Bool {
    var hasBreak = false
    var child = tree.firstChild(of: node)
    while child >= 0 {
      let tag = survey.tags[Int(child)]
      if tag.isBlock { return false }
      if tag == .br { hasBreak = true }
      child = tree.nextSibling(of: child)
    }
    return hasBreak
  }

  private mutating func enterLine(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) {
    keepPlace(info(node, element))
    lineIndent = element.lineIndent
  }

  private mutating func enterLineGroup(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) {
    push(.lineGroup, node: node, info: info(node, element))
    lineGroups.append([])
  }
}

extension MarkupTree.Element {
  /// The steps a line is indented by, as our books have them: its class is `indent-1` to `indent-10`.
  fileprivate var lineIndent: Int {
    let names = self["class"]?.split(whereSeparator: \.isWhitespace) ?? []
    let steps = names.compactMap { $0.hasPrefix("indent-") ? Int($0.dropFirst("indent-".count)) : nil }
    return min(max(0, steps.first ?? 0), 99)
  }
}

extension Tag {
  var keepsWhiteSpace: Bool {
    switch self {
    case .pre, .listing, .xmp, .plaintext: true
    default: false
    }
  }
}

/// A figure's caption while the figure is read.
struct FigureParts {
  var caption: [Block] = []
}
