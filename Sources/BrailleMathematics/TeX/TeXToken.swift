/// What TeX source is made of.
enum TeXToken: Hashable {
  /// A command, without its backslash: letters, or one other character.
  case command(String)
  /// A character that stands for itself.
  case character(Character)
  case open
  case close
  case raised
  case lowered
  /// The end of a column, `&`.
  case column
  /// The end of a row, `\\`.
  case row
  /// White space, which counts in words only.
  case space

  /// Cuts source into tokens.
  static func tokens(of source: String) -> [TeXToken] {
    var tokens: [TeXToken] = []
    var rest = Substring(source)
    while let character = rest.popFirst() {
      switch character {
      case "\\": tokens.append(command(&rest))
      case "{": tokens.append(.open)
      case "}": tokens.append(.close)
      case "^": tokens.append(.raised)
      case "_": tokens.append(.lowered)
      case "&": tokens.append(.column)
      case _ where character.isWhitespace && character != "\u{A0}":
        if tokens.last != .space { tokens.append(.space) }
      default: tokens.append(.character(character))
      }
    }
    return tokens
  }

  private static func command(_ rest: inout Substring) -> TeXToken {
    let letters = rest.prefix { $0.isASCII && $0.isLetter }
    if letters.isEmpty {
      guard let character = rest.popFirst() else { return .command(" ") }
      return character == "\\" ? .row : .command(String(character))
    }
    rest = rest.dropFirst(letters.count)
    if rest.first == "*", starred.contains(String(letters)) { rest = rest.dropFirst() }
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    return letters == "cr" || letters == "newline" ? .row : .command(String(letters))
  }

  /// Commands whose starred form shows the same.
  private static let starred: Set = ["operatorname", "hspace", "vspace", "tag"]
}
