import Linguistics

extension Reading {
  /// The end of the simple noun phrase that begins at a word: determiners, adjectives, nouns, and no
  /// preposition; nil when none begins there.
  func nounPhraseEnd(_ start: Int) -> Int? {
    guard start < count else { return nil }
    switch tag(start) {
    case .prp, .ex: return start + 1
    case .wp, .wdt, .wps, .wrb: return nil
    default: break
    }
    var index = start
    var lastNoun: Int?
    while index < count {
      switch tag(index) {
      case .pdt, .dt, .prps, .cd, .dollar:
        // A determiner within the phrase begins another.
        if index > start, tag(index) == .dt || tag(index) == .prps, tag(index - 1) != .pdt, lastNoun != nil {
          return lastNoun.map { $0 + 1 }
        }
        if tag(index) == .cd { lastNoun = index }
        if tag(index) == .dt, Self.standing.contains(lower(index)) { lastNoun = lastNoun ?? index }
      case .jj, .jjr, .jjs: break
      case .vbn, .vbg:
        // Only before a noun: the proposed plan.
        guard lastNoun == nil else { return lastNoun.map { $0 + 1 } }
      case .nn, .nns, .nnp, .nnps, .fw: lastNoun = index
      case .pos: lastNoun = nil
      case .hyph: break
      case .sym where lower(index) == "%": lastNoun = index
      case .rb, .rbr, .rbs:
        guard tag(index + 1).isAdjective || tag(index + 1) == .vbn || tag(index + 1) == .cd, lastNoun == nil
        else {
          return lastNoun.map { $0 + 1 }
        }
      default: return lastNoun.map { $0 + 1 }
      }
      index += 1
    }
    return lastNoun.map { $0 + 1 }
  }

  /// Determiners that may stand for a noun.
  private static let standing: Set<String> = [
    "this", "that", "these", "those", "all", "both", "each", "some", "many",
  ]

  /// The end of a noun phrase with what belongs to it by prepositions and `and`.
  func longNounPhraseEnd(_ start: Int) -> Int? {
    guard var end = nounPhraseEnd(start) else { return nil }
    while end < count {
      let isLink =
        (tag(end) == .in && !Self.clauseOpeners.contains(lower(end)) && isOpen(end))
        || (tag(end) == .cc && ["and", "or"].contains(lower(end))) || tag(end) == .to
      guard isLink, let next = nounPhraseEnd(end + 1), tag(end + 1) != .prp || tag(end) == .in else { break }
      // "in Paris and he left": a pronoun in the subject's case begins a clause.
      if tag(end) == .cc, Self.subjectPronouns.contains(lower(end + 1)) { break }
      end = next
    }
    return end
  }

  /// Prepositions that often begin clauses.
  static let clauseOpeners: Set<String> = [
    "if", "unless", "because", "although", "though", "while", "whilst", "whereas", "that", "whether", "once",
    "lest", "so", "as", "than", "when", "where",
  ]
  static let subjectPronouns: Set<String> = ["i", "he", "she", "we", "they", "it", "you"]

  /// Where the simple noun phrase that ends before a word begins; nil when none ends there.
  func nounPhraseStart(before end: Int) -> Int? {
    guard end > 0, tag(end - 1).isNoun || tag(end - 1) == .cd else { return nil }
    var start = end - 1
    while start > 0 {
      switch tag(start - 1) {
      case .nn, .nns, .nnp, .nnps, .jj, .jjr, .jjs, .cd, .pos, .hyph, .dollar, .fw: start -= 1
      case .vbn, .vbg:
        // A participle before a noun belongs to it only behind a determiner or adjective.
        guard [.dt, .prps, .jj].contains(tag(start - 2)) else { return start }
        start -= 1
      case .dt, .prps, .pdt:
        start -= 1
        return start
      default: return start
      }
    }
    return start
  }

  /// Whether a noun phrase is plural; nil when that is not certain.
  func isPlural(_ range: Range<Int>) -> Bool? {
    for index in range where tag(index) == .cc { return true }
    guard let head = head(of: range) else { return nil }
    switch tag(head) {
    case .nns, .nnps: return true
    case .nn:
      return ["people", "police", "staff", "majority", "number", "data"].contains(lower(head)) ? nil : false
    case .nnp: return nil
    case .prp: return ["we", "they", "you"].contains(lower(head)) ? true : lower(head) == "i" ? nil : false
    case .dt: return ["these", "those", "both"].contains(lower(head)) ? true : nil
    default: return nil
    }
  }

  /// The noun of a noun phrase, before any preposition.
  func head(of range: Range<Int>) -> Int? {
    var head: Int?
    for index in range {
      if [.in, .to, .wdt, .wp, .vbg].contains(tag(index)), head != nil { break }
      if tag(index).isNoun || tag(index) == .prp || tag(index) == .cd || tag(index) == .ex { head = index }
      if tag(index) == .dt, head == nil, index + 1 == range.upperBound { head = index }
    }
    return head
  }

  /// Whether a verb form fits its subject, as far as both are certain.
  func agrees(_ subject: Range<Int>, _ verb: Int) -> Bool {
    if tag(verb) == .md || tag(verb) == .vbd, !["was", "were"].contains(lower(verb)) { return true }
    let isI = subject.count == 1 && lower(subject.lowerBound) == "i"
    switch lower(verb) {
    case "was": return isI || isPlural(subject) != true
    case "were", "are", "'re": return !isI && isPlural(subject) != false
    case "am", "'m": return isI
    default: break
    }
    switch tag(verb) {
    case .vbz: return !isI && isPlural(subject) != true
    case .vbp: return isI || isPlural(subject) != false
    default: return true
    }
  }
}
