import Diagnostics

extension Diagnostic {
  static func untitled() -> Diagnostic {
    Diagnostic(
      "EPB-001", .warning, "an EPUB must have a title and the document has none: it is called “Untitled”",
      hint: "give the source a title, as in front matter 'title: …', or --title")
  }

  static func languageNotSaid() -> Diagnostic {
    Diagnostic(
      "EPB-002", .warning, "the document does not say its language: it is taken for English",
      hint: "say it in the source, as in front matter 'lang: cy', or with --language")
  }

  static func identifierIsNoUUID(_ identifier: String) -> Diagnostic {
    Diagnostic(
      "EPB-006", .warning,
      "the identifier \(quoted(identifier, limit: 80)) says that it is a UUID and is none: it is written without that",
      hint: "correct it in the source, or give another with --identifier")
  }

  static func leftToOtherRenditions(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "EPB-003", .note,
      "\(count) \(count == 1 ? "part is" : "parts are") meant for other formats and left out",
      hint: "nothing to do", at: range)
  }

  static func pictureType(_ source: String, _ mediaType: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "EPB-004", .warning,
      "the picture \(quoted(source)) is \(mediaType), which reading systems need not show: its description stands instead",
      hint: "save it as PNG, JPEG or SVG", at: range)
  }

  static func conformanceNotClaimed(pictures: Int, formulas: Int) -> Diagnostic {
    Diagnostic(
      "EPB-005", .warning,
      "conformance to WCAG is not claimed: \(pictures) pictures have no alternative text, and \(formulas) formulas were not understood",
      hint: "describe the pictures and the formulas, then ask for it again")
  }
}
