/// A rule of easy read, as far as a program can check it in a finished text.
///
/// The names before the colon are those of the rules in the EasyRead article, which says where each is from.
public enum ReadabilityRule: String, Sendable, CaseIterable {
  /// S1: a sentence has more words than may be.
  case sentenceTooLong
  /// S1: a sentence is nearly too long.
  case sentenceLong
  /// S2: a sentence has more than one idea: more than one finite verb.
  case severalClauses
  /// S3: a sentence has more than two commas.
  case commas
  /// S4: a verb is in the passive.
  case passive
  /// S5: a negator; two in a sentence are worse.
  case negation
  /// S6: a verb form that few need: would have done, had been doing.
  case verbForm
  /// S7: a pronoun whose noun is not near.
  case pronoun
  /// S9: a semicolon, a colon in a sentence, brackets, a slash, an ampersand.
  case mark
  /// W1, W2: a hard word.
  case hardWord
  /// W3: two words for one thing.
  case twoWords
  /// W5: letters for words, which the text does not explain.
  case letters
  /// W5: a Latin abbreviation.
  case latin
  /// W6: a contraction.
  case contraction
  /// W7: more than two nouns made from verbs.
  case nominalisations
  /// W8: the reader is never addressed.
  case noReader
  /// N1: a number in words.
  case numberInWords
  /// N2: a percentage or a big number.
  case bigNumber
  /// N3: a date in figures, or a range with a dash.
  case dateInFigures
  /// N4: a Roman numeral.
  case romanNumeral
  /// L3: the text is long.
  case longText
  /// L4: a paragraph is long.
  case longParagraph
  /// L5: a list within a sentence.
  case listInSentence
  /// R1: the grade is above 6.
  case grade
}
