public import Diagnostics
import XMLTree

/// Checks a PEF file against PEF 1.0 (2008-1): what the schema says of structure and what its two
/// Schematron rules say of sizes, which schema validators miss.
public enum PEFCheck {
  static let namespace = "http://www.daisy.org/ns/2008/pef"

  /// All that is wrong with `bytes` as a PEF file.
  public static func faults(in bytes: [UInt8]) -> [Diagnostic] {
    var state = State()
    do {
      try XMLEvents.read(bytes) { state.handle($0) }
    } catch {
      return [.pefNotWellFormed(error.message, line: error.line, column: error.column)]
    }
    return state.faults + state.missing
  }

  private struct State {
    var faults: [Diagnostic] = []
    var path: [String] = []
    var metadata: Set<String> = []
    var format = ""
    var rows = 0
    var volumeSize: [(columns: Int, rows: Int)] = []
    var sectionSize: [(columns: Int, rows: Int)] = []
    var rowsOnPage = 0
    var text = ""

    /// What each element may stand in; the root stands in nothing.
    static let parents: [String: String] = [
      "pef": "", "head": "pef", "meta": "head", "body": "pef", "volume": "body",
      "section": "volume", "page": "section", "row": "page",
    ]

    mutating func handle(_ event: XMLEvent) {
      switch event {
      case .start(let name, let space, let attributes, let line):
        begin(name, in: space, attributes, line: line)
      case .text(let string, _): text += string
      case .end(let name, let space): end(name, in: space)
      }
    }

    private mutating func begin(_ name: String, in space: String, _ attributes: [XMLAttribute], line: Int) {
      text = ""
      if space == PEFCheck.namespace {
        if Self.parents[name] != path.last ?? "" { faults.append(.pefMisplaced(name, line: line)) }
        let value = { (key: String) in attributes.first { $0.name == key }?.value }
        switch name {
        case "volume":
          let numbers = ["cols", "rows", "rowgap"].map { value($0).flatMap { Int($0) } }
          if numbers.contains(where: { $0 == nil }) || !["true", "false"].contains(value("duplex") ?? "") {
            faults.append(.pefVolumeAttributes(line: line))
          }
          volumeSize = [(numbers[0] ?? 0, numbers[1] ?? 0)]
        case "section":
          let size = volumeSize.last ?? (0, 0)
          sectionSize = [
            (
              value("cols").flatMap { Int($0) } ?? size.columns,
              value("rows").flatMap { Int($0) } ?? size.rows
            )
          ]
        case "page": rowsOnPage = 0
        case "row": rowsOnPage += 1
        default: break
        }
      }
      path.append(space == PEFCheck.namespace ? name : "")
    }

    private mutating func end(_ name: String, in space: String) {
      path.removeLast()
      if space == "http://purl.org/dc/elements/1.1/" {
        metadata.insert(name)
        if name == "format" { format = text }
      }
      guard space == PEFCheck.namespace, let size = sectionSize.last else { return }
      if name == "row" {
        if !text.unicodeScalars.allSatisfy({ ("\u{2800}"..."\u{28FF}").contains($0) }) {
          faults.append(.pefNotBraille(row: rowsOnPage))
        }
        if text.unicodeScalars.count > size.columns {
          faults.append(.pefRowTooWide(row: rowsOnPage, limit: size.columns))
        }
      }
      if name == "page", rowsOnPage > size.rows {
        faults.append(.pefPageTooLong(rows: rowsOnPage, limit: size.rows))
      }
    }

    var missing: [Diagnostic] {
      var missing: [Diagnostic] = []
      if !metadata.contains("identifier") { missing.append(.pefMetadata("dc:identifier")) }
      if format != "application/x-pef+xml" { missing.append(.pefMetadata("dc:format")) }
      return missing
    }
  }
}

extension Diagnostic {
  private static let report = "this is a fault of the program that wrote the file: please report it"

  static func pefNotWellFormed(_ message: String, line: Int, column: Int) -> Diagnostic {
    Diagnostic(
      "PEF-001", .error, "not well-formed XML at line \(line), column \(column): \(message)", hint: report)
  }

  static func pefMisplaced(_ name: String, line: Int) -> Diagnostic {
    Diagnostic("PEF-002", .error, "line \(line): “\(name)” may not stand here", hint: report)
  }

  static func pefVolumeAttributes(line: Int) -> Diagnostic {
    Diagnostic(
      "PEF-003", .error, "line \(line): a volume needs cols, rows, rowgap and duplex", hint: report)
  }

  static func pefNotBraille(row: Int) -> Diagnostic {
    Diagnostic(
      "PEF-004", .error, "row \(row) of a page holds something other than braille patterns", hint: report)
  }

  static func pefRowTooWide(row: Int, limit: Int) -> Diagnostic {
    Diagnostic("PEF-005", .error, "row \(row) of a page has more than \(limit) cells", hint: report)
  }

  static func pefPageTooLong(rows: Int, limit: Int) -> Diagnostic {
    Diagnostic("PEF-006", .error, "a page has \(rows) rows where the section has \(limit)", hint: report)
  }

  static func pefMetadata(_ name: String) -> Diagnostic {
    Diagnostic("PEF-007", .error, "the metadata \(name) is missing or wrong", hint: report)
  }
}
