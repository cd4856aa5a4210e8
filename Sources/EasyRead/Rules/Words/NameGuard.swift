import Linguistics

/// Words that stay: in names, in terms the document defines, and those the author keeps.
struct NameGuard: Sendable {
  /// Words and phrases in small letters, by their first word.
  private let kept: [String: [[String]]]

  init(keep: some Sequence<String>) {
    var kept: [String: [[String]]] = [:]
    for phrase in keep {
      let words = phrase.lowercased().split(separator: " ").map(String.init)
      if let first = words.first { kept[first, default: []].append(words) }
    }
    self.kept = kept
  }

  /// Whether some words are part of a name, or are kept.
  func holds(_ reading: Reading, _ range: Range<Int>) -> Bool {
    if isInName(reading, range) { return true }
    guard !kept.isEmpty else { return false }
    for start in max(0, range.lowerBound - 5)..<range.upperBound {
      for phrase in kept[reading.lower(start)] ?? [] where start + phrase.count > range.lowerBound {
        if zip(phrase, start..<reading.count).allSatisfy({ reading.lower($1) == $0 }),
          start + phrase.count <= reading.count
        {
          return true
        }
      }
    }
    return false
  }

  private func isInName(_ reading: Reading, _ range: Range<Int>) -> Bool {
    for index in range {
      // A capital within the sentence makes a name of any word.
      if index > reading.first, reading.isCapitalised(index), reading.text(index) != "I" { return true }
      if reading.tag(index).isName, reading.isCapitalised(index), range.count == 1 { return true }
    }
    // "Additional Needs" at the start of a sentence: the next word has a capital too.
    if range.lowerBound == reading.first, reading.isCapitalised(range.lowerBound),
      reading.isCapitalised(range.upperBound), reading.text(range.upperBound) != "I",
      range.upperBound < reading.count
    {
      return range.count == 1 && reading.tag(range.lowerBound) != .in
        && !reading.tag(range.lowerBound).isAdverb
    }
    return false
  }
}
