import Diagnostics

// What is wrong with a publication as an EPUB.

extension Diagnostic {
  static func missingField(_ name: String) -> Diagnostic {
    Diagnostic(
      "EPR-001", .error, "the metadata \(name) is missing, and an EPUB must have it",
      hint: "correct the metadata of the package document")
  }

  static func modified(_ reason: String, line: Int) -> Diagnostic {
    Diagnostic(
      "EPR-002", .error, "dcterms:modified does not serve: \(reason)",
      hint: "correct the metadata of the package document", at: .line(line))
  }

  static func languageTag(_ tag: String, line: Int) -> Diagnostic {
    Diagnostic(
      "EPR-003", .error, "\(quoted(tag)) is no language tag", hint: "give one as BCP 47 has it, as in en-GB",
      at: .line(line))
  }

  static func accessibilityNotSaid(_ name: String, severity: Severity = .warning) -> Diagnostic {
    Diagnostic(
      "EPR-004", severity,
      "the metadata \(name) is missing: readers cannot tell whether the book is for them",
      hint: "say it in the metadata of the package document")
  }

  static func accessibilityValue(_ name: String, _ value: String, line: Int) -> Diagnostic {
    Diagnostic(
      "EPR-005", .warning, "\(quoted(value)) is no value of \(name)",
      hint: "the values are in the Schema.org Accessibility Properties vocabulary", at: .line(line))
  }

  static func conformance(_ reason: String, severity: Severity = .error, line: Int) -> Diagnostic {
    Diagnostic(
      "EPR-006", severity, "the claim of conformance does not serve: \(reason)",
      hint: "claim it as EPUB Accessibility 1.1, 2.5 has it, or not at all", at: .line(line))
  }

  static func page(_ reason: String, severity: Severity = .error, line: Int) -> Diagnostic {
    Diagnostic(
      "EPR-007", severity, reason, hint: "the program that wrote the file is at fault", at: .line(line))
  }

  static func navigation(_ reason: String, severity: Severity = .error, line: Int) -> Diagnostic {
    Diagnostic(
      "EPR-008", severity, "the navigation does not serve: \(reason)",
      hint: "the program that wrote the file is at fault", at: .line(line))
  }

  static func printPage(_ reason: String, line: Int) -> Diagnostic {
    Diagnostic(
      "EPR-009", .error, reason, hint: "list all print pages, and say which edition they are those of",
      at: .line(line))
  }

  static func overlay(_ reason: String, severity: Severity = .error, line: Int) -> Diagnostic {
    Diagnostic(
      "EPR-010", severity, "the speech does not go with the text: \(reason)",
      hint: "the program that wrote the file is at fault", at: .line(line))
  }
}
