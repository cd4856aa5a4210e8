import Diagnostics

extension Diagnostic {
  static func noSuchFile() -> Diagnostic {
    Diagnostic("SRC-001", .error, "there is no such file", hint: "check the spelling and the folder")
  }

  static func unreadableFile(_ reason: String) -> Diagnostic {
    Diagnostic(
      "SRC-002", .error, "the file cannot be read: \(reason)",
      hint: "check that you may read it and that its disk is there")
  }

  static func inputIsFolder() -> Diagnostic {
    Diagnostic(
      "SRC-003", .error, "this is a folder that holds no EPUB, DAISY book or web pages",
      hint: "name the files in it to convert")
  }

  static func inputIsNotAFile(_ kind: String) -> Diagnostic {
    Diagnostic(
      "SRC-004", .error, "this is \(kind), not a file",
      hint: "to convert what another program writes, give '-' and pipe it in")
  }

  static func inputTooLarge(limit: Int) -> Diagnostic {
    Diagnostic(
      "SRC-005", .error, "the file is larger than \(limit >> 20) MiB, the most that is read",
      hint: "split it, by chapters for instance, and convert the pieces")
  }

  static func formatNotRead(_ format: UnreadFormat, reads: String) -> Diagnostic {
    Diagnostic(
      "SRC-006", .error, "this is \(format.title), which is not read; \(reads)", hint: format.advice)
  }

  static func unknownExtension(_ fileExtension: String, reads: String) -> Diagnostic {
    Diagnostic(
      "SRC-007", .error, "'.\(fileExtension)' is not the extension of a format that is read; \(reads)",
      hint: "if it is one of those under another name, say which with --from")
  }

  static func unknownInputFormat(_ name: String, among names: [String]) -> Diagnostic {
    Diagnostic(
      "SRC-009", .error, "'\(name)' is not the name of a format that is read",
      hint: Spelling.hint(for: name, among: names, each: "the formats are"))
  }

  static func readByContent(_ kind: String, named ending: String) -> Diagnostic {
    Diagnostic(
      "SRC-011", .note, "this is \(kind), though its name ends in \(quoted("." + ending))",
      hint: "give it the ending it should have")
  }

  static func knownFormatNotRead(_ format: UnreadFormat, reads: String) -> Diagnostic {
    Diagnostic(
      "SRC-010", .error, "\(format.title) is not read; \(reads)",
      hint: "save the report as one of those and convert that")
  }
}
