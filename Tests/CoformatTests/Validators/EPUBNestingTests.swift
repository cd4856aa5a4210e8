import Coformat
import Foundation
import TestSupport
import Testing

/// Everything inside everything else, as one EPUB: EPUBCheck knows which elements HTML has where.
@Suite struct EPUBNestingTests {
  private static let picture = Data(
    base64Encoded:
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")

  /// An inline alone, and in each inline that holds others.
  private func nested(_ inline: Inline) -> [[Inline]] {
    [
      [inline], [.styled(Styled(.definition, [.styled(Styled(.definition, [inline]))]))],
      [.link(Link("https://example.org/", [inline, .link(Link("https://example.org/2", [inline]))]))],
      [.crossReference(CrossReference("place", [inline]))], [.abbreviation(Abbreviation([inline]))],
      [.span(Span([inline], pronunciation: "x", info: NodeInfo(language: Language("ar"))))],
      [.styled(Styled(.quotation, [.styled(Styled(.subscript, [inline]))]))],
    ]
  }

  private func containers(of block: Block) -> [Block] {
    let row = TableRow([
      TableCell([block], heading: .row), TableCell([block], rowSpan: 9), TableCell([block], columnSpan: 2),
    ])
    return [
      block, .list(List(.bulleted, [ListItem([block], task: .open), ListItem([])])),
      .list(
        List(.numbered(start: 3, style: .lowerRoman, delimiter: .parentheses), [ListItem([block], number: 9)])
      ),
      .blockQuote(BlockQuote([block], attribution: [.text(Text("who"))])), .figure(Figure([block])),
      .figure(Figure([], caption: [block])), .division(Division([block], role: "bibliography")),
      .definitionList(DefinitionList([DefinitionItem(terms: [], definitions: [Definition([block])])])),
      .table(
        Table(
          caption: [block], summary: "how it is laid out", columns: [TableColumn(alignment: .end)],
          head: [row, row], bodies: [TableBody([row]), TableBody([])], foot: [row])),
    ] + AsideKind.allCases.map { .aside(Aside($0, [block], colour: "blue")) }
  }

  @Test func `Everything in everything is valid`() throws {
    var blocks: [Block] = []
    for (inline, _) in SampleNodes.inlines {
      for inlines in nested(inline) {
        let item = DefinitionItem(terms: [DefinitionTerm(inlines)], definitions: [])
        blocks += [
          .heading(Heading(level: 2, inlines)),
          .paragraph(Paragraph(inlines, kind: .hanging, alignment: .end)),
          .lineGroup(LineGroup([Line(inlines, indent: 2)])), .definitionList(DefinitionList([item])),
          .aside(Aside(.details, title: inlines, [])), .aside(Aside(.note, title: inlines, [])),
        ]
      }
    }
    for (block, _) in SampleNodes.blocks { blocks += containers(of: block) }
    for container in containers(of: SampleNodes.paragraph("innermost")) {
      blocks += containers(of: container)
    }
    for index in blocks.indices where index % 3 == 0 { blocks[index].info.id = "node \(index)" }
    var document = Document(
      blocks: blocks,
      notes: [Note(id: "note", blocks: [.figure(Figure([SampleNodes.paragraph("noteword")]))])])
    document.metadata.title = "Everything"
    document.metadata.language = Language("en")
    let bytes = [UInt8](try #require(Self.picture))
    document.resources = ["a.png", "b.png", "c.png", "d.png"].map {
      Resource(name: $0, mediaType: "image/png", fileExtension: "png", bytes: bytes)
    }
    let options = EPUBOptions(pageNumbers: .shown, descriptions: .folded)
    var log = DiagnosticLog()
    let rendition = try EPUBRenderer(options: options).render(document, log: &log)
    #expect(Rendering.epub().check(rendition).map(\.message) == [])
    try EPUBCheck.expectValidEPUB(rendition)
  }
}
