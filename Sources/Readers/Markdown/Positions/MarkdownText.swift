import Diagnostics

/// A Markdown source as UTF-8 without NUL, with what it takes to say where a byte stands.
struct MarkdownText: Sendable {
  let bytes: [UInt8]
  private let index: LineIndex

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    index = LineIndex(bytes)
  }

  /// How many lines there are; a text that ends with a line end has an empty one after it.
  var lineCount: Int { index.lineCount }

  /// The bytes of a line, counted from 1, without its end; empty for a line that is not there.
  func line(_ number: Int) -> Range<Int> {
    let line = lineWithEnd(number)
    var end = line.upperBound
    if end > line.lowerBound, bytes[end - 1] == ASCII.lineFeed { end -= 1 }
    if end > line.lowerBound, bytes[end - 1] == ASCII.carriageReturn { end -= 1 }
    return line.lowerBound..<end
  }

  /// The bytes of a line with its end.
  func lineWithEnd(_ number: Int) -> Range<Int> {
    index.offset(ofLine: number)..<index.offset(ofLine: number + 1)
  }

  /// The range from one byte up to another.
  func range(_ bytes: Range<Int>) -> SourceRange { index.range(bytes.lowerBound, bytes.upperBound) }

  /// The end of a stretch once the white space it ends with is left out.
  func trimmedEnd(of range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, ASCII.isSpace(bytes[end - 1]) { end -= 1 }
    return end
  }
}
