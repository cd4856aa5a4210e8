import Linguistics
import Testing

/// The rules of easy read that a text breaks.
@Suite struct ReadabilityTests {
  private func readability(_ text: String, _ kind: Passage.Kind = .prose) -> Readability {
    Readability([Passage(kind, EnglishAnalyzer().analyzed(text))])
  }

  private func rules(_ text: String) -> [ReadabilityRule] { readability(text).findings.map(\.rule) }

  @Test func `Easy text breaks no rule`() {
    #expect(rules("You can vote on 2 May. Bring your card. Ask us for help.") == [])
  }

  @Test(arguments: [
    (
      "You can go to the big house by the sea with all of your old friends in May.",
      ReadabilityRule.sentenceTooLong
    ),
    ("You can go to the big house by the sea with your old friends.", .sentenceLong),
    ("You eat and I drink.", .severalClauses),
    ("Your card was sent by the council.", .passive),
    ("Do not use no cards.", .negation),
    ("You would have gone.", .verbForm),
    ("Come on Monday; bring your card.", .mark),
    ("You must fill in the intervention.", .hardWord),
    ("You can ask the CQC.", .letters),
    ("Bring food, e.g. fruit.", .latin),
    ("You can't park here.", .contraction),
    ("You have five days.", .numberInWords),
    ("You get 20% more.", .bigNumber),
    ("Come on 03/04/2025.", .dateInFigures),
    ("You need 10–15 cards.", .dateInFigures),
    ("See part IV.", .romanNumeral),
    ("Bring milk, eggs, bread, fruit, rice and tea.", .listInSentence),
  ])
  func `A rule that is broken is found`(_ text: String, _ rule: ReadabilityRule) {
    #expect(rules(text).contains(rule), "\(rules(text))")
  }

  @Test(arguments: [
    ("The Care Quality Commission (CQC) can help you. Ask the CQC.", ReadabilityRule.letters),
    ("You have one day.", .numberInWords),
    ("You can vote at home.", .passive),
    ("Plan B is best for you.", .romanNumeral),
    ("Bring milk, eggs and bread.", .listInSentence),
  ])
  func `What is allowed is not found`(_ text: String, _ rule: ReadabilityRule) {
    #expect(!rules(text).contains(rule), "\(rules(text))")
  }

  @Test func `A finding says where it is`() throws {
    let readability = readability("Go there. You must fill in the intervention.")
    let finding = try #require(readability.findings.first { $0.rule == .hardWord })
    #expect(finding.sentence == 1)
    #expect(finding.words == "intervention")
    #expect(finding.range == 21..<33)
  }

  @Test func `The grade is that of the formula`() throws {
    // 6 words, 1 sentence, 7 syllables.
    let scores = readability("The cat sat on the table.").scores
    #expect(scores.words == 6 && scores.syllables == 7 && scores.sentences == 1)
    let grade = try #require(scores.grade)
    #expect(abs(grade - (0.39 * 6 + 11.8 * 7 / 6 - 15.59)) < 0.001)
  }

  @Test func `Headings are no sentences`() {
    #expect(readability("What the council did", .label).scores.sentences == 0)
  }

  @Test func `A hard word is said once`() {
    let found = readability("Read the appendix. Then send the appendix to us.").findings
    #expect(found.count { $0.rule == .hardWord } == 1)
  }
}
