/// What a page turn at a place would part, the least harm first.
///
/// A page ends at the latest place where it parts nothing. Only when there is none does it end where
/// it does the next least harm, and what says something of the text after it is left alone at the foot
/// only when a page cannot hold it with that text.
enum Parting: Int, CaseIterable, Comparable {
  /// Nothing that belongs together.
  case nothing
  /// A list from its beginning (BANA Formats 8.3.5).
  case opening
  /// Items of a group that stands on one page if it can: a box (BANA Formats 7.3.1).
  case group
  /// Items that belong together: a table's note and its rows, the entries of a row.
  case items
  /// The lines of one item that belong together.
  case lines
  /// A heading, a box line or a print page's beginning from the text it belongs to (BANA Formats
  /// 1.11.4, 4.3.9 and 7.3.5, UKAAF B004 5).
  case lead

  static func < (left: Parting, right: Parting) -> Bool { left.rawValue < right.rawValue }
}

/// The places where the page being filled may end: the latest of each kind.
struct PageTurns {
  /// A place where a page may end.
  struct Turn {
    var place: FlowSetter.Place
    var mark: PageBuilder.Mark
    /// How many notes had been met.
    var notes: NoteQueue.State
    var parting: Parting
  }

  private var latest: [Turn?] = Array(repeating: nil, count: Parting.allCases.count)

  mutating func note(_ turn: Turn) { latest[turn.parting.rawValue] = turn }

  /// The one that does the least harm, the latest of these; nil when the page has no place to end.
  var best: Turn? { latest.lazy.compactMap(\.self).first }

  mutating func removeAll() {
    for index in latest.indices { latest[index] = nil }
  }
}

/// Which rules no longer hold up to which item, because no page can hold what they keep together.
struct LoosenedRules {
  /// The index of the first item each rule holds for.
  private var ends: [Int] = Array(repeating: 0, count: Parting.allCases.count)

  /// What a page turn before or in the item parts, as far as the rules still hold.
  func parting(_ parting: Parting, at item: Int) -> Parting {
    item < ends[parting.rawValue] ? .nothing : parting
  }

  /// Lets the rules up to `parting` go for the items to the one given, and what ties items together for
  /// the rest of its chain; whether that lets go of any.
  ///
  /// - Parameter chainEnd: the index of the last item of the chain. What ties it to the one before stays
  ///   in force: the line that closes a box stands with a line of the box (BANA Formats 7.3.5).
  mutating func loosen(_ parting: Parting, through item: Int, chainEnd: Int) -> Bool {
    guard parting > .nothing, parting < .lead, ends[parting.rawValue] <= item else { return false }
    for rule in Parting.allCases where rule > .nothing && rule <= parting {
      let end = rule == .group || rule == .items ? max(item + 1, chainEnd) : item + 1
      ends[rule.rawValue] = max(ends[rule.rawValue], end)
    }
    return true
  }
}
