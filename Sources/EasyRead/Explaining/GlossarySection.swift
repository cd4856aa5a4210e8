import DocumentModel

extension DocumentPass {
  /// The draft with the explanations of its words at the end. A section of that name which is there
  /// already gets those it lacks.
  func withGlossary(_ blocks: [Block], _ words: [ExplainedWord]) -> [Block] {
    guard !words.isEmpty, options.explanations != .none else { return blocks }
    var blocks = blocks
    let heading = options.glossaryHeading
    let place = blocks.lastIndex { block in
      switch block {
      case .heading(let node): node.inlines.plainText == heading
      case .division(let node): node.firstHeading == heading
      case .paragraph, .list, .definitionList, .blockQuote, .code, .table, .figure, .aside, .lineGroup,
        .mathematics, .separator, .pageBreak:
        false
      }
    }
    guard let place else {
      let level =
        blocks.contains { if case .heading(let node) = $0 { node.level == 1 } else { false } } ? 2 : 1
      let title = Block.heading(Heading(level: level, [.text(Text(heading))]))
      blocks.append(.division(Division([title, Self.list(words)], role: "glossary")))
      return blocks
    }
    let known = Self.terms(in: Array(blocks[place...]))
    let missing = words.filter { !known.contains($0.term.lowercased()) }
    if !missing.isEmpty { blocks.append(Self.list(missing)) }
    return blocks
  }

  private static func list(_ words: [ExplainedWord]) -> Block {
    .definitionList(
      DefinitionList(
        words.map { word in
          DefinitionItem(
            terms: [DefinitionTerm([.text(Text(word.term))])],
            definitions: [Definition([.paragraph(Paragraph([.text(Text(word.explanation))]))])])
        }))
  }

  /// The terms of all lists of definitions among blocks, in small letters.
  private static func terms(in blocks: [Block]) -> Set<String> {
    var terms: Set<String> = []
    func collect(_ block: Block) {
      if case .definitionList(let list) = block {
        for term in list.items.flatMap(\.terms) { terms.insert(term.inlines.plainText.lowercased()) }
      }
      for child in block.children.blocks { collect(child) }
    }
    for block in blocks { collect(block) }
    return terms
  }
}

extension Division {
  /// The words of the heading it begins with.
  fileprivate var firstHeading: String? {
    guard case .heading(let node)? = blocks.first else { return nil }
    return node.inlines.plainText
  }
}
