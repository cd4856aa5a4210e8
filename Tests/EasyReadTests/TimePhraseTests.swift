import EasyRead
import Testing

/// Sentences of their own that say when: where they are made, and the failures their gates are there for.
@Suite struct TimePhraseTests {
  @Test(arguments: [
    // Before the subject.
    (
      "In February 1942, the whole of the family was sent home by the new owners of the farm.",
      ["The whole of the family was sent home by the new owners of the farm.", "This was in February 1942."]
    ),
    (
      "He was also given the permission, in 1944, by the mayor of Leeds to write a song for the violin.",
      [
        "He was also given the permission by the mayor of Leeds to write a song for the violin.",
        "This was in 1944.",
      ]
    ),
    (
      "In the fall of 2006, Cavergno and Bignasco were made part of the town, with all of their farms.",
      [
        "Cavergno and Bignasco were made part of the town, with all of their farms.",
        "This was in the fall of 2006.",
      ]
    ),
    (
      "On the afternoon of 30 September, a large white cloud of steam was seen over the hills of the town.",
      [
        "A large white cloud of steam was seen over the hills of the town.",
        "This was on the afternoon of 30 September.",
      ]
    ),
    (
      "During the 19th century, the town built a large number of small houses for people from the mills.",
      [
        "The town built a large number of small houses for people from the mills.",
        "This was during the 19th century.",
      ]
    ),
    (
      "From 1990 to 1995, she worked as a nurse in a small hospital in the north of the country.",
      [
        "She worked as a nurse in a small hospital in the north of the country.",
        "This was from 1990 to 1995.",
      ]
    ),
    // Behind the verb, at the end or before another phrase.
    (
      "The new hall was opened for the people of the town by the mayor of Leeds on 31 March 2007.",
      [
        "The new hall was opened for the people of the town by the mayor of Leeds.",
        "This was on 31 March 2007.",
      ]
    ),
    (
      "The medal was introduced on 29 January 1856 by Queen Victoria to reward acts of courage in the army.",
      [
        "The medal was introduced by Queen Victoria to reward acts of courage in the army.",
        "This was on 29 January 1856.",
      ]
    ),
    (
      "The council moved all of its staff to a new office in the middle of the town, in June 1998.",
      [
        "The council moved all of its staff to a new office in the middle of the town.",
        "This was in June 1998.",
      ]
    ),
  ])
  func `A time of the calendar is said in a sentence of its own`(source: String, expected: [String]) {
    #expect(lines(source) == expected)
    // What is made is not offered as well.
    #expect(edits(source).allSatisfy { $0.rule != .openingPhrase || !$0.after.hasSuffix(expected[1]) })
  }

  @Test(arguments: [
    // Short enough.
    "In 1998, the hall was opened by the mayor of Leeds.",
    // No simple past.
    "In 2007, the council will build a large number of new houses for people from the old town.",
    "In 2007, the council had built a large number of new houses for people from the old town.",
    "In summer, the office is closed to the people of the town on all of the Mondays in June.",
    "In the 1950s, the council would send a letter to the people of the town about the new houses.",
    // Negated, or only then.
    "In 2007, the council did not build a single one of the new houses for people from the old town.",
    "The council built new houses for the people of the old town and of the villages only in 1990.",
    // A duration, or a time before or after.
    "Since 1990, the council built a large number of new houses for people from the old town.",
    "By 1990, the council built a large number of new houses for people from the whole of the old town.",
    "Until 1990, the council owned a large number of new houses for people from the whole of the old town.",
    "After 1990, the council built a large number of new houses for people from the whole of the old town.",
    // Another time, or another event.
    "In 1990, the council built new houses in the old town, and in 1995 it sold them to the people.",
    "In 1990, the council built the new houses in the old town and later sold them to the people.",
    "In 1990, the council built the new houses in the old town, and the people bought them from it.",
    "In 1876, the committee chose the name of the Red Cross that is still the name of it to this day.",
    "He came to the town as a child and lived with the family of his uncle in Leeds in 1990.",
    "In 1843, the mayor of Leeds built a new hall of stone for the town and this helped the people.",
    "In 1976, the council of the town paid for a tower, which was built on a hill near the river.",
    "In 1835 the family moved to Leeds, where the father of the boy opened a shop for books and pictures.",
    "In 1972, the mayor of Leeds was a young woman from a small village in the north of the country.",
    "The new society for the people of the town was founded by the mayor of Leeds, initially in 2003.",
    "The new society was founded by the mayor of Leeds, a farmer from the north, probably in 1969.",
    // How things stood, or are of all times without theirs.
    "On 1 January 1910, the debt was $6,944,000, mainly made by the spending of the old council.",
    "He was one of the most important players of the town and its villages in the middle of the 1500s.",
    "Cherryade, as well as other drinks such as limeade and ginger beer, was first made in the 1800s.",
    // Too far behind the verb.
    "The people of the town gathered in 1831 to demand the end of all taxes on goods from the islands and the start of a new state.",
    // What somebody said, or wanted.
    "In April, the man threw a bicycle through a window and left the house, according to a police report.",
    "In February 2007, the writer was found to have made false claims about his work at the school.",
    "In 2007, the council announced that a large number of new houses was sold to people from the old town.",
    "The mayor of Leeds said a large number of new houses were sold to people from the town in 2007.",
    "The council and the mayor of Leeds planned to open the new hall to the people in 2007.",
    "In 2007, the council planned a large number of new houses for the people from the old town.",
    // The time may be of a noun or a participle.
    "The new owners of the house in Leeds were a family of farmers from a farm sold in 1990.",
    "The mayor of Leeds was the first person in the country to speak about the elections in 1998.",
    "The people of the town put up a cross of stone for the men of the battle in 1915.",
    "The mayor of the town wrote a long book of six parts on the people of Leeds in 1915.",
    "The family of the mayor left the old house at the side of the river after the flood in 1915.",
    "He found the grave of the son of the man who built the first hall of Leeds in 1915.",
    // Things that look like times.
    "In March Hall, the council opened a large number of new rooms for the people from the old town.",
    "On Friday Street, the council opened a large number of new rooms for the people from the old town.",
    "In 1997 elections the party of the mayor of Leeds was far behind the party of the farmers.",
    "In 3000, the council opened a large number of new rooms for the people from the whole old town.",
    "In the 1987 film, the hero of the story was sent home by the new owners of the farm.",
    "During the 2010 Summer Games, the hero of the story was sent home by the new owners of the farm.",
    // A heading or a quotation.
    "In February 1942 the whole of the family was sent home by the new owners of the old farm",
    "\u{201C}In February 1942, the whole of the family was sent home by the new owners of the farm.\u{201D}",
  ])
  func `Gates stop what would change when something was`(source: String) {
    #expect(!rules(source).contains(.timePhrase), "\(lines(source))")
  }

  @Test func `A comma that closes what stands before the time stays`() {
    #expect(
      lines(
        "The society was founded by the mayor of Leeds, a farmer from the north, in 1969 to help the poor.")
        == [
          "The society was founded by the mayor of Leeds, a farmer from the north, to help the poor.",
          "This was in 1969.",
        ])
  }

  @Test func `What follows with This keeps the time out of its way`() {
    let sentence = "In February 1942, the whole of the family was sent home by the new owners of the farm."
    #expect(!lines(sentence + " This was a shock to them.").contains("This was in February 1942."))
    #expect(lines(sentence + " They went to Leeds.").contains("This was in February 1942."))
  }

  @Test func `The time stays beside what was then when more is accepted`() {
    let made = lines(
      "In 1990, the council of the town built the new houses in the old town and sold them to the people.",
      accept: .all)
    #expect(made.dropFirst().first == "This was in 1990.", "\(made)")
  }
}
