/// Reads the part of TOML that front matter is written in: `key = value` with strings, numbers, dates
/// and lists of these on one line, and `[tables]`. Anything else is a problem with its line.
struct TOMLReader {
  /// Reads the fields; a table's are joined to its name with full stops.
  static func read(_ text: String) throws(YAMLProblem) -> [YAMLField] {
    var fields: [YAMLField] = []
    var table = ""
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let number = index + 1
      var rest = line.drop(while: \.isWhitespace)
      if rest.isEmpty || rest.first == "#" { continue }
      if rest.first == "[", let end = rest.firstIndex(of: "]"), !rest.hasPrefix("[[") {
        table = rest[rest.index(after: rest.startIndex)..<end].filter { !$0.isWhitespace && $0 != "\"" } + "."
        continue
      }
      guard let equals = rest.firstIndex(of: "=") else {
        throw YAMLProblem(message: "a line is neither a field nor a table", line: number)
      }
      let name = rest[..<equals].filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
      rest = rest[rest.index(after: equals)...]
      guard !name.isEmpty, let value = value(&rest), isEnd(rest) else {
        throw YAMLProblem(message: "a value is of a kind not read here", line: number)
      }
      fields.append(YAMLField(name: table + name, value: value, line: number))
    }
    return fields
  }

  private static func isEnd(_ rest: Substring) -> Bool {
    let rest = rest.drop(while: \.isWhitespace)
    return rest.isEmpty || rest.first == "#"
  }

  private static func value(_ rest: inout Substring) -> YAMLValue? {
    rest = rest.drop(while: \.isWhitespace)
    switch rest.first {
    case "\"": return rest.hasPrefix("\"\"\"") ? nil : basicString(&rest)
    case "'":
      guard !rest.hasPrefix("'''"), let end = rest.dropFirst().firstIndex(of: "'") else { return nil }
      let string = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      return .scalar(String(string))
    case "[": return list(&rest)
    case nil, "{": return nil
    default:
      let word = rest.prefix { !$0.isWhitespace && $0 != "," && $0 != "]" && $0 != "#" }
      rest = rest[word.endIndex...]
      return word.isEmpty ? nil : .scalar(String(word))
    }
  }

  private static func list(_ rest: inout Substring) -> YAMLValue? {
    rest = rest.dropFirst()
    var values: [YAMLValue] = []
    while true {
      rest = rest.drop(while: \.isWhitespace)
      if rest.first == "]" {
        rest = rest.dropFirst()
        return .sequence(values)
      }
      guard rest.first != "[", let next = value(&rest) else { return nil }
      values.append(next)
      rest = rest.drop(while: \.isWhitespace)
      if rest.first == "," { rest = rest.dropFirst() } else if rest.first != "]" { return nil }
    }
  }

  private static func basicString(_ rest: inout Substring) -> YAMLValue? {
    rest = rest.dropFirst()
    var string = ""
    while let character = rest.popFirst() {
      switch character {
      case "\"": return .scalar(string)
      case "\\":
        switch rest.popFirst() {
        case "n": string += "\n"
        case "t": string += "\t"
        case "\"": string += "\""
        case "\\": string += "\\"
        default: return nil
        }
      default: string.append(character)
      }
    }
    return nil
  }
}
