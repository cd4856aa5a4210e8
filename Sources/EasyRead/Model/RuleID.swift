/// The rules of easy read, each by a stable name that author files, review pages and audits use.
public enum RuleID: String, CaseIterable, Codable, Sendable {
  // Class A.
  /// A contraction written out (`can't`).
  case contraction
  /// A short form written out (`e.g.`, `&`, `Dept.`).
  case shortForm = "short-form"
  /// A wordy phrase with one sense (`in order to`).
  case wordyPhrase = "wordy-phrase"
  /// An acronym written out, as the document itself defines it.
  case acronym
  /// A date in full (`4 June 2017`).
  case date
  /// A range with `to` (`10 to 15`).
  case range
  /// Digits for a number in words.
  case digits
  /// A Roman numeral in digits.
  case romanNumeral = "roman-numeral"
  /// A list of five things or more in a sentence, as bullets.
  case inlineList = "inline-list"
  /// The author's word for another.
  case authorReplacement = "author-replacement"
  /// The author's wording of a whole sentence.
  case authorSentence = "author-sentence"

  // Class B.
  /// Parted at a semicolon.
  case semicolon
  /// Parted before `and`, `but`, `so` or `or` and a full clause.
  case clauseCoordination = "clause-coordination"
  /// Parted before `, which` or `, who`.
  case relativeClause = "relative-clause"
  /// When something was, as a sentence of its own.
  case timePhrase = "time-phrase"
  /// A plain word for a hard one.
  case plainWord = "plain-word"

  // Class C.
  /// A plain word that fits in some sentences only.
  case plainWordOffered = "plain-word-offered"
  /// Parted between two verbs of one subject.
  case verbCoordination = "verb-coordination"
  /// What a name stands for, between commas, as a sentence of its own.
  case apposition
  /// Parted before or after `because`, `although` and others.
  case subordination
  /// A relative clause that the gates of `relativeClause` stop.
  case relativeClauseOffered = "relative-clause-offered"
  /// Clauses that the gates of `clauseCoordination` stop.
  case clauseCoordinationOffered = "clause-coordination-offered"
  /// A participle after a comma as a sentence of its own.
  case participle
  /// A phrase before the subject as a sentence of its own, or after it.
  case openingPhrase = "opening-phrase"
  /// What stands in brackets or between dashes, as a sentence of its own.
  case brackets
  /// A colon, parted.
  case colon
  /// A passive with `by`, active.
  case passive
  /// A noun made from a verb, as the verb.
  case nominalisation
  /// A pronoun, as the noun it stands for.
  case pronoun
  /// A percentage as `x in 10`, where that is exact.
  case percentage

  // Class D: findings.
  /// More than 15 words, or more than 12.
  case sentenceLength = "sentence-length"
  /// More than one finite clause.
  case clauses
  /// A passive without `by`: who does this?
  case agentlessPassive = "agentless-passive"
  /// A negator, or two.
  case negation
  /// `unless`, `except`, `only if`.
  case exception
  /// `must`, `may`, `should`.
  case obligation
  /// A number that was rounded or is large, or a percentage.
  case figures
  /// A date or number that can be read in two ways.
  case ambiguousNumber = "ambiguous-number"
  /// A pronoun that may stand for several things.
  case unclearPronoun = "unclear-pronoun"
  /// Brackets, slash, colon or special signs.
  case punctuation
  /// An acronym the document does not define.
  case undefinedAcronym = "undefined-acronym"
  /// A hard word nobody has explained.
  case hardWord = "hard-word"
  /// A figure of speech.
  case idiom
  /// Words quoted, which easy read leaves alone.
  case quotation
}
