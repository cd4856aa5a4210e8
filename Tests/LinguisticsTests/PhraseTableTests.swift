import Testing

@testable import Linguistics

@Suite struct PhraseTableTests {
  /// Phrases of letters alone take a shorter way to their tokens.
  @Test func everyPhraseHasTheTokensOfTheTokenizer() {
    let phrases =
      Glossary.english.entries.flatMap { [$0.term] + $0.forms }
      + PlainWords.english.entries.flatMap { [$0.word] + $0.forms.map(\.form) }
    #expect(phrases.count > 5000)
    for phrase in phrases {
      #expect(PhraseTable.tokens(of: phrase) == PhraseTable.allTokens(of: phrase), "\(phrase)")
    }
  }

  @Test(arguments: ["cannot", "you cannot", "Gonna be", "two words", "a  b", "", " "])
  func takesEitherWay(_ phrase: String) {
    #expect(PhraseTable.tokens(of: phrase) == PhraseTable.allTokens(of: phrase))
  }

  @Test func findsTheLongestFirst() {
    let table = PhraseTable([("in", 0), ("in order to", 1), ("in order", 2), ("IN", 3)])
    let tokens = EnglishAnalyzer().analyze("We met in order to talk.").tokens
    let found = table.matches(in: tokens, at: 2)
    #expect(found.map(\.entry) == [1, 2, 0])
    #expect(found.map(\.count) == [3, 2, 1])
  }
}

/// The index of the glossary finds what a table of all its phrases would.
@Suite struct GlossaryIndexTests {
  private let glossary = Glossary.english

  @Test func findsEveryPhraseAsATableOfAllWould() {
    let entries = glossary.entries
    let table = PhraseTable(
      entries.enumerated().flatMap { place, entry in ([entry.term] + entry.forms).map { ($0, place) } })
    let index = GlossaryIndex(EnglishData.glossary)
    #expect(index.rows.count == entries.count)
    let analyzer = EnglishAnalyzer()
    for entry in entries {
      for phrase in [entry.term] + entry.forms {
        let tokens = analyzer.analyze("We had \(phrase) of them.").tokens
        for place in tokens.indices {
          let found = index.matches(in: tokens, at: place).map { [$0.row, $0.count] }
          #expect(found == table.matches(in: tokens, at: place).map { [$0.entry, $0.count] }, "\(phrase)")
        }
      }
    }
  }

  @Test func knowsTheSentencesOfExplanations() throws {
    for entry in glossary.entries {
      for sentence in Glossary.sentences(of: entry.explanation) {
        // Several words may be explained with one sentence.
        let found = try #require(glossary.entry(explainingWith: sentence), "\(sentence)")
        #expect(Glossary.sentences(of: found.explanation).contains(sentence))
      }
    }
    #expect(glossary.entry(explainingWith: "Nobody explains anything with this.") == nil)
    #expect(glossary.entry(explainingWith: "") == nil)
  }

  @Test(arguments: [
    "One.", "One. Two?  Three. and four", " One.", "Is it? Yes. ", "At 3.5 per cent. It is low.",
  ])
  func partsExplanations(_ text: String) {
    let sentences = Glossary.sentences(of: text)
    #expect(sentences.joined(separator: " ") == text.split(separator: " ").joined(separator: " "))
    #expect(sentences.allSatisfy { !$0.isEmpty })
  }
}
