import Linguistics

extension Reading {
  /// The end of the phrase that begins at a word and says when, with the comma behind it: `in 1961,`,
  /// `on 8 June`, `the following year`, `two years later`; nil where none begins.
  func timePhraseEnd(_ start: Int) -> Int? {
    guard start < count else { return nil }
    if tag(start) == .in, Self.timePrepositions.contains(lower(start)) {
      // "in 1961 and in 1963": the phrase is longer than its first noun.
      guard let end = nounPhraseEnd(start + 1), tag(start + 1) != .prp, saysWhen(start + 1..<end) else {
        return nil
      }
      var last = end
      while tag(last) == .in, ["of", "in"].contains(lower(last)), let next = nounPhraseEnd(last + 1),
        saysWhen(last + 1..<next) || lower(last) == "of"
      {
        last = next
      }
      last = yearEnd(last)
      return tag(last) == .comma ? last + 1 : last
    }
    if ["the", "that"].contains(lower(start)) {
      var noun = start + 1
      if ["following", "next", "same"].contains(lower(noun)) { noun += 1 }
      guard noun > start + 1 || lower(start) == "that", Self.timeNouns.contains(lower(noun)),
        !tag(noun + 1).isNoun
      else { return nil }
      return tag(noun + 1) == .comma ? noun + 2 : noun + 1
    }
    // Two years later, a week after that.
    if tag(start) == .cd || ["a", "an", "some", "several"].contains(lower(start)),
      Self.timeNouns.contains(lemma(start + 1)),
      ["later", "earlier", "afterwards"].contains(lower(start + 2))
    {
      return tag(start + 3) == .comma ? start + 4 : start + 3
    }
    return nil
  }

  /// The end of a year behind the comma of a date: `on June 8, 2017`.
  private func yearEnd(_ end: Int) -> Int {
    tag(end) == .comma && tag(end - 1) == .cd && isYear(end + 1) ? end + 2 : end
  }

  private func isYear(_ index: Int) -> Bool { isDigits(index) && text(index).utf8.count == 4 }

  /// Whether a noun phrase is a time: its last word is, or a year or month stands in it.
  private func saysWhen(_ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    if Self.timeNouns.contains(lemma(last)) || isYear(last) { return true }
    if text(last).hasSuffix("0s"), isDigits(last) { return true }
    return range.contains { DateRule.months.contains(text($0)) && isCapitalised($0) }
  }

  private static let timePrepositions: Set<String> = [
    "in", "on", "at", "by", "during", "until", "since", "after", "before", "throughout", "around", "from",
  ]

  private static let timeNouns: Set<String> = [
    "year", "month", "week", "day", "century", "decade", "season", "winter", "summer", "spring", "autumn",
    "morning", "afternoon", "evening", "night", "weekend", "period", "time", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday",
  ]

  /// The subject and verb of a sentence that first says when, in words that may be about what stands before
  /// a joint only; nil for any other sentence.
  ///
  /// `At first` and `initially` end where `but` begins. A time ends where another begins: "In 1961 he came,
  /// and the next year he left". `But` sets what happened against what happened before it, so that a time in
  /// the past need not be said again.
  func subjectBehindTime(
    to end: Int, joint word: String, second: (subject: Range<Int>, verb: Int), hasOwnTime: Bool
  ) -> (subject: Range<Int>, verb: Int)? {
    var start = first
    if Self.connectives.contains(lower(start)), tag(start + 1) == .comma { start += 2 }
    let opposes = word == "but" || word == "yet"
    if let opener = beginningEnd(start) {
      return opposes || hasOwnTime ? clause(at: opener, to: end) : nil
    }
    guard let opener = timePhraseEnd(start), let found = clause(at: opener, to: end) else { return nil }
    let arePast = isPast(found.verb) && isPast(second.verb)
    return hasOwnTime || (opposes && arePast) ? found : nil
  }

  /// The end of `at first` and the like.
  private func beginningEnd(_ start: Int) -> Int? {
    var end = start
    if ["initially", "originally"].contains(lower(start)) {
      end += 1
    } else if lower(start) == "at", lower(start + 1) == "first" {
      end += 2
    } else {
      return nil
    }
    return tag(end) == .comma ? end + 1 : end
  }

  private func isPast(_ verb: Int) -> Bool { tag(verb) == .vbd }
}
