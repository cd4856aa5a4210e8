import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

/// The ways a table is written down.
enum TableForm: String {
  case linear
  case listed

  /// Linear when the profile allows it for so many columns and no entry holds what parts entries
  /// (BANA Formats 11.17); else listed, which fits any page.
  static func choose(for grid: TableGrid, style: TableStyle) -> TableForm {
    guard grid.columnCount <= style.linearUpToColumns else { return .listed }
    // An entry that covers several columns would put those after it under the wrong headings.
    guard grid.rows.allSatisfy({ $0.allSatisfy { $0.cell.columnSpan == 1 } }) else { return .listed }
    let cells = [grid.headings.joined().map(\.self), grid.rows.joined().map(\.cell)].joined()
    return cells.allSatisfy(\.isOnePhrase) ? .linear : .listed
  }
}

extension TableCell {
  /// Whether what stands in the cell is nothing, or one paragraph without semicolons.
  fileprivate var isOnePhrase: Bool {
    guard blocks.count < 2, let block = blocks.first else { return blocks.isEmpty }
    return switch block {
    case .paragraph(let node): !node.inlines.plainText.contains(";")
    case .heading(let node): !node.inlines.plainText.contains(";")
    case .mathematics: true
    case .list, .definitionList, .blockQuote, .code, .table, .figure, .aside, .lineGroup, .separator,
      .pageBreak, .division:
      false
    }
  }
}

/// What stands between the entries of a row in linear form.
struct LinearSeparators {
  private let wording: TableStyle.LinearWording
  /// The signs as they are brailled after a word, for where there is none.
  private let cells: [Character: String]

  init(_ wording: TableStyle.LinearWording, _ translator: Translator) throws(ConversionFailure) {
    self.wording = wording
    var cells: [Character: String] = [:]
    for sign in [";", ":"] as [Character] {
      let cell = try translator.translate([TextRun("a\(sign)")]).text.cells.last
      cells[sign] = cell.flatMap { Unicode.Scalar(0x2800 + UInt32($0)) }.map(String.init)
    }
    self.cells = cells
  }

  /// What follows the entry at an index, from 0. After guide dots the sign is given in cells:
  /// translated as print it would be taken to stand alone, and marked as such.
  func after(_ index: Int, isBlank: Bool = false) -> String {
    let sign: Character = wording == .colonThenSemicolons && index == 0 ? ":" : ";"
    return (isBlank ? cells[sign] : nil) ?? String(sign)
  }
}

/// The transcriber's notes that explain a table's form.
enum TableWords {
  static let linear = "Table in paragraph form. Columns follow one another in this order:"
  static let listed = """
    Print format is changed. Row headings are blocked in cell 5; column headings begin in cell 1. \
    All headings are repeated for clarity. A colon separates headings from table entries.
    """
  static let listedWithoutHeadings = """
    Print format is changed. The first entry of each row is blocked in cell 5; the other entries \
    begin in cell 1.
    """
  static let noHeading = "no heading"
  static let withoutEntries = "Columns without entries:"
  static let blankEntry = "A series of three dot fives indicates a blank entry in print."
}

extension Diagnostic {
  static func tableForm(_ form: TableForm, columns: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-008", .note, "a table of \(columns) columns is brailled in \(form.rawValue) form",
      hint: "the profile and what the cells hold decide", at: range)
  }

  static func runTogether(_ kind: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-009", .warning, "a \(kind) inside a table cell is brailled as running text",
      hint: "move it out of the table if its shape matters", at: range)
  }

  static func spansNotRepeated(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-020", .warning, "cells that cover many rows stand in the first of them only",
      hint: "writing them in every row would make the table many times as long", at: range)
  }
}
