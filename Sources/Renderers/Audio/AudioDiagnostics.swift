import Diagnostics

extension Diagnostic {
  static func noNarration() -> Diagnostic {
    Diagnostic(
      "NAR-013", .error, "the document has no narration, and sound files are nothing else",
      hint: "have it narrated first: 'coformat audio' does")
  }

  static func noAudioTitle() -> Diagnostic {
    Diagnostic(
      "NAR-014", .warning, "the document has no title, so players show the name of the file",
      hint: "give it a title in its front matter or its head")
  }

  static func chaptersLeft(_ count: Int) -> Diagnostic {
    Diagnostic(
      "NAR-015", .warning,
      "\(count) heading\(count == 1 ? "" : "s") cannot be gone to: a file has room for 255 chapters",
      hint: "make a file for each chapter with --files chapters, or a DAISY book")
  }
}
