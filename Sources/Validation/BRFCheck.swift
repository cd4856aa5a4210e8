public import Diagnostics

/// Checks that a BRF file is what embossers and displays accept.
public enum BRFCheck {
  /// All that is wrong with `bytes` as a BRF of pages of `cells` by `lines`.
  ///
  /// A BRF holds the 64 characters of North American ASCII braille (0x20 to 0x5F; lower-case letters
  /// and `{|}~` and the grave accent stand for some of the same cells), lines no wider than the
  /// page, pages no longer, and a form feed after the last line of each page.
  public static func faults(in bytes: [UInt8], cells: Int, lines: Int) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var page = 1
    var line = 1
    var column = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A:
        break
      case 0x0A:
        if column > cells { faults.append(.lineTooWide(page: page, line: line, cells: column, limit: cells)) }
        line += 1
        column = 0
      case 0x0C:
        if column > 0 { faults.append(.formFeedInLine(page: page, line: line)) }
        if line - 1 > lines { faults.append(.pageTooLong(page: page, lines: line - 1, limit: lines)) }
        page += 1
        line = 1
        column = 0
      case 0x20...0x5F, 0x60...0x7E:
        column += 1
      default:
        faults.append(.notBraille(byte, page: page, line: line, column: column + 1))
        column += 1
      }
      index += 1
    }
    if !bytes.isEmpty, bytes.last != 0x0C { faults.append(.noFinalFormFeed()) }
    return faults
  }
}

extension Diagnostic {
  static func lineTooWide(page: Int, line: Int, cells: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      "BRF-001", .error, "page \(page), line \(line) has \(cells) cells where the page has \(limit)",
      hint: "this is a fault of the program that wrote the file: please report it")
  }

  static func pageTooLong(page: Int, lines: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      "BRF-002", .error, "page \(page) has \(lines) lines where the page has \(limit)",
      hint: "this is a fault of the program that wrote the file: please report it")
  }

  static func notBraille(_ byte: UInt8, page: Int, line: Int, column: Int) -> Diagnostic {
    Diagnostic(
      "BRF-003", .error,
      "page \(page), line \(line), cell \(column): the byte \(byte) is none of the 64 characters of BRF",
      hint: "this is a fault of the program that wrote the file: please report it")
  }

  static func formFeedInLine(page: Int, line: Int) -> Diagnostic {
    Diagnostic(
      "BRF-004", .error, "page \(page) ends within line \(line): a form feed stands only after a line end",
      hint: "this is a fault of the program that wrote the file: please report it")
  }

  static func noFinalFormFeed() -> Diagnostic {
    Diagnostic(
      "BRF-005", .error, "the last page has no form feed after it",
      hint: "this is a fault of the program that wrote the file: please report it")
  }
}
