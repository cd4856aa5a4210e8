import Diagnostics

extension Diagnostic {
  static func dtbookBroken(_ reason: String, line: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTI-001", .error, "the DTBook is broken at line \(line): \(quoted(reason, limit: 120))",
      hint: "correct the XML there, or make the DTBook again", at: range)
  }

  static func notADTBook(root: String) -> Diagnostic {
    Diagnostic(
      "DTI-002", .error, "this is XML and no DTBook: its root is \(quoted("<" + root + ">"))",
      hint: "convert a DTBook, or the format the XML was made from")
  }

  static func dtbookElementUnknown(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTI-003", .warning, "\(quoted("<" + name + ">")) is no element of DTBook: the text in it is kept",
      hint: "use the elements of DTBook 2005-3", at: range)
  }

  static func dtbookNoteMissing(_ id: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "DTI-004", .warning, "the note \(quoted(id)) that a reference leads to is not in the book",
      hint: "give the note that id, or correct the reference", at: range)
  }
}
