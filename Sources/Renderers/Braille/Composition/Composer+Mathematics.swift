import BrailleLayout
import BrailleMathematics
import BrailleTranslation
import Diagnostics
import DocumentModel

/// Mathematics: in UEB technical notation where the code is UEB and the formula is understood.
extension Composer {
  /// A formula on its way to cells.
  private enum Formula {
    case braille(MathBraille)
    /// Not understood, or not to be: in words, or as its source.
    case print(String)
  }

  /// Adds a formula to a line of text.
  mutating func append(
    _ mathematics: Mathematics, to builder: inout RunBuilder, look: InlineLook, range: SourceRange?,
    display: TeXReader.Display = .inline
  ) throws(ConversionFailure) {
    switch try formula(mathematics, display, at: range) {
    case .braille(let braille):
      // What only defines commands shows nothing.
      guard !braille.text.cells.isEmpty else { return }
      if !braille.rowEnds.isEmpty { tallies.formulaRows.add("", at: range) }
      builder.append(braille.text, print: mathematics.source, emphasis: look.shown, range: range)
    case .print(let text):
      builder.append(text, emphasis: look.shown, treatment: .uncontracted, range: range)
    }
  }

  /// Displayed mathematics where lines have no fixed width: each row of several on a line, a builder
  /// each.
  mutating func rows(
    of mathematics: Mathematics, from builder: RunBuilder, at range: SourceRange?
  ) throws(ConversionFailure) -> [RunBuilder] {
    let before = self
    if case .braille(let braille) = try formula(mathematics, .displayed, at: range), !braille.rowEnds.isEmpty
    {
      let lines = braille.lines(width: 0)
      return lines.enumerated().map { index, line in
        var builder = builder
        builder.append(
          line.text, print: mathematics.print(ofLine: index, of: lines.count), range: range)
        return builder
      }
    }
    self = before
    var builder = builder
    try append(mathematics, to: &builder, look: InlineLook(), range: range, display: .displayed)
    return [builder]
  }

  /// Displayed mathematics, on lines of its own.
  mutating func compose(_ node: MathematicsBlock) throws(ConversionFailure) {
    if try composeCalculation(node) { return }
    let position = profile.mathematics
    var builder = RunBuilder()
    switch try formula(node.mathematics, .displayed, at: node.info.range) {
    case .print(let text):
      builder.append(text, treatment: .uncontracted, range: node.info.range)
      try add(builder, shape: position.shape(margin: context.margin))
    case .braille(let braille):
      let room = cells - context.margin - (position.first - 1)
      let lines = braille.lines(width: max(1, room))
      for (index, line) in lines.enumerated() {
        var builder = RunBuilder()
        let print = node.mathematics.print(ofLine: index, of: lines.count)
        builder.append(line.text, print: print, range: node.info.range)
        let place = CellPositions(position.first + line.indent, max(position.runover, line.indent))
        try add(
          builder, shape: place.shape(margin: context.margin),
          keep: index + 1 < lines.count ? .togetherWithNext : .none)
      }
    }
  }

  /// The technical notation of a formula if it is understood, though its author gave words for it:
  /// notation is what a reader of mathematics reads, and words for a formula leave open where a
  /// fraction ends. Otherwise the words, and its source where there are none.
  private mutating func formula(
    _ mathematics: Mathematics, _ display: TeXReader.Display, at range: SourceRange?
  ) throws(ConversionFailure) -> Formula {
    let source = mathematics.source
    guard translator.code.system == "ueb" else {
      if mathematics.alternative == nil { tallies.mathematics.add("", at: range) }
      return .print(mathematics.alternative ?? source)
    }
    switch mathematics.expression(display, macros: survey.macros) {
    case .success(let expression):
      let braille = try MathBrailleWriter(translator: translator).braille(expression)
      for substitution in braille.substitutions {
        tallies.substitutions.add(
          SubstitutionKey(scalar: substitution.scalar, outcome: substitution.outcome), at: range)
      }
      for typeform in braille.typeforms.subtracting([.bold]) {
        tallies.mathTypeforms.add(typeform, at: range)
      }
      if let words = mathematics.alternative, words != mathematics.tex {
        tallies.formulaWords.add("", at: range)
      }
      return .braille(braille)
    case .failure(let fault):
      if let words = mathematics.alternative {
        tallies.formulasInWords.add(fault, at: range)
        return .print(words)
      }
      tallies.formulasAsSource.add(fault, at: range)
      return .print(source)
    }
  }
}

extension Mathematics {
  /// The formula as it is written.
  fileprivate var source: String { tex ?? mathML.map(MarkupText.of) ?? "" }

  /// What is written for one line of several, as far as the source shows it: all of it stands for the
  /// first where it does not.
  fileprivate func print(ofLine index: Int, of count: Int) -> String {
    let rows = source.replacing("\\\\", with: "\n").split(separator: "\n", omittingEmptySubsequences: true)
      .filter { !$0.allSatisfy(\.isWhitespace) }
    if rows.count == count { return String(rows[index]) }
    return index == 0 ? source : "…"
  }
}
