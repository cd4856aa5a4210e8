/// Braille and what was substituted in it.
public struct Translation: Hashable, Sendable {
  /// The cells.
  public var text: BrailleText
  /// Characters that were not brailled as themselves, in the order of the print.
  public var substitutions: [Substitution]

  /// Makes a translation.
  public init(text: BrailleText = BrailleText(), substitutions: [Substitution] = []) {
    self.text = text
    self.substitutions = substitutions
  }
}
