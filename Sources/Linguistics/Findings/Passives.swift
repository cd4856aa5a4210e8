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
    for index in tokens.indices where tokens[index].tag == .vbn {
      guard let auxiliary = auxiliary(of: index, tokens) else { continue }
      found.append(Passive(auxiliary: auxiliary, participle: index, agent: agent(after: index, tokens)))
    }
    return found
  }

  /// Participles that describe a state more often than they are a passive of anything somebody does.
  private static let states: Set<String> = [
    "supposed", "scared", "worried", "tired", "interested", "excited", "concerned", "married", "pleased",
    "gone", "done", "disappointed", "prepared", "used", "surprised", "satisfied", "confused", "bored",
    "retired",
    "finished", "determined", "disabled", "related", "experienced", "qualified", "dedicated", "located",
  ]

  private static func auxiliary(of participle: Int, _ tokens: [Token]) -> Int? {
    var index = participle - 1
    var steps = 0
    while index >= 0, steps < 8 {
      let token = tokens[index]
      if token.lemma == "be" || token.lemma == "get", token.tag.isVerb {
        // "have been" and "being" are the nearest; "is getting paid" is of get.
        return token.lemma == "get" && !isGetPassive(tokens, index, participle) ? nil : index
      }
      guard token.tag.isAdverb || token.tag == .rp && false || isPassedOver(token) else { break }
      index -= 1
      steps += 1
    }
    return question(participle, tokens)
  }

  private static func isPassedOver(_ token: Token) -> Bool {
    token.lowered == "n't" || token.lowered == "not" || token.tag == .hyph && false
      || ["both", "all", "either", "also", "each"].contains(token.lowered)
  }

  /// *get* makes a passive with participles of actions: get paid, and not get tired.
  private static func isGetPassive(_ tokens: [Token], _ auxiliary: Int, _ participle: Int) -> Bool {
    !states.contains(tokens[participle].lowered)
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
