import Diagnostics
import Linguistics

extension Diagnostic {
  static func noDataForLanguage(_ language: String) -> Diagnostic {
    Diagnostic(
      "RDB-001", .warning,
      "there are no words of '\(language)' to check with: only the lengths of sentences are checked",
      hint: "English is the language there is data for; say the language of a document in its front matter")
  }

  static func readabilityScores(_ scores: ReadabilityScores) -> Diagnostic {
    Diagnostic("RDB-026", .note, "in numbers: \(scores.summary)")
  }

  /// What a rule that is broken has to say.
  static func readability(_ finding: ReadabilityFinding, mostWords: Int, at range: SourceRange?) -> Diagnostic
  {
    let (words, count) = ("‘\(finding.words)’", finding.count)
    func make(_ code: String, _ severity: Severity, _ message: String, _ hint: String) -> Diagnostic {
      Diagnostic(code, severity, message, hint: hint, at: range)
    }
    return switch finding.rule {
    case .sentenceTooLong:
      make(
        "RDB-002", .warning, "\(count) words are in a sentence, \(mostWords) are the most (S1)",
        "part it: one idea a sentence")
    case .sentenceLong:
      make(
        "RDB-003", .note, "\(count) words are in a sentence, which is nearly too long (S1)",
        "shorter is easier")
    case .severalClauses:
      make(
        "RDB-004", .warning, "\(count) verbs with subjects of their own are in a sentence (S2)",
        "make a sentence of each")
    case .commas:
      make("RDB-005", .warning, "\(count) commas are in a sentence (S3)", "part it, or make a list of it")
    case .passive:
      make(
        "RDB-006", .warning, "\(words) is in the passive (S4)",
        "say who does it, if you know: ‘We sent the letter’")
    case .negation:
      make(
        "RDB-007", count > 1 ? .warning : .note,
        count > 1
          ? "\(count) negators are in a sentence, \(words) the first (S5)" : "\(words) is a negator (S5)",
        "say what is so rather than what is not, where that means the same")
    case .verbForm:
      make(
        "RDB-008", .note, "\(words) is a verb form few readers need (S6)",
        "use the present or the simple past")
    case .pronoun: make("RDB-009", .note, "\(words) may stand for several things (S7)", "repeat the noun")
    case .mark:
      make(
        "RDB-010", .warning, "‘\(finding.words)’ is in a sentence (S9)", "part the sentence, or use a word")
    case .hardWord:
      make(
        "RDB-011", .warning, "\(words) is a hard word (W1, W2)",
        "use a simpler one, or explain it in the next sentence")
    case .twoWords:
      make("RDB-012", .note, "\(finding.words) are both used (W3)", "use one word for one thing")
    case .letters:
      make(
        "RDB-013", .warning, "\(words) is not explained (W5)",
        "write the words, or explain the letters where they come first")
    case .latin:
      make(
        "RDB-014", .warning, "\(words) is short for something in Latin (W5)",
        "write ‘for example’, ‘that is’ or ‘and so on’")
    case .contraction: make("RDB-015", .warning, "\(words) is a contraction (W6)", "write both words")
    case .nominalisations:
      make(
        "RDB-016", .warning, "\(count) nouns made from verbs are in a sentence: \(finding.words) (W7)",
        "use the verbs")
    case .noReader:
      make("RDB-017", .note, "the reader is never addressed (W8)", "say ‘you’ where the reader is meant")
    case .numberInWords: make("RDB-018", .warning, "\(words) is a number in words (N1)", "write it in digits")
    case .bigNumber:
      make(
        "RDB-019", .note, "\(words) is a percentage or a big number (N2)",
        "say it more simply if that is exact: ‘1 in 10’")
    case .dateInFigures:
      make(
        "RDB-020", .warning, "\(words) is a date in figures, or a range with a dash (N3)",
        "write ‘4 June 2017’ and ‘10 to 15’")
    case .romanNumeral: make("RDB-021", .warning, "\(words) is a Roman numeral (N4)", "write it in digits")
    case .longText:
      make(
        "RDB-022", .note, "\(count.grouped) words are in the text (L3)",
        "leave out what readers do not need, or make several texts of it")
    case .longParagraph:
      make(
        "RDB-023", .warning,
        "\(count) sentence\(count == 1 ? "" : "s") of \(finding.words) words are in a paragraph, 3 and 60 are the most (L4)",
        "part it")
    case .listInSentence:
      make("RDB-024", .warning, "a list of \(count) is in a sentence (L5)", "make a list of it, a line each")
    case .grade:
      make(
        "RDB-025", .warning, "the Flesch-Kincaid grade is \(count / 10).\(count % 10), 6 is the most (R1)",
        "shorter sentences and shorter words lower it")
    }
  }
}
