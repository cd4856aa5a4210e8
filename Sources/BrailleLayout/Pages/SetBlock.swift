import BrailleTranslation
import Diagnostics

/// A text block with what must be worked out only once to set its lines.
struct SetBlock {
  let block: TextBlock
  /// Where lines must end or print pages begin, and last the end of the text.
  let boundaries: [Boundary]
  /// The notes the text refers to, each with the cell its mark begins at.
  let notes: [(cell: Int, note: Int)]
  /// The numbers of print's lines, each with the cell the line begins at.
  let lineNumbers: [LineNumber]
  /// The least blanks between the text of a line and the number on it.
  let lineNumberGap: Int
  /// The places in the text that have names, each with the cell it begins at.
  let anchors: [(cell: Int, anchor: Anchor)]
  private let breaker: LineBreaker

  /// A place in the cells where something happens.
  struct Boundary {
    var cell: Int
    /// The print page that begins; nil where only the line ends.
    enum Kind {
      case lineEnd
      case printPage(PrintPage)
    }
    var kind = Kind.lineEnd
    /// How wide lines before it are where they are centred: what print sets on lines of its own is
    /// balanced by itself.
    var room = 0
  }

  /// A stretch of the cells that forms a line.
  struct Line {
    var cells: Range<Int>
    var ending: Row.Ending
    /// The blanks before it.
    var indent: Int
    /// The first cell after it.
    var next: Int
  }

  init(_ block: TextBlock, width: Int, lineNumberGap: Int = 2) {
    self.block = block
    self.lineNumberGap = lineNumberGap
    let breaker = LineBreaker(block.text)
    let end = block.text.cells.count
    self.breaker = breaker
    var boundaries: [Boundary] = []
    var notes: [(cell: Int, note: Int)] = []
    var lineNumbers: [LineNumber] = []
    for mark in block.marks {
      var cell = block.text.firstCell(atOrAfter: mark.offset)
      switch mark.kind {
      case .lineEnd: boundaries.append(Boundary(cell: cell))
      case .printPage(let page):
        // A print page that begins inside a word is shown after it.
        while !breaker.mayEnd(before: cell) { cell += 1 }
        boundaries.append(Boundary(cell: cell, kind: .printPage(page)))
      case .printLine(let number):
        // A line that begins inside a word, which print divides, begins after it.
        while !breaker.mayEnd(before: cell) { cell += 1 }
        while cell < end, block.text.breaks[cell].isBlank { cell += 1 }
        lineNumbers.add(number, at: cell, in: block.text)
      case .note(let note): notes.append((cell, note))
      }
    }
    boundaries.append(Boundary(cell: end))
    // What stands after the last cell belongs to the last line.
    let lastCell = block.anchors.isEmpty ? 0 : block.text.breaks.lastIndex { !$0.isBlank } ?? 0
    anchors = block.anchors.map { (min(block.text.firstCell(atOrAfter: $0.offset), lastCell), $0.anchor) }
    self.boundaries = boundaries.roomed(for: block, breaker, width: width)
    self.notes = notes
    self.lineNumbers = lineNumbers
  }

  /// Whether anything but blanks stands between two cells.
  func hasText(from start: Int, before end: Int) -> Bool {
    var breaker = breaker
    breaker.position = start
    return breaker.hasText(before: end)
  }

  /// How many boundaries, from the place's own on, nothing stands before any more. A print page's
  /// beginning is passed when it has been shown.
  func boundariesPassed(from place: FlowSetter.Place) -> Int {
    boundaries[place.boundary...].prefix { boundary in
      guard case .lineEnd = boundary.kind else { return false }
      return !hasText(from: place.cell, before: boundary.cell)
    }.count
  }

  /// The indent of a line in blanks: what the shape says, but never more than half a narrow page.
  func indent(line: Int, width: Int) -> Int {
    guard block.shape.setting == .left else { return 0 }
    return min((line == 0 ? block.shape.first : block.shape.runover) - 1, width / 2)
  }

  /// The line that begins at a cell and ends before `limit` cells from the left margin.
  func line(from start: Int, before end: Int, indent: Int, limit: Int) -> Line {
    let line = attempt(from: start, before: end, indent: indent, limit: limit)
    guard line.ending == .insideWord else { return line }
    // Rather than divide a word for its indent's sake, begin further left.
    for less in stride(from: indent - 1, through: 0, by: -1) {
      let attempt = attempt(from: start, before: end, indent: less, limit: limit)
      if attempt.ending == .betweenWords { return attempt }
    }
    return line
  }

  private func attempt(from start: Int, before end: Int, indent: Int, limit: Int) -> Line {
    var breaker = breaker
    breaker.position = start
    let line = breaker.next(width: min(limit - indent, room(before: end)), limit: end)
    return Line(
      cells: line?.cells ?? start..<start, ending: line?.ending ?? .betweenWords, indent: indent,
      next: breaker.position)
  }

  private func room(before end: Int) -> Int {
    guard block.shape.setting != .left else { return .max }
    var low = 0
    var high = boundaries.count - 1
    while low < high {
      let middle = (low + high) / 2
      if boundaries[middle].cell < end { low = middle + 1 } else { high = middle }
    }
    return boundaries[low].room
  }

  /// The notes referred to before a cell, from the first not yet met.
  func notes(before cell: Int, from index: inout Int) -> [Int] {
    var met: [Int] = []
    while index < notes.count, notes[index].cell < cell {
      met.append(notes[index].note)
      index += 1
    }
    return met
  }

  /// The anchors before a cell, from the first not yet met.
  func anchors(before cell: Int, from index: inout Int) -> [Anchor] {
    var met: [Anchor] = []
    while index < anchors.count, anchors[index].cell < cell {
      met.append(anchors[index].anchor)
      index += 1
    }
    return met
  }

  /// The print of the line that begins at a cell and the next begins at another; empty when the block
  /// carries none.
  ///
  /// A line takes all print up to where the next line's cells come from, white space and characters
  /// without cells included: the lines of a block, put together, are its print.
  func print(from start: Int, to next: Int) -> String {
    block.text.print(block.print, from: start, to: next)
  }

  /// The union of the ranges of all source spans that `cells` touch; moves `index` on to the span the
  /// first of them is in, and forward only.
  func range(of cells: Range<Int>, from index: inout Int) -> SourceRange? {
    guard !cells.isEmpty else { return nil }
    let sources = block.sources
    let first = Int(block.text.origins[cells.lowerBound])
    let last = Int(block.text.origins[cells.upperBound - 1])
    while index + 1 < sources.count, sources[index + 1].offset <= first { index += 1 }
    var range: SourceRange?
    while index < sources.count, sources[index].offset <= last {
      if let next = sources[index].range { range = range?.union(next) ?? next }
      guard index + 1 < sources.count, sources[index + 1].offset <= last else { break }
      index += 1
    }
    return range
  }
}

extension [SetBlock.Boundary] {
  /// The boundaries of a centred block, each with the room of the lines before it.
  fileprivate func roomed(for block: TextBlock, _ breaker: LineBreaker, width: Int) -> [SetBlock.Boundary] {
    guard block.shape.setting != .left else { return self }
    var boundaries = self
    var breaker = breaker
    for index in indices {
      let end = boundaries[index].cell
      let room = Centring.room(of: breaker, width: width, limit: end)
      boundaries[index].room =
        block.shape.setting == .centred ? room : Centring.balancedWidth(of: breaker, room: room, limit: end)
      breaker.position = Swift.max(breaker.position, end)
    }
    return boundaries
  }
}

extension TextBlock {
  /// Whether the block has no row: nothing but blanks, and no print page begins in it.
  var isEmpty: Bool {
    text.breaks.allSatisfy(\.isBlank)
      && marks.allSatisfy { if case .printPage = $0.kind { false } else { true } }
  }
}

extension BrailleText {
  /// The part of the print the text was translated from that cells from `start` to `next` stand for,
  /// as `SetBlock.print` parts it.
  func print(_ print: [Unicode.Scalar], from start: Int, to next: Int) -> String {
    guard !print.isEmpty else { return "" }
    let range = printStart(of: start, count: print.count)..<printStart(of: next, count: print.count)
    return String(String.UnicodeScalarView(print[range]))
  }

  /// The first print character of the line that begins at a cell. A character whose cells are parted
  /// stands on the line its first cell is on.
  private func printStart(of cell: Int, count: Int) -> Int {
    guard let last = breaks[..<cell].lastIndex(where: { !$0.isBlank }) else { return 0 }
    guard let first = breaks[cell...].firstIndex(where: { !$0.isBlank }) else { return count }
    return min(count, max(Int(origins[first]), Int(origins[last]) + 1))
  }

  /// The first cell that came from the print character at `offset` or a later one.
  func firstCell(atOrAfter offset: Int) -> Int {
    var low = 0
    var high = origins.count
    while low < high {
      let middle = (low + high) / 2
      if Int(origins[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
