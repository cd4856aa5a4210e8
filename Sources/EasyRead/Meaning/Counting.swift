import Linguistics

/// Counts sentences, and remembers how many syllables words have.
struct SentenceCounter {
  /// A word of at most sixteen bytes: longer ones are rare and counted anew.
  private struct Key: Hashable {
    var first: UInt64 = 0
    var second: UInt64 = 0

    init?(_ word: UnsafeBufferPointer<UInt8>.SubSequence) {
      guard word.count <= 16 else { return nil }
      for byte in word.prefix(8) { first = first << 8 | UInt64(byte) }
      for byte in word.dropFirst(8) { second = second << 8 | UInt64(byte) }
    }
  }

  private var syllables: [Key: Int] = [:]

  /// Counts one sentence.
  mutating func add(_ sentence: String, to counts: inout Scores.Counts) {
    var sentence = sentence
    // White space beyond ASCII parts words too, and is rare.
    if Self.mayHaveOtherSpace(sentence) {
      sentence = sentence.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    var words = 0
    sentence.withUTF8 { bytes in
      var start = 0
      for end in 0...bytes.count where end == bytes.count || Self.isSpace(bytes[end]) {
        let word = bytes[start..<end]
        start = end + 1
        guard word.contains(where: Self.isWord) else { continue }
        words += 1
        counts.syllables += syllables(of: word)
      }
    }
    guard words > 0 else { return }
    counts.sentences += 1
    counts.words += words
    if words <= 15 { counts.within15 += 1 }
    if words <= 12 { counts.within12 += 1 }
  }

  private mutating func syllables(of word: UnsafeBufferPointer<UInt8>.SubSequence) -> Int {
    let key = Key(word)
    if let key, let known = syllables[key] { return known }
    let count = max(1, English.syllables(in: String(decoding: word, as: UTF8.self)))
    if let key { syllables[key] = count }
    return count
  }

  /// Whether there may be white space beyond ASCII: by the first bytes of U+0085 and U+00A0, U+1680, U+2000 to
  /// U+205F without the marks among them, and U+3000.
  private static func mayHaveOtherSpace(_ sentence: String) -> Bool {
    var (first, second): (UInt8, UInt8) = (0, 0)
    for byte in sentence.utf8 {
      if second == 0xC2 {
        if byte == 0x85 || byte == 0xA0 { return true }
      } else if first == 0xE1, second == 0x9A {
        return true
      } else if first == 0xE2, second == 0x80 {
        if byte <= 0x8A || byte == 0xA8 || byte == 0xA9 || byte == 0xAF { return true }
      } else if first == 0xE2, second == 0x81 {
        if byte == 0x9F { return true }
      } else if first == 0xE3, second == 0x80 {
        return true
      }
      (first, second) = (second, byte)
    }
    return false
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte >= 0xC3
        && byte != 0xE2
  }
}
