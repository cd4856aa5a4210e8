import Diagnostics
import DocumentModel
import Sentences

/// The walk over a document that makes its draft.
struct DocumentPass {
  let document: Document
  let options: EasyReadOptions
  /// The language of the text, `en` and the like.
  let language: String
  let segmenter: SentenceSegmenter
  let engine: SentenceEngine
  var blocks: [SimplifiedBlock] = []
  var headings: [(level: Int, text: String)] = []
  var explanations: Explanations
  var diagnostics: [Diagnostic] = []
  var scores = Scores()
  private let parts: DraftParts
  private var counter = SentenceCounter()
  private var usedIDs: Set<String> = []
  private var lastPart = 0

  init(_ document: Document, _ options: EasyReadOptions) {
    self.document = document
    self.options = options
    language = document.metadata.language?.primary ?? "en"
    segmenter = SentenceSegmenter(language: document.metadata.language?.tag ?? "en")
    parts = DraftParts(in: document.metadata.language)
    engine = SentenceEngine(document, options, language: language)
    explanations = Explanations(engine, options, document)
    usedIDs = Self.identifiers(in: document)
  }

  mutating func run() -> EasyReadResult {
    if !engine.knowsLanguage {
      diagnostics.append(.noRules(for: document.metadata.language?.tag ?? language))
    }
    var result = document
    result.blocks = simplified(document.blocks)
    headings = []
    for index in result.notes.indices {
      explanations.beginSection()
      result.notes[index].blocks = simplified(result.notes[index].blocks)
    }
    let (glossary, unexplained) = explanations.outcome()
    // To a draft only what its author has explained since is added.
    result.blocks = withGlossary(
      result.blocks, options.isDraft ? glossary.filter { $0.origin == .author } : glossary)
    diagnostics += Diagnostic.unexplained(unexplained)
    let long = scores.after.sentences - scores.after.within15
    if long > 0, engine.knowsLanguage { diagnostics.append(.longSentences(long, of: scores.after.sentences)) }
    let undone = blocks.flatMap(\.sentences).flatMap(\.edits).count {
      if case .undone = $0.state { true } else { false }
    }
    if undone > 0 { diagnostics.append(.undone(undone)) }
    return EasyReadResult(
      document: result, blocks: blocks, glossary: glossary, unexplained: unexplained,
      diagnostics: diagnostics,
      scores: scores)
  }

  mutating func simplified(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    for block in blocks { result += simplified(block) }
    return result
  }

  private mutating func simplified(_ block: Block) -> [Block] {
    if isForeign(block.info) { return [kept(block, because: "another language")] }
    if options.isDraft, parts.isStatement(block) { return [block] }
    switch block {
    case .heading(var node):
      headings.removeAll { $0.level >= node.level }
      headings.append((node.level, node.inlines.plainText))
      explanations.beginSection()
      node.inlines = line(.heading, node.inlines, &node.info)
      return [.heading(node)]
    case .paragraph(let node):
      switch node.kind {
      case .plain, .blocked, .hanging, .directions: return paragraph(node)
      case .attribution, .transcribersNote: return [kept(block, because: "\(node.kind.rawValue)")]
      }
    case .list(var node):
      for index in node.items.indices { node.items[index].blocks = simplified(node.items[index].blocks) }
      return [.list(node)]
    case .definitionList(var node):
      for index in node.items.indices {
        for term in node.items[index].terms { scan(term.inlines) }
        for definition in node.items[index].definitions.indices {
          node.items[index].definitions[definition].blocks = simplified(
            node.items[index].definitions[definition].blocks)
        }
      }
      return [.definitionList(node)]
    case .blockQuote: return [kept(block, because: "a quotation")]
    case .code, .mathematics, .separator, .pageBreak: return [block]
    case .table(var node):
      let caption = simplified(node.caption)
      _ = kept(block, because: "a table", withoutCaption: true)
      node.caption = caption
      return [.table(node)]
    case .figure(var node):
      node.blocks = simplifiedFigure(node.blocks)
      node.caption = simplified(node.caption)
      return [.figure(node)]
    case .aside(var node):
      if !node.title.isEmpty {
        var info = NodeInfo(range: node.info.range)
        node.title = line(.title, node.title, &info)
      }
      node.blocks = simplified(node.blocks)
      return [.aside(node)]
    case .lineGroup: return [kept(block, because: "lines that belong together")]
    case .division(var node):
      if let role = node.role, ["bibliography", "glossary", "index", "toc"].contains(role) {
        return [kept(block, because: "a \(role)")]
      }
      node.blocks = simplified(node.blocks)
      return [.division(node)]
    }
  }

  /// What a figure shows: a picture stays in a paragraph of its own.
  private mutating func simplifiedFigure(_ blocks: [Block]) -> [Block] { simplified(blocks) }

  // MARK: - Text

  /// One sentence a line.
  private mutating func paragraph(_ node: Paragraph) -> [Block] {
    var info = node.info
    let flat = FlatText(node.inlines, baseLanguage: language)
    guard flat.hasWords else { return [.paragraph(node)] }
    let sentences = simplify(flat, info.range, .paragraph)
    let anchor = anchor(&info)
    blocks.append(
      SimplifiedBlock(
        kind: .paragraph, anchor: anchor, headings: headings.map(\.text), range: info.range,
        source: node.inlines,
        sentences: sentences))
    var copy = node
    copy.info = info
    // Paragraphs of a draft that people have worked on are theirs.
    if options.isDraft, sentences.allSatisfy({ $0.edits.isEmpty && $0.lines.count == 1 }) {
      return [.paragraph(copy)]
    }
    return ParagraphBuilder.blocks(of: sentences, like: copy).map { named($0) }
  }

  /// A block of the draft with an identifier for each of its paragraphs, as a draft of the draft would have.
  private mutating func named(_ block: Block) -> Block {
    switch block {
    case .paragraph(var node):
      _ = anchor(&node.info)
      return .paragraph(node)
    case .list(var node):
      for index in node.items.indices {
        node.items[index].blocks = node.items[index].blocks.map { named($0) }
      }
      return .list(node)
    case .heading, .definitionList, .blockQuote, .code, .table, .figure, .aside, .lineGroup, .mathematics,
      .separator, .pageBreak, .division:
      return block
    }
  }

  /// A heading or a title: words only, in one line.
  private mutating func line(
    _ kind: SimplifiedBlock.Kind, _ inlines: [Inline], _ info: inout NodeInfo
  ) -> [Inline] {
    let flat = FlatText(inlines, baseLanguage: language)
    guard flat.hasWords else { return inlines }
    let sentence = engine.title(flat, range: info.range)
    explanations.scan(flat, segmenter, range: info.range)
    blocks.append(
      SimplifiedBlock(
        kind: kind, anchor: kind == .heading ? anchor(&info) : nil, headings: headings.map(\.text),
        range: info.range, source: inlines, sentences: [sentence]))
    return sentence.lines.first?.inlines ?? inlines
  }

  private mutating func simplify(
    _ flat: FlatText, _ range: SourceRange?, _ kind: SimplifiedBlock.Kind
  ) -> [SimplifiedSentence] {
    var builder = InlineBuilder(flat)
    let stretches = flat.sentences(segmenter)
    let sources = stretches.map { Line(flat, $0) }
    explanations.beginBlock(sources.map(\.words))
    var result: [SimplifiedSentence] = []
    for source in sources {
      if explanations.isExplanation(source.words) {
        let line = SimplifiedSentence.Line(
          text: source.text, inlines: builder.inlines(of: source), kind: .explanation)
        result.append(
          SimplifiedSentence(source: source.text, id: SentenceID.of(source.text), range: range, lines: [line])
        )
        explanations.noteExplanation(source.words)
        count(source.words, [source.words])
        continue
      }
      var (sentence, words) = engine.simplify(source, in: flat, range: range, &builder)
      sentence.place(explanations.lines(for: words, range: range, &sentence.findings))
      count(source.words, sentence.lines.map(\.text))
      result.append(sentence)
    }
    if flat.hasLineEnds { explanations.scanOverLineEnds(flat, segmenter, in: result, range: range) }
    return result
  }

  private mutating func count(_ source: String, _ lines: [String]) {
    counter.add(source, to: &scores.before)
    for line in lines { counter.add(line, to: &scores.after) }
  }

  // MARK: - What is kept

  /// A block as it is; its words, if they are of the language, are still looked at for what needs an
  /// explanation.
  private mutating func kept(_ block: Block, because reason: String, withoutCaption: Bool = false) -> Block {
    var children = block.children
    if withoutCaption, case .table(let table) = block {
      children.blocks = table.allRows.flatMap { $0.cells.flatMap(\.blocks) }
    }
    if withoutCaption {
      for child in children.blocks where !isForeign(block.info) { scan(child) }
    } else {
      scan(block)
    }
    blocks.append(
      SimplifiedBlock(
        kind: .paragraph, anchor: nil, headings: headings.map(\.text), range: block.info.range,
        source: children.inlines, sentences: [], keptBecause: reason))
    return block
  }

  private func isForeign(_ info: NodeInfo) -> Bool {
    info.language.map { $0.primary != language } ?? false
  }

  private mutating func scan(_ block: Block) {
    guard !isForeign(block.info) else { return }
    if case .lineGroup(let node) = block {
      for line in node.lines where !isForeign(line.info) { scan(line.inlines) }
      return
    }
    scan(block.children.inlines)
    for child in block.children.blocks { scan(child) }
  }

  private mutating func scan(_ inlines: [Inline]) {
    guard !inlines.isEmpty else { return }
    let flat = FlatText(inlines, baseLanguage: language)
    explanations.scan(flat, segmenter, range: inlines[0].info.range)
  }

  // MARK: - Identifiers

  /// The identifier of a block in the draft, made where it has none.
  private mutating func anchor(_ info: inout NodeInfo) -> String {
    if let id = info.id { return id }
    var name: String
    repeat {
      lastPart += 1
      name = "part-\(lastPart)"
    } while usedIDs.contains(name)
    usedIDs.insert(name)
    info.id = name
    return name
  }

  private static func identifiers(in document: Document) -> Set<String> {
    var collector = IdentifierCollector()
    _ = collector.rewrite(document)
    return collector.ids
  }
}

private struct IdentifierCollector: Rewriter {
  var ids: Set<String> = []

  mutating func keeps(_ info: NodeInfo) -> Bool {
    if let id = info.id { ids.insert(id) }
    return true
  }
}
