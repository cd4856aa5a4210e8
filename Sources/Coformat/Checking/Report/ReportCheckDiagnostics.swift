import Diagnostics

// What a check of a report finds. Each message names the formats it hurts.

extension Diagnostic {
  static func reportLanguageMissing() -> Diagnostic {
    Diagnostic(
      "ACC-001", .warning,
      "the report does not say its language: braille codes, voices and hyphenation are guessed",
      hint: "say it in the properties of the document, in front matter ('language: en-GB') or as <html lang>")
  }

  static func reportTitleMissing() -> Diagnostic {
    Diagnostic(
      "ACC-002", .warning, "the report has no title: lists of books and running heads have nothing to show",
      hint: "give it a title in its properties, in front matter or as the first heading")
  }

  static func reportHeadingEmpty(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-003", .warning, "a heading has no words: contents and navigation of every format lead to nothing",
      hint: "give it words, or take it out", at: range)
  }

  static func reportHeadingSkipped(from: Int, to: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-004", .warning,
      "a heading of level \(to) comes after one of level \(from): DAISY, EPUB and PDF readers miss a level",
      hint: "make it level \(from + 1), or add the heading between", at: range)
  }

  static func reportHeadingsFew(words: Int) -> Diagnostic {
    Diagnostic(
      "ACC-005", .warning,
      "\(words) words have hardly a heading: readers of braille, DAISY and speech cannot find their place",
      hint: "give each part a heading, with the styles Heading 1, Heading 2")
  }

  static func reportHeadingInBold(_ text: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-006", .warning, "\(quoted(text)) is bold and no heading: no format can lead to it",
      hint: "make it a heading, if it is one", at: range)
  }

  static func reportAlternativeMissing(_ source: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-010", .warning,
      "the picture \(quoted(source)) has no text alternative: who does not see it gets nothing, in every format",
      hint: "say what it shows in a sentence, or mark it as decorative", at: range)
  }

  static func reportAlternativePoor(_ text: String, _ why: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-011", .warning,
      "the text alternative \(quoted(text)) \(why): it tells readers of every format nothing",
      hint: "say what a reader should know from the picture", at: range)
  }

  static func reportAlternativeLong(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-012", .note,
      "a text alternative has \(count) characters: screen readers and players read it in one breath",
      hint: "say the main thing in a sentence, and the rest in a long description", at: range)
  }

  static func reportTextInPicture(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-013", .warning, "a picture seems to hold text: it cannot be enlarged, brailled or spoken",
      hint: "write the text in the report", at: range)
  }

  static func reportWordsInDrawing(
    _ source: String, _ words: [String], at range: SourceRange?
  ) -> Diagnostic {
    let list = words.prefix(5).map { quoted($0) }.joined(separator: ", ")
    let more = words.count > 5 ? " and \(words.count - 5) more" : ""
    return Diagnostic(
      "ACC-014", .note,
      "words in the drawing \(quoted(source)) are said nowhere else, so nobody brailles or speaks them: \(list)\(more)",
      hint: "say what they say in the text alternative, a long description or the report", at: range)
  }

  static func reportTableWithoutHeadings(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-020", .warning,
      "a table has no headings: speech, DAISY and lists in large print cannot say what a cell is about",
      hint: "mark its first row, or its first column, as headings", at: range)
  }

  static func reportTableWithoutCaption(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-021", .note,
      "a table has no caption: who meets it in braille or DAISY does not know what it shows before reading it",
      hint: "give it a caption", at: range)
  }

  static func reportTableForLayout(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-022", .warning,
      "a table has one row or one column: it seems to be there for its looks, and is read as a table in every format",
      hint: "use paragraphs, a list or a text box", at: range)
  }

  static func reportTableHeadingEmpty(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-023", .warning, "a table's heading is empty: the cells under it are read without one",
      hint: "say what is in the column", at: range)
  }

  static func reportTableSpans(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-024", .note,
      "a table has merged cells: braille says them again, and some players lose their headings",
      hint: "two simple tables are easier to read", at: range)
  }

  static func reportTableWide(_ columns: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-025", .note, "a table has \(columns) columns: in braille and large print it becomes a list",
      hint: "divide it, if its columns make groups", at: range)
  }

  static func reportLinkEmpty(_ target: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-030", .warning, "the link to \(quoted(target)) has no words: nobody hears where it leads",
      hint: "give it words, or a picture with a text alternative", at: range)
  }

  static func reportLinkText(_ words: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-031", .warning,
      "the link \(quoted(words)) does not say where it leads: in EPUB, DAISY and HTML links are often read alone",
      hint: "make the link of the words that name what it leads to", at: range)
  }

  static func reportLinkAddress(_ words: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-032", .note,
      "the address \(quoted(words)) is the text of a link: speech spells it out, braille takes lines for it",
      hint: "use the name of what it leads to", at: range)
  }

  static func reportLinksAlike(_ words: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-033", .note, "links of the same text, \(quoted(words)), lead to different places",
      hint: "say in each what is different", at: range)
  }

  static func reportColour(_ phrase: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-040", .warning,
      "\(quoted(phrase)) may need the reader to see a colour: braille, speech and printing in black have none",
      hint: "say it in another way as well", at: range)
  }

  static func reportCapitals(_ run: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-041", .note,
      "\(quoted(run)) is in capitals: hard to read in large print and easy read, longer in braille",
      hint: "write it in small letters, and make it bold if it matters", at: range)
  }

  static func reportLongSentence(_ words: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-042", .note,
      "a sentence has \(words) words: it is hard to follow by ear, and easy read has to divide it",
      hint: "keep sentences to 25 words", at: range)
  }

  static func reportAcronym(_ word: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-043", .note,
      "\(quoted(word)) is never explained: easy read cannot say what it means, and speech may spell or say it",
      hint: "write it in full the first time, with \(word) in brackets", at: range)
  }
}
