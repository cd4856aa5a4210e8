/// What `ParserInput` must know of a text's lines before cmark reads them.
struct LineSurvey {
  let text: MarkdownText
  private(set) var mathematicsLines: [Int: Int] = [:]
  private(set) var overnestedLines: Set<Int> = []
  /// Delimiter rows of tables that would grow out of all proportion.
  private(set) var explodingTables: Set<Int> = []

  /// Lines whose picture marks come after too many others in the same paragraph.
  private(set) var overfilledLines: Set<Int> = []

  /// How many picture marks the paragraph has so far.
  private var pictureMarks = 0
  /// A line that holds only `$$`, not closed yet.
  private var openMathematics: Int?
  private var table: TableShape?

  private struct TableShape {
    var line: Int
    var columns: Int
    var rows = 0
    var bars = 0
  }

  init(text: MarkdownText) { self.text = text }

  /// Looks at the next line.
  mutating func visit(_ number: Int) {
    let line = text.line(number)
    let marks = LineMarks(text.bytes, in: line)
    if marks.droppedCount > 0 { overnestedLines.insert(number) }
    var end = line.upperBound
    while end > marks.end, ASCII.isSpace(text.bytes[end - 1]) { end -= 1 }
    if end == marks.end {
      openMathematics = nil
      pictureMarks = 0
      closeTable()
      return
    }
    countPictures(marks.end..<end, number)
    lookForMathematics(marks.end..<end, number)
    lookForTable(marks.end..<end, number)
  }

  /// Ends what is open at the end of the text.
  mutating func finish() { closeTable() }

  private mutating func countPictures(_ range: Range<Int>, _ number: Int) {
    let count = text.bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      for index in range where bytes[index] == ASCII.exclamation {
        if index + 1 < range.upperBound, bytes[index + 1] == ASCII.leftBracket { count += 1 }
      }
      return count
    }
    pictureMarks += count
    if count > 0, pictureMarks > ParserInput.maximumPictures { overfilledLines.insert(number) }
  }

  private mutating func lookForMathematics(_ range: Range<Int>, _ number: Int) {
    guard range.count == 2, text.bytes[range].allSatisfy({ $0 == ASCII.dollar }) else {
      // A pair within the line closes or opens there, and the line that is open does not.
      if openMathematics != nil, holdsPair(range) { openMathematics = nil }
      return
    }
    if let open = openMathematics {
      mathematicsLines[open] = number
      openMathematics = nil
    } else {
      openMathematics = number
    }
  }

  private func holdsPair(_ range: Range<Int>) -> Bool {
    zip(text.bytes[range], text.bytes[range].dropFirst()).contains {
      $0 == ASCII.dollar && $1 == ASCII.dollar
    }
  }

  private mutating func lookForTable(_ range: Range<Int>, _ number: Int) {
    if table != nil {
      table?.rows += 1
      table?.bars += text.bytes[range].count { $0 == ASCII.bar }
      return
    }
    guard text.bytes[range].contains(ASCII.bar),
      text.bytes[range].allSatisfy({
        $0 == ASCII.bar || $0 == ASCII.hyphen || $0 == ASCII.colon || ASCII.isBlank($0)
      })
    else { return }
    let columns = text.bytes[range].count { $0 == ASCII.bar }
    // Ordinary tables need no watching.
    if columns > 16 { table = TableShape(line: number, columns: columns) }
  }

  private mutating func closeTable() {
    if let table, table.columns * table.rows - table.bars > ParserInput.maximumAddedCells {
      explodingTables.insert(table.line)
    }
    table = nil
  }
}

/// The block quote and list marks a line begins with, as far as they can be told without knowing
/// what is open: enough to bound how deep they can nest.
struct LineMarks {
  /// Where the rest of the line begins.
  let end: Int
  /// How many marks are past the limits.
  let droppedCount: Int
  /// The bytes up to `end` without the marks that are dropped.
  private(set) var keptPrefix: [UInt8] = []

  init(_ bytes: [UInt8], in line: Range<Int>) {
    var index = line.lowerBound
    var kept = 0
    var dropped = 0
    var prefix: [UInt8] = []
    while index < line.upperBound {
      let byte = bytes[index]
      if ASCII.isBlank(byte) {
        index += 1
        continue
      }
      let length = Self.markLength(bytes, at: index, before: line.upperBound)
      guard length > 0 else { break }
      if kept < ParserInput.maximumMarks, index - line.lowerBound < ParserInput.maximumIndentation {
        kept += 1
      } else {
        if dropped == 0 { prefix = Array(bytes[line.lowerBound..<index]) }
        dropped += 1
      }
      index += length
    }
    end = index
    droppedCount = dropped
    keptPrefix = prefix
  }

  /// The length of a mark; 0 when there is none. A bullet or number counts only before white space.
  private static func markLength(_ bytes: [UInt8], at index: Int, before end: Int) -> Int {
    switch bytes[index] {
    case ASCII.greater: return 1
    case ASCII.hyphen, 0x2A, 0x2B: return isSpace(bytes, index + 1, end) ? 1 : 0
    case let byte where ASCII.isDigit(byte):
      var after = index
      while after < end, after - index < 9, ASCII.isDigit(bytes[after]) { after += 1 }
      guard after < end, bytes[after] == 0x2E || bytes[after] == 0x29, isSpace(bytes, after + 1, end)
      else { return 0 }
      return after + 1 - index
    default: return 0
    }
  }

  private static func isSpace(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    index < end && ASCII.isBlank(bytes[index])
  }
}
