/// Commands a document defines for its formulas: by `\newcommand` and its kin, by `\def` with plain
/// parameters, by `\let` and by `\DeclareMathOperator`.
///
/// They are expanded before a formula is read, within limits, so that definitions that call each other
/// without end are a fault and not a hang.
public struct TeXMacros: Sendable {
  private struct Macro {
    var parameters = 0
    /// What the first parameter is when it is not given; nil when it must be.
    var usual: [TeXToken]?
    var body: [TeXToken]
  }

  private var macros: [String: Macro] = [:]

  /// How many expansions a formula may take, and how many tokens it may come to.
  private static let mostExpansions = 2_000
  private static let mostTokens = 50_000

  /// Makes a set of no commands.
  public init() {}

  /// Takes the definitions out of a formula; those that break TeX's rules are left to its reading. What
  /// is defined already stays, as the first definition is what the document begins with.
  public mutating func learn(from source: String) {
    guard Self.definers.contains(where: source.contains) else { return }
    var found = TeXMacros()
    _ = try? found.withoutDefinitions(TeXToken.tokens(of: source))
    macros.merge(found.macros) { first, _ in first }
  }

  private static let definers = [
    "\\newcommand", "\\renewcommand", "\\providecommand", "\\def", "\\let", "\\DeclareMathOperator",
  ]

  /// The tokens of a formula without definitions, its macros replaced by what they stand for.
  func tokens(of source: String) throws(MathFault) -> [TeXToken] {
    let tokens = TeXToken.tokens(of: source)
    guard !macros.isEmpty || Self.definers.contains(where: source.contains) else { return tokens }
    var known = self
    let plain = try known.withoutDefinitions(tokens)
    return try known.expanded(plain)
  }

  // MARK: - Definitions

  private mutating func withoutDefinitions(_ tokens: [TeXToken]) throws(MathFault) -> [TeXToken] {
    var rest = TeXTokens(tokens)
    var kept: [TeXToken] = []
    while let token = rest.take() {
      guard case .command(let command) = token else {
        kept.append(token)
        continue
      }
      switch command {
      case "newcommand", "renewcommand", "providecommand":
        rest.skip("*")
        let name = try rest.commandName()
        var macro = Macro(body: [])
        if let count = try rest.option() {
          guard count.count == 1, case .character(let digit)? = count.first,
            let number = digit.wholeNumberValue
          else { throw .malformed("\\\(command) has no number of arguments") }
          macro.parameters = number
          macro.usual = try rest.option()
        }
        macro.body = try rest.argument(of: command)
        if command != "providecommand" || macros[name] == nil { macros[name] = macro }
      case "def":
        let name = try rest.commandName()
        var macro = Macro(body: [])
        while rest.peek() != .open {
          guard rest.take() == .character("#"), rest.take() != nil else {
            throw .unknownCommand("\\def with delimited arguments")
          }
          macro.parameters += 1
        }
        macro.body = try rest.argument(of: command)
        macros[name] = macro
      case "let":
        let name = try rest.commandName()
        rest.skip("=")
        guard let meaning = rest.takeSolid() else { throw .malformed("\\let has no meaning") }
        macros[name] = Macro(body: [meaning])
      case "DeclareMathOperator":
        rest.skip("*")
        let name = try rest.commandName()
        let words = try rest.argument(of: command)
        macros[name] = Macro(body: [.command("operatorname"), .open] + words + [.close])
      default: kept.append(token)
      }
    }
    return kept
  }

  // MARK: - Expansion

  private func expanded(_ tokens: [TeXToken]) throws(MathFault) -> [TeXToken] {
    var rest = TeXTokens(tokens)
    var result: [TeXToken] = []
    var expansions = 0
    while let token = rest.take() {
      guard case .command(let name) = token, let macro = macros[name] else {
        result.append(token)
        continue
      }
      // `\let\old=\new` of one name for itself is that name.
      if macro.body == [token] {
        result.append(token)
        continue
      }
      expansions += 1
      guard expansions <= Self.mostExpansions else {
        throw .malformed("the commands it defines call each other without end")
      }
      var arguments: [[TeXToken]] = []
      if macro.parameters > 0, let usual = macro.usual { arguments.append(try rest.option() ?? usual) }
      while arguments.count < macro.parameters { arguments.append(try rest.argument(of: name)) }
      try rest.put(back: Self.filled(macro.body, with: arguments), most: Self.mostTokens)
      guard result.count <= Self.mostTokens else { throw .malformed("it is too long") }
    }
    return result
  }

  private static func filled(_ body: [TeXToken], with arguments: [[TeXToken]]) -> [TeXToken] {
    var result: [TeXToken] = []
    var index = 0
    while index < body.count {
      if body[index] == .character("#"), index + 1 < body.count,
        case .character(let digit) = body[index + 1], let number = digit.wholeNumberValue,
        arguments.indices.contains(number - 1)
      {
        result += arguments[number - 1]
        index += 2
      } else {
        result.append(body[index])
        index += 1
      }
    }
    return result
  }
}

/// Tokens taken from the front, for reading definitions and arguments.
struct TeXTokens {
  /// The last is the next.
  private var reversed: [TeXToken]

  init(_ tokens: [TeXToken]) { reversed = tokens.reversed() }

  mutating func take() -> TeXToken? { reversed.popLast() }

  /// The next that is no white space, which stays.
  mutating func peek() -> TeXToken? {
    while reversed.last == .space { reversed.removeLast() }
    return reversed.last
  }

  /// The next that is no white space.
  mutating func takeSolid() -> TeXToken? {
    _ = peek()
    return take()
  }

  /// Takes a character, if it is next.
  mutating func skip(_ character: Character) {
    if peek() == .character(character) { reversed.removeLast() }
  }

  /// The name of a command, in braces or not.
  mutating func commandName() throws(MathFault) -> String {
    let first = takeSolid()
    let isBraced = first == .open
    guard case .command(let name)? = isBraced ? takeSolid() : first,
      !isBraced || takeSolid() == .close
    else { throw .malformed("a definition names no command") }
    return name
  }

  /// An argument in square brackets; nil when there is none.
  mutating func option() throws(MathFault) -> [TeXToken]? {
    guard peek() == .character("[") else { return nil }
    reversed.removeLast()
    var tokens: [TeXToken] = []
    var open = 0
    while let token = take() {
      if token == .character("]"), open == 0 { return tokens }
      if token == .open { open += 1 }
      if token == .close { open -= 1 }
      tokens.append(token)
    }
    throw .malformed("a square bracket is not closed")
  }

  /// An argument: what is in braces, or one token.
  mutating func argument(of command: String) throws(MathFault) -> [TeXToken] {
    guard let first = takeSolid(), first != .close else {
      throw .malformed("\\\(command) lacks an argument")
    }
    guard first == .open else { return [first] }
    var tokens: [TeXToken] = []
    var open = 1
    while let token = take() {
      if token == .open { open += 1 }
      if token == .close { open -= 1 }
      if open == 0 { return tokens }
      tokens.append(token)
    }
    throw .malformed("a brace is not closed")
  }

  /// Puts tokens before those that are left.
  mutating func put(back tokens: [TeXToken], most: Int) throws(MathFault) {
    guard reversed.count + tokens.count <= most else { throw .malformed("it is too long") }
    reversed += tokens.reversed()
  }
}
