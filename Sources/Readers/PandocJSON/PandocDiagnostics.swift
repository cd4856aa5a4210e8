import Diagnostics

extension Diagnostic {
  static func notJSON(_ message: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "PDJ-001", .error, "this is not JSON: \(message)",
      hint: "make the file anew with pandoc -t json", at: range)
  }

  static func notPandoc(_ what: String) -> Diagnostic {
    Diagnostic(
      "PDJ-002", .error, "this is JSON, but not a document of pandoc's: \(what)",
      hint: "a document made with pandoc -t json begins with \"pandoc-api-version\"")
  }

  static func apiNotRead(_ version: String) -> Diagnostic {
    Diagnostic(
      "PDJ-003", .error,
      "the file says it is of version \(version) of pandoc's types; versions 1.17 to 1.23 are read, and what pandoc wrote before them",
      hint: "make the file anew with a pandoc of today: pandoc -t json")
  }

  static func newerAPI(_ version: String) -> Diagnostic {
    Diagnostic(
      "PDJ-004", .warning,
      "the file is of version \(version) of pandoc's types, which came after 1.23, the last known here; it is read as that",
      hint: "check that nothing is missing")
  }

  static func oldForm() -> Diagnostic {
    Diagnostic(
      "PDJ-005", .note,
      "the file is as pandoc wrote it before version 1.18, without the version of its types",
      hint: "nothing to do; a newer pandoc says more of tables and figures")
  }

  static func malformed(_ what: String, _ reason: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "PDJ-006", .error, "\(what) is not as pandoc writes it: \(reason)",
      hint: "make the file anew with pandoc -t json, or correct the program that changed it", at: range)
  }

  static func unknownNode(_ type: String, isBlock: Bool, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "PDJ-007", .warning,
      "\(quoted(type)) is no \(isBlock ? "block" : "inline") that pandoc is known to have; the words in it are kept, and what it means is not",
      hint: "convert the document with a pandoc that does not make it, or report it", at: range)
  }

  static func rawLeftOut(_ format: String, _ text: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "PDJ-008", .warning, "raw \(quoted(format)) is left out: \(quoted(text, limit: 80))",
      hint: "if there are words in it that readers need, write them in the document's own format", at: range)
  }

  static func pageCommandLeftOut(_ format: String, _ text: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "PDJ-009", .note, "\(quoted(text)) is left out: pages turn where the edition made here has them turn",
      at: range)
  }

  static func citationsNotResolved(_ count: Int, first: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "PDJ-010", .warning,
      "\(count == 1 ? "a citation is" : "\(count) citations are") shown as the author typed \(count == 1 ? "it" : "them"), such as \(quoted(first))",
      hint: "let pandoc set them out and add the bibliography: pandoc --citeproc -t json", at: range)
  }

  static func attributesWithoutPlace(_ names: [String], count: Int, at range: SourceRange?) -> Diagnostic {
    let shown = names.prefix(6).map { quoted($0) }.joined(separator: ", ")
    return Diagnostic(
      "PDJ-011", .note,
      "classes and attributes that have no meaning here are not kept (\(count)): \(shown)\(names.count > 6 ? " and others" : "")",
      hint: "what can be said with them is in the article MarkdownVocabulary", at: range)
  }

  static func numberOutOfRange(_ what: String, _ text: String, used: Int, at range: SourceRange?)
    -> Diagnostic
  {
    Diagnostic(
      "PDJ-012", .warning, "\(what) is given as \(quoted(text)); it is read as \(used)",
      hint: "correct it in the source", at: range)
  }

  static func loneSurrogate(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "PDJ-013", .warning, "half a character (a surrogate without its pair) is replaced by U+FFFD",
      hint: "correct the program that wrote the file", at: range)
  }

  static func commentLeftOut(_ words: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "PDJ-014", .note, "a comment on the document is left out: \(quoted(words, limit: 80))",
      hint: "pandoc leaves comments out unless it is asked for them with --track-changes=all", at: range)
  }

  static func lostInMetadata(_ what: String, field: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "PDJ-015", .warning, "\(what) in the document's \(quoted(field)) is left out: metadata are plain text",
      hint: "move it into the text", at: range)
  }

  static func shortCaption(_ words: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "PDJ-016", .note, "the short caption \(quoted(words)) is left out; the full caption is kept",
      hint: "nothing to do: short captions are for lists of tables and figures", at: range)
  }
}
