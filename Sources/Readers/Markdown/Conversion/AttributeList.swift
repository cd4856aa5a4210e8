/// Attributes in braces at the end of a heading, as pandoc writes them: `## Aims {#aims lang=en-GB}`.
///
/// Understood are `#identifier`, `.class` and `key=value` with or without quotation marks, and `-`, which
/// is short for `.unnumbered`; a heading that ends in braces holding anything else keeps them as text.
struct AttributeList {
  var attributes: [MarkupTree.Attribute] = []
  /// How many characters of the text the list and the space before it take up.
  let length: Int

  /// Reads the list a text ends with.
  init?(endOf text: String) {
    guard text.utf8.last == 0x7D, let brace = text.lastIndex(of: "{") else { return nil }
    let inside = text[text.index(after: brace)...].dropLast()
    guard let parts = Self.divided(inside), !parts.isEmpty else { return nil }
    var classes: [String] = []
    for part in parts {
      switch part.first {
      case "#" where part.count > 1: attributes.append(.init(name: "id", value: String(part.dropFirst())))
      case "-" where part == "-": classes.append("unnumbered")
      case "." where part.count > 1: classes.append(String(part.dropFirst()))
      default:
        guard let equals = part.firstIndex(of: "="), equals > part.startIndex,
          part[..<equals].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }),
          !part.lowercased().hasPrefix("on")
        else { return nil }
        let value = part[part.index(after: equals)...].filter { $0 != "\"" }
        attributes.append(.init(name: part[..<equals].lowercased(), value: String(value)))
      }
    }
    if !classes.isEmpty {
      attributes.append(.init(name: "class", value: classes.joined(separator: " ")))
    }
    var start = brace
    while start > text.startIndex, text[text.index(before: start)].isWhitespace {
      start = text.index(before: start)
    }
    length = text.distance(from: start, to: text.endIndex)
  }

  /// The list's parts: white space divides them except between quotation marks.
  private static func divided(_ list: Substring) -> [String]? {
    var parts: [String] = []
    var part = ""
    var isQuoted = false
    for character in list {
      if character == "\"" { isQuoted.toggle() }
      if character.isWhitespace, !isQuoted {
        if !part.isEmpty { parts.append(part) }
        part = ""
      } else if character == "{" || character == "}" || character == "<" || character == ">" {
        return nil
      } else {
        part.append(character)
      }
    }
    if !part.isEmpty { parts.append(part) }
    return isQuoted ? nil : parts
  }
}
