import Diagnostics

extension Diagnostic {
  static func configurationNotYAML(_ reason: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "BLD-001", .error, "the configuration is not YAML: \(reason)",
      hint: "'coformat init' writes one that is", at: range)
  }

  static func configurationUnknown(
    _ kind: String, _ name: String, among known: [String], in place: String? = nil
  ) -> Diagnostic {
    let end = place.map { " in \($0)" } ?? ""
    return Diagnostic(
      "BLD-002", .error, "there is no \(kind) \(quoted(name))\(end)",
      hint: known.isEmpty
        ? "none is defined" : Spelling.hint(for: name, among: known, each: "there are"))
  }

  static func configurationExpects(_ key: String, _ what: String) -> Diagnostic {
    Diagnostic("BLD-003", .error, "\(quoted(key)) has to be \(what)")
  }

  static func configurationLacks(_ place: String, _ key: String) -> Diagnostic {
    Diagnostic("BLD-004", .error, "\(place) lacks '\(key)'", hint: "add '\(key):' to it")
  }

  static func configurationTwice(_ what: String) -> Diagnostic {
    Diagnostic("BLD-005", .error, "\(what) is there twice", hint: "take one of them out")
  }

  static func configurationNaming(_ pattern: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "BLD-006", .error, "\(quoted(pattern, limit: 100)) is no pattern for names: \(reason)",
      hint: "the usual one is \(NamingPattern.usual.text)")
  }

  static func configurationNotAName(_ name: String) -> Diagnostic {
    Diagnostic(
      "BLD-007", .error, "\(quoted(name)) cannot be the name of a format, as it stands in the names of files",
      hint: "use letters, digits, '-', '_' and '.'")
  }
}
