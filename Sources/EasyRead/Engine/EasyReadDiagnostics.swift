import Diagnostics

extension Diagnostic {
  /// A language without rules.
  static func noRules(for language: String) -> Diagnostic {
    Diagnostic(
      "EZR-001", .warning,
      "\(language) has no rules of easy read yet: only one sentence a line and the layout",
      hint: "shorten sentences and explain words by hand")
  }

  /// A hard word nobody has explained.
  static func unexplained(_ word: UnexplainedWord) -> Diagnostic {
    let times = word.count == 1 ? "" : ", used \(word.count) times,"
    return Diagnostic(
      "EZR-002", .warning, "\u{201C}\(word.word)\u{201D}\(times) is a hard word without an explanation",
      hint: "explain it under `define` in the author file, replace it, or keep it", at: word.range)
  }
}
