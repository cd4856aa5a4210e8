// Made from the Diagnostics articles by `make titles`; a test says when to run it again.

enum DiagnosticTitles {
  /// What each diagnostic is about, in a few words that fit every occurrence.
  static let titles: [String: String] = [:]
}
