import Diagnostics

extension Diagnostic {
  /// A language without rules.
  static func noRules(for language: String) -> Diagnostic {
    Diagnostic(
      "EZR-001", .warning,
      "\(language) has no rules of easy read yet: only one sentence a line and the layout",
      hint: "shorten sentences and explain words by hand")
  }

  /// Sentences that stay long.
  static func longSentences(_ long: Int, of all: Int) -> Diagnostic {
    Diagnostic(
      "EZR-003", .note, "\(long) of \(all) sentences still have more than 15 words",
      hint: "accept suggestions, or write them anew under `sentences` in the author file")
  }

  /// Edits taken back.
  static func undone(_ count: Int) -> Diagnostic {
    Diagnostic(
      "EZR-004", .note,
      "\(count == 1 ? "1 change was" : "\(count) changes were") taken back, as words that carry meaning would have changed",
      hint: "the review page says which")
  }

  /// How many words without an explanation have a message each. A novel has thousands, of which a log keeps the
  /// first thousand: the rest are named several to a message.
  private static let wordsWithOwnMessage = 500
  private static let wordsToAMessage = 25

  /// What is said of hard words that nobody has explained, or not in the one sense they certainly have.
  static func unexplained(_ words: [UnexplainedWord]) -> [Diagnostic] {
    var said: [Diagnostic] = []
    var many: [UnexplainedWord] = []
    var single = 0
    for word in words {
      if word.proposal == nil { single += 1 }
      if word.proposal == nil, single > wordsWithOwnMessage {
        many.append(word)
      } else {
        said.append(unexplained(word))
      }
    }
    while let first = many.first {
      let names = many.prefix(wordsToAMessage).map { "\u{201C}\($0.word)\u{201D}" }
      many.removeFirst(names.count)
      let verb = names.count == 1 ? "is a hard word" : "are hard words"
      said.append(
        Diagnostic(
          "EZR-002", .warning, "\(names.joined(separator: ", ")) \(verb) without an explanation",
          hint: "explain them under `define` in the author file, replace them, or keep them", at: first.range)
      )
    }
    return said
  }

  /// A hard word nobody has explained, or not in the one sense it certainly has.
  private static func unexplained(_ word: UnexplainedWord) -> Diagnostic {
    let times = word.count == 1 ? "" : ", used \(word.count) times,"
    if let proposal = word.proposal, word.isMissing {
      return Diagnostic(
        "EZR-006", .warning,
        "\u{201C}\(word.word)\u{201D}\(times) is not explained in this draft; the glossary has: \u{201C}\(proposal)\u{201D}",
        hint: "write that into the draft, or put it under `define` in the author file", at: word.range)
    }
    if let proposal = word.proposal {
      return Diagnostic(
        "EZR-005", .warning,
        "\u{201C}\(word.word)\u{201D}\(times) has more than one meaning; the glossary has: \u{201C}\(proposal)\u{201D}",
        hint: "if that is meant, put it under `define` in the author file; else explain it there, or keep it",
        at: word.range)
    }
    return Diagnostic(
      "EZR-002", .warning, "\u{201C}\(word.word)\u{201D}\(times) is a hard word without an explanation",
      hint: "explain it under `define` in the author file, replace it, or keep it", at: word.range)
  }
}
