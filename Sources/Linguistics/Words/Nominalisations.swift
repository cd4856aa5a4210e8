/// Nouns made from verbs (Tables/easyread/nominalisations.tsv).
public enum Nominalisations {
  /// A noun made from a verb.
  public struct Entry: Sendable, Hashable {
    /// The noun, in British spelling.
    public var noun: String
    /// The verb.
    public var verb: String
    /// What the noun often means besides, so that it is no finding by itself; empty for none.
    public var note: String
  }

  /// All of them, by the noun; American spellings as well.
  public static let english: [String: Entry] = {
    var found: [String: Entry] = [:]
    for row in TabSeparated.rows(EnglishData.nominalisations) {
      let entry = Entry(noun: row[0], verb: row[1], note: row[2])
      found[row[0]] = entry
      found[row[0].replacing("isation", with: "ization")] = entry
    }
    return found
  }()

  /// The noun a token is, when it was made from a verb.
  public static func entry(for token: Token) -> Entry? {
    token.tag.isCommonNoun ? english[token.lemma] : nil
  }
}
