import Diagnostics
import Packaging

extension Diagnostic {
  static func packageUnreadable(_ fault: PackageFault) -> Diagnostic {
    Diagnostic(
      "DOCX-001", .error, "the Word document cannot be opened: \(fault.reason)",
      hint: "open it in Word and save it again; a file that Word does not open either is damaged")
  }

  static func noDocumentInPackage(holds kind: String) -> Diagnostic {
    Diagnostic(
      "DOCX-002", .error, "this is \(kind), not a Word document",
      hint: "check that it is the file you mean")
  }

  static func mainPartMissing(_ path: String) -> Diagnostic {
    Diagnostic(
      "DOCX-003", .error, "the document's text, \(quoted(path, limit: 80)), is not in the file",
      hint: "open it in Word and save it again")
  }

  static func mainPartBroken(_ path: String, _ reason: String, line: Int) -> Diagnostic {
    Diagnostic(
      "DOCX-004", .error,
      "the document's text, \(quoted(path, limit: 80)), is broken at line \(line): \(quoted(reason, limit: 120))",
      hint: "open it in Word, which repairs some files, and save it again")
  }

  static func packageIrregular(_ what: String) -> Diagnostic {
    Diagnostic(
      "DOCX-034", .note, "the file is read though it is not put together by the rules: \(what)",
      hint: "compare the result with what Word shows")
  }

  static func relationshipsMissing() -> Diagnostic {
    Diagnostic(
      "DOCX-005", .warning,
      "the file does not say which of its parts is the document: word/document.xml read",
      hint: "open it in Word and save it again")
  }

  static func partBroken(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "DOCX-006", .warning,
      "a part of the file is broken and left out: \(quoted(path, limit: 80)): \(quoted(reason, limit: 120))",
      hint: "open it in Word and save it again")
  }

  static func partMissing(_ path: String) -> Diagnostic {
    Diagnostic(
      "DOCX-007", .warning, "a part the document refers to is not in the file: \(quoted(path, limit: 80))",
      hint: "open it in Word and save it again")
  }

  static func revisionsAccepted(insertions: Int, deletions: Int, _ treatment: String) -> Diagnostic {
    Diagnostic(
      "DOCX-008", .warning,
      "tracked changes \(treatment): \(counted(insertions, "insertion")), \(counted(deletions, "deletion"))",
      hint: "settle the changes in Word, or choose with --changes accept, reject or show")
  }

  static func commentsLeftOut(_ count: Int) -> Diagnostic {
    Diagnostic(
      "DOCX-009", .note, "\(counted(count, "comment")) left out",
      hint: "to have them as notes, give --comments keep")
  }

  static func hiddenText(_ words: String, count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-010", .note, "hidden text left out, \(counted(count, "word")), the first: \(quoted(words))",
      hint: "take the font effect Hidden away in Word to keep it", at: range)
  }

  static func headersLeftOut(_ words: String) -> Diagnostic {
    Diagnostic(
      "DOCX-011", .note, "page headers and footers left out: \(quoted(words, limit: 80))",
      hint: "if one says what the text does not, write that into the text")
  }

  static func wordNoteMissing(_ kind: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-012", .warning, "a \(kind) that the text refers to is not in the file",
      hint: "take the mark out, or write the note again", at: range)
  }

  static func pictureNotInFile(_ target: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-013", .warning, "a picture is not in the file: \(quoted(target, limit: 80))",
      hint: "insert it again; its text alternative is kept", at: range)
  }

  static func symbolUnknown(_ code: String, font: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-014", .warning, "a sign of the font \(quoted(font)) is not known and left out: code \(code)",
      hint: "insert the sign as a Unicode character", at: range)
  }

  static func chunkRead(_ path: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-015", .warning, "text in another format is read as HTML: \(quoted(path, limit: 80))",
      hint: "open the document in Word and save it, which takes the text in", at: range)
  }

  static func chunkLeftOut(_ path: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-016", .warning, "text in another format is left out: \(quoted(path, limit: 80))",
      hint: "open the document in Word and save it, which takes the text in", at: range)
  }

  static func mergedCellText(_ words: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-017", .warning, "text in a merged cell, which Word does not show, is kept: \(quoted(words))",
      hint: "split the cell in Word and look what it holds", at: range)
  }

  static func wordNestingFlattened(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-018", .warning,
      "tables or boxes nest too deep from here on: what is deeper is kept as paragraphs",
      hint: "nest tables less deeply", at: range)
  }

  static func bookmarkMissing(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-019", .note, "a reference leads to the bookmark \(quoted(name)), which is not there",
      hint: "update the document's fields in Word (Ctrl+A, F9)", at: range)
  }

  static func wordActiveAddress(_ address: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-020", .warning, "an address that holds a program or a page left out: \(quoted(address))",
      hint: "link to a page or a file instead; the words of the link are kept", at: range)
  }

  static func embeddedObject(_ program: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-021", .warning, "an object of another program is kept as its picture: \(quoted(program))",
      hint: "say in its alternative text what it holds, or write an equation with Word's own editor",
      at: range)
  }

  static func oldEquation(_ program: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-035", .warning, "an equation of an old editor is kept as its picture: \(quoted(program))",
      hint: "convert it to an equation of Word's own (double-click it in Word), or describe it in words",
      at: range)
  }

  static func officePicture(_ format: String, _ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-036", .note,
      "a picture is a drawing of the kind \(format), which only office programs show: \(quoted(name, limit: 80))",
      hint: "its text alternative is kept; to have it shown, save it as PNG or SVG and insert that", at: range
    )
  }

  static func macrosIgnored() -> Diagnostic {
    Diagnostic("DOCX-022", .note, "the document's macros are not run", hint: "nothing to do")
  }

  static func printPages(_ count: Int) -> Diagnostic {
    Diagnostic(
      "DOCX-023", .note,
      "\(counted(count, "print page")) marked, where the program that saved the document last turned pages",
      hint: "compare with the print edition; pages turn elsewhere with other fonts")
  }

  static func alternativeIsFileName(_ words: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-024", .warning, "the alternative text looks like the name of a file: \(quoted(words))",
      hint: "write what the picture says, or mark it as decorative", at: range)
  }

  static func drawingLeftOut(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-025", .note, "a drawn shape without text or alternative text is left out: \(quoted(name))",
      hint: "if it means something, give it an alternative text", at: range)
  }

  static func fieldWithoutResult(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-026", .warning, "a field shows nothing, or is not understood: \(quoted(name))",
      hint: "update the document's fields in Word (Ctrl+A, F9)", at: range)
  }

  static func diagramUnreadable(_ what: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-027", .warning, "the content of a \(what) cannot be read",
      hint: "say in its alternative text, or in the text beside it, what it shows", at: range)
  }

  static func headRowGuessed(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-028", .note, "the first row of a table, all bold, is taken for its column headings",
      hint: "say so in Word: Table Properties, Row, Repeat as header row", at: range)
  }

  static func textInLanguage(_ language: String, words: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-029", .note, "\(counted(words, "word")) taken to be in \(quoted(language)), the first here",
      hint: "if that is wrong, set the proofing language in Word", at: range)
  }

  static func formulaPartUnknown(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-030", .warning, "a part of a formula is not understood, and its letters kept: \(quoted(name))",
      hint: "compare the formula with the source", at: range)
  }

  static func noHeadingStyles(_ words: String, count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-031", .warning,
      "no paragraph has a heading style, and \(count) look like headings, the first: \(quoted(words))",
      hint: "give headings the styles Heading 1, Heading 2 and so on, so that readers find their way",
      at: range)
  }

  static func inkLeftOut(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-032", .warning, "handwriting or a part by another program is left out",
      hint: "write what it says into the text", at: range)
  }

  static func subdocumentLeftOut(_ address: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DOCX-033", .note,
      "a part of the document is in another file and left out: \(quoted(address, limit: 80))",
      hint: "convert that file too, or take it into the document in Word", at: range)
  }
}
