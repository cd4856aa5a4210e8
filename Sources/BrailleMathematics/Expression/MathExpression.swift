/// A formula as a tree of what print shows, whichever notation it was read from.
///
/// The cases are those of presentation MathML, less what only says how large or where something is
/// set. Nesting is bounded by the readers (``MathExpression/deepest``), so that walking it is safe.
public indirect enum MathExpression: Hashable, Sendable {
  /// Parts side by side, on one line of print.
  case row([MathExpression])
  /// A letter, or several that are one name: `x`, `sin`, `NaOH`.
  case identifier(String, MathTypeform)
  /// A number as print has it, with its decimal sign and the signs or spaces between its groups.
  case number(String, MathTypeform)
  /// One sign: of operation, of comparison, a bracket, punctuation.
  case sign(String)
  /// Words.
  case text(String)
  /// Room, in ems. A quarter and more parts what stands beside it; less only loosens the setting.
  case space(ems: Double)
  /// A numerator over a denominator.
  case fraction(MathExpression, over: MathExpression, FractionLine)
  /// A root; its index is nil for a square root.
  case radical(MathExpression, index: MathExpression?)
  /// What stands raised and lowered beside a base, before it and after it.
  case scripts(MathExpression, Scripts)
  /// What stands right above and below a base.
  case limits(MathExpression, under: MathExpression?, over: MathExpression?)
  /// An expression in brackets that belong together, which may be as tall as what is in them; either
  /// may be missing.
  case fenced(open: String, MathExpression, close: String)
  /// Rows of cells: a matrix, equations on lines of their own, cases.
  case table([[MathExpression]], TableKind)
  /// An expression with a box, a circle or a stroke drawn around or through it.
  case enclosed(MathExpression, Enclosure)

  /// How deep readers let formulas nest.
  public static let deepest = 100

  /// The expression, if it nests no deeper than formulas may.
  func checkedForDepth() throws(MathFault) -> MathExpression {
    guard depth <= Self.deepest else { throw .tooDeep }
    return self
  }

  /// How deep it nests. Readers keep it so low that counting it is safe.
  private var depth: Int {
    switch self {
    case .identifier, .number, .sign, .text, .space: 1
    case .row(let parts): 1 + (parts.map(\.depth).max() ?? 0)
    case .fraction(let top, let bottom, _): 1 + max(top.depth, bottom.depth)
    case .radical(let radicand, let index): 1 + max(radicand.depth, index?.depth ?? 0)
    case .scripts(let base, let scripts):
      1 + max(base.depth, (scripts.before + scripts.after).map(\.expression.depth).max() ?? 0)
    case .limits(let base, let under, let over): 1 + max(base.depth, under?.depth ?? 0, over?.depth ?? 0)
    case .fenced(_, let inner, _), .enclosed(let inner, _): 1 + inner.depth
    case .table(let rows, _): 1 + (rows.joined().map(\.depth).max() ?? 0)
    }
  }

  /// Nothing at all.
  public static let empty = MathExpression.row([])

  /// What parts a numerator from its denominator.
  public enum FractionLine: Hashable, Sendable {
    /// A line across.
    case line
    /// A stroke that leans.
    case bevelled
    /// Nothing, as in a binomial coefficient.
    case none
  }

  /// Scripts of a base, in the order braille has them: lowered before raised, unless the raised one
  /// was written first.
  public struct Scripts: Hashable, Sendable {
    /// Lowered and raised scripts before the base.
    public var before: [Script] = []
    /// Lowered and raised scripts after the base.
    public var after: [Script] = []

    /// Makes scripts.
    public init(before: [Script] = [], after: [Script] = []) {
      self.before = before
      self.after = after
    }
  }

  /// One script.
  public struct Script: Hashable, Sendable {
    /// Whether it is raised or lowered.
    public var level: Level
    /// What it says.
    public var expression: MathExpression

    /// Makes a script.
    public init(_ level: Level, _ expression: MathExpression) {
      self.level = level
      self.expression = expression
    }
  }

  /// Where a script stands.
  public enum Level: Hashable, Sendable {
    /// Below the line.
    case lowered
    /// Above the line.
    case raised
  }

  /// What the rows of a table are.
  public enum TableKind: Hashable, Sendable {
    /// Cells that stand in columns of their own: a matrix, an array.
    case matrix
    /// Lines of a derivation, whose cells are parts of one line.
    case lines
  }

  /// What is drawn around or through an expression.
  public enum Enclosure: Hashable, Sendable {
    /// A box.
    case box
    /// A circle.
    case circle
    /// A stroke through it.
    case stroke
  }
}

/// The look of letters and digits that carries meaning in mathematics. Italic does not: print sets
/// every variable in it (GTM 2.7).
public enum MathTypeform: Hashable, Sendable {
  /// Italic for a variable, roman for a name of several letters: what print does unasked.
  case regular
  /// A single letter that is roman, as the d of a differential.
  case upright
  /// Bold.
  case bold
  /// Script.
  case script
  /// Black-letter.
  case fraktur
  /// Double-struck, as ℝ.
  case doubleStruck
}
