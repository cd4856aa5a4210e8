import Diagnostics

/// A Markdown source as UTF-8, with what it takes to say where a byte stands.
///
/// Lines end as CommonMark has it (2.1): at U+000A, U+000D, or both in that order. NUL is already
/// U+FFFD, as CommonMark asks (2.3), so that the parser's bytes and these are the same.
struct MarkdownText: Sendable {
  let bytes: [UInt8]
  /// Where each line begins; the last entry is where the text ends.
  private let starts: [Int]
  /// How many UTF-8 continuation bytes stand before each group of 64 bytes: makes a column cheap to
  /// find on a line of any length.
  private let continuationsBefore: [Int32]

  /// How many lines there are.
  var lineCount: Int { starts.count - 1 }

  init(_ source: [UInt8]) {
    bytes = source.contains(0) ? source.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] } : source
    var starts = [0]
    var continuations: [Int32] = []
    continuations.reserveCapacity(bytes.count / 64 + 1)
    var seen: Int32 = 0
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        if index & 63 == 0 { continuations.append(seen) }
        let byte = bytes[index]
        if byte & 0xC0 == 0x80 { seen += 1 }
        index += 1
        if byte == ASCII.lineFeed
          || byte == ASCII.carriageReturn && !(index < bytes.count && bytes[index] == ASCII.lineFeed)
        {
          starts.append(index)
        }
      }
    }
    if starts.count == 1 || starts.last != bytes.count { starts.append(bytes.count) }
    self.starts = starts
    continuationsBefore = continuations
  }

  /// The bytes of a line, counted from 1, without its end; empty for a line that is not there.
  func line(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lineCount else { return bytes.count..<bytes.count }
    let start = starts[number - 1]
    var end = starts[number]
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The bytes of a line with its end.
  func lineWithEnd(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lineCount else { return bytes.count..<bytes.count }
    return starts[number - 1]..<starts[number]
  }

  /// The line a byte is on, from 1.
  func lineNumber(at offset: Int) -> Int {
    var low = 0
    var high = lineCount
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Where a byte stands: its line, and its column in Unicode scalars.
  func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineNumber(at: offset)
    let start = starts[line - 1]
    let continuations = continuationBytes(before: offset) - continuationBytes(before: start)
    return SourcePosition(line: line, column: offset - start - continuations + 1)
  }

  /// The range from one byte up to another.
  func range(_ lower: Int, _ upper: Int) -> SourceRange {
    SourceRange(position(at: lower), position(at: max(lower, upper)))
  }

  func range(_ bytes: Range<Int>) -> SourceRange { range(bytes.lowerBound, bytes.upperBound) }

  private func continuationBytes(before offset: Int) -> Int {
    let block = min(offset / 64, continuationsBefore.count - 1)
    guard block >= 0 else { return 0 }
    var count = Int(continuationsBefore[block])
    for index in block * 64..<offset where bytes[index] & 0xC0 == 0x80 { count += 1 }
    return count
  }
}
