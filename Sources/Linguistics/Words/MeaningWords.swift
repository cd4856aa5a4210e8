/// Words which carry meaning that an edit may not change, and words that rules look for
/// (Tables/easyread/lexicon.tsv).
public struct MeaningWords: Sendable {
  /// What a word is.
  public enum Kind: String, Sendable, CaseIterable {
    case negator, modal, quantifier, conditional, number, ordinal, month, weekday, unit
    case hedge, subordinator
    case passiveAuxiliary = "passive-auxiliary"

    /// The kinds that are held to be the same before and after an edit.
    public static let kept: Set<Kind> = [
      .negator, .modal, .quantifier, .conditional, .number, .ordinal, .month, .weekday, .unit,
    ]
  }

  /// A word or phrase.
  public struct Entry: Sendable, Hashable {
    /// What it is.
    public var kind: Kind
    /// The word or phrase.
    public var phrase: String
    /// The digits of a number, the number of a month, the sign of a unit; empty for others.
    public var value: String
    /// A note.
    public var note: String
  }

  /// The words of English.
  public static let english = MeaningWords(EnglishData.lexicon)

  /// All of them.
  public let entries: [Entry]
  private let phrases: [Kind: PhraseTable]

  private init(_ data: StaticBytes) {
    entries = TabSeparated.rows(data).compactMap { row in
      Kind(rawValue: row[0]).map { Entry(kind: $0, phrase: row[1], value: row[2], note: row[3]) }
    }
    var byKind: [Kind: [(String, Int)]] = [:]
    for (place, entry) in entries.enumerated() {
      byKind[entry.kind, default: []].append((entry.phrase, place))
    }
    phrases = byKind.mapValues { PhraseTable($0) }
  }

  /// The entries of a kind, in the order of the file.
  public func entries(of kind: Kind) -> [Entry] { entries.filter { $0.kind == kind } }

  /// The longest phrase of a kind that begins at a token, and how many tokens it takes.
  public func match(_ kind: Kind, in tokens: [Token], at index: Int) -> (entry: Entry, count: Int)? {
    guard let (place, count) = phrases[kind]?.matches(in: tokens, at: index).first else { return nil }
    return (entries[place], count)
  }

  /// All phrases of a kind in a sentence, the longest first where several begin at one token.
  public func all(_ kind: Kind, in tokens: [Token]) -> [(entry: Entry, tokens: Range<Int>)] {
    var found: [(Entry, Range<Int>)] = []
    var index = 0
    while index < tokens.count {
      if let (entry, count) = match(kind, in: tokens, at: index) {
        found.append((entry, index..<index + count))
        index += count
      } else {
        index += 1
      }
    }
    return found
  }
}
