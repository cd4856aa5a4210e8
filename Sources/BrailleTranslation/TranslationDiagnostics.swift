internal import Diagnostics

extension Diagnostic {
  static func unknownCode(_ id: String, alternatives: [String]) -> Diagnostic {
    Diagnostic(
      "BT-001", .error, "there is no braille code ‘\(id)’",
      hint: alternatives.isEmpty
        ? "coformat codes lists those there are"
        : "did you mean \(alternatives.prefix(6).joined(separator: ", "))? coformat codes lists all")
  }

  static func unknownGrade(_ grade: String, of code: BrailleCode) -> Diagnostic {
    Diagnostic(
      "BT-002", .error, "the braille code ‘\(code.id)’ (\(code.name)) has no grade \(grade)",
      hint: "it has grade \(code.grades.map(\.grade).joined(separator: ", "))")
  }

  static func missingTable(_ name: String, searched: [String]) -> Diagnostic {
    Diagnostic(
      "BT-003", .error,
      "the liblouis table \(name) was not found in \(searched.joined(separator: ", "))",
      hint: "install the tables: the package liblouis-data on Debian and Ubuntu, liblouis in Homebrew; "
        + "or name their folder in LOUIS_TABLEPATH")
  }

  static func tableDoesNotCompile(_ path: String, log: [String]) -> Diagnostic {
    Diagnostic(
      "BT-004", .error,
      "liblouis cannot use the table \(path)\(log.first.map { ": \($0)" } ?? "")",
      hint: "reinstall the tables so that they match the liblouis library")
  }

  static func translationFailed(_ detail: String) -> Diagnostic {
    Diagnostic(
      "BT-005", .error, "liblouis could not translate a passage: \(detail)",
      hint: "please report this with the passage")
  }

  static func unusableLiblouis(_ detail: String) -> Diagnostic {
    Diagnostic(
      "BT-006", .error, "the liblouis library cannot be used: \(detail)",
      hint: "use a liblouis built with UCS-4 characters, as Debian and Homebrew build it")
  }
}
