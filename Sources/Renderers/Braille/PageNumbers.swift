import BrailleLayout
import BrailleTranslation
import Diagnostics

/// Writes page numbers in a code's cells, without asking liblouis for each.
struct PageNumbers: Sendable {
  /// What goes before the digits: the numeric indicator, in codes that have one.
  private let prefix: [UInt8]
  private let digits: [[UInt8]]

  /// Learns the code's digits by translating each once.
  init(_ translator: Translator) throws(ConversionFailure) {
    var translated: [[UInt8]] = []
    for digit in 0...9 { translated.append(try translator.translate([TextRun("\(digit)")]).text.cells) }
    prefix = Array(translated[1].dropLast())
    digits = translated.map { Array($0.suffix(1)) }
  }

  /// The cells of a number with letters before it, unspaced: `p3`.
  static func cells(
    _ cells: @escaping @Sendable (Int) -> [UInt8], prefix: [UInt8], on shown: BookStyle.NumberedSides,
    of sides: Sides
  ) -> @Sendable (Int) -> [UInt8] {
    { number in
      if sides == .double, shown == .rightHandOnly, number.isMultiple(of: 2) { return [] }
      return prefix + cells(number)
    }
  }

  /// The cells of a number.
  var cells: @Sendable (Int) -> [UInt8] {
    { number in
      prefix + String(number).utf8.flatMap { digits[Int($0 - UInt8(ascii: "0"))] }
    }
  }
}
