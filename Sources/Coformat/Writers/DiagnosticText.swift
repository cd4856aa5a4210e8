public import Diagnostics
import JSONTree

/// Writes diagnostics for people, a line each, the hint below the first of several with the same:
///
///     report.md:12:3: warning: the picture 'map.png' is not there [IMG-001]
///         its text alternative is used; put the file where the report says
///
/// Nothing a source or a file name holds can reach the terminal as a control.
public struct DiagnosticText: Sendable {
  /// Whether severities are coloured.
  public var colour: Colour
  /// The least severity that is shown.
  public var least: Severity
  /// How many of one code are shown before the rest are counted; nil shows all that were kept.
  public var perCode: Int?

  /// Makes a writer.
  public init(colour: Colour = .none, least: Severity = .warning, perCode: Int? = 10) {
    self.colour = colour
    self.least = least
    self.perCode = perCode
  }

  /// Whether severities are coloured.
  public enum Colour: Sendable {
    /// Plain text.
    case none
    /// With the SGR sequences of ECMA-48, which terminals understand.
    case terminal
  }

  /// The diagnostics of a log, as text; empty when there is nothing to show.
  public func text(_ log: DiagnosticLog) -> String {
    var text = ""
    var shown: [String: Int] = [:]
    var hints: Set<String> = []
    for var diagnostic in log.diagnostics where diagnostic.severity >= least {
      let count = shown[diagnostic.code, default: 0] + 1
      shown[diagnostic.code] = count
      guard count <= perCode ?? .max else { continue }
      if let hint = diagnostic.hint, !hints.insert(diagnostic.code + hint).inserted { diagnostic.hint = nil }
      append(diagnostic, to: &text)
    }
    for (code, count) in shown.sorted(by: { $0.key < $1.key }) {
      let more = log.count(code: code) - min(count, perCode ?? .max)
      if more > 0 { text += "\(more.grouped) more of \(code) are not shown\n" }
    }
    return text
  }

  /// One diagnostic, as text.
  public func text(_ diagnostic: Diagnostic) -> String {
    var text = ""
    append(diagnostic, to: &text)
    return text
  }

  private func append(_ diagnostic: Diagnostic, to text: inout String) {
    if let source = diagnostic.source {
      text += Printable.text(source)
      if let part = diagnostic.part { text += "(\(Printable.text(part)))" }
      if let start = diagnostic.range?.start { text += ":\(start.line):\(start.column)" }
      text += ": "
    }
    text += "\(coloured(diagnostic.severity)): \(Printable.text(diagnostic.message)) [\(diagnostic.code)]\n"
    if let hint = diagnostic.hint { text += "    \(Printable.text(hint))\n" }
  }

  private func coloured(_ severity: Severity) -> String {
    switch (colour, severity) {
    case (.none, _): severity.rawValue
    case (.terminal, .note): "\u{1B}[36mnote\u{1B}[0m"
    case (.terminal, .warning): "\u{1B}[33mwarning\u{1B}[0m"
    case (.terminal, .error): "\u{1B}[1;31merror\u{1B}[0m"
    }
  }
}

/// Text that a terminal shows as it is.
package enum Printable {
  /// The text with each character that could act on a terminal, or hide what stands near it, written
  /// out as `\u{1B}`.
  package static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isUnsafeToShow) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if scalar.isUnsafeToShow {
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// The same for text of several lines, whose line ends stay.
  package static func lines(_ lines: String) -> String {
    lines.split(separator: "\n", omittingEmptySubsequences: false).map { text(String($0)) }
      .joined(separator: "\n")
  }
}

extension Int {
  /// The number with a comma between thousands.
  var grouped: String {
    var digits = String(magnitude)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits.removeLast(3)
    }
    return (self < 0 ? "-" : "") + ([digits[...]] + groups).joined(separator: ",")
  }
}
