public import BrailleTranslation

/// Sets the lines of contents: entries with page numbers at the right and guide dots that lead there.
public struct ContentsLines: Sendable {
  private let style: ContentsStyle
  private let width: Int
  /// The width of each column of numbers, from the left.
  private let columns: [Int]
  /// Where entries of all levels run over to, in blanks.
  private let runover: Int

  /// Blank cells between two columns of numbers.
  private static let columnGap = 3

  /// Makes a setter.
  ///
  /// - Parameters:
  ///   - columns: the widest of each column of numbers, in cells.
  ///   - deepest: the deepest level there is an entry of, from 1.
  public init(style: ContentsStyle, width: Int, columns: [Int], deepest: Int) {
    self.style = style
    self.width = width
    self.columns = columns
    let deepestFirst = style.position.first - 1 + style.step * (deepest - 1)
    runover = min(max(style.position.runover - 1, deepestFirst + 2), width / 2)
  }

  /// How many cells the words of an entry may reach.
  private var limit: Int {
    let numbers = columns.reduce(0, +) + Self.columnGap * max(0, columns.count - 1)
    return max(width / 3, width - max(style.cellsKeptFree, numbers + 2))
  }

  /// A line: its cells, and the print they stand for.
  public struct Line: Hashable, Sendable {
    public var cells: [UInt8]
    /// Empty where the entry carried no print.
    public var print: String
  }

  /// What stands in a column: a page number, or the column's head.
  public struct Number: Hashable, Sendable {
    public var cells: [UInt8]
    public var print: String

    /// Makes a number; without cells it is none.
    public init(_ cells: [UInt8] = [], print: String = "") {
      self.cells = cells
      self.print = print
    }
  }

  /// The lines of an entry.
  ///
  /// - Parameters:
  ///   - print: the print of the text; empty unless lines are to say what they stand for.
  ///   - level: its level, from 1.
  ///   - numbers: its page numbers, one for each column; empty for none.
  public func lines(
    _ text: BrailleText, print: [Unicode.Scalar] = [], level: Int, numbers: [Number]
  ) -> [Line] {
    let first = min(style.position.first - 1 + style.step * (level - 1), width / 2)
    var breaker = LineBreaker(text)
    var lines: [Line] = []
    var start = 0
    while let line = breaker.next(
      width: limit - (lines.isEmpty ? first : runover), limit: text.cells.count)
    {
      let indent = lines.isEmpty ? first : runover
      var cells = Array(repeating: UInt8(0), count: indent) + text.cells[line.cells]
      if line.ending == .insideNumber { cells.append(0x10) }
      lines.append(Line(cells: cells, print: text.print(print, from: start, to: breaker.position)))
      start = breaker.position
    }
    guard !lines.isEmpty else { return [] }
    lines[lines.count - 1] = withNumbers(lines[lines.count - 1], numbers, leader: leader)
    return lines
  }

  /// The line of the heads of the columns.
  public func head(_ heads: [Number]) -> Line { withNumbers(Line(cells: [], print: ""), heads, leader: 0) }

  private var leader: UInt8 {
    style.leader.unicodeScalars.first.map { UInt8(truncatingIfNeeded: $0.value) } ?? 0
  }

  private func withNumbers(_ line: Line, _ numbers: [Number], leader: UInt8) -> Line {
    var cells = line.cells
    var end = width - columns.reduce(0, +) - Self.columnGap * max(0, columns.count - 1)
    for (index, (number, column)) in zip(numbers, columns).enumerated() {
      end += column + (index > 0 ? Self.columnGap : 0)
      guard !number.cells.isEmpty else { continue }
      let start = max(0, end - number.cells.count)
      // A blank on each side, and two guide dots at least (RUEB 16.5.1).
      let room = start - cells.count - 2
      if index == 0, room >= 2, leader != 0, !cells.isEmpty {
        cells += [0] + Array(repeating: leader, count: room)
      }
      cells += Array(repeating: 0, count: max(cells.isEmpty ? 0 : 1, start - cells.count)) + number.cells
    }
    let print = [line.print] + numbers.map(\.print)
    return Line(
      cells: Array(cells.prefix(width)),
      print: print.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: " "))
  }
}
