import DocumentModel
import TestSupport
import Testing

@Suite struct RewriterTests {
  private struct Nothing: Rewriter {}

  private struct Shouting: Rewriter {
    mutating func replacement(for inline: Inline) -> Inline {
      guard case .text(var text) = inline else { return inline }
      text.string = text.string.uppercased()
      return .text(text)
    }
  }

  private struct Counter: Rewriter {
    var blocks = 0
    var inlines = 0

    mutating func replacement(for block: Block) -> Block {
      blocks += 1
      return block
    }

    mutating func replacement(for inline: Inline) -> Inline {
      inlines += 1
      return inline
    }
  }

  private let everything = Document(
    blocks: SampleNodes.blocks.map(\.block) + [.paragraph(Paragraph(SampleNodes.inlines.map(\.inline)))],
    notes: [Note(id: "note", blocks: [SampleNodes.paragraph("noteword")])])

  @Test func changingNothingGivesTheSameTree() {
    var rewriter = Nothing()
    #expect(rewriter.rewrite(everything) == everything)
  }

  @Test func everyTextIsReached() {
    var rewriter = Shouting()
    rewriter.rewrite(everything).walk { node in
      if case .inline(.text(let text)) = node { #expect(text.string == text.string.uppercased()) }
    }
  }

  @Test func everyNodeAWalkVisitsIsOffered() {
    var counter = Counter()
    _ = counter.rewrite(everything)
    var blocks = 0
    var inlines = 0
    everything.walk { node in
      switch node {
      case .block: blocks += 1
      case .inline: inlines += 1
      }
    }
    #expect(counter.blocks == blocks && counter.inlines == inlines)
  }
}

@Suite struct AudienceTests {
  private func only(_ formats: Set<Format>) -> NodeInfo { NodeInfo(audience: .only(formats)) }

  @Test func nodesForOtherFormatsAreLeftOutWhereverTheyStand() {
    let hidden = Block.paragraph(Paragraph([SampleNodes.text("hidden")], info: only([.audio])))
    let document = Document(
      blocks: [
        hidden, .list(List(.bulleted, [ListItem([hidden]), ListItem([], info: only([.epub]))])),
        .paragraph(Paragraph([.text(Text("shown")), .text(Text("not", info: only([.daisy])))])),
      ],
      notes: [Note(id: "n", blocks: [hidden])])
    let (kept, leftOut) = document.keeping(for: .braille)
    #expect(leftOut.count == 5)
    #expect(
      kept.blocks == [.list(List(.bulleted, [ListItem([])])), .paragraph(Paragraph([.text(Text("shown"))]))])
    #expect(kept.notes == [Note(id: "n", blocks: [])])
    #expect(document.keeping(for: .audio).leftOut.count == 2)
  }

  @Test func aCellLeftOutKeepsItsColumn() {
    let cells = [
      TableCell([SampleNodes.paragraph("a")], info: only([.text])), TableCell([SampleNodes.paragraph("b")]),
    ]
    let table = Table(columns: [TableColumn(), TableColumn()], bodies: [TableBody([TableRow(cells)])])
    guard case .table(let kept) = Document(blocks: [.table(table)]).keeping(for: .braille).document.blocks[0]
    else {
      Issue.record("the table is gone")
      return
    }
    #expect(kept.bodies[0].rows[0].cells.map(\.blocks) == [[], [SampleNodes.paragraph("b")]])
  }

  @Test func includesAndExcludes() {
    #expect(Audience.only([.braille]).includes(.braille) && !Audience.only([.braille]).includes(.epub))
    #expect(!Audience.except([.braille]).includes(.braille) && Audience.except([.braille]).includes(.epub))
  }
}
