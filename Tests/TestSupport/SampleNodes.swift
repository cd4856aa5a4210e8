public import DocumentModel

/// One sample of every kind of node, each holding a word of its own.
///
/// The switches at the end have no `default`: a new kind of node does not compile until it has a
/// sample, and then every renderer's test must show its word.
public enum SampleNodes {
  /// A sample block and the words a reader must find.
  public static let blocks: [(block: Block, words: [String])] = [
    (.heading(Heading(level: 2, [text("headingword")])), ["headingword"]),
    (.paragraph(Paragraph([text("paragraphword")])), ["paragraphword"]),
    (
      .list(
        List(
          .bulleted, [ListItem([paragraph("itemword")]), ListItem([paragraph("secondword")], task: .done)])),
      ["itemword", "secondword"]
    ),
    (
      .list(
        List(.numbered(start: 7, style: .decimal, delimiter: .period), [ListItem([paragraph("countword")])])),
      ["7", "countword"]
    ),
    (
      .definitionList(
        DefinitionList([
          DefinitionItem(
            terms: [DefinitionTerm([text("termword")])],
            definitions: [Definition([paragraph("definitionword")])])
        ])), ["termword", "definitionword"]
    ),
    (
      .blockQuote(BlockQuote([paragraph("quoteword")], attribution: [text("attributionword")])),
      ["quoteword", "attributionword"]
    ),
    (
      .code(CodeBlock("codeword = 1\n\n  indented", programmingLanguage: "swift")),
      ["codeword", "1", "indented"]
    ),
    (
      .table(
        Table(
          caption: [paragraph("captionword")], summary: "summaryword",
          columns: [TableColumn(), TableColumn()],
          head: [
            TableRow([
              TableCell([paragraph("leftword")], heading: .column),
              TableCell([paragraph("rightword")], heading: .column),
            ])
          ],
          bodies: [TableBody([TableRow([TableCell([paragraph("cellword")]), TableCell([])])])],
          foot: [TableRow([TableCell([paragraph("footword")], columnSpan: 2)])])),
      ["captionword", "summaryword", "leftword", "rightword", "cellword", "footword"]
    ),
    (
      .figure(
        Figure(
          [.paragraph(Paragraph([.image(Image("a.png", alternative: .text("pictureword")))]))],
          caption: [paragraph("figureword")])), ["pictureword", "figureword"]
    ),
    (
      .aside(Aside(.warning, title: [text("titleword")], [paragraph("asideword")])),
      ["titleword", "asideword"]
    ),
    (
      .lineGroup(LineGroup([Line([text("lineword")]), Line([text("nextword")], indent: 1)])),
      ["lineword", "nextword"]
    ),
    (.mathematics(MathematicsBlock(Mathematics(tex: "formulaword"))), ["formulaword"]),
    (.separator(Separator()), []),
    (.pageBreak(PageBreak(number: "12")), []),
    (.division(Division([paragraph("divisionword")], role: "abstract")), ["divisionword"]),
  ]

  /// A sample inline and the words a reader must find.
  public static let inlines: [(inline: Inline, words: [String])] =
    TextStyle.allCases.map { style in
      let word = "styled" + style.rawValue.filter(\.isLetter)
      return (.styled(Styled(style, [text(word)])), [word])
    } + [
      (text("textword"), ["textword"]),
      (.span(Span([text("spanword")], info: NodeInfo(language: Language("cy")))), ["spanword"]),
      (.link(Link("https://example.org/", [text("linkword")])), ["linkword"]),
      (.crossReference(CrossReference("place", [text("referenceword")])), ["referenceword"]),
      (.noteReference(NoteReference("note")), ["noteword"]),
      (.abbreviation(Abbreviation([text("abbreviationword")], expansion: "expansion")), ["abbreviationword"]),
      (
        .image(
          Image(
            "b.png", alternative: .text("alternativeword", longDescription: [paragraph("descriptionword")]))),
        ["alternativeword", "descriptionword"]
      ),
      (.image(Image("c.png", alternative: .missing)), []),
      (.image(Image("d.png", alternative: .decorative)), []),
      (.code(InlineCode("inlinecodeword")), ["inlinecodeword"]),
      (.mathematics(InlineMathematics(Mathematics(tex: "mathsword"))), ["mathsword"]),
      (.lineBreak(LineBreak()), []),
      (.pageBreak(PageBreak(number: "13")), []),
    ]

  /// A document that holds only `block`, and the note the inline samples refer to.
  public static func document(_ block: Block) -> Document {
    Document(blocks: [block], notes: [Note(id: "note", blocks: [paragraph("noteword")])])
  }

  /// Text that has no source.
  public static func text(_ string: String) -> Inline { .text(Text(string)) }

  /// A paragraph of text.
  public static func paragraph(_ string: String) -> Block { .paragraph(Paragraph([text(string)])) }

  /// Every kind of block there is, by name: add a case here and a sample above.
  public static func kind(_ block: Block) -> String { block.kindName }

  /// Every kind of inline there is, by name: add a case here and a sample above.
  public static func kind(_ inline: Inline) -> String {
    switch inline {
    case .text: "text"
    case .styled: "styled"
    case .span: "span"
    case .link: "link"
    case .crossReference: "cross reference"
    case .noteReference: "note reference"
    case .abbreviation: "abbreviation"
    case .image: "image"
    case .code: "code"
    case .mathematics: "mathematics"
    case .lineBreak: "line break"
    case .pageBreak: "page break"
    }
  }
}
