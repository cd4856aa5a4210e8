import Diagnostics

extension Diagnostic {
  /// What of a page was left out: a note for what serves the site, a warning for other text.
  static func leftOut(_ part: MainContent.Part) -> Diagnostic {
    let size = counted(part.count, "word")
    let words = quoted(part.words, limit: 60)
    let name = quoted(part.name, limit: 60)
    let hint = "use --whole-page to keep all of the page"
    if part.isFurniture {
      return Diagnostic(
        "HTML-030", .note, "left out as furniture of the page: \(name), \(size): \(words)", hint: hint,
        at: part.range)
    }
    return Diagnostic(
      "HTML-031", .warning,
      "left out, because it stands outside the main content: \(name), \(size): \(words)",
      hint: hint, at: part.range)
  }
}
