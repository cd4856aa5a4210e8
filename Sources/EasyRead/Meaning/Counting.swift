import Linguistics

/// Counts sentences, and remembers how many syllables words have.
struct SentenceCounter {
  private var syllables: [Substring: Int] = [:]

  /// Counts one sentence.
  mutating func add(_ sentence: String, to counts: inout Scores.Counts) {
    var words = 0
    for word in sentence.split(whereSeparator: \.isWhitespace) {
      guard word.utf8.contains(where: { Self.isWord($0) }) else { continue }
      words += 1
      if let known = syllables[word] {
        counts.syllables += known
      } else {
        let count = max(1, English.syllables(in: String(word)))
        syllables[word] = count
        counts.syllables += count
      }
    }
    guard words > 0 else { return }
    counts.sentences += 1
    counts.words += words
    if words <= 15 { counts.within15 += 1 }
    if words <= 12 { counts.within12 += 1 }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte >= 0xC3
        && byte != 0xE2
  }
}
