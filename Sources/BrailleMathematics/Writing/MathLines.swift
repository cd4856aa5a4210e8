public import BrailleTranslation

extension MathBraille {
  /// A line of a formula that takes several.
  public struct Line: Sendable {
    /// How many blank cells stand before it.
    public var indent: Int
    /// What stands on it; origins count its signs from 0.
    public var text: BrailleText
  }

  /// The formula on lines of its own: each row of a matrix on one, its columns below each other and
  /// what stands beside it on the line of its first row (GTM 15.2); each of several equations on one.
  ///
  /// - Parameter width: the cells there are; columns that do not fit are not set below each other.
  public func lines(width: Int) -> [Line] {
    guard !rowEnds.isEmpty else { return [Line(indent: 0, text: text)] }
    return matrixLines(width: width) ?? rows
  }

  /// The rows as they come.
  private var rows: [Line] {
    var lines: [Line] = []
    var start = 0
    for end in rowEnds + [text.cells.count] {
      lines.append(Line(indent: 0, text: cut(Array(start..<end))))
      start = end + 1
    }
    return lines.filter { !$0.text.cells.isEmpty }
  }

  // MARK: Matrices

  /// What stands side by side on the first line: cells beside matrices, and matrices.
  private enum Part {
    case beside([Int])
    case matrix(MatrixCells)
  }

  private struct MatrixCells {
    /// The cells of each entry, by row and column; brackets stand before and after.
    var rows: [[Int: [Int]]] = []

    mutating func add(_ cell: Int, at place: MatrixPlace, isBlank: Bool) {
      while rows.count <= place.row { rows.append([:]) }
      // The blank between entries is for columns to make.
      if isBlank, rows[place.row][place.column] == nil { return }
      rows[place.row][place.column, default: []].append(cell)
    }

    /// The cells of each row, nil standing for a blank.
    func lines() -> [[Int?]] {
      let columns = Set(rows.flatMap(\.keys)).sorted()
      let entries = columns.filter { $0 != -1 && $0 != .max }
      var result = rows.map { ($0[-1] ?? []).map(Optional.init) }
      for (position, column) in entries.enumerated() {
        let width = rows.map { $0[column]?.count ?? 0 }.max() ?? 0
        for row in rows.indices {
          let cells = rows[row][column] ?? []
          if position > 0 { result[row].append(nil) }
          result[row] += cells.map(Optional.init)
          result[row] += Array(repeating: nil, count: width - cells.count)
        }
      }
      for row in rows.indices { result[row] += (rows[row][.max] ?? []).map(Optional.init) }
      return result
    }
  }

  /// Nil when a row ends that is of no matrix, or the lines would be too long.
  private func matrixLines(width: Int) -> [Line]? {
    guard let parts = parts() else { return nil }
    var lines: [[Int?]] = [[]]
    for part in parts {
      let start = lines[0].count
      switch part {
      case .beside(let cells): lines[0] += cells.map(Optional.init)
      case .matrix(let matrix):
        for (row, cells) in matrix.lines().enumerated() {
          if row == lines.count { lines.append([]) }
          lines[row] += Array(repeating: nil, count: start - lines[row].count) + cells
        }
        let end = lines.map(\.count).max() ?? 0
        lines[0] += Array(repeating: nil, count: end - lines[0].count)
      }
    }
    guard lines.allSatisfy({ $0.count <= width }) else { return nil }
    return lines.map { cells in
      let indent = cells.prefix { $0 == nil }.count
      return Line(indent: indent, text: cut(Array(cells[indent...])))
    }
  }

  private func parts() -> [Part]? {
    var parts: [Part] = []
    var current: Int?
    var pendingRowEnd = false
    for index in text.cells.indices {
      let token = tokens[Int(text.origins[index])]
      if token.kind == .rowEnd {
        pendingRowEnd = true
        continue
      }
      guard let place = token.place else {
        guard !pendingRowEnd else { return nil }
        current = nil
        if case .beside(let cells)? = parts.last {
          parts[parts.count - 1] = .beside(cells + [index])
        } else {
          parts.append(.beside([index]))
        }
        continue
      }
      if current != place.matrix {
        guard !pendingRowEnd else { return nil }
        parts.append(.matrix(MatrixCells()))
        current = place.matrix
      }
      pendingRowEnd = false
      guard case .matrix(var matrix)? = parts.last else { return nil }
      matrix.add(index, at: place, isBlank: text.cells[index] == 0)
      parts[parts.count - 1] = .matrix(matrix)
    }
    return parts
  }

  /// The cells named, with nil for a blank that keeps a column in its place; blanks at the end go.
  private func cut(_ cells: [Int?]) -> BrailleText {
    var result = BrailleText()
    var last: Int32?
    for cell in cells {
      let origin = cell.map { text.origins[$0] } ?? last
      let isNew = last != nil && origin != last
      result.cells.append(cell.map { text.cells[$0] } ?? 0)
      result.origins.append((result.origins.last ?? 0) + (isNew ? 1 : 0))
      result.breaks.append(cell.map { text.breaks[$0] } ?? .never)
      last = origin ?? last
    }
    while result.cells.last == 0 {
      result.cells.removeLast()
      result.origins.removeLast()
      result.breaks.removeLast()
    }
    return result
  }
}
