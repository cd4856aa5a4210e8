import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composer {
  /// Adds blocks to the flow, in order.
  mutating func compose(_ blocks: [Block]) throws(ConversionFailure) {
    try composePassages(of: blocks)
  }

  /// Adds one block to the flow.
  mutating func compose(_ block: Block) throws(ConversionFailure) {
    let outer = context.language
    if let language = block.ownLanguage { context.language = language }
    let turns = block.info.pageTurns
    if turns.contains(.before) { flow.append(.newPage) }
    let start = flow.count
    switch block {
    case .heading(let node): try compose(node)
    case .paragraph(let node): try compose(node)
    case .list(let node): try compose(node)
    case .definitionList(let node): try compose(node)
    case .blockQuote(let node): try compose(node)
    case .code(let node): try compose(node)
    case .table(let node): try compose(node)
    case .figure(let node): try compose(node)
    case .aside(let node): try compose(node)
    case .lineGroup(let node): try compose(node)
    case .mathematics(let node): try compose(node)
    case .separator: addRule(profile.separator)
    case .pageBreak(let node): flow.append(.printPage(try printPage(node)))
    case .division(let node): try compose(node.blocks)
    }
    placeAnchor(of: block, from: start)
    if turns.contains(.notInside) { keepTogether(from: start) }
    if turns.contains(.after) { flow.append(.newPage) }
    context.language = outer
  }

  /// Keeps all that was added to the flow since `start` on one page, if a page can hold it.
  private mutating func keepTogether(from start: Int) {
    guard start < flow.count else { return }
    for index in start..<flow.count - 1 { flow[index].holdInGroup() }
    // The last is not tied to what comes after the group.
    if case .text(var block) = flow[flow.count - 1], block.keep == .none {
      block.keep = .together
      flow[flow.count - 1] = .text(block)
    }
  }

  // MARK: - Headings

  private mutating func compose(_ heading: Heading) throws(ConversionFailure) {
    try composeNotes(before: heading)
    if heading.level == 1 { endSection() }
    let style = profile.headings[min(heading.level, profile.headings.count) - 1]
    try addHeading(heading.inlines, style: style)
  }

  /// Closes the section before a heading of level 1, where the house style has a line for that.
  mutating func endSection() {
    guard let end = profile.sectionEnd else { return }
    // Each item is looked at once, however many headings there are.
    while bodyStart < flow.count, !flow[bodyStart].isBodyText { bodyStart += 1 }
    if bodyStart < flow.count { addEnd(end) }
  }

  /// Adds a heading in a style, whatever its level.
  mutating func addHeading(_ inlines: [Inline], style: HeadingStyle) throws(ConversionFailure) {
    var builder = RunBuilder()
    // Print's own emphasis is not shown in headings (RUEB 9.1.1); the style's is.
    try append(inlines, to: &builder, look: InlineLook(fixedEmphasis: style.emphasis?.emphasis ?? []))
    try addHeading(builder, style: style)
  }

  /// Adds a heading of the program's own words.
  mutating func addHeading(_ words: OwnPhrase, style: HeadingStyle) throws(ConversionFailure) {
    var builder = RunBuilder()
    builder.append(words, emphasis: style.emphasis?.emphasis ?? [])
    try addHeading(builder, style: style)
  }

  private mutating func addHeading(_ words: RunBuilder, style: HeadingStyle) throws(ConversionFailure) {
    var builder = words
    if style.closing == .fullStop, let last = builder.lastScalar, !last.endsSentence {
      builder.append(".", emphasis: style.emphasis?.emphasis ?? [])
    }
    let start = flow.count
    let spacing = BlockSpacing(
      before: style.blankBefore, after: style.underline == nil ? style.blankAfter : 0,
      afterCentredHeading: style.blankAfterCentred, afterSideHeading: style.blankAfterSide)
    switch style.position {
    case .centred:
      let shape = BlockShape(setting: .centredBalanced)
      try add(builder, shape: shape, spacing: spacing, role: .centredHeading, keep: .togetherWithNext)
    case .cells(let positions):
      let shape = positions.shape(margin: context.margin)
      try add(builder, shape: shape, spacing: spacing, role: .sideHeading, keep: .togetherWithNext)
    }
    if let cell = style.underline { underline(headingAt: start, cell: cell, style: style) }
  }

  /// Draws the line below a heading: as long as the heading, or as its longest line may be.
  private mutating func underline(headingAt index: Int, cell: String, style: HeadingStyle) {
    guard flow.indices.contains(index), case .text(let heading) = flow[index] else { return }
    let isCentred = heading.shape.setting != .left
    let indent = isCentred ? 0 : min(heading.shape.first - 1, cells / 2)
    let length = min(heading.text.cells.count, cells - (isCentred ? 6 : indent))
    let dots = UInt8(truncatingIfNeeded: cell.unicodeScalars.first?.value ?? 0)
    let line = Array(repeating: dots, count: max(1, length))
    // For what follows it is the heading: no blank line parts the two.
    flow.insert(
      .rule(
        Rule(
          Array(repeating: 0, count: indent) + line, setting: isCentred ? .centred : .left,
          spacing: BlockSpacing(after: style.blankAfter, afterCentredHeading: 0, afterSideHeading: 0),
          role: heading.role, keep: .withNext)),
      at: index + 1)
  }

  // MARK: - Text set apart

  private mutating func compose(_ quote: BlockQuote) throws(ConversionFailure) {
    let start = flow.count
    let style = profile.quotation
    try with {
      $0.paragraph = style.position
    } _: { (composer) throws(ConversionFailure) in
      try composer.composeQuoted(quote.blocks, style: style)
      var builder = RunBuilder()
      try composer.append(quote.attribution, to: &builder)
      let cell = style.position.runover + style.attributionIndent
      try composer.add(builder, shape: BlockShape(cell, cell + 2).indented(by: composer.context.margin))
    }
    surround(from: start, before: style.blankBefore, after: style.blankAfter)
  }

  /// Paragraphs of a quotation stand where its style says; all else in it moves right as far as its
  /// runovers do.
  private mutating func composeQuoted(
    _ blocks: [Block], style: BrailleLayout.QuotationStyle
  ) throws(ConversionFailure) {
    for block in blocks {
      if case .paragraph = block {
        try compose(block)
      } else {
        try with {
          $0.margin += style.position.runover - 1
          $0.paragraph = CellPositions(3, 1)
        } _: { (composer) throws(ConversionFailure) in
          try composer.compose(block)
        }
      }
    }
  }

  private mutating func compose(_ aside: Aside) throws(ConversionFailure) {
    let first = flow.count
    let outer = aside.colour != nil || aside.holdsBoxes ? profile.boxes.outer : nil
    let top = outer ?? profile.boxes.top
    let colour = try aside.colour.map { (name) throws(ConversionFailure) in
      try translator.translate([TextRun(name, emphasis: .transcribersNote)]).text.cells
    }
    var line = top.cells(width: cells)
    // The name of the colour stands at the left of the line, where there is room for it.
    let label = (colour ?? []) + [0]
    let isOnLine = colour != nil && top.length == nil && label.count <= cells / 2
    if isOnLine { line = label + line.dropFirst(label.count) }
    // No blank line parts a box from its heading (BANA Formats 7.2e).
    flow.append(
      .rule(
        Rule(
          line, setting: top.setting,
          spacing: BlockSpacing(before: 1, afterCentredHeading: 0, afterSideHeading: 0),
          role: .boxTop, keep: .withNext)))
    if let name = aside.colour, !isOnLine {
      try addTranscribersNote(documentsOwn(name, context.language), keep: .withNext)
    }
    if !aside.title.isEmpty {
      var builder = RunBuilder()
      try append(aside.title, to: &builder, look: InlineLook(fixedEmphasis: []))
      let shape = BlockShape(5, 5).indented(by: context.margin)
      try add(builder, shape: shape, role: .sideHeading, keep: .togetherWithNext)
    }
    let start = flow.count
    let wasAside = context.isAside
    context.isAside = true
    try compose(aside.blocks)
    context.isAside = wasAside
    // The line that closes a box needs a line of the box above it on its page (BANA Formats 7).
    if let last = flow[start...].lastIndex(where: \.hasRows) { flow[last].holdNext() }
    if profile.boxes.pages == .whole {
      for index in first..<flow.count { flow[index].holdInGroup() }
    }
    let bottom = outer ?? profile.boxes.bottom
    flow.append(
      .rule(
        Rule(
          bottom.cells(width: cells), setting: bottom.setting, spacing: BlockSpacing(after: 1),
          role: .boxBottom)))
  }

  private mutating func compose(_ group: LineGroup) throws(ConversionFailure) {
    let start = flow.count
    for line in group.lines {
      let outer = context.language
      if let language = line.info.language { context.language = language }
      var builder = RunBuilder()
      try append(line.inlines, to: &builder)
      var shape = profile.lineGroup.shape(margin: context.margin)
      shape.first += 2 * min(line.indent, 10)
      shape.runover = max(shape.runover, shape.first + 2)
      // A line is not parted by a page turn (BANA Formats 13.3).
      try add(builder, shape: shape, keep: .together)
      context.language = outer
    }
    surround(from: start, before: 1, after: 1, afterSideHeading: 0)
  }

  private mutating func compose(_ list: DefinitionList) throws(ConversionFailure) {
    let start = flow.count
    for item in list.items {
      for term in item.terms {
        var builder = RunBuilder()
        try append(term.inlines, to: &builder, look: InlineLook(language: term.info.language))
        let keep: KeepRule = item.definitions.isEmpty ? .none : .togetherWithNext
        try add(builder, shape: profile.definitionTerm.shape(margin: context.margin), keep: keep)
      }
      for definition in item.definitions {
        try with { [profile] in
          $0.paragraph = profile.definition
          $0.language = definition.info.language ?? $0.language
        } _: { (composer) throws(ConversionFailure) in
          try composer.compose(definition.blocks)
        }
      }
    }
    surround(from: start, before: 1, after: 1, afterSideHeading: 0)
  }

  // MARK: - Rules

  /// Draws the line that ends something: the last line of text stands with it, and it begins no page
  /// (UK practice).
  mutating func addEnd(_ pattern: RulePattern) {
    if let last = flow.lastIndex(where: \.hasRows), last == flow.count - 1 { flow[last].holdNext() }
    addRule(pattern)
  }

  /// Draws a line across the page.
  mutating func addRule(_ pattern: RulePattern, spacing: BlockSpacing = BlockSpacing()) {
    flow.append(.rule(Rule(pattern.cells(width: cells), setting: pattern.setting, spacing: spacing)))
  }

  /// Marks a print page's beginning in running text, once.
  mutating func mark(_ node: PageBreak, in builder: inout RunBuilder) throws(ConversionFailure) {
    if let range = node.info.range, !pageBreaks.insert(range).inserted { return }
    builder.mark(.printPage(try printPage(node)))
  }

  /// The print page a page break begins.
  mutating func printPage(_ node: PageBreak) throws(ConversionFailure) -> PrintPage {
    let cells = try translator.translate([TextRun(node.number)]).text.cells
    return PrintPage(number: node.number, cells: cells, range: node.info.range)
  }
}

extension Aside {
  /// Whether another box stands in this one.
  fileprivate var holdsBoxes: Bool {
    var found = false
    for block in blocks where !found {
      block.walk { if case .block(.aside) = $0 { found = true } }
    }
    return found
  }
}

extension HeadingEmphasis {
  var emphasis: Emphasis {
    switch self {
    case .italic: .italic
    case .bold: .bold
    case .underline: .underline
    }
  }
}

extension FlowItem {
  /// Whether the item is text of the document's body, not its title.
  var isBodyText: Bool {
    switch self {
    case .text(let block): block.role == .text
    case .row: true
    case .rule, .printPage, .newPage: false
    }
  }
}

extension Unicode.Scalar {
  /// Whether a heading that ends in this needs no full stop.
  var endsSentence: Bool { properties.generalCategory.isPunctuation }
}

extension Unicode.GeneralCategory {
  var isPunctuation: Bool {
    switch self {
    case .otherPunctuation, .closePunctuation, .finalPunctuation, .dashPunctuation: true
    default: false
    }
  }
}
