public import BrailleTranslation

/// A formula in cells.
public struct MathBraille: Sendable {
  /// The cells on one line, with where the line may be divided. Origins count the signs of the formula
  /// from 0: no line ends within one.
  public var text: BrailleText
  /// The cells of `text`, blank ones, at which a row of a matrix or of several equations ends.
  public var rowEnds: [Int]
  /// Characters that have no sign in UEB and were brailled as something else, or named.
  public var substitutions: [Substitution]
  /// The typeforms of its letters, beside regular.
  public var typeforms: Set<MathTypeform>
  /// The tokens, for setting matrices out in columns.
  let tokens: [Token]

  init(
    _ cells: [GradeOneMode.Placed], tokens: [Token], substitutions: [Substitution],
    typeforms: Set<MathTypeform>
  ) {
    self.tokens = tokens
    self.substitutions = substitutions
    self.typeforms = typeforms
    text = BrailleText()
    rowEnds = []
    for (index, placed) in cells.enumerated() {
      let token = tokens[placed.token]
      if token.kind == .rowEnd { rowEnds.append(index) }
      let isLastOfToken = index + 1 == cells.count || cells[index + 1].token != placed.token
      text.cells.append(placed.cell)
      text.origins.append(Int32(truncatingIfNeeded: placed.token))
      text.breaks.append(
        Self.rule(token, next: isLastOfToken && index + 1 < cells.count ? tokens[placed.token + 1] : nil))
    }
  }

  private static func rule(_ token: Token, next: Token?) -> LineBreakRule {
    switch token.kind {
    case .blank: token.breakBefore == .readily ? .blank : .reluctantBlank
    case .rowEnd: .blank
    case .number, .letter, .word, .grade1Sign, .sign, .open, .close, .punctuation, .typeform, .ending:
      switch next?.breakBefore {
      case .operation: .after
      case .nestedOperation: .reluctantAfter
      case .never, .readily, .reluctantly, nil: .never
      }
    }
  }
}
