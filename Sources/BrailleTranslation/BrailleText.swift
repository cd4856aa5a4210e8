/// Cells, each with the print it came from and whether a line may end there.
public struct BrailleText: Hashable, Sendable {
  /// The dot patterns: bit 0 is dot 1, bit 7 is dot 8, 0 is a blank cell. U+2800 plus the value is
  /// the Unicode character.
  public var cells: [UInt8]
  /// For each cell, the offset of the print character it came from, counted in Unicode scalars over
  /// the text of all runs joined. Never decreases.
  public var origins: [Int32]
  /// For each cell, whether a line may end there.
  public var breaks: [LineBreakRule]

  /// Makes braille text; the three arrays have the same length.
  public init(cells: [UInt8] = [], origins: [Int32] = [], breaks: [LineBreakRule] = []) {
    precondition(cells.count == origins.count && cells.count == breaks.count)
    self.cells = cells
    self.origins = origins
    self.breaks = breaks
  }

  /// A stretch of the text; its origins still count from the beginning of the whole.
  public subscript(cells range: Range<Int>) -> BrailleText {
    BrailleText(
      cells: Array(cells[range]), origins: Array(origins[range]), breaks: Array(breaks[range]))
  }
}

/// Whether a braille line may end at a cell.
public enum LineBreakRule: UInt8, Sendable {
  /// Not here.
  case never
  /// The cell is a blank that falls away at a line end.
  case blank
  /// After this cell: a hyphen, a dash, a stroke in an address.
  case after
  /// The cell is a blank that print keeps together with its neighbours (U+00A0): a last resort.
  case reluctantBlank
  /// After this cell, where nothing better is left: in a bracket or a fraction of a formula.
  case reluctantAfter
  /// After this cell, in the middle of a number, where nothing else is left: a line continuation
  /// indicator, dot 5, ends the line and numeric mode goes on on the next (RUEB 6.10).
  case insideNumber
}

/// A character that was not brailled as itself, for the caller to report.
public struct Substitution: Hashable, Sendable {
  /// Where, counted as in `BrailleText.origins`.
  public var offset: Int
  /// The character that has no sign of its own.
  public var scalar: Unicode.Scalar
  /// What was brailled for it.
  public var outcome: Outcome

  /// Makes a record of one substitution.
  public init(offset: Int, scalar: Unicode.Scalar, outcome: Outcome) {
    self.offset = offset
    self.scalar = scalar
    self.outcome = outcome
  }

  /// What became of the character.
  public enum Outcome: Hashable, Sendable {
    /// It was brailled as these characters, which mean the same (`℡` as `TEL`).
    case equivalent(String)
    /// It was named in transcriber's note signs.
    case named(String)
    /// It carries nothing to braille: a joiner, a control, a variation selector.
    case removed
  }
}
