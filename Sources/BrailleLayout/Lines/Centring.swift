import BrailleTranslation

/// Where centred lines begin and how wide they are.
enum Centring {
  /// The least number of blank cells on each side of a centred line (BANA Formats 4.2.1).
  static let sideBlanks = 3

  /// The room the text's centred lines have on a page this wide: all of it where the page is narrow
  /// or the blanks at the sides would divide a word.
  static func room(of breaker: LineBreaker, width: Int, limit: Int) -> Int {
    let room = width > 4 * sideBlanks ? width - 2 * sideBlanks : width
    return breaker.measure(width: room, limit: limit).dividesWords ? width : room
  }

  /// The narrowest width that needs no more lines than `room` does, so that all lines are of about
  /// the same length.
  static func balancedWidth(of breaker: LineBreaker, room: Int, limit: Int) -> Int {
    let full = breaker.measure(width: room, limit: limit)
    guard full.lineCount > 1, !full.dividesWords else { return room }
    var low = 1
    var high = room
    while low < high {
      let middle = (low + high) / 2
      let measure = breaker.measure(width: middle, limit: limit)
      if measure.lineCount <= full.lineCount, !measure.dividesWords {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  /// How many blanks stand before `count` cells centred on `width`, moved left as far as needed to
  /// end before `limit`.
  static func indent(count: Int, width: Int, limit: Int) -> Int {
    max(0, min((width - count) / 2, limit - count))
  }
}
