import Diagnostics
import DocumentModel
import XMLTree

/// A paragraph while it is read.
struct ParagraphContext {
  let part: WordPart
  let node: FlatXML.NodeID
  var properties = ParagraphProperties()
  var style = WordStyles.Style()
  /// What its style and the defaults say of runs.
  var base = RunProperties()
  var pieces: [Piece] = []
  /// Text boxes, charts and the like that are anchored in it; they follow it.
  var attached: [Block] = []
  var sequence: String?
  var isContents = false
  /// Whether runs are in an insertion or deletion that is shown.
  var inserted = 0
  var deleted = 0
  /// Whether the author turns the page in it, in a document that does not say where pages turned.
  var turnsBefore = false
  var turnsAfter = false

  var isCode: Bool { style.role == .code }

  init(part: WordPart, node: FlatXML.NodeID) {
    self.part = part
    self.node = node
  }
}

extension WordReading {
  /// Reads a `w:p`.
  func paragraph(_ node: FlatXML.NodeID, in part: WordPart, _ story: inout Story) {
    let xml = part.xml
    var context = ParagraphContext(part: part, node: node)
    let properties = xml.child("w:pPr", of: node)
    let own = ParagraphProperties(properties, in: part)
    context.style = styles.style(own.style)
    context.properties = own.over(context.style.paragraph)
    context.base = context.style.run.over(styles.defaultRun)
    context.isContents = story.contents != nil || fields.contains { $0.isResult && $0.isContents }
    context.pieces = story.carried
    story.carried = []
    if context.properties.pageBreakBefore == true { turnPage(&context, &story) }
    inlines(from: node, isWhole: false, &context)
    context.isContents = context.isContents || fields.contains { $0.isResult && $0.isContents }
    let mark = part.descend(properties, "w:rPr")
    let section = properties.flatMap { xml.child("w:sectPr", of: $0) }
    if section == nil, isJoined(mark, in: part) || context.properties.dropCap == true {
      story.carried = context.pieces
      story.items += context.attached.map(StoryItem.block)
      return
    }
    finish(context.pieces, context, &story)
    if section != nil, story.isMain {
      if !pages.isKnown, pages.nextSectionTurns { story.turnWaits = true }
      if let turn = pages.endSection() { story.items.append(.block(.pageBreak(turn))) }
    }
  }

  /// Whether a paragraph's end is revised away, so that the next goes on in it.
  private func isJoined(_ mark: FlatXML.NodeID?, in part: WordPart) -> Bool {
    guard let mark else { return false }
    switch options.changes {
    case .accept: return part.xml.child("w:del", of: mark) != nil
    case .reject: return part.xml.child("w:ins", of: mark) != nil
    case .show: return false
    }
  }

  private func turnPage(_ context: inout ParagraphContext, _ story: inout Story) {
    guard story.isMain else { return }
    if let turn = pages.turnAsAsked() {
      story.items.append(.block(.pageBreak(turn)))
    } else if !pages.isKnown {
      story.turnWaits = true
    }
  }

  /// Makes items of a paragraph's pieces.
  func finish(_ pieces: [Piece], _ context: ParagraphContext, _ story: inout Story) {
    var settled = pieces.settled(keepingSpace: context.isCode)
    let list = listMark(context, isEmpty: settled.allSatisfy(\.isMark))
    // Pages that turn before the first word turn before the paragraph.
    while list == nil, let first = settled.first, case .inline(.pageBreak(let turn)) = first.content {
      story.items.append(.block(.pageBreak(turn)))
      settled.removeFirst()
    }
    let turns = settled.takeTurns(areBlocks: list == nil)
    if context.turnsBefore, story.isMain { story.turnWaits = true }
    add(settled, context, list, &story)
    if context.turnsAfter, story.isMain { story.turnWaits = true }
    story.items += turns.map { .block(.pageBreak($0)) }
    story.items += context.attached.map(StoryItem.block)
  }

  private func add(
    _ pieces: [Piece], _ context: ParagraphContext, _ list: ListMark?, _ story: inout Story
  ) {
    var list = list
    var start = 0
    for (index, piece) in pieces.enumerated() {
      guard case .block(let block) = piece.content else { continue }
      add(pieces[start..<index], context, &list, &story)
      story.items.append(.block(block))
      start = index + 1
    }
    add(pieces[start...], context, &list, &story)
  }

  private func add(
    _ pieces: ArraySlice<Piece>, _ context: ParagraphContext, _ list: inout ListMark?,
    _ story: inout Story
  ) {
    guard pieces.contains(where: { !$0.isMark }) else {
      for piece in pieces {
        if case .inline(.pageBreak(let turn)) = piece.content {
          story.items.append(.block(.pageBreak(turn)))
        }
      }
      return
    }
    var pieces = pieces
    var info = NodeInfo(range: context.part.extent(context.node), id: takeIdentifier())
    pieces.liftLanguage(to: &info)
    if context.properties.isRightToLeft == true { info.direction = .rightToLeft }
    if story.turnWaits {
      info.pageTurns.insert(.before)
      story.turnWaits = false
    }
    var item = ParagraphItem(inlines: InlineGrouping(links: links).inlines(pieces), info: info)
    item.text = pieces.plainCode
    item.role = context.style.role
    item.style = context.style.name.lowercased()
    item.level = context.properties.outlineLevel.map { $0 < 9 ? $0 + 1 : 0 } ?? context.style.level
    if item.level == 0 { item.level = nil }
    item.indent = context.properties.indent ?? 0
    item.sequence = context.sequence
    item.alignment = context.alignment
    item.isContents = context.isContents
    if case .toc = context.style.role { item.isContents = true }
    item.isBold =
      context.style.isTableHeading
      || pieces.allSatisfy { $0.marks.contains(.strong) || $0.isMark }
      || context.base.bold == true && item.level == nil
    if let mark = list {
      item.mark = mark.mark
      item.listKey = mark.key
      item.listLevel = mark.level
      if item.indent == 0 || context.properties.indent == nil { item.indent = mark.mark.indent ?? 0 }
      list = nil
    }
    noteHeadings(item, pieces)
    story.items.append(.paragraph(item))
  }

  /// Counts headings, and paragraphs that only look like them.
  private func noteHeadings(_ item: ParagraphItem, _ pieces: ArraySlice<Piece>) {
    if item.level != nil { headingCount += 1 }
    guard item.level == nil, item.role == nil, item.mark == nil, depth == 0, item.isBold else { return }
    let words = item.inlines.plainText
    guard words.count < 80, words.contains(where: \.isLetter), !".:;,".contains(words.last ?? ".") else {
      return
    }
    if headingLike.count == 0 { headingLike = (0, words, item.info.range) }
    headingLike.count += 1
  }

  // MARK: - Lists

  /// The list a paragraph belongs to and the mark it has there.
  struct ListMark {
    var mark: ItemMark
    var key: Int
    var level: Int
  }

  /// Counts a paragraph that is an item. An empty one shows its number in Word too, but means nothing.
  private func listMark(_ context: ParagraphContext, isEmpty: Bool) -> ListMark? {
    guard let id = context.properties.list, id != 0 else { return nil }
    let style = context.properties.style
    let level =
      context.properties.listLevel ?? numbering.level(of: id, style: style) ?? 0
    guard (0...8).contains(level), let mark = numbering.count(id, level: level) else { return nil }
    return isEmpty ? nil : ListMark(mark: mark, key: numbering.key(of: id), level: level)
  }
}

extension ParagraphContext {
  fileprivate var alignment: Alignment? {
    switch properties.alignment {
    case "center": .centre
    case "right": properties.isRightToLeft == true ? .start : .end
    case "end": .end
    case "left", "start", "both", "distribute": nil
    default: nil
    }
  }
}
