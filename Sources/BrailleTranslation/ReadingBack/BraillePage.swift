/// Lines of cells as words, each with its place, on the way back to print.
struct BraillePage {
  var words: [Word] = []
  private(set) var emphasisIndicators = 0
  private let lineCount: Int
  private let isUEB: Bool
  /// Words that another code writes, by index: they are not read with the rest.
  private var apart: Set<Int> = []

  /// Cells between blanks.
  struct Word {
    var line: Int
    /// The cell it begins in, from 0.
    var column: Int
    /// As the page has them.
    var cells: [UInt8]
    /// Taken apart: what is to be read, and what is known.
    var parts: [Part]
    /// What it was read as; nil until then.
    var print: String?

    /// The cells to be read, when they are in one piece.
    var core: [UInt8]? {
      var found: [UInt8]?
      for case .cells(let cells) in parts {
        if found != nil { return nil }
        found = cells
      }
      return found
    }
  }

  enum Part: Equatable {
    case cells([UInt8])
    /// Characters that stand for a sign; liblouis would not know it.
    case known(String)
  }

  /// Words between non-UEB passage indicators.
  struct Passage {
    /// The identifier of the opening indicator, a language tag (RUEB 14.3.3).
    var identifier: String
    var words: [Int]
  }

  init(_ lines: [[UInt8]], isUEB: Bool) {
    lineCount = lines.count
    self.isUEB = isUEB
    for (number, line) in lines.enumerated() {
      var column = 0
      for word in line.split(separator: 0, omittingEmptySubsequences: false) {
        if !word.isEmpty { add(Array(word), line: number, column: column) }
        column += word.count + 1
      }
    }
    for index in words.indices {
      if Self.isDrawn(words[index].cells) {
        words[index].print = Self.patterns(words[index].cells)
      } else if isUEB {
        var split = IndicatorSplit(words[index].cells)
        words[index].parts = split.run()
        emphasisIndicators += split.emphasisIndicators
      }
    }
    if isUEB { CapitalsPassage.spreadOver(&words) }
  }

  /// Adds a word; digits that go on from the line before, after a line continuation indicator, join it
  /// (RUEB 6.10).
  private mutating func add(_ cells: [UInt8], line: Int, column: Int) {
    if isUEB, let last = words.indices.last, words[last].line == line - 1, words[last].cells.last == 0x10,
      let digit = words[last].cells.dropLast().last, IndicatorSplit.digits.contains(digit),
      IndicatorSplit.digits.contains(cells[0]), words[last].cells.contains(0x3C)
    {
      words[last].cells.removeLast()
      words[last].cells += cells
      words[last].parts = [.cells(words[last].cells)]
      return
    }
    words.append(Word(line: line, column: column, cells: cells, parts: [.cells(cells)]))
  }

  /// Words nothing is known of yet, but those of other codes.
  var indicesToRead: [Int] { words.indices.filter { words[$0].print == nil && !apart.contains($0) } }

  /// Sets the words of non-UEB passages apart, and shows the indicators around them as patterns.
  mutating func takePassages() -> [Passage] {
    guard isUEB else { return [] }
    var passages: [Passage] = []
    var open: Passage?
    for index in words.indices {
      guard isAlone(index) else {
        if open != nil { setApart(index, in: &open) }
        continue
      }
      if let identifier = NonUEBPassage.identifier(opening: words[index].cells) {
        words[index].print = Self.patterns(words[index].cells)
        open = Passage(identifier: identifier, words: [])
      } else if words[index].cells == NonUEBPassage.close {
        words[index].print = Self.patterns(words[index].cells)
        if let passage = open { passages.append(passage) }
        open = nil
      } else if open != nil {
        setApart(index, in: &open)
      }
    }
    // A passage may go on over the page.
    if let open { passages.append(open) }
    return passages
  }

  private mutating func setApart(_ index: Int, in passage: inout Passage?) {
    guard words[index].print == nil else { return }
    passage?.words.append(index)
    apart.insert(index)
    words[index].parts = [.cells(words[index].cells)]
  }

  /// Whether a word has its line to itself, as the indicators around a passage do; in a line of text
  /// they are spoken of, or belong to a few words.
  private func isAlone(_ index: Int) -> Bool {
    let line = words[index].line
    return (index == 0 || words[index - 1].line != line)
      && (index + 1 == words.count || words[index + 1].line != line)
  }

  /// Shows words as braille patterns that no code is known for.
  mutating func leaveAsBraille(_ indices: [Int]) {
    for index in indices { words[index].print = Self.patterns(words[index].cells) }
  }

  /// The page's text, a string a line.
  var text: [String] {
    var lines = Array(repeating: "", count: lineCount)
    var ends = Array(repeating: 0, count: lineCount)
    for word in words {
      // A word keeps the blanks before it, however long what stands before them has become.
      let blanks = max(0, word.column - ends[word.line])
      lines[word.line] += String(repeating: " ", count: blanks) + (word.print ?? Self.patterns(word.cells))
      ends[word.line] = word.column + word.cells.count
    }
    return lines
  }

  /// Whether cells draw a line across the page, lead the finger, or locate dots: they stand for no print.
  private static func isDrawn(_ cells: [UInt8]) -> Bool {
    if cells.starts(with: [0x10, 0x10, 0x3F]) { return true }  // a dot locator
    // Grade 1 passage indicator and terminator, as they stand around code.
    if cells == [0x30, 0x30, 0x30] || cells == [0x30, 0x04] { return true }
    if cells.count > 1, cells.allSatisfy({ $0 == 0x10 }) { return true }  // guide dots
    // A row of one sign that is no letter, but for what stands at its ends: box lines, separators.
    guard cells.count > 5 else { return cells.count > 3 && isRow(cells[1..<(cells.count - 1)]) }
    return isRow(cells[(cells.count > 9 ? 4 : 2)...].dropLast(cells.count > 9 ? 3 : 1))
  }

  private static func isRow(_ cells: ArraySlice<UInt8>) -> Bool {
    guard cells.count > 2, let sign = cells.first, !CodeRules.letters.contains(sign) else { return false }
    return cells.allSatisfy { $0 == sign }
  }

  static func patterns(_ cells: [UInt8]) -> String {
    String(String.UnicodeScalarView(cells.compactMap { Unicode.Scalar(0x2800 + UInt32($0)) }))
  }
}

/// The indicators around text of a braille code other than UEB (RUEB 14.3).
public enum NonUEBPassage {
  /// The sign that ends a passage.
  public static let close: [UInt8] = [0x20, 0x10, 0x3E]

  /// The sign that begins a passage in the code of a language: its primary subtag goes before the last
  /// dot 3 (RUEB 14.3.3).
  public static func open(_ identifier: String) -> [UInt8] {
    [0x10, 0x37] + identifier.unicodeScalars.compactMap { CodeRules.plainCells(of: $0.value, after: 0)?.last }
      + [0x04]
  }

  /// The identifier of an opening indicator; nil for other cells.
  static func identifier(opening cells: [UInt8]) -> String? {
    guard cells.count > 3, cells.starts(with: [0x10, 0x37]), cells.last == 0x04 else { return nil }
    var identifier = ""
    for cell in cells[2..<(cells.count - 1)] {
      guard let index = CodeRules.letters.firstIndex(of: cell),
        let letter = Unicode.Scalar(0x61 + UInt32(index))
      else { return nil }
      identifier.unicodeScalars.append(letter)
    }
    return identifier
  }
}
