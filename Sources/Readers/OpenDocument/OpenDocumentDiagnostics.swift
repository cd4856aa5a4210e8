import Diagnostics
import Packaging

extension Diagnostic {
  static func openDocumentUnreadable(_ fault: PackageFault) -> Diagnostic {
    Diagnostic(
      "ODT-001", .error, "the OpenDocument file cannot be opened: \(fault.reason)",
      hint:
        "open it in LibreOffice and save it again; a file that LibreOffice does not open either is damaged")
  }

  static func notOpenDocumentText(_ kind: String) -> Diagnostic {
    Diagnostic(
      "ODT-002", .error, "this is \(kind), not an OpenDocument text",
      hint: "check that it is the file you mean; a table may be pasted into a text document")
  }

  static func openDocumentTextMissing(holds kind: String) -> Diagnostic {
    Diagnostic(
      "ODT-003", .error, "this is \(kind): the text of an OpenDocument file, content.xml, is not in it",
      hint: "check that it is the file you mean")
  }

  static func openDocumentBroken(_ path: String, _ reason: String, line: Int) -> Diagnostic {
    Diagnostic(
      "ODT-004", .error,
      "the document's text\(path.isEmpty ? "" : ", \(quoted(path, limit: 80)),") is broken at line \(line): \(quoted(reason, limit: 120))",
      hint: "open it in LibreOffice, which repairs some files, and save it again")
  }

  static func openDocumentEncrypted() -> Diagnostic {
    Diagnostic(
      "ODT-005", .error, "the document is locked with a password",
      hint: "open it in LibreOffice, save it with Save As without \"Save with password\", and convert that")
  }

  static func openDocumentIrregular(_ what: String) -> Diagnostic {
    Diagnostic(
      "ODT-006", .note, "the file is read though it is not put together by the rules: \(what)",
      hint: "compare the result with what LibreOffice shows")
  }

  static func openDocumentPartBroken(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "ODT-007", .warning,
      "a part of the file is broken and left out: \(quoted(path, limit: 80)): \(quoted(reason, limit: 120))",
      hint: "open it in LibreOffice and save it again")
  }

  static func openDocumentChanges(insertions: Int, deletions: Int, _ treatment: String) -> Diagnostic {
    Diagnostic(
      "ODT-008", .warning,
      "tracked changes \(treatment): \(counted(insertions, "insertion")), \(counted(deletions, "deletion"))",
      hint: "settle the changes in LibreOffice, or choose with --changes accept, reject or show")
  }

  static func annotationsLeftOut(_ count: Int) -> Diagnostic {
    Diagnostic(
      "ODT-009", .note, "\(counted(count, "comment")) left out",
      hint: "to have them as notes, give --comments keep")
  }

  static func openDocumentHidden(_ words: String, count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ODT-010", .note, "hidden text left out, \(counted(count, "word")), the first: \(quoted(words))",
      hint: "show it in LibreOffice (a section's, a paragraph's or the characters' own setting) to keep it",
      at: range)
  }

  static func openDocumentHeaders(_ words: String) -> Diagnostic {
    Diagnostic(
      "ODT-011", .note, "page headers and footers left out: \(quoted(words, limit: 80))",
      hint: "if one says what the text does not, write that into the text")
  }

  static func openDocumentNoteEmpty(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ODT-012", .warning, "a note has no text, or stands too deep within others, and is left out",
      hint: "take the note out, or write its text again", at: range)
  }

  static func openDocumentPictureMissing(_ target: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ODT-013", .warning, "a picture or object is not in the file: \(quoted(target, limit: 80))",
      hint: "insert it again; its text alternative is kept", at: range)
  }

  static func openDocumentObject(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ODT-014", .warning,
      "an object of another program is kept as its picture, if it has one: \(quoted(name))",
      hint: "say in its text alternative what it holds, or copy its text into the document", at: range)
  }

  static func openDocumentCovered(_ words: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ODT-015", .warning, "text in a merged cell, which is not shown, is kept: \(quoted(words))",
      hint: "split the cell in LibreOffice and look what it holds", at: range)
  }

  static func openDocumentFlattened(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ODT-016", .warning,
      "tables or boxes nest too deep from here on: what is deeper is kept as paragraphs",
      hint: "nest tables less deeply", at: range)
  }

  static func openDocumentBookmarkMissing(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ODT-017", .note, "a reference leads to \(quoted(name)), which is not there",
      hint: "update the document's fields and indexes in LibreOffice (Tools, Update, Update All)", at: range)
  }

  static func openDocumentActiveAddress(_ address: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ODT-018", .warning, "an address that holds a program or a page left out: \(quoted(address))",
      hint: "link to a page or a file instead; the words of the link are kept", at: range)
  }

  static func openDocumentMacros() -> Diagnostic {
    Diagnostic("ODT-019", .note, "the document's macros are not run", hint: "nothing to do")
  }

  static func openDocumentPages(_ count: Int) -> Diagnostic {
    Diagnostic(
      "ODT-020", .note,
      "\(counted(count, "print page")) marked, where the program that saved the document last turned pages",
      hint: "compare with the print edition; pages turn elsewhere with other fonts")
  }

  static func openDocumentFileNameAlternative(_ words: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ODT-021", .warning, "the alternative text looks like the name of a file: \(quoted(words))",
      hint: "write what the picture says, or mark it as decorative", at: range)
  }

  static func openDocumentShapeLeftOut(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ODT-022", .note, "a drawn shape without text or alternative text is left out: \(quoted(name))",
      hint: "if it means something, give it an alternative text", at: range)
  }

  static func openDocumentHeadGuessed(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ODT-023", .note, "the first row of a table, all bold, is taken for its column headings",
      hint: "say so in LibreOffice: Table Properties, Text Flow, Repeat heading", at: range)
  }

  static func openDocumentLanguage(_ language: String, words: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ODT-024", .note, "\(counted(words, "word")) taken to be in \(quoted(language)), the first here",
      hint: "if that is wrong, set the language of the characters in LibreOffice", at: range)
  }

  static func openDocumentNoHeadings(_ words: String, count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ODT-025", .warning,
      "no paragraph is a heading, and \(count) look like headings, the first: \(quoted(words))",
      hint: "give headings the styles Heading 1, Heading 2 and so on, so that readers find their way",
      at: range)
  }

  static func openDocumentLinkedSection(_ address: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ODT-026", .warning,
      "a part of the document is in another file and left out: \(quoted(address, limit: 80))",
      hint: "convert that file too, or save the document with its linked text", at: range)
  }

  static func openDocumentRepeated(_ what: String, kept: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ODT-028", .warning, "a \(what) of a table is repeated more often than any report needs: \(kept) kept",
      hint: "delete what is empty or the same over and over", at: range)
  }

  static func openDocumentPictureFormat(
    _ format: String, _ name: String, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "ODT-027", .note,
      "a picture is a drawing of the kind \(format), which only office programs show: \(quoted(name, limit: 80))",
      hint: "its text alternative is kept; to have it shown, save it as PNG or SVG and insert that", at: range
    )
  }
}
