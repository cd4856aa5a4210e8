import BrailleTranslation
import Diagnostics

/// A line of a table in columns, ready for the page.
struct TableLine {
  var cells: [UInt8] = []
  var range: SourceRange?
  var kind = Row.Kind.text
  /// The notes it refers to.
  var notes: [Int] = []
  /// The print of each entry on it.
  var print: [String] = []
}

extension ColumnarTable {
  /// The lines of the headings, with the lines below them.
  var headingLines: [TableLine] {
    headings.flatMap { row in
      lines(of: row, .heading) + (style.separation == .line ? separation(below: row) : [])
    }
  }

  /// The lines of a row of entries.
  func lines(of row: [ColumnarEntry]) -> [TableLine] { lines(of: row, .entry) }

  /// An entry broken to its column.
  private struct Piece {
    var entry: ColumnarEntry
    var start: Int
    var width: Int
    var block: TextBlock?
    var lines: [EntryLines.Line]
    /// The row's line that holds the first of these.
    var top = 0
  }

  private func lines(of row: [ColumnarEntry], _ kind: ColumnDemands.Kind) -> [TableLine] {
    var pieces = row.compactMap { piece($0, kind) }
    guard !pieces.isEmpty else { return [] }
    let height: Int
    switch kind {
    case .heading:
      // All headings end on the same line (BANA Formats 11.4.1).
      height = pieces.map(\.lines.count).max() ?? 0
      for index in pieces.indices { pieces[index].top = height - pieces[index].lines.count }
    case .entry:
      // Entries begin on the line on which the row's heading ends (BANA Formats 11.5.2).
      let first = pieces[0].entry.column == 0 ? max(0, pieces[0].lines.count - 1) : 0
      for index in pieces.indices where pieces[index].entry.column > 0 { pieces[index].top = first }
      height = pieces.map { $0.top + max(1, $0.lines.count) }.max() ?? 0
    }
    var result = Array(repeating: TableLine(), count: height)
    for piece in pieces { write(piece, kind, to: &result) }
    for index in result.indices { result[index].cells.trimBlanks() }
    return result
  }

  private func piece(_ entry: ColumnarEntry, _ kind: ColumnDemands.Kind) -> Piece? {
    guard columns.indices.contains(entry.column) else { return nil }
    let last = columns[min(columns.count, entry.column + max(1, entry.columnSpan)) - 1]
    let start = columns[entry.column].start
    let width = last.start + last.width - start
    guard case .text(let block) = entry.content else {
      return Piece(entry: entry, start: start, width: width, block: nil, lines: [])
    }
    let lines = EntryLines(block, width: width, runover: kind == .entry ? style.runover : 0).lines
    return Piece(entry: entry, start: start, width: width, block: block, lines: lines)
  }

  private func write(_ piece: Piece, _ kind: ColumnDemands.Kind, to result: inout [TableLine]) {
    let alignment = piece.entry.columnSpan == 1 ? columns[piece.entry.column].alignment : .left
    if let block = piece.block {
      let set = SetBlock(block, width: piece.width)
      var source = 0
      var note = 0
      for (index, line) in piece.lines.enumerated() {
        var start = piece.start + line.indent
        if kind == .entry, alignment == .right, piece.lines.count == 1 {
          start += max(0, piece.width - line.cells.count)
        }
        result[piece.top + index].cells.write(block.text.cells[line.cells], at: start)
        if let range = set.range(of: line.cells, from: &source) {
          result[piece.top + index].range = result[piece.top + index].range?.union(range) ?? range
        }
        let isLast = index + 1 == piece.lines.count
        let next = isLast ? block.text.cells.count : piece.lines[index + 1].cells.lowerBound
        let print = set.print(from: line.cells.lowerBound, to: next)
        if !print.isEmpty { result[piece.top + index].print.append(print) }
        let end = isLast ? .max : line.cells.upperBound
        result[piece.top + index].notes += set.notes(before: end, from: &note)
      }
    }
    guard kind == .entry else { return }
    switch piece.entry.content {
    case .continued: break
    case .blank where style.blankEntries == .blank: break
    case .blank:
      let dots = [UInt8](repeating: Self.guideDot, count: piece.width)
      result[piece.top].cells.write(dots[...], at: piece.start)
    case .text: writeGuideDots(after: piece, to: &result)
    }
  }

  /// Guide dots lead from an entry to the next column: after a row's heading, and after other
  /// entries of one line (BANA Formats 11.6.1).
  private func writeGuideDots(after piece: Piece, to result: inout [TableLine]) {
    let next = piece.entry.column + piece.entry.columnSpan
    guard next < columns.count, piece.entry.column == 0 || piece.lines.count == 1 else { return }
    guard let line = piece.lines.last else { return }
    let row = piece.top + piece.lines.count - 1
    let end: Int
    switch style.guideDots {
    case .toColumnEnd: end = piece.start + piece.width
    case .toNextColumn: end = max(piece.start + piece.width, columns[next].start - 1)
    }
    let isRight =
      piece.entry.columnSpan == 1 && columns[piece.entry.column].alignment == .right
      && piece.lines.count == 1
    let start = (isRight ? piece.start + piece.width : piece.start + line.end) + 1
    guard end - start >= style.leastGuideDots else { return }
    result[row].cells.write(
      [UInt8](repeating: Self.guideDot, count: end - start)[...], at: start)
  }

  /// A line as wide as each heading's columns (BANA Formats 11.4.2).
  private func separation(below row: [ColumnarEntry]) -> [TableLine] {
    var line = TableLine(kind: .rule)
    for entry in row {
      guard case .text = entry.content, let piece = piece(entry, .heading) else { continue }
      let cells = [Self.guideDot] + Array(repeating: Self.separationCell, count: max(0, piece.width - 1))
      line.cells.write(cells[...], at: piece.start)
    }
    return line.cells.isEmpty ? [] : [line]
  }

  /// Dot 5.
  private static let guideDot: UInt8 = 0x10
  /// Dots 2 and 5.
  private static let separationCell: UInt8 = 0x12
}

extension [UInt8] {
  /// Writes cells at a place, with blanks before it where there is nothing yet.
  fileprivate mutating func write(_ cells: ArraySlice<UInt8>, at start: Int) {
    let end = start + cells.count
    if count < end { append(contentsOf: repeatElement(0, count: end - count)) }
    replaceSubrange(start..<end, with: cells)
  }

  fileprivate mutating func trimBlanks() {
    while last == 0 { removeLast() }
  }
}
