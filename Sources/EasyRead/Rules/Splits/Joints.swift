import Linguistics

extension Reading {
  /// What in the words before a joint also governs what follows it, so that parting would change the
  /// meaning; nil when nothing does.
  ///
  /// The facts behind the gates: a leading *if*, *unless*, *when* or *for X* governs both halves; so does
  /// *because* inside the first; *said that* may; *both*, *either* and *not only* bind the two.
  ///
  /// A relative clause whose pronoun is its subject ends before a clause with a subject of its own, where
  /// that clause is sure to be one (`passingRelatives`): "a man who sings, and she dances".
  func governor(
    before joint: Int, subject: (subject: Range<Int>, verb: Int)?, passingRelatives: Bool = false
  ) -> String? {
    guard let subject else { return "what stands before the subject may be about both halves" }
    for index in 0..<joint {
      if isSubordinator(index), !(passingRelatives && isSubjectRelative(index, to: joint)) {
        return "\u{201C}\(text(index))\u{201D} may be about both halves"
      }
      switch lower(index) {
      case "both", "either", "neither", "nor": return "\u{201C}\(text(index))\u{201D} binds the halves"
      case "only" where lower(index - 1) == "not": return "\u{201C}not only\u{201D} binds the halves"
      case "just" where lower(index - 1) == "not": return "\u{201C}not just\u{201D} binds the halves"
      default: break
      }
      if !isOpen(index), words[index].isQuoted { return "it is quoted" }
    }
    if hasBareComplement(in: subject.verb..<joint) { return "somebody may have said both halves" }
    if words[subject.verb..<joint].contains(where: { $0.text == ":" || $0.text == ";" }) {
      return "a colon may be about both halves"
    }
    return nil
  }

  /// Whether a relative clause begins at a word whose pronoun is its subject, and nobody says anything in it.
  private func isSubjectRelative(_ index: Int, to end: Int) -> Bool {
    guard tag(index) == .wdt || (tag(index) == .wp && lower(index) == "who") else { return false }
    let before = tag(index - 1) == .comma ? index - 2 : index - 1
    guard tag(before).isNoun, let verb = finiteVerb(at: index + 1) else { return false }
    return !(verb..<end).contains { tag($0).isVerb && Self.reporting.contains(lemma($0)) && !isAuxiliary($0) }
  }

  /// Whether a subject is a pronoun that can be nothing else: `he`, and neither `her` nor `it`.
  func isNominative(_ subject: Range<Int>) -> Bool {
    subject.count == 1 && ["he", "she", "they", "we", "i"].contains(lower(subject.lowerBound))
  }

  /// Whether a clause can be nothing but one: by its verb or its subject.
  func isSure(_ clause: (subject: Range<Int>, verb: Int)) -> Bool {
    isAuxiliary(clause.verb) || isUnmistakablyFinite(clause.verb) || isNominative(clause.subject)
  }

  /// The end of a phrase with a preposition and a comma, before a subject: `according to the survey,`.
  func openingPhraseEnd(_ start: Int, to end: Int) -> Int? {
    guard tag(start) == .in || tag(start) == .vbg, !isSubordinator(start),
      let comma = (start + 2..<max(start + 2, min(start + 12, end))).first(where: { tag($0) == .comma }),
      !(start..<comma).contains(where: { tag($0).isFinite || isSubordinator($0) || tag($0) == .cc })
    else { return nil }
    return comma + 1
  }

  /// Whether a verb has an object right behind it, so that it is no participle: `composed a march`.
  func hasObject(_ verb: Int) -> Bool { [.dt, .prps, .prp].contains(tag(verb + 1)) }

  /// Whether the sentence may be parted at all: it asks nothing, and is no quotation.
  var canBeParted: Bool {
    guard ending != "?", !words.isEmpty else { return false }
    guard !words.contains(where: { $0.text == "?" || $0.text == "!" }) else { return false }
    return true
  }

  /// What the last part of the sentence ends in: the colon of what leads a list in stays.
  var partEnding: String { leadsListIn ? ":" : "." }
  /// Whether the sentence leads a list in.
  var leadsListIn: Bool { words.last?.text == ":" }

  /// Whether brackets are balanced among some words.
  func isBalanced(_ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last else { return true }
    let opens = words[first].text == "(" || words[first].text == "["
    let closes = words[last].text == ")" || words[last].text == "]"
    return words[first].depth - (opens ? 1 : 0) == 0 && words[last].depth - (closes ? 1 : 0) == 0
  }

  /// Whether some words end in a verb that needs what was said before: `and so did she`, `but he could not`.
  func isElliptic(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, tag(end - 1).isPunctuation || tag(end - 1) == .rb { end -= 1 }
    guard end > range.lowerBound else { return true }
    return isAuxiliary(end - 1) || tag(end - 1) == .to
  }
}
