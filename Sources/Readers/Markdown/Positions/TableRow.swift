/// A table row's cells in the source, divided as GitHub's tables extension divides them: at each bar
/// that no backslash stands before.
struct TableRowCells {
  /// The source bytes of each cell without the white space around them.
  private(set) var cells: [Range<Int>] = []

  /// Divides the row that fills a line from `start` on.
  init(_ text: MarkdownText, from start: Int, to end: Int) {
    let bytes = text.bytes
    var index = start
    var upper = end
    while index < upper, ASCII.isSpace(bytes[index]) { index += 1 }
    while upper > index, ASCII.isSpace(bytes[upper - 1]) { upper -= 1 }
    if index < upper, bytes[index] == ASCII.bar { index += 1 }
    var cell = index
    while index < upper {
      if bytes[index] == ASCII.backslash, index + 1 < upper, ASCII.isPunctuation(bytes[index + 1]) {
        index += 2
      } else if bytes[index] == ASCII.bar {
        cells.append(Self.trimmed(bytes, cell..<index))
        index += 1
        cell = index
      } else {
        index += 1
      }
    }
    if cell < upper { cells.append(Self.trimmed(bytes, cell..<min(index, upper))) }
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, ASCII.isSpace(bytes[start]) { start += 1 }
    while end > start, ASCII.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
