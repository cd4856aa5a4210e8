/// Words and phrases, found in tokens: the longest that fits counts.
struct PhraseTable: Sendable {
  fileprivate struct Phrase: Sendable {
    /// The tokens; in small letters, unless capitals count.
    var tokens: [String]
    var isAsWritten: Bool
    /// Which of the entries it is of.
    var entry: Int
  }

  private var byFirst: [String: [Phrase]] = [:]

  /// Makes a table of phrases, each with the number of what it stands for. A phrase with capitals counts
  /// only as it is written.
  init(_ phrases: [(text: String, entry: Int)]) {
    byFirst.reserveCapacity(phrases.count)
    for (text, entry) in phrases {
      let tokens = Self.tokens(of: text)
      guard let first = tokens.first else { continue }
      let isAsWritten =
        text.utf8.contains { (0x41...0x5A).contains($0) }
        || text.utf8.contains { $0 >= 0x80 } && text.contains { $0.isUppercase }
      let phrase = Phrase(
        tokens: isAsWritten ? tokens : tokens.map { $0.lowercased() }, isAsWritten: isAsWritten, entry: entry)
      // The longest first; of the same length, the earlier in the table.
      byFirst[first.lowercased(), default: []].insert(phrase)
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
    var found: [(Int, Int)] = []
    for phrase in phrases where index + phrase.tokens.count <= tokens.count {
      let isThere = phrase.tokens.indices.allSatisfy { offset in
        let token = tokens[index + offset]
        guard phrase.isAsWritten else { return token.lowered == phrase.tokens[offset] }
        return token.text == phrase.tokens[offset]
      }
      if isThere { found.append((phrase.entry, phrase.tokens.count)) }
    }
    return found
  }
}

extension [PhraseTable.Phrase] {
  /// Puts a phrase behind all that are as long or longer.
  fileprivate mutating func insert(_ phrase: PhraseTable.Phrase) {
    insert(phrase, at: firstIndex { $0.tokens.count < phrase.tokens.count } ?? endIndex)
  }
}
