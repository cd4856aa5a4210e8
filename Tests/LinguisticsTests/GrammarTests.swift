import Linguistics
import Testing

/// Noun phrases, verb groups and their subjects.
@Suite struct GrammarTests {
  private func analyzed(_ text: String) -> TaggedSentence { EnglishAnalyzer().analyze(text) }

  @Test func `Noun phrases end with their noun`() {
    let sentence = analyzed("The new local plan of the council will help older people.")
    #expect(
      NounPhrases.find(in: sentence.tokens).map { sentence.text(of: $0) }
        == ["The new local plan", "the council", "older people"])
  }

  @Test(arguments: [
    (
      "The report on the roads has not yet been agreed.", "has not yet been agreed", "The report on the roads"
    ),
    ("They will help you.", "will help", "They"),
    ("You go.", "go", "You"),
  ])
  func `A finite verb has a subject`(_ text: String, _ verb: String, _ subject: String) throws {
    let sentence = analyzed(text)
    let group = try #require(VerbGroup.find(in: sentence.tokens).first { $0.isFinite })
    #expect(sentence.text(of: group.tokens) == verb)
    #expect(sentence.subject(of: group).map { sentence.text(of: $0) } == subject)
  }

  @Test(arguments: [
    ("Send the form to us.", 1), ("The council has agreed the plan.", 1), ("She came and he went.", 2),
    ("To help people is good.", 1), ("If you come, we will talk.", 2), ("A plan for all.", 0),
  ])
  func `Finite clauses are counted`(_ text: String, _ count: Int) {
    #expect(analyzed(text).finiteClauses == count)
  }
}
