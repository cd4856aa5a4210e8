import Diagnostics

extension Diagnostic {
  static func bookWithoutTitle() -> Diagnostic {
    Diagnostic(
      "DTB-001", .warning, "a book must have a title and the document has none: it is called “Untitled”",
      hint: "give the source a title, as in front matter 'title: …', or name one with --title")
  }

  static func bookWithoutLanguage() -> Diagnostic {
    Diagnostic(
      "DTB-002", .warning,
      "the document does not say which language it is in: the book says “und”, and speech may sound wrong",
      hint: "give the source a language, as in front matter 'lang: en-GB'")
  }

  static func headingsTooDeep(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTB-003", .warning,
      "\(count) \(count == 1 ? "heading stands" : "headings stand") deeper than six levels, which is as many as "
        + "a book has: the sixth takes them in",
      hint: "use fewer levels of headings in the source", at: range)
  }

  static func levelsClosed(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTB-004", .note,
      "\(count) \(count == 1 ? "heading has" : "headings have") another level in the book: its levels nest and "
        + "none is passed over",
      hint: "number the levels of headings from 1 without gaps, if the difference matters", at: range)
  }

  static func emptySections(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTB-005", .note,
      "\(count) \(count == 1 ? "section holds" : "sections hold") nothing but \(count == 1 ? "its" : "their") "
        + "heading, which no level may: such headings are bridge headings, and in the navigation as others are",
      hint: "write something under the heading, or take it out", at: range)
  }

  static func headingsInBlocks(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTB-006", .note,
      "\(count) \(count == 1 ? "heading stands" : "headings stand") inside a list, a table or another block, where "
        + "no level can begin: it is shown as a heading and is not in the navigation",
      hint: "move the heading out of the block if readers are to find it", at: range)
  }

  static func bookPageWithoutNumber(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTB-007", .note, "a print page begins here and has no number: the book does not mark it",
      hint: "give its number in the source if readers are to find it", at: range)
  }

  static func pageNumberRepeated(_ number: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTB-008", .warning,
      "the print page number \(quoted(number)) is there a second time: a reader who goes to it finds the first",
      hint: "correct the number in the source", at: range)
  }

  static func pictureWithoutWords(_ source: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTB-009", .warning,
      "the picture \(quoted(source)) has no text alternative: the book says only that it is a picture",
      hint: "describe the picture in the source, or mark it as decoration", at: range)
  }

  static func pictureOfOtherKind(_ mediaType: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTB-010", .warning,
      "the picture is \(mediaType), which this format does not have: the book has its words alone",
      hint: "save the picture as PNG or JPEG", at: range)
  }

  static func formulasAsText(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTB-011", .note,
      "\(count) \(count == 1 ? "formula is" : "formulas are") in the book as the source writes \(count == 1 ? "it" : "them"), "
        + "in characters",
      hint: "give formulas words, as in MathML's alttext, if they are to be spoken", at: range)
  }

  static func formulasInNotation(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTB-016", .note,
      "\(count) \(count == 1 ? "formula is" : "formulas are") MathML with \(count == 1 ? "its" : "their") source in the "
        + "place of words, for players that know no MathML",
      hint: "give formulas words, as in MathML's alttext, if older players are to say them", at: range)
  }

  static func noteMissing(_ id: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTB-012", .warning,
      "the text refers to the note \(quoted(id)), which is not there: the reference is left out",
      hint: "write the note, or take the reference out", at: range)
  }

  static func noteWithoutReference(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTB-013", .note, "nothing refers to this note: it stands at the end of the book",
      hint: "refer to it in the text, or take it out", at: range)
  }

  static func pronunciationsLeftOut(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTB-014", .note,
      "\(count) \(count == 1 ? "pronunciation is" : "pronunciations are") not in the book, which has no place for "
        + "\(count == 1 ? "it" : "them")",
      hint: "nothing is lost in print; the words themselves are there", at: range)
  }

  static func bookLeavesToOthers(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTB-015", .note,
      "\(count) \(count == 1 ? "passage is" : "passages are") for other formats only, as the source says, and left out",
      hint: nil, at: range)
  }

  static func listDelimiters(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTB-017", .note,
      "\(count) \(count == 1 ? "list has" : "lists have") numbers in brackets or without a full stop: players write "
        + "the numbers of lists their own way",
      hint: "write the numbers in the text if their look matters", at: range)
  }
}
