import Linguistics
import Testing

/// The lists of easy read, found in sentences.
@Suite struct WordListTests {
  private func tokens(_ text: String) -> [Token] { EnglishAnalyzer().analyze(text).tokens }

  @Test func `The longest entry of the glossary counts`() throws {
    let tokens = tokens("Ask for an absent vote before the election.")
    let match = try #require(Glossary.english.match(in: tokens, at: 3))
    #expect(match.entry.term == "absent vote")
    #expect(match.count == 2)
    #expect(Glossary.english.entries.count >= 1500)
  }

  @Test func `A form in capitals counts only as it is written`() {
    #expect(Glossary.english.match(in: tokens("the pip of an apple"), at: 1) == nil)
    #expect(Glossary.english.match(in: tokens("You get PIP."), at: 2) != nil)
  }

  @Test(arguments: [
    ("You can appeal to the interview panel.", "panel", true),
    ("The wall has a wooden panel on it.", "panel", false),
    ("Call us on extension 4 today.", "extension", false),
    ("The extension of the school is new.", "extension", true),
    ("A report entitled Our Future is here.", "entitled", false),
    ("You are entitled to this money.", "entitled", true),
    ("There was an outbreak of war there.", "outbreak", false),
    ("She works in the manual department.", "manual", false),
  ])
  func `Words around a word tell whether it has the sense explained`(
    text: String, word: String, isCertain: Bool
  ) throws {
    let tokens = tokens(text)
    let index = try #require(tokens.firstIndex { $0.lowered == word })
    let match = Glossary.english.match(in: tokens, at: index)
    if isCertain { #expect(match?.isCertain == true) } else { #expect(match?.isCertain != true) }
  }

  @Test func `A plain word takes the form of the hard one`() throws {
    let tokens = tokens("The council adhered to the rules and abided by them.")
    let match = try #require(PlainWords.english.match(in: tokens, at: 7))
    #expect(match.count == 2)
    #expect(match.entry.plain(for: "abided by", tag: .vbd) == "followed")
    #expect(match.entry.risk == .gated)
    #expect(PlainWords.english.entries.allSatisfy { !$0.plain.isEmpty })
  }

  @Test func `Every gate of the table is understood`() {
    #expect(PlainWords.english.entries.contains { $0.gates.contains(.onlyAtStart) })
    #expect(PlainWords.english.entries.contains { $0.gates.contains(.after("no")) })
    #expect(PlainWords.english.entries.contains { $0.gates.contains(.before("to")) })
  }

  @Test func `Short forms are found as they are written`() throws {
    #expect(ShortForms.english.match(in: tokens("Fruit, e.g. apples"), at: 2)?.entry.words == "for example")
    #expect(ShortForms.english.match(in: tokens("We can’t go"), at: 1)?.entry.kind == .contraction)
    #expect(ShortForms.english.match(in: tokens("We use IE here"), at: 2) == nil)
  }

  @Test func `Words of meaning are found, the longest first`() {
    let tokens = tokens("No one may go unless at least five days have passed.")
    #expect(MeaningWords.english.all(.negator, in: tokens).map(\.entry.phrase) == ["no one", "unless"])
    #expect(MeaningWords.english.all(.modal, in: tokens).map(\.entry.phrase) == ["may"])
    #expect(MeaningWords.english.all(.conditional, in: tokens).map(\.entry.phrase) == ["unless"])
    #expect(MeaningWords.english.all(.quantifier, in: tokens).map(\.entry.phrase).contains("at least"))
    #expect(MeaningWords.english.all(.number, in: tokens).map(\.entry.value) == ["1", "5"])
  }

  @Test func `Nouns made from verbs are known in both spellings`() {
    #expect(Nominalisations.english["completion"]?.verb == "complete")
    #expect(Nominalisations.english["authorization"]?.verb == Nominalisations.english["authorisation"]?.verb)
  }
}
