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
