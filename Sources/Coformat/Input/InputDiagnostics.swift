import Diagnostics

extension Diagnostic {
  static func noSuchFile() -> Diagnostic {
    Diagnostic("IN-001", .error, "there is no such file", hint: "check the spelling and the folder")
  }

  static func unreadableFile(_ reason: String) -> Diagnostic {
    Diagnostic(
      "IN-002", .error, "the file cannot be read: \(reason)",
      hint: "check that you may read it and that its disk is there")
  }

  static func inputIsFolder() -> Diagnostic {
    Diagnostic("IN-003", .error, "this is a folder, not a file", hint: "name the files in it to convert")
  }

  static func inputIsNotAFile(_ kind: String) -> Diagnostic {
    Diagnostic(
      "IN-004", .error, "this is \(kind), not a file",
      hint: "to convert what another program writes, give '-' and pipe it in")
  }

  static func inputTooLarge(limit: Int) -> Diagnostic {
    Diagnostic(
      "IN-005", .error, "the file is larger than \(limit >> 20) MiB, the most that is read",
      hint: "split it, by chapters for instance, and convert the pieces")
  }

  static func formatNotRead(_ title: String, reads: String, advice: String) -> Diagnostic {
    Diagnostic("IN-006", .error, "this is \(title), which is not read yet; \(reads)", hint: advice)
  }

  static func unknownExtension(_ fileExtension: String, reads: String) -> Diagnostic {
    Diagnostic(
      "IN-007", .error, "'.\(fileExtension)' is not the extension of a format that is read; \(reads)",
      hint: "if it is one of those under another name, say which with --from")
  }

  static func notText(_ reason: String) -> Diagnostic {
    Diagnostic(
      "IN-008", .error, "this is not text: \(reason)",
      hint: "check that it is the file you mean; text is read as UTF-8, or as UTF-16 with a byte order mark")
  }

  static func plainTextAsMarkdown() -> Diagnostic {
    Diagnostic(
      "IN-009", .note, "plain text is read as Markdown, in which *, #, > and indents have a meaning",
      hint: "to say that this is meant, give --from markdown")
  }

  static func unknownInputFormat(_ name: String, among names: [String]) -> Diagnostic {
    Diagnostic(
      "IN-010", .error, "'\(name)' is not the name of a format that is read",
      hint: Spelling.hint(for: name, among: names, each: "the formats are"))
  }

  static func knownFormatNotRead(_ title: String, reads: String) -> Diagnostic {
    Diagnostic(
      "IN-011", .error, "\(title) is not read yet; \(reads)",
      hint: "save the report as one of those and convert that")
  }
}
