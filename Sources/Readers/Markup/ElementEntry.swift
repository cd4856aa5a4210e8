import Diagnostics
import DocumentModel

extension DocumentBuilder {
  /// Begins an element; returns whether what it holds is to be visited.
  mutating func enter(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) -> Bool {
    let tag = survey.tags[Int(node)]
    let traits = survey.traits[Int(node)]
    if traits.contains(.leftOut) || tag.isNeverShown { return false }
    if tag.standsApart { separate() }
    let descends =
      traits.isEmpty ? enterPlain(node, element, tag) : enterMarked(node, element, tag, traits)
    if descends {
      if !element.attributes.isEmpty, let keeps = element.keepsWhiteSpace {
        whiteSpace.append((node, keeps))
      }
    } else if tag.standsApart {
      separate()
    }
    return descends
  }

  private mutating func enterPlain(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, _ tag: Tag
  ) -> Bool {
    tag.isBlock ? enterBlock(node, element, tag) : enterInline(node, element, tag)
  }

  /// Begins an element the survey has marked.
  private mutating func enterMarked(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, _ tag: Tag, _ traits: Survey.Traits
  ) -> Bool {
    if traits.contains(.note) { return enterNote(node, element, tag, traits) }
    if traits.contains(.hidden), !describing.contains(node) {
      leaveOutHidden(node)
      return false
    }
    if traits.contains(.pageBreak) { return enterPageBreak(node, element, tag) }
    if traits.contains(.backLink), isInNote { return false }
    if traits.contains(.noteReference), tag == .a { return enterNoteReference(node, element, tag) }
    if traits.contains(.ariaHidden), leavesOutAriaHidden(node, element, tag) { return false }
    if traits.contains(.markedAsNote) {
      log.report(.noteNotReferredTo(tree.words(of: node, limit: 40), at: tree.range(of: node)))
    }
    return enterPlain(node, element, tag)
  }

  // MARK: Hidden

  /// Says what hidden content was left out.
  private mutating func leaveOutHidden(_ node: MarkupTree.NodeID) {
    guard !described.contains(node) else { return }
    let words = tree.words(of: node)
    guard !words.isEmpty else { return }
    let count = words.split(separator: " ").count
    log.report(.hiddenLeftOut(words, count: count, at: tree.range(of: node)))
  }

  /// Whether an element the page hides from assistive technology is left out. Print shows it, so its
  /// words are kept; what holds no letter or digit (an icon, an arrow), and what repeats mathematics
  /// given as MathML beside it, is not missed.
  private mutating func leavesOutAriaHidden(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, _ tag: Tag
  ) -> Bool {
    if tag == .img || tag == .svg || tag == .picture { return false }
    let words = tree.words(of: node, limit: 200)
    if words.isEmpty { return false }
    if !words.unicodeScalars.contains(where: {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    })
      || repeatsMathematics(node)
    {
      log.report(.ariaHiddenLeftOut(words, at: tree.range(of: node)))
      return true
    }
    log.report(.ariaHiddenKept(words, at: tree.range(of: node)))
    return false
  }

  /// Whether a formula drawn in HTML (KaTeX, MathJax) stands beside the MathML it was drawn from.
  private func repeatsMathematics(_ node: MarkupTree.NodeID) -> Bool {
    let parent = tree.parent(of: node)
    guard !survey.tags[Int(node)].isBlock, !survey.tags[Int(parent)].isBlock else { return false }
    var sibling = tree.firstChild(of: parent)
    for _ in 0..<16 where sibling >= 0 {
      if sibling != node {
        var inner: MarkupTree.NodeID? = sibling
        for _ in 0..<8 {
          guard let current = inner else { break }
          if survey.tags[Int(current)] == .math { return true }
          inner = tree.successor(of: current, within: sibling)
        }
      }
      sibling = tree.nextSibling(of: sibling)
    }
    return false
  }

  // MARK: Print pages

  private mutating func enterPageBreak(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, _ tag: Tag
  ) -> Bool {
    let text = tree.words(of: node, limit: 60)
    // A whole passage inside the mark is content, not the number.
    let holdsContent = text.split(separator: " ").count > 3
    var number = element.firstWords("aria-label", "title").map { Self.pageNumber($0) } ?? ""
    if number.isEmpty, !holdsContent { number = Self.pageNumber(text) }
    if number.isEmpty, let id = element["id"] { number = Self.pageNumber(inID: id) }
    if tag.isBlock { boundary() }
    let info = info(node, element)
    if number.isEmpty { log.report(.pageBreakWithoutNumber(at: info.range)) }
    let pageBreak = PageBreak(number: number, info: info)
    if let frame = frames.last, !frame.holdsInlinesOnly, !frame.hasContent, tag.isBlock {
      append(Block.pageBreak(pageBreak))
    } else {
      appendMark(Inline.pageBreak(pageBreak))
    }
    return holdsContent
  }

  /// Adds a mark that takes no room in the line: a space before it and one after are still one.
  private mutating func appendMark(_ inline: Inline) {
    let endedInSpace = frames.last?.endsInSpace ?? true
    append(inline)
    frames[frames.count - 1].endsInSpace = endedInSpace
  }

  /// The number in a page break's label: `Page 12.` gives `12`; a label of one word is the number.
  private static func pageNumber(_ label: String) -> String {
    let words = label.split(separator: " ")
    guard let last = words.last else { return "" }
    let number = last.last == "." || last.last == ":" ? last.dropLast() : last
    return String(number)
  }

  /// The number at the end of an identifier such as `page12`, `pg_xiv` or `p-B3`; empty when there
  /// is none.
  private static func pageNumber(inID id: String) -> String {
    if let separator = id.lastIndex(where: { $0 == "_" || $0 == "-" || $0 == "." }) {
      return String(id[id.index(after: separator)...])
    }
    for prefix in ["page", "pg", "p"] where id.lowercased().hasPrefix(prefix) {
      return String(id.dropFirst(prefix.count))
    }
    return String(id.reversed().prefix { $0.isNumber }.reversed())
  }
}
