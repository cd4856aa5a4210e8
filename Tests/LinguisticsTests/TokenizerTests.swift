import Linguistics
import Testing

/// Tokens are those of the English Web Treebank.
@Suite struct TokenizerTests {
  private func tokens(_ sentence: String) -> [String] {
    EnglishAnalyzer().analyze(sentence).tokens.map(\.text)
  }

  @Test(arguments: [
    ("You don't need the council's long-term plan.", "You do n't need the council 's long - term plan ."),
    ("We can’t wait; they’ll call (later).", "We ca n’t wait ; they ’ll call ( later ) ."),
    ("It costs £1,250.50, or 5% more.", "It costs £ 1,250.50 , or 5 % more ."),
    ("Dr. Smith cannot come at 10am on 3/4/2025.", "Dr. Smith can not come at 10 am on 3/4/2025 ."),
    (
      "See https://www.gov.uk/a-b?c=d, or write to a.b@c.org.",
      "See https://www.gov.uk/a-b?c=d , or write to a.b@c.org ."
    ),
    ("The U.S. and the E.U. agreed...", "The U.S. and the E.U. agreed ..."),
    ("“Yes,” she said—“no!”", "“ Yes , ” she said — “ no ! ”"),
    ("He uses e-mail and/or the co-operative.", "He uses e-mail and / or the co-operative ."),
    ("The person(s) named, etc.", "The person(s) named , etc."),
  ])
  func `A sentence is parted as the treebank parts it`(_ sentence: String, _ expected: String) {
    #expect(tokens(sentence).joined(separator: " ") == expected)
  }

  @Test func `Ranges say where each token stands, and only white space is between them`() {
    let text = "  “Naïve” \u{A0}cafés—£5m,\tand 10°C … 'tis (so)."
    let bytes = Array(text.utf8)
    let sentence = EnglishAnalyzer().analyze(text)
    var end = 0
    for token in sentence.tokens {
      #expect(String(decoding: bytes[token.range], as: UTF8.self) == token.text)
      let between: String = String(decoding: bytes[end..<token.range.lowerBound], as: UTF8.self)
      #expect(between.allSatisfy { $0.isWhitespace }, "\(between)")
      end = token.range.upperBound
    }
    #expect(end == bytes.count)
  }

  @Test func `A reader counts words, not tokens`() {
    let sentence = EnglishAnalyzer().analyze("Don't use the council's long-term plan – it is 5% too dear.")
    #expect(sentence.wordCount == 10)
  }
}
