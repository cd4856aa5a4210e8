import Foundation
public import BrailleLayout
public import BrailleTranslation

/// Reads laid-out braille back to print, to see what a reader is given.
public enum BrailleReadBack {
  /// The words on the pages, in order, without page furniture: letters and digits in small letters.
  ///
  /// Emphasis indicators and transcriber's note signs are taken out first, because liblouis 3.24
  /// does not read them back; the words between note signs stay.
  public static func words(of pages: BraillePages, with translator: Translator) throws -> [String] {
    try text(of: pages, with: translator).words
  }

  /// The text on the pages, one line for each stretch of rows between rules and blank rows.
  public static func text(of pages: BraillePages, with translator: Translator) throws -> String {
    var result = ""
    var cells: [UInt8] = []
    var insideWord = false
    func flush() throws {
      if !cells.isEmpty { result += try translator.backTranslate(withoutIndicators(cells)) + "\n" }
      cells = []
    }
    for row in pages.pages.lazy.flatMap(\.rows) {
      switch row.kind {
      case .text:
        // The indent of a line that goes on with a divided word is no blank of the text.
        cells += insideWord ? Array(row.cells.drop { $0 == 0 }) : row.cells
        switch row.ending {
        case .betweenWords: cells.append(0)
        case .insideWord: break
        case .insideNumber: cells.removeLast()
        }
        insideWord = row.ending != .betweenWords
      case .pageInformation, .printPageIndicator: continue
      case .blank, .rule: try flush()
      }
    }
    try flush()
    return result
  }

  /// Cells without the indicators of emphasis (RUEB 9) and transcriber's notes (RUEB 3.27).
  public static func withoutIndicators(_ cells: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < cells.count {
      let rest = cells[index...]
      if rest.starts(with: [0x08, 0x28, 0x23]) || rest.starts(with: [0x08, 0x28, 0x1C]) {
        result.append(0)
        index += 3
      } else if rest.count > 1, [0x28, 0x18, 0x38].contains(rest[index]),
        [0x06, 0x02, 0x36, 0x04].contains(rest[index + 1])
      {
        index += 2
      } else {
        result.append(cells[index])
        index += 1
      }
    }
    return result
  }
}

extension String {
  /// Runs of letters and digits, in small letters and composed. Raised and lowered digits are words
  /// of their own: a note's mark is not part of the word it follows.
  public var words: [String] {
    var text = ""
    var wasShifted = false
    for scalar in unicodeScalars {
      let isShifted = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉".unicodeScalars.contains(scalar)
      if isShifted != wasShifted { text += " " }
      wasShifted = isShifted
      text.unicodeScalars.append(scalar)
    }
    return text.lowercased().precomposedStringWithCompatibilityMapping
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
