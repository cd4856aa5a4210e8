import Sentences
import Testing

@Suite struct SentenceTests {
  private func sentences(_ text: String, _ language: String? = "en") -> [String] {
    SentenceSegmenter(language: language).sentences(in: text).map(String.init)
  }

  private func isBlank(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.allSatisfy { $0.properties.isWhitespace }
  }

  @Test(arguments: [
    ("One. Two? Three! Four", ["One.", "Two?", "Three!", "Four"]),
    ("Dr. Smith met Mrs. Jones. They left.", ["Dr. Smith met Mrs. Jones.", "They left."]),
    ("J. R. R. Tolkien wrote it. It is long.", ["J. R. R. Tolkien wrote it.", "It is long."]),
    ("It grew by 3.5 per cent. In 2010 it fell.", ["It grew by 3.5 per cent.", "In 2010 it fell."]),
    (
      "See www.example.org. Write to a.b@example.org. Thanks.",
      [
        "See www.example.org.", "Write to a.b@example.org.", "Thanks.",
      ]
    ),
    ("He said “Stop!” and left. She stayed.", ["He said “Stop!” and left.", "She stayed."]),
    ("“Is it?” he asked. “It is.” She nodded.", ["“Is it?” he asked.", "“It is.”", "She nodded."]),
    (
      "(It rained.) We waited ... then we went. Wait… What?",
      [
        "(It rained.)", "We waited ... then we went.", "Wait…", "What?",
      ]
    ),
    ("See Fig. 3 and pp. 4-5. No. 7 is best.", ["See Fig. 3 and pp. 4-5.", "No. 7 is best."]),
    ("Is it here? No. It is there.", ["Is it here?", "No.", "It is there."]),
    (
      "We live in the U.S. The state pays. The U.S. Army does not.",
      [
        "We live in the U.S.", "The state pays.", "The U.S. Army does not.",
      ]
    ),
    ("1. Apply early. 2. Pay late.", ["1. Apply early.", "2. Pay late."]),
    (
      "Bring pens, paper, etc. We supply the rest, e.g. Maps.",
      [
        "Bring pens, paper, etc.", "We supply the rest, e.g. Maps.",
      ]
    ),
    (
      "Chapter II. The end. I saw Louis XIV. He waved.",
      ["Chapter II.", "The end.", "I saw Louis XIV.", "He waved."]
    ),
    (
      "It opens at 9 a.m. on Monday. iPhones are allowed.",
      ["It opens at 9 a.m. on Monday.", "iPhones are allowed."]
    ),
    ("What?! Really!!! Yes.", ["What?!", "Really!!!", "Yes."]),
    ("The file is report.final.md. Open it.", ["The file is report.final.md.", "Open it."]),
    ("  Blanks around.  ", ["Blanks around."]), ("", []), ("...", ["..."]), ("One.\n\nTwo", ["One.", "Two"]),
    ("Plan B. The other one.", ["Plan B. The other one."]),
  ])
  func `English`(text: String, expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test(arguments: [
    ("de", "Am 3. Mai kam Dr. Weber. Er blieb z. B. Bis 5 Uhr.", 2),
    ("de", "Das kostet 3,50 Euro. Die Nr. 5 fehlt. Wir warten usw. Der Rest folgt.", 4),
    ("fr", "M. Dupont est arrivé. Voir p. 12. Il dit « Non ! » et part. Fin.", 4),
    ("es", "¿Viene Ud. mañana? Sí. El Sr. López no. ¡Vaya!", 4),
    ("cy", "Mae Mr. Jones yma. Ble mae e? Yn y tŷ.", 3),
    ("hi", "यह पहला वाक्य है। यह दूसरा है । तीसरा?", 3),
    ("ur", "یہ پہلا جملہ ہے۔ کیا یہ دوسرا ہے؟ ہاں۔", 3),
    ("ar", "هذه جملة أولى. هل هذه ثانية؟ نعم.", 3),
    ("zh", "这是第一句。这是第二句！“第三句？”第四句。", 4),
    ("ja", "これは一つ目です。「何？」と言った。はい。", 3),
    ("pl", "To jest 5. Rozdział. Pan dr. Nowak przyszedł. Koniec.", 3),
  ])
  func `Other languages`(language: String, text: String, count: Int) {
    #expect(sentences(text, language).count == count, "\(sentences(text, language))")
  }

  @Test func `Nothing but white space is left out, whatever the text`() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("ab AB.!?…\"'()“” \n12,;:。！।؟۔\u{FFFC}é-—/@".unicodeScalars)
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? "a"
      }
      let ranges = SentenceSegmenter(language: "en").ranges(in: text)
      var position = 0
      for range in ranges {
        #expect(range.lowerBound >= position && !range.isEmpty)
        #expect(isBlank(text[position..<range.lowerBound]))
        position = range.upperBound
      }
      #expect(isBlank(text[position...]))
    }
  }

  @Test func `An object stays with the sentence before it`() {
    #expect(sentences("One.\u{FFFC} Two.") == ["One.\u{FFFC}", "Two."])
    #expect(sentences("One\u{FFFC}. Two.") == ["One\u{FFFC}.", "Two."])
  }

  @Test func `A long text takes no time`() {
    let text = Array(
      String(repeating: "It cost £3.50 (see Fig. 2). \"Did it?\" he asked. ", count: 20_000).unicodeScalars)
    let clock = ContinuousClock()
    let took = clock.measure { #expect(SentenceSegmenter(language: "en").ranges(in: text).count == 40_000) }
    #expect(took < .seconds(10))
  }
}
