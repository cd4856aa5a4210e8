import Diagnostics

extension Diagnostic {
  static func nestingFlattened(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-001", .warning, "elements nest too deep from here on: what is deeper is kept as plain text",
      hint: "nest lists, quotations and tables less deeply", at: range)
  }

  static func hiddenLeftOut(_ words: String, count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-002", .note, "hidden text left out, \(counted(count, "word")): \(quoted(words))",
      hint: "take the element's hidden attribute or its display: none away to keep the text", at: range)
  }

  static func ariaHiddenLeftOut(_ words: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-003", .note, "a sign hidden from screen readers left out: \(quoted(words))",
      hint: "take aria-hidden away if readers need the sign", at: range)
  }

  static func ariaHiddenKept(_ words: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-004", .note, "text hidden from screen readers kept, because print shows it: \(quoted(words))",
      hint: "use the hidden attribute if no reader is to have it", at: range)
  }

  static func duplicateIdentifier(_ id: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-005", .note, "identifier \(quoted(id)) is used before: links lead to the first place",
      hint: "give each element an id of its own", at: range)
  }

  static func languageNotUnderstood(_ tag: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-006", .warning,
      "\(quoted(tag)) is not a language tag: the text is taken to be in the language around it",
      hint: "write a BCP 47 tag such as en-GB or cy", at: range)
  }

  static func targetMissing(_ target: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-007", .note, "a link leads to \(quoted("#" + target)), which is nowhere in the document",
      hint: "correct the link, or give the place that id", at: range)
  }

  static func activeAddress(_ address: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-008", .warning, "an address that holds a program or a page left out: \(quoted(address))",
      hint: "link to a page or a file instead; the words of the link are kept", at: range)
  }

  static func noteNotReferredTo(_ words: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-010", .warning, "nothing refers to the note \(quoted(words)): it stays where it stands",
      hint: "refer to it by a link with role=\"doc-noteref\"", at: range)
  }

  static func noteMissing(_ target: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-011", .warning,
      "a note reference leads to \(quoted(target)), which is no note here: it stays a link",
      hint: "give the note that id", at: range)
  }

  static func emptyNote(_ id: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic("HTML-012", .warning, "the note \(quoted(id)) is empty", at: range)
  }

  static func pageBreakWithoutNumber(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-013", .warning, "a print page begins here and its number is not given",
      hint: "give the number in aria-label", at: range)
  }

  static func longDescriptionElsewhere(_ address: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-014", .warning, "a picture's long description is in another document: \(quoted(address))",
      hint: "put the description in the text, or in a hidden element named by aria-details", at: range)
  }

  static func embeddedContent(_ element: String, _ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-015", .warning, "what <\(element)> shows cannot be included: \(quoted(name, limit: 60))",
      hint: "give a transcript or a description in the text; a link to it is kept", at: range)
  }

  static func formField(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-016", .note, "the document holds a form: its words are kept, its fields cannot be filled in",
      hint: "say in the text how else to answer", at: range)
  }

  static func mathematicsTooDeep(at range: SourceRange?) -> Diagnostic {
    Diagnostic("HTML-017", .warning, "a formula nests too deep: it is kept as plain characters", at: range)
  }

  static func mathematicsHoldsPage(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-022", .warning, "a formula holds elements of HTML: it is read as text",
      hint: "check that <math> is closed where the formula ends", at: range)
  }

  static func controlCharactersRemoved(count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-018", .warning, "\(counted(count, "control character")) removed from the text, the first here",
      at: range)
  }

  static func unknownFormatInstruction(_ value: String, suggestion: String?, at range: SourceRange?)
    -> Diagnostic
  {
    Diagnostic(
      "HTML-019", .warning,
      "data-coformat=\(quoted(value)) is not understood: the content is kept for all formats",
      hint: suggestion.map { "did you mean \"\($0)\"?" }
        ?? "write \"only: \", \"not: \" or \"instead: \" and names of formats", at: range)
  }

  static func unknownTableForm(_ word: String, suggestion: String?, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-019", .warning,
      "\(quoted(word)) in data-coformat is no form of tables: it is left to the profile",
      hint: suggestion.map { "did you mean \"table: \($0)\"?" }
        ?? "the forms are columns, transposed, stairstep, linear, paragraph and listed", at: range)
  }

  static func tableFormWithoutTable(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-024", .warning, "no table takes the form \(quoted(name)) that data-coformat asks for here",
      hint: "put it on a table or on an element around one; in Markdown close the div below the table",
      at: range)
  }

  static func unknownFormat(_ word: String, suggestion: String?, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-020", .warning,
      "\(quoted(word)) in data-coformat is no format: the content is kept for all formats",
      hint: suggestion.map { "did you mean \"\($0)\"?" }
        ?? "the formats are braille, large-print, easy-read, daisy, epub, audio and text", at: range)
  }

  static func nothingToReplace(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-021", .warning, "data-coformat=\"instead: …\" stands after nothing it could replace",
      hint: "put it just after the block or the element whose wording it replaces", at: range)
  }

  static func shownNowhere(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-023", .warning, "no format shows this: what data-coformat says of it and around it rules all out",
      hint: "Name a format that the elements around it, or the wording after it, leave to it.", at: range)
  }
}

/// A number with its noun: `1 word`, `2 words`.
func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
