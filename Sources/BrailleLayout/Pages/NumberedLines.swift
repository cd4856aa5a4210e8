import BrailleTranslation

/// The number of a line of print, for the right margin.
struct LineNumber {
  /// The first cell of the line's text.
  var cell: Int
  var number: [UInt8]

  /// The least blanks between the text of any line and the column of the numbers (BANA Formats 7.3b).
  static let gap = 2
  /// The blanks that show in the middle of a line where a line of print begins.
  static let blanksAtStart = 3
}

extension [LineNumber] {
  /// Adds the number of a line that begins at a cell. Where no text of the line follows, the number
  /// stands with the last word there is; two at one place stand beside each other.
  mutating func add(_ number: [UInt8], at cell: Int, in text: BrailleText) {
    guard let end = text.breaks.lastIndex(where: { !$0.isBlank }) else { return }
    var cell = cell
    if cell > end {
      cell = end
      while cell > 0, !text.breaks[cell - 1].isBlank { cell -= 1 }
    }
    if let last, last.cell >= cell {
      self[count - 1].number += [0] + number
    } else {
      append(LineNumber(cell: cell, number: number))
    }
  }
}

/// Setting text whose lines print numbers: the numbers have a column of their own at the right margin,
/// which no text enters. Each stands on the line on which its line of print begins, and three blanks show
/// where that is.
extension SetBlock {
  /// A line with the number that stands on it.
  struct NumberedLine {
    var line: Line
    /// The cells, from the indent on.
    var cells: [UInt8]
    var number: [UInt8]
  }

  /// The cells at the right margin that are kept for numbers; none where print has no numbers.
  var numberColumn: Int {
    let widest = lineNumbers.lazy.map(\.number.count).max() ?? 0
    return widest == 0 ? 0 : widest + LineNumber.gap
  }

  /// The line that begins at a cell, with at most one number on it.
  func numberedLine(from start: Int, before end: Int, indent: Int, limit: Int) -> NumberedLine {
    let limit = limit - numberColumn
    // On its own line a number may have more blanks before it.
    let numberedLimit = limit - max(0, lineNumberGap - LineNumber.gap)
    var line = self.line(from: start, before: end, indent: indent, limit: limit)
    let marks = marks(from: line.cells.lowerBound)
    guard let first = marks.first else { return numbered(line, nil) }
    // The second number has a line of its own.
    let last = min(end, marks.count > 1 ? marks[1].cell : end)
    if last < line.cells.upperBound {
      line = self.line(from: start, before: last, indent: indent, limit: limit)
    }
    guard line.cells.contains(first.cell) else { return numbered(line, nil) }
    guard first.cell > line.cells.lowerBound else {
      return numbered(self.line(from: start, before: last, indent: indent, limit: numberedLimit), first)
    }
    let wider = LineNumber.blanksAtStart - blanks(before: first.cell)
    let shorter = self.line(from: start, before: last, indent: indent, limit: numberedLimit - wider)
    if shorter.cells.contains(first.cell) { return numbered(shorter, first) }
    // With the blanks before it the line of print has no room: it begins on the next.
    return numbered(self.line(from: start, before: first.cell, indent: indent, limit: limit), nil)
  }

  private func numbered(_ line: Line, _ mark: LineNumber?) -> NumberedLine {
    var cells = Array(block.text.cells[line.cells])
    if let mark, mark.cell > line.cells.lowerBound {
      let blanks = max(0, LineNumber.blanksAtStart - blanks(before: mark.cell))
      cells.insert(contentsOf: Array(repeating: 0, count: blanks), at: mark.cell - line.cells.lowerBound)
    }
    return NumberedLine(line: line, cells: cells, number: mark?.number ?? [])
  }

  private func blanks(before cell: Int) -> Int {
    var count = 0
    while count < LineNumber.blanksAtStart, cell > count, block.text.breaks[cell - 1 - count].isBlank {
      count += 1
    }
    return count
  }

  /// The next two numbers from a cell on.
  private func marks(from cell: Int) -> ArraySlice<LineNumber> {
    var low = 0
    var high = lineNumbers.count
    while low < high {
      let middle = (low + high) / 2
      if lineNumbers[middle].cell < cell { low = middle + 1 } else { high = middle }
    }
    let found = lineNumbers[low...].prefix(2)
    return ArraySlice(Array(found))
  }
}
