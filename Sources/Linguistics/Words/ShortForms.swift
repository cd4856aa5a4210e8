/// Abbreviations and contractions, with what they are written out as (Tables/easyread/abbreviations.tsv).
public struct ShortForms: Sendable {
  /// What a short form is.
  public enum Kind: String, Sendable {
    /// `e.g.`, `etc.`
    case latin
    /// `don't`, `we'll`.
    case contraction
    /// `approx.`, `Dept`.
    case short
  }

  /// A short form.
  public struct Entry: Sendable, Hashable {
    /// As it is written.
    public var form: String
    /// What it is.
    public var kind: Kind
    /// The words.
    public var words: String
    /// Where it may be written out, or why not by itself; empty where nothing is to be heeded.
    public var note: String
  }

  /// The short forms of English.
  public static let english = ShortForms(EnglishData.abbreviations)

  /// All of them.
  public let entries: [Entry]
  private static let phrases = PhraseTable(english.entries.enumerated().map { ($1.form, $0) })

  private init(_ data: StaticBytes) {
    entries = TabSeparated.rows(data).compactMap { row in
      Kind(rawValue: row[1]).map { Entry(form: row[0], kind: $0, words: row[2], note: row[3]) }
    }
  }

  /// The longest short form that begins at a token, and how many tokens it takes. All but contractions
  /// count only as they are written.
  public func match(in tokens: [Token], at index: Int) -> (entry: Entry, count: Int)? {
    for (place, count) in Self.phrases.matches(in: tokens, at: index) {
      let entry = entries[place]
      if entry.kind == .contraction { return (entry, count) }
      // A sentence may begin with one; other capitals make another word of it: IE, EG.
      let rest = tokens[index].text.dropFirst()
      let isAsWritten = entry.form.contains { $0.isUppercase } || rest == rest.lowercased()
      if isAsWritten { return (entry, count) }
    }
    return nil
  }
}
