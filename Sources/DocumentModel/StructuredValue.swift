public import Diagnostics

/// What an author writes down for a program in fields and lists, as in YAML, with every value as the
/// text that was written.
public indirect enum StructuredValue: Hashable, Sendable {
  /// A text.
  case text(String)
  /// Values one after the other.
  case list([StructuredValue])
  /// Values by name, in the order they were written.
  case fields([StructuredField])

  /// The words of a text on one line; nil of what is no text, or an empty one.
  public var words: String? {
    guard case .text(let text) = self else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty || words == "~" ? nil : words
  }
}

/// A value with its name.
public struct StructuredField: Hashable, Sendable {
  /// The name as it was written, on one line.
  public var name: String
  /// The value.
  public var value: StructuredValue
  /// The line the name is on.
  public var range: SourceRange?

  /// Makes a field.
  public init(_ name: String, _ value: StructuredValue, at range: SourceRange? = nil) {
    self.name = name
    self.value = value
    self.range = range
  }
}
