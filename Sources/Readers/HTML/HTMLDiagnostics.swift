import Diagnostics

extension Diagnostic {
  static func leftOut(_ part: MainContent.Part) -> Diagnostic {
    Diagnostic(
      "HTML-030", .warning,
      "left out as no part of the main content: \(quoted(part.name, limit: 60)), \(counted(part.count, "word")): \(quoted(part.words, limit: 60))",
      hint: "Use --whole-page to keep all of the page.", at: part.range)
  }
}
