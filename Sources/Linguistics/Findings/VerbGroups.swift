/// A verb with its auxiliaries and the adverbs among them: *has not yet been agreed*.
public struct VerbGroup: Sendable, Hashable {
  /// The tokens from the first auxiliary to the verb.
  public var tokens: Range<Int>
  /// The verb.
  public var head: Int
  /// Whether it is finite: a present or past form, or a modal, stands first, or it is an imperative.
  public var isFinite: Bool
  /// Whether it has *to* before it.
  public var isInfinitive: Bool

  /// The verb groups of a sentence, in order.
  public static func find(in tokens: [Token]) -> [VerbGroup] {
    var found: [VerbGroup] = []
    var index = 0
    while index < tokens.count {
      guard let group = group(from: index, in: tokens) else {
        index += 1
        continue
      }
      found.append(group)
      index = group.tokens.upperBound
    }
    return found
  }

  private static func group(from start: Int, in tokens: [Token]) -> VerbGroup? {
    let first = tokens[start].tag
    guard
      first == .md || first.isVerb || first == .to && start + 1 < tokens.count && tokens[start + 1].tag.isVerb
    else { return nil }
    var head = start
    var index = start + 1
    var isAuxiliary = first == .md || first == .to || isAuxiliary(tokens[start])
    while isAuxiliary, index < tokens.count {
      var next = index
      // Adverbs and the subject of a question may stand between.
      while next < tokens.count, tokens[next].tag.isAdverb { next += 1 }
      if next == index, next + 1 < tokens.count, tokens[next].tag == .prp,
        tokens[next + 1].tag.isVerb || tokens[next + 1].tag.isAdverb,
        start == 0 || tokens[start - 1].tag == .wrb || tokens[start - 1].tag == .wp
      {
        next += 1
      }
      guard next < tokens.count, tokens[next].tag.isVerb,
        isContinued(by: tokens[next].tag, after: tokens[head], first)
      else { break }
      head = next
      index = next + 1
      isAuxiliary = Self.isAuxiliary(tokens[head])
    }
    let isImperative = first == .vb && isClauseStart(start, tokens)
    return VerbGroup(
      tokens: start..<head + 1, head: head, isFinite: first.isFinite || isImperative,
      isInfinitive: first == .to)
  }

  private static func isAuxiliary(_ token: Token) -> Bool {
    token.lemma == "be" || token.lemma == "have" || token.lemma == "do" || token.lemma == "get"
  }

  private static func isContinued(by tag: Tag, after token: Token, _ first: Tag) -> Bool {
    switch tag {
    case .vbn: token.lemma == "be" || token.lemma == "have" || token.lemma == "get"
    case .vbg: token.lemma == "be"
    case .vb: token.tag == .md || token.tag == .to || token.lemma == "do"
    default: false
    }
  }

  /// Whether an imperative may stand here.
  private static func isClauseStart(_ index: Int, _ tokens: [Token]) -> Bool {
    guard index > 0 else { return true }
    let before = tokens[index - 1]
    switch before.tag {
    case .comma, .colon, .openQuote, .openBracket, .cc: return true
    case .uh, .rb: return isClauseStart(index - 1, tokens)
    default: return before.lowered == "please"
    }
  }
}

extension TaggedSentence {
  /// How many finite clauses a sentence has: rule S2 allows one. Verbs that share a subject and are joined
  /// by *and* count each.
  public var finiteClauses: Int { VerbGroup.find(in: tokens).count { $0.isFinite } }

  /// The subject of a finite verb group: the noun phrase before it, with the phrases that hang on it by
  /// *of* and other prepositions; nil where none is found, as in an imperative.
  public func subject(of group: VerbGroup) -> Range<Int>? {
    var end = group.tokens.lowerBound
    while end > 0, tokens[end - 1].tag.isAdverb { end -= 1 }
    guard end > 0 else { return nil }
    let phrases = NounPhrases.find(in: tokens)
    guard let last = phrases.lastIndex(where: { $0.upperBound == end }) else {
      let before = tokens[end - 1]
      // who, which, that as subject; what, whoever.
      return before.tag == .wp || before.tag == .wdt ? end - 1..<end : nil
    }
    var start = phrases[last].lowerBound
    var place = last
    // of the council, in the report: back to the noun they hang on.
    while place > 0, start > 0, tokens[start - 1].tag == .in, phrases[place - 1].upperBound == start - 1,
      MeaningWords.english.match(.subordinator, in: tokens, at: start - 1) == nil
    {
      place -= 1
      start = phrases[place].lowerBound
    }
    return start..<end
  }
}
