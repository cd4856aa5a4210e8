import Linguistics

/// Turns a passive with `by` round: *The plan was approved by the council.*
enum PassiveRule {
  static func split(_ reading: Reading) -> Split? {
    guard reading.canBeParted, reading.wordCount <= 25 else { return nil }
    let end = reading.contentEnd
    guard let clause = reading.beginsWithSubject(to: end),
      ["is", "are", "was", "were"].contains(reading.lower(clause.verb)),
      clause.subject.lowerBound == reading.first
    else { return nil }
    let participle = clause.verb + 1
    guard reading.tag(participle) == .vbn, reading.lower(participle + 1) == "by" else { return nil }
    let agentStart = participle + 2
    guard let agentEnd = reading.longNounPhraseEnd(agentStart), agentEnd <= end else { return nil }
    let agent = agentStart..<agentEnd
    // By 2010, by car, by asking: no agents.
    guard reading.tag(agentStart) != .vbg, !agent.contains(where: { reading.tag($0) == .cd }),
      [.dt, .prps, .prp, .nnp, .nnps].contains(reading.tag(agentStart))
    else { return nil }
    guard !reading.hasSubordinator(in: 0..<end), !reading.hasFiniteVerb(in: agentEnd..<end),
      !clause.subject.contains(where: { Reading.negators.contains(reading.lower($0)) }),
      !(agentEnd..<end).contains(where: { reading.tag($0) == .cc })
    else { return nil }
    let isPast = reading.tag(clause.verb) == .vbd
    let plural = reading.isPlural(agent) == true || reading.lower(agentStart) == "me"
    guard let verb = English.inflect(reading.lemma(participle), as: isPast ? .vbd : plural ? .vbp : .vbz)
    else { return nil }
    let (doer, doerWords) = turned(reading, agent, Self.subjects)
    let (object, objectWords) = turned(reading, clause.subject, Self.objects)
    var line = doer + Line(" \(verb) ") + object.lowercasingFirst(of: reading, clause.subject)
    let rest = reading.line[reading.words[agentEnd - 1].range.upperBound..<reading.line.count]
    line = line + rest
    return Split(
      rule: .passive, editClass: .c, range: reading.bytes(clause.verb..<agentEnd),
      parts: [.init(line: line.asSentence())],
      evidence: "\u{201C}\(reading.text(agent))\u{201D} may be who does it",
      dropped: [reading.lower(clause.verb), reading.lower(participle), "by"] + doerWords.before
        + objectWords.before,
      added: [verb] + doerWords.after + objectWords.after)
  }

  private static let subjects = ["me": "I", "him": "he", "her": "she", "us": "we", "them": "they"]
  private static let objects = ["i": "me", "he": "him", "she": "her", "we": "us", "they": "them"]

  /// A noun phrase, a pronoun in the other case.
  private static func turned(
    _ reading: Reading, _ range: Range<Int>, _ forms: [String: String]
  ) -> (line: Line, words: (before: [String], after: [String])) {
    if range.count == 1, let form = forms[reading.lower(range.lowerBound)] {
      return (Line(form), ([reading.lower(range.lowerBound)], [form.lowercased()]))
    }
    return (reading.part(range), ([], []))
  }
}
