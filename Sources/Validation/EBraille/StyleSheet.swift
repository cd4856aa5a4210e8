/// A style sheet, as far as its rules mind: declarations, media queries, imports. Read as CSS Syntax 3
/// has it where that matters here: comments, strings and brackets hide what is in them.
struct StyleSheet {
  /// A property with its value.
  struct Declaration {
    var property: String
    var value: String
    var line: Int
  }

  /// What stands after `@media`, or after the address of `@import`.
  struct Query {
    var text: String
    var line: Int
  }

  private(set) var declarations: [Declaration] = []
  private(set) var queries: [Query] = []

  /// Reads a style sheet whose first line is `firstLine` of its file.
  init(_ text: String, firstLine: Int = 1) { read(text, line: firstLine) }

  /// Reads the declarations of a style attribute.
  init(declarations text: String, line: Int) { read("*{" + text + "}", line: line) }

  private mutating func read(_ text: String, line firstLine: Int) {
    var statement = ""
    var line = firstLine
    var start = firstLine
    var quote: Character?
    var depth = 0
    var characters = Array(text)[...]
    while let character = characters.popFirst() {
      if character.isNewline { line += 1 }
      if let open = quote {
        statement.append(character)
        if character == "\\", let next = characters.popFirst() { statement.append(next) }
        if character == open { quote = nil }
        continue
      }
      if character == "/", characters.first == "*" {
        characters.removeFirst()
        var last: Character = " "
        while let inside = characters.popFirst() {
          if inside.isNewline { line += 1 }
          if last == "*", inside == "/" { break }
          last = inside
        }
        continue
      }
      if statement.isEmpty, !character.isWhitespace { start = line }
      switch character {
      case "\"", "'":
        quote = character
        statement.append(character)
      case "(": depth += 1; statement.append(character)
      case ")": depth = max(0, depth - 1); statement.append(character)
      case ";" where depth == 0, "}" where depth == 0:
        end(statement, line: start)
        statement = ""
      case "{":
        begin(statement, line: start)
        statement = ""
        depth = 0
      default: if !(statement.isEmpty && character.isWhitespace) { statement.append(character) }
      }
    }
    end(statement, line: start)
  }

  /// What stands before a brace: a selector, or a rule with content.
  private mutating func begin(_ statement: String, line: Int) {
    let words = statement.lowercased()
    if words.hasPrefix("@media") { queries.append(Query(text: String(words.dropFirst(6)), line: line)) }
  }

  /// What stands before a semicolon or a closing brace: a declaration, or a rule without content.
  private mutating func end(_ statement: String, line: Int) {
    if statement.lowercased().hasPrefix("@import") {
      // The address is a string or url(…); the query follows.
      var rest = statement.dropFirst(7).drop(while: \.isWhitespace)
      if let quote = rest.first, quote == "\"" || quote == "'" {
        rest = rest.dropFirst().drop { $0 != quote }.dropFirst()
      } else {
        rest = rest.drop { $0 != ")" }.dropFirst()
      }
      if !rest.allSatisfy(\.isWhitespace) { queries.append(Query(text: rest.lowercased(), line: line)) }
      return
    }
    guard !statement.hasPrefix("@"), let colon = statement.firstIndex(of: ":") else { return }
    declarations.append(
      Declaration(
        property: String(statement[..<colon]).collapsed.lowercased(),
        value: String(statement[statement.index(after: colon)...]).collapsed, line: line))
  }
}
