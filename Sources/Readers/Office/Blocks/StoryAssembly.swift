import Diagnostics
import DocumentModel

/// Puts a story's paragraphs together: items to lists, lines of code to blocks, captions to what they
/// are captions of.
struct StoryAssembly {
  /// Takes what stands at the head of the document as its title, subtitle and the like.
  private let takesAsTitle: (ParagraphItem) -> Bool
  private var result: [Block] = []
  private var lists = ListAssembly()
  private var quotation: [Block] = []
  private var code: [ParagraphItem] = []
  private var contents: [ParagraphItem] = []
  private var definitions: [DefinitionItem] = []
  private var verse: [ParagraphItem] = []
  /// Captions that wait for what follows them.
  private var captions: [Paragraph] = []

  init(takesAsTitle: @escaping (ParagraphItem) -> Bool) { self.takesAsTitle = takesAsTitle }

  /// The blocks of a story.
  mutating func blocks(of items: [StoryItem]) -> [Block] {
    for (index, item) in items.enumerated() {
      switch item {
      case .block(let block): add(block)
      case .paragraph(let paragraph): add(paragraph, next: index + 1 < items.count ? items[index + 1] : nil)
      }
    }
    endAll()
    return result
  }

  private mutating func add(_ block: Block) {
    if case .pageBreak = block {
      // A page may turn within a list, a quotation or code; it stands where it turned if it can.
      if lists.isOpen, lists.append(block) { return }
      endAll(keepingCaptions: true)
      result.append(block)
      return
    }
    if case .table(var table) = block {
      endAll(keepingCaptions: true)
      if table.caption.isEmpty, let caption = takeCaption(for: "table") {
        table.caption = [.paragraph(caption)]
      }
      flushCaptions()
      result.append(.table(table))
      return
    }
    endAll()
    result.append(block)
  }

  private mutating func add(_ item: ParagraphItem, next: StoryItem?) {
    if let level = item.continuedLevel, lists.goOn(at: level, of: item.listKey) {
      endAll(except: .list)
      _ = lists.append(.paragraph(paragraph(item)))
      return
    }
    if takesAsTitle(item) { return }
    if item.isContents, item.level == nil {
      endAll(except: .contents)
      contents.append(item)
      return
    }
    if let level = item.level {
      endAll()
      result.append(.heading(heading(item, level: level)))
      return
    }
    switch item.role {
    case .code where item.mark == nil:
      endAll(except: .code)
      code.append(item)
      return
    case .verse:
      endAll(except: .verse)
      verse.append(item)
      return
    case .definitionTerm:
      endAll(except: .definitions)
      let term = DefinitionTerm(item.inlines, info: item.info)
      if let last = definitions.indices.last, definitions[last].definitions.isEmpty {
        definitions[last].terms.append(term)
      } else {
        definitions.append(
          DefinitionItem(terms: [term], definitions: [], info: NodeInfo(range: item.info.range)))
      }
      return
    case .definition where !definitions.isEmpty:
      definitions[definitions.count - 1].definitions.append(
        Definition([.paragraph(paragraph(item))], info: NodeInfo(range: item.info.range)))
      return
    case .caption:
      endAll(keepingCaptions: true)
      addCaption(item, next: next)
      return
    case .quote where item.mark == nil:
      endAll(except: .quotation)
      quotation.append(.paragraph(paragraph(item)))
      return
    case .title:
      endAll()
      result.append(.heading(heading(item, level: 1)))
      return
    case .quote, .code, .definition, .subtitle, .author, .date, .toc, .tocHeading,
      .listContinuation, nil:
      break
    }
    if item.mark != nil {
      endAll(except: .list)
      lists.add(item, Self.paragraph(item))
      return
    }
    if lists.isOpen, lists.continues(item) {
      _ = lists.append(.paragraph(paragraph(item)))
      return
    }
    endAll(keepingCaptions: true)
    append(Self.paragraph(item))
  }

  // MARK: - Captions

  /// A caption goes to the table or picture beside it: the one before unless that has one, or the
  /// caption says that it is of another kind.
  private mutating func addCaption(_ item: ParagraphItem, next: StoryItem?) {
    var item = item
    if let figure = Self.figure(item) {
      flushCaptions()
      result.append(.figure(figure))
      return
    }
    item.inlines = numbered(item)
    let caption = paragraph(item)
    let kind = item.sequence?.lowercased()
    let isNextTable = if case .block(.table)? = next { true } else { false }
    let isNextPicture =
      if case .paragraph(let following)? = next { following.inlines.isPicture } else { false }
    if kind != "figure", isNextTable || kind == "table", isNextTable {
      captions.append(caption)
      return
    }
    switch result.last {
    case .table(var table)? where table.caption.isEmpty && kind != "figure" && captions.isEmpty:
      table.caption = [.paragraph(caption)]
      result[result.count - 1] = .table(table)
    case .paragraph(let picture)? where picture.inlines.isPicture && captions.isEmpty && kind != "table":
      var picture = picture
      let id = picture.info.id
      picture.info.id = nil
      result[result.count - 1] = .figure(
        Figure(
          [.paragraph(picture)], caption: [.paragraph(caption)],
          info: NodeInfo(range: picture.info.range.joined(caption.info.range), id: id)))
    default:
      if isNextTable || isNextPicture {
        captions.append(caption)
      } else {
        flushCaptions()
        result.append(.paragraph(caption))
      }
    }
  }

  /// A caption with its picture in the same paragraph, as LibreOffice sets them in a frame.
  private static func figure(_ item: ParagraphItem) -> Figure? {
    let pictures = item.inlines.filter { [$0].isPicture }
    var words = item.inlines.filter { ![$0].isPicture }
    if let first = words.firstIndex(where: { ![$0].isSpace }) { words.removeFirst(first) }
    guard !pictures.isEmpty, words.plainText.contains(where: \.isLetter) else { return nil }
    let info = NodeInfo(range: item.info.range)
    return Figure(
      [.paragraph(Paragraph(pictures, info: info))],
      caption: [.paragraph(Paragraph(words, alignment: item.alignment, info: info))], info: item.info)
  }

  private mutating func takeCaption(for kind: String) -> Paragraph? { captions.popLast() }

  private mutating func flushCaptions() {
    result += captions.map(Block.paragraph)
    captions = []
  }

  /// Adds a paragraph, as a figure when it is a picture whose caption stands before it.
  private mutating func append(_ paragraph: Paragraph) {
    if paragraph.inlines.isPicture, let caption = captions.popLast() {
      flushCaptions()
      var picture = paragraph
      picture.info.id = nil
      result.append(
        .figure(
          Figure(
            [.paragraph(picture)], caption: [.paragraph(caption)],
            info: NodeInfo(range: caption.info.range.joined(picture.info.range), id: paragraph.info.id))))
      return
    }
    flushCaptions()
    result.append(.paragraph(paragraph))
  }

  // MARK: - What ends with the next paragraph of another kind

  private enum Run { case list, quotation, code, contents, definitions, verse }

  private mutating func endAll(except kept: Run? = nil, keepingCaptions: Bool = false) {
    if kept != .list, lists.isOpen { result += lists.finish() }
    if kept != .quotation, !quotation.isEmpty {
      let range = quotation.reduce(nil as SourceRange?) { $0.joined($1.info.range) }
      result.append(.blockQuote(BlockQuote(quotation, info: NodeInfo(range: range))))
      quotation = []
    }
    if kept != .code, !code.isEmpty { endCode() }
    if kept != .contents, !contents.isEmpty { endContents() }
    if kept != .definitions, !definitions.isEmpty {
      let range = definitions.reduce(nil as SourceRange?) { $0.joined($1.info.range) }
      result.append(.definitionList(DefinitionList(definitions, info: NodeInfo(range: range))))
      definitions = []
    }
    if kept != .verse, !verse.isEmpty {
      let lines = verse.flatMap { item in
        item.inlines.split { if case .lineBreak = $0 { true } else { false } }
          .map { Line(Array($0), info: NodeInfo(range: item.info.range)) }
      }
      result.append(.lineGroup(LineGroup(lines, info: NodeInfo(range: range(of: verse)))))
      verse = []
    }
    if !keepingCaptions { flushCaptions() }
  }

  private mutating func endCode() {
    let text = code.map(\.text).joined(separator: "\n")
    let info = NodeInfo(range: range(of: code), id: code.compactMap(\.info.id).first)
    // Pictures and formulas cannot stand in a block of code.
    if code.contains(where: { $0.inlines.holdsMoreThanText }) {
      result += code.map { .paragraph(paragraph($0)) }
    } else {
      result.append(.code(CodeBlock(text, info: info)))
    }
    code = []
  }

  /// A table of contents: a list without marks, its items as deep as their styles say.
  private mutating func endContents() {
    var list = ListAssembly()
    var blocks: [Block] = []
    for item in contents {
      if item.role == .tocHeading || blocks.isEmpty && !list.isOpen && !item.isEntry {
        blocks.append(.paragraph(paragraph(item)))
        continue
      }
      var level = 0
      if case .toc(let depth)? = item.role { level = max(0, depth - 1) }
      list.addContents(item, Self.paragraph(item), level: level)
    }
    blocks += list.finish()
    result.append(
      .division(Division(blocks, role: "toc", info: NodeInfo(range: range(of: contents)))))
    contents = []
  }

  private func range(of items: [ParagraphItem]) -> SourceRange? {
    items.reduce(nil as SourceRange?) { $0.joined($1.info.range) }
  }

  // MARK: - Nodes

  private func paragraph(_ item: ParagraphItem) -> Paragraph { Self.paragraph(item) }

  private static func paragraph(_ item: ParagraphItem) -> Paragraph {
    Paragraph(item.inlines, alignment: item.alignment, info: item.info)
  }

  /// A heading with the number print shows before it.
  private func heading(_ item: ParagraphItem, level: Int) -> Heading {
    Heading(level: level, numbered(item), info: item.info)
  }

  /// A paragraph's words with the number print shows before them, where it is in no list.
  private func numbered(_ item: ParagraphItem) -> [Inline] {
    guard let mark = item.mark, !mark.isBullet else { return item.inlines }
    let number = String(mark.text.trimmingSpace)
    guard !number.isEmpty else { return item.inlines }
    return [.text(Text(number + " ", info: NodeInfo(range: item.info.range)))] + item.inlines
  }
}

extension ParagraphItem {
  /// Whether a line of a table of contents leads to a place, or has the style of one that does.
  fileprivate var isEntry: Bool {
    if case .toc? = role { return true }
    return inlines.contains { if case .crossReference = $0 { true } else { false } }
  }
}

extension [Inline] {
  /// Whether it is white space and line ends.
  fileprivate var isSpace: Bool {
    allSatisfy { inline in
      switch inline {
      case .lineBreak: true
      case .text(let text): text.string.allSatisfy(\.isWhitespace)
      case .styled, .span, .link, .crossReference, .noteReference, .abbreviation, .image, .code,
        .mathematics, .pageBreak:
        false
      }
    }
  }

  /// Whether it is a picture and nothing else.
  var isPicture: Bool {
    var holdsPicture = false
    for inline in self {
      switch inline {
      case .image: holdsPicture = true
      case .lineBreak, .pageBreak: break
      case .text(let text):
        if !text.string.allSatisfy(\.isWhitespace) { return false }
      case .span(let node):
        if !node.inlines.isEmpty, !node.inlines.isPicture { return false }
        holdsPicture = holdsPicture || !node.inlines.isEmpty
      case .link(let node):
        if !node.inlines.isPicture { return false }
        holdsPicture = true
      case .styled, .crossReference, .noteReference, .abbreviation, .code, .mathematics: return false
      }
    }
    return holdsPicture
  }

  /// Whether it holds what a block of code has no place for.
  fileprivate var holdsMoreThanText: Bool {
    contains { inline in
      switch inline {
      case .image, .noteReference, .mathematics, .pageBreak: true
      case .text, .code, .lineBreak: false
      case .styled(let node): node.inlines.holdsMoreThanText
      case .span(let node): node.inlines.holdsMoreThanText
      case .link, .crossReference, .abbreviation: false
      }
    }
  }
}
