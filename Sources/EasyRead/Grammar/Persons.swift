import Linguistics

/// Nouns that `who` may stand for.
enum Persons {
  static func isPerson(_ reading: Reading, _ noun: Range<Int>, _ head: Int) -> Bool {
    if reading.tag(head).isName || reading.tag(head) == .prp { return true }
    let lemma = reading.lemma(head)
    if words.contains(lemma) { return true }
    return endings.contains { lemma.hasSuffix($0) } && !things.contains(lemma)
  }

  private static let endings = [
    "er", "or", "ist", "ian", "man", "woman", "ee", "ant", "person", "wife", "eer",
  ]
  private static let things: Set<String> = [
    "number", "paper", "computer", "letter", "river", "water", "power", "order", "centre", "center", "factor",
    "sector", "floor", "door", "colour", "color", "harbour", "harbor", "motor", "error", "plant", "grant",
    "committee", "tree", "coffee", "degree", "fee", "chapter", "matter", "border", "corner", "tower",
    "summer",
    "winter", "layer", "server", "parameter", "character", "newspaper", "theatre", "theater", "restaurant",
    "weather", "behaviour", "behavior", "career", "beer", "engineer's",
  ]
  private static let words: Set<String> = [
    "people", "person", "child", "woman", "man", "men", "women", "children", "boy", "girl", "friend",
    "father",
    "mother", "brother", "sister", "son", "daughter", "husband", "wife", "uncle", "aunt", "cousin", "nephew",
    "niece", "parent", "family", "student", "pupil", "nurse", "patient", "client", "adult", "citizen", "king",
    "queen", "prince", "princess", "duke", "lord", "lady", "bishop", "pope", "priest", "saint", "monk", "nun",
    "president", "chief", "judge", "coach", "guest", "guide", "hero", "clerk", "soldier", "captain",
    "colonel",
    "expert", "fan", "crew", "staff", "team", "group", "couple", "guy", "member", "athlete", "graduate",
    "individual", "colleague", "neighbour", "neighbor", "boss", "poet", "critic", "mayor", "secretary",
    "pilot",
    "candidate", "chair", "head", "host", "author", "rebel", "native", "baby", "kid", "teenager", "twin",
    "relative", "spouse", "bride", "heir", "servant", "slave", "cook", "chef", "architect", "diplomat",
    "official", "professional", "volunteer", "user", "resident", "professor", "doctor", "mp", "academic",
  ]
}
