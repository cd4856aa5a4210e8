extension TeXReader {
  /// What a command shows, with its arguments.
  mutating func command(_ name: String) throws(MathFault) -> MathExpression {
    if let sign = TeXSymbols.signs[name] { return MathMLReader.signs(sign) }
    if let letter = TeXSymbols.letters[name] { return MathMLReader.identifier(letter, .regular) }
    if TeXSymbols.functions.contains(name) { return .identifier(name, .regular) }
    if let width = TeXSymbols.spaces[name] { return .space(ems: width) }
    if TeXSymbols.ignored.contains(name) { return .empty }
    if TeXSymbols.sizes.contains(name) { return delimiter(try delimiterToken()) }
    if let typeface = Typeface(command: name) { return typeface.applied(to: try argument()) }
    if let over = TeXSymbols.over[name] {
      return .limits(try argument(), under: nil, over: MathMLReader.signs(over))
    }
    if let under = TeXSymbols.under[name] {
      return .limits(try argument(), under: MathMLReader.signs(under), over: nil)
    }
    if TeXSymbols.textCommands.contains(name) { return try text() }
    if let structure = try structure(name) { return structure }
    throw .unknownCommand("\\" + name)
  }

  /// Commands that build something; nil when it is none of them.
  private mutating func structure(_ name: String) throws(MathFault) -> MathExpression? {
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac":
      if name == "cfrac" { _ = try option() }
      return .fraction(try argument(), over: try argument(), .line)
    case "nicefrac", "sfrac": return .fraction(try argument(), over: try argument(), .bevelled)
    case "binom", "dbinom", "tbinom":
      return .fenced(open: "(", .fraction(try argument(), over: try argument(), .none), close: ")")
    case "sqrt":
      let index = try option()
      return .radical(try argument(), index: index)
    case "left": return try leftRight()
    case "middle": return delimiter(try delimiterToken())
    case "begin": return try environment()
    case "overset", "stackrel":
      let over = try argument()
      return .limits(try argument(), under: nil, over: over)
    case "underset":
      let under = try argument()
      return .limits(try argument(), under: under, over: nil)
    case "xrightarrow", "xleftarrow":
      let under = try option()
      return .limits(.sign(name == "xrightarrow" ? "→" : "←"), under: under, over: try argument())
    case "not": return try negated()
    case "ce": return try chemistry()
    case "cancel", "bcancel", "xcancel": return .enclosed(try argument(), .stroke)
    case "boxed", "fbox": return .enclosed(try argument(), .box)
    case "mathop", "mathrel", "mathbin", "mathord", "mathopen", "mathclose", "mathpunct", "mathinner",
      "smash",
      "ensuremath":
      return try argument()
    case "operatorname": return Typeface.roman.applied(to: try argument())
    case "phantom", "hphantom", "vphantom":
      _ = try argument()
      return .empty
    case "label", "hspace", "vspace", "cline", "kern", "mkern":
      _ = try rawArgument()
      return name == "hspace" ? .space(ems: 1) : .empty
    case "color":
      _ = try rawArgument()
      return .empty
    case "textcolor", "colorbox":
      _ = try rawArgument()
      return name == "colorbox" ? try text() : try argument()
    case "tag": return .row([.space(ems: 1), .sign("("), .text(try rawArgument()), .sign(")")])
    case "pmod", "pod":
      let modulus = try argument()
      let name: [MathExpression] = name == "pmod" ? [.identifier("mod", .regular), .space(ems: 1)] : []
      return .row([.space(ems: 1), .fenced(open: "(", Self.row(name + [modulus]), close: ")")])
    case "bmod", "mod": return .row([.space(ems: 1), .identifier("mod", .regular), .space(ems: 1)])
    case "substack":
      guard next() == .open else { throw .malformed("an argument is missing") }
      return .table(try rows(until: .brace), .lines)
    default: return nil
    }
  }

  /// A formula of chemistry.
  private mutating func chemistry() throws(MathFault) -> MathExpression {
    guard next() == .open else { throw .malformed("an argument is missing") }
    guard depth < MathExpression.deepest else { throw .tooDeep }
    var inner: [TeXToken] = []
    var open = 1
    while position < tokens.count {
      let token = tokens[position]
      position += 1
      if token == .open { open += 1 }
      if token == .close { open -= 1 }
      if open == 0 {
        var reader = TeXReader(inner: try ChemistryTokens.mathematics(of: inner), depth: depth + 1)
        return try reader.expression(until: .end)
      }
      inner.append(token)
    }
    throw .malformed("a brace is not closed")
  }

  /// `\not` strikes through the sign that follows.
  private mutating func negated() throws(MathFault) -> MathExpression {
    let struck = try argument()
    if case .sign(let sign) = struck, let negation = TeXSymbols.negations[sign] { return .sign(negation) }
    return .enclosed(struck, .stroke)
  }

  // MARK: Delimiters

  private mutating func leftRight() throws(MathFault) -> MathExpression {
    let open = try delimiterToken()
    let inner = try expression(until: .right)
    let close = try delimiterToken()
    return .fenced(open: open, inner, close: close)
  }

  /// A bracket, a bar or an arrow; empty for the full stop that stands for none.
  private mutating func delimiterToken() throws(MathFault) -> String {
    switch next() {
    case .character("."): return ""
    case .character("<"): return "⟨"
    case .character(">"): return "⟩"
    case .character(let character): return String(character)
    case .command(let name):
      guard let sign = TeXSymbols.signs[name] else { throw .unknownCommand("\\" + name) }
      return sign
    case .open, .close, .raised, .lowered, .column, .row, .space, nil:
      throw .malformed("a bracket is missing")
    }
  }

  private func delimiter(_ sign: String) -> MathExpression { sign.isEmpty ? .empty : .sign(sign) }

  // MARK: Words

  /// Words in a formula, with formulas in them between `$` signs.
  private mutating func text() throws(MathFault) -> MathExpression {
    guard next() == .open else { throw .malformed("words in braces are missing") }
    guard depth < MathExpression.deepest else { throw .tooDeep }
    depth += 1
    defer { depth -= 1 }
    var parts: [MathExpression] = []
    var words = ""
    func flush() {
      if !words.isEmpty { parts.append(MathMLReader.words(words)) }
      words = ""
    }
    var open = 1
    while position < tokens.count {
      let token = tokens[position]
      position += 1
      switch token {
      case .open: open += 1
      case .close: open -= 1
      case .space: words += " "
      case .character("~"): words += "\u{A0}"
      case .character("$"):
        flush()
        parts.append(try formulaInText())
      case .character(let character): words.append(character)
      case .command(let name):
        if let sign = TeXSymbols.signs[name] ?? TeXSymbols.letters[name] {
          words += sign
        } else if TeXSymbols.spaces[name] != nil {
          words += " "
        } else if TeXSymbols.textCommands.contains(name) || TeXSymbols.ignored.contains(name) {
          continue
        } else {
          throw .unknownCommand("\\" + name)
        }
      case .raised: words += "^"
      case .lowered: words += "_"
      case .column: words += "&"
      case .row: words += " "
      }
      if open == 0 {
        flush()
        return RowAssembly.row(parts)
      }
    }
    throw .malformed("a brace is not closed")
  }

  private mutating func formulaInText() throws(MathFault) -> MathExpression {
    guard let end = tokens[position...].firstIndex(of: .character("$")) else {
      throw .malformed("a $ in words is not closed")
    }
    var reader = TeXReader(inner: Array(tokens[position..<end]), depth: depth)
    position = end + 1
    return try reader.expression(until: .end)
  }
}
