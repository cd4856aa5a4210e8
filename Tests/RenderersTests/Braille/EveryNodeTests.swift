import BrailleTranslation
import Diagnostics
import DocumentModel
import Renderers
import TestSupport
import Testing

/// Every kind of node comes out in braille, in every profile and place.
@Suite struct EveryNodeTests {
  private func words(_ document: Document, profile: String) throws -> [String] {
    var log = DiagnosticLog()
    let renderer = BrailleRenderer(options: BrailleOptions(grade: .one, profile: profile))
    let pages = try renderer.layOut(document, log: &log)
    return try BrailleReadBack.words(of: pages, with: Translator(code: BrailleCodes.find("ueb"), grade: "1"))
  }

  @Test func thereIsASampleOfEveryKind() {
    #expect(Set(SampleNodes.blocks.map { SampleNodes.kind($0.block) }).count == 14)
    #expect(Set(SampleNodes.inlines.map { SampleNodes.kind($0.inline) }).count == 12)
  }

  @Test(arguments: ["ukaaf", "bana"]) func blocks(profile: String) throws {
    for (block, expected) in SampleNodes.blocks {
      let found = try words(SampleNodes.document(block), profile: profile)
      #expect(Set(expected).isSubset(of: found), "\(SampleNodes.kind(block))")
    }
  }

  @Test(arguments: ["ukaaf", "bana"]) func inlinesInAParagraph(profile: String) throws {
    for (inline, expected) in SampleNodes.inlines {
      let paragraph = Block.paragraph(
        Paragraph([SampleNodes.text("before "), inline, SampleNodes.text(" after")]))
      let found = try words(SampleNodes.document(paragraph), profile: profile)
      #expect(Set(expected + ["before", "after"]).isSubset(of: found), "\(SampleNodes.kind(inline))")
    }
  }

  @Test(arguments: ["ukaaf", "bana"]) func inlinesAlone(profile: String) throws {
    for (inline, expected) in SampleNodes.inlines {
      let found = try words(SampleNodes.document(.paragraph(Paragraph([inline]))), profile: profile)
      #expect(Set(expected).isSubset(of: found), "\(SampleNodes.kind(inline))")
    }
  }

  @Test(arguments: ["ukaaf", "bana"]) func everythingInsideEverythingElse(profile: String) throws {
    for (block, expected) in SampleNodes.blocks {
      let containers: [Block] = [
        .list(List(.bulleted, [ListItem([block])])), .blockQuote(BlockQuote([block])),
        .aside(Aside(.sidebar, [block])), .figure(Figure([block])), .figure(Figure([], caption: [block])),
        .division(Division([block])),
        .definitionList(DefinitionList([DefinitionItem(terms: [], definitions: [Definition([block])])])),
        .table(Table(columns: [TableColumn()], bodies: [TableBody([TableRow([TableCell([block])])])])),
        .table(Table(columns: [TableColumn()], head: [TableRow([TableCell([block])])], bodies: [])),
        .table(Table(caption: [block], columns: [TableColumn()], bodies: [])),
      ]
      for container in containers {
        let found = try words(SampleNodes.document(container), profile: profile)
        #expect(
          Set(expected).isSubset(of: found), "\(SampleNodes.kind(block)) in \(SampleNodes.kind(container))")
      }
    }
  }
}
