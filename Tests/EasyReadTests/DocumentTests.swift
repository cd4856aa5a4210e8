import DocumentModel
import EasyRead
import Testing

/// What becomes of documents: nothing is lost, and a draft is its own draft.
@Suite struct DocumentTests {
  private func inlines(_ result: EasyReadResult) -> [Inline] {
    result.document.blocks.flatMap(\.children.inlines)
  }

  @Test func `Links, emphasis and notes stay where they were`() {
    let paragraph = Paragraph([
      .text(Text("The plan is ")), .styled(Styled(.strong, [.text(Text("late"))])),
      .noteReference(NoteReference("1")), .text(Text(", and the council can't ")),
      .link(Link("https://example.org", [.text(Text("utilise the land"))])), .text(Text(" this year.")),
    ])
    let result = EasyRead.simplify(
      Document(blocks: [.paragraph(paragraph)]), options: EasyReadOptions(explanations: .none))
    let expected: [Inline] = [
      .text(Text("The plan is ")), .styled(Styled(.strong, [.text(Text("late"))])),
      .noteReference(NoteReference("1")),
    ]
    let made = inlines(result)
    #expect(made.count { if case .noteReference = $0 { true } else { false } } == 1)
    #expect(made.plainText.replacing("\n", with: " ").contains("utilise the land"), "words of links stay")
    #expect(made.plainText.contains("cannot"))
    #expect(Array(made.prefix(2)) == Array(expected.prefix(2)))
  }

  @Test func `Tables, quotations and code are kept as they are`() {
    let quote = Block.blockQuote(BlockQuote([.paragraph(Paragraph([.text(Text("We can't utilise it."))]))]))
    let code = Block.code(CodeBlock("let x = 1"))
    let cell = TableCell([.paragraph(Paragraph([.text(Text("three"))]))])
    let table = Block.table(Table(columns: [TableColumn()], bodies: [TableBody([TableRow([cell])])]))
    let source = Document(blocks: [quote, code, table])
    let result = EasyRead.simplify(source, options: EasyReadOptions(explanations: .none))
    #expect(result.document.blocks == source.blocks)
    #expect(result.blocks.compactMap(\.keptBecause) == ["a quotation", "a table"])
  }

  @Test func `Each sentence begins on its own line`() {
    let result = EasyRead.simplify(
      document("It rains. We stay here."), options: EasyReadOptions(explanations: .none))
    #expect(inlines(result).plainText == "It rains.\nWe stay here.")
  }

  @Test func `Hard words are explained in the next sentence, once a section, and at the end`() throws {
    let result = EasyRead.simplify(
      document("The abolition of the fee was good.", "The abolition was in May."))
    let made = result.blocks.flatMap(\.sentences).map { $0.lines.map(\.kind) }
    #expect(made.first?.contains(.explanation) == true)
    #expect(made.last?.contains(.explanation) == false)
    #expect(result.glossary.map(\.term).contains("abolition"))
    guard case .division(let glossary)? = result.document.blocks.last else {
      Issue.record("no glossary")
      return
    }
    #expect(glossary.role == "glossary")
  }

  @Test func `A hard word without an explanation is a warning`() {
    let result = EasyRead.simplify(document("The perspicacious man left."))
    #expect(result.unexplained.map(\.word) == ["perspicacious"])
    #expect(result.diagnostics.map(\.code) == ["EZR-002"])
  }

  @Test func `The author's explanation and the document's own come first`() {
    let author = AuthorDecisions(definitions: ["abolition": "Abolition means an end to it."])
    let result = EasyRead.simplify(
      document("The abolition of the fee was good."), options: EasyReadOptions(decisions: author))
    #expect(result.glossary.first?.origin == .author)
    let own = EasyRead.simplify(document("Abolition means that it ends.", "The abolition was good."))
    #expect(own.glossary.contains { $0.origin == .document })
  }

  @Test(arguments: [
    "The relocation has not been completed, and Leeds remains the largest city; it can't grow.",
    "The abolition of the fee was good. Prior to that, three people utilised the site, e.g. at night.",
    "The council runs many services, including schools, libraries, parks, roads and care homes.",
  ])
  func `A draft is its own draft, and the same each time`(text: String) {
    let first = EasyRead.simplify(document(text))
    #expect(first == EasyRead.simplify(document(text)))
    let second = EasyRead.simplify(first.document)
    #expect(second.document == first.document)
  }

  @Test func `A language without rules is only laid out, and said`() {
    var source = document("Ni allwn ddod. Mae'n hwyr.")
    source.metadata.language = Language("cy")
    let result = EasyRead.simplify(source)
    #expect(inlines(result).plainText == "Ni allwn ddod.\nMae'n hwyr.")
    #expect(result.diagnostics.map(\.code) == ["EZR-001"])
  }

  @Test func `Sentences have names that stay the same while their words do`() {
    #expect(SentenceID.of("One  two\nthree") == SentenceID.of("One two three"))
    #expect(SentenceID.of("One two") != SentenceID.of("One two three"))
    #expect(SentenceID.of("One two").utf8.count == 8)
  }
}

/// What is only suggested.
@Suite struct SuggestionTests {
  @Test(arguments: [
    "The new homes, which were built by the council in the spring of last year, are now full of families.",
    "The report was written by the council.",
    "Although the work was late, the council has kept its promise to all the people of the town.",
  ])
  func `A draft is the same whether or not suggestions are worked out`(_ text: String) {
    let with = EasyRead.simplify(document(text))
    let without = EasyRead.simplify(document(text), options: EasyReadOptions(offersSuggestions: false))
    #expect(with.blocks.flatMap(\.sentences).flatMap(\.edits).contains { $0.state == .suggested })
    #expect(without.document == with.document)
    #expect(without.diagnostics == with.diagnostics)
    #expect(without.scores == with.scores)
    let made = { (result: EasyReadResult) in
      result.blocks.flatMap(\.sentences).flatMap(\.edits).filter(\.isMade).map(\.after)
    }
    #expect(made(without) == made(with))
  }

  @Test func `Suggestions that are accepted are worked out`() throws {
    let text = "Although the work was late, the council has kept its promise to all the people of the town."
    let offered = try #require(edits(text).first { $0.state == .suggested })
    let options = EasyReadOptions(accept: .only([offered.id]), offersSuggestions: false)
    let made = EasyRead.simplify(document(text), options: options).blocks.flatMap(\.sentences).flatMap(
      \.edits)
    #expect(made.contains { $0.id == offered.id && $0.isMade })
  }
}
