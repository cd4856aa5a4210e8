/// What each diagnostic is about, in a few words that fit every occurrence.
enum DiagnosticTitles {
  /// The title of a code; nil for one that is not coformat's own.
  static func title(of code: String) -> String? {
    readingCodes[code] ?? makingCodes[code] ?? checkingCodes[code]
  }
}
