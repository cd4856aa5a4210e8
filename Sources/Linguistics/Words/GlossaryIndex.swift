/// Where the words and the sentences of the glossary stand in its file, found in one pass over its bytes: a
/// report uses few of its thousands of entries, and only those are read.
struct GlossaryIndex: Sendable {
  /// A word, a phrase or a form of one.
  private struct Phrase {
    /// The hash of its first token in small letters.
    var first: UInt64
    /// That of its second; 0 where it has none.
    var second: UInt64
    /// Where its text is.
    var start: Int32
    var end: Int32
    var row: Int32
    /// The next phrase of the same slot; -1 where it is the last.
    var next: Int32 = -1
  }

  /// Where the rows are.
  private(set) var rows: [Range<Int>] = []
  private let data: StaticBytes
  private var phrases: [Phrase] = []
  /// The first phrase of each slot, by the hash of the first token; -1 where there is none.
  private var slots = [Int32](repeating: -1, count: 1 << slotBits)
  private static let slotBits = 14
  /// Rows by the hashes of the sentences of their explanations; the last of those that share one.
  private var explaining: [UInt64: Int32] = [:]

  init(_ data: StaticBytes) {
    self.data = data
    rows.reserveCapacity(5_000)
    phrases.reserveCapacity(12_000)
    explaining.reserveCapacity(8_000)
    let bytes = UnsafeBufferPointer(start: data.base, count: data.count)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if end > start, bytes[start] != 0x23 { add(start..<end, bytes) }
      start = end + 1
    }
    // From the last to the first, so that a slot has its phrases in the order of the file.
    for place in phrases.indices.reversed() {
      let slot = Self.slot(phrases[place].first)
      phrases[place].next = slots[slot]
      slots[slot] = Int32(place)
    }
  }

  /// The columns of a row.
  func fields(of row: Int) -> [String] {
    UnsafeBufferPointer(start: data.base, count: data.count)[rows[row]]
      .split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: - Words

  /// The rows with a phrase that begins at a token, longest first, and how many tokens each takes.
  func matches(in tokens: [Token], at index: Int) -> [(row: Int, count: Int)] {
    let first = Self.hash(tokens[index].lowered)
    var second: UInt64?
    var found: [(row: Int, count: Int)] = []
    var place = slots[Self.slot(first)]
    while place >= 0 {
      let candidate = phrases[Int(place)]
      place = candidate.next
      guard candidate.first == first else { continue }
      if candidate.second != 0 {
        guard index + 1 < tokens.count else { continue }
        let next = second ?? Self.hash(tokens[index + 1].lowered)
        second = next
        guard candidate.second == next else { continue }
      }
      let text = self.text(Int(candidate.start)..<Int(candidate.end))
      guard let phrase = PhraseTable.Phrase(text, entry: Int(candidate.row)),
        phrase.stands(in: tokens, at: index)
      else { continue }
      let count = phrase.tokens.count
      found.insert((phrase.entry, count), at: found.firstIndex { $0.count < count } ?? found.endIndex)
    }
    return found
  }

  private mutating func add(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
    let row = Int32(rows.count)
    rows.append(range)
    var column = 0
    var start = range.lowerBound
    for place in range.lowerBound...range.upperBound {
      let byte = place < range.upperBound ? bytes[place] : 0x09
      switch (column, byte) {
      case (0...1, 0x09), (1, 0x7C):
        if place > start { addPhrase(start..<place, row, bytes) }
        start = place + 1
      case (3, 0x09):
        addSentences(start..<place, row, bytes)
        return
      case (_, 0x09): start = place + 1
      default: break
      }
      if byte == 0x09 { column += 1 }
    }
  }

  private mutating func addPhrase(_ range: Range<Int>, _ row: Int32, _ bytes: UnsafeBufferPointer<UInt8>) {
    let (first, second) = Self.hashes(UnsafeBufferPointer(rebasing: bytes[range]))
    phrases.append(
      Phrase(
        first: first, second: second, start: Int32(range.lowerBound), end: Int32(range.upperBound), row: row))
  }

  /// The hashes of the first two tokens. Letters and spaces are gone through as they stand; what may be
  /// parted otherwise, by the rules of tokens.
  private static func hashes(_ text: UnsafeBufferPointer<UInt8>) -> (first: UInt64, second: UInt64) {
    var hashes: (UInt64, UInt64) = (0, 0)
    var words = 0
    var start = 0
    for place in 0...text.count {
      let byte = place < text.count ? text[place] : 0x20
      guard byte == 0x20 else {
        if !(0x61...0x7A).contains(byte | 0x20) { return tokenHashes(text) }
        continue
      }
      let word = UnsafeBufferPointer(rebasing: text[start..<place])
      start = place + 1
      if word.isEmpty { continue }
      if word.count == 5 || word.count == 6, [0x63, 0x67, 0x77].contains(word[0] | 0x20),
        Tokenizer.isTwoWords(String(decoding: word, as: UTF8.self))
      {
        return tokenHashes(text)
      }
      words += 1
      if words == 1 { hashes.0 = hash(word) }
      if words == 2 { hashes.1 = hash(word) }
    }
    return hashes
  }

  private static func tokenHashes(_ text: UnsafeBufferPointer<UInt8>) -> (first: UInt64, second: UInt64) {
    // In small letters as tokens have them, with the apostrophe of a typewriter.
    let tokens = PhraseTable.tokens(of: String(decoding: text, as: UTF8.self)).map {
      $0.lowercased().replacing("\u{2019}", with: "'")
    }
    return (tokens.first.map(hash) ?? 0, tokens.count > 1 ? hash(tokens[1]) : 0)
  }

  // MARK: - Sentences

  /// The row whose explanation may have a sentence.
  func row(explainingWith sentence: String) -> Int? {
    var sentence = sentence
    return sentence.withUTF8 { explaining[Hash.of($0)] }.map { Int($0) }
  }

  private mutating func addSentences(
    _ range: Range<Int>, _ row: Int32, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    let isOne = !range.dropFirst().contains { place in
      bytes[place] == 0x20 && [0x20, 0x2E, 0x3F].contains(bytes[place - 1])
    }
    guard !isOne else {
      explaining[Hash.of(UnsafeBufferPointer(rebasing: bytes[range]))] = row
      return
    }
    for var sentence in Glossary.sentences(of: text(range)) {
      sentence.withUTF8 { explaining[Hash.of($0)] = row }
    }
  }

  // MARK: - Bytes

  private func text(_ range: Range<Int>) -> String {
    String(
      decoding: UnsafeBufferPointer(start: data.base + range.lowerBound, count: range.count), as: UTF8.self)
  }

  private static func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 32)) & ((1 << slotBits) - 1)
  }

  private static func hash(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { hash($0) }
  }

  /// With capitals of ASCII as small letters; never 0, which stands for nothing.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = Hash()
    for byte in bytes { hash.add((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
    return max(1, hash.value)
  }
}
