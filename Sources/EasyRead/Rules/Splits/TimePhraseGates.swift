import Linguistics

/// What must hold for a time to be said in a sentence of its own.
enum TimePhraseGates {
  typealias Clause = (subject: Range<Int>, verb: Int)

  /// Whether a time before the subject can be said behind the sentence.
  static func opening(_ reading: Reading, _ clause: Clause, time: Range<Int>) -> Bool {
    let end = reading.contentEnd
    let rest = clause.subject.lowerBound..<end
    guard isPast(reading, clause), isPlain(reading, rest, clause), !isAmount(reading, clause),
      !hasPerfectInfinitive(reading, clause.verb..<end)
    else { return false }
    // What is said now, or may be, was not then: "which is its name today".
    for index in rest where reading.isOpen(index) {
      switch reading.tag(index) {
      case .md, .vbz, .vbp: return false
      case .cc where index > clause.verb:
        // A second clause may have another time.
        if reading.clause(at: index + 1, to: end) != nil || reading.isSubordinator(index + 1)
          || reading.beginsSubject(index + 1)
          || ["this", "that", "these", "there"].contains(reading.lower(index + 1))
          || reading.tag(index - 1) == .comma && [.dt, .prps].contains(reading.tag(index + 1))
            && reading.hasFiniteVerb(in: index + 1..<end)
          || reading.tag(index + 1) == .in && reading.tag(index - 1) == .comma
        {
          return false
        }
      case .wdt, .wp, .wps:
        // "the raid that freed him", "a tower, which was built": that may have been before or after.
        return false
      case .wrb where reading.lower(index) == "where": return false
      default: break
      }
    }
    return !rest.contains { reading.tag($0).isVerb && hopes.contains(reading.lemma($0)) }
  }

  /// Verbs whose object is of a later time than they are.
  private static let hopes: Set<String> = [
    "plan", "hope", "intend", "want", "expect", "propose", "schedule", "predict", "say", "announce", "think",
    "believe", "know", "promise", "assume", "suspect", "allege", "claim",
  ]

  /// `was found to have lied`: of two times, of which the sentence tells one.
  private static func hasPerfectInfinitive(_ reading: Reading, _ range: Range<Int>) -> Bool {
    range.contains { reading.tag($0) == .to && reading.lower($0 + 1) == "have" }
  }

  /// `the debt was $6,944,000`: how things stood, and nothing that happened.
  private static func isAmount(_ reading: Reading, _ clause: Clause) -> Bool {
    let next = clause.verb + 1
    return reading.lemma(clause.verb) == "be"
      && (reading.tag(next) == .cd || ["$", "£", "€"].contains(reading.text(next).prefix(1)))
  }

  /// How many words of a purpose may stand behind a time in the middle: of more, "This was" may be the end.
  private static let longestPurpose = 12

  /// Whether a time behind the verb is about it and nothing else.
  static func behindVerb(_ reading: Reading, _ clause: Clause, time: Range<Int>) -> Bool {
    let verb = clause.verb
    let end = reading.contentEnd
    let hasComma = reading.tag(time.lowerBound - 1) == .comma
    let last = hasComma ? time.lowerBound - 1 : time.lowerBound
    guard isPast(reading, clause), isPlain(reading, 0..<last, clause),
      // "at first in 2003", "probably in 1990": the word is about the time.
      ![.rb, .rbr, .rbs, .cc, .in].contains(reading.tag(last - 1))
    else { return false }
    // One verb only.
    let group = reading.verbGroupEnd(verb)
    // "was one of the most important players": of that time, and not of all times.
    let isCopula = reading.lemma(verb) == "be" && group == verb + 1
    guard !isCopula || !(verb..<last).contains(where: { [.jjs, .rbs].contains(reading.tag($0)) }) else {
      return false
    }
    guard !(0..<verb).contains(where: { reading.tag($0).isFinite }), group <= last,
      hasOneVerb(reading, group..<last), !otherTimes.contains(reading.lemma(group - 1)),
      !otherTimes.contains(reading.lemma(verb)), !saysWhatIsToBe(reading, verb..<last)
    else { return false }
    if time.upperBound < end {
      guard reading.lemma(verb) != "be" || group > verb + 1, isPhrase(reading, time.upperBound, to: end)
      else {
        return false
      }
    } else if last < verb + 3
      || last == group && (verb..<group).contains(where: { ["first", "last"].contains(reading.lower($0)) })
    {
      // "was first made" says nothing without its time.
      return false
    }
    return hasComma || !(group..<last).contains { isEvent(reading, $0) }
  }

  /// Whether no other verb stands among some words, nor what could take a time to itself.
  private static func hasOneVerb(_ reading: Reading, _ range: Range<Int>) -> Bool {
    for index in range {
      switch reading.tag(index) {
      case .vb, .vbd, .vbp, .vbz, .md, .wdt, .wp, .wps, .wrb: return false
      case .vbn, .vbg:
        // The proposed plan: before its noun.
        guard [.dt, .prps, .jj].contains(reading.tag(index - 1)), reading.tag(index + 1).isNoun else {
          let isBeginning = ["start", "begin", "stop", "finish"].contains(reading.lemma(index - 1))
          if index == range.lowerBound, isBeginning { continue }
          return false
        }
      case .cc:
        guard [.dt, .nn, .nns, .nnp, .nnps, .jj, .prps, .cd].contains(reading.tag(index + 1)) else {
          return false
        }
      default:
        if reading.isSubordinator(index) || loose.contains(reading.lower(index)) { return false }
      }
    }
    return true
  }

  /// Whether what follows a time in the middle is a phrase of the verb: `in 1990 | by the mayor`.
  private static func isPhrase(_ reading: Reading, _ start: Int, to end: Int) -> Bool {
    let first = reading.tag(start) == .comma ? start + 1 : start
    guard
      ["by", "from", "at", "as", "with", "in", "to", "out", "under", "for", "into"].contains(
        reading.lower(first)),
      reading.tag(first + 1) != .cd, end - first >= 3,
      end - first <= longestPurpose || reading.lower(first) != "to", reading.isBalanced(first..<end),
      reading.otherTime(in: first..<end) == nil, !reading.hasFiniteVerb(in: first..<end),
      !reading.hasSubordinator(in: first..<end)
    else { return false }
    return !(first..<end).contains {
      scopes.contains(reading.lower($0)) || Reading.negators.contains(reading.lower($0))
        || ["a.m.", "p.m.", "am", "pm", "o'clock", "noon", "midnight"].contains(reading.lower($0))
    }
  }

  /// A simple past: neither `had been`, nor a modal.
  private static func isPast(_ reading: Reading, _ clause: Clause) -> Bool {
    let verb = clause.verb
    guard reading.tag(verb) == .vbd, reading.isOpen(verb), reading.lower(verb) != "'d" else { return false }
    if reading.lemma(verb) == "have", reading.verbGroupEnd(verb) > verb + 1 { return false }
    // "was a clever girl", "was hot": so for longer, or then only?
    if reading.lemma(verb) == "be",
      ["a", "an"].contains(reading.lower(verb + 1)) || reading.tag(verb + 1).isAdjective
    {
      return false
    }
    // "used to", "was to": of a longer time, or of a later one.
    return !(reading.tag(verb + 1) == .to && ["use", "be", "have"].contains(reading.lemma(verb)))
  }

  /// Whether words have no negator, no other time, no condition and nothing that somebody said.
  private static func isPlain(_ reading: Reading, _ range: Range<Int>, _ clause: Clause) -> Bool {
    guard reading.otherTime(in: range) == nil, reading.isBalanced(range) else { return false }
    for index in range {
      let word = reading.lower(index)
      if Reading.negators.contains(word) || scopes.contains(word) { return false }
      if word == "that", reading.tag(index) == .in { return false }
      if word == "according" { return false }
    }
    // "This was changed": which?
    let subject = clause.subject
    if subject.count == 1,
      ["this", "that", "these", "those", "you"].contains(reading.lower(subject.lowerBound))
    {
      return false
    }
    return !reading.hasBareComplement(in: clause.verb..<range.upperBound) && !reading.tellsSpeech(in: range)
      && !reading.endsInAttribution
  }

  /// Words that bind a time, or are about it.
  private static let scopes: Set<String> = [
    "only", "if", "unless", "whether", "although", "though", "whereas", "than", "however", "even", "just",
    "alone", "again", "first-ever", "so",
  ]

  /// Words behind the verb that take the time to themselves: `after the synod in 1593`.
  private static let loose: Set<String> = [
    "after", "following", "including", "like", "during", "despite", "because", "due", "about", "besides",
    "except", "(", "to be",
  ]

  /// Whether a verb of wanting or saying stands there with what is to come: `decided to close it`.
  private static func saysWhatIsToBe(_ reading: Reading, _ range: Range<Int>) -> Bool {
    range.contains { index in
      guard reading.tag(index).isVerb || reading.tag(index).isNoun else { return false }
      let lemma = reading.lemma(index)
      if reporting.contains(lemma), reading.tag(index).isVerb { return true }
      return intents.contains(lemma)
        && (index + 1..<min(index + 8, reading.count)).contains { reading.tag($0) == .to }
    }
  }

  private static let reporting: Set<String> = [
    "say", "announce", "report", "claim", "believe", "expect", "state", "argue", "suggest", "warn", "predict",
    "estimate", "think", "know", "hope", "confirm", "reveal", "declare", "admit", "deny", "propose", "insist",
    "schedule", "note", "assume", "conclude", "consider", "allege", "promise",
  ]
  private static let intents: Set<String> = [
    "plan", "want", "hope", "intend", "agree", "decide", "vote", "threaten", "offer", "refuse", "ask",
    "order",
    "invite", "attempt", "try", "wish", "aim", "prepare", "decision", "proposal", "attempt", "intention",
    "seek", "fail", "expect", "choose", "allow", "permit", "need", "require",
  ]

  /// Verbs whose object may be of another time than they are: `described the riots in 1968`.
  private static let otherTimes: Set<String> = [
    "write", "describe", "depict", "commemorate", "name", "base", "inspire", "remember", "recall", "discuss",
    "concern", "cover", "refer", "date", "set", "mark", "celebrate", "regard", "compare", "cite", "study",
    "examine", "mention", "document", "relate", "attribute", "mean", "represent", "include", "contain",
    "portray", "reflect", "call", "occur", "cause", "link", "follow", "see", "show", "tell", "blame",
  ]

  /// Whether a noun is something that happens, so that a time behind it may be its own.
  private static func isEvent(_ reading: Reading, _ index: Int) -> Bool {
    guard reading.tag(index).isNoun else { return false }
    let lemma = reading.lemma(index).lowercased()
    return events.contains(lemma)
      || !reading.tag(index).isName
        && ["tion", "sion", "ment", "ing", "ance", "ence"].contains { lemma.hasSuffix($0) }
  }

  private static let events: Set<String> = [
    "war", "battle", "election", "death", "birth", "act", "law", "film", "movie", "album", "book", "song",
    "concert", "festival", "tour", "olympics", "olympic", "games", "game", "cup", "championship",
    "championships", "treaty", "revolution", "eruption", "attack", "siege", "fire", "flood", "earthquake",
    "storm", "crisis", "crash", "accident", "strike", "riot", "coup", "campaign", "invasion", "match", "race",
    "final", "finals", "tournament", "series", "event", "episode", "visit", "trip", "trial", "murder", "end",
    "beginning", "start", "rise", "fall", "collapse", "peace", "victory", "defeat", "draft", "show", "report",
    "paper", "article", "bill", "budget", "census", "survey", "vote", "referendum", "award", "awards", "bowl",
    "play", "novel", "poem", "opera", "work", "loss", "return", "arrival", "departure", "launch", "release",
    "debut", "retirement", "marriage", "wedding", "divorce", "discovery", "speech", "interview", "protest",
    "famine", "plague", "epidemic", "outbreak", "recession", "boom", "uprising", "rebellion", "reform",
    "change", "move", "merger", "sale", "purchase", "closure", "success", "failure", "ceremony",
  ]
}
