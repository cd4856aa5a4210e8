import Diagnostics

/// Where the lines of a text begin, so that a byte offset can be given as a line and a column.
///
/// A line ends with LF, CR or CRLF. Columns count Unicode scalars; a text that is all ASCII, as most
/// are, needs no counting, and in others the bytes that begin no scalar are counted once for every
/// 64 bytes, so that a text of one long line costs no more than one of many short ones.
struct LineIndex: Sendable {
  private static let stride = 64

  private var starts: [Int] = [0]
  /// How many bytes before each multiple of `stride` continue a scalar; empty for ASCII.
  private var continuations: [Int] = []
  private let bytes: [UInt8]

  /// Makes the index of a text in valid UTF-8.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var isASCII = true
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte >= 0x80 {
          isASCII = false
        } else if byte == 0x0A {
          starts.append(index)
        } else if byte == 0x0D, index == bytes.count || bytes[index] != 0x0A {
          starts.append(index)
        }
      }
    }
    self.starts = starts
    if !isASCII { countContinuations() }
  }

  private mutating func countContinuations() {
    continuations.reserveCapacity(bytes.count / Self.stride + 1)
    var count = 0
    for (index, byte) in bytes.enumerated() {
      if index.isMultiple(of: Self.stride) { continuations.append(count) }
      if byte & 0xC0 == 0x80 { count += 1 }
    }
    if bytes.count.isMultiple(of: Self.stride) { continuations.append(count) }
  }

  /// How many lines there are; a text that ends with a line end has an empty one after it.
  var lineCount: Int { starts.count }

  /// The offset at which a line, counted from 1, begins; of a line that is not there, the end.
  func offset(ofLine line: Int) -> Int {
    guard line > 1 else { return 0 }
    return line <= starts.count ? starts[line - 1] : bytes.count
  }

  /// The offset of a byte of a line, both counted from 1, brought inside the text.
  func offset(line: Int, byteColumn: Int) -> Int {
    min(offset(ofLine: line) + max(byteColumn, 1) - 1, bytes.count)
  }

  /// The position of the scalar at `offset`, brought inside the text.
  func position(of offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = starts[low]
    var column = offset - start
    if !continuations.isEmpty {
      column -= continuationCount(before: offset) - continuationCount(before: start)
    }
    return SourcePosition(line: low + 1, column: column + 1)
  }

  /// The range of the bytes from `start` up to `end`.
  func range(_ start: Int, _ end: Int) -> SourceRange { SourceRange(position(of: start), position(of: end)) }

  private func continuationCount(before offset: Int) -> Int {
    let block = offset / Self.stride
    var count = continuations[block]
    var index = block * Self.stride
    while index < offset {
      if bytes[index] & 0xC0 == 0x80 { count += 1 }
      index += 1
    }
    return count
  }
}
