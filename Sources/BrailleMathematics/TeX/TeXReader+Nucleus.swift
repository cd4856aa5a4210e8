extension TeXReader {
  /// One thing without its scripts.
  mutating func nucleus() throws(MathFault) -> MathExpression {
    guard depth < MathExpression.deepest else { throw .tooDeep }
    guard let token = next() else { throw .malformed("it ends too soon") }
    switch token {
    case .open: return try expression(until: .brace)
    case .command(let name): return try command(name)
    case .character(let character): return self.character(character)
    case .raised, .lowered: throw .malformed("a script has a script and no base")
    case .close, .column, .row: throw .malformed("an argument is missing")
    case .space: return .empty
    }
  }

  private mutating func character(_ character: Character) -> MathExpression {
    if character.isASCII, character.isNumber {
      var digits = String(character)
      while position < tokens.count, case .character(let next) = tokens[position], next.isASCII, next.isNumber
      {
        digits.append(next)
        position += 1
      }
      return .number(digits, .regular)
    }
    if character == "~" { return .space(ems: 0.33) }
    if character == "\u{A0}" { return .space(ems: 0.33) }
    if let joined = joinedSign(from: character) { return .sign(joined) }
    if character.isNumber { return MathMLReader.number(String(character), .regular) }
    return character.isLetter
      ? MathMLReader.identifier(String(character), .regular) : MathMLReader.signs(String(character))
  }

  /// `:=`, which is one sign in print.
  private mutating func joinedSign(from character: Character) -> String? {
    guard character == ":", position < tokens.count, tokens[position] == .character("=") else { return nil }
    position += 1
    return SignTable.shared.joined[":="]
  }

  // MARK: Scripts

  /// Adds the scripts and primes that follow.
  mutating func scripts(on base: MathExpression) throws(MathFault) -> MathExpression {
    var scripts: [MathExpression.Script] = []
    var takesLimits = base.takesLimits && display == .displayed
    while true {
      switch peek() {
      case .command("limits"):
        position += 1
        takesLimits = true
      case .command("nolimits"):
        position += 1
        takesLimits = false
      case .character("'"):
        position += 1
        var primes = [MathExpression.sign("′")]
        while peek() == .character("'") {
          position += 1
          primes.append(.sign("′"))
        }
        scripts.append(.init(.raised, RowAssembly.row(primes)))
      case .raised:
        position += 1
        let script = try argument()
        scripts.append(.init(.raised, script == .sign("∘") ? .sign("°") : script))
      case .lowered:
        position += 1
        scripts.append(.init(.lowered, try argument()))
      default:
        return base.with(scripts, asLimits: takesLimits)
      }
    }
  }
}

extension MathExpression {
  /// Whether displayed mathematics sets its scripts above and below.
  fileprivate var takesLimits: Bool {
    switch self {
    case .sign(let sign): SignTable.shared[sign: sign]?.kind == .big
    case .identifier(let name, _): TeXSymbols.limitFunctions.contains(name)
    case .limits(_, _, over: .sign("⏞")?), .limits(_, under: .sign("⏟")?, _): true
    case .row, .number, .text, .space, .fraction, .radical, .scripts, .limits, .fenced, .table, .enclosed:
      false
    }
  }

  /// With scripts; lowered ones before raised ones, as braille has them (GTM 7.7).
  fileprivate func with(_ scripts: [Script], asLimits: Bool) -> MathExpression {
    guard !scripts.isEmpty else { return self }
    // A word with a script is a name: \text{CO}_2.
    if case .text(let name) = self, name.allSatisfy({ $0.isASCII && $0.isLetter }) {
      return MathExpression.identifier(name, .regular).with(scripts, asLimits: asLimits)
    }
    if asLimits, scripts.count(where: { $0.level == .raised }) < 2,
      scripts.count(where: { $0.level == .lowered }) < 2
    {
      return .limits(
        self, under: scripts.first { $0.level == .lowered }?.expression,
        over: scripts.first { $0.level == .raised }?.expression)
    }
    // A prime stays with its letter, before a lowered script: f′ₓ.
    let primes = scripts.filter { $0.level == .raised && $0.expression.standsRaisedByItself }
    let raised = scripts.filter { $0.level == .raised && !$0.expression.standsRaisedByItself }
    let lowered = scripts.filter { $0.level == .lowered }
    return MathMLReader.scripts(self, primes + lowered + raised)
  }
}
