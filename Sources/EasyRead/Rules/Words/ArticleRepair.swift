import Linguistics

/// Puts `a` or `an` right where the word behind it was replaced.
enum ArticleRepair {
  /// The change of the article before a change, if it needs one.
  static func change(for change: WordChange, in reading: Reading) -> WordChange? {
    guard let index = reading.words.firstIndex(where: { $0.range.lowerBound == change.range.lowerBound }),
      index > 0,
      ["a", "an"].contains(reading.lower(index - 1)), !reading.words[index - 1].isProtected
    else { return nil }
    let next = change.replacement.prefix { $0 != " " }
    guard !next.isEmpty else { return nil }
    let article = English.indefiniteArticle(before: String(next))
    guard article != reading.lower(index - 1) else { return nil }
    var fixed = change
    fixed.range = reading.words[index - 1].range
    fixed.replacement = PlainWordRule.cased(article, like: reading.text(index - 1))
    fixed.evidence = "\u{201C}\(article)\u{201D} before \u{201C}\(next)\u{201D}"
    return fixed
  }
}
