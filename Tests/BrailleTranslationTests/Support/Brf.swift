import BrailleTranslation

/// Cells as North American ASCII braille, the shortest way to write expectations down.
enum Brf {
  static let table = Array(" A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=")

  static func text(_ cells: [UInt8]) -> String {
    String(cells.map { $0 < 64 ? table[Int($0)] : "?" })
  }

  static func cells(_ text: String) -> [UInt8] {
    text.map { UInt8(table.firstIndex(of: $0) ?? 255) }
  }
}

extension Translator {
  static func ueb(_ grade: String = "2", survey: PrintSurvey = PrintSurvey()) throws -> Translator {
    try Translator(code: BrailleCodes.find("ueb"), grade: grade, survey: survey)
  }

  /// The braille of plain text, in ASCII braille.
  func brf(_ text: String) throws -> String { try brf([TextRun(text)]) }

  func brf(_ runs: [TextRun]) throws -> String { Brf.text(try translate(runs).text.cells) }
}
