internal import Diagnostics

extension Diagnostic {
  static func unknownCode(_ id: String, alternatives: [String]) -> Diagnostic {
    let guess =
      switch alternatives.count {
      case 0: ""
      case 1: "did you mean '\(alternatives[0])'? "
      default: "there is \(alternatives.prefix(6).joined(separator: ", ")); "
      }
    return Diagnostic(
      "BT-001", .error, "there is no braille code '\(id)'", hint: guess + "'coformat codes' lists them all")
  }

  static func unknownGrade(_ grade: String, of code: BrailleCode) -> Diagnostic {
    Diagnostic(
      "BT-002", .error, "the braille code '\(code.id)' (\(code.name)) has no grade \(grade)",
      hint: "give grade \(code.grades.map(\.grade).joined(separator: " or "))")
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
      hint: "reinstall the tables so that they match the liblouis library; correct a table of your own")
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
