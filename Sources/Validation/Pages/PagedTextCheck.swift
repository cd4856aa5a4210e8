public import Diagnostics

/// Checks that a file of braille pages is what embossers and displays accept: cells and nothing else,
/// lines no wider than the page, pages no longer, a form feed after the last line of each.
public struct PagedTextCheck: Sendable {
  private let alphabet: Alphabet
  private let formFeeds: FormFeeds

  /// BRF: the 64 characters of North American ASCII braille, 0x20 to 0x5F; lower-case letters, the
  /// grave accent and `{|}~` stand for some of the same cells.
  public static let brf = PagedTextCheck(alphabet: .eitherCase, formFeeds: .after)
  /// Unicode braille patterns, U+2800 to U+28FF, with U+0020 for a blank.
  public static let unicode = PagedTextCheck(alphabet: .patternsOrSpaces, formFeeds: .after)

  /// BRF as options ask for it.
  public static func brf(_ alphabet: Alphabet, formFeeds: FormFeeds) -> PagedTextCheck {
    PagedTextCheck(alphabet: alphabet, formFeeds: formFeeds)
  }

  /// Unicode braille as options ask for it.
  public static func unicode(_ alphabet: Alphabet, formFeeds: FormFeeds) -> PagedTextCheck {
    PagedTextCheck(alphabet: alphabet, formFeeds: formFeeds)
  }

  /// Which characters stand for cells.
  public enum Alphabet: Sendable {
    /// North American ASCII braille, in upper case, in lower case, or in both.
    case upperCase
    case lowerCase
    case eitherCase
    /// Braille patterns, with U+2800 for a blank, with the space for it, or with either.
    case patterns
    case patternsAndSpaces
    case patternsOrSpaces
  }

  /// Where form feeds must stand.
  public enum FormFeeds: Sendable {
    case after
    case between
    case none
  }

  /// All that is wrong with `bytes` as pages of `cells` by `lines`.
  public func faults(in bytes: [UInt8], cells: Int, lines: Int) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var page = 1
    var line = 1
    var column = 0
    // Where an editor shows it; some count a form feed as the end of a line, most do not.
    var fileLine = 1
    var fileColumn = 0
    var here: SourceRange {
      let place = SourcePosition(line: fileLine, column: fileColumn)
      return SourceRange(place, place)
    }
    var isOpen = false
    var afterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      fileColumn += 1
      if afterReturn, scalar != "\n" {
        faults.append(.notBraille("\r", page: page, line: line, column: column + 1).at(here))
      }
      afterReturn = scalar == "\r"
      switch scalar {
      case "\r": break
      case "\n":
        if column > cells {
          faults.append(.lineTooWide(page: page, line: line, cells: column, limit: cells).at(here))
        }
        line += 1
        column = 0
        fileLine += 1
        fileColumn = 0
      case "\u{C}":
        if formFeeds == .none { faults.append(.needlessFormFeed(page: page).at(here)) }
        if column > 0 { faults.append(.formFeedInLine(page: page, line: line).at(here)) }
        if line - 1 > lines {
          faults.append(.pageTooLong(page: page, lines: line - 1, limit: lines).at(here))
        }
        page += 1
        line = 1
        column = 0
      default:
        column += 1
        if !isCell(scalar) {
          faults.append(.notBraille(scalar, page: page, line: line, column: column).at(here))
        }
      }
      isOpen = scalar != "\u{C}"
    }
    switch formFeeds {
    case .after:
      if isOpen { faults.append(.noFinalFormFeed().at(here)) }
    case .between:
      if !isOpen, page > 1 { faults.append(.needlessFormFeed(page: page - 1).at(here)) }
    case .none: break
    }
    if formFeeds != .after, isOpen, line - 1 > lines {
      faults.append(.pageTooLong(page: page, lines: line - 1, limit: lines).at(here))
    }
    return faults
  }

  /// The size the pages of a file need: its widest line and its longest page.
  public func size(of bytes: [UInt8]) -> (cells: Int, lines: Int) {
    var size = (cells: 1, lines: 1)
    var line = 0
    var column = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\r": break
      case "\n":
        line += 1
        size.cells = max(size.cells, column)
        column = 0
      case "\u{C}":
        size = (max(size.cells, column), max(size.lines, line))
        (line, column) = (0, 0)
      default: column += 1
      }
    }
    return (max(size.cells, column), max(size.lines, line + (column > 0 ? 1 : 0)))
  }

  private func isCell(_ scalar: Unicode.Scalar) -> Bool {
    switch alphabet {
    case .upperCase: (0x20...0x5F).contains(scalar.value)
    case .lowerCase: (0x20...0x3F).contains(scalar.value) || (0x5F...0x7E).contains(scalar.value)
    case .eitherCase: (0x20...0x7E).contains(scalar.value)
    case .patterns: (0x2800...0x28FF).contains(scalar.value)
    case .patternsAndSpaces: (0x2801...0x28FF).contains(scalar.value) || scalar == " "
    case .patternsOrSpaces: (0x2800...0x28FF).contains(scalar.value) || scalar == " "
    }
  }
}

extension Diagnostic {
  fileprivate func at(_ range: SourceRange) -> Diagnostic {
    var diagnostic = self
    diagnostic.range = range
    return diagnostic
  }

  static func lineTooWide(page: Int, line: Int, cells: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      "BRF-001", .error, "page \(page), line \(line) has \(cells) cells where the page has \(limit)",
      hint: "the program that wrote the file is at fault; if it is coformat, please report it")
  }

  static func pageTooLong(page: Int, lines: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      "BRF-002", .error, "page \(page) has \(lines) lines where the page has \(limit)",
      hint: "the program that wrote the file is at fault; if it is coformat, please report it")
  }

  static func notBraille(_ scalar: Unicode.Scalar, page: Int, line: Int, column: Int) -> Diagnostic {
    Diagnostic(
      "BRF-003", .error,
      "page \(page), line \(line), cell \(column): \(quoted(String(scalar))) stands for no cell",
      hint: "the program that wrote the file is at fault; if it is coformat, please report it")
  }

  static func formFeedInLine(page: Int, line: Int) -> Diagnostic {
    Diagnostic(
      "BRF-004", .error, "page \(page) ends within line \(line): a form feed stands only after a line end",
      hint: "the program that wrote the file is at fault; if it is coformat, please report it")
  }

  static func needlessFormFeed(page: Int) -> Diagnostic {
    Diagnostic(
      "BRF-006", .error, "page \(page) has a form feed after it where none should be",
      hint: "the program that wrote the file is at fault; if it is coformat, please report it")
  }

  static func noFinalFormFeed() -> Diagnostic {
    Diagnostic(
      "BRF-005", .error, "the last page has no form feed after it",
      hint: "the program that wrote the file is at fault; if it is coformat, please report it")
  }
}
