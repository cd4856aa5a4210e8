public import Diagnostics
public import DocumentModel

/// Reads a file of fields and lists that an author wrote for the program, in YAML 1.1 as libyaml reads
/// it. Tags are not acted on; nesting, aliases and size are bounded.
public enum StructuredText {
  /// How many values a file may hold: an author may have decided on every sentence of a long report.
  static let maximumValues = 200_000

  /// Why a file cannot be read.
  public struct Problem: Error, Hashable, Sendable {
    /// What is wrong, as a clause.
    public var message: String
    /// Where.
    public var range: SourceRange
  }

  /// Reads the bytes of a file, UTF-8 with or without a byte order mark.
  ///
  /// - Returns: the value; nil when there are only comments.
  /// - Throws: `Problem` when the bytes are not YAML of one document.
  public static func read(_ bytes: [UInt8]) throws(Problem) -> StructuredValue? {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let place = { (line: Int) -> SourceRange in
      let number = min(max(line, 1), max(lines.count, 1))
      let length = lines.isEmpty ? 0 : String(decoding: lines[number - 1], as: UTF8.self).unicodeScalars.count
      return SourceRange(
        SourcePosition(line: number, column: 1), SourcePosition(line: number, column: max(length, 1)))
    }
    var reader = YAMLReader(maximumValues: maximumValues)
    do throws(YAMLProblem) {
      return try reader.read(bytes)?.structured(place)
    } catch {
      throw Problem(message: error.message, range: place(error.line))
    }
  }
}

extension YAMLValue {
  /// The value as the model has it.
  ///
  /// - Parameter place: where a line of the YAML is in its source.
  func structured(_ place: (Int) -> SourceRange) -> StructuredValue {
    switch self {
    case .scalar(let text): .text(text)
    case .sequence(let values): .list(values.map { $0.structured(place) })
    case .mapping(let fields): .fields(fields.map { $0.structured(place) })
    }
  }
}

extension YAMLField {
  /// The field as the model has it.
  func structured(_ place: (Int) -> SourceRange) -> StructuredField {
    StructuredField(name, value.structured(place), at: place(line))
  }
}
