import Diagnostics

extension Diagnostic {
  static func headingsGuessed(_ count: Int, first: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "TXT-001", .note,
      "\(counted(count, "line")) taken for \(count == 1 ? "a heading" : "headings"), the first \(quoted(first))",
      hint: "a line is one when it is underlined, numbered in order, or all in capitals on its own", at: range
    )
  }

  static func listsGuessed(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "TXT-002", .note, "lines with bullets or numbers taken for lists: \(count)",
      hint:
        "lines are a list when there are two or more of them with the same mark, or with numbers in order",
      at: range)
  }

  static func tablesKept(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "TXT-003", .warning,
      "\(counted(count, "passage")) set in columns kept as \(count == 1 ? "it stands" : "they stand"), line by line: plain text does not say what is a cell",
      hint:
        "make a table of it in Markdown, HTML or a word processor, so that readers can find their way in it",
      at: range)
  }

  static func linesJoined(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "TXT-004", .note, "lines joined to paragraphs, because they break where the line was full: \(count)",
      hint: "nothing to do unless the ends of the lines mean something", at: range)
  }

  static func linesKept(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "TXT-005", .note, "lines kept apart, because they end before the line was full: \(count)",
      hint: "nothing to do unless they are one paragraph: then put them on one line", at: range)
  }

  static func quotationsGuessed(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "TXT-006", .note,
      "\(counted(count, "passage")) taken for \(count == 1 ? "a quotation" : "quotations"), because of indents or of > before the lines",
      at: range)
  }

  static func formFeeds(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "TXT-007", .note, "form feeds taken for the beginnings of print pages: \(count)",
      hint: "the pages have no numbers, as the text gives none", at: range)
  }

  static func readAsWindows1252(offset: Int, count: Int) -> Diagnostic {
    Diagnostic(
      "TXT-008", .warning,
      "the text is not valid UTF-8 (byte \(offset)) and is read as Windows-1252, in which \(counted(count, "byte")) of it \(count == 1 ? "is a letter or sign" : "are letters or signs") beyond ASCII",
      hint: "if letters with accents come out wrong, save the file as UTF-8")
  }

  static func readAsUnmarkedUTF16() -> Diagnostic {
    Diagnostic(
      "TXT-009", .warning, "the text is read as UTF-16, though it has no byte order mark",
      hint: "save the file as UTF-8")
  }

  static func looksLikeMarkdown() -> Diagnostic {
    Diagnostic(
      "TXT-010", .note, "there are lines that look like Markdown, whose marks are kept as they stand",
      hint: "if it is Markdown, say so: --from markdown, or give the file the ending .md")
  }

  static func hyphensKept(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "TXT-011", .note,
      "hyphens at the ends of joined lines kept, as part of their words: \(count)",
      hint: "take out those that only divide a word at the end of a line", at: range)
  }
}

/// How often each kind of guess was made, and where first.
struct PlainTextGuesses {
  private var counts: [Kind: (count: Int, first: SourceRange?)] = [:]
  private var firstHeading = ""

  enum Kind: CaseIterable { case heading, list, table, joined, kept, quotation, page, hyphen }

  mutating func add(_ kind: Kind, _ count: Int = 1, at range: SourceRange?) {
    guard count > 0 else { return }
    let before = counts[kind]
    counts[kind] = ((before?.count ?? 0) + count, before == nil ? range : before?.first)
  }

  mutating func add(heading words: String, at range: SourceRange?) {
    if firstHeading.isEmpty { firstHeading = words }
    add(.heading, at: range)
  }

  /// Says what was guessed.
  func report(to log: inout DiagnosticLog) {
    for kind in Kind.allCases {
      guard let (count, range) = counts[kind] else { continue }
      switch kind {
      case .heading: log.report(.headingsGuessed(count, first: firstHeading, at: range))
      case .list: log.report(.listsGuessed(count, at: range))
      case .table: log.report(.tablesKept(count, at: range))
      case .joined: log.report(.linesJoined(count, at: range))
      case .kept: log.report(.linesKept(count, at: range))
      case .quotation: log.report(.quotationsGuessed(count, at: range))
      case .page: log.report(.formFeeds(count, at: range))
      case .hyphen: log.report(.hyphensKept(count, at: range))
      }
    }
  }
}
