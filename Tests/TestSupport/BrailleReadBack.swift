import Foundation
public import BrailleLayout
public import BrailleTranslation

/// Reads laid-out braille back to print, to see what a reader is given.
public enum BrailleReadBack {
  /// The words on the pages, in order, without page furniture: letters and digits in small letters.
  ///
  /// Emphasis indicators and transcriber's note signs are taken out first, because liblouis 3.24
  /// does not read them back; the words between note signs stay.
  public static func words(
    of pages: BraillePages, in sections: Set<Section.Kind> = [.text], with translator: Translator
  ) throws -> [String] {
    try text(of: pages, in: sections, with: translator).words
  }

  /// The text on the pages, one line for each stretch of rows between rules and blank rows.
  ///
  /// Contents say headings again: what is conserved must be in the text.
  public static func text(
    of pages: BraillePages, in sections: Set<Section.Kind> = [.text], with translator: Translator
  ) throws -> String {
    var result = ""
    var cells: [UInt8] = []
    var insideWord = false
    func flush() throws {
      if !cells.isEmpty { result += try text(of: cells, with: translator) + "\n" }
      cells = []
    }
    let body = pages.volumes.flatMap(\.sections).filter { sections.contains($0.kind) }.flatMap(\.pages)
    for row in body.lazy.flatMap(\.rows) {
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
      // The line of a page number may be left to the number in the middle of a long word.
      case .blank: if !insideWord { try flush() }
      case .rule: try flush()
      }
    }
    try flush()
    return result
  }

  /// The text of cells; marks this document defines modifiers for are put back on their letters.
  public static func text(of cells: [UInt8], with translator: Translator) throws -> String {
    let modifiers = translator.transcriberDefinedModifiers
    var text = ""
    var mark: Unicode.Scalar?
    var start = 0
    func read(to end: Int) throws {
      var part = try translator.backTranslate(withoutIndicators(Array(cells[start..<end]))).unicodeScalars
      if let mark, !part.isEmpty { part.insert(mark, at: part.index(after: part.startIndex)) }
      text.unicodeScalars += part
    }
    for index in cells.indices where index >= start {
      guard let modifier = modifiers.first(where: { cells[index...].starts(with: $0.cells) }) else {
        continue
      }
      try read(to: index)
      mark = modifier.mark
      start = index + modifier.cells.count
    }
    try read(to: cells.count)
    return text
  }

  /// Cells without the indicators of emphasis (RUEB 9) and transcriber's notes (RUEB 3.27), and with
  /// each raised or lowered item (RUEB 3.24) between blanks: 3.24 reads ⠰⠔⠼⠉⠃ as ³b.
  public static func withoutIndicators(_ cells: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < cells.count {
      let rest = cells[index...]
      if rest.starts(with: [0x08, 0x28, 0x23]) || rest.starts(with: [0x08, 0x28, 0x1C]) {
        result.append(0)
        index += 3
      } else if rest.starts(with: [0x30, 0x14]) || rest.starts(with: [0x30, 0x22]) {
        let item = raisedItem(rest.dropFirst(2))
        let isGrouped = item.first == 0x23 && item.last == 0x1C
        result += [0] + withoutIndicators(isGrouped ? Array(item.dropFirst().dropLast()) : Array(item)) + [0]
        index = item.endIndex
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

  /// The item a level change indicator says something of: what braille grouping signs hold, a
  /// number, or one letter or sign (Guidelines for Technical Material 7.1).
  private static func raisedItem(_ cells: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = cells.startIndex
    if cells.first == 0x23 {
      var depth = 0
      while end < cells.endIndex {
        if cells[end] == 0x23 { depth += 1 }
        if cells[end] == 0x1C { depth -= 1 }
        end += 1
        if depth == 0 { break }
      }
    } else if cells.first == 0x3C {
      end += 1
      while end < cells.endIndex, digits.contains(cells[end]) { end += 1 }
    } else {
      while end < cells.endIndex, cells[end] == 0x20 || cells[end] == 0x30 { end += 1 }
      if end < cells.endIndex, cells[end] != 0 { end += 1 }
    }
    return cells[..<end]
  }

  /// The cells of the digits 1 to 9 and 0.
  private static let digits: [UInt8] = [0x01, 0x03, 0x09, 0x19, 0x11, 0x0B, 0x1B, 0x13, 0x0A, 0x1A]
}

extension String {
  /// Runs of letters and digits, folded.
  public var words: [String] { printWords.flatMap(\.folded) }

  /// Runs of letters and digits. Raised and lowered digits are words of their own: a note's mark is
  /// not part of the word it follows.
  public var printWords: [String] {
    var text = ""
    var wasShifted = false
    for scalar in unicodeScalars {
      let isShifted = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉".unicodeScalars.contains(scalar)
      if isShifted != wasShifted { text += " " }
      wasShifted = isShifted
      text.unicodeScalars.append(scalar)
    }
    return text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// A word in small letters and composed, letters that mean the same as one: several, where it stands
  /// for several, as ¾ does.
  public var folded: [String] {
    if utf8.allSatisfy({ $0 < 0x80 }) { return [lowercased()] }
    // Compatibility first: ℂ is a letter with no small form, and the C it stands for has one.
    let text = precomposedStringWithCompatibilityMapping.lowercased()
      .precomposedStringWithCompatibilityMapping
    return String(text.map { Self.sameSign[$0] ?? $0 }).split { !$0.isLetter && !$0.isNumber }.map(
      String.init)
  }

  /// Cyrillic letters that liblouis's UEB tables give the sign of the Latin letter they look like, so
  /// that the sign reads back as either.
  private static let sameSign: [Character: Character] = ["ӕ": "æ", "ӓ": "ä"]
}

extension [String] {
  /// How often each stands in the list.
  public var counted: [String: Int] { reduce(into: [:]) { $0[$1, default: 0] += 1 } }
}
