/// Finds addresses of the web, of mail and of files, which may be divided at their strokes.
enum Addresses {
  /// The ranges of words that are addresses.
  static func find(in characters: [UInt32]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < characters.count {
      if ScalarKinds.isBlank(characters[start]) {
        start += 1
        continue
      }
      var end = start
      while end < characters.count, !ScalarKinds.isBlank(characters[end]) { end += 1 }
      if isAddress(characters[start..<end]) { found.append(start..<end) }
      start = end
    }
    return found
  }

  private static func isAddress(_ word: ArraySlice<UInt32>) -> Bool {
    var strokes = 0
    var dotAfterAt = false
    var at = false
    var previous: UInt32 = 0
    for character in word {
      switch character {
      case 0x2F:
        if previous == 0x3A { return true }  // a scheme, or a drive
        strokes += 1
      case 0x5C: strokes += 1
      case 0x40: at = previous != 0
      case 0x2E: dotAfterAt = dotAfterAt || at
      default: break
      }
      previous = character
    }
    let text = word.prefix(4).map { $0 | 0x20 }
    let isWeb = text == [0x77, 0x77, 0x77, 0x2E]
    return isWeb || strokes >= 2 || (at && dotAfterAt)
  }
}
