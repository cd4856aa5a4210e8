/// The basic words, which need no explanation: levels A1 to B1 of the CEFR (Tables/easyread/basic-words.tsv).
public enum BasicWords {
  private static let levels: [String: String] = {
    var found: [String: String] = [:]
    for row in TabSeparated.rows(EnglishData.basicWords) { found[row[0]] = row[1] }
    return found
  }()

  /// Whether a word in small letters is one of them, as it stands.
  public static func contains(_ word: String) -> Bool { levels[word] != nil }

  /// Whether a token is one of them or a form of one.
  public static func contains(_ token: Token) -> Bool {
    if levels[token.lowered] != nil || levels[token.lemma.lowercased()] != nil { return true }
    // easily, easier: of an adjective that is basic.
    if token.tag.isAdverb, token.lowered.hasSuffix("ly") {
      let stem = String(token.lowered.dropLast(2))
      return [stem, stem + "le", stem.hasSuffix("i") ? stem.dropLast() + "y" : stem].contains {
        levels[$0] != nil
      }
    }
    return false
  }
}
