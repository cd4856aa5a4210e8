import Diagnostics

// The findings that have numbers in the DAISY Consortium's eBraille Checker, by those numbers.

extension Diagnostic {
  private static func metadata(_ code: String, _ severity: Severity, _ message: String, line: Int?)
    -> Diagnostic
  {
    Diagnostic(
      code, severity, message, hint: "correct the metadata of the package document",
      at: line.map(SourceRange.line))
  }

  static func wrongExtension() -> Diagnostic {
    Diagnostic(
      "EBR-001", .error, "a packaged eBraille publication has the extension .ebrl, and this file another",
      hint: "rename it")
  }

  static func remoteResourcesProperty(line: Int) -> Diagnostic {
    Diagnostic(
      "EBR-002", .warning, "the property remote-resources says nothing: eBraille has no remote resources",
      hint: "remove it from the manifest", at: .line(line))
  }

  static func packageDocumentNotInRoot(_ path: String) -> Diagnostic {
    Diagnostic(
      "EBR-003", .error, "the package document \(quoted(path)) is not in the publication's root",
      hint: "move it there, and say so in META-INF/container.xml")
  }

  static func packageDocumentNamed(_ path: String) -> Diagnostic {
    Diagnostic(
      "EBR-004", .error, "the package document is named \(quoted(path)) and not package.opf",
      hint: "rename it, and say so in META-INF/container.xml")
  }

  static func entryPageNotInRoot(_ path: String, line: Int) -> Diagnostic {
    Diagnostic(
      "EBR-005", .error, "the entry page \(quoted(path)) is not in the publication's root",
      hint: "move it there, so that a browser finds it first", at: .line(line))
  }

  static func entryPageNamed(_ path: String, line: Int) -> Diagnostic {
    Diagnostic(
      "EBR-006", .error, "the entry page is named \(quoted(path)) and not index.html",
      hint: "rename it, so that a browser finds it first", at: .line(line))
  }

  static func missingElement(_ name: String) -> Diagnostic {
    metadata("EBR-007", .error, "the metadata \(name) is missing, and eBraille must have it", line: nil)
  }

  static func repeatedElement(_ name: String, line: Int) -> Diagnostic {
    metadata("EBR-008", .error, "the metadata \(name) is there more than once", line: line)
  }

  static func missingProperty(_ name: String) -> Diagnostic {
    metadata("EBR-009", .error, "the metadata \(name) is missing, and eBraille must have it", line: nil)
  }

  static func repeatedProperty(_ name: String, line: Int) -> Diagnostic {
    metadata("EBR-010", .error, "the metadata \(name) is there more than once", line: line)
  }

  static func date(_ value: String, line: Int) -> Diagnostic {
    metadata(
      "EBR-011", .warning, "dc:date is \(quoted(value)) and not a date as ISO 8601 writes them", line: line)
  }

  static func format(_ value: String, line: Int) -> Diagnostic {
    metadata("EBR-012", .error, "dc:format is \(quoted(value)) and not \"eBraille 1.0\"", line: line)
  }

  static func identifier(_ value: String, line: Int) -> Diagnostic {
    metadata("EBR-013", .warning, "dc:identifier is \(quoted(value)), neither an URN nor a URL", line: line)
  }

  static func language(_ value: String, line: Int) -> Diagnostic {
    metadata(
      "EBR-014", .error, "dc:language is \(quoted(value)) and lacks the script Brai, as in en-Brai-GB",
      line: line)
  }

  static func copyrightDate(_ value: String, line: Int) -> Diagnostic {
    metadata(
      "EBR-015", .error,
      "dcterms:dateCopyrighted is \(quoted(value)) and not a year, month or day, as in 2026-05",
      line: line)
  }

  static func cellType(_ value: String, line: Int) -> Diagnostic {
    metadata(
      "EBR-016", .error, "a11y:brailleCellType is \(quoted(value)) and not 6, 8, \"6, 8\" or \"8, 6\"",
      line: line)
  }

  static func completeTranscription(_ value: String, line: Int) -> Diagnostic {
    metadata(
      "EBR-017", .error, "a11y:completeTranscription is \(quoted(value)), neither true nor false", line: line)
  }

  static func tactileGraphics(_ value: String, line: Int) -> Diagnostic {
    metadata(
      "EBR-018", .error,
      "a11y:tactileGraphics is \(quoted(value)), neither none nor a list of JPG, PNG, SVG and PDF", line: line
    )
  }

  static func legacyFeature(_ name: String, line: Int) -> Diagnostic {
    Diagnostic(
      "EBR-020", .error, "\(name) is of an earlier EPUB and may not be in eBraille", hint: "remove it",
      at: .line(line))
  }

  static func collection(line: Int) -> Diagnostic {
    Diagnostic("EBR-021", .error, "eBraille has no collections", hint: "remove it", at: .line(line))
  }

  static func fallback(line: Int) -> Diagnostic {
    Diagnostic(
      "EBR-022", .error, "eBraille has no fallbacks in the manifest",
      hint: "give what takes its place in the page, as object and picture can", at: .line(line))
  }

  static func notBrailleInContent(_ text: String, line: Int) -> Diagnostic {
    Diagnostic(
      "EBR-030", .warning, "\(quoted(text.collapsed)) is not braille alone, and readers may be shown it",
      hint: "write it in braille patterns, U+2800 to U+28FF", at: .line(line))
  }

  static func scripting(_ name: String, line: Int) -> Diagnostic {
    Diagnostic(
      "EBR-040", .error, "\(quoted(name)) is scripting, which eBraille does not have", hint: "remove it",
      at: .line(line))
  }

  static func formAction(line: Int) -> Diagnostic {
    Diagnostic(
      "EBR-041", .error, "a form has an action, and eBraille sends nothing anywhere", hint: "remove it",
      at: .line(line))
  }

  static func epubPrefix(_ name: String, line: Int) -> Diagnostic {
    Diagnostic(
      "EBR-050", .error, "\(quoted(name)) has the prefix -epub-, which eBraille does not have",
      hint: "use CSS's own property", at: .line(line))
  }

  static func fontProperty(_ name: String, line: Int) -> Diagnostic {
    Diagnostic(
      "EBR-051", .warning,
      "\(quoted(name)) changes how letters look, and braille cells are the display's own",
      hint: "remove it", at: .line(line))
  }

  static func length(_ length: String, line: Int) -> Diagnostic {
    Diagnostic(
      "EBR-052", .warning, "\(quoted(length)) does not count in cells, whose size only the display knows",
      hint: "use ch for cells and rem for lines", at: .line(line))
  }

  static func brailleMedia(line: Int) -> Diagnostic {
    Diagnostic(
      "EBR-060", .error, "the media type braille is not used in eBraille",
      hint: "remove it: all displays are meant", at: .line(line))
  }

  static func gridMedia(line: Int) -> Diagnostic {
    Diagnostic(
      "EBR-061", .warning, "the media feature grid does not tell braille displays",
      hint: "ask for a width in ch instead", at: .line(line))
  }

  static func screenMedia(line: Int) -> Diagnostic {
    Diagnostic(
      "EBR-062", .warning, "the media type screen may come to exclude braille displays",
      hint: "ask for a width in ch instead", at: .line(line))
  }

  static func prePaginated(line: Int) -> Diagnostic {
    Diagnostic(
      "EBR-070", .error, "the layout is pre-paginated, and eBraille has no pages", hint: "remove it",
      at: .line(line))
  }

  static func prePaginatedOverride(line: Int) -> Diagnostic {
    Diagnostic(
      "EBR-071", .error, "a content document is pre-paginated, and eBraille has no pages", hint: "remove it",
      at: .line(line))
  }

  static func fixedLayout(_ name: String, line: Int) -> Diagnostic {
    Diagnostic(
      "EBR-072", .error, "\(quoted(name)) is for fixed layouts, which eBraille does not have",
      hint: "remove it",
      at: .line(line))
  }
}
