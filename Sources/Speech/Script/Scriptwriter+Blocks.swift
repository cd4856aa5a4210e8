import DocumentModel
import Wording

extension Scriptwriter {
  /// Marks blocks and writes their lines.
  mutating func mark(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    for block in blocks { result.append(mark(block)) }
    return result
  }

  /// Marks a block and writes its lines.
  mutating func mark(_ block: Block) -> Block {
    guard block.info.isSaid(in: format) else { return block }
    place = block.info.range ?? place
    return within(block.info) { $0.marked(block) }
  }

  private mutating func marked(_ block: Block) -> Block {
    switch block {
    case .heading(var node):
      begin(heading: node)
      node.inlines = markHeading(node.inlines, level: node.level, info: &node.info)
      return .heading(node)
    case .paragraph(var node):
      node.inlines = mark(node.inlines)
      rest(Pause.paragraph)
      return .paragraph(node)
    case .list(let node): return .list(mark(node))
    case .definitionList(let node): return .definitionList(mark(node))
    case .blockQuote(var node):
      node.blocks = mark(node.blocks)
      node.attribution = mark(node.attribution)
      rest(Pause.paragraph)
      return .blockQuote(node)
    case .code(var node):
      if SpeechText.isSpoken(node.text) {
        let id = identify(&node.info)
        let run = SpokenRun(node.text, language: language, form: .code)
        add(.sentence, text: node.text, [run], pause: Pause.paragraph, id: id)
      }
      return .code(node)
    case .table(let node): return .table(mark(node))
    case .figure(var node):
      if format == .daisy, node.blocks.count == 1, case .table(let table) = node.blocks[0],
        table.caption.isEmpty
      {
        // DTBook has the caption of such a figure at the head of its table.
        node.caption = mark(node.caption)
        rest(Pause.paragraph)
        node.blocks = mark(node.blocks)
        return .figure(node)
      }
      node.blocks = mark(node.blocks)
      node.caption = mark(node.caption)
      rest(Pause.paragraph)
      return .figure(node)
    case .aside(var node):
      if node.title.isEmpty { announce(kindWord(node.kind).map { "\($0):" }) }
      node.title = mark(node.title)
      rest(Pause.paragraph)
      node.blocks = mark(node.blocks)
      return .aside(node)
    case .lineGroup(var node):
      for index in node.lines.indices where node.lines[index].info.isSaid(in: format) {
        let inlines = node.lines[index].inlines
        node.lines[index].inlines = within(node.lines[index].info) { $0.markWhole(inlines) }
      }
      rest(Pause.paragraph)
      return .lineGroup(node)
    case .mathematics(var node):
      let spoken = say(node.mathematics, display: true, at: node.info)
      if !spoken.isEmpty {
        let id = identify(&node.info)
        let run = SpokenRun(spoken, language: language, form: .words)
        add(.mathematics, text: spoken, [run], pause: Pause.paragraph, id: id)
      }
      return .mathematics(node)
    case .separator:
      rest(Pause.section)
      return block
    case .pageBreak(var node):
      say(page: node.number, &node.info)
      return .pageBreak(node)
    case .division(var node):
      node.blocks = mark(node.blocks)
      return .division(node)
    }
  }

  private mutating func kindWord(_ kind: AsideKind) -> String? {
    switch kind {
    case .sidebar, .note, .details: nil
    case .tip: word(.tip)
    case .important: word(.important)
    case .warning: word(.warning)
    case .example: word(.example)
    }
  }

  private mutating func mark(_ list: List) -> List {
    var list = list
    var number = 1
    if case .numbered(let start, _, _) = list.kind { number = start }
    for index in list.items.indices {
      let item = list.items[index]
      if let own = item.number { number = own }
      if item.info.isSaid(in: format) {
        list.items[index].blocks = within(item.info) { writer in
          if case .numbered(_, let style, _) = list.kind {
            writer.announce("\(Self.ordinal(number, style)):")
          }
          let blocks = writer.mark(item.blocks)
          writer.prefix = []
          return blocks
        }
        rest(Pause.item)
      }
      number += 1
    }
    rest(Pause.paragraph)
    return list
  }

  /// An item's number as its style has it; a voice reads digits better than Roman letters.
  private static func ordinal(_ number: Int, _ style: NumberStyle) -> String {
    switch style {
    case .decimal, .lowerRoman, .upperRoman: return "\(number)"
    case .lowerLetter, .upperLetter:
      guard (1...26).contains(number), let letter = Unicode.Scalar(UInt8(64 + number)).properties.name else {
        return "\(number)"
      }
      return String(letter.last ?? "A")
    }
  }

  private mutating func mark(_ list: DefinitionList) -> DefinitionList {
    var list = list
    for index in list.items.indices where list.items[index].info.isSaid(in: format) {
      let item = list.items[index]
      list.items[index] = within(item.info) { writer in
        var item = item
        for term in item.terms.indices where item.terms[term].info.isSaid(in: writer.format) {
          let inlines = item.terms[term].inlines
          item.terms[term].inlines = writer.within(item.terms[term].info) { $0.markWhole(inlines) }
          writer.rest(Pause.cell)
        }
        for definition in item.definitions.indices
        where item.definitions[definition].info.isSaid(in: writer.format) {
          let blocks = item.definitions[definition].blocks
          item.definitions[definition].blocks = writer.within(item.definitions[definition].info) {
            $0.mark(blocks)
          }
        }
        return item
      }
      rest(Pause.item)
    }
    rest(Pause.paragraph)
    return list
  }

  /// Says the number of a print page.
  mutating func say(page number: String, _ info: inout NodeInfo) {
    guard SpeechText.isSpoken(number) else { return }
    let id = identify(&info)
    let words = word(.pageNumber, ["page": number]) ?? number
    // What waits to be said belongs to the text and not to the page.
    let waiting = prefix
    prefix = []
    add(.pageNumber, text: number, [SpokenRun("\(words).", language: language)], pause: Pause.item, id: id)
    prefix = waiting
  }
}
