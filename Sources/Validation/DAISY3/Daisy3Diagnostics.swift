import Diagnostics

// What is wrong with a DAISY 3 book. The clauses are those of ANSI/NISO Z39.86-2005.

extension Diagnostic {
  private static func daisy3(
    _ code: String, _ reason: String, _ severity: Severity = .error, line: Int?
  ) -> Diagnostic {
    Diagnostic(
      code, severity, reason, hint: "the program that made the book is at fault",
      at: line.map { .line($0) })
  }

  static func daisyFileName(_ name: String) -> Diagnostic {
    daisy3(
      "DSR-001",
      "the file name \(quoted(name)) has characters that players may not find: letters and digits of ASCII, "
        + "full stop, hyphen and underline are safe", line: nil)
  }

  static func daisyFileType(_ reason: String, line: Int) -> Diagnostic {
    daisy3("DSR-002", reason, line: line)
  }

  static func daisyGrammar(_ reason: String, line: Int) -> Diagnostic {
    daisy3("DSR-003", reason, line: line)
  }

  static func daisyMetadata(_ reason: String, severity: Severity = .error, line: Int) -> Diagnostic {
    daisy3("DSR-004", reason, severity, line: line)
  }

  static func daisyManifest(_ reason: String, severity: Severity = .error, line: Int) -> Diagnostic {
    daisy3("DSR-005", reason, severity, line: line)
  }

  static func daisySpine(_ reason: String, line: Int) -> Diagnostic {
    daisy3("DSR-006", reason, line: line)
  }

  static func daisyIdentifier(_ value: String, is expected: String, line: Int) -> Diagnostic {
    daisy3(
      "DSR-007", "dtb:uid is \(quoted(value)) and the package's identifier \(quoted(expected))",
      line: line)
  }

  static func daisyReference(_ address: String, line: Int) -> Diagnostic {
    daisy3("DSR-008", "\(quoted(address)) leads nowhere in the book", line: line)
  }

  static func daisyTime(_ reason: String, line: Int) -> Diagnostic {
    daisy3("DSR-009", reason, line: line)
  }

  static func daisySkipping(_ reason: String, severity: Severity = .error, line: Int) -> Diagnostic {
    daisy3("DSR-010", reason, severity, line: line)
  }

  static func daisyEscaping(_ reason: String, line: Int) -> Diagnostic {
    daisy3("DSR-011", reason, line: line)
  }

  static func daisyPlayOrder(_ reason: String, line: Int) -> Diagnostic {
    daisy3("DSR-012", reason, line: line)
  }

  static func daisyNavigation(_ reason: String, severity: Severity = .error, line: Int)
    -> Diagnostic
  {
    daisy3("DSR-013", reason, severity, line: line)
  }

  static func daisyResource(_ reason: String, line: Int) -> Diagnostic {
    daisy3("DSR-014", reason, line: line)
  }

  static func daisySound(_ reason: String, severity: Severity = .error, line: Int) -> Diagnostic {
    daisy3("DSR-015", reason, severity, line: line)
  }

  static func daisyFormula(_ reason: String, line: Int) -> Diagnostic {
    daisy3("DSR-016", reason, line: line)
  }
}
