import Diagnostics

extension Diagnostic {
  static func imageMissing(_ source: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IMG-001", .warning, "the picture '\(shortened(source))' is not there",
      hint: "put the file where the report says, or correct the address",
      at: range)
  }

  static func imageRemote(_ source: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IMG-002", .warning, "the picture '\(shortened(source))' is on a network, and nothing is fetched",
      hint: "save it beside the report, for formats that show pictures", at: range)
  }

  static func imageOutside(_ source: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IMG-003", .warning,
      "the picture '\(shortened(source))' is outside the report's folder, where nothing is read",
      hint: "copy it beside the report, for formats that show pictures", at: range)
  }

  static func imageNotAFile(_ source: String, _ kind: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IMG-004", .warning, "the picture '\(shortened(source))' is \(kind), not a file",
      hint: "correct the address", at: range)
  }

  static func imageDataBroken(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IMG-005", .warning, "the picture's data: address holds no picture",
      hint: "save the picture beside the report and name it", at: range)
  }

  static func imageUnnamed(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IMG-006", .warning, "the picture names no file",
      hint: "give the address of the picture", at: range)
  }

  static func imageUnreadable(_ source: String, _ reason: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IMG-007", .warning, "the picture '\(shortened(source))' cannot be read: \(reason)",
      hint: "check that you may read the file", at: range)
  }

  static func imageTooLarge(_ source: String, limit: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IMG-008", .warning,
      "the picture '\(shortened(source))' is left out: pictures may have \(limit >> 20) MiB in all",
      hint: "save it smaller; its text alternative is kept", at: range)
  }

  static func imageOfOtherKind(_ source: String, _ kind: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IMG-009", .warning, "the picture '\(shortened(source))' is \(kind), which is not shown",
      hint: "save it as PNG, JPEG, GIF, WebP or SVG; its text alternative is kept", at: range)
  }

  static func imageBroken(_ source: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IMG-010", .warning, "the picture '\(shortened(source))' is broken: it does not say how large it is",
      hint: "save it again; its text alternative is kept", at: range)
  }

  static func imageCleaned(_ source: String, _ parts: [String], at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "IMG-011", .warning,
      "of the drawing '\(shortened(source))' is left out what could run or be fetched: "
        + parts.joined(separator: ", "),
      hint: "look at the drawing in what was made; save it as a plain SVG or as PNG", at: range)
  }

  /// An address short enough for a message.
  private static func shortened(_ source: String) -> String {
    source.unicodeScalars.count <= 120 ? source : String(source.unicodeScalars.prefix(119)) + "…"
  }
}
