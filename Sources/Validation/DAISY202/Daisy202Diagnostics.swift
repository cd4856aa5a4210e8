import Diagnostics

// What is wrong with a DAISY 2.02 book. The clauses are those of the DAISY 2.02 Recommendation.

extension Diagnostic {
  private static func daisy202(
    _ code: String, _ reason: String, _ severity: Severity = .error, line: Int
  ) -> Diagnostic {
    Diagnostic(
      code, severity, reason, hint: "the program that made the book is at fault", at: .line(line))
  }

  static func nccMetadata(_ reason: String, severity: Severity = .error, line: Int) -> Diagnostic {
    daisy202("DNR-001", reason, severity, line: line)
  }

  static func nccCount(_ name: String, _ value: String, actual: Int, line: Int) -> Diagnostic {
    daisy202("DNR-002", "\(name) is \(quoted(value)), and the navigation has \(actual)", line: line)
  }

  static func nccBody(_ reason: String, line: Int) -> Diagnostic {
    daisy202("DNR-003", reason, line: line)
  }

  static func nccHeadings(_ reason: String, line: Int) -> Diagnostic {
    daisy202("DNR-004", reason, line: line)
  }

  static func bookReference(_ address: String, line: Int) -> Diagnostic {
    daisy202("DNR-005", "\(quoted(address)) leads nowhere in the book", line: line)
  }

  static func bookTimeline(_ reason: String, severity: Severity = .error, line: Int) -> Diagnostic {
    daisy202("DNR-006", reason, severity, line: line)
  }

  static func bookTime(_ reason: String, line: Int) -> Diagnostic {
    daisy202("DNR-007", reason, line: line)
  }

  static func bookFile(_ reason: String, severity: Severity = .error, line: Int) -> Diagnostic {
    daisy202("DNR-008", reason, severity, line: line)
  }

  static func bookSound(_ reason: String, severity: Severity = .error, line: Int) -> Diagnostic {
    daisy202("DNR-009", reason, severity, line: line)
  }
}
