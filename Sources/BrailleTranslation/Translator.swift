public import Diagnostics

/// Turns styled print text into cells, in one code and grade.
///
/// A whole paragraph is given at once: contractions, capitals and emphasis passages depend on what
/// stands around a word, so layout comes after translation, never before.
public final class Translator: Sendable {
  /// The code translated into.
  public let code: BrailleCode
  /// The grade of it.
  public let grade: BrailleCode.Grade

  private let tables: String
  private let uncontractedTables: String

  /// Makes a translator; the tables are found, read and checked here.
  ///
  /// - Throws: when the code lacks the grade, a table is missing or liblouis cannot use it.
  public init(
    code: BrailleCode, grade gradeName: String, quotation: QuotationStyle = .double
  ) throws(ConversionFailure) {
    guard let grade = code.grade(gradeName) else {
      throw ConversionFailure(.unknownGrade(gradeName, of: code))
    }
    self.code = code
    self.grade = grade
    let folders = TableFiles.folders()
    tables = try TableFiles.list(grade.tables, in: folders)
    uncontractedTables = try TableFiles.list((code.grades.first ?? grade).tables, in: folders)
    try Liblouis.shared.compile(tables)
  }

  /// Translates a paragraph, or any text that stands by itself, in one go.
  ///
  /// - Throws: when liblouis fails on it, which no text is known to cause.
  public func translate(_ runs: [TextRun]) throws(ConversionFailure) -> Translation {
    var print: [UInt32] = []
    for run in runs { for scalar in run.text.unicodeScalars { print.append(scalar.value) } }
    guard !print.isEmpty else { return Translation() }
    let raw = try Liblouis.shared.translate(print, tables: tables)
    var text = BrailleText()
    var last: Int32 = 0
    for (cell, origin) in zip(raw.cells, raw.origins) {
      last = max(last, origin)
      text.cells.append(cell)
      text.origins.append(last)
      text.breaks.append(cell != 0 ? .never : print[Int(last)] == 0xA0 ? .reluctantBlank : .blank)
    }
    return Translation(text: text, substitutions: [])
  }

  /// Translates cells back to print, for proofs and tests.
  ///
  /// - Parameters:
  ///   - cells: dots as in `BrailleText.cells`, without emphasis or transcriber's note signs, which
  ///     liblouis does not read back.
  ///   - grade: of the cells; nil for the translator's own.
  public func backTranslate(_ cells: [UInt8]) throws(ConversionFailure) -> String {
    try Liblouis.shared.backTranslate(cells.map { 0x2800 + UInt32($0) }, tables: tables)
  }
}

/// Braille and what was substituted in it.
public struct Translation: Hashable, Sendable {
  /// The cells.
  public var text: BrailleText
  /// Characters that were not brailled as themselves, in the order of the print.
  public var substitutions: [Substitution]

  /// Makes a translation.
  public init(text: BrailleText = BrailleText(), substitutions: [Substitution] = []) {
    self.text = text
    self.substitutions = substitutions
  }
}

/// Which quotation marks a document's print uses for a quotation that stands in no other (RUEB 7.6).
public enum QuotationStyle: Sendable {
  /// “Double” outside, ‘single’ inside.
  case double
  /// ‘Single’ outside, “double” inside.
  case single
}
