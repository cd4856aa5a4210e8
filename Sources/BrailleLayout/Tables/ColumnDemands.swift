/// What the entries of a table ask of the widths of its columns, gathered entry by entry so that a
/// table that cannot fit is given up early.
public struct ColumnDemands: Sendable {
  /// What one column, or several side by side, must hold.
  struct Demand {
    /// For each entry on one line.
    var full = 0
    /// For each heading on one line.
    var fullHeading = 0
    /// For each entry on as many lines as the style allows.
    var least = 1
    /// The same for headings.
    var leastHeading = 0
  }

  /// Entries or headings.
  public enum Kind: Sendable {
    case entry
    case heading
  }

  let style: ColumnsStyle
  private(set) var columns: [Demand]
  /// Those of entries that cover several columns, by the columns.
  private(set) var spans: [Range<Int>: Demand] = [:]

  /// Begins with no demands.
  public init(columnCount: Int, style: ColumnsStyle) {
    self.style = style
    columns = Array(repeating: Demand(), count: columnCount)
  }

  /// Takes note of an entry; false when it takes more lines than allowed in any width.
  public mutating func add(_ entry: ColumnarEntry, _ kind: Kind) -> Bool {
    let range = entry.column..<min(columns.count, entry.column + entry.columnSpan)
    guard !range.isEmpty else { return true }
    var demand = range.count == 1 ? columns[range.lowerBound] : spans[range] ?? Demand()
    switch entry.content {
    case .continued: return true
    case .blank:
      // Guide dots stand for what is not there.
      if kind == .entry { demand.least = max(demand.least, style.leastGuideDots) }
    case .text(let block):
      let runover = kind == .entry ? style.runover : 0
      let full = EntryLines.fullWidth(block, runover: runover)
      let known = kind == .entry ? demand.least : demand.leastHeading
      var least = known
      // Only print's own line ends can make too many lines of an entry that is short enough.
      if full > known || !block.marks.isEmpty,
        !EntryLines.fits(block, width: known, runover: runover, limit: style.maximumLines)
      {
        guard
          let found = EntryLines.leastWidth(block, runover: runover, limit: style.maximumLines)
        else { return false }
        least = max(known, found)
      }
      switch kind {
      case .entry: (demand.full, demand.least) = (max(demand.full, full), least)
      case .heading: (demand.fullHeading, demand.leastHeading) = (max(demand.fullHeading, full), least)
      }
    }
    if range.count == 1 { columns[range.lowerBound] = demand } else { spans[range] = demand }
    return true
  }

  /// The cells the table needs at the very least, as far as is known.
  public var leastWidth: Int {
    columns.reduce(0) { $0 + max($1.least, $1.leastHeading) } + style.narrowGutter * (columns.count - 1)
  }

  /// The widths of the columns on a line of `room` cells and the blanks between them; nil when the
  /// table does not fit.
  public func fit(_ room: Int) -> (widths: [Int], gutter: Int)? {
    for gutter in [style.gutter, min(style.gutter, style.narrowGutter)] {
      let left = room - gutter * (columns.count - 1)
      // Headings are broken before entries are.
      if let widths = widths(left, gutter: gutter, leastOf: \.full) { return (widths, gutter) }
      if let widths = widths(left, gutter: gutter, leastOf: \.least) { return (widths, gutter) }
    }
    return nil
  }

  private func widths(_ room: Int, gutter: Int, leastOf entries: KeyPath<Demand, Int>) -> [Int]? {
    func least(_ demand: Demand) -> Int { max(demand[keyPath: entries], demand.least, demand.leastHeading) }
    var low = columns.map(least)
    var wish = columns.map { min(room + 1, max($0.full, $0.fullHeading, $0.least)) }
    for (range, demand) in spans.sorted(by: {
      ($0.key.count, $0.key.lowerBound) < ($1.key.count, $1.key.lowerBound)
    }) {
      let inner = gutter * (range.count - 1)
      let last = range.upperBound - 1
      low[last] += max(0, least(demand) - inner - low[range].reduce(0, +))
      let full = min(room + 1, max(demand.full, demand.fullHeading))
      wish[last] += max(0, full - inner - wish[range].reduce(0, +))
    }
    guard low.reduce(0, +) <= room else { return nil }
    for column in wish.indices { wish[column] = max(wish[column], low[column]) }
    return Self.shrink(wish, to: room, notBelow: low)
  }

  /// Takes cells off the widest columns, one by one, until the columns fit.
  static func shrink(_ widths: [Int], to room: Int, notBelow low: [Int]) -> [Int] {
    var widths = widths
    var excess = widths.reduce(0, +) - room
    while excess > 0 {
      guard
        let widest = widths.indices.filter({ widths[$0] > low[$0] }).max(by: { widths[$0] < widths[$1] })
      else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
