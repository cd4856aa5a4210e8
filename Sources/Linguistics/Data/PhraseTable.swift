/// Words and phrases, found in tokens: the longest that fits counts.
struct PhraseTable: Sendable {
  private struct Phrase: Sendable {
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
    for (text, entry) in phrases {
      let tokens = Self.tokens(of: text)
      guard let first = tokens.first else { continue }
      let isAsWritten =
        text.utf8.contains { (0x41...0x5A).contains($0) }
        || text.utf8.contains { $0 >= 0x80 } && text.contains { $0.isUppercase }
      byFirst[first.lowercased(), default: []].append(
        Phrase(
          tokens: isAsWritten ? tokens : tokens.map { $0.lowercased() }, isAsWritten: isAsWritten,
          entry: entry))
    }
    for first in byFirst.keys { byFirst[first]?.sort { $0.tokens.count > $1.tokens.count } }
  }

  /// The tokens of a phrase, as in the middle of a sentence.
  private static func tokens(of text: String) -> [String] {
    // Letters alone are what they are, but for the words the tokenizer parts.
    if text.utf8.allSatisfy({ $0 == 0x20 || (0x61...0x7A).contains($0) }) {
      let words = text.utf8.split(separator: 0x20).map { String(Substring($0)) }
      if !words.contains(where: { parted.contains($0) }) { return words }
    }
    var padded = text + " x"
    return padded.withUTF8 { bytes in
      Tokenizer(bytes).ranges().dropLast().map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  /// Words of letters alone that are two tokens, and those the end of a sentence may make so.
  private static let parted: Set<String> = ["cannot", "gonna", "wanna", "gotta"]

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
