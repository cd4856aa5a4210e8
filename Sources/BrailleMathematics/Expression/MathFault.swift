/// Why a formula could not be read as mathematics.
public enum MathFault: Error, Hashable, Sendable {
  /// A command of TeX, or an environment, that the reader does not know: with its backslash, or the
  /// environment's name.
  case unknownCommand(String)
  /// An element of MathML the reader does not know.
  case unknownElement(String)
  /// The formula breaks the rules of its notation; the words say how.
  case malformed(String)
  /// It nests deeper than ``MathExpression/deepest``.
  case tooDeep
}
