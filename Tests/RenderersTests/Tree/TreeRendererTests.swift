import Diagnostics
import DocumentModel
import Foundation
import JSONTree
import TestSupport
import Testing

@testable import Renderers

@Suite struct TreeRendererTests {
  private func text(_ document: Document, _ form: TreeOptions.Form = .text) throws -> String {
    var log = DiagnosticLog()
    let rendition = try TreeRenderer(options: TreeOptions(form: form)).render(document, log: &log)
    #expect(log.diagnostics.isEmpty)
    #expect(rendition.artifacts.count == 1)
    return String(decoding: rendition.artifacts[0].bytes, as: UTF8.self)
  }

  private func range(_ line: Int, _ from: Int, _ to: Int, part: UInt16 = 0) -> SourceRange {
    SourceRange(SourcePosition(line: line, column: from), SourcePosition(line: line, column: to), part: part)
  }

  @Test func `A node is a line, with what it carries and where it came from`() throws {
    let info = NodeInfo(
      range: range(3, 1, 20), id: "a b", language: Language("cy"), direction: .rightToLeft,
      audience: .except([.daisy, .braille]))
    let document = Document(blocks: [
      .heading(
        Heading(
          level: 2, [.text(Text("He \"said\"\n\u{1B}", info: NodeInfo(range: range(3, 4, 20))))], info: info))
    ])
    #expect(
      try text(document) == #"""
        document
          heading id="a b" language=cy direction=rtl not=braille,daisy level=2 3:1-3:20
            text "He \"said\"\n\u001B" 3:4-3:20

        """#)
  }

  @Test func `Metadata come first and notes last`() throws {
    var metadata = Metadata()
    metadata.title = "Findings"
    metadata.authors = ["A", "B"]
    metadata.other = [MetadataField(name: "x.y", value: "z")]
    let document = Document(
      metadata: metadata, blocks: [.separator(Separator())],
      notes: [Note(id: "n1", label: "*", placement: .end, blocks: [.separator(Separator())])])
    #expect(
      try text(document) == """
        document
          metadata name=title "Findings"
          metadata name=author "A"
          metadata name=author "B"
          metadata field="x.y" "z"
          separator
          note note="n1" label="*" placement=end
            separator

        """)
  }

  @Test func `A missing, a decorative and a given alternative differ`() throws {
    let images: [Inline] = [
      .image(Image("a", alternative: .missing)), .image(Image("b", alternative: .decorative)),
      .image(Image("c", alternative: .text("missing", longDescription: [.separator(Separator())]))),
    ]
    #expect(
      try text(Document(blocks: [.paragraph(Paragraph(images))])) == """
        document
          paragraph
            image source="a" alternative=missing
            image source="b" alternative=decorative
            image source="c" alternative="missing"
              long-description
                separator

        """)
  }

  @Test func `A table shows its parts, scopes and spans`() throws {
    let table = Table(
      caption: [.separator(Separator())], summary: "s",
      columns: [TableColumn(alignment: .end), TableColumn()],
      head: [TableRow([TableCell([], heading: .column, columnSpan: 2)])],
      bodies: [TableBody([TableRow([TableCell([], rowSpan: 3, alignment: .centre)])])],
      foot: [TableRow([])])
    #expect(
      try text(Document(blocks: [.table(table)])) == """
        document
          table summary="s"
            caption
              separator
            column alignment=end
            column
            head
              row
                cell heading=column columns=2
            body
              row
                cell rows=3 alignment=centre
            foot
              row

        """)
  }

  @Test func `Lists show how they are numbered and what is done`() throws {
    let list = List(
      .numbered(start: 3, style: .lowerRoman, delimiter: .parentheses),
      [ListItem([], task: .done, number: 7), ListItem([])], isTight: false)
    #expect(
      try text(Document(blocks: [.list(list)])) == """
        document
          list kind=numbered start=3 style=lower-roman delimiter=parentheses spacing=loose
            list-item task=done number=7
            list-item

        """)
  }

  @Test func `A range in a part of a package names the part`() throws {
    let break1 = Block.separator(Separator(info: NodeInfo(range: range(1, 1, 4, part: 2))))
    #expect(try text(Document(blocks: [break1])).contains("  separator #2 1:1-1:4\n"))
  }

  @Test func `Every kind of block and inline is shown, with every word of it`() throws {
    let samples =
      SampleNodes.blocks.map { ($0.block, $0.words) }
      + SampleNodes.inlines.map { (Block.paragraph(Paragraph([$0.inline])), $0.words) }
    for form in TreeOptions.Form.allCases {
      for (block, words) in samples {
        let shown = try text(Document(blocks: [block]), form)
        // The words of a note stand in the note, which is no part of its reference.
        for word in words where word != "noteword" { #expect(shown.contains(word), "\(block)") }
      }
    }
  }

  private struct Node: Decodable {
    var kind: String
    var text: String?
    var range: [String: Int]?
    var children: [Node]?
  }

  @Test func `JSON holds the same tree`() throws {
    let document = Document(blocks: [
      .paragraph(Paragraph([.text(Text("a\u{2028}\"b\\", info: NodeInfo(range: range(1, 1, 5))))]))
    ])
    let root = try JSONDecoder().decode(Node.self, from: Data(try text(document, .json).utf8))
    let leaf = try #require(root.children?.first?.children?.first)
    #expect(root.kind == "document")
    #expect(leaf.text == "a\u{2028}\"b\\")
    #expect(leaf.range == ["startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 5])
  }

  @Test func `JSON escapes what is unsafe to show, and nothing else`() {
    #expect(JSONValue.string("é\u{1B}\u{E0041}😀\t").text(.oneLine) == #""é\u001B\uDB40\uDC41😀\t""#)
    #expect(JSONValue.array([]).text(.indented) == "[]")
    #expect(JSONValue.members(["a": .boolean(true), "b": nil]).text(.oneLine) == #"{"a":true}"#)
  }
}
