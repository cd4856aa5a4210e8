import BrailleMathematics
import BrailleTranslation
import TestSupport

/// Braille of formulas, as tests write it.
enum MathTest {
  static let translator: Translator? = try? Translator(code: BrailleCodes.find("ueb"), grade: "2")

  /// The cells of a formula as Unicode braille, rows parted by `⠸⠀` as the gold data parts them.
  static func braille(
    _ expression: MathExpression, grade: String = "2", operationSpacing: OperationSpacing = .closed
  ) throws -> String {
    let translator =
      grade == "2" ? try unwrap(translator) : try Translator(code: BrailleCodes.find("ueb"), grade: grade)
    let braille = try MathBrailleWriter(translator: translator, operationSpacing: operationSpacing).braille(
      expression)
    var text = ""
    for (index, cell) in braille.text.cells.enumerated() {
      text += braille.rowEnds.contains(index) ? "⠸⠀" : unicode([cell])
    }
    return text
  }

  static func tex(_ source: String, display: TeXReader.Display = .inline, grade: String = "2") throws
    -> String
  {
    try braille(TeXReader.read(source, display: display), grade: grade)
  }

  static func unicode(_ cells: [UInt8]) -> String {
    String(String.UnicodeScalarView(cells.compactMap { Unicode.Scalar(0x2800 + UInt32($0)) }))
  }

  private struct NoTranslator: Error {}

  static func unwrap(_ translator: Translator?) throws -> Translator {
    guard let translator else { throw NoTranslator() }
    return translator
  }
}

/// A row of the gold data.
struct GoldRow {
  var name: String
  /// What MathCAT was asked to do otherwise than it does by default.
  var preferences: String
  var markup: String
  var braille: String

  static func all() throws -> [GoldRow] {
    try SharedData.text("braille/mathml_ueb_mathcat.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
      .compactMap { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count >= 6 else { return nil }
        // A statement of the programming language was caught in the collecting of two rows.
        let markup = fields[4].split(separator: "return Ok(());", omittingEmptySubsequences: false).joined()
        return GoldRow(name: fields[1], preferences: fields[3], markup: markup, braille: fields[5])
      }
  }
}
