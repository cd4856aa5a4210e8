import Diagnostics

// What is wrong with a DTBook. The clauses are those of ANSI/NISO Z39.86-2005.

extension Diagnostic {
  private static let remedy = "the program that made the book is at fault"

  private static func dtbook(_ code: String, _ reason: String, line: Int) -> Diagnostic {
    Diagnostic(code, .error, reason, hint: remedy, at: .line(line))
  }

  static func dtbookType(_ reason: String, line: Int) -> Diagnostic {
    dtbook("DTR-001", "the file does not say that it is a DTBook: \(reason)", line: line)
  }

  static func dtbookGrammar(_ reason: String, line: Int) -> Diagnostic {
    dtbook("DTR-002", reason, line: line)
  }

  static func dtbookIdentifier(_ reason: String, line: Int) -> Diagnostic {
    dtbook("DTR-003", reason, line: line)
  }

  static func dtbookMetadata(_ reason: String, line: Int) -> Diagnostic {
    dtbook("DTR-004", reason, line: line)
  }

  static func dtbookPage(_ reason: String, line: Int) -> Diagnostic {
    dtbook("DTR-005", reason, line: line)
  }

  static func dtbookNote(_ reason: String, line: Int) -> Diagnostic {
    dtbook("DTR-006", reason, line: line)
  }

  static func dtbookLink(_ address: String, line: Int) -> Diagnostic {
    dtbook("DTR-007", "\(quoted(address)) leads nowhere in the book", line: line)
  }

  static func dtbookList(_ reason: String, line: Int) -> Diagnostic {
    dtbook("DTR-008", reason, line: line)
  }

  static func dtbookTable(_ reason: String, line: Int) -> Diagnostic {
    dtbook("DTR-009", reason, line: line)
  }

  static func dtbookPicture(_ reason: String, line: Int) -> Diagnostic {
    dtbook("DTR-010", reason, line: line)
  }

  static func dtbookLanguage(_ tag: String, line: Int) -> Diagnostic {
    dtbook("DTR-011", "\(quoted(tag)) is no language tag (RFC 3066)", line: line)
  }

  static func dtbookLevel(_ reason: String, line: Int) -> Diagnostic {
    dtbook("DTR-012", reason, line: line)
  }

  static func dtbookEmpty(_ name: String, line: Int) -> Diagnostic {
    Diagnostic(
      "DTR-013", .warning, "\(name) holds nothing: a reader meets silence", hint: remedy,
      at: .line(line))
  }

  static func dtbookFormula(_ reason: String, severity: Severity = .error, line: Int) -> Diagnostic {
    Diagnostic("DTR-014", severity, reason, hint: remedy, at: .line(line))
  }
}
