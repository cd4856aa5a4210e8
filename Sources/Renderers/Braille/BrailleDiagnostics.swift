import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composer {
  /// Says once, with a count, what happened often.
  mutating func reportTallies() {
    for (key, count, range) in tallies.substitutions.entries {
      log.report(.substituted(key.scalar, key.outcome, count: count, at: range))
    }
    for (tag, count, range) in tallies.languages.entries {
      log.report(.uncontractedLanguage(tag, code: translator.code.name, count: count, at: range))
    }
    for (key, count, range) in tallies.passages.entries {
      log.report(.passagesInOwnCode(key, count: count, at: range))
    }
    for (code, count, range) in tallies.emphasis.entries {
      log.report(.emphasisNotShown(in: code, count: count, at: range))
    }
    for (style, count, range) in tallies.styles.entries {
      log.report(.styleNotShown(style, count: count, at: range))
    }
    for (expansion, _, range) in tallies.expansions.entries {
      log.report(.expansionNotShown(expansion, at: range))
    }
    for (_, count, range) in tallies.links.entries { log.report(.addressesNotShown(count, at: range)) }
    for (_, count, range) in tallies.decorative.entries {
      log.report(.decorativeOmitted(count, at: range))
    }
    for (_, count, range) in tallies.mathematics.entries {
      log.report(.mathematicsAsSource(count, at: range))
    }
    reportMathematics()
  }
}

extension Diagnostic {
  static func substituted(
    _ scalar: Unicode.Scalar, _ outcome: Substitution.Outcome, count: Int, at range: SourceRange?
  ) -> Diagnostic {
    let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
    let name = scalar.properties.name.map { "\(code) \($0)" } ?? code
    switch outcome {
    case .named(let words):
      return Diagnostic(
        "BRL-001", .warning,
        "\(name) has no braille in this code: named “\(words)” in a transcriber's note, \(times(count))",
        hint: "write it in words in the source if readers need to know what it means", at: range)
    case .equivalent(let text):
      return Diagnostic(
        "BRL-002", .note, "\(name) is brailled as \(quoted(text)), \(times(count))",
        hint: "nothing to do, unless the character itself matters", at: range)
    case .removed:
      return Diagnostic(
        "BRL-004", .note, "\(name) carries nothing to braille and is left out, \(times(count))",
        hint: "nothing to do", at: range)
    }
  }

  static func decorativeOmitted(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-005", .note, "decorative pictures are left out, \(times(count))",
      hint: "give a picture alternative text if it says something", at: range)
  }

  static func mathematicsAsSource(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-006", .warning, "mathematics is brailled letter by letter as its source has it, \(times(count))",
      hint: "have a transcriber check it, or give the formula in words", at: range)
  }

  static func uncontractedLanguage(
    _ tag: String, code: String, count: Int, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "BRL-007", .note, "passages in \(tag) are brailled uncontracted in \(code), \(times(count))",
      hint: "nothing to do; whole blocks in a language that has a code are brailled in it", at: range)
  }

  static func passagesInOwnCode(
    _ key: Composer.PassageKey, count: Int, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "BRL-030", .note,
      "blocks in \(key.language) are brailled in their own code, \(key.code) grade \(key.grade), \(times(count))",
      hint: "use --languages document-code to have them uncontracted in the document's code", at: range)
  }

  static func emphasisNotShown(in code: String, count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-032", .note,
      "\(code) has no sign for some of the emphasis in the text: not shown, \(times(count))",
      hint: "say it in words if the emphasis carries meaning", at: range)
  }

  static func codeOfLanguage(_ choice: CodeChoice, _ language: Language?) -> Diagnostic {
    Diagnostic(
      "BRL-031", .note,
      "the document's language is \(language?.tag ?? "und"), so it is brailled in \(choice.code.name) grade \(choice.grade)",
      hint: "name another code with --code, such as ueb")
  }

  static func styleNotShown(_ style: TextStyle, count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-010", .note, "braille does not show that text is marked as \(style.rawValue), \(times(count))",
      hint: "say it in words if the mark carries meaning", at: range)
  }

  static func expansionNotShown(_ expansion: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-011", .note, "the expansion \(quoted(expansion)) of an abbreviation is not shown, as in print",
      hint: "write it out at first use if readers need it", at: range)
  }

  static func printPageInferred(_ number: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-014", .note, "the text before the first page mark is taken to be print page \(number)",
      hint: "mark the first page as well if that is wrong", at: range)
  }

  static func otherLanguage(_ tag: String, code: String) -> Diagnostic {
    Diagnostic(
      "BRL-015", .warning, "the document's language is \(tag) and the braille code is \(code)",
      hint: "choose a code of that language with --code, or leave --code out; coformat codes lists them")
  }

  static func wordsDivided(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-016", .warning, "words longer than a line are divided without a hyphen, \(times(count))",
      hint: "use a wider page with --cells, or shorten them in the source", at: range)
  }

  static func eightDotsInBRF(_ code: String) -> Diagnostic {
    Diagnostic(
      "BRL-017", .error, "\(code) uses eight dots, and BRF can hold six",
      hint: "ask for --to pef or --to unicode")
  }

  static func nothingToBraille() -> Diagnostic {
    Diagnostic(
      "BRL-018", .warning, "there is no text to braille",
      hint: "check that the file is the one you meant and that its text is not an image")
  }

  static func leftToOtherFormats(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-019", .note, "content that the source keeps for other formats is left out, \(times(count))",
      hint: "remove its data-coformat attribute to have it in braille as well", at: range)
  }

  static func addressesNotShown(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-021", .note, "addresses of links are not shown, \(times(count))",
      hint: "use --links addresses to have each after its link, in transcriber's note signs", at: range)
  }

  static func times(_ count: Int) -> String {
    switch count {
    case 1: "once"
    case 2: "twice"
    default: "\(count) times"
    }
  }
}
