import Diagnostics
import DocumentModel
import XMLTree

/// A story while it is read: the body, a note, a cell, a text box.
struct OpenDocumentStory {
  var items: [StoryItem] = []
  /// What a paragraph whose end is revised away hands on to the next.
  var carried: [Piece] = []
  /// Whether it is the body.
  var isMain = false
  /// The table of contents the place is in.
  var contents: FlatXML.NodeID?
  /// The hidden section the place is in.
  var hiddenSection: FlatXML.NodeID?
  /// Whether the next block begins a page.
  var turnWaits = false
  /// The lists around the place.
  var lists: [ListCounting.Open] = []
}

extension OpenDocumentReading {
  /// Reads what an element holds as a story of its own.
  func story(_ top: FlatXML.NodeID, in part: OpenDocumentPart, isMain: Bool = false) -> [Block] {
    let outer = pages.counts
    if isMain { pages.counts = true }
    defer { pages.counts = outer }
    var story = OpenDocumentStory(isMain: isMain)
    if isMain, let mark = pages.firstMark() { story.items.append(.block(.pageBreak(mark))) }
    walk(top, in: part, &story)
    if !story.carried.isEmpty {
      finish(story.carried, OpenDocumentParagraph(part: part, node: top), &story)
    }
    var assembly = StoryAssembly(takesAsTitle: takesAsTitle)
    return assembly.blocks(of: story.items)
  }

  /// Visits the blocks of an element, in order and without recursion through what only wraps them: a
  /// document may nest sections and lists tens of thousands deep.
  private func walk(
    _ top: FlatXML.NodeID, in part: OpenDocumentPart, _ story: inout OpenDocumentStory
  ) {
    let xml = part.xml
    var node = xml.firstChild(top)
    while node >= 0 {
      if enter(node, in: part, &story) {
        if xml.firstChild(node) >= 0 {
          node = xml.firstChild(node)
          continue
        }
        leave(node, in: part, &story)
      }
      while xml.next(node) < 0 {
        node = xml.parent(node)
        if node == top { return }
        leave(node, in: part, &story)
      }
      node = xml.next(node)
    }
  }

  /// Reads one block and what it holds.
  func read(_ node: FlatXML.NodeID, in part: OpenDocumentPart, _ story: inout OpenDocumentStory) {
    if enter(node, in: part, &story) {
      walk(node, in: part, &story)
      leave(node, in: part, &story)
    }
  }

  /// Takes note of a node among blocks; returns whether what it holds is to be visited.
  private func enter(
    _ node: FlatXML.NodeID, in part: OpenDocumentPart, _ story: inout OpenDocumentStory
  ) -> Bool {
    let xml = part.xml
    let name = xml.name(node)
    switch name {
    case "text:p", "text:h":
      if story.hiddenSection != nil {
        hide(part.words(node), at: part.range(node))
        return false
      }
      paragraph(node, in: part, &story)
      return false
    case "text:list":
      story.lists.append(lists.begin(node, in: part, outer: story.lists.last))
      return true
    case "text:list-item", "text:list-header":
      enterItem(node, in: part, isHeader: name == "text:list-header", &story)
      return true
    case "text:numbered-paragraph":
      story.lists.append(lists.begin(numbered: node, in: part))
      return true
    case "table:table":
      return enterTable(node, in: part, &story)
    case "text:section": return enterSection(node, in: part, &story)
    case "text:table-of-content":
      if story.contents == nil { story.contents = node }
      return true
    case "text:soft-page-break":
      if let turn = pages.turnAsLaidOut() { story.items.append(.block(.pageBreak(turn))) }
      return false
    case "text:change", "text:change-start", "text:change-end":
      story.items += change(node, in: part).map(StoryItem.block)
      return false
    case "office:annotation":
      _ = annotation(node, in: part)
      return false
    case "text:tracked-changes", "office:forms", "text:sequence-decls", "text:variable-decls",
      "text:user-field-decls", "text:dde-connection-decls", "text:table-of-content-source",
      "text:illustration-index-source", "text:table-index-source", "text:object-index-source",
      "text:user-index-source", "text:alphabetical-index-source", "text:bibliography-source",
      "text:alphabetical-index-auto-mark-file", "text:section-source", "office:dde-source",
      "table:calculation-settings", "office:change-info", "text:number", "dc:creator", "dc:date",
      "office:event-listeners", "svg:title", "svg:desc", "draw:glue-point", "draw:enhanced-geometry",
      "draw:contour-polygon", "draw:contour-path", "draw:image-map", "":
      return false
    default:
      guard name.hasPrefix("draw:") || name.hasPrefix("dr3d:") else { return true }
      // A drawing that is bound to its page stands before the text.
      var context = OpenDocumentParagraph(part: part, node: node)
      inlines(from: node, isWhole: true, &context)
      finish(context.pieces, context, &story)
      return false
    }
  }

  private func leave(
    _ node: FlatXML.NodeID, in part: OpenDocumentPart, _ story: inout OpenDocumentStory
  ) {
    if story.contents == node { story.contents = nil }
    if story.hiddenSection == node { story.hiddenSection = nil }
    switch part.xml.name(node) {
    case "text:list", "text:numbered-paragraph":
      if story.lists.last?.node == node { story.lists.removeLast() }
    case "text:list-item", "text:list-header":
      if let last = story.lists.indices.last { story.lists[last].isItem = false }
    default: break
    }
  }

  private func enterItem(
    _ node: FlatXML.NodeID, in part: OpenDocumentPart, isHeader: Bool, _ story: inout OpenDocumentStory
  ) {
    guard let last = story.lists.indices.last else { return }
    story.lists[last].isItem = !isHeader
    story.lists[last].hasCounted = isHeader
    story.lists[last].mark = nil
    story.lists[last].start = part.count("text:start-value", of: node, in: 0...(1 << 31))
    if let style = part.xml.attribute("text:style-override", of: node) { story.lists[last].style = style }
  }

  private func enterTable(
    _ node: FlatXML.NodeID, in part: OpenDocumentPart, _ story: inout OpenDocumentStory
  ) -> Bool {
    if story.hiddenSection != nil {
      hide(part.words(node), at: part.range(node))
      return false
    }
    guard depth < Self.deepest else {
      if !saidFlattened { log.report(.openDocumentFlattened(at: part.range(node))) }
      saidFlattened = true
      return true
    }
    let style = styles.style(part.xml.attribute("table:style-name", of: node), family: "table")
    turnPage(before: style, &story)
    depth += 1
    let blocks = table(node, in: part)
    depth -= 1
    story.items += blocks.map(StoryItem.block)
    if style.breaksAfter == true { turnPage(&story) }
    return false
  }

  /// A `text:section`: hidden as a whole, or held in another file.
  private func enterSection(
    _ node: FlatXML.NodeID, in part: OpenDocumentPart, _ story: inout OpenDocumentStory
  ) -> Bool {
    let xml = part.xml
    if let name = xml.attribute("text:name", of: node) { bookmark(name + "|region") }
    if let source = xml.child("text:section-source", of: node),
      let address = xml.attribute("xlink:href", of: source), !address.isEmpty,
      part.words(node).isEmpty
    {
      log.report(.openDocumentLinkedSection(address, at: part.range(node)))
    }
    let isHidden =
      switch xml.attribute("text:display", of: node) {
      case "none": true
      case "condition": xml.attribute("text:is-hidden", of: node) == "true"
      default: false
      }
    if isHidden, story.hiddenSection == nil { story.hiddenSection = node }
    return true
  }

  // MARK: - Pages

  /// Turns the page where a style asks for it.
  func turnPage(before style: OpenDocumentStyles.Style, _ story: inout OpenDocumentStory) {
    guard story.isMain else { return }
    defer { isAtFirstPage = false }
    let hasMaster = style.masterPage?.isEmpty == false
    if hasMaster || style.pageNumber != nil, !isAtFirstPage {
      pages.restart(at: style.pageNumber, format: styles.pageFormat(style.masterPage))
    }
    if hasMaster || style.breaksBefore == true, !isAtFirstPage { turnPage(&story) }
  }

  /// Turns the page where the author asks for it.
  func turnPage(_ story: inout OpenDocumentStory) {
    guard story.isMain else { return }
    if let turn = pages.turnAsAsked() {
      story.items.append(.block(.pageBreak(turn)))
    } else if !pages.isKnown {
      story.turnWaits = true
    }
  }

  // MARK: - Bookmarks

  /// Takes note of a bookmark, if anything refers to it.
  func bookmark(_ name: String) {
    guard referenced.contains(name), bookmarks[name] == nil, !waitingBookmarks.contains(name) else { return }
    waitingBookmarks.append(name)
  }

  /// The identifier of a block that bookmarks stand in; nil when there are none.
  func takeIdentifier() -> String? {
    guard let first = waitingBookmarks.first else { return nil }
    var id = String(
      first.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." ? $0 : "-" })
    if id.first?.isLetter != true, id.first != "_" { id = "b-" + id }
    let base = id
    var count = 1
    while !usedIDs.insert(id).inserted {
      count += 1
      id = base + "-\(count)"
    }
    for name in waitingBookmarks { bookmarks[name] = id }
    waitingBookmarks = []
    return id
  }
}
