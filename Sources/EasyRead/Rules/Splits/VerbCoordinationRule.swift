import Linguistics

/// Parts a sentence between two verbs of one subject, and says the subject again.
enum VerbCoordinationRule {
  static func splits(_ reading: Reading) -> [Split] {
    guard reading.canBeParted, reading.wordCount >= 9 else { return [] }
    guard let clause = reading.beginsWithSubject(to: reading.contentEnd) else { return [] }
    var splits: [Split] = []
    let end = reading.contentEnd
    for joint in reading.words.indices where joint > clause.verb + 1 && joint < end - 1 {
      guard ["and", "but"].contains(reading.lower(joint)), reading.isOpen(joint), reading.tag(joint) == .cc
      else {
        continue
      }
      // "And so did the second" has a subject of its own, after its verb.
      guard !["so", "nor", "neither"].contains(reading.lower(joint + 1)) else { continue }
      guard let verb = reading.finiteVerb(at: joint + 1), verb < end else { continue }
      // "and can we imagine", "and should anyone need it": the subject stands behind the verb.
      if reading.isAuxiliary(verb), reading.beginsSubject(verb + 1) { continue }
      if let split = split(reading, clause, joint, verb) {
        splits.append(split)
        break
      }
    }
    return splits
  }

  private static func split(
    _ reading: Reading, _ clause: (subject: Range<Int>, verb: Int), _ joint: Int, _ verb: Int
  ) -> Split? {
    let end = reading.contentEnd
    let subject = clause.subject
    guard reading.agrees(subject, verb), !reading.isElliptic(joint + 1..<end), subject.count <= 8 else {
      return nil
    }
    let hasComma = reading.tag(joint - 1) == .comma
    let leftEnd = hasComma ? joint - 1 : joint
    let group = reading.verbGroupEnd(clause.verb)
    // designed and built the house, was brought up and lived there: they share what follows.
    guard (group..<max(group, leftEnd)).contains(where: { reading.tag($0) != .rp }) else { return nil }
    guard let gateOrNil = gates(reading, clause, joint, verb, group: group, leftEnd: leftEnd) else {
      return nil
    }
    let gate = gateOrNil
    var again = reading.part(subject).withoutObjects
    var added = WordList.words(of: again.text)
    if reading.lower(subject.lowerBound) == "a" || reading.lower(subject.lowerBound) == "an" {
      again.replace(0..<reading.text(subject.lowerBound).utf8.count, with: "The")
      added[0] = "the"
    }
    let word = reading.lower(joint)
    let left = reading.line[0..<reading.words[leftEnd - 1].range.upperBound]
    let restStart = reading.words[joint + 1].range.lowerBound
    let rest = reading.line[restStart..<reading.line.count]
    let objects = reading.line.objects(in: left.count..<restStart)
    var second = again + Line(" ") + rest
    if word == "but" {
      second = Line("But ") + again.lowercasingFirst(of: reading, subject) + Line(" ") + rest
    }
    return Split(
      rule: .verbCoordination, editClass: gate.isEmpty ? .b : .c, range: reading.bytes(joint..<verb + 1),
      parts: [
        .init(line: left.asSentence() + objects), .init(line: second.asSentence(ending: reading.partEnding)),
      ],
      evidence: gate.isEmpty ? "\u{201C}\(reading.text(subject))\u{201D} is the subject of both verbs" : gate,
      dropped: word == "but" ? [] : ["and"], added: added)
  }

  /// What speaks against doing it unasked: empty for nothing; nil where it is not to be offered either.
  private static func gates(
    _ reading: Reading, _ clause: (subject: Range<Int>, verb: Int), _ joint: Int, _ verb: Int, group: Int,
    leftEnd: Int
  ) -> String? {
    let subject = clause.subject
    // A modal or "be" before both: "will dislodge and sink", "was built and opened".
    if reading.tag(clause.verb) == .md || reading.isAuxiliary(clause.verb) {
      let first = reading.tag(clause.verb)
      guard
        reading.isAuxiliary(verb) || reading.isUnmistakablyFinite(verb)
          || isActive(reading, verb, behind: clause.verb)
      else { return nil }
      if first == .md, reading.tag(verb) == .vbp { return nil }
    }
    // The form of the second verb could be a participle or an infinitive that hangs on something before.
    let isSure =
      reading.isAuxiliary(verb) || reading.isUnmistakablyFinite(verb)
      || isActive(reading, verb, behind: clause.verb)
    if reading.tag(verb) == .vbp, !reading.isAuxiliary(verb),
      (clause.verb..<joint).contains(where: { reading.tag($0) == .to || reading.tag($0) == .md })
    {
      return nil
    }
    if !isSure {
      let between = group..<leftEnd
      if between.contains(where: { [.vbn, .vbd, .vbg].contains(reading.tag($0)) }) { return nil }
      if reading.tag(clause.verb) != reading.tag(verb) { return nil }
      if reading.tag(verb) == .vbd, reading.lower(verb + 1) == "by" { return nil }
    }
    if reading.tag(verb) == .vbz, reading.tag(clause.verb) == .vbd, !reading.isAuxiliary(verb) {
      return "the verbs have different tenses"
    }
    if let reason = reading.governor(before: leftEnd, subject: clause) { return reason }
    if subject.contains(where: { Reading.quantifiers.contains(reading.lower($0)) || reading.tag($0) == .cd })
    {
      return "the subject has a quantity, which must not be said twice"
    }
    if subject.contains(where: { Reading.negators.contains(reading.lower($0)) }) { return nil }
    if reading.tag(subject.lowerBound) == .ex { return nil }
    if ["it", "this", "that", "there"].contains(reading.lower(subject.lowerBound)), subject.count == 1,
      reading.lower(subject.lowerBound) != "it"
    {
      return "the subject is no person or thing"
    }
    // An adverb or negator before the first verb may be about both.
    if (subject.upperBound..<clause.verb).contains(where: {
      !reading.tag($0).isPunctuation && reading.lower($0) != "also" && reading.words[$0].depth == 0
    }) {
      return "\u{201C}\(reading.text(subject.upperBound))\u{201D} may be about both verbs"
    }
    let commas = reading.separatingCommas.filter { $0 != joint - 1 }
    if commas.contains(where: { $0 < joint }) { return "it may be a row of three" }
    // A later comma before another verb or "and" makes a row: V and V, and V.
    for comma in commas where comma > joint {
      if reading.tag(comma + 1) == .cc || reading.finiteVerb(at: comma + 1) != nil {
        return "it may be a row of three"
      }
    }
    for later in verb + 1..<reading.contentEnd
    where reading.tag(later) == .cc && reading.words[later].depth == 0 {
      // "took a house, where he lived and died": those verbs have a clause of their own.
      let opener = commas.last { $0 > joint && $0 < later }
      if let opener, [.wrb, .wdt, .wp].contains(reading.tag(opener + 1)) { continue }
      if reading.finiteVerb(at: later + 1) != nil { return "it may be a row of three" }
    }
    if subject.count > 6 { return "the subject is long" }
    if subject.contains(where: { reading.tag($0) == .cc }),
      subject.count > 5 || reading.isPlural(subject) == nil
    {
      return "the subject is long"
    }
    return meaningGate(reading, clause, joint, verb, leftEnd: leftEnd) ?? ""
  }

  /// Whether a past tense with an object cannot go on with a passive: "was built in 1990 and won a prize".
  private static func isActive(_ reading: Reading, _ verb: Int, behind first: Int) -> Bool {
    reading.lemma(first) == "be" && reading.tag(verb) == .vbd && reading.hasObject(verb)
      && !Self.withTwoObjects.contains(reading.lemma(verb))
  }

  /// Verbs that have an object in the passive too: "was given a name", "was made a judge".
  private static let withTwoObjects: Set<String> = [
    "give", "award", "grant", "offer", "send", "show", "tell", "teach", "pay", "ask", "lend", "deny",
    "assign",
    "allot", "allow", "promise", "call", "name", "make", "elect", "appoint", "consider", "leave", "deem",
    "dub",
    "find", "keep", "declare", "hand", "bring", "owe", "charge", "cost", "fine", "sell", "buy", "serve",
    "term",
    "title", "label", "forgive", "refuse", "guarantee", "order", "write", "read", "crown", "vote", "judge",
    "accord", "afford", "bequeath", "quote", "feed", "issue", "style", "brand", "rate", "rule", "paint",
  ]

  /// What in the sense of the two halves speaks against it; nil for nothing.
  private static func meaningGate(
    _ reading: Reading, _ clause: (subject: Range<Int>, verb: Int), _ joint: Int, _ verb: Int, leftEnd: Int
  ) -> String? {
    let left = clause.verb..<leftEnd
    let end = reading.contentEnd
    if let index = reading.frame(in: 0..<leftEnd) {
      return "\u{201C}\(reading.text(index))\u{201D} may be about both halves"
    }
    // Another clause stands between the subject and the second verb.
    for index in left where reading.tag(index) == .cc || reading.lower(index) == "so" {
      if reading.clause(at: index + 1, to: leftEnd) != nil || reading.tag(index + 1) == .rb
        || reading.tag(index + 1) == .in
      {
        return "another clause stands between"
      }
    }
    // "more skilled and have more weight than": both are compared with one thing.
    let compares = { (index: Int) in reading.tag(index) == .jjr || reading.tag(index) == .rbr }
    if left.contains(where: compares), !left.contains(where: { reading.lower($0) == "than" }),
      (verb..<end).contains(where: { reading.lower($0) == "than" })
    {
      return "both may be compared with one thing"
    }
    // "They were thorough, high class, and went": the row needs its "and".
    if reading.lemma(clause.verb) == "be",
      left.contains(where: { reading.tag($0) == .comma && reading.isOpen($0) && !reading.isDateComma($0) }),
      !left.contains(where: { reading.tag($0) == .cc })
    {
      return "it may be a row of three"
    }
    // "need and want an easy way": what follows is wanted by both.
    if reading.tag(leftEnd - 1).isVerb, reading.tag(leftEnd - 1).isFinite {
      return "both may share what follows"
    }
    // "includes the data of the unit and keystores available": no verb stands there.
    if !reading.isAuxiliary(verb), reading.tag(verb) == .vbz || reading.tag(verb) == .vbp,
      !English.possibleTags(of: reading.lower(verb)).contains(reading.tag(verb))
    {
      return "\u{201C}\(reading.text(verb))\u{201D} may be no verb"
    }
    // "Korea substituted Park and was replaced": who was?
    if ["was", "were"].contains(reading.lower(verb)), reading.tag(verb + 1) == .vbn,
      !reading.isAuxiliary(clause.verb), reading.tag(clause.verb + 1).isName
    {
      return "the other person may be meant"
    }
    return nil
  }
}

extension Reading {
  /// Whether a subject of its own may begin at a word.
  func beginsSubject(_ index: Int) -> Bool {
    tag(index) == .prp && Self.subjectPronouns.contains(lower(index))
      || ["anyone", "someone", "everyone", "anybody", "somebody", "nobody"].contains(lower(index))
  }

  /// Whether a form is nothing but finite: `went`, `was`, `makes`.
  func isUnmistakablyFinite(_ index: Int) -> Bool {
    let tags = English.possibleTags(of: lower(index))
    switch tag(index) {
    case .vbd:
      return ["was", "were", "did"].contains(lower(index)) || (tags.contains(.vbd) && !tags.contains(.vbn))
    case .vbz: return !tags.contains(.nns) || isAuxiliary(index)
    case .md: return true
    default: return isAuxiliary(index)
    }
  }
}

extension Line {
  /// The noun phrase as it stands within a sentence: a small letter first, unless it is a name or I.
  func lowercasingFirst(of reading: Reading, _ range: Range<Int>) -> Line {
    let tag = reading.tag(range.lowerBound)
    guard [.dt, .prp, .prps, .pdt, .jj, .nn, .nns, .vbg, .vbn].contains(tag),
      reading.lower(range.lowerBound) != "i",
      range.count < 2 || !tag.isNoun || !reading.isCapitalised(range.lowerBound + 1),
      let first = bytes.first,
      (0x41...0x5A).contains(first)
    else { return self }
    var line = self
    line.setByte(0, first + 0x20)
    return line
  }
}
