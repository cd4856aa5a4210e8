import Linguistics

/// Counts sentences, and remembers how many syllables words have.
struct SentenceCounter {
  /// A word of at most sixteen bytes: longer ones are rare and counted anew.
  private struct Key: Hashable {
    var first: UInt64 = 0
    var second: UInt64 = 0

    init?(_ word: Substring) {
      guard word.utf8.count <= 16 else { return nil }
      for (place, byte) in word.utf8.enumerated() {
        if place < 8 { first = first << 8 | UInt64(byte) } else { second = second << 8 | UInt64(byte) }
      }
    }
  }

  private var syllables: [Key: Int] = [:]

  /// Counts one sentence.
  mutating func add(_ sentence: String, to counts: inout Scores.Counts) {
    var words = 0
    // White space beyond ASCII parts words too, and is rare.
    let pieces =
      sentence.utf8.allSatisfy { $0 < 0x80 }
      ? sentence.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { Substring($0) }
      : sentence.split(whereSeparator: \.isWhitespace)
    for word in pieces where word.utf8.contains(where: { Self.isWord($0) }) {
      words += 1
      counts.syllables += syllables(of: word)
    }
    guard words > 0 else { return }
    counts.sentences += 1
    counts.words += words
    if words <= 15 { counts.within15 += 1 }
    if words <= 12 { counts.within12 += 1 }
  }

  private mutating func syllables(of word: Substring) -> Int {
    guard let key = Key(word) else { return max(1, English.syllables(in: String(word))) }
    if let known = syllables[key] { return known }
    let count = max(1, English.syllables(in: String(word)))
    syllables[key] = count
    return count
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte >= 0xC3
        && byte != 0xE2
  }
}
