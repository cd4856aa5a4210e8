import Diagnostics

extension Diagnostic {
  static func daisyPackageMissing() -> Diagnostic {
    Diagnostic(
      "DSI-001", .error, "this is no DAISY 3 book: it holds no package document (.opf)",
      hint: "convert the whole folder of the book, or a zip of it")
  }

  static func daisyPackageBroken(_ path: String, _ reason: String, line: Int) -> Diagnostic {
    Diagnostic(
      "DSI-002", .error,
      "the package document \(quoted(path, limit: 80)) is broken at line \(line): \(quoted(reason, limit: 120))",
      hint: "get the book again from where it came from")
  }

  static func daisyAudioOnly(_ title: String?) -> Diagnostic {
    Diagnostic(
      "DSI-003", .error,
      "the book\(title.map { " " + quoted($0) } ?? "") has no text: all of it is in sound",
      hint: "ask the library for the edition with text, or for the file it was recorded from")
  }

  static func daisyWithoutText() -> Diagnostic {
    Diagnostic(
      "DSI-004", .error, "the text of the book cannot be read",
      hint: "get the book again from where it came from")
  }

  static func daisyPartlySpoken(_ kind: String) -> Diagnostic {
    Diagnostic(
      "DSI-005", .warning,
      "the book says that not all of its text is there (\(quoted(kind))): what is only in sound is not in the result",
      hint: "ask the library for an edition with full text")
  }

  static func navigationCenterMissing() -> Diagnostic {
    Diagnostic(
      "DSI-006", .error, "this is no DAISY 2.02 book: it holds no navigation centre (ncc.html)",
      hint: "convert the whole folder of the book, or a zip of it")
  }

  static func daisyHeadingsOnly() -> Diagnostic {
    Diagnostic(
      "DSI-007", .warning,
      "the text of the book is in sound only: the headings and page numbers are all there is to read",
      hint: "ask the library for the edition with text, or for the file it was recorded from")
  }

  static func daisyTimelineMissing(_ path: String) -> Diagnostic {
    Diagnostic(
      "DSI-008", .warning,
      "\(quoted(path, limit: 80)), which says in which order the text is read, is not in the package",
      hint: "a part of the text may be missing: get a complete book")
  }
}
