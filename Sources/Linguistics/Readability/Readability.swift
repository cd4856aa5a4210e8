/// A stretch of a document that is read in one go.
public struct Passage: Sendable {
  /// What it is.
  public enum Kind: Sendable {
    /// A paragraph or what is like one: its sentences count.
    case prose
    /// An item of a list.
    case item
    /// A heading, a title, a term or a cell of a table: its words count, but it need be no sentence.
    case label
  }

  /// What it is.
  public var kind: Kind
  /// Its sentences.
  public var sentences: [TaggedSentence]

  /// Makes a passage.
  public init(_ kind: Kind, _ sentences: [TaggedSentence]) {
    self.kind = kind
    self.sentences = sentences
  }
}

/// A rule of easy read that a text breaks, and where.
public struct ReadabilityFinding: Sendable, Hashable {
  /// The rule.
  public var rule: ReadabilityRule
  /// Which passage; nil for what is about the document as a whole.
  public var passage: Int?
  /// Which of its sentences; nil for what is about the passage.
  public var sentence: Int?
  /// Where in the sentence: offsets in UTF-8; nil for all of it.
  public var range: Range<Int>?
  /// The words it is about; empty where it is about all of them.
  public var words: String
  /// How many there are of what the rule counts.
  public var count: Int

  init(
    _ rule: ReadabilityRule, passage: Int? = nil, sentence: Int? = nil, range: Range<Int>? = nil,
    words: String = "", count: Int = 1
  ) {
    self.rule = rule
    self.passage = passage
    self.sentence = sentence
    self.range = range
    self.words = words
    self.count = count
  }
}

/// How easy a text is to read: numbers of it, and the rules of easy read it breaks.
public struct Readability: Sendable {
  /// The numbers.
  public var scores = ReadabilityScores()
  /// The rules it breaks, in the order of the text; those about the whole last.
  public var findings: [ReadabilityFinding] = []

  /// Looks at a text.
  ///
  /// - Parameters:
  ///   - passages: the text, in order.
  ///   - mostWords: how many words a sentence may have (rule S1).
  public init(_ passages: [Passage], mostWords: Int = 15) {
    var state = ReadabilityState(passages)
    for (number, passage) in passages.enumerated() {
      scores.add(passage, mostWords: mostWords)
      state.look(at: passage, number, mostWords: mostWords)
    }
    findings = state.findings + state.findingsOfTheWhole(scores)
  }

  /// Looks at a text in a language there is no data for: only the lengths of its sentences.
  ///
  /// - Parameters:
  ///   - lengths: the words of each sentence, with passage and place.
  ///   - mostWords: how many words a sentence may have.
  public init(lengths: [(passage: Int, sentence: Int, words: Int)], mostWords: Int = 15) {
    for (passage, sentence, words) in lengths {
      scores.add(words: words, mostWords: mostWords)
      if let rule = ReadabilityRule.ofLength(words, mostWords: mostWords) {
        findings.append(ReadabilityFinding(rule, passage: passage, sentence: sentence, count: words))
      }
    }
  }
}

extension ReadabilityRule {
  /// The rule a sentence of so many words breaks.
  static func ofLength(_ words: Int, mostWords: Int) -> ReadabilityRule? {
    if words > mostWords { return .sentenceTooLong }
    return words > mostWords - 3 ? .sentenceLong : nil
  }
}

/// Numbers that say how easy a text is to read.
public struct ReadabilityScores: Sendable, Hashable {
  /// Sentences of paragraphs and of items of lists; headings and cells of tables are none.
  public var sentences = 0
  /// Words of those sentences.
  public var words = 0
  /// Syllables of those words.
  public var syllables = 0
  /// The words of the longest sentence.
  public var longest = 0
  /// Sentences with more words than may be.
  public var tooLong = 0
  /// Hard words, each time they are met.
  public var hardWords = 0
  /// Verbs in the passive.
  public var passives = 0

  /// Words in a sentence, on average; 0 for no sentence.
  public var wordsPerSentence: Double { sentences == 0 ? 0 : Double(words) / Double(sentences) }
  /// How many of the sentences are not too long, 0 to 1.
  public var shareShort: Double { sentences == 0 ? 1 : 1 - Double(tooLong) / Double(sentences) }
  /// How many of the words are hard, 0 to 1.
  public var shareHard: Double { words == 0 ? 0 : Double(hardWords) / Double(words) }

  /// The Flesch-Kincaid grade level, by the formula of its authors (Kincaid et al. 1975): years of school in
  /// the United States. Syllables are those of CMUdict, or counted by rule; nil where they were not counted.
  public var grade: Double? {
    guard words > 0, syllables > 0 else { return nil }
    return 0.39 * wordsPerSentence + 11.8 * Double(syllables) / Double(words) - 15.59
  }

  mutating func add(words: Int, mostWords: Int) {
    guard words > 0 else { return }
    sentences += 1
    self.words += words
    longest = max(longest, words)
    if words > mostWords { tooLong += 1 }
  }

  mutating func add(_ passage: Passage, mostWords: Int) {
    guard passage.kind != .label else { return }
    for sentence in passage.sentences {
      add(words: sentence.wordCount, mostWords: mostWords)
      syllables += sentence.syllables
      hardWords += sentence.tokens.count { HardWords.isHard($0) }
      passives += Passives.find(in: sentence).count
    }
  }
}

extension TaggedSentence {
  /// The syllables of all words; a number has one.
  public var syllables: Int {
    var count = 0
    for (index, token) in tokens.enumerated() where token.isWord {
      let isEnding = isJoined(index) && (token.lowered.hasPrefix("'") || token.lowered == "n't")
      if isEnding {
        // didn't has a syllable more than did; can't has none more than can.
        if token.lowered == "n't",
          ["did", "does", "is", "was", "could", "would", "should", "has", "had", "must", "need"].contains(
            tokens[index - 1].lowered)
        {
          count += 1
        }
      } else {
        count += max(1, English.syllables(in: token.lowered))
      }
    }
    return count
  }
}
