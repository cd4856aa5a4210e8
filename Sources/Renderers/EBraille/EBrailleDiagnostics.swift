import Diagnostics

extension Diagnostic {
  static func noTitle() -> Diagnostic {
    Diagnostic(
      "EBL-001", .warning, "eBraille must have a title and the document has none: it is called “Untitled”",
      hint: "give the source a title, as in front matter 'title: …'")
  }

  static func noCreator(standIn: String?) -> Diagnostic {
    Diagnostic(
      "EBL-002", .warning,
      "eBraille must say who wrote the document, and nothing does: it says \(quoted(standIn ?? "Unknown"))",
      hint: "give the source an author, as in front matter 'author: …'")
  }

  static func noCopyrightDate(standIn: String) -> Diagnostic {
    Diagnostic(
      "EBL-003", .warning,
      "eBraille must say when the document is copyrighted from, and nothing does: it says \(standIn), this year",
      hint: "give the source a date or rights, as in front matter 'date: 2026-05-01'")
  }

  static func noProducer(standIn: String) -> Diagnostic {
    Diagnostic(
      "EBL-004", .note,
      "eBraille must say who made the braille, and nobody is named: it says \(quoted(standIn))",
      hint: "name them with --producer")
  }

  static func pageWithoutNumber(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "EBL-005", .note, "a print page begins here and has no number: it is not in the page list",
      hint: "give its number in the source if readers are to find it", at: range)
  }

  static func optionsForPages(_ names: [String]) -> Diagnostic {
    Diagnostic(
      "EBL-006", .note,
      "\(names.joined(separator: ", ")) \(names.count == 1 ? "has" : "have") no effect: eBraille has no pages",
      hint: "leave them out, or ask for --to brf or --to pef")
  }
}
