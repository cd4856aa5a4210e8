/// A verb in the passive: a form of *be* or *get*, and a past participle.
public struct Passive: Sendable, Hashable {
  /// The auxiliary: an index of a token.
  public var auxiliary: Int
  /// The participle.
  public var participle: Int
  /// The agent with its *by*, when one is near: *by the council*.
  public var agent: Range<Int>?
}

/// Finds passives.
///
/// Only adverbs, negators and marks in brackets may stand between the auxiliary and the participle, and the
/// subject in a question (*Was the letter sent?*).
public enum Passives {
  /// The passives of a sentence, in order.
  public static func find(in sentence: TaggedSentence) -> [Passive] {
    let tokens = sentence.tokens
    var found: [Passive] = []
    for index in tokens.indices where isParticiple(index, tokens) {
      guard let auxiliary = auxiliary(of: index, tokens) else { continue }
      found.append(Passive(auxiliary: auxiliary, participle: index, agent: agent(after: index, tokens)))
    }
    return found
  }

  /// A participle, or what the tagger has for the past tense and cannot be that after *be*.
  private static func isParticiple(_ index: Int, _ tokens: [Token]) -> Bool {
    if tokens[index].tag == .vbn { return true }
    return tokens[index].tag == .vbd && index > 0 && tokens[index - 1].lemma == "be"
      && tokens[index - 1].tag.isVerb
      && English.possibleTags(of: tokens[index].lowered).contains(.vbn)
  }

  /// Participles that say how somebody is and not what somebody does: a passive only with an agent.
  private static let states: Set<String> = [
    "worried", "tired", "scared", "interested", "excited", "concerned", "married", "pleased", "disappointed",
    "confused", "bored", "retired", "finished", "satisfied", "amazed", "involved", "experienced", "dedicated",
    "annoyed", "ashamed", "disabled", "qualified", "retarded", "delighted", "committed", "interconnected",
  ]

  /// Participles that are hardly ever in the passive after *be*: he's gone, it's been, she's got.
  private static let perfect: Set<String> = ["been", "got", "gotten", "gone", "had", "become"]

  /// Participles of states after *get*: get started, get lost.
  private static let gotten: Set<String> = [
    "started", "lost", "dressed", "used", "done", "prepared", "rid", "involved", "stuck", "fed",
  ]

  private static func auxiliary(of participle: Int, _ tokens: [Token]) -> Int? {
    let word = tokens[participle].lowered
    if perfect.contains(word) || states.contains(word) && agent(after: participle, tokens) == nil {
      return nil
    }
    var index = participle - 1
    var steps = 0
    while index >= 0, steps < 8 {
      let token = tokens[index]
      if token.lemma == "be" || token.lemma == "get", token.tag.isVerb {
        return token.lemma == "get" && gotten.contains(word) ? nil : index
      }
      guard token.tag.isAdverb || isPassedOver(token) else { break }
      index -= 1
      steps += 1
    }
    // "Attached is the form": the participle first.
    if participle == 0 || ["attached", "enclosed"].contains(word) {
      let next = participle + 1
      if next < tokens.count, tokens[next].lemma == "be", tokens[next].tag.isVerb { return next }
    }
    return question(participle, tokens)
  }

  private static func isPassedOver(_ token: Token) -> Bool {
    token.lowered == "n't" || token.lowered == "not" || token.tag == .openQuote || token.tag == .hyph
      || ["both", "all", "either", "also", "each"].contains(token.lowered)
  }

  /// The auxiliary at the beginning of a question, before its subject: at most a short noun phrase is
  /// between it and the participle.
  private static func question(_ participle: Int, _ tokens: [Token]) -> Int? {
    guard tokens.last?.text.hasPrefix("?") == true else { return nil }
    var index = participle - 1
    while index >= 0, participle - index <= 6 {
      let token = tokens[index]
      if token.lemma == "be", token.tag.isVerb {
        let isAtBeginning = index == 0 || tokens[index - 1].tag == .wrb || tokens[index - 1].tag == .wp
        return isAtBeginning && participle - index > 1 ? index : nil
      }
      guard
        token.tag.isNoun || token.tag == .dt || token.tag == .prp || token.tag == .prps || token.tag == .jj
          || token.tag.isAdverb
      else { return nil }
      index -= 1
    }
    return nil
  }

  /// *by* and a noun phrase within three tokens; not *by* and a date, a place or an -ing form.
  private static func agent(after participle: Int, _ tokens: [Token]) -> Range<Int>? {
    for index in participle + 1..<max(participle + 1, min(participle + 4, tokens.count)) {
      let token = tokens[index]
      if token.lowered == "by", token.tag == .in {
        guard let phrase = NounPhrases.phrase(from: index + 1, in: tokens) else { return nil }
        let head = tokens[phrase.upperBound - 1]
        if head.tag == .cd || head.tag == .vbg || MeaningWords.isTime(head) { return nil }
        return index..<phrase.upperBound
      }
      if token.tag.isFinite || token.tag == .comma || token.tag == .period || token.tag == .cc { return nil }
    }
    return nil
  }
}

extension MeaningWords {
  /// Whether a token names a time: Monday, June, 2019, end, deadline.
  static func isTime(_ token: Token) -> Bool {
    if token.tag == .cd { return true }
    let word = token.lowered
    return times.contains(word)
      || english.entries.contains { entry in
        (entry.kind == .month || entry.kind == .weekday) && entry.phrase.lowercased() == word
      }
  }

  private static let times: Set<String> = [
    "end", "deadline", "date", "time", "day", "week", "month", "year", "tomorrow", "today", "morning",
    "evening",
    "noon", "midnight", "now", "then", "percent", "%",
  ]
}
