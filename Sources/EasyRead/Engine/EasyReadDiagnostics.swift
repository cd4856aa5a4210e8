import Diagnostics

extension Diagnostic {
  /// A language without rules.
  static func noRules(for language: String) -> Diagnostic {
    Diagnostic(
      "EZR-001", .warning,
      "\(language) has no rules of easy read yet: only one sentence a line and the layout",
      hint: "shorten sentences and explain words by hand")
  }

  /// Sentences that stay long.
  static func longSentences(_ long: Int, of all: Int) -> Diagnostic {
    Diagnostic(
      "EZR-003", .note, "\(long) of \(all) sentences still have more than 15 words",
      hint: "accept suggestions, or write them anew under `sentences` in the author file")
  }

  /// Edits taken back.
  static func undone(_ count: Int) -> Diagnostic {
    Diagnostic(
      "EZR-004", .note,
      "\(count == 1 ? "1 change was" : "\(count) changes were") taken back, as words that carry meaning would have changed",
      hint: "the review page says which")
  }

  /// A hard word nobody has explained, or not in the one sense it certainly has.
  static func unexplained(_ word: UnexplainedWord) -> Diagnostic {
    let times = word.count == 1 ? "" : ", used \(word.count) times,"
    if let proposal = word.proposal, word.isMissing {
      return Diagnostic(
        "EZR-006", .warning,
        "\u{201C}\(word.word)\u{201D}\(times) is not explained in this draft; the glossary has: \u{201C}\(proposal)\u{201D}",
        hint: "write that into the draft, or put it under `define` in the author file", at: word.range)
    }
    if let proposal = word.proposal {
      return Diagnostic(
        "EZR-005", .warning,
        "\u{201C}\(word.word)\u{201D}\(times) has more than one meaning; the glossary has: \u{201C}\(proposal)\u{201D}",
        hint: "if that is meant, put it under `define` in the author file; else explain it there, or keep it",
        at: word.range)
    }
    return Diagnostic(
      "EZR-002", .warning, "\u{201C}\(word.word)\u{201D}\(times) is a hard word without an explanation",
      hint: "explain it under `define` in the author file, replace it, or keep it", at: word.range)
  }
}
