import Diagnostics

extension Diagnostic {
  static func pronunciationNotUsed(_ pronunciation: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "NAR-001", .note, "the pronunciation \(quoted(pronunciation)) is in a notation voices are not given",
      hint: "respell the word in plain letters where the voice must be helped", at: range)
  }

  static func lineTooLong(limit: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "NAR-016", .warning,
      "only the first \(limit) characters of this are read out, because it has no sentences",
      hint: "part it into paragraphs, or say in words what it is", at: range)
  }

  static func formulaAsNotation(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "NAR-002", .warning, "a formula is read out sign by sign, because there are no words for it",
      hint: "give it an alternative text that says it as a speaker would", at: range)
  }
}
