import Diagnostics
import DocumentModel

extension DocumentBuilder {
  /// Puts a finished block where the current frame keeps its blocks.
  mutating func append(_ block: Block) {
    var index = frames.count - 1
    while index > 0, case .paragraph = frames[index].kind { index -= 1 }
    settleStrays(index)
    deposit(block, in: index)
  }

  /// Puts a finished block where a frame keeps its blocks.
  mutating func deposit(_ block: Block, in frame: Int) {
    switch frames[frame].kind {
    case .list: lists[lists.count - 1].adopt(block)
    case .definitionList: definitionLists[definitionLists.count - 1].adopt(block)
    case .table, .rows, .row: tables[tables.count - 1].strays.append(block)
    case .paragraph where frame > 0: deposit(block, in: frame - 1)
    case .body, .group, .division, .paragraph, .heading, .blockQuote, .attribution, .item, .term,
      .definition, .cell, .caption, .figure, .aside, .summary, .lineGroup, .note:
      frames[frame].blocks.append(block)
    }
  }

  /// Ends the lists that items and definitions outside any made in a frame.
  mutating func settleStrays(_ frame: Int) {
    settleStrayItems(frame)
    settleStrayDefinitions(frame)
  }

  /// Ends the innermost frame and puts what it made where it belongs.
  mutating func pop() {
    var inlines: [Inline] = []
    if frames[frames.count - 1].holdsInlinesOnly {
      inlines = takeInlines() ?? []
    } else {
      flushParagraph()
    }
    settleStrays(frames.count - 1)
    levels.removeLast()
    let frame = frames.removeLast()
    let info = frame.info
    switch frame.kind {
    case .body: break
    case .group: for block in frame.blocks { append(block) }
    case .division(let role): endDivision(frame, role: role)
    case .paragraph: if !frame.gaveID { keepPlace(info) }
    case .heading(let level):
      if inlines.isEmpty {
        keepPlace(info)
      } else {
        append(.heading(Heading(level: level, inlines, info: info)))
      }
    case .blockQuote: endQuotation(frame)
    case .attribution:
      if let last = frames.indices.last, case .blockQuote = frames[last].kind, !inlines.isEmpty {
        let anchored = info.isPlain ? inlines : [.span(Span(inlines, info: info))]
        if !frames[last].attribution.isEmpty {
          frames[last].attribution.append(.lineBreak(LineBreak(info: NodeInfo(range: info.range))))
        }
        frames[last].attribution += anchored
      } else {
        keepPlace(info)
      }
    case .list: endList(frame)
    case .item(let task, let number): endItem(frame, task: task, number: number)
    case .definitionList: endDefinitionList(frame)
    case .term:
      if inlines.isEmpty {
        keepPlace(info)
      } else {
        definitionLists[definitionLists.count - 1].add(DefinitionTerm(inlines, info: info))
        endImplicitDefinitionList()
      }
    case .definition:
      definitionLists[definitionLists.count - 1].add(Definition(frame.blocks, info: info))
      endImplicitDefinitionList()
    case .table: endTable(frame)
    case .rows(let section): endRows(frame, section)
    case .row: endRow(frame)
    case .cell: endCell(frame)
    case .caption: endCaption(frame)
    case .figure:
      let parts = figures.removeLast()
      if frame.blocks.isEmpty, parts.caption.isEmpty {
        keepPlace(info)
      } else {
        append(figure(frame.blocks, caption: parts.caption, info: info))
      }
    case .aside(let kind):
      if frame.blocks.isEmpty, frame.title.isEmpty {
        keepPlace(info)
      } else {
        let colour = tree.element(frame.node)?.boxColour
        append(.aside(Aside(kind, title: frame.title, frame.blocks, colour: colour, info: info)))
      }
    case .summary: endSummary(frame, inlines)
    case .lineGroup:
      let lines = lineGroups.removeLast()
      if !lines.isEmpty { append(.lineGroup(LineGroup(lines, info: info))) } else { keepPlace(info) }
      for block in frame.blocks { append(block) }
    case .note(let label): endNote(frame, label: label)
    }
  }

  /// Keeps the place of an element that made no node, for links that lead to it.
  mutating func keepPlace(_ info: NodeInfo) {
    if let id = info.id { leaveAnchor(id, range: info.range) }
  }

  /// A figure; one around a quotation whose caption says who is quoted (HTML, 4.4.4) is the quotation, and
  /// one around a table and nothing else is the table.
  private func figure(_ blocks: [Block], caption: [Block], info: NodeInfo) -> Block {
    guard blocks.count == 1, info.withoutID.isPlain, blocks[0].info.id == nil || info.id == nil else {
      return .figure(Figure(blocks, caption: caption, info: info))
    }
    if case .blockQuote(var quotation) = blocks[0], quotation.attribution.isEmpty, caption.count == 1,
      case .paragraph(let source) = caption[0], source.info.isPlain
    {
      quotation.attribution = source.inlines
      if let id = info.id { quotation.info.id = id }
      return .blockQuote(quotation)
    }
    if case .table(var table) = blocks[0], caption.isEmpty {
      if let id = info.id { table.info.id = id }
      return .table(table)
    }
    return .figure(Figure(blocks, caption: caption, info: info))
  }

  /// A division that carries nothing but an identifier gives it to its first block, so that a link to
  /// a section leads to its heading.
  private mutating func endDivision(_ frame: Frame, role: String?) {
    var frame = frame
    let info = frame.info
    guard !frame.blocks.isEmpty else {
      keepPlace(info)
      return
    }
    if role == nil, info.language == nil, info.direction == nil, info.audience == nil,
      info.pageTurns.isEmpty
    {
      if frame.blocks[0].info.id == nil {
        frame.blocks[0].info.id = info.id
        for block in frame.blocks { append(block) }
        return
      }
    }
    append(.division(Division(frame.blocks, role: role, info: info)))
  }

  private mutating func endSummary(_ frame: Frame, _ inlines: [Inline]) {
    guard let last = frames.indices.last, !inlines.isEmpty else {
      keepPlace(frame.info)
      return
    }
    guard frames[last].title.isEmpty else {
      append(.paragraph(Paragraph(inlines, info: frame.info)))
      return
    }
    frames[last].title = frame.info.isPlain ? inlines : [.span(Span(inlines, info: frame.info))]
  }

  private mutating func endQuotation(_ frame: Frame) {
    var blocks = frame.blocks
    var attribution = frame.attribution
    if attribution.isEmpty, blocks.count > 1, case .paragraph(let last)? = blocks.last, last.isCitation {
      attribution = last.inlines
      blocks.removeLast()
    }
    if blocks.isEmpty, attribution.isEmpty {
      keepPlace(frame.info)
    } else {
      append(.blockQuote(BlockQuote(blocks, attribution: attribution, info: frame.info)))
    }
  }
}

extension Paragraph {
  /// Whether the paragraph is one cited work or person, after a dash or alone.
  fileprivate var isCitation: Bool {
    guard info.isPlain else { return false }
    var hasCitation = false
    for inline in inlines {
      switch inline {
      case .styled(let node) where node.style == .citation: hasCitation = true
      case .text(let node):
        guard node.string.unicodeScalars.allSatisfy({ " \u{A0}-–—―~,.".unicodeScalars.contains($0) }) else {
          return false
        }
      case .styled, .span, .link, .crossReference, .noteReference, .abbreviation, .image, .code,
        .mathematics, .lineBreak, .pageBreak:
        return false
      }
    }
    return hasCitation
  }
}
