import Diagnostics

extension Diagnostic {
  static func wouldReplaceInput(_ path: String) -> Diagnostic {
    Diagnostic(
      "OUT-001", .error, "'\(path)' is what is being converted, and would be overwritten",
      hint: "give another name with -o")
  }

  static func cannotWrite(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "OUT-002", .error, "'\(path)' cannot be written: \(reason)",
      hint: "nothing was changed; choose a place with -o where you may write")
  }

  static func cannotWriteStandardOutput(_ reason: String) -> Diagnostic {
    Diagnostic(
      "OUT-011", .error, "standard output cannot be written: \(reason)",
      hint: "look at where it leads: part of it may be there already")
  }

  static func outputFolderMissing(_ path: String, folder: String) -> Diagnostic {
    Diagnostic(
      "OUT-003", .error, "'\(path)' cannot be written: there is no folder '\(folder)'",
      hint: "make the folder, or give another place with -o")
  }

  static func outputIsFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      "OUT-004", .error, "'\(path)' is a folder",
      hint: "to write into it, end it with '/'; otherwise give the name of a file")
  }

  static func sameOutput(_ path: String, _ first: String, _ second: String) -> Diagnostic {
    Diagnostic(
      "OUT-005", .error, "'\(first)' and '\(second)' would both be written to '\(path)'",
      hint: "nothing was converted; convert them one by one, each with its own -o")
  }

  static func severalInputsOneOutput(_ name: String, count: Int) -> Diagnostic {
    Diagnostic(
      "OUT-006", .error, "\(count) files cannot be written to \(name)",
      hint: "give a folder, ending it with '/', or convert them one by one")
  }

  /// Only a note: programs that stop reading early, such as `head`, do so on purpose.
  static func standardOutputClosed() -> Diagnostic {
    Diagnostic(
      "OUT-007", .note, "whatever was reading the standard output stopped before the end",
      hint: "write to a file with -o to have all of it")
  }

  static func severalPiecesOnStandardOutput(_ count: Int) -> Diagnostic {
    Diagnostic(
      "OUT-008", .error, "what was made is \(count) files, which standard output cannot hold",
      hint: "name a file or a folder with -o")
  }

  static func nothingToGoBeside(_ name: String) -> Diagnostic {
    Diagnostic(
      "PRF-001", .error, "a proof or a concordance goes beside the braille file, and \(name) is no file",
      hint: "name a file or a folder with -o")
  }

  static func notOnePiece(_ count: Int) -> Diagnostic {
    Diagnostic(
      "OUT-009", .error, "the renderer made \(count) files where one belongs",
      hint: "this is a fault of the renderer: report it")
  }

  static func unsafePiece(_ path: String) -> Diagnostic {
    Diagnostic(
      "OUT-010", .error, "the renderer named a file '\(path)', which leads out of its folder",
      hint: "nothing was written; this is a fault of the renderer: report it")
  }

  static func notPackaged(_ reason: String) -> Diagnostic {
    Diagnostic(
      "OUT-012", .error, "the pieces cannot be put in one file: \(reason)",
      hint: "nothing was written; this is a fault of the program: report it")
  }
}
