import Diagnostics
import DocumentModel
import XMLTree

/// A story while it is read: the body, a note, a cell, a text box.
struct Story {
  var items: [StoryItem] = []
  /// What a paragraph whose end is deleted hands on to the next.
  var carried: [Piece] = []
  /// Whether it is the body.
  var isMain = false
  /// The content control that holds a table of contents, while its content is read.
  var contents: FlatXML.NodeID?
  /// Whether the next block begins a page.
  var turnWaits = false
}

extension WordReading {
  /// Reads what an element holds as a story of its own.
  func story(_ top: FlatXML.NodeID, in part: WordPart, isMain: Bool = false) -> [Block] {
    let outer = (fields, hyperlinks, pages.counts)
    fields = []
    hyperlinks = []
    if isMain { pages.counts = true }
    defer { (fields, hyperlinks, pages.counts) = outer }
    var story = Story(isMain: isMain)
    if isMain, let mark = pages.firstMark() { story.items.append(.block(.pageBreak(mark))) }
    walk(top, in: part, &story)
    if !story.carried.isEmpty { finish(story.carried, ParagraphContext(part: part, node: top), &story) }
    var assembly = StoryAssembly(takesAsTitle: takesAsTitle)
    return assembly.blocks(of: story.items)
  }

  /// Visits the blocks of an element, in order and without recursion through what only wraps them: a
  /// document may nest content controls tens of thousands deep.
  private func walk(_ top: FlatXML.NodeID, in part: WordPart, _ story: inout Story) {
    let xml = part.xml
    var node = xml.firstChild(top)
    while node >= 0 {
      if enter(node, in: part, &story), xml.firstChild(node) >= 0 {
        node = xml.firstChild(node)
        continue
      }
      if story.contents == node { story.contents = nil }
      while xml.next(node) < 0 {
        node = xml.parent(node)
        if node == top { return }
        if story.contents == node { story.contents = nil }
      }
      node = xml.next(node)
    }
  }

  /// Takes note of a node among blocks; returns whether what it holds is to be visited.
  private func enter(_ node: FlatXML.NodeID, in part: WordPart, _ story: inout Story) -> Bool {
    let xml = part.xml
    let name = xml.name(node)
    switch name {
    case "w:p":
      paragraph(node, in: part, &story)
      return false
    case "w:tbl":
      guard depth < Self.deepest else {
        if !saidFlattened { log.report(.wordNestingFlattened(at: part.range(node))) }
        saidFlattened = true
        return true
      }
      depth += 1
      defer { depth -= 1 }
      let blocks = table(node, in: part)
      story.items += blocks.map(StoryItem.block)
      return false
    case "w:sdt":
      if story.contents == nil, isContents(node, in: part) { story.contents = node }
      return true
    case "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:tblGrid", "w:tblPrEx", "w:trPr", "w:tcPr", "w:pPr",
      "w:customXmlPr", "w:smartTagPr", "w:sectPr", "":
      return false
    case "w:altChunk":
      story.items += chunk(node, in: part).map(StoryItem.block)
      return false
    case "w:ins", "w:del", "w:moveTo", "w:moveFrom": return isKept(revision: name)
    case "mc:Choice", "mc:Fallback": return isChosen(node, in: part)
    case "w:bookmarkStart":
      bookmark(node, in: part)
      return false
    case "m:oMathPara", "m:oMath":
      let range = part.range(node)
      for formula in formulas(node, in: part) {
        story.items.append(
          .block(.mathematics(MathematicsBlock(formula, info: NodeInfo(range: range)))))
      }
      return false
    case "w:r", "w:hyperlink", "w:fldSimple":
      // Runs stand in paragraphs; a file that has them elsewhere is read all the same.
      var context = ParagraphContext(part: part, node: xml.parent(node))
      context.pieces = story.carried
      story.carried = []
      inlines(from: node, isWhole: true, &context)
      finish(context.pieces, context, &story)
      return false
    default: return true
    }
  }

  /// Whether a content control holds a table of contents Word made.
  private func isContents(_ node: FlatXML.NodeID, in part: WordPart) -> Bool {
    let gallery = part.descend(part.xml.child("w:sdtPr", of: node), "w:docPartObj")
    return part.value("w:docPartGallery", of: gallery) == "Table of Contents"
  }

  /// Whether a branch of alternatives is the one to read: the first whose demands are met, else the
  /// one for programs that meet none (ISO/IEC 29500-3, 7.2).
  func isChosen(_ node: FlatXML.NodeID, in part: WordPart) -> Bool {
    let xml = part.xml
    let parent = xml.parent(node)
    guard parent >= 0 else { return true }
    for branch in xml.children(parent) {
      if xml.name(branch) == "mc:Choice" {
        let demands = (xml.attribute("Requires", of: branch) ?? "").split(separator: " ")
        if demands.allSatisfy({ WordNamespaces.understood.contains(String($0)) }) { return branch == node }
      } else if xml.name(branch) == "mc:Fallback" {
        return branch == node
      }
    }
    return false
  }

  /// Whether text in a revision element is read.
  func isKept(revision name: String) -> Bool {
    switch name {
    case "w:del", "w:moveFrom": options.changes != .accept
    case "w:ins", "w:moveTo": options.changes != .reject
    default: true
    }
  }

  /// Takes note of a bookmark, if anything refers to it.
  func bookmark(_ node: FlatXML.NodeID, in part: WordPart) {
    guard let name = part.xml.attribute("w:name", of: node), referenced.contains(name),
      bookmarks[name] == nil, !waitingBookmarks.contains(name)
    else { return }
    waitingBookmarks.append(name)
  }

  /// The identifier of a block that bookmarks stand in; nil when there are none.
  func takeIdentifier() -> String? {
    guard let first = waitingBookmarks.first else { return nil }
    for name in waitingBookmarks { bookmarks[name] = first }
    waitingBookmarks = []
    usedIDs.insert(first)
    return first
  }
}
