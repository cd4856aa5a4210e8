import Diagnostics
import DocumentModel

// Paragraphs being put together. The inline elements around the current place are opened in a
// paragraph only when something arrives in it, so an element that wraps blocks (`<a><div>`, an
// unclosed `<b>`) is opened anew in each paragraph inside it, and one that holds nothing leaves
// nothing behind.

extension DocumentBuilder {
  /// How many inline elements are open in the current paragraph.
  private var openCount: Int { levels.count - 1 - (frames.last?.levelBase ?? 0) }

  /// Readies the current paragraph for content: puts the line end that waits, and opens the inline
  /// elements around.
  mutating func prepareForContent(_ range: SourceRange?, shows: Bool) {
    let top = frames.count - 1
    if frames[top].breakWaits {
      frames[top].breakWaits = false
      trimSpace()
      flushText()
      levels[levels.count - 1].append(.lineBreak(LineBreak(info: NodeInfo(range: range))))
      frames[top].endsInSpace = true
    }
    if !waitingAnchors.isEmpty {
      flushText()
      levels[levels.count - 1] += waitingAnchors
      waitingAnchors = []
    }
    if openCount < active.count - frames[top].activeBase {
      flushText()
      while openCount < active.count - frames[top].activeBase { levels.append([]) }
    }
    if shows { frames[top].hasContent = true }
  }

  /// Adds a finished inline at the current place.
  mutating func append(_ inline: Inline) {
    prepareForContent(inline.info.range, shows: true)
    flushText()
    levels[levels.count - 1].append(inline)
    let top = frames.count - 1
    frames[top].endsInSpace = false
    frames[top].contentRange = frames[top].contentRange.joined(inline.info.range)
  }

  /// Ends the current line.
  mutating func appendLineBreak(_ info: NodeInfo) {
    guard let frame = frames.last else { return }
    if case .lineGroup = frame.kind {
      flushParagraph()
      return
    }
    guard frame.hasContent else { return }
    trimSpace()
    prepareForContent(info.range, shows: true)
    flushText()
    levels[levels.count - 1].append(.lineBreak(LineBreak(info: info)))
    frames[frames.count - 1].endsInSpace = true
  }

  /// Begins an inline element.
  mutating func activate(
    _ kind: ActiveInline.Kind, _ node: MarkupTree.NodeID, info: NodeInfo
  ) {
    guard fits(node) else { return }
    active.append(
      ActiveInline(
        kind: kind, node: node, info: info, language: info.language ?? surroundingLanguage))
  }

  /// Ends the inline elements a node began.
  mutating func leaveInline(_ node: MarkupTree.NodeID) {
    while let last = active.last, last.node == node, let frame = frames.last {
      if openCount == active.count - frame.activeBase {
        closeLevel()
      } else if !last.wasOpened, let id = last.info.id {
        leaveAnchor(id, range: last.info.range)
      }
      active.removeLast()
    }
  }

  /// Leaves an empty span, so that links to the identifier have somewhere to lead. It does not count
  /// as content: a paragraph of nothing else hands it on to the next.
  mutating func leaveAnchor(_ id: String, range: SourceRange?) {
    let anchor = Inline.span(Span([], info: NodeInfo(range: range, id: id)))
    if let frame = frames.last, frame.hasContent, !frame.breakWaits {
      flushText()
      levels[levels.count - 1].append(anchor)
    } else {
      waitingAnchors.append(anchor)
    }
  }

  /// Makes a node of the innermost open inline element.
  private mutating func closeLevel() {
    guard let frame = frames.last else { return }
    flushText()
    let index = frame.activeBase + openCount - 1
    let content = levels.removeLast()
    if frame.replaced?.level == levels.count { frames[frames.count - 1].replaced = nil }
    guard !content.isEmpty else {
      if !active[index].wasOpened, let id = active[index].info.id, index == active.count - 1 {
        active[index].wasOpened = true
        leaveAnchor(id, range: active[index].info.range)
      }
      return
    }
    var info = active[index].info
    if active[index].wasOpened { info.id = nil }
    if active[index].wasOpened || active[index].wasSplit {
      info.range = content.reduce(nil as SourceRange?) { $0.joined($1.info.range) } ?? info.range
    }
    active[index].wasOpened = true
    levels[levels.count - 1] += active[index].kind.wrap(content, info)
  }

  /// Ends the open paragraph of the current frame and makes a block of it.
  mutating func flushParagraph() {
    guard let inlines = takeInlines() else { return }
    let top = frames.count - 1
    let range = frames[top].contentRange
    frames[top].contentRange = nil
    switch frames[top].kind {
    case .lineGroup:
      lineGroups[lineGroups.count - 1].append(
        Line(inlines, indent: lineIndent, info: NodeInfo(range: range)))
      lineIndent = 0
      return
    case .body, .group, .division, .paragraph, .heading, .blockQuote, .attribution, .list, .item,
      .definitionList, .term, .definition, .table, .rows, .row, .cell, .caption, .figure, .aside, .summary,
      .note:
      break
    }
    // Print page marks between blocks stand among them, whatever element holds them.
    if inlines.contains(where: \.isPageBreak), inlines.allSatisfy({ $0.isPageBreak || $0.isAnchor }) {
      waitingAnchors += inlines.filter { $0.isAnchor && !$0.isSpace }
      for case .pageBreak(let mark) in inlines { append(Block.pageBreak(mark)) }
      return
    }
    var info = NodeInfo(range: range)
    if case .paragraph = frames[top].kind {
      info = frames[top].info
      if frames[top].gaveID {
        info.id = nil
        info.range = range
      }
      frames[top].gaveID = true
    }
    append(
      .paragraph(
        Paragraph(inlines, kind: frames[top].paragraphKind, alignment: frames[top].alignment, info: info)))
  }

  /// Ends the open paragraph of the current frame and gives its inlines; nil when nothing shows.
  mutating func takeInlines() -> [Inline]? {
    guard let frame = frames.last else { return nil }
    let top = frames.count - 1
    trimSpace()
    if openCount > 0 {
      for index in frame.activeBase..<(frame.activeBase + openCount) { active[index].wasSplit = true }
      while openCount > 0 { closeLevel() }
    }
    flushText()
    var inlines = levels[frame.levelBase]
    levels[frame.levelBase] = []
    if frame.replaced?.level != nil { frames[top].replaced = nil }
    frames[top].endsInSpace = true
    frames[top].breakWaits = false
    frames[top].hasContent = false
    while case .lineBreak? = inlines.last {
      inlines.removeLast()
      inlines.trimTrailingSpace()
    }
    guard inlines.contains(where: { !$0.isAnchor }) else {
      waitingAnchors += inlines.filter { !$0.isSpace }
      frames[top].contentRange = nil
      return nil
    }
    return inlines
  }

  /// Gives anchors that no text followed a paragraph of their own at the end.
  mutating func settleAnchors(in document: inout Document) {
    guard !waitingAnchors.isEmpty else { return }
    document.blocks.append(.paragraph(Paragraph(waitingAnchors, info: waitingAnchors[0].info.withoutID)))
    waitingAnchors = []
  }
}

extension ActiveInline.Kind {
  /// The node, or nodes, for content that stands in the element.
  fileprivate func wrap(_ content: [Inline], _ info: NodeInfo) -> [Inline] {
    switch self {
    case .styled(let style):
      // Marking that holds nothing but a note's mark, or nothing that shows, marks nothing.
      if info.isPlain, content.allSatisfy({ $0.isNoteReference || $0.isSpace }) { return content }
      if content.count == 1, case .noteReference(var mark) = content[0], mark.info.id == nil {
        mark.info.id = info.id
        if info.withoutID.isPlain { return [.noteReference(mark)] }
      }
      return [.styled(Styled(style, content, info: info))]
    case .span(let pronunciation):
      return [.span(Span(content, pronunciation: pronunciation, info: info))]
    case .link(let target, let title):
      return [.link(Link(target, title: title, content, info: info))]
    case .crossReference(let target):
      return [.crossReference(CrossReference(target, content, info: info))]
    case .abbreviation(let expansion):
      return [.abbreviation(Abbreviation(content, expansion: expansion, info: info))]
    }
  }
}

extension Inline {
  var isPageBreak: Bool { if case .pageBreak = self { true } else { false } }
  var isNoteReference: Bool { if case .noteReference = self { true } else { false } }
  /// Whether it is text that holds nothing but spaces.
  var isSpace: Bool {
    guard case .text(let node) = self else { return false }
    return node.string.unicodeScalars.allSatisfy { $0 == " " || $0 == "\u{A0}" }
  }
  /// Whether it only marks a place.
  var isAnchor: Bool {
    if case .span(let node) = self { node.inlines.isEmpty } else { isSpace }
  }
}

extension NodeInfo {
  /// Whether it says nothing but where the node came from.
  var isPlain: Bool {
    id == nil && language == nil && direction == nil && audience == nil && pageTurns.isEmpty
  }
  var withoutID: NodeInfo {
    var copy = self
    copy.id = nil
    return copy
  }
}
