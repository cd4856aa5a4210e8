import DocumentModel
import EasyRead
import Testing

/// Words, numbers and short forms: what is changed and what is left alone.
@Suite struct WordTests {
  @Test(arguments: [
    ("We can't come, and it's late.", "We cannot come, and it is late."),
    ("PLEASE NOTE THAT IT'S HARD TO READ.", "PLEASE NOTE THAT IT IS HARD TO READ."),
    ("They stayed home as they WEREN'T PAID.", "They stayed home as they WERE NOT PAID."),
    ("I'm sure you'll like it.", "I am sure you will like it."),
    ("Bring a form of proof, e.g. a letter.", "Bring a form of proof, for example a letter."),
    ("It is for men & women.", "It is for men and women."),
    ("We do this in order to help people.", "We do this to help people."),
    ("They utilise the land.", "They use the land."),
    ("She purchased a car.", "She bought a car."),
    ("We have three offices.", "We have 3 offices."),
    ("It has two hundred and fifty beds.", "It has 250 beds."),
    ("It cost twenty-five million pounds.", "It cost 25 million pounds."),
    ("It opened on 25/12/2020 in Leeds.", "It opened on 25 December 2020 in Leeds."),
    ("It opened on 2020-12-25 in Leeds.", "It opened on 25 December 2020 in Leeds."),
    ("It opened on 4th June 2017.", "It opened on 4 June 2017."),
    ("It opened on 4 Sept 2017.", "It opened on 4 September 2017."),
    ("Read pages 10\u{2013}15 of it.", "Read pages 10 to 15 of it."),
    ("Read Chapter IV of the book.", "Read Chapter 4 of the book."),
    ("It takes 24-48 hours.", "It takes 24 to 48 hours."),
  ])
  func `Certain words are changed`(source: String, expected: String) {
    #expect(lines(source) == [expected])
  }

  @Test(arguments: [
    "Don't you know it?",
    "It opened on 03/04/2025.",
    "Marks & Spencer is a shop.",
    "The score was 5-4 in the end.",
    "Call 020-7946 for help.",
    "One or two people came.",
    "Two thirds of the staff left.",
    "It is a two-year plan.",
    "The Five Ways School is here.",
    "World War II ended in 1945.",
    "He lived under Part II of the Housing Act 1988.",
    "The Additional Needs Team meets here.",
    "She said \u{201C}we utilise the land\u{201D}.",
    "It's been a long day.",
  ])
  func `Names, quotations and what may mean two things stay`(source: String) {
    #expect(lines(source) == [source])
  }

  @Test func `Titles of works in emphasis stay, other emphasis does not`() {
    func made(_ emphasised: String) -> String? {
      let inlines: [Inline] = [
        .text(Text("The staff of the town read ")),
        .styled(Styled(.emphasis, [.text(Text(emphasised))])), .text(Text(" in two weeks.")),
      ]
      let result = EasyRead.simplify(
        Document(blocks: [.paragraph(Paragraph(inlines))]), options: EasyReadOptions(explanations: .none))
      return result.blocks.flatMap(\.sentences).flatMap(\.lines).first?.text
    }
    #expect(
      made("Condition of eight halls") == "The staff of the town read Condition of eight halls in 2 weeks.")
    #expect(made("all eight books") == "The staff of the town read all 8 books in 2 weeks.")
  }

  @Test func `The article fits the plain word`() {
    #expect(lines("It is an additional cost.") == ["It is an extra cost."])
    #expect(lines("It is an optimum.").first?.contains("an best") == false)
  }

  @Test func `Acronyms are written out as the document says`() {
    let result = EasyRead.simplify(
      document("The Local Area Agreement (LAA) is new.", "Each LAA has a plan.", "The LAA-led plan is late."),
      options: EasyReadOptions(explanations: .none))
    let made = result.blocks.flatMap(\.sentences).flatMap(\.lines).map(\.text)
    #expect(
      made == [
        "The Local Area Agreement (LAA) is new.", "Each Local Area Agreement has a plan.",
        "The LAA-led plan is late.",
      ])
  }

  @Test func `The author's words win`() {
    let decisions = AuthorDecisions(replacements: ["tenancy": "rent agreement"], keep: ["purchased"])
    let result = EasyRead.simplify(
      document("Your tenancy ends soon. She purchased a car."),
      options: EasyReadOptions(explanations: .none, decisions: decisions))
    #expect(
      result.blocks.flatMap(\.sentences).flatMap(\.lines).map(\.text) == [
        "Your rent agreement ends soon.", "She purchased a car.",
      ])
  }

  @Test func `The author's own lines stand for a sentence`() {
    let id = SentenceID.of("The plan was approved in principle.")
    let decisions = AuthorDecisions(sentences: [id: ["We like the plan.", "We will look at it again."]])
    let result = EasyRead.simplify(
      document("The plan was approved in principle."),
      options: EasyReadOptions(explanations: .none, decisions: decisions))
    #expect(
      result.blocks.flatMap(\.sentences).flatMap(\.lines).map(\.text) == [
        "We like the plan.", "We will look at it again.",
      ])
  }

  @Test func `An edit that would change a number of words that carry meaning is undone and reported`() throws
  {
    // "solely" is "only", which is not declared: offered, never made.
    let all = edits("The plan is solely for tenants.", accept: .all)
    let edit = try #require(all.first { $0.after == "only" })
    guard case .undone = edit.state else {
      Issue.record("\(edit.state)")
      return
    }
  }
}
