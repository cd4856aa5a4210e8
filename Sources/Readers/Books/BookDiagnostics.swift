import Diagnostics
import Packaging

extension Diagnostic {
  static func bookPackageUnreadable(_ fault: PackageFault) -> Diagnostic {
    let reason: String
    switch fault {
    case .notAZip(let text): reason = "it is no whole ZIP archive: \(text)"
    case .notWritten(let text): reason = text
    case .unsafeName(let name): reason = "it holds a file whose name leads out of it: \(quoted(name))"
    case .sameName(let name): reason = "it holds two files of one name: \(quoted(name))"
    case .unreadable(let name, let text): reason = "\(quoted(name)) in it cannot be unpacked: \(text)"
    case .tooLarge(let name): reason = "\(quoted(name)) in it unpacks to more than the limit"
    case .tooManyFiles(let count): reason = "it holds \(count) files"
    }
    return Diagnostic(
      "BKS-001", .error, "the package cannot be opened: \(reason)",
      hint: "get it again from where it came from, or make it again with the program that wrote it")
  }

  static func bookPackageIrregular(_ reason: String) -> Diagnostic {
    Diagnostic(
      "BKS-002", .note,
      "the package is read though it is not put together by the rules: \(quoted(reason, limit: 80))",
      hint: "compare the result with what a reading program shows")
  }

  static func bookPartMissing(_ path: String) -> Diagnostic {
    Diagnostic(
      "BKS-003", .warning, "a part of the text, \(quoted(path, limit: 80)), is not in the package",
      hint: "the edition lacks it: get a complete package")
  }

  static func bookPartBroken(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "BKS-004", .warning,
      "a part of the text, \(quoted(path, limit: 80)), cannot be read and is left out: \(reason)",
      hint: "correct the part, or get a sound package")
  }

  static func bookPageNotXML(_ path: String, _ reason: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BKS-005", .warning,
      "\(quoted(path, limit: 80)) is not well-formed and is read as browsers read HTML: \(quoted(reason, limit: 120))",
      hint: "compare this part of the result with the source", at: range)
  }

  static func bookRefersOutside(_ path: String) -> Diagnostic {
    Diagnostic(
      "BKS-006", .warning,
      "the document type of \(quoted(path, limit: 80)) asks for another file, and no other file is read",
      hint: "declare entities in the file itself, or use characters")
  }

  static func bookLinksLost(_ count: Int, first: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BKS-007", .note,
      "\(counted(count, "link")) to what is no part of the text kept as words: \(quoted(first, limit: 80))",
      hint: "nothing is missing from the text; what the links led to is only in the source", at: range)
  }

  static func bookPictureMissing(_ path: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BKS-008", .warning, "the picture \(quoted(path, limit: 80)) is not in the package: its words stay",
      hint: "get a complete package if the edition is to show pictures", at: range)
  }

  static func bookScripted(_ path: String) -> Diagnostic {
    Diagnostic(
      "BKS-009", .note, "\(quoted(path, limit: 80)) holds programs, which are not run",
      hint: "what they would change or add is not in the edition: compare with a reading program")
  }
}
