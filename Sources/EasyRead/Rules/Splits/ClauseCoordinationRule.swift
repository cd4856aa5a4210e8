import Linguistics

/// Parts sentences before `, and`, `, but`, `, so` and a clause with a subject of its own.
enum ClauseCoordinationRule {
  static func splits(_ reading: Reading) -> [Split] {
    guard reading.canBeParted, reading.wordCount >= 8 else { return [] }
    var splits: [Split] = []
    for joint in reading.words.indices.dropFirst(3).dropLast(3) {
      guard ["and", "but", "so", "yet"].contains(reading.lower(joint)), reading.isOpen(joint) else {
        continue
      }
      guard reading.tag(joint) == .cc || reading.lower(joint) == "so" || reading.lower(joint) == "yet" else {
        continue
      }
      let hasComma = reading.tag(joint - 1) == .comma
      if reading.lower(joint) == "so" || reading.lower(joint) == "yet", !hasComma { continue }
      if let split = split(reading, joint, hasComma: hasComma) { splits.append(split) }
    }
    return splits
  }

  private static func split(_ reading: Reading, _ joint: Int, hasComma: Bool) -> Split? {
    let end = reading.contentEnd
    let right = joint + 1
    guard right < end else { return nil }
    // "and the following year she", "and by all accounts, he": words may stand before the subject.
    let time = hasComma ? reading.timePhraseEnd(right) : nil
    let phrase = hasComma ? reading.openingPhraseEnd(right, to: end) : nil
    guard
      let second = reading.clause(at: right, to: end) ?? time.flatMap({ reading.clause(at: $0, to: end) })
        ?? phrase.flatMap({ reading.clause(at: $0, to: end) })
    else { return nil }
    if phrase == second.subject.lowerBound, !reading.isSure(second) { return nil }
    let leftEnd = hasComma ? joint - 1 : joint
    guard leftEnd >= 3, reading.hasFiniteVerb(in: 0..<leftEnd) else { return nil }
    if reading.isElliptic(right..<end) { return nil }
    if reading.isElliptic(0..<leftEnd) { return nil }
    // "that" and the like go on with a clause before.
    if ["that", "this", "these", "those"].contains(reading.lower(right)), reading.tag(right) == .in {
      return nil
    }
    if reading.isSubordinator(right) { return nil }
    // A mark right behind "and," belongs to what is put in.
    if reading.tag(right) == .comma { return nil }
    let hasOwnTime =
      time == second.subject.lowerBound
      || (right..<second.subject.lowerBound).contains { ["then", "later"].contains(reading.lower($0)) }
    let first =
      reading.beginsWithSubject(to: leftEnd)
      ?? reading.subjectBehindTime(
        to: leftEnd, joint: reading.lower(joint), second: second, hasOwnTime: hasOwnTime)
    var gate = reading.governor(
      before: leftEnd, subject: first, passingRelatives: hasComma && reading.isSure(second))
    if !hasComma {
      // Without a comma a pronoun that can be nothing but a subject must follow.
      let isSubject =
        reading.isNominative(right..<right + 1)
        || (reading.lower(right) == "it" && reading.isUnmistakablyFinite(second.verb))
      // A noun with a determiner and a verb that can be nothing but finite is a clause as well: two nouns in a
      // row would leave that verb without a subject.
      let isNoun =
        [.dt, .prps].contains(reading.tag(right)) && second.subject.lowerBound == right
        && second.subject.count <= 5
        && reading.isUnmistakablyFinite(second.verb) && !second.subject.contains { reading.tag($0) == .cc }
      if leftEnd < 4 || !(isNoun || (isSubject && second.subject.count == 1)) {
        gate = gate ?? "no comma stands before \u{201C}\(reading.text(joint))\u{201D}"
      }
    } else if reading.lower(joint) == "and", !reading.isNominative(second.subject),
      reading.tag(joint - 2).isNoun, row(reading, joint)
    {
      gate = gate ?? "it may be the end of a row of things"
    }
    if let first, let list = series(reading, first.verb, leftEnd) { gate = gate ?? list }
    // A subject that could be the object of the first half: "He likes cats, and dogs like him".
    if second.subject.count > 8 { gate = gate ?? "the second subject is long" }
    if reading.tag(second.verb) == .vbp || reading.tag(second.verb) == .vbd,
      !reading.isAuxiliary(second.verb), reading.isPlural(second.subject) == nil,
      reading.tag(second.subject.lowerBound) != .prp, reading.isParticipleToo(second.verb),
      !reading.hasObject(second.verb)
    {
      gate = gate ?? "\u{201C}\(reading.text(second.verb))\u{201D} may not be the verb of its own clause"
    }
    gate =
      gate ?? joined(reading, word: reading.lower(joint), left: 0..<leftEnd, right: right..<end, second.verb)
    // Clauses after another in the second half keep their own order; a third main clause is parted later.
    let word = reading.lower(joint)
    let keepsWord = word != "and"
    let leftBytes = 0..<reading.words[leftEnd - 1].range.upperBound
    let rightStart = reading.words[keepsWord ? joint : right].range.lowerBound
    let left = reading.line[leftBytes]
    let rightLine = reading.line[rightStart..<reading.line.count]
    // What stands between the halves besides words, such as the mark of a note, stays with the first.
    let between = reading.line.objects(in: leftBytes.upperBound..<rightStart)
    return Split(
      rule: gate == nil ? .clauseCoordination : .clauseCoordinationOffered, editClass: gate == nil ? .b : .c,
      range: reading.bytes((hasComma ? joint - 1 : joint)..<joint + 1),
      parts: [
        .init(line: left.asSentence() + between),
        .init(line: rightLine.asSentence(ending: reading.partEnding)),
      ],
      evidence: gate ?? "\u{201C}\(reading.text(joint))\u{201D} joins two full clauses",
      dropped: keepsWord ? [] : ["and"])
  }

  /// What in the two halves speaks against parting them; nil for nothing.
  private static func joined(
    _ reading: Reading, word: String, left: Range<Int>, right: Range<Int>, _ verb: Int
  ) -> String? {
    let last = left.upperBound - 1
    if reading.tag(last) == .cc || ["-", "--", "\u{2013}", "\u{2014}"].contains(reading.text(last)) {
      return "the first half would end in \u{201C}\(reading.text(last))\u{201D}"
    }
    if reading.endsInAttribution, reading.separatingCommas.last.map({ $0 >= right.lowerBound }) ?? false {
      return "somebody may have said both halves"
    }
    // ", NASA and the Pentagon have told", ", the help I had from the town and the state was": the subject
    // begins before the joint.
    if right.lowerBound - 1 == left.upperBound,
      let comma = reading.separatingCommas.last(where: { $0 < left.upperBound }),
      reading.isNominative(right.lowerBound..<right.lowerBound + 1)
        ? !reading.hasFiniteVerb(in: comma + 1..<left.upperBound)
        : reading.independentVerb(in: comma + 1..<left.upperBound) == nil
    {
      return "the subject may be longer"
    }
    // ", for it passes quickly, and we fly away": both may be the reason.
    if left.contains(where: {
      reading.tag($0) == .comma && reading.lower($0 + 1) == "for"
        && reading.clause(at: $0 + 2, to: left.upperBound) != nil
    }) {
      return "\u{201C}for\u{201D} may be about both halves"
    }
    // "so it can move on" says what for, not what came of it.
    if word == "so",
      (right.lowerBound..<min(verb + 3, right.upperBound)).contains(where: { reading.tag($0) == .md })
    {
      return "\u{201C}so\u{201D} may say what for"
    }
    // "and I think have hit that stage": a word of the speaker's put in.
    if Reading.opinions.contains(reading.lemma(verb)), reading.tag(verb - 1) == .prp,
      !reading.opensClause(verb + 1)
    {
      return "\u{201C}\(reading.text(verb))\u{201D} may be put in"
    }
    if let index = reading.frame(in: left) {
      return "\u{201C}\(reading.text(index))\u{201D} may be about both halves"
    }
    // "so Nicki and I waited": what stands behind the last joint has no verb of its own.
    if let last = left.last(where: {
      reading.tag($0) == .cc || (reading.lower($0) == "so" && $0 > left.lowerBound)
    }),
      word == "and", reading.lower(last) == "so", !reading.hasFiniteVerb(in: last..<left.upperBound)
    {
      return "the subject may be longer"
    }
    // "We came at 7 and they close at 8 and wanted to eat": the last verb goes back to the first subject.
    if let later = (verb + 1..<max(verb + 1, right.upperBound)).first(where: {
      ["and", "but"].contains(reading.lower($0)) && reading.tag($0 + 1) == .vbd
    }), reading.tag(verb) == .vbp || reading.tag(verb) == .vbz {
      return "\u{201C}\(reading.text(later + 1))\u{201D} may have another subject"
    }
    // "A is one thing, and B is another, that is not right": the end speaks of both.
    if let comma = reading.separatingCommas.last, comma > verb, comma + 2 < right.upperBound,
      ["that", "this", "which", "it"].contains(reading.lower(comma + 1)),
      reading.lemma(comma + 2) == "be" || reading.lower(comma + 2) == "'s"
    {
      return "the end may be about both halves"
    }
    return nil
  }

  /// Whether the words before are a row of things whose last the subject would be: mosses, and ferns.
  private static func row(_ reading: Reading, _ joint: Int) -> Bool {
    guard let comma = reading.separatingCommas.last(where: { $0 < joint - 1 }) else { return false }
    // Between the commas stands a thing and no verb.
    return !(comma + 1..<joint - 1).contains { reading.tag($0).isFinite || reading.tag($0) == .vbg }
  }

  /// Whether the first half is itself a row of clauses with commas: A did, B did, and C did.
  private static func series(_ reading: Reading, _ verb: Int, _ end: Int) -> String? {
    for index in verb..<end where reading.tag(index) == .comma && reading.isOpen(index) {
      if reading.clause(at: index + 1, to: end) != nil { return "it is a row of three clauses or more" }
    }
    return nil
  }
}

extension Line {
  /// The objects of a range, without the text.
  func objects(in range: Range<Int>) -> Line {
    var result = Line()
    var position = range.lowerBound
    while position < range.upperBound {
      if isObject(at: position) {
        result = result + self[position..<position + 3]
        position += 3
      } else {
        position += 1
      }
    }
    return result
  }
}
