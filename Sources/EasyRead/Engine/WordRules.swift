import Linguistics

/// The rules that change words, as the document and its author want them.
struct WordRules: Sendable {
  let names: NameGuard
  private let plainWords: PlainWordRule
  private let shortForms: ShortFormRule
  private let acronyms: AcronymRule
  private let digits: DigitsRule?
  private let author: AuthorWordRule
  /// Whether the words of the document are a draft's, which stay.
  private let isAuthorOnly: Bool

  init(_ options: EasyReadOptions, _ terms: DocumentTerms) {
    let decisions = options.decisions
    let kept = Array(decisions.keep) + Array(decisions.definitions.keys) + Array(terms.acronyms.values)
    names = NameGuard(keep: kept.sorted() + terms.definitions.keys.sorted())
    plainWords = PlainWordRule(table: .standard, names: names)
    shortForms = .standard
    acronyms = AcronymRule(
      expansions: terms.acronyms, kept: Set(decisions.keep.map { $0.lowercased() }))
    digits = options.digits == .digits ? DigitsRule(names: names) : nil
    author = AuthorWordRule(decisions.replacements)
    isAuthorOnly = options.isDraft
  }

  /// The changes for a line, none of which overlap: the author's first, then class A, B and C.
  func changes(_ reading: Reading, isTitle: Bool = false) -> [WordChange] {
    var candidates = author.changes(reading)
    if isAuthorOnly { return candidates }
    candidates += shortForms.changes(reading)
    candidates += acronyms.changes(reading)
    candidates += DateRule.changes(reading)
    candidates += RangeRule.changes(reading)
    candidates += RomanNumeralRule.changes(reading)
    if let digits { candidates += digits.changes(reading) }
    candidates += plainWords.changes(reading)
    if !isTitle {
      candidates += PercentageRule.changes(reading)
      candidates += NominalisationRule.changes(reading)
    } else {
      candidates.removeAll { $0.editClass > .a }
    }
    var taken: [WordChange] = []
    for change in candidates where !taken.contains(where: { $0.range.overlaps(change.range) }) {
      taken.append(change)
    }
    return taken.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

/// The author's words for others.
struct AuthorWordRule: Sendable {
  /// By the first word, the longest first.
  private let entries: [String: [(words: [String], plain: String)]]

  init(_ replacements: [String: String]) {
    var entries: [String: [(words: [String], plain: String)]] = [:]
    for (term, plain) in replacements.sorted(by: { $0.key < $1.key }) {
      let words = term.lowercased().split(separator: " ").map(String.init)
      if let first = words.first { entries[first, default: []].append((words, plain)) }
    }
    for key in entries.keys { entries[key]?.sort { $0.words.count > $1.words.count } }
    self.entries = entries
  }

  func changes(_ reading: Reading) -> [WordChange] {
    guard !entries.isEmpty else { return [] }
    var changes: [WordChange] = []
    var index = 0
    while index < reading.count {
      let found = entries[reading.lower(index)]?.first { entry in
        index + entry.words.count <= reading.count
          && entry.words.indices.allSatisfy { reading.lower(index + $0) == entry.words[$0] }
      }
      guard let found else {
        index += 1
        continue
      }
      let range = index..<index + found.words.count
      // What already stands there as the replacement is not replaced again: "bus" for "local bus".
      changes.append(
        WordChange(
          rule: .authorReplacement, editClass: .a, range: reading.bytes(range),
          replacement: PlainWordRule.cased(found.plain, like: reading.text(index)),
          evidence: "the author file says so",
          isDeclared: true))
      index = range.upperBound
    }
    return changes
  }
}
