/// Where the bytes of a block's content stand in the source. The content is the block's Markdown
/// with what belongs to its containers (quotation marks, list indents) taken off each line.
struct ContentMap {
  /// Ascending places from which content and source go on side by side.
  private var runs: [(content: Int, source: Int)]
  /// The source byte nothing stands after.
  private var limit = Int.max

  /// The source byte a byte of the content stands at.
  func source(_ offset: Int) -> Int {
    guard !runs.isEmpty else { return 0 }
    let run = runs[max(0, runs.partitioningIndex { $0.content > offset } - 1)]
    return min(limit, run.source + max(0, offset - run.content))
  }

  /// Content that goes on side by side with the source from each of these places, in ascending order.
  init(runs: [(content: Int, source: Int)]) { self.runs = runs }

  /// The map of a stretch of the content.
  func part(_ range: Range<Int>) -> ContentMap {
    var part = [(content: 0, source: source(range.lowerBound))]
    var index = runs.partitioningIndex { $0.content > range.lowerBound }
    while index < runs.count, runs[index].content < range.upperBound {
      part.append((runs[index].content - range.lowerBound, runs[index].source))
      index += 1
    }
    var map = ContentMap(runs: part)
    map.limit = limit
    return map
  }

  /// All of the content at one place, when the lines cannot be found.
  init(at source: Int) {
    runs = [(0, source)]
    limit = source
  }

  /// Content that is one stretch of a line, except that a table's `\|` has become `|`.
  init(cell content: [UInt8], source range: Range<Int>, of text: MarkdownText) {
    runs = [(0, range.lowerBound)]
    var source = range.lowerBound
    for (offset, byte) in content.enumerated() {
      if source + 1 < range.upperBound, byte == ASCII.bar, text.bytes[source] == ASCII.backslash,
        text.bytes[source + 1] == ASCII.bar
      {
        source += 1
        runs.append((offset, source))
      }
      source += 1
    }
  }

  /// Lines of content, each the end of a line of the source; nil when they do not stand in the source
  /// one after the other from `firstLine` to `lastLine`.
  ///
  /// cmark's own line for a paragraph is off when link definitions stood before it or a table's head
  /// follows it, so the lines are compared.
  init?(
    lines content: [UInt8], of text: MarkdownText, firstLine: Int, lastLine: Int
  ) {
    let lines = Self.lines(of: content)
    let count = lines.count
    var candidates = [firstLine, lastLine - count + 1, lastLine - count]
    candidates.append(contentsOf: stride(from: firstLine + 1, through: min(lastLine, firstLine + 500), by: 1))
    for candidate in candidates where candidate >= firstLine {
      if let runs = Self.match(lines, of: content, at: candidate, in: text) {
        self.runs = runs
        return
      }
    }
    return nil
  }

  private static func lines(of content: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < content.count {
      guard ASCII.isLineEnd(content[index]) else {
        index += 1
        continue
      }
      lines.append(start..<index)
      index +=
        content[index] == ASCII.carriageReturn && index + 1 < content.count
          && content[index + 1] == ASCII.lineFeed ? 2 : 1
      start = index
    }
    if start < content.count { lines.append(start..<content.count) }
    return lines
  }

  private static func match(
    _ lines: [Range<Int>], of content: [UInt8], at firstLine: Int, in text: MarkdownText
  ) -> [(content: Int, source: Int)]? {
    var runs: [(content: Int, source: Int)] = []
    runs.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
      let source = text.line(firstLine + index)
      let wanted = trimmedEnd(of: content, line)
      let there = trimmedEnd(of: text.bytes, source)
      let length = wanted - line.lowerBound
      let start = there - length
      guard start >= source.lowerBound,
        content[line.lowerBound..<wanted].elementsEqual(text.bytes[start..<there])
      else { return nil }
      runs.append((line.lowerBound, start))
    }
    return runs.isEmpty ? nil : runs
  }

  private static func trimmedEnd(of bytes: [UInt8], _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, ASCII.isSpace(bytes[end - 1]) { end -= 1 }
    return end
  }
}

extension Array {
  /// The index of the first element for which `belongsAfter` holds, in an array where it holds for all
  /// that follow.
  func partitioningIndex(where belongsAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
