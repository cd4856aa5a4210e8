import BrailleTranslation

/// Where centred lines begin and how wide they are.
enum Centring {
  /// The least number of blank cells on each side of a centred line (BANA Formats 4.2.1).
  static let sideBlanks = 3

  /// The room a centred line has on a page this wide; a very narrow page gives all of itself.
  static func room(width: Int) -> Int { width > 4 * sideBlanks ? width - 2 * sideBlanks : width }

  /// The narrowest width that needs no more lines than `room` does, so that all lines are of about
  /// the same length.
  static func balancedWidth(of breaker: LineBreaker, room: Int, limit: Int) -> Int {
    let count = breaker.lineCount(width: room, limit: limit)
    guard count > 1 else { return room }
    var low = 1
    var high = room
    while low < high {
      let middle = (low + high) / 2
      if breaker.lineCount(width: middle, limit: limit) <= count { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// How many blanks stand before `count` cells centred on `width`, moved left as far as needed to
  /// end before `limit`.
  static func indent(count: Int, width: Int, limit: Int) -> Int {
    max(0, min((width - count) / 2, limit - count))
  }
}
