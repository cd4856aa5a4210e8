public import BrailleTranslation
public import Diagnostics

/// Writes formulas in the technical notation of Unified English Braille: the Rules of UEB (2013),
/// section 11, and the Guidelines for Technical Material (ICEB, 2014), whose sections the sources name
/// as GTM.
public struct MathBrailleWriter: Sendable {
  private let translator: Translator
  private let operationSpacing: OperationSpacing

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - translator: writes the words in formulas, in its grade; its code is UEB.
  ///   - operationSpacing: whether signs of operation are spaced.
  public init(translator: Translator, operationSpacing: OperationSpacing = .closed) {
    self.translator = translator
    self.operationSpacing = operationSpacing
  }

  /// The formula in cells.
  ///
  /// - Throws: when liblouis fails on a word of it.
  public func braille(_ expression: MathExpression) throws(ConversionFailure) -> MathBraille {
    let expression = expression.withoutUpright
    var writer = TokenWriter(
      translator: translator, operationSpacing: operationSpacing, isChemical: Elements.describe(expression))
    try writer.write(expression)
    writer.finish()
    var tokens = writer.tokens
    Capitals.settle(&tokens)
    let cells = try GradeOneMode(tokens, translator: translator).cells()
    return MathBraille(
      cells, tokens: tokens, substitutions: writer.substitutions, typeforms: writer.typeforms)
  }
}

/// Whether signs of operation have blanks around them.
public enum OperationSpacing: Sendable {
  /// They have none, as UEB has it.
  case closed
  /// They have one on each side, as for young readers (GTM 3.1).
  case spaced
}
