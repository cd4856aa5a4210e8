import BrailleMathematics
import Diagnostics

extension Composer {
  /// Says once, with a count, how formulas were brailled.
  mutating func reportMathematics() {
    for (fault, count, range) in tallies.formulasAsSource.entries {
      log.report(.formulaAsSource(fault, count: count, at: range))
    }
    for (fault, count, range) in tallies.formulasInWords.entries {
      log.report(.formulaInWords(fault, count: count, at: range))
    }
    for (_, count, range) in tallies.formulaWords.entries {
      log.report(.formulaWordsNotShown(count, at: range))
    }
    let typeforms = Array(tallies.mathTypeforms.entries)
    if typeforms.count > 1, let last = typeforms.last { log.report(.typeformsAlike(at: last.range)) }
    for (_, count, range) in tallies.formulaRows.entries {
      log.report(.formulaRowsRunTogether(count, at: range))
    }
  }
}

extension Diagnostic {
  static func formulaAsSource(_ fault: MathFault, count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "MTH-001", .warning,
      "a formula is brailled letter by letter as its source has it, because \(fault.reason), \(times(count))",
      hint: "write it with other commands, give it in words, or have a transcriber check it", at: range)
  }

  static func formulaInWords(_ fault: MathFault, count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "MTH-002", .note,
      "a formula is brailled in its author's words, because \(fault.reason), \(times(count))",
      hint: "check that the words say all the formula does", at: range)
  }

  static func formulaWordsNotShown(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "MTH-003", .note,
      "words given for formulas are left out, since the formulas are in braille notation, \(times(count))",
      hint: "write them in the text as well if they say more than the formula", at: range)
  }

  static func typeformsAlike(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "MTH-004", .warning,
      "script, black-letter and double-struck letters of formulas all have the script indicator",
      hint: "check that no two symbols differ in that alone", at: range)
  }

  static func formulaRowsRunTogether(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "MTH-005", .note, "rows of a formula in a line of text stand one after the other, \(times(count))",
      hint: "display it between $$ signs to have each row on a line", at: range)
  }
}

extension MathFault {
  /// The fault as the end of a sentence.
  var reason: String {
    switch self {
    case .unknownCommand(let name): "\(quoted(name)) is not known"
    case .unknownElement(let name): "the MathML element \(quoted(name)) is not read"
    case .malformed(let how): "it is not well formed: \(how)"
    case .tooDeep: "it nests too deep"
    }
  }
}
