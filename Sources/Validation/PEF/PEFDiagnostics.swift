import Diagnostics

/// What is wrong with a value.
enum PEFFault {
  case missing
  case twice
  case unknown
  case notAllowed
  case wrong(String)

  fileprivate var words: String {
    switch self {
    case .missing: "is missing"
    case .twice: "is there more than once"
    case .unknown: "is not an element of Dublin Core"
    case .notAllowed: "is not allowed"
    case .wrong(let value): "may not be \(quoted(value))"
    }
  }
}

extension Diagnostic {
  private static let report =
    "the program that wrote the file is at fault; if it is coformat, please report it"

  static func pefNotWellFormed(_ message: String, line: Int, column: Int) -> Diagnostic {
    let place = SourcePosition(line: line, column: column)
    return Diagnostic(
      "PEF-001", .error, "not well-formed XML: \(message)", hint: report, at: SourceRange(place, place))
  }

  static func pefMisplaced(_ name: String, line: Int) -> Diagnostic {
    Diagnostic("PEF-002", .error, "\(quoted(name)) may not stand here", hint: report, at: .line(line))
  }

  static func pefVolumeAttributes(_ missing: [String], line: Int) -> Diagnostic {
    Diagnostic(
      "PEF-003", .error, "the volume lacks \(missing.joined(separator: ", "))", hint: report, at: .line(line))
  }

  static func pefNotBraille(_ scalar: Unicode.Scalar, row: Int, line: Int) -> Diagnostic {
    Diagnostic(
      "PEF-004", .error,
      "row \(row) of the page holds \(quoted(String(scalar))), which is no braille pattern",
      hint: report, at: .line(line))
  }

  static func pefRowTooWide(row: Int, cells: Int, limit: Int, line: Int) -> Diagnostic {
    Diagnostic(
      "PEF-005", .error, "row \(row) of the page has \(cells) cells where \(limit) fit", hint: report,
      at: .line(line))
  }

  static func pefPageTooLong(rows: Int, limit: Int, line: Int) -> Diagnostic {
    Diagnostic(
      "PEF-006", .error, "the page takes the height of \(rows) rows where \(limit) fit", hint: report,
      at: .line(line))
  }

  static func pefMetadata(_ name: String, _ fault: PEFFault, line: Int) -> Diagnostic {
    Diagnostic("PEF-007", .error, "the metadata \(name) \(fault.words)", hint: report, at: .line(line))
  }

  static func pefAttribute(_ name: String, of element: String, _ fault: PEFFault, line: Int) -> Diagnostic {
    Diagnostic(
      "PEF-008", .error, "the attribute \(quoted(name)) of \(quoted(element)) \(fault.words)", hint: report,
      at: .line(line))
  }

  static func pefMissing(_ child: String, in parent: String, line: Int) -> Diagnostic {
    Diagnostic(
      "PEF-009", .error, "there is no \(quoted(child)) in this \(quoted(parent))", hint: report,
      at: .line(line))
  }

  static func pefText(in element: String, line: Int) -> Diagnostic {
    Diagnostic(
      "PEF-010", .error, "text stands in \(quoted(element)), which holds elements only", hint: report,
      at: .line(line))
  }
}
