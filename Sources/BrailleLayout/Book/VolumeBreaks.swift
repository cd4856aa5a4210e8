/// Where in a flow a volume may end, how good each place is, and how far apart they are.
struct VolumeBreaks {
  /// For each item, how good it is that a volume begins with it; lower is better.
  private let ranks: [Rank]
  /// For each item and the end of the flow, how many rows stand before it.
  private let starts: [Int]
  private let height: Double

  /// How good a place is.
  enum Rank: Hashable, Comparable {
    /// Before a heading of this level, 1 being the best.
    case heading(Int)
    /// Between two paragraphs or other blocks.
    case betweenBlocks
    /// Between parts of a block: items of a list, rows of a table, lines of a box.
    case insideGroup
    /// Between what is meant to stay together.
    case keptTogether
  }

  /// How good a place is for a volume of a size; the lowest is the best.
  private struct Score: Comparable {
    var group: Int
    var rank: Rank
    var distance: Double

    static func < (left: Score, right: Score) -> Bool {
      (left.group, left.rank, left.distance) < (right.group, right.rank, right.distance)
    }
  }

  init(_ flow: [FlowItem], starts: [Int], rows: Int, height: Int) {
    self.starts = starts + [rows]
    self.height = Double(height)
    var ranks: [Rank] = []
    ranks.reserveCapacity(flow.count)
    var boxes = 0
    for (index, item) in flow.enumerated() {
      let isHeld = index > 0 && flow[index - 1].keep.holdsNext
      ranks.append(isHeld ? .keptTogether : Self.rank(of: item, at: index, in: flow, boxes: boxes))
      if case .rule(let rule) = item {
        if rule.role == .boxTop { boxes += 1 }
        if rule.role == .boxBottom { boxes = max(0, boxes - 1) }
      }
    }
    self.ranks = ranks
  }

  private static func rank(of item: FlowItem, at index: Int, in flow: [FlowItem], boxes: Int) -> Rank {
    if boxes > 0 { return .insideGroup }
    // A heading may stand behind the print page it is on.
    var next = index
    while next < flow.count {
      switch flow[next] {
      case .newPage: return .heading(1)
      case .printPage: next += 1
      case .rule(let rule): return rule.role == .boxTop || next > index ? .betweenBlocks : .insideGroup
      case .row(let row): return row.position == .first ? .betweenBlocks : .insideGroup
      case .text(let block):
        if let level = block.headingLevel { return .heading(level) }
        return block.shape.first > block.shape.runover || block.role != .text ? .betweenBlocks : .insideGroup
      }
    }
    return .insideGroup
  }

  /// How many pages the items take from one to before another.
  func pages(_ first: Int, _ end: Int) -> Double { Double(starts[end] - starts[first]) / height }

  /// The best item for the next volume to begin with, when this one begins with `first` and has room
  /// for so many pages; nil when not even one item fits.
  ///
  /// As few volumes as there can be, of about the same size; but before a heading of level 1 rather
  /// than of a size, then before a lower one, then between paragraphs (BANA Formats 1.6.1).
  func best(from first: Int, room: Double) -> Int? {
    guard room > 0 else { return nil }
    let rest = pages(first, ranks.count)
    let volumes = max(2, (rest / room).rounded(.up))
    let size = rest / volumes
    let least = max(rest - (volumes - 1) * room, size / 2)
    var best: (index: Int, score: Score)?
    var index = first + 1
    while index < ranks.count, pages(first, index) <= room {
      let length = pages(first, index)
      // Where no place leaves volumes enough for the rest, the fullest will do.
      let score =
        length < least
        ? Score(group: 1, rank: .heading(0), distance: -length)
        : Score(group: 0, rank: ranks[index], distance: abs(length - size))
      if best.map({ score < $0.score }) ?? true { best = (index, score) }
      index += 1
    }
    return best?.index
  }
}

extension TextBlock {
  /// The level of the heading the block is; nil for other text.
  var headingLevel: Int? {
    guard role.isHeading else { return nil }
    for anchor in anchors {
      if case .heading(let level, _) = anchor.anchor.kind { return level }
    }
    return nil
  }
}
