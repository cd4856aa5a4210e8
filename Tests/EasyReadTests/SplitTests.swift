import EasyRead
import Testing

/// The splits of class B: where they are made, and the failures their gates are there for.
@Suite struct SplitTests {
  @Test func `A slash is no comma of a list`() {
    #expect(
      lines("They use tools such as Scilab / Scicos, MATLAB / Simulink, EICASLAB, MathCad, or Mathematica.")
        .contains("Scilab / Scicos"))
  }

  @Test(arguments: [
    (
      "The town was built on the mouth of a small river; the High Street once met the water there.",
      ["The town was built on the mouth of a small river.", "The High Street once met the water there."]
    ),
    (
      "The relocation process has not yet been completed, and Dar es Salaam remains the largest city.",
      ["The relocation process has not yet been completed.", "Dar es Salaam remains the largest city."]
    ),
    (
      "Her mother wanted her to leave school and marry, but she went to college in London.",
      ["Her mother wanted her to leave school and marry.", "But she went to college in London."]
    ),
    (
      "The technique is credited to Albert Humphrey, who led a convention at Stanford University.",
      [
        "The technique is credited to Albert Humphrey.",
        "Albert Humphrey led a convention at Stanford University.",
      ]
    ),
    (
      "The old prison, which is in the west of the town, was completed in 1910.",
      ["The old prison was completed in 1910.", "The old prison is in the west of the town."]
    ),
    (
      "He commanded the army in India and was promoted to colonel in 1910.",
      ["He commanded the army in India.", "He was promoted to colonel in 1910."]
    ),
    // A time in the first half ends where another begins, or where "but" sets something against it.
    (
      "At first the smell is sweet and pleasant, but it becomes very strong after a week.",
      ["At first the smell is sweet and pleasant.", "But it becomes very strong after a week."]
    ),
    (
      "In 1961, she first sang at the opera in Rome; the following year she sang in London.",
      ["In 1961, she first sang at the opera in Rome.", "The following year she sang in London."]
    ),
    (
      "The code was at first a secret, but in September 1994 a copy of it was sent to a list.",
      ["The code was at first a secret.", "But in September 1994 a copy of it was sent to a list."]
    ),
    // A relative clause ends before a clause with a subject of its own; a subject may have one.
    (
      "She has a friend who helps with the forms, and they meet at the library each week.",
      ["She has a friend who helps with the forms.", "They meet at the library each week."]
    ),
    (
      "They put up the signs as a joke, but most people who saw the signs were not amused at all.",
      ["They put up the signs as a joke.", "But most people who saw the signs were not amused at all."]
    ),
    (
      "He led the party in the north, and according to the polls, he was liked by most people.",
      ["He led the party in the north.", "According to the polls, he was liked by most people."]
    ),
    // A verb with an object behind it goes on with no passive; the comma of a date makes no row.
    (
      "The post office was opened on May 24, 1897, and took its name from the old mission.",
      [
        "The post office was opened on May 24, 1897.",
        "The post office took its name from the old mission.",
      ]
    ),
    (
      "The council admires the plan, and it claims to have found money for all of it.",
      ["The council admires the plan.", "It claims to have found money for all of it."]
    ),
  ])
  func `Full clauses are parted`(source: String, expected: [String]) {
    #expect(lines(source) == expected)
  }

  /// Each is a failure that was measured, by its name in the facts.
  @Test(arguments: [
    // A leading condition governs both halves.
    "If there are no controls, buildings are built there, and the bypass may fill with traffic.",
    "Unless you tell us, we send the form to your home, and the office keeps a copy of it.",
    "When the office is closed, you can leave a message, and we call you back the next day.",
    // A time at the start governs what names no other.
    "In 1798, the republic was proclaimed in the town, and the lords were driven out.",
    "In winter, the office is closed on Mondays, but the staff are at work in the library.",
    // The subject begins before the joint; the verbs share what follows; the frame is about both.
    "You gave us your support, and the help I received from this city and this state was the key to it.",
    "He was brought up and remained a Roman Catholic at a time when the church was weak.",
    "It turns out one of the best signs is the growth of the trees, and people have seen it for years.",
    "It proved to be a driver of progress, which has spread in the town, and today still constitutes a guide.",
    // Because inside the first half.
    "He left early because he felt ill, and his sister drove him to the hospital.",
    // Repeating a quantified subject changes the meaning.
    "Some journals refer to the data and do not name the people who made it.",
    "Many of these officers wrote long letters and sent them to the queen.",
    // A shared modal.
    "The stone will dislodge from the wall and sink to the bottom of the river.",
    // Three things in a row.
    "He opened the door, looked into the room and closed it again without a word.",
    // What somebody said.
    "The report says that the plan was late, and the council has asked for a new one.",
    // A noun of a pair, or one of several.
    "The head of the council and the mayor, who is a doctor, met the staff on Monday.",
    "She is the daughter of the owner of the shop, who is a teacher at the school.",
    // Which stands for all that was said.
    "He failed the last of his exams, which surprised all of his teachers at the school.",
    // A row of things, not a clause.
    "The term refers to higher plants, but bacteria, algae, lichens, mosses, and ferns exist as well.",
    // Words that leave out their verb.
    "The first group liked the new plan a lot, and so did the second.",
    // Words in quotation marks.
    "She wrote that \u{201C}the office was closed on Monday, and nobody answered the phone all day\u{201D}.",
    // A question.
    "Do you live in the area, and does your family use the bus to get to school?",
    // What readers found wrong: parts that are no sentence, and words before the subject about both.
    "The walls were built again after the fire; both of which have begun to lean to the south.",
    "In this present crisis, the council is not the answer to the problem; the council is the problem.",
    "We will have to train the staff of the shop; for instance, a group of people who work on Sunday.",
    // So of purpose; an aside; a frame.
    "The message will ask the manager to agree to the plan, so it can move up the chain.",
    "The play was very good on the last night and I think well received.",
    "But I seem to recall he went off to the coast and he talked to some of the people there.",
    // A verb with its own subject behind it; a fear; one comparison.
    "I have asked for four more lines and should anyone else need to join in, they may do so.",
    "I was worried I would get charged a lot of money and have to wait for ever.",
    "The staff are more able than ever to help and have more weight than the groups before.",
    // Not the noun, but all that was said; no person.
    "They can travel in the whole of the area with a visa from a new state, which was not the case.",
    "It is like children in the market places, who call to their friends on the way home.",
    // Who says it stands at the end.
    "Mr Smith, who will be leaving at the end of the month, went home to see his family, a friend said.",
    // Not only … but also.
    "The plan not only saves money for the council, but it also helps people who live here.",
  ])
  func `Gates stop what would change the meaning`(source: String) {
    let made = rules(source)
    #expect(
      made.isDisjoint(with: [.semicolon, .clauseCoordination, .relativeClause, .verbCoordination]),
      "\(lines(source))")
  }

  @Test func `A subject is said again whole`() {
    let made = lines("The blood vessels and nerves of the arm run under the skin and reach the hand.")
    #expect(!made.contains { $0.hasPrefix("The blood vessels reach") })
  }

  @Test func `Five things in a row become points`() {
    let source = "The council runs many services, including schools, libraries, parks, roads and care homes."
    #expect(
      lines(source) == [
        "The council runs many services, including:", "schools", "libraries", "parks", "roads",
        "and care homes.",
      ])
    #expect(lines("The council runs schools, parks and roads.").count == 1)
  }

  @Test func `Class C is offered and not made, or made when accepted`() throws {
    let source =
      "The library was closed for most of the year because the roof had to be repaired by the builders."
    let offered = try #require(edits(source).first { $0.rule == .subordination })
    #expect(offered.state == .suggested)
    #expect(lines(source).count == 1)
    #expect(lines(source, accept: .only([offered.id])).count == 2)
    #expect(lines(source, accept: .only(["00000000.subordination"])).count == 1)
    #expect(edits(source, accept: .all).contains { $0.rule == .subordination && $0.state == .accepted })
  }
}
