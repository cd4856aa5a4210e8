public import Diagnostics

extension Diagnostic {
  /// The author file is not YAML.
  public static func authorFileUnread(_ message: String, at place: AuthorFile.Place) -> Diagnostic {
    Diagnostic(
      "EZA-001", .error, "the author file cannot be read: \(message)",
      hint:
        "correct the YAML; texts with ': ' or ' #' in them need quotation marks, or '|' and a line of their own",
      at: place)
  }

  static func unknownField(
    _ name: String, of what: String, among names: [String], at place: AuthorFile.Place
  ) -> Diagnostic {
    Diagnostic(
      "EZA-002", .error, "\(what) has no field \(quoted(name))",
      hint: Spelling.hint(for: name, among: names, each: "the fields are"), at: place)
  }

  static func wrongShape(_ what: String, wants wanted: String, at place: AuthorFile.Place) -> Diagnostic {
    Diagnostic(
      "EZA-003", .error, "\(what) is not written as it has to be", hint: "write \(wanted)", at: place)
  }

  static func missingPart(_ what: String, lacks part: String, at place: AuthorFile.Place) -> Diagnostic {
    Diagnostic("EZA-004", .error, "\(what) lacks \(part)", hint: "add it, or delete the entry", at: place)
  }

  static func fieldTwice(_ name: String, at place: AuthorFile.Place) -> Diagnostic {
    Diagnostic(
      "EZA-005", .error, "\(quoted(name)) is given again in the author file", hint: "delete one of them",
      at: place)
  }

  static func contradiction(_ message: String, at place: AuthorFile.Place) -> Diagnostic {
    Diagnostic("EZA-006", .error, message, hint: "keep one of them", at: place)
  }

  static func otherSentence(_ given: String, is id: String, at place: AuthorFile.Place) -> Diagnostic {
    Diagnostic(
      "EZA-007", .error, "the id \(given) is not that of the sentence beside it, which is \(id)",
      hint: "delete the id: the words of the sentence are enough", at: place)
  }

  static func decidedTwice(_ what: String, at place: AuthorFile.Place) -> Diagnostic {
    Diagnostic(
      "EZA-008", .warning,
      "\(quoted(what)) is decided in the author file and in the front matter; the author file counts",
      hint: "delete one of them", at: place)
  }

  static func staleSentence(_ old: String, now: String?, at place: AuthorFile.Place) -> Diagnostic {
    Diagnostic(
      "EZA-010", .error, "the report has no sentence \(quoted(old, limit: 160)) any more",
      hint: now.map { "it is now \(quoted($0, limit: 160)): decide again, and put that under 'original'" }
        ?? "nothing like it is left: delete the entry", at: place)
  }

  static func staleHeading(_ old: String, now: String?, at place: AuthorFile.Place) -> Diagnostic {
    Diagnostic(
      "EZA-011", .error, "the report has no heading \(quoted(old, limit: 80))",
      hint: now.map { "the nearest is \(quoted($0, limit: 80))" } ?? "delete the entry", at: place)
  }

  static func staleAcceptance(_ id: String, _ reason: String, at place: AuthorFile.Place?) -> Diagnostic {
    Diagnostic(
      "EZA-012", .error, "there is no suggestion \(id): \(reason)",
      hint: "make a review page with --review and take the names from there", at: place ?? AuthorFile.Place())
  }

  static func unusedWords(_ words: String, in field: String, at place: AuthorFile.Place) -> Diagnostic {
    Diagnostic(
      "EZA-013", .warning, "\(quoted(words)) under '\(field)' is nowhere in the report",
      hint: "correct it, or delete the entry", at: place)
  }

  static func sectionLeftOut(_ heading: String, _ reason: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "EZA-014", .note, "the section \(quoted(heading, limit: 80)) is left out: \(reason)",
      hint: "the author file says so", at: range)
  }

  static func sentenceLeftOut(_ words: String, _ reason: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "EZA-015", .note, "the sentence \(quoted(words, limit: 80)) is left out: \(reason)",
      hint: "the author file says so", at: range)
  }

  fileprivate init(
    _ code: String, _ severity: Severity, _ message: String, hint: String, at place: AuthorFile.Place
  ) {
    self.init(code, severity, message, hint: hint, at: place.range)
    source = place.source
  }
}
