import Diagnostics

extension Diagnostic {
  static func tableTurned(
    columns: Int, needs width: Double, has room: Double, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "LPR-001", .note,
      "a table of \(columns) columns stands on a page on its side: it needs lines of \(ems(width)) and the upright page has \(ems(room))",
      hint: "ask for lists with --tables list, for a smaller --size, or for larger --paper", at: range)
  }

  static func tableAsList(
    columns: Int, _ reason: TableFit.Reason, settings: LargePrintSettings, at range: SourceRange?
  ) -> Diagnostic {
    let why =
      switch reason {
      case .tooWide(let width):
        "it needs lines of \(ems(width)) and the page on its side has \(ems(settings.sideways))"
      case .tooWideForBrowsers(let width):
        "it needs lines of \(ems(width)), the page has \(ems(settings.upright)), and browsers turn no single page"
      case .noHeadings: "nothing in it says what its columns or rows are about"
      case .asked: "as was asked for"
      }
    return Diagnostic(
      "LPR-002", .note, "a table of \(columns) \(columns == 1 ? "column" : "columns") is a list: \(why)",
      hint: "give the table headings, fewer columns or shorter words, or keep it with --tables table",
      at: range)
  }

  static func manyColumns(_ columns: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "LPR-003", .note,
      "a table of \(columns) columns fits on the page, and is hard to follow in large print",
      hint: "make two tables of it, or ask for lists with --tables list", at: range)
  }

  static func capitals(_ count: Int, areChanged: Bool, at range: SourceRange?) -> Diagnostic {
    areChanged
      ? Diagnostic(
        "LPR-004", .note,
        "words in capitals are set in sentence case in \(places(count)): names in them may have lost theirs",
        hint: "look at them, or write them in small letters in the source", at: range)
      : Diagnostic(
        "LPR-005", .warning, "words stand in capitals in \(places(count)), which are hard to read",
        hint: "write them in small letters, or set them in sentence case with --capitals sentence", at: range)
  }

  static func textNotComposed(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "LPR-027", .note,
      "letters are written in parts where Unicode has them composed (NFC), or the other way round, in \(places(count)): they look the same, and may not be found by a search",
      hint: "put the source in Unicode Normalization Form C", at: range)
  }

  static func marksAlone(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "LPR-029", .note,
      "a mark that goes over or under a letter stands without one in \(places(count)): it may be shown over something else, or not be read out",
      hint: "write the sign that stands by itself (such as U+02C6 for U+0302), or put the letter before it",
      at: range)
  }

  static func languageAssumed(_ tag: String) -> Diagnostic {
    Diagnostic(
      "LPR-006", .warning, "the report does not say its language: \(tag) is assumed",
      hint:
        "say it in the source, as in 'lang: en-GB' of the front matter, so that it is spoken as it should be")
  }

  static func titleAssumed(_ title: String) -> Diagnostic {
    Diagnostic(
      "LPR-007", .warning, "the report has no title and no heading: it is called '\(title)'",
      hint: "give it a title in the source")
  }

  static func coarsePicture(_ source: String, dots: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "LPR-008", .note,
      "the picture '\(source)' prints at \(dots) dots per inch, under the 150 that look sharp",
      hint: "save it beside the report with more pixels", at: range)
  }

  static func emptyLinkWords(_ words: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "LPR-009", .warning, "the words of a link, '\(words)', do not say where it leads",
      hint: "name what is there: many readers go from link to link", at: range)
  }

  static func decorationLeftOut(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "LPR-015", .note,
      "\(count) decorative \(count == 1 ? "picture is" : "pictures are") left out",
      hint: "give it a description if it says something", at: range)
  }

  static func picturesInCharacters(_ count: Int) -> Diagnostic {
    Diagnostic(
      "LPR-017", .note,
      "\(count) \(count == 1 ? "picture" : "pictures") in characters (emoji) \(count == 1 ? "stands" : "stand") as \(count == 1 ? "its name" : "their names")",
      hint: "write words in the source where other words are better")
  }

  static func titlesLeftOut(_ first: String, count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "LPR-028", .warning,
      "\(count) \(count == 1 ? "title" : "titles") that HTML shows under a pointer \(count == 1 ? "is" : "are") not in the PDF, the first \(quoted(first))",
      hint: "say it in the words of the link, or in the description of the picture", at: range)
  }

  static func drawingsInWords(_ count: Int) -> Diagnostic {
    Diagnostic(
      "LPR-018", .warning,
      "\(count) \(count == 1 ? "drawing stands" : "drawings stand") in words: Word shows drawings (SVG) only with another picture beside them",
      hint: "save them as PNG as well, and name that in the report")
  }

  static func spansInTable(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "LPR-016", .note, "cells of a table reach over several columns, or headings over several rows",
      hint: "simpler tables are easier to follow in large print, or ask for lists with --tables list",
      at: range)
  }

  static func unknownLargePrintProfile(_ name: String) -> Diagnostic {
    Diagnostic(
      "LPR-013", .error, "there is no profile of large print '\(name)'",
      hint: "the profiles are \(LargePrintProfile.names.joined(separator: ", "))")
  }

  static var noPaperEngine: Diagnostic {
    Diagnostic(
      "LPR-014", .error, "there is nothing to make a PDF with",
      hint: "give the renderer a paper engine, such as WeasyPrint")
  }

  static func smallWordsInDrawing(
    _ source: String, points: Double, size: Int, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "LPR-023", .warning,
      "words in the drawing '\(source)' print at \(LargePrintStyle.number((points * 10).rounded() / 10)) point, under the \(size) of the text",
      hint: "make them larger in the drawing, or say in the report what they say", at: range)
  }

  static func wordsInPictures(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "LPR-024", .note,
      "words that are part of a picture are not enlarged: \(count) \(count == 1 ? "picture" : "pictures") may have some",
      hint: "look at them, and say in the description or in the report what the words say", at: range)
  }

  static func printVolumeTooLong(_ volume: Int, pages: Int, maximum: Int) -> Diagnostic {
    Diagnostic(
      "LPR-019", .warning,
      "volume \(volume) has \(pages) pages, more than the \(maximum) asked for: what is in it cannot be parted",
      hint: "allow more with --max-pages, or part the text in the source")
  }

  static var pageNumbersUnsettled: Diagnostic {
    Diagnostic(
      "LPR-020", .warning,
      "page numbers of other volumes may be wrong by a page: they changed each time the volumes were laid out",
      hint: "choose another number of pages with --max-pages")
  }

  static func noRoomForText(front: Int, maximum: Int) -> Diagnostic {
    Diagnostic(
      "LPR-021", .error,
      "the title page and the contents take \(front) pages, and a volume may have \(maximum)",
      hint: "allow more with --max-pages, or leave the contents out with --contents none")
  }

  static var pagesNotFound: Diagnostic {
    Diagnostic(
      "LPR-022", .error, "the pages of the PDF cannot be counted, so that it cannot be parted into volumes",
      hint: "leave out --max-pages; this is our fault: please report it with the version of WeasyPrint")
  }

  private static func places(_ count: Int) -> String { count == 1 ? "1 place" : "\(count) places" }

  /// A width in sizes of the text, for people.
  private static func ems(_ width: Double) -> String {
    "\(LargePrintStyle.number((width * 10).rounded() / 10)) em"
  }
}
