import Diagnostics
import DocumentModel
import XMLTree

/// A paragraph while it is read.
struct OpenDocumentParagraph {
  let part: OpenDocumentPart
  let node: FlatXML.NodeID
  var style = OpenDocumentStyles.Style()
  /// The styles of the spans around the place, each with what those around it say.
  var spans: [Span] = []
  var pieces: [Piece] = []
  /// Text boxes, charts and the like that are anchored in it; they follow it.
  var attached: [Block] = []
  var openLinks: [Int] = []
  var sequence: String?
  var isContents = false
  /// Whether its text is left out: a hidden paragraph.
  var isHidden = false
  /// Whether the last character was white space, so that more of it means nothing.
  var isAfterSpace = true

  /// Text of one style within a paragraph.
  struct Span {
    var node: FlatXML.NodeID
    var text: TextProperties
    var isCode: Bool
    var isLink: Bool
  }

  var isCode: Bool { style.role == .code }
  /// What the text at the place looks like.
  var text: TextProperties { spans.last?.text ?? style.text }

  init(part: OpenDocumentPart, node: FlatXML.NodeID) {
    self.part = part
    self.node = node
  }
}

extension OpenDocumentReading {
  /// Reads a `text:p` or `text:h`.
  func paragraph(_ node: FlatXML.NodeID, in part: OpenDocumentPart, _ story: inout OpenDocumentStory) {
    var context = OpenDocumentParagraph(part: part, node: node)
    context.style = styles.style(part.xml.attribute("text:style-name", of: node), family: "paragraph")
    context.isContents = story.contents != nil
    context.pieces = story.carried
    context.isAfterSpace = story.carried.isEmpty
    story.carried = []
    turnPage(before: context.style, &story)
    if part.xml.name(node) == "text:h" { noteOutline(node, in: part) }
    if isHiddenParagraph(node, in: part) {
      hide(part.words(node), at: part.range(node))
      return
    }
    inlines(from: node, isWhole: false, &context)
    // An insertion that is rejected and goes on takes the paragraph's end with it.
    if options.changes == .reject, !openInsertions.isEmpty {
      story.carried = context.pieces
      story.items += context.attached.map(StoryItem.block)
      return
    }
    finish(context.pieces, context, &story)
    if context.style.breaksAfter == true { turnPage(&story) }
  }

  private func isHiddenParagraph(_ node: FlatXML.NodeID, in part: OpenDocumentPart) -> Bool {
    for child in part.xml.children(node) where part.xml.name(child) == "text:hidden-paragraph" {
      return part.xml.attribute("text:is-hidden", of: child) == "true"
    }
    return false
  }

  /// Takes note of a heading that a link leads to by its words: `#1.Introduction|outline`.
  private func noteOutline(_ node: FlatXML.NodeID, in part: OpenDocumentPart) {
    let wanted = referenced.filter { $0.hasSuffix("|outline") }
    guard !wanted.isEmpty else { return }
    let words = part.words(node)
    for name in wanted.sorted() {
      let target = name.dropLast("|outline".count).drop { $0.isNumber || $0 == "." || $0 == " " }
      if !words.isEmpty, target == words.drop(while: { $0.isNumber || $0 == "." || $0 == " " }) {
        bookmark(name)
      }
    }
  }

  /// Makes items of a paragraph's pieces.
  func finish(
    _ pieces: [Piece], _ context: OpenDocumentParagraph, _ story: inout OpenDocumentStory
  ) {
    var settled = pieces.settled(keepingSpace: context.isCode).displayingFormula()
    let isEmpty = settled.allSatisfy(\.isMark)
    if isEmpty, context.style.name.lowercased() == "horizontal line" {
      story.items.append(
        .block(.separator(Separator(info: NodeInfo(range: context.part.extent(context.node))))))
    }
    let place = place(context, isEmpty: isEmpty, &story)
    let isInList = place.mark != nil || place.continued != nil
    // Pages that turn before the first word turn before the paragraph.
    while !isInList, let first = settled.first, case .inline(.pageBreak(let turn)) = first.content {
      story.items.append(.block(.pageBreak(turn)))
      settled.removeFirst()
    }
    let turns = settled.takeTurns(areBlocks: !isInList)
    add(settled, context, place, &story)
    story.items += turns.map { .block(.pageBreak($0)) }
    story.items += context.attached.map(StoryItem.block)
  }

  /// Where a paragraph stands in lists, or the number of a heading.
  struct ListPlace {
    var mark: ItemMark?
    var key = 0
    var level = 0
    /// The level of the list whose item it goes on in.
    var continued: Int?
  }

  private func place(
    _ context: OpenDocumentParagraph, isEmpty: Bool, _ story: inout OpenDocumentStory
  ) -> ListPlace {
    var place = ListPlace()
    let xml = context.part.xml
    guard let last = story.lists.indices.last else {
      if xml.name(context.node) == "text:h", !isEmpty,
        xml.attribute("text:is-list-header", of: context.node) != "true", context.style.list != ""
      {
        let level = context.part.count("text:outline-level", of: context.node, in: 1...10) ?? 1
        place.mark = lists.count(
          heading: level, start: context.part.count("text:start-value", of: context.node, in: 0...(1 << 31)),
          styles.outline)
        if place.mark?.kind == .unmarked { place.mark = nil }
      }
      return place
    }
    place.key = story.lists[last].key
    place.level = story.lists[last].level
    if story.lists[last].isItem, !story.lists[last].hasCounted {
      story.lists[last].hasCounted = true
      story.lists[last].mark = lists.count(story.lists[last], listStyle(story.lists[last], context.style))
    }
    guard !isEmpty else { return place }
    if let mark = story.lists[last].mark {
      place.mark = mark
      story.lists[last].mark = nil
    } else {
      place.continued = place.level
    }
    return place
  }

  private func listStyle(_ list: ListCounting.Open, _ style: OpenDocumentStyles.Style) -> ListStyle {
    let name = list.style ?? style.list ?? ""
    if name == "Outline" || name.isEmpty, styles.lists[name] == nil { return styles.outline }
    return styles.lists[name] ?? ListStyle()
  }

  private func add(
    _ pieces: [Piece], _ context: OpenDocumentParagraph, _ place: ListPlace,
    _ story: inout OpenDocumentStory
  ) {
    var place = place
    var start = 0
    for (index, piece) in pieces.enumerated() {
      guard case .block(let block) = piece.content else { continue }
      add(pieces[start..<index], context, &place, &story)
      story.items.append(.block(block))
      start = index + 1
    }
    add(pieces[start...], context, &place, &story)
  }

  private func add(
    _ pieces: ArraySlice<Piece>, _ context: OpenDocumentParagraph, _ place: inout ListPlace,
    _ story: inout OpenDocumentStory
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
    let style = context.style
    let part = context.part
    var info = NodeInfo(range: part.extent(context.node), id: takeIdentifier())
    pieces.liftLanguage(to: &info)
    let isRightToLeft = style.writingMode?.hasPrefix("rl") == true
    if isRightToLeft { info.direction = .rightToLeft }
    if story.turnWaits {
      info.pageTurns.insert(.before)
      story.turnWaits = false
    }
    var item = ParagraphItem(inlines: InlineGrouping(links: links).inlines(pieces), info: info)
    item.text = pieces.plainCode
    item.role = style.role
    item.style = style.name.lowercased()
    item.level = level(of: context)
    item.sequence = context.sequence
    item.alignment = alignment(style, isRightToLeft: isRightToLeft)
    item.isContents = context.isContents
    if case .toc = style.role { item.isContents = true }
    item.isBold =
      style.isTableHeading || pieces.allSatisfy { $0.marks.contains(.strong) || $0.isMark }
      || style.text.bold == true && item.level == nil
    item.mark = place.mark
    item.listKey = place.key
    item.listLevel = place.level
    if item.level == nil, !item.isContents { item.continuedLevel = place.continued }
    place.continued = place.mark == nil ? place.continued : place.level
    place.mark = nil
    noteHeadings(item)
    story.items.append(.paragraph(item))
  }

  /// The level of a heading; nil for any other paragraph.
  private func level(of context: OpenDocumentParagraph) -> Int? {
    let part = context.part
    let style = context.style
    switch part.xml.name(context.node) {
    case "text:h":
      // Subtitles are headings for LibreOffice's outline in some templates.
      if style.role == .title || style.role == .subtitle, style.level == nil { return nil }
      return part.count("text:outline-level", of: context.node, in: 1...10) ?? style.level ?? 1
    case "text:p":
      guard style.role == nil, let level = style.outlineLevel ?? style.level, level > 0 else { return nil }
      return min(level, 10)
    default: return nil
    }
  }

  private func alignment(_ style: OpenDocumentStyles.Style, isRightToLeft: Bool) -> Alignment? {
    switch style.alignment {
    case "center": .centre
    case "end": .end
    case "right": isRightToLeft ? nil : .end
    case "left": isRightToLeft ? .end : nil
    default: nil
    }
  }

  /// Counts headings, and paragraphs that only look like them.
  private func noteHeadings(_ item: ParagraphItem) {
    if item.level != nil { headingCount += 1 }
    guard item.level == nil, item.role == nil, item.mark == nil, item.continuedLevel == nil, depth == 0,
      item.isBold
    else { return }
    let words = item.inlines.plainText
    guard words.count < 80, words.contains(where: \.isLetter), !".:;,".contains(words.last ?? ".") else {
      return
    }
    if headingLike.count == 0 { headingLike = (0, words, item.info.range) }
    headingLike.count += 1
  }
}

extension [Piece] {
  /// A formula that has a paragraph to itself stands on a line of its own.
  fileprivate func displayingFormula() -> [Piece] {
    var formulas = 0
    for piece in self {
      switch piece.content {
      case .inline(.mathematics): formulas += 1
      case .inline(.pageBreak), .inline(.lineBreak): continue
      case .text: if !piece.isSpace { return self }
      case .inline, .block: return self
      }
    }
    guard formulas == 1 else { return self }
    return map { piece in
      guard case .inline(.mathematics(let node)) = piece.content else { return piece }
      var piece = piece
      piece.content = .block(.mathematics(MathematicsBlock(node.mathematics, info: node.info)))
      return piece
    }
  }
}
