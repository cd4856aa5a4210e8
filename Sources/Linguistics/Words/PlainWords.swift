/// Plain words and phrases for hard ones (Tables/easyread/plain-words.tsv).
public struct PlainWords: Sendable {
  /// How safe a plain word is.
  public enum Risk: String, Sendable {
    /// It has one sense and is always safe.
    case always = "A"
    /// It is safe where every gate is passed.
    case gated = "B"
    /// It depends on the sentence, and is only suggested.
    case suggested = "C"
  }

  /// What must hold, or must not, where a word is replaced.
  public enum Gate: Sendable, Hashable {
    /// The row itself declares that words which carry meaning change.
    case declared
    /// Not as a passive.
    case passive
    /// Not in the plural.
    case plural
    /// Not a participle before its noun.
    case modifier
    /// Not a noun before another.
    case compound
    /// Not an adjective before its noun.
    case attributive
    /// Not when this stands after it: a word, or `determiner`, `pronoun` or `number` for any of these. The
    /// table writes it `before:`, as the word stands before that.
    case before(String)
    /// Not when this stands in front of it.
    case after(String)
    /// Only with an object.
    case onlyWithObject
    /// Only at the beginning of a sentence.
    case onlyAtStart
    /// Only before a comma.
    case onlyBeforeComma
    /// Only when this word stands after it.
    case onlyBefore(String)
    /// For people.
    case note(String)

    init?(_ text: String) {
      switch text {
      case "declared": self = .declared
      case "passive": self = .passive
      case "plural": self = .plural
      case "modifier": self = .modifier
      case "compound": self = .compound
      case "attributive": self = .attributive
      case "only:object": self = .onlyWithObject
      case "only:sentence-start": self = .onlyAtStart
      case "only:before-comma": self = .onlyBeforeComma
      default:
        guard let colon = text.lastIndex(of: ":") else { return nil }
        let value = text[text.index(after: colon)...].trimmingSpaces
        switch text[..<colon] {
        case "before": self = .before(value)
        case "after": self = .after(value)
        case "only:before": self = .onlyBefore(value)
        case "note": self = .note(value)
        default: return nil
        }
      }
    }
  }

  /// A word and its plain one.
  public struct Entry: Sendable, Hashable {
    /// The word or phrase.
    public var word: String
    /// noun, verb, adjective, adverb, preposition, conjunction, determiner or phrase.
    public var part: String
    /// The plain one.
    public var plain: String
    /// Forms of the word and those of the plain one, in pairs. Where one form has two pairs, the first is for
    /// the past tense and the second for the participle.
    public var forms: [(form: String, plain: String)] { pairs.map { ($0.form, $0.plain) } }
    /// How safe it is.
    public var risk: Risk
    /// What must hold.
    public var gates: [Gate]

    struct Pair: Sendable, Hashable {
      var form: String
      var plain: String
    }
    var pairs: [Pair]

    /// The plain word for a form, as it is written in the table.
    ///
    /// - Parameters:
    ///   - form: the form in small letters, words parted by single spaces.
    ///   - tag: what its first word is; tells the participle from the past tense.
    public func plain(for form: String, tag: Tag) -> String? {
      let fitting = pairs.filter { $0.form == form }
      if fitting.isEmpty { return form == word.lowercased() ? plain : nil }
      return tag == .vbn && fitting.count > 1 ? fitting[1].plain : fitting[0].plain
    }

    /// Whether a part of speech may be the word's.
    func allows(_ tag: Tag) -> Bool {
      switch part {
      case "noun": tag.isNoun
      case "verb": tag.isVerb
      case "adjective": tag.isAdjective || tag == .vbn
      case "adverb": tag.isAdverb
      case "preposition", "conjunction": tag == .in || tag == .cc || tag == .vbg || tag == .rb || tag == .vbn
      case "determiner": tag == .dt || tag == .jj || tag == .pdt
      default: true
      }
    }
  }

  /// The plain words of English.
  public static let english = PlainWords(EnglishData.plainWords)

  /// The entries, in the order of the alphabet.
  public let entries: [Entry]
  private static let phrases = PhraseTable(
    english.entries.enumerated().flatMap { place, entry in
      ([entry.word] + entry.pairs.map(\.form)).uniqued().map { ($0, place) }
    })

  private init(_ data: StaticBytes) {
    entries = TabSeparated.rows(data).map { row in
      Entry(
        word: row[0], part: row[1], plain: row[2], risk: Risk(rawValue: row[4]) ?? .suggested,
        gates: row[5].split(separator: "|").compactMap { Gate(String($0)) },
        pairs: row[3].split(separator: "|").compactMap { pair in
          guard let arrow = pair.firstIndex(of: ">") else { return nil }
          return Entry.Pair(form: String(pair[..<arrow]), plain: String(pair[pair.index(after: arrow)...]))
        })
    }
  }

  /// The entry of the longest word or phrase that begins at a token, in the part of speech the token has,
  /// and how many tokens it takes. Gates are not looked at.
  public func match(in tokens: [Token], at index: Int) -> (entry: Entry, count: Int)? {
    for (place, count) in Self.phrases.matches(in: tokens, at: index) {
      let entry = entries[place]
      if count > 1 && entry.part != "verb" || entry.allows(tokens[index].tag) { return (entry, count) }
    }
    return nil
  }
}

extension Array where Element: Hashable {
  /// Each once, in the order of the first.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension StringProtocol {
  /// Without spaces around it.
  var trimmingSpaces: String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
