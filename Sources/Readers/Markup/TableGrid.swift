import Diagnostics
import DocumentModel

extension TableParts {
  /// The finished table: rows in their groups, spans cut to what is there, columns counted.
  func table(info: NodeInfo) -> Table {
    var table = Table(
      caption: caption, summary: summary, columns: [], head: head, bodies: bodies, foot: foot,
      form: form, info: info)
    table.findHead()
    table.settleGrid(columns: columns)
    return table
  }
}

extension Table {
  /// Cuts spans to what is there, drops rows that hold nothing and counts the columns.
  ///
  /// - Parameter columns: the alignments the source gives its columns.
  mutating func settleGrid(columns: [Alignment?] = []) {
    var grid = TableGrid()
    grid.place(&head)
    for index in bodies.indices { grid.place(&bodies[index].rows) }
    grid.place(&foot)
    bodies.removeAll(where: \.rows.isEmpty)
    grid.settle(&self, columns: columns)
  }

  /// Takes the rows of column headings at the top of a table that does not mark its head, unless a
  /// cell reaches from them into the data.
  fileprivate mutating func findHead() {
    guard head.isEmpty, let first = bodies.first else { return }
    let count = first.rows.prefix {
      !$0.cells.isEmpty && $0.cells.allSatisfy { $0.heading == .column || $0.heading == .columnGroup }
    }.count
    guard count > 0 else { return }
    for (index, row) in first.rows.prefix(count).enumerated() {
      let limit = first.rows.count - index
      if row.cells.contains(where: { min($0.rowSpan, limit) > count - index }) { return }
    }
    head = Array(first.rows.prefix(count))
    bodies[0].rows.removeFirst(count)
    if bodies[0].rows.isEmpty { bodies.removeFirst() }
  }
}

/// Where the cells of a table stand (HTML, section 4.9.12, forming a table).
///
/// A span may claim a thousand columns though no other row has them; such columns are joined with the
/// one before, so that a table has no more columns than cells begin in.
private struct TableGrid {
  private struct Reach {
    var start: Int
    var end: Int
    var rows: Int
  }

  /// For each row placed, in order, each cell's first column and the one after its last.
  private var places: [[Range<Int>]] = []
  private var starts: Set<Int> = []

  /// Places one group's rows: cuts row spans at its end and drops rows that hold nothing.
  mutating func place(_ rows: inout [TableRow]) {
    var reaching: [Reach] = []
    var kept: [TableRow] = []
    for (index, row) in rows.enumerated() {
      if row.cells.isEmpty, reaching.isEmpty { continue }
      var row = row
      var added: [Reach] = []
      var places: [Range<Int>] = []
      var column = 0
      var next = 0
      for cell in row.cells.indices {
        while next < reaching.count, reaching[next].start <= column {
          column = max(column, reaching[next].end)
          next += 1
        }
        let end = column + row.cells[cell].columnSpan
        row.cells[cell].rowSpan = min(row.cells[cell].rowSpan, rows.count - index)
        if row.cells[cell].rowSpan > 1 {
          added.append(Reach(start: column, end: end, rows: row.cells[cell].rowSpan))
        }
        places.append(column..<end)
        starts.insert(column)
        column = end
      }
      self.places.append(places)
      kept.append(row)
      if !added.isEmpty {
        reaching += added
        reaching.sort { $0.start < $1.start }
      }
      for reach in reaching.indices { reaching[reach].rows -= 1 }
      reaching.removeAll { $0.rows <= 0 }
    }
    rows = kept
  }

  /// Gives the table its columns and each cell the columns it covers.
  func settle(_ table: inout Table, columns declared: [Alignment?]) {
    let columns = starts.sorted()
    let index = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
    var row = 0
    var alignments = [Alignment?](repeating: nil, count: columns.count)
    var isMixed = [Bool](repeating: false, count: columns.count)
    var isSeen = isMixed
    table.mapRows { cells in
      for cell in cells.indices {
        let place = places[row][cell]
        let first = index[place.lowerBound] ?? 0
        var low = first
        var high = columns.count
        while low < high {
          let middle = (low + high) / 2
          if columns[middle] < place.upperBound { low = middle + 1 } else { high = middle }
        }
        cells[cell].columnSpan = max(1, low - first)
        if cells[cell].columnSpan == 1 {
          if isSeen[first], alignments[first] != cells[cell].alignment { isMixed[first] = true }
          isSeen[first] = true
          alignments[first] = cells[cell].alignment
        }
      }
      row += 1
    }
    for (column, start) in columns.enumerated() {
      if start < declared.count, let alignment = declared[start] {
        alignments[column] = alignment
      } else if isMixed[column] {
        alignments[column] = nil
      }
    }
    row = 0
    table.mapRows { cells in
      for cell in cells.indices {
        let first = index[places[row][cell].lowerBound] ?? 0
        if cells[cell].alignment == alignments[first] { cells[cell].alignment = nil }
      }
      row += 1
    }
    table.columns = alignments.map { TableColumn(alignment: $0) }
  }
}

extension Table {
  /// Lets `change` change the cells of every row, in reading order.
  fileprivate mutating func mapRows(_ change: (inout [TableCell]) -> Void) {
    for row in head.indices { change(&head[row].cells) }
    for body in bodies.indices {
      for row in bodies[body].rows.indices { change(&bodies[body].rows[row].cells) }
    }
    for row in foot.indices { change(&foot[row].cells) }
  }
}
