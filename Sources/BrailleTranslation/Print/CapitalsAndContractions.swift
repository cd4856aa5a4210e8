/// Words liblouis 3.24 contracts against the rules because of their capitals.
enum CapitalsAndContractions {
  /// Final groupsigns: their first letter must not be a capital of its own inside a word.
  private static let finalGroupsigns: [[UInt8]] = [
    "ance", "ence", "ful", "ity", "less", "ment", "ness", "ong", "ound", "ount", "sion", "tion",
  ].map { Array($0.utf8) }

  /// Marks, with the `no_contract` typeform, what must not be contracted.
  static func mark(_ print: inout PreparedPrint) {
    let characters = print.characters
    var index = 0
    while index < characters.count {
      guard characters[index] &- 0x41 < 26 else {
        index += 1
        continue
      }
      if index > 0, ScalarKinds.isLetter(characters[index - 1]) {
        // AttenTION, getFullName: before 3.29 the groupsign is used right after the capital sign.
        if let length = finalGroupsign(at: index, in: characters) {
          print.mark(index..<(index + length), Liblouis.Typeform.noContract)
        }
      } else if isAcronymLikeWordsign(at: index, in: characters) {
        print.mark(index..<(index + 2), Liblouis.Typeform.noContract)
      }
      index += 1
    }
  }

  private static func finalGroupsign(at index: Int, in characters: [UInt32]) -> Int? {
    // Inside capitals all through (ACTION) the groupsign is right.
    guard !ScalarKinds.isCapital(characters[index - 1]) else { return nil }
    return finalGroupsigns.first { sign in
      index + sign.count <= characters.count
        && sign.indices.allSatisfy { characters[index + $0] | 0x20 == UInt32(sign[$0]) }
    }?.count
  }

  /// `US` and `IT` among small letters are acronyms, spoken letter by letter, not the wordsigns for
  /// us and it (RUEB 10.12.1).
  private static func isAcronymLikeWordsign(at index: Int, in characters: [UInt32]) -> Bool {
    guard index + 1 < characters.count else { return false }
    let pair = (characters[index], characters[index + 1])
    guard pair == (0x55, 0x53) || pair == (0x49, 0x54) else { return false }
    if index + 2 < characters.count {
      let next = characters[index + 2]
      if ScalarKinds.isLetter(next) || ScalarKinds.isDigit(next) { return false }
      // IT'S and IT’LL are the word.
      if next == 0x27 || next == 0x2019, index + 3 < characters.count,
        ScalarKinds.isLetter(characters[index + 3])
      {
        return false
      }
    }
    return !isCapitalWord(before: index, in: characters) && !isCapitalWord(after: index + 2, in: characters)
  }

  /// Whether the word that ends before `index` is all capitals, two at least.
  private static func isCapitalWord(before index: Int, in characters: [UInt32]) -> Bool {
    var end = index
    while end > 0, !ScalarKinds.isLetter(characters[end - 1]) { end -= 1 }
    var start = end
    while start > 0, ScalarKinds.isLetter(characters[start - 1]) { start -= 1 }
    return end - start > 1 && characters[start..<end].allSatisfy(ScalarKinds.isCapital)
  }

  private static func isCapitalWord(after index: Int, in characters: [UInt32]) -> Bool {
    var start = index
    while start < characters.count, !ScalarKinds.isLetter(characters[start]) { start += 1 }
    var end = start
    while end < characters.count, ScalarKinds.isLetter(characters[end]) { end += 1 }
    return end - start > 1 && characters[start..<end].allSatisfy(ScalarKinds.isCapital)
  }
}

/// Passages of capitals in which a digit stands before one of A to J.
///
/// Inside a capitals passage liblouis before 3.28 writes `2B` as two digits. Word by word it does
/// not, so such passages are not made: each word gets its own capitals indicator.
enum CapitalsPassages {
  /// The ranges of such passages, each from its first word to the end of its last.
  static func ambiguous(in characters: [UInt32]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    var words = 0
    var end = 0
    var ambiguous = false
    func close() {
      if let start, words >= 3, ambiguous { found.append(start..<end) }
    }
    var index = 0
    while index < characters.count {
      while index < characters.count, ScalarKinds.isBlank(characters[index]) { index += 1 }
      var word = Word()
      let first = index
      while index < characters.count, !ScalarKinds.isBlank(characters[index]) {
        word.read(characters[index])
        index += 1
      }
      if word.hasSmall {
        close()
        (start, words, ambiguous) = (nil, 0, false)
      } else if word.hasCapital || start != nil {
        if start == nil { start = first }
        if word.hasCapital { (words, end) = (words + 1, index) }
        ambiguous = ambiguous || word.isAmbiguous
      }
    }
    close()
    return found
  }

  private struct Word {
    var hasCapital = false
    var hasSmall = false
    var isAmbiguous = false
    private var afterDigit = false

    mutating func read(_ value: UInt32) {
      if ScalarKinds.isDigit(value) {
        afterDigit = true
        return
      }
      if ScalarKinds.isSmall(value) { hasSmall = true }
      if ScalarKinds.isCapital(value) {
        hasCapital = true
        if afterDigit, value < 0x4B { isAmbiguous = true }
      }
      afterDigit = false
    }
  }
}
