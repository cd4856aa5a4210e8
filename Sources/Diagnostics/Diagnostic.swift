/// How much a diagnostic matters.
public enum Severity: String, Comparable, CaseIterable, Codable, Sendable {
  /// Something the program did that a careful person may want to know.
  case note
  /// Something was guessed, substituted, flattened or left out: a person should look.
  case warning
  /// There is no honest output.
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// From the least serious to the most.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// One thing the program has to say about a source: what, how serious, where, and what to do.
///
/// The wording is declared beside the code that reports it, as a static function in an extension of
/// this type; every code is explained in the `Diagnostics` article.
public struct Diagnostic: Hashable, Sendable {
  /// The stable documented code, such as `MD-003`.
  public var code: String
  /// How much it matters.
  public var severity: Severity
  /// What happened, the specific first; one sentence, no full stop needed.
  public var message: String
  /// What the reader of the message can do about it.
  public var hint: String?
  /// Where in the source, when it is about one place.
  public var range: SourceRange?
  /// The source's name as the user gave it; filled in by the log.
  public var source: String?
  /// The package part the range counts in, for formats made of parts; filled in by the log.
  public var part: String?

  /// Makes a diagnostic.
  public init(
    _ code: String, _ severity: Severity, _ message: String, hint: String? = nil,
    at range: SourceRange? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.hint = hint
    self.range = range
  }
}

/// Thrown when there is no honest output: unreadable input, a missing table, an impossible page.
public struct ConversionFailure: Error, Hashable, Sendable {
  /// What went wrong, with severity `error`.
  public var diagnostic: Diagnostic

  /// Makes a failure out of what went wrong.
  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
