/// What our inline syntaxes remember of one block's content, so that each looks through it once.
struct InlineContent {
  /// The block, so that another one's facts are not taken for this one's.
  var block: UnsafeRawPointer?
  /// Dollar signs before this offset have been found to be text.
  var dollarsAreTextBefore = 0
  /// Where runs of backticks begin, by their length; nil until something asks.
  private var backtickRuns: [Int: [Int]]?
  /// Where the bracket closes that opens at an offset; nil until something asks.
  private var closingBrackets: [Int: Int]?

  init(block: UnsafeRawPointer? = nil) { self.block = block }

  /// Where the code span that begins at `offset` ends, or where its backticks do when none begins.
  mutating func afterCode(_ cursor: InlineCursor, at offset: Int) -> Int {
    let length = cursor.runLength(at: offset)
    let runs = backtickRuns ?? Self.backtickRuns(cursor)
    backtickRuns = runs
    let starts = runs[length] ?? []
    let next = starts.partitioningIndex { $0 > offset }
    return (next < starts.count ? starts[next] : offset) + length
  }

  private static func backtickRuns(_ cursor: InlineCursor) -> [Int: [Int]] {
    var runs: [Int: [Int]] = [:]
    var index = 0
    while cursor[index] != 0 {
      guard cursor[index] == ASCII.backtick else {
        index += 1
        continue
      }
      let length = cursor.runLength(at: index)
      runs[length, default: []].append(index)
      index += length
    }
    return runs
  }

  /// Where the bracket closes that opens at `offset`; nil when it does not. Brackets after a backslash
  /// and in code are text.
  mutating func closingBracket(_ cursor: InlineCursor, of offset: Int) -> Int? {
    if let closingBrackets { return closingBrackets[offset] }
    var closing: [Int: Int] = [:]
    var open: [Int] = []
    var index = 0
    while cursor[index] != 0 {
      switch cursor[index] {
      case ASCII.backslash where cursor[index + 1] != 0: index += 2
      case ASCII.backtick: index = afterCode(cursor, at: index)
      case let byte:
        if byte == ASCII.leftBracket { open.append(index) }
        if byte == ASCII.rightBracket, let opening = open.popLast() { closing[opening] = index }
        index += 1
      }
    }
    closingBrackets = closing
    return closing[offset]
  }
}
