import DocumentModel
import Testing

@testable import EasyRead

/// Drafts that people have worked on: their words stay.
@Suite("Drafts worked on") struct DraftPartsTests {
  private static func options(_ decisions: AuthorDecisions = AuthorDecisions()) -> EasyReadOptions {
    EasyReadOptions(decisions: decisions, isDraft: true)
  }

  private static func strong(_ text: String) -> Block {
    .paragraph(Paragraph([.styled(Styled(.strong, [.text(Text(text))]))]))
  }

  @Test("No rule changes the words, and nothing is explained again")
  func wordsStay() {
    let source = document(
      "It can't be, e.g. three people utilised the site; it rained.", "The abolition was good.")
    let result = EasyRead.simplify(source, options: Self.options())
    let texts = result.document.blocks.map(\.allText)
    #expect(texts == source.blocks.map(\.allText))
    #expect(result.diagnostics.contains { $0.code == "EZR-006" && $0.message.contains("abolition") })
  }

  @Test("What the author decides is done")
  func authorCounts() {
    let decisions = AuthorDecisions(
      replacements: ["utilised": "used"], definitions: ["abolition": "Abolition means an end to it."])
    let result = EasyRead.simplify(
      document("They utilised three sites. The abolition was good."), options: Self.options(decisions))
    let text = result.document.blocks.map(\.allText).joined(separator: " ")
    #expect(text.contains("They used three sites."))
    #expect(result.document.blocks.last?.allText.contains("Abolition means an end to it.") == true)
  }

  @Test("The statement and the explanations of words are found again as Markdown has them")
  func partsRestored() {
    let words = EasyReadEdition.glossaryHeading(in: nil)
    let source = Document(blocks: [
      .blockQuote(
        BlockQuote([
          Self.strong("This is a draft"),
          .paragraph(Paragraph([.text(Text("A computer program made this easy read draft."))])),
        ])),
      .paragraph(Paragraph([.text(Text("The abolition was good."))])),
      .heading(Heading(level: 2, [.text(Text(words))])), Self.strong("abolition"),
      .paragraph(Paragraph([.text(Text("Abolition means the end of something."))])),
    ])
    let parts = DraftParts(in: nil)
    #expect(parts.isDraft(source))
    #expect(!parts.isDraft(document("This is a draft")))
    let restored = parts.restored(in: source)
    #expect(restored.blocks.count == 3)
    #expect(restored.blocks.first.map(parts.isStatement) == true)
    guard case .division(let glossary)? = restored.blocks.last, case .definitionList? = glossary.blocks.last
    else {
      Issue.record("no glossary")
      return
    }
    #expect(glossary.role == "glossary")
    #expect(
      restored.blocks.map(\.allText).joined(separator: " ")
        == source.blocks.map(\.allText).joined(separator: " "))
    #expect(EasyRead.simplify(restored, options: Self.options()).unexplained.isEmpty)
  }
}
