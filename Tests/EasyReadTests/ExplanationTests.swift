import DocumentModel
import EasyRead
import Testing

/// Where explanations stand, and that no sense of a word is guessed.
@Suite struct ExplanationTests {
  private func lines(_ result: EasyReadResult) -> [String] {
    result.blocks.flatMap(\.sentences).flatMap(\.lines).map(\.text)
  }

  @Test func `A word that may have another sense is warned about, with what the glossary has`() throws {
    let result = EasyRead.simplify(document("The reference is on the panel."))
    #expect(result.glossary.isEmpty)
    #expect(result.unexplained.map(\.word) == ["reference", "panel"])
    #expect(result.unexplained.allSatisfy { $0.proposal != nil })
    #expect(result.diagnostics.map(\.code) == ["EZR-005", "EZR-005"])
    let diagnostic = try #require(result.diagnostics.last)
    #expect(
      diagnostic.message
        == "\u{201C}panel\u{201D} has more than one meaning; the glossary has: "
        + "\u{201C}A panel is a group of people who talk about something or decide.\u{201D}")
  }

  @Test func `Words around it can make a sense certain`() {
    let result = EasyRead.simplify(document("The interview panel met."))
    #expect(result.glossary.map(\.term) == ["panel"])
    #expect(result.diagnostics.isEmpty)
  }

  @Test func `A word in capitals says nothing of the same word in small letters`() {
    let result = EasyRead.simplify(document("PERSPICACITY. They showed perspicacity."))
    #expect(result.unexplained.map(\.word).contains("perspicacity"))
  }

  @Test func `A word that is hard in its sentence is warned about, whatever it seems in a line of its own`() {
    let result = EasyRead.simplify(
      document(
        "Companies use it for many tasks, including web services, embedded devices, bioinformatics, search engines, and machine learning."
      ))
    let known = result.unexplained.map(\.word) + result.glossary.map(\.term)
    #expect(known.contains("bioinformatics"))
  }

  @Test func `A word that is hard when lines are read together is accounted for`() {
    let lines = Paragraph([
      .text(Text("Leipzig, Germany")), .lineBreak(LineBreak()),
      .text(Text("1.31. Innovation Center for Informatics, Georgetown University.")),
    ])
    let result = EasyRead.simplify(Document(blocks: [.paragraph(lines)]))
    let known = result.unexplained.map { $0.word.lowercased() } + result.glossary.map(\.term)
    #expect(known.contains("innovation"))
  }

  @Test func `The marks of a formula are no hard words`() {
    let formula = InlineMathematics(Mathematics(tex: "perspicacious varepsilon"))
    let paragraph = Paragraph([.text(Text("The sum of ")), .mathematics(formula), .text(Text(" is small."))])
    #expect(EasyRead.simplify(Document(blocks: [.paragraph(paragraph)])).unexplained.isEmpty)
  }

  @Test func `Of very many hard words each is named`() {
    let letters = Array("bcdfghklmnprstvz")
    let words = (0..<1300).map { number in
      "perspica" + [number / 256, number / 16 % 16, number % 16].map { "\(letters[$0])o" }.joined() + "tion"
    }
    let blocks = words.map { Block.paragraph(Paragraph([.text(Text("They saw a \($0)."))])) }
    let result = EasyRead.simplify(Document(blocks: blocks))
    #expect(result.unexplained.count == words.count)
    let said = result.diagnostics.filter { $0.code == "EZR-002" }
    #expect(said.count == 500 + 32)
    let all = said.map(\.message).joined()
    #expect(words.allSatisfy { all.contains("\u{201C}\($0)\u{201D}") })
  }

  @Test func `The author's explanation of such a word counts`() {
    let author = AuthorDecisions(definitions: ["panel": "A panel is a flat piece of wood."])
    let result = EasyRead.simplify(document("The panel is new."), options: EasyReadOptions(decisions: author))
    #expect(lines(result) == ["The panel is new.", "A panel is a flat piece of wood."])
    #expect(result.diagnostics.isEmpty)
  }

  @Test func `An explanation stands before a line that leads into what comes next`() {
    let item = ListItem([.paragraph(Paragraph([.text(Text("We go."))]))])
    var source = document("We met. We talked about the abolition of:")
    source.blocks.append(.list(List(.bulleted, [item])))
    let result = EasyRead.simplify(source)
    #expect(
      lines(result) == [
        "We met.", "The abolition of something is when it is ended.", "We talked about the abolition of:",
        "We go.",
      ])
    #expect(EasyRead.simplify(result.document).document == result.document)
  }

  @Test func `The author's last line leads in, too`() {
    let author = AuthorDecisions(sentences: [
      SentenceID.of("Offer it, after abolition, subject to:"): [
        "offer it after the abolition", "The terms are:",
      ]
    ])
    let result = EasyRead.simplify(
      document("Offer it, after abolition, subject to:"), options: EasyReadOptions(decisions: author))
    #expect(
      lines(result) == [
        "offer it after the abolition", "The abolition of something is when it is ended.", "The terms are:",
      ])
  }

  @Test func `Words of another language are not hard words of this one`() {
    var welsh = Paragraph([.text(Text("Gallwn ni ddod â llyfrau."))])
    welsh.info.language = Language("cy")
    var source = document("We can come.")
    source.metadata.language = Language("en")
    source.blocks.append(.paragraph(welsh))
    #expect(EasyRead.simplify(source).diagnostics.isEmpty)
  }
}
