import Linguistics

/// Makes a sentence of `, which …` and `, who …`.
enum RelativeClauseRule {
  static func splits(_ reading: Reading) -> [Split] {
    guard reading.canBeParted, reading.wordCount >= 9 else { return [] }
    var splits: [Split] = []
    for index in reading.words.indices.dropFirst(2) {
      guard ["which", "who"].contains(reading.lower(index)), reading.tag(index - 1) == .comma,
        reading.isOpen(index), reading.tag(index) == .wdt || reading.tag(index) == .wp
      else { continue }
      if let split = split(reading, index) { splits.append(split) }
    }
    return splits
  }

  private static func split(_ reading: Reading, _ pronoun: Int) -> Split? {
    let end = reading.contentEnd
    let comma = pronoun - 1
    // "which" as the subject of its clause: a verb follows.
    guard let verb = reading.finiteVerb(at: pronoun + 1), verb < end else { return nil }
    guard let start = reading.nounPhraseStart(before: comma) else { return nil }
    let noun = start..<comma
    guard reading.agrees(noun, verb) else { return nil }
    let commas = reading.separatingCommas
    let closing = commas.first { $0 > pronoun }
    // In the middle: NP , which … , VERB …
    if let closing, !reading.leadsListIn, start == reading.first,
      let main = reading.finiteVerb(at: closing + 1), main < end
    {
      let isOnly = commas.count { $0 < main } == 2
      return made(
        reading, noun: noun, verb: verb, pronoun: pronoun, clauseEnd: closing, mainRest: closing + 1,
        gate: gate(reading, noun, verb, isMedial: true) ?? clauseGate(reading, noun, verb, closing)
          ?? (reading.endsInAttribution ? "somebody may have said both" : nil)
          ?? (isOnly ? nil : "there are other commas")
          ?? (reading.agrees(noun, main) ? nil : "the main verb does not fit"))
    }
    guard closing == nil, reading.hasFiniteVerb(in: 0..<start) else { return nil }
    let isOnly = commas.count == 1
    return made(
      reading, noun: noun, verb: verb, pronoun: pronoun, clauseEnd: end, mainRest: nil,
      gate: gate(reading, noun, verb, isMedial: false) ?? clauseGate(reading, noun, verb, end)
        ?? finalGate(reading, noun, verb, end) ?? (isOnly ? nil : "there are other commas"))
  }

  /// `that`, `which` and `who` without a comma, up to the end of the sentence: only offered, because the
  /// first part then no longer says which of several is meant.
  static func restrictive(_ reading: Reading) -> [Split] {
    guard reading.canBeParted else { return [] }
    let end = reading.contentEnd
    var splits: [Split] = []
    for pronoun in reading.words.indices where pronoun > 3 && pronoun < end - 2 {
      guard ["that", "which", "who"].contains(reading.lower(pronoun)), reading.isOpen(pronoun),
        reading.tag(pronoun) == .wdt || reading.tag(pronoun) == .wp, reading.tag(pronoun - 1).isNoun,
        let verb = reading.finiteVerb(at: pronoun + 1), verb < end,
        let start = reading.nounPhraseStart(before: pronoun),
        reading.hasFiniteVerb(in: 0..<start), reading.agrees(start..<pronoun, verb),
        !reading.hasQuantity(start..<pronoun),
        !reading.separatingCommas.contains(where: { $0 > pronoun }), !reading.hasSubordinator(in: 0..<start)
      else { continue }
      if let split = made(
        reading, noun: start..<pronoun, verb: verb, pronoun: pronoun, clauseEnd: end, mainRest: nil,
        gate: "without its clause the noun may mean more")
      {
        splits.append(split)
      }
    }
    return splits
  }

  /// What speaks against it; nil for nothing.
  private static func gate(_ reading: Reading, _ noun: Range<Int>, _ verb: Int, isMedial: Bool) -> String? {
    let start = noun.lowerBound
    if noun.contains(where: { Reading.quantifiers.contains(reading.lower($0)) || reading.tag($0) == .cd }) {
      return "the noun has a quantity"
    }
    if noun.contains(where: { reading.tag($0) == .pos }) { return "the noun is somebody's" }
    if !isMedial {
      // The noun behind a preposition or "and" may not be what the clause is about.
      let before = start - 1
      if before >= 0 {
        if reading.tag(before) == .cc { return "the noun is one of several" }
        if reading.tag(before) == .in || reading.tag(before) == .to {
          let owner = before - 1
          if owner >= 0, !(reading.tag(owner).isVerb || reading.tag(owner) == .rp) {
            return "the clause may be about the words before \u{201C}\(reading.text(before))\u{201D}"
          }
          if ["of", "as", "like", "than"].contains(reading.lower(before)) {
            return "the clause may be about more"
          }
        } else if !reading.tag(before).isVerb {
          return "the noun does not stand right behind a verb"
        }
      }
      if let index = (0..<start).first(where: { reading.isSubordinator($0) }) {
        return "\u{201C}\(reading.text(index))\u{201D} may be about both"
      }
      if let verb = reading.mainVerb(in: 0..<start), reading.hasBareComplement(in: verb..<noun.upperBound) {
        return "somebody may have said both"
      }
      // "He failed the exam, which surprised us" is about the failing.
      if reading.lower(noun.upperBound) == "," && reading.lower(noun.upperBound + 1) == "which",
        Self.aboutAll.contains(reading.lemma(verb)) || reading.tag(verb) == .md
          || !(["a", "an", "the"].contains(reading.lower(start)) || reading.tag(start) == .prps
            || reading.tag(start).isName || ["be", "have"].contains(reading.lemma(verb)))
      {
        return "the clause may be about all that was said"
      }
    }
    if reading.isSubordinator(verb + 1) { return "another clause follows" }
    return nil
  }

  /// What in the clause speaks against it, wherever it stands; nil for nothing.
  private static func clauseGate(_ reading: Reading, _ noun: Range<Int>, _ verb: Int, _ end: Int) -> String? {
    let pronoun = reading.lower(noun.upperBound + 1)
    let start = noun.lowerBound
    if reading.tag(start - 1) == .hyph || reading.tag(start) == .hyph { return "the noun is longer" }
    // "blind and who himself used": a second clause goes on with its own pronoun.
    if (verb..<end).contains(where: {
      ["who", "which"].contains(reading.lower($0)) && reading.tag($0 - 1) == .cc
    }) {
      return "the clause goes on with another"
    }
    guard let head = reading.head(of: noun) else { return "the noun is not certain" }
    if ["a", "an"].contains(reading.lower(start)), reading.tag(head).isName {
      return "the name has an article"
    }
    if reading.tag(head) == .nnp, !noun.contains(where: { reading.tag($0) == .cc }),
      reading.tag(verb) == .vbp || ["are", "were"].contains(reading.lower(verb))
    {
      return "the verb does not fit the noun"
    }
    if pronoun == "who", !Persons.isPerson(reading, noun, head) { return "the noun may be no person" }
    return nil
  }

  /// What speaks against it where the clause ends the sentence; nil for nothing.
  private static func finalGate(_ reading: Reading, _ noun: Range<Int>, _ verb: Int, _ end: Int) -> String? {
    let start = noun.lowerBound
    let isWhich = reading.lower(noun.upperBound + 1) == "which"
    let isIndefinite = ["a", "an"].contains(reading.lower(start))
    let isDetermined = isIndefinite || [.dt, .prps].contains(reading.tag(start)) || reading.tag(start).isName
    if isWhich, let word = judgement(reading, verb, end) {
      return "\u{201C}\(word)\u{201D} may be about all that was said"
    }
    // A noun whose first words are not certain: "the await using syntax".
    if reading.tag(start - 1) == .vbg || reading.tag(start - 1) == .vbn,
      !isDetermined
        || !PlainWordRule.isBehindBe(reading, start - 1) && !PlainWordRule.isBehindHave(reading, start - 1)
    {
      return "the noun may be longer, or the clause about the doing"
    }
    if isIndefinite,
      (0..<start).contains(where: {
        Reading.negators.contains(reading.lower($0))
          || ["should", "would", "could", "may", "might", "can", "must"].contains(reading.lower($0))
      })
    {
      return "there may be no such thing"
    }
    if let index = (0..<start).first(where: {
      ["call", "name", "term", "dub"].contains(reading.lemma($0)) && reading.tag($0).isVerb
    }) {
      return "\u{201C}\(reading.text(index))\u{201D} gives a name"
    }
    // Behind a preposition only a name is certain, or what the clause says it is.
    let before = start - 1
    guard reading.tag(before) == .in || reading.tag(before) == .to else { return nil }
    let owner = before - 1
    if reading.tag(owner) == .vbg, !PlainWordRule.isBehindBe(reading, owner) {
      return "the clause may be about the doing"
    }
    if reading.tag(owner) == .vbn, !PlainWordRule.isBehindBe(reading, owner),
      !PlainWordRule.isBehindHave(reading, owner)
    {
      return "the clause may be about an earlier noun"
    }
    if reading.tag(owner) == .rp { return "the clause may be about an earlier noun" }
    guard isWhich else { return nil }
    let isName = reading.head(of: noun).map { reading.tag($0).isName } ?? false
    let saysWhat =
      reading.lemma(verb) == "be" && [.dt, .vbn, .vbg, .jj, .in, .rb].contains(reading.tag(verb + 1))
    return isName || saysWhat || isDetermined && !isIndefinite
      ? nil : "the clause may be about all that was said"
  }

  /// A word of judgement that the clause ends in, as those about a whole sentence do: `which is important`.
  private static func judgement(_ reading: Reading, _ verb: Int, _ end: Int) -> String? {
    var index = verb + 1
    guard reading.lemma(verb) == "be" else { return nil }
    while index < end, reading.tag(index) == .rb { index += 1 }
    if let word = (index..<min(index + 4, end)).first(where: { Self.judgements.contains(reading.lower($0)) })
    {
      return reading.text(word)
    }
    // "which is sometimes needed", "which is amazing": nothing follows.
    if index + 1 >= end, reading.tag(index).isAdjective || reading.tag(index) == .vbn {
      return reading.text(index)
    }
    return nil
  }

  private static let judgements: Set<String> = [
    "way", "mistake", "case", "reason", "problem", "pity", "thing", "something", "shame", "fact", "sign",
    "result", "question", "point", "idea", "important", "good", "great", "bad", "nice", "useful", "helpful",
    "needed", "necessary", "amazing", "sad", "wrong", "right", "true", "easy", "hard", "difficult",
    "possible",
    "impossible", "common", "rare", "unusual", "surprising", "interesting", "aligned", "consistent", "why",
    "what",
    "how", "step", "goal", "improvement", "challenge", "achievement", "record", "honour", "honor",
  ]

  /// Verbs whose *which* may stand for the whole clause before it.
  private static let aboutAll: Set<String> = [
    "mean", "make", "cause", "allow", "lead", "result", "let", "help", "enable", "give", "force", "require",
    "suggest",
    "show", "indicate", "reflect", "surprise", "prompt", "prevent", "ensure", "take", "bring", "create",
    "increase",
    "reduce", "drive", "add", "explain", "demonstrate", "contribute", "happen", "occur", "seem", "appear",
    "come",
    "affect", "end", "save", "cost", "imply", "raise", "leave", "do", "earn", "anger", "upset", "please",
    "annoy",
  ]

  private static func made(
    _ reading: Reading, noun: Range<Int>, verb: Int, pronoun: Int, clauseEnd: Int, mainRest: Int?,
    gate: String?
  ) -> Split? {
    var subject = reading.part(noun).withoutObjects
    var added = WordList.words(of: subject.text)
    var determiner = reading.lower(noun.lowerBound)
    if ["a", "an"].contains(determiner) {
      subject.replace(0..<determiner.utf8.count, with: "The")
      added[0] = "the"
      determiner = "the"
    } else if mainRest == nil, reading.isPlural(noun) == true, reading.tag(noun.lowerBound) != .dt,
      reading.tag(noun.lowerBound) != .prps,
      let head = reading.head(of: noun), !reading.tag(head).isName
    {
      subject.replace(0..<0, with: "These ")
      added.insert("these", at: 0)
    }
    let clauseStart = reading.words[pronoun + 1].range.lowerBound
    var clause = Line()
    let main: Line
    if let mainRest {
      clause = reading.line[clauseStart..<reading.words[clauseEnd - 1].range.upperBound]
      let head = reading.line[0..<reading.words[noun.upperBound - 1].range.upperBound]
      main = head + Line(" ") + reading.line[reading.words[mainRest].range.lowerBound..<reading.line.count]
    } else {
      clause = reading.line[clauseStart..<reading.line.count]
      main = reading.line[0..<reading.words[noun.upperBound - 1].range.upperBound]
    }
    let objects = reading.line.objects(
      in: reading.words[noun.upperBound - 1].range.upperBound..<clauseStart)
    let second = subject + Line(" ") + clause
    return Split(
      rule: gate == nil ? .relativeClause : .relativeClauseOffered, editClass: gate == nil ? .b : .c,
      range: reading.bytes(noun.lowerBound..<pronoun + 1),
      parts: [
        .init(line: main.asSentence() + objects), .init(line: second.asSentence(ending: reading.partEnding)),
      ],
      evidence: gate
        ?? "\u{201C}\(reading.text(pronoun))\u{201D} stands for \u{201C}\(reading.text(noun))\u{201D}",
      dropped: [reading.lower(pronoun)], added: added)
  }
}

extension Line {
  /// The text without objects.
  var withoutObjects: Line {
    guard bytes.contains(0xEF) else { return self }
    var result = Line()
    var position = 0
    var start = 0
    while position < count {
      if isObject(at: position) {
        result = result + self[start..<position]
        position += 3
        start = position
      } else {
        position += 1
      }
    }
    return result + self[start..<count]
  }
}
