import Linguistics
import Testing

/// What is known of single words.
@Suite struct EnglishTests {
  @Test(arguments: [
    ("ran", "VBD", "run"), ("children", "NNS", "child"), ("was", "VBD", "be"), ("n't", "RB", "not"),
    ("better", "JJR", "good"), ("carried", "VBN", "carry"), ("making", "VBG", "make"),
    ("Councils", "NNS", "council"),
    ("London", "NNP", "London"), ("policies", "NNS", "policy"), ("lives", "VBZ", "live"),
    ("lives", "NNS", "life"),
    ("ca", "MD", "can"), ("blogged", "VBD", "blog"), ("an", "DT", "a"),
  ])
  func `A form is traced to its word`(_ form: String, _ tag: String, _ lemma: String) throws {
    #expect(English.lemma(of: form, tag: try #require(Tag(penn: tag))) == lemma)
  }

  @Test(arguments: [
    ("carry", "VBD", "carried"), ("child", "NNS", "children"), ("be", "VBZ", "is"),
    ("write", "VBN", "written"),
    ("help", "VBG", "helping"), ("big", "JJR", "bigger"), ("use", "VBZ", "uses"), ("get", "VBN", "got"),
    ("zorbify", "VBD", "zorbified"), ("zorb", "NNS", "zorbs"), ("plop", "VBG", "plopping"),
    ("box", "NNS", "boxes"),
    ("try", "VBZ", "tries"), ("say", "VBD", "said"), ("good", "JJS", "best"), ("cancel", "VBD", "cancelled"),
  ])
  func `A word has its forms`(_ lemma: String, _ tag: String, _ form: String) throws {
    #expect(English.inflect(lemma, as: try #require(Tag(penn: tag))) == form)
  }

  @Test(arguments: [
    ("a", 1), ("council", 2), ("people", 2), ("make", 1), ("area", 3), ("established", 4),
    ("consultation", 4),
    ("table", 2), ("the", 1), ("created", 3), ("wanted", 2), ("walked", 1), ("boxes", 2), ("long-term", 2),
    ("identification", 6), ("2025", 0),
  ])
  func `Syllables are counted`(_ word: String, _ count: Int) {
    #expect(English.syllables(in: word) == count)
  }

  @Test(arguments: [
    ("hour", "an"), ("house", "a"), ("NHS", "an"), ("UK", "a"), ("university", "a"), ("umbrella", "an"),
    ("one", "a"), ("8", "an"), ("11", "an"), ("18,000", "an"), ("110", "a"), ("European", "a"),
    ("honest", "an"), ("user", "a"),
    ("MP", "an"), ("uninteresting", "an"), ("unit", "a"), ("old", "an"), ("NATO", "a"), ("“open", "an"),
    ("union", "a"),
    ("unimportant", "an"), ("useful", "a"), ("FAQ", "an"),
  ])
  func `The article goes with how a word sounds`(_ word: String, _ article: String) {
    #expect(English.indefiniteArticle(before: word) == article)
  }

  @Test func `Frequent words are more frequent`() throws {
    let the = try #require(English.zipf(of: "the"))
    let council = try #require(English.zipf(of: "council"))
    #expect(the > 7 && council > 3.5 && council < 5)
    #expect(English.zipf(of: "qwrtzy") == nil)
    #expect(English.level(of: "house") == .a1)
  }

  @Test(arguments: [
    ("We will commission an evaluation of the intervention.", ["commission", "evaluation", "intervention"]),
    ("The dog ran to the house.", []),
    ("Ofsted and Penrith said so.", []),
  ])
  func `Words that few know are hard, basic words and names are not`(_ text: String, _ hard: [String]) {
    let found = EnglishAnalyzer().analyze(text).tokens.filter(HardWords.isHard).map(\.text)
    #expect(found == hard)
  }
}
