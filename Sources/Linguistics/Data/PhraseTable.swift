/// Words and phrases, found in tokens: the longest that fits counts.
struct PhraseTable: Sendable {
  /// A phrase and what it stands for.
  struct Phrase: Sendable {
    /// The tokens; in small letters, unless capitals count.
    let tokens: [String]
    /// The first of them in small letters.
    let first: String
    /// Whether capitals count.
    let isAsWritten: Bool
    /// Which of the entries it is of.
    let entry: Int

    /// Reads a phrase; nil where nothing is in it. One with capitals counts only as it is written.
    init?(_ text: String, entry: Int) {
      let tokens = PhraseTable.tokens(of: text)
      guard let first = tokens.first else { return nil }
      isAsWritten =
        text.utf8.contains { (0x41...0x5A).contains($0) }
        || text.utf8.contains { $0 >= 0x80 } && text.contains { $0.isUppercase }
      self.tokens = isAsWritten ? tokens : tokens.map { $0.lowercased() }
      self.first = first.lowercased()
      self.entry = entry
    }

    /// Whether it begins at a token.
    func stands(in all: [Token], at index: Int) -> Bool {
      index + tokens.count <= all.count
        && tokens.indices.allSatisfy { offset in
          let token = all[index + offset]
          return isAsWritten ? token.text == tokens[offset] : token.lowered == tokens[offset]
        }
    }
  }

  private var byFirst: [String: [Phrase]] = [:]

  /// Makes a table of phrases, each with the number of what it stands for. A phrase with capitals counts
  /// only as it is written.
  init(_ phrases: [(text: String, entry: Int)]) {
    byFirst.reserveCapacity(phrases.count)
    for (text, entry) in phrases {
      guard let phrase = Phrase(text, entry: entry) else { continue }
      // The longest first; of the same length, the earlier in the table.
      byFirst[phrase.first, default: []].insert(phrase)
    }
  }

  /// The tokens of a phrase, as in the middle of a sentence.
  static func tokens(of text: String) -> [String] {
    plainTokens(of: text) ?? allTokens(of: text)
  }

  /// By the rules of tokens.
  static func allTokens(of text: String) -> [String] {
    var padded = text + " x"
    return padded.withUTF8 { bytes in
      Tokenizer(bytes).ranges().dropLast().map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  /// The same for letters and spaces alone, which are most, without going through all rules of tokens. The
  /// few words of letters that are two tokens go through them.
  private static func plainTokens(of text: String) -> [String]? {
    var isPlain = true
    for byte in text.utf8 {
      isPlain = isPlain && (byte == 0x20 || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte))
    }
    guard isPlain else { return nil }
    let words = text.utf8.split(separator: 0x20).map { String(Substring($0)) }
    return words.contains(where: Tokenizer.isTwoWords) ? nil : words
  }

  /// The entries whose phrase begins at a token, longest first, and how many tokens each takes.
  func matches(in tokens: [Token], at index: Int) -> [(entry: Int, count: Int)] {
    guard let phrases = byFirst[tokens[index].lowered] else { return [] }
    return phrases.filter { $0.stands(in: tokens, at: index) }.map { ($0.entry, $0.tokens.count) }
  }
}

extension [PhraseTable.Phrase] {
  /// Puts a phrase behind all that are as long or longer.
  fileprivate mutating func insert(_ phrase: PhraseTable.Phrase) {
    insert(phrase, at: firstIndex { $0.tokens.count < phrase.tokens.count } ?? endIndex)
  }
}
