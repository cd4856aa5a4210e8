import BrailleTranslation

/// The lines an entry takes in a column of a given width.
struct EntryLines {
  /// One line: how far right of the column's edge it begins, and which of the text's cells it holds.
  struct Line {
    var indent: Int
    var cells: Range<Int>

    var end: Int { indent + cells.count }
  }

  private(set) var lines: [Line] = []
  /// Whether a word had to be divided, which no column is made so narrow for.
  private(set) var dividesWords = false

  /// Breaks `block` into lines of `width`, the others `runover` cells right of the first. Where
  /// print ends a line, so does braille. Stops after `limit` lines.
  init(_ block: TextBlock, width: Int, runover: Int, limit: Int = .max) {
    let width = max(1, width)
    var breaker = LineBreaker(block.text)
    var ends: [Int] = []
    for mark in block.marks where mark.kind == .lineEnd {
      ends.append(block.text.firstCell(atOrAfter: mark.offset))
    }
    ends.append(block.text.cells.count)
    for end in ends {
      while lines.count < limit, breaker.hasText(before: end) {
        let indent = lines.isEmpty ? 0 : min(runover, width - 1)
        guard let line = breaker.next(width: width - indent, limit: end) else { break }
        if line.ending != .betweenWords { dividesWords = true }
        lines.append(Line(indent: indent, cells: line.cells))
      }
    }
  }

  /// The cells the longest line needs.
  var width: Int { lines.map(\.end).max() ?? 0 }

  /// Whether `block` takes at most `limit` lines of `width` without dividing a word.
  static func fits(_ block: TextBlock, width: Int, runover: Int, limit: Int) -> Bool {
    let entry = EntryLines(block, width: width, runover: runover, limit: limit + 1)
    return entry.lines.count <= limit && !entry.dividesWords
  }

  /// The width of `block` when only print's own line ends end its lines.
  static func fullWidth(_ block: TextBlock, runover: Int) -> Int {
    EntryLines(block, width: block.text.cells.count + runover + 1, runover: runover).width
  }

  /// The least width in which `block` takes at most `limit` lines and no word is divided; nil when
  /// no width does, because print ends more lines than that.
  static func leastWidth(_ block: TextBlock, runover: Int, limit: Int) -> Int? {
    var high = fullWidth(block, runover: runover)
    guard fits(block, width: high, runover: runover, limit: limit) else { return nil }
    var low = 1
    while low < high {
      let middle = (low + high) / 2
      if fits(block, width: middle, runover: runover, limit: limit) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }
}
