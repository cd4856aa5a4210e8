import Linguistics

extension Reading {
  /// The first finite verb of a clause that hangs on no other: outside brackets, and outside of what begins
  /// with `who`, `that`, `when` and the like. Nil when there is none that is certain.
  func independentVerb(in range: Range<Int>) -> Int? {
    var hanging = 0
    var index = range.lowerBound
    while index < range.upperBound {
      defer { index += 1 }
      guard words[index].depth == 0 else { continue }
      if isSubordinator(index) {
        hanging += 1
      } else if isBareRelative(index, from: range.lowerBound) {
        hanging += 1
      } else if tag(index).isFinite {
        if hanging > 0 {
          hanging -= 1
          index = max(index, verbGroupEnd(index) - 1)
        } else if isCertainVerb(index, from: range.lowerBound) {
          return index
        }
      }
    }
    return nil
  }

  /// A past tense that may be a participle counts only right behind what can be its subject.
  private func isCertainVerb(_ index: Int, from start: Int) -> Bool {
    guard tag(index) == .vbd, !isAuxiliary(index), isParticipleToo(index) else { return true }
    var before = index - 1
    if before > start, lower(before).hasSuffix("ly") || Self.middleAdverbs.contains(lower(before)) {
      before -= 1
    }
    guard before >= start else { return false }
    let last = tag(before)
    return last.isNoun || last == .prp || last == .cd || last == .dt || last == .comma || last == .wp
      || text(before) == ")"
  }

  /// Adverbs that stand between a subject and its verb.
  private static let middleAdverbs: Set<String> = [
    "also", "then", "never", "once", "often", "always", "soon", "still", "later", "first", "again", "ever",
  ]

  /// Whether a clause without its pronoun begins at a word: `some people | we give the work to`.
  private func isBareRelative(_ index: Int, from start: Int) -> Bool {
    tag(index) == .prp && Self.subjectPronouns.contains(lower(index)) && index > start
      && tag(index - 1).isNoun && tag(index + 1).isFinite
  }

  /// Whether a phrase with a comma stands before the subject: `In this crisis, government is`.
  func hasOpeningPhrase(before verb: Int) -> Bool {
    var start = first
    if Self.connectives.contains(lower(start)) {
      start += 1
      if tag(start) == .comma { start += 1 }
    } else if let length = openerLength(start) {
      start += length
    }
    guard start < verb else { return false }
    let opens =
      [.in, .rb, .vbg, .vbn, .to, .wrb].contains(tag(start)) || Self.times.contains(lower(start))
    return opens && (start..<verb).contains { tag($0) == .comma }
  }

  /// Words that say when at the start of a sentence.
  private static let times: Set<String> = [
    "yesterday", "today", "tomorrow", "last", "next", "this", "now", "then", "soon", "later", "once",
  ]

  /// Whether somebody speaks without quotation marks: `he said, The work is done`.
  func tellsSpeech(in range: Range<Int>) -> Bool {
    range.contains { index in
      guard Self.saying.contains(lemma(index)), tag(index).isVerb else { return false }
      return (index + 1..<min(index + 5, range.upperBound)).contains { comma in
        tag(comma) == .comma && isCapitalised(comma + 1)
      }
    }
  }

  /// Verbs that tell who says it, behind what is said or before it.
  static let saying: Set<String> = [
    "say", "tell", "ask", "answer", "reply", "report", "announce", "add", "write", "claim", "explain",
    "argue", "state", "warn", "declare",
  ]

  /// Whether the sentence ends in who said it: `…, a spokesman told the paper.`
  var endsInAttribution: Bool {
    guard let comma = separatingCommas.last, comma + 1 < contentEnd else { return false }
    return (comma + 1..<contentEnd).contains {
      Self.saying.contains(lemma($0)) && (tag($0) == .vbd || tag($0) == .vbz || tag($0) == .vbp)
    }
  }

  /// Verbs of thinking that are put into a sentence as an aside: `it was, I think, good`.
  static let opinions: Set<String> = ["think", "guess", "believe", "suppose", "hope", "feel", "know", "say"]

  /// Whether what follows a verb of thinking begins a clause or names a thing.
  func opensClause(_ index: Int) -> Bool {
    switch tag(index) {
    case .prp, .prps, .dt, .pdt, .nn, .nns, .nnp, .nnps, .in, .wp, .wdt, .wrb, .ex, .cd, .to, .period: true
    case .jj, .jjr, .jjs: nounPhraseEnd(index) != nil
    case .rb: lower(index) != "well" && opensClause(index + 1)
    default: false
    }
  }

  /// Where a frame for all that follows begins: `I seem to recall`, `the point is`; nil when there is none.
  func frame(in range: Range<Int>) -> Int? {
    for index in range where index > range.lowerBound {
      if tag(index).isVerb, Self.framing.contains(lemma(index)),
        tag(index - 1) == .prp || tag(index - 1) == .to
      {
        return index
      }
      if lemma(index) == "turn", lower(index + 1) == "out", lower(index - 1) == "it" { return index }
      if ["is", "was", "'s"].contains(lower(index)), Self.framingNouns.contains(lower(index - 1)),
        lower(index - 2) == "the", index < range.upperBound - 1,
        index - 2 <= first + 2
      {
        return index - 1
      }
      if ["worried", "afraid", "sure", "glad", "sorry", "certain", "aware"].contains(lower(index)),
        tag(index + 1) == .prp
      {
        return index
      }
    }
    return nil
  }

  private static let framing: Set<String> = [
    "recall", "remember", "gather", "guess", "suppose", "imagine", "hear", "understand", "seem",
  ]
  private static let framingNouns: Set<String> = [
    "point", "thing", "problem", "idea", "truth", "fact", "question", "issue", "trouble", "result",
  ]
}
