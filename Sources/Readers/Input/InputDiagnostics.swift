import Diagnostics

extension Diagnostic {
  static func notText(_ kind: ContentKind, wanted: String) -> Diagnostic {
    Diagnostic(
      "IN-001", .error, "this is \(kind.name), not \(wanted)",
      hint: kind.advice)
  }

  static func invalidBytes(_ encoding: String, offset: Int, count: Int) -> Diagnostic {
    Diagnostic(
      "IN-002", .error, "not valid \(encoding) at byte \(offset) (\(counted(count, "place")) in all)",
      hint: "save the file as UTF-8, or read it with --lenient, which puts U+FFFD for what is not valid")
  }

  static func invalidBytesReplaced(_ encoding: String, offset: Int, count: Int) -> Diagnostic {
    Diagnostic(
      "IN-003", .warning,
      "\(counted(count, "place")) not valid in \(encoding) replaced by U+FFFD, the first at byte \(offset)",
      hint: "save the file as UTF-8 to keep its characters")
  }

  static func unmarkedUTF16() -> Diagnostic {
    Diagnostic(
      "IN-004", .error, "this looks like UTF-16 without a byte order mark",
      hint: "save the file as UTF-8, or as UTF-16 with a byte order mark")
  }

  static func unknownCharset(_ label: String) -> Diagnostic {
    Diagnostic(
      "IN-005", .error, "the page says it is in \(quoted(label)), which is no encoding known here",
      hint: "save the page as UTF-8 and say so: <meta charset=\"utf-8\">")
  }

  static func unknownCharsetIgnored(_ label: String) -> Diagnostic {
    Diagnostic(
      "IN-006", .warning,
      "the page says it is in \(quoted(label)), which is not so: it is valid UTF-8 and read as that",
      hint: "say <meta charset=\"utf-8\">")
  }

  static func nothingToConvert() -> Diagnostic {
    Diagnostic("IN-007", .warning, "nothing to convert: the source is empty or holds white space only")
  }

  static func nullsReplaced(count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IN-008", .warning, "\(counted(count, "null character")) replaced by U+FFFD, the first here", at: range)
  }

  static func controlsRemoved(count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IN-009", .warning, "control characters or terminal escapes removed: \(count), the first here",
      hint: "take them out of the source", at: range)
  }

  static func readAs(_ encoding: String) -> Diagnostic {
    Diagnostic(
      "IN-010", .note, "read as \(encoding)",
      hint: "nothing to do; UTF-8 needs no such guess or mark")
  }
}

extension ContentKind {
  /// What to do with a file that is not what was asked for.
  fileprivate var advice: String {
    switch self {
    case .pdf: "convert the document the PDF was made from; a PDF does not say what is a heading or a table"
    case .png, .jpeg, .gif, .tiff, .webP: "a picture of text must be read by text recognition first"
    case .zip, .gzip, .otherArchive, .folder: "unpack it and convert what is in it"
    case .encryptedOffice: "open it, take the password away, and save it again"
    case .oldOffice, .richText, .wordDocument, .openDocumentText, .epub, .daisy3, .daisy202, .webFolder:
      "save it as a Word document (.docx), HTML or Markdown in the program it comes from, and convert that"
    case .empty, .text, .audioOrVideo, .program, .binary: "check that this is the file you meant"
    }
  }
}
