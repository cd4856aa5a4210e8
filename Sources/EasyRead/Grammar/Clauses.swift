import Linguistics

extension Reading {
  /// The verb group that begins at a word, adverbs between included; nil when no finite verb does.
  func finiteVerb(at start: Int) -> Int? {
    var index = start
    while index < count, tag(index).isAdverb, index - start < 3 { index += 1 }
    return index < count && tag(index).isFinite ? index : nil
  }

  /// The end of a verb group whose finite verb is given.
  func verbGroupEnd(_ verb: Int) -> Int {
    var end = verb + 1
    guard isAuxiliary(verb) else { return end }
    var last = end
    while end < count {
      switch tag(end) {
      case .rb: end += 1
      case .vb, .vbn, .vbg:
        end += 1
        last = end
        if !isAuxiliary(end - 1) { return last }
      default: return last
      }
    }
    return last
  }

  /// Whether a verb form helps another: be, have, do, modals.
  func isAuxiliary(_ index: Int) -> Bool {
    tag(index) == .md || ["be", "have", "do", "get"].contains(lemma(index))
  }

  /// The subject and the finite verb of a clause that begins at a word: an adverb, a noun phrase, a verb
  /// that fits it. Nil when it does not begin so.
  func clause(at start: Int, to end: Int) -> (subject: Range<Int>, verb: Int)? {
    var first = start
    while first < end, tag(first) == .rb || tag(first) == .comma, first - start < 3,
      !Self.negators.contains(lower(first))
    {
      first += 1
    }
    guard first < end, let subjectEnd = longNounPhraseEnd(first), subjectEnd < end else { return nil }
    var verbAt = subjectEnd
    // What stands in brackets behind the subject belongs to it.
    if text(verbAt) == "(" {
      while verbAt < end, words[verbAt].depth > 0 { verbAt += 1 }
    }
    if let verb = verbBehindRelative(first..<subjectEnd, to: end) { return (first..<verb, verb) }
    guard let verb = finiteVerb(at: verbAt), verb < end, agrees(first..<subjectEnd, verb) else { return nil }
    // "the house built in 1990 was": a past tense right behind a noun may be a participle.
    if tag(verb) == .vbd, !isAuxiliary(verb), isParticipleToo(verb), hasFiniteVerb(after: verb, to: end) {
      return nil
    }
    // "and today still is": a time is a subject only of what is said about it.
    if subjectEnd == first + 1, ["today", "tomorrow", "yesterday"].contains(lower(first)),
      lemma(verb) != "be" || verb > subjectEnd
    {
      return nil
    }
    // An object pronoun is no subject.
    if subjectEnd == first + 1, ["me", "him", "her", "us", "them"].contains(lower(first)) { return nil }
    return (first..<subjectEnd, verb)
  }

  /// The verb of a noun phrase that has a clause of its own behind it: `people who smoke | should`,
  /// `patients taking the drug | must`. Only a form that is nothing but finite counts, with no comma before it.
  private func verbBehindRelative(_ noun: Range<Int>, to end: Int) -> Int? {
    let start = noun.upperBound
    var index: Int
    switch tag(start) {
    case .wdt, .wp:
      guard let own = finiteVerb(at: start + 1) else { return nil }
      index = verbGroupEnd(own)
    case .vbg: index = start + 1
    default: return nil
    }
    while index < end {
      if tag(index).isPunctuation || tag(index) == .cc || isSubordinator(index) || tag(index) == .to {
        return nil
      }
      if tag(index) == .prp, Self.subjectPronouns.contains(lower(index)) { return nil }
      if tag(index).isFinite {
        let isSure = isAuxiliary(index) || isUnmistakablyFinite(index)
        return isSure && index > start + 1 && agrees(noun, index) ? index : nil
      }
      index += 1
    }
    return nil
  }

  /// Whether another finite verb follows in the same clause: with no comma, `and` or subordinator between.
  private func hasFiniteVerb(after verb: Int, to end: Int) -> Bool {
    for index in verb + 1..<max(verb + 1, end) {
      if tag(index) == .comma || tag(index) == .cc || isSubordinator(index) || tag(index) == .colon {
        return false
      }
      if tag(index) == .prp, Self.subjectPronouns.contains(lower(index)) { return false }
      if tag(index).isFinite { return true }
    }
    return false
  }

  /// Whether a past tense could be a participle by its form.
  func isParticipleToo(_ index: Int) -> Bool {
    let tags = English.possibleTags(of: lower(index))
    return tags.isEmpty || tags.contains(.vbn)
  }

  /// Whether a word begins a clause that hangs on another.
  func isSubordinator(_ index: Int) -> Bool {
    switch tag(index) {
    case .wdt, .wp, .wps, .wrb: return true
    case .in:
      if Self.alwaysSubordinators.contains(lower(index)) { return true }
      if ["after", "before", "since", "until", "till", "as", "like", "than"].contains(lower(index)) {
        // A clause follows, not only a noun.
        guard let end = longNounPhraseEnd(index + 1) else {
          return tag(index + 1) == .vbg || tag(index + 1) == .vbn
        }
        return finiteVerb(at: end) != nil
      }
      return false
    case .vbn, .vbg:
      return ["provided", "providing", "assuming", "supposing", "given"].contains(lower(index))
        && (lower(index + 1) == "that" || tag(index + 1) == .prp)
    case .rb: return lower(index) == "once" && tag(index + 1) == .prp
    default: return false
    }
  }

  static let alwaysSubordinators: Set<String> = [
    "if", "unless", "because", "although", "though", "while", "whilst", "whereas", "that", "whether", "lest",
    "once",
  ]
  static let negators: Set<String> = [
    "not", "n't", "no", "never", "neither", "nor", "none", "nobody", "nothing", "hardly", "scarcely",
    "barely",
    "rarely", "seldom", "without", "cannot", "few", "little",
  ]
  static let quantifiers: Set<String> = [
    "all", "any", "both", "each", "either", "every", "few", "fewer", "half", "less", "little", "many", "more",
    "most",
    "much", "several", "some", "only", "enough", "nearly", "almost", "about", "no", "another", "such",
    "other",
    "others", "certain", "various", "one", "none", "neither", "everyone", "someone", "anyone", "everybody",
    "somebody",
    "anybody", "everything", "something", "anything", "nothing", "nobody", "numerous", "plenty", "lots",
    "majority",
  ]

  /// Whether a finite verb stands among some words, outside brackets and quotations.
  func hasFiniteVerb(in range: Range<Int>) -> Bool {
    range.contains { tag($0).isFinite && words[$0].depth == 0 }
  }

  /// Whether a clause that hangs on another stands among some words.
  func hasSubordinator(in range: Range<Int>) -> Bool { range.contains { isSubordinator($0) } }

  /// Verbs after which a clause follows without `that`: he said it was so.
  static let reporting: Set<String> = [
    "say", "think", "believe", "know", "hope", "feel", "find", "show", "suggest", "claim", "report", "state",
    "tell",
    "argue", "explain", "mean", "suppose", "expect", "ensure", "assume", "guess", "agree", "note", "add",
    "announce",
    "estimate", "understand", "decide", "wish", "realise", "realize", "imagine", "insist", "warn", "conclude",
    "make", "let", "have", "see", "hear", "admit", "fear", "promise", "recommend", "recall", "remember",
    "seem",
    "gather", "worry", "doubt", "dream", "swear", "bet",
  ]

  /// Whether a clause follows a verb of saying or thinking at once, without `that`.
  func hasBareComplement(in range: Range<Int>) -> Bool {
    for index in range where tag(index).isVerb && Self.reporting.contains(lemma(index)) {
      let next = index + 1
      guard next < range.upperBound, let end = longNounPhraseEnd(next), end < range.upperBound else {
        continue
      }
      if finiteVerb(at: end) != nil { return true }
    }
    return false
  }

  /// Words after which one noun phrase or clause governs all that follows: `if`, `in 1990,`. True when the
  /// sentence begins with its subject, after a word such as `However` at most.
  func beginsWithSubject(to end: Int) -> (subject: Range<Int>, verb: Int)? {
    var start = first
    if start < end, Self.connectives.contains(lower(start)) {
      start += 1
      if tag(start) == .comma { start += 1 }
    } else if let length = openerLength(start) {
      start += length
    } else if tag(start) == .rb, !tag(start + 1).isNoun, tag(start + 1) == .comma {
      // An adverb with a comma speaks of the whole: Usually, Sadly.
      return nil
    }
    if tag(start) == .rb || tag(start) == .comma { return nil }
    return clause(at: start, to: end)
  }

  /// The words of `For example,` and the like, which are about the first clause or about none.
  func openerLength(_ start: Int) -> Int? {
    for opener in Self.openers {
      let isThere = opener.indices.allSatisfy { lower(start + $0) == opener[$0] }
      if isThere, tag(start + opener.count) == .comma { return opener.count + 1 }
    }
    return nil
  }

  private static let openers = [
    ["for", "example"], ["for", "instance"], ["in", "addition"], ["in", "fact"], ["of", "course"],
    ["on", "the", "other", "hand"], ["as", "a", "result"], ["in", "contrast"], ["in", "other", "words"],
    ["that", "is"],
  ]

  static let connectives: Set<String> = [
    "however", "also", "therefore", "moreover", "furthermore", "and", "but", "so", "nevertheless", "then",
    "thus",
    "consequently", "additionally", "yet", "still", "instead", "meanwhile",
  ]
}

extension Reading {
  /// Whether a comma parts clauses or things, and is none of a date (`8 June, 2017`) or between adjectives.
  func isSeparatingComma(_ index: Int) -> Bool {
    guard tag(index) == .comma, isOpen(index), !isDateComma(index) else { return false }
    if tag(index - 1).isAdjective, tag(index + 1).isAdjective { return false }
    // The comma that closes a date: June 8, 2017, he left.
    return true
  }

  /// Whether a comma stands within a date.
  func isDateComma(_ index: Int) -> Bool {
    guard tag(index + 1) == .cd else { return false }
    return tag(index - 1) == .cd && text(index + 1).utf8.count == 4
      || DateRule.months.contains(text(index - 1))
  }

  /// The commas that part something.
  var separatingCommas: [Int] { words.indices.filter { isSeparatingComma($0) } }
}
