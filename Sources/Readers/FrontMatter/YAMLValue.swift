/// A YAML node with every scalar as the text the author wrote: `no` is "no", `2024-01-02` is that.
indirect enum YAMLValue {
  case scalar(String)
  case sequence([YAMLValue])
  case mapping([YAMLField])

  /// The words of the value on one line: of a sequence, its values' one after the other. Spaces that
  /// typing makes are one; those an author has to ask for (no-break, thin, ideographic) stay.
  var words: String {
    switch self {
    case .scalar(let text):
      text.split { $0.isNewline || $0 == " " || $0 == "\t" }.joined(separator: " ")
    case .sequence(let values): values.map(\.words).filter { !$0.isEmpty }.joined(separator: ", ")
    case .mapping(let fields):
      fields.map { "\($0.name): \($0.value.words)" }.joined(separator: ", ")
    }
  }
}

/// A key with its value.
struct YAMLField {
  var name: String
  var value: YAMLValue
  /// The line the key is on, counted from 1 in the YAML.
  var line: Int
}

/// Why YAML could not be read.
struct YAMLProblem: Error {
  var message: String
  /// The line, counted from 1 in the YAML.
  var line: Int
}
