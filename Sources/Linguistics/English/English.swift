/// What is known of English words.
public enum English {
  // MARK: Lemmas

  /// The word of which a form with a given tag is a form.
  ///
  /// - Parameters:
  ///   - word: the form.
  ///   - tag: what it is in its sentence.
  public static func lemma(of word: String, tag: Tag) -> String {
    lemma(of: word, lowered: word.lowercased().replacing("\u{2019}", with: "'"), tag: tag)
  }

  static func lemma(of word: String, lowered: String, tag: Tag) -> String {
    if lowered == "'d" { return tag == .md ? "would" : "have" }
    if tag.isVerb || tag == .md || tag == .rb || tag == .dt, let closed = closedLemmas[lowered] {
      return closed
    }
    switch tag {
    case .nnp: return word
    case .nnps:
      if let name = known(word, .nns) { return name }
      guard let noun = known(lowered, .nns), word.first?.isUppercase == true else { return word }
      return noun.prefix(1).uppercased() + noun.dropFirst()
    case .nns: return known(lowered, .nns) ?? Inflection.singular(lowered)
    case .vbd, .vbn, .vbg, .vbz:
      guard let wanted = WordClass(tag) else { return lowered }
      // A form the lexicon has as the other of the two past forms is a form of the same verb.
      let other: WordClass? = wanted == .vbd ? .vbn : wanted == .vbn ? .vbd : nil
      return known(lowered, wanted) ?? other.flatMap { known(lowered, $0) }
        ?? Inflection.base(lowered, wanted)
    case .jjr, .jjs, .rbr, .rbs:
      guard let wanted = WordClass(tag) else { return lowered }
      let adjective: WordClass = wanted == .rbr ? .jjr : wanted == .rbs ? .jjs : wanted
      return known(lowered, wanted) ?? known(lowered, adjective) ?? lowered
    default: return lowered
    }
  }

  private static let closedLemmas: [String: String] = [
    "am": "be", "are": "be", "is": "be", "was": "be", "were": "be", "been": "be", "being": "be", "'m": "be",
    "'re": "be", "has": "have", "had": "have", "having": "have", "'ve": "have", "does": "do", "did": "do",
    "n't": "not", "'ll": "will", "wo": "will", "ca": "can", "sha": "shall", "an": "a",
  ]

  /// The lemma of a form the lexicon has in a class: the first that is in small letters.
  private static func known(_ form: String, _ wanted: WordClass) -> String? {
    guard var place = EnglishData.forms.place(of: form) else { return nil }
    let table = EnglishData.forms
    let count = table.byte(place)
    place += 1
    for _ in 0..<count {
      if table.byte(place) == wanted.rawValue { return table.remade(form, at: place + 1).word }
      place += 3 + table.byte(place + 2)
    }
    return nil
  }

  /// All words a form in small letters may be a form of, in the order of the lexicon.
  static func lemmas(of form: String) -> [String] {
    let table = EnglishData.forms
    guard var place = table.place(of: form) else { return [] }
    let count = table.byte(place)
    place += 1
    var found: [String] = []
    for _ in 0..<count {
      let (lemma, next) = table.remade(form, at: place + 1)
      found.append(lemma)
      place = next
    }
    return found
  }

  // MARK: Forms

  /// A form of a word.
  ///
  /// - Parameters:
  ///   - lemma: the word.
  ///   - tag: which form. VB and VBP, NN, JJ and RB are the word itself, but for *be*.
  ///   - variety: whose spelling: *cancelled* or *canceled*.
  /// - Returns: the usual form; by rule for a word the lexicon has not; nil where the tag has no forms.
  public static func inflect(_ lemma: String, as tag: Tag, in variety: EnglishVariety = .british) -> String? {
    if lemma == "be" {
      switch tag {
      case .vbp: return "are"
      case .vbz: return "is"
      case .vbd: return "was"
      case .vbn: return "been"
      case .vbg: return "being"
      default: return lemma
      }
    }
    switch tag {
    case .nn, .nnp, .vb, .vbp, .jj, .rb: return lemma
    case .nns, .nnps, .vbd, .vbn, .vbg, .vbz, .jjr, .jjs, .rbr, .rbs:
      guard let wanted = WordClass(tag) else { return nil }
      if lemma == "person", wanted == .nns { return "people" }
      let forms = forms(of: lemma, wanted)
      // cancelled, travelling: with two l in Britain, of which the lexicon names the American first.
      let british = forms.first { $0.contains("ll") && !lemma.contains("ll") }
      return (variety == .british ? british : nil) ?? forms.first ?? Inflection.form(lemma, wanted)
    default: return nil
    }
  }

  /// The forms the lexicon has of a lemma in a class, the usual one first.
  static func forms(of lemma: String, _ wanted: WordClass) -> [String] {
    guard var place = EnglishData.inflections.place(of: lemma) else { return [] }
    let table = EnglishData.inflections
    let count = table.byte(place)
    place += 1
    var found: [String] = []
    for _ in 0..<count {
      let (form, next) = table.remade(lemma, at: place + 1)
      if table.byte(place) == wanted.rawValue { found.append(form) }
      place = next
    }
    return found
  }

  /// The tags a form may have by the lexicon; empty for a word it has not. Used to see whether a form is
  /// known at all.
  public static func possibleTags(of word: String) -> Set<Tag> {
    var lowered = word.lowercased()
    let bits = lowered.withUTF8 { WordClass.bits(of: $0) }
    let tags: [Tag] = [.nn, .nns, .vb, .vbd, .vbn, .vbg, .vbz, .jj, .jjr, .jjs, .rb, .rbr, .rbs]
    return Set(tags.enumerated().filter { bits & (1 << UInt64($0.offset)) != 0 }.map(\.element))
  }

  // MARK: How hard words are

  /// How often a form is met, on the Zipf scale: the logarithm of its count in 1,000 million words. *the*
  /// is 7.5, *deed* about 4; nil for a form that is not among the 50,000 most frequent.
  public static func zipf(of word: String) -> Double? {
    EnglishData.frequencies.place(of: word.lowercased()).map { Double(EnglishData.frequencies.byte($0)) / 25 }
  }

  /// How complex people rated a word, 1 (very simple) to 6 (very complex): Word Complexity Lexicon; nil for
  /// a word it has not.
  public static func complexity(of word: String) -> Double? {
    guard let place = EnglishData.complexity.place(of: word.lowercased()) else { return nil }
    let value = EnglishData.complexity.byte(place)
    return value == 0 ? nil : Double(value) / 40
  }

  /// The level of the CEFR at which learners know a word: CEFR-J 1.5; nil for a word it has not.
  public static func level(of word: String) -> LearnerLevel? {
    guard let place = EnglishData.complexity.place(of: word.lowercased()) else { return nil }
    return LearnerLevel(rawValue: EnglishData.complexity.byte(place + 1))
  }

  /// How many syllables a word has; 0 when no letter is in it. Parts joined by hyphens count each.
  public static func syllables(in word: String) -> Int {
    var total = 0
    if word.utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }) {
      return word.isEmpty ? 0 : Syllables.count(in: word.lowercased())
    }
    for part in word.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "'" && $0 != "\u{2019}" }) {
      let letters = part.filter(\.isLetter)
      if letters.isEmpty { continue }
      total += Syllables.count(in: letters)
    }
    return total
  }

  // MARK: Articles

  /// `a` or `an`, as a word that follows wants it.
  public static func indefiniteArticle(before word: String) -> String { Articles.indefinite(before: word) }
}

/// A level of the Common European Framework of Reference, as far as lists give it.
public enum LearnerLevel: Int, Sendable, Comparable {
  case a1 = 1
  case a2
  case b1
  case b2

  public static func < (left: LearnerLevel, right: LearnerLevel) -> Bool { left.rawValue < right.rawValue }
}

/// Whose spelling of English.
public enum EnglishVariety: Sendable {
  /// As in Britain and Ireland.
  case british
  /// As in the United States.
  case american
}
