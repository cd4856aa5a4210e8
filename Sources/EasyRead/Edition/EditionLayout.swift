import Diagnostics
import DocumentModel
import Wording

/// The walk that puts ideas, pictures and the way back to the report into a draft.
struct EditionLayout {
  private let edition: EasyReadEdition
  private let words: ProgramWords
  /// The draft's blocks of sentences, by their names in it.
  private let sources: [String: SimplifiedBlock]
  private var headingPictures: [(picture: AuthorFile.Picture, isUsed: Bool)]
  private let sentencePictures: [String: AuthorFile.Picture]
  /// A picture of the heading above, for the first idea below it.
  private var waiting: AuthorFile.Picture?
  /// What the part so far was made from.
  private var part: [SimplifiedBlock] = []
  private var partHeading: String?
  private var partID: String?
  private var used: Set<String> = []
  /// The ideas met.
  private(set) var ideas: [EasyReadEdition.Idea] = []
  /// Pictures from the author's folder that are used.
  private(set) var resources: [Resource] = []

  init(_ edition: EasyReadEdition) {
    self.edition = edition
    words = ProgramWords(edition.result.document.metadata.language)
    sources = Dictionary(
      edition.result.blocks.compactMap { block in block.anchor.map { ($0, block) } }
    ) { first, _ in first }
    headingPictures = edition.choices.compactMap { choice in
      if case .heading = choice.subject { (choice, false) } else { nil }
    }
    sentencePictures = Dictionary(
      edition.choices.compactMap { choice in
        if case .sentence(let id, _) = choice.subject { (id, choice) } else { nil }
      }
    ) { first, _ in first }
  }

  // MARK: - The text

  /// The draft's text, laid out.
  mutating func laidOut(_ blocks: [Block]) -> [Block] {
    let result = flow(blocks)
    return result + leftPicture() + wayBack()
  }

  private mutating func flow(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      index += 1
      switch block {
      case .heading(let node):
        result += leftPicture() + wayBack()
        begin(node)
        result.append(block)
      case .paragraph(let node):
        guard let id = node.info.id, let source = sources[id], source.keptBecause == nil,
          !source.sentences.isEmpty
        else {
          result.append(block)
          continue
        }
        if edition.isDraft {
          result.append(idea(of: source, as: node))
          continue
        }
        // Lists and text that were made from the same paragraph follow it.
        while index < blocks.count, node.info.range != nil, blocks[index].isMade(from: node) { index += 1 }
        part.append(source)
        result += ideas(of: source, like: node)
      case .list:
        collect(block)
        result.append(idea(around: block))
      case .division(var node):
        if node.role == "glossary" { result += leftPicture() + wayBack() }
        node.blocks = flow(node.blocks)
        result.append(.division(node))
      case .aside, .definitionList, .blockQuote, .code, .table, .figure, .lineGroup, .mathematics,
        .separator, .pageBreak:
        collect(block)
        result.append(block)
      }
    }
    return result
  }

  /// Takes what stands in a block for what the part was made from.
  private mutating func collect(_ block: Block) {
    if let id = block.info.id, let source = sources[id], source.kind != .heading { part.append(source) }
    for child in block.children.blocks { collect(child) }
  }

  private mutating func begin(_ heading: Heading) {
    let text = heading.inlines.plainText
    partHeading = text
    partID = heading.info.id
    for index in headingPictures.indices where !headingPictures[index].isUsed {
      let source = heading.info.id.flatMap { sources[$0] }?.source.plainText ?? text
      guard case .heading(let name) = headingPictures[index].picture.subject,
        source.isHeading(name) || text.isHeading(name)
      else { continue }
      headingPictures[index].isUsed = true
      waiting = headingPictures[index].picture
      return
    }
  }

  // MARK: - Ideas

  /// The ideas of a paragraph: each sentence of the source, in its lines.
  private mutating func ideas(of source: SimplifiedBlock, like paragraph: Paragraph) -> [Block] {
    var result: [Block] = []
    for sentence in source.sentences where !sentence.lines.isEmpty {
      var blocks: [Block] = []
      var points: [ListItem] = []
      for line in sentence.lines {
        var copy = paragraph
        copy.inlines = line.inlines
        copy.info.id = nil
        switch line.kind {
        case .bullet:
          copy.kind = .plain
          points.append(ListItem([.paragraph(copy)]))
        case .sentence, .explanation:
          if !points.isEmpty { blocks.append(.list(List(.bulleted, points))) }
          points = []
          blocks.append(.paragraph(copy))
        }
      }
      if !points.isEmpty { blocks.append(.list(List(.bulleted, points))) }
      let text = sentence.lines.map(\.text).joined(separator: " ")
      let name = result.isEmpty ? paragraph.info.id : nil
      result.append(
        idea(
          blocks, text: sentence.source + " " + text, shown: text, own: sentencePictures[sentence.id],
          id: name,
          range: source.range))
    }
    if result.isEmpty {
      result.append(.paragraph(paragraph))
    }
    return result
  }

  /// A paragraph of a draft that people have worked on: its lines stay together.
  private mutating func idea(of source: SimplifiedBlock, as paragraph: Paragraph) -> Block {
    let text = source.sentences.flatMap(\.lines).map(\.text).joined(separator: " ")
    let own = source.sentences.lazy.compactMap { [sentencePictures] in sentencePictures[$0.id] }.first
    var copy = paragraph
    copy.info.id = nil
    return idea(
      [.paragraph(copy)], text: text, shown: text, own: own, id: paragraph.info.id, range: source.range)
  }

  /// A list is one idea: one picture beside all of it.
  private mutating func idea(around list: Block) -> Block {
    let text = list.allText
    let own = part.flatMap(\.sentences).last { sentencePictures[$0.id] != nil && text.contains($0.source) }
    return idea(
      [list], text: text, shown: text, own: own.flatMap { sentencePictures[$0.id] }, id: nil,
      range: list.info.range)
  }

  private mutating func idea(
    _ blocks: [Block], text: String, shown: String, own: AuthorFile.Picture?, id: String?, range: SourceRange?
  ) -> Block {
    var image: Image?
    // Blocks that show a picture need no other.
    let hasPicture = blocks.contains(where: \.showsPicture)
    if let own {
      image = Self.image(own)
    } else if !hasPicture, let heading = waiting {
      waiting = nil
      image = Self.image(heading)
    } else if !hasPicture, let match = KeywordPicture.best(of: edition.folder, for: text) {
      image = Image(match.resource.name, alternative: .decorative)
      if used.insert(match.resource.name).inserted { resources.append(match.resource) }
    }
    ideas.append(
      EasyReadEdition.Idea(
        id: id ?? "", text: shown, range: range, picture: image?.source ?? (hasPicture ? "" : nil)))
    let picture = image.map { Block.figure(Figure([.paragraph(Paragraph([.image($0)]))])) }
    return .division(
      Division((picture.map { [$0] } ?? []) + blocks, role: Division.idea, info: NodeInfo(id: id)))
  }

  /// A heading's picture, where no idea has taken it.
  private mutating func leftPicture() -> [Block] {
    guard let picture = waiting else { return [] }
    waiting = nil
    return [.figure(Figure([.paragraph(Paragraph([.image(Self.image(picture))]))]))]
  }

  private static func image(_ picture: AuthorFile.Picture) -> Image {
    Image(picture.file, alternative: picture.description.map { .text($0) } ?? .decorative)
  }

  // MARK: - The way back

  /// The way to the words of the report, at the end of a part where they are others.
  private mutating func wayBack() -> [Block] {
    defer { part = [] }
    let changed = part.filter(\.isChanged)
    guard !changed.isEmpty else { return [] }
    switch edition.original {
    case .none: return []
    case .inside:
      let title = words[.easyReadOriginal]
      let paragraphs = part.map { block in
        Block.paragraph(Paragraph(PlainCopy.of(block.source)))
      }
      return [
        .aside(
          Aside(
            .details,
            title: [
              .text(
                Text(title.text, info: NodeInfo(language: title.isStandIn ? title.language : nil)))
            ], paragraphs))
      ]
    case .address(let address):
      let phrase: ProgramWords.Phrase =
        partHeading.map { words.phrase(.easyReadOriginalPart, ["part": $0]) } ?? words[.easyReadOriginal]
      let target = partID.map { $0.hasPrefix("part-") ? address : address + "#" + $0 } ?? address
      return [
        .paragraph(
          Paragraph([
            .link(
              Link(
                target, [.text(Text(phrase.text))],
                info: NodeInfo(language: phrase.isStandIn ? phrase.language : nil)))
          ]))
      ]
    }
  }

  // MARK: - The statement

  /// Puts the statement after the title, unless it is there already.
  func add(_ statement: Block, to blocks: inout [Block]) {
    let title = words.text(.easyReadDraft)
    guard !blocks.prefix(12).contains(where: { $0.allText.contains(title) }) else { return }
    var place = 0
    // The first heading is the title, unless there is another in the metadata.
    if case .heading(let heading)? = blocks.first, heading.level == 1 {
      let given = edition.result.document.metadata.title?.lowercased() ?? ""
      let first = heading.inlines.plainText.lowercased()
      if given.isEmpty || given.contains(first) || first.contains(given) { place = 1 }
    }
    blocks.insert(statement, at: place)
  }

  // MARK: - What is said

  var diagnostics: [Diagnostic] {
    let empty = ideas.filter { $0.picture == nil }
    var diagnostics: [Diagnostic] = []
    if !empty.isEmpty {
      diagnostics.append(.emptySlots(empty.count, of: ideas.count, at: empty[0].range))
    }
    for picture in edition.choices where picture.description == nil {
      diagnostics.append(.pictureWithoutWords(picture.file, at: picture.place))
    }
    return diagnostics
  }
}

/// The words of a block as they were, without what leads elsewhere in the document.
private struct PlainCopy: Rewriter {
  static func of(_ inlines: [Inline]) -> [Inline] {
    var copy = PlainCopy()
    return copy.rewrite(inlines).filter {
      if case .noteReference = $0 { false } else if case .pageBreak = $0 { false } else { true }
    }
  }

  mutating func replacement(for inline: Inline) -> Inline {
    var inline = inline
    inline.info.id = nil
    if case .crossReference(let node) = inline { return .span(Span(node.inlines)) }
    return inline
  }
}

extension SimplifiedBlock {
  /// Whether the draft has other words or other lines than the report.
  public var isChanged: Bool {
    sentences.contains { $0.lines.count != 1 || $0.lines[0].text != $0.source } || sentences.count > 1
  }
}

extension Block {
  /// Whether a block was made from the same paragraph as the one before it.
  fileprivate func isMade(from paragraph: Paragraph) -> Bool {
    guard info.range == paragraph.info.range, info.id == nil else { return false }
    switch self {
    case .paragraph, .list: return true
    case .heading, .definitionList, .blockQuote, .code, .table, .figure, .aside, .lineGroup, .mathematics,
      .separator, .pageBreak, .division:
      return false
    }
  }

  /// All the words in it.
  var allText: String {
    var parts = [children.inlines.plainText]
    parts += children.blocks.map(\.allText)
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether there is a picture in it that says something.
  fileprivate var showsPicture: Bool {
    var shows = false
    walk { node in
      if case .inline(.image(let image)) = node, image.alternative != .decorative { shows = true }
    }
    return shows
  }
}
