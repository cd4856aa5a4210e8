import BrailleTranslation

/// Takes lines off the front of a braille text, one at a time, each as full as it goes.
///
/// One at a time, because the room on a line depends on where on the page it stands: a page number
/// may share it.
struct LineBreaker {
  private let text: BrailleText
  /// The first cell not yet on a line.
  var position: Int

  init(_ text: BrailleText) {
    self.text = text
    position = 0
  }

  /// A stretch of the text's cells that forms a line.
  struct Line {
    var cells: Range<Int>
    var ending: Row.Ending
  }

  /// The next line of at most `width` cells, taking nothing from `limit` on; nil when nothing but
  /// blanks stands before `limit`.
  mutating func next(width: Int, limit: Int) -> Line? {
    skipBlanks(limit: limit)
    guard position < limit else { return nil }
    let start = position
    let width = max(1, width)
    guard limit - start > width else {
      position = limit
      return Line(cells: start..<trimmed(start, limit), ending: .betweenWords)
    }
    let end = breakPoint(from: start, width: width)
    position = end.next
    return Line(cells: start..<trimmed(start, end.cut), ending: end.ending)
  }

  /// Whether anything but blanks stands before the cell at `limit`; skips the blanks.
  mutating func hasText(before limit: Int) -> Bool {
    skipBlanks(limit: limit)
    return position < limit
  }

  /// How many lines of `width` the text takes, and whether some word does not fit on one; used to
  /// centre lines.
  func measure(width: Int, limit: Int) -> (lineCount: Int, dividesWords: Bool) {
    var copy = self
    var count = 0
    var divides = false
    while let line = copy.next(width: width, limit: limit) {
      count += 1
      if line.ending != .betweenWords { divides = true }
    }
    return (count, divides)
  }

  /// Whether a line may end just before the cell at `index`: where a mark inside a word moves to.
  func mayEnd(before index: Int) -> Bool {
    guard index > 0, index < text.cells.count else { return true }
    return text.breaks[index].isBlank || text.breaks[index - 1] != .never
  }

  private mutating func skipBlanks(limit: Int) {
    while position < limit, text.breaks[position].isBlank { position += 1 }
  }

  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, text.breaks[end - 1].isBlank { end -= 1 }
    return end
  }

  private struct BreakPoint {
    /// Where the line ends.
    var cut: Int
    /// Where the next begins.
    var next: Int
    var ending: Row.Ending = .betweenWords
  }

  private func breakPoint(from start: Int, width: Int) -> BreakPoint {
    let full = start + width
    if text.breaks[full] == .blank { return BreakPoint(cut: full, next: full + 1) }
    var index = full - 1
    var reluctant: BreakPoint?
    if text.breaks[full] == .reluctantBlank { reluctant = BreakPoint(cut: full, next: full + 1) }
    var number: Int?
    while index > start {
      switch text.breaks[index] {
      case .blank: return BreakPoint(cut: index, next: index + 1)
      case .after: return BreakPoint(cut: index + 1, next: index + 1)
      case .reluctantBlank: reluctant = reluctant ?? BreakPoint(cut: index, next: index + 1)
      case .reluctantAfter: reluctant = reluctant ?? BreakPoint(cut: index + 1, next: index + 1)
      // The continuation indicator needs a cell of the line.
      case .insideNumber: if index + 1 < full { number = number ?? index + 1 }
      case .never: break
      }
      index -= 1
    }
    if let reluctant { return reluctant }
    let cut = characterBoundary(from: start, atOrBefore: full)
    if text.breaks[cut - 1] == .insideNumber, let number {
      return BreakPoint(cut: number, next: number, ending: .insideNumber)
    }
    return BreakPoint(cut: cut, next: cut, ending: .insideWord)
  }

  /// The last place at or before `full` that does not part the cells of one print character, so that
  /// no indicator is left behind; `full` when one character is longer than the line.
  private func characterBoundary(from start: Int, atOrBefore full: Int) -> Int {
    var cut = full
    while cut > start, text.origins[cut] == text.origins[cut - 1] { cut -= 1 }
    return cut > start ? cut : full
  }
}

extension LineBreakRule {
  var isBlank: Bool { self == .blank || self == .reluctantBlank }
}
