import BrailleMathematics

/// Formulas in English words, as a teacher reads them out.
///
/// Grouping is said where it would otherwise be lost: a fraction or a root of more than one part ends
/// with `end fraction`, `end root`.
struct MathSpeech {
  /// What is said for a formula.
  static func english(_ expression: MathExpression) -> String {
    MathSpeech().say(expression).split(separator: " ").joined(separator: " ")
  }

  private func say(_ expression: MathExpression) -> String {
    switch expression {
    case .row(let parts): return row(parts)
    case .identifier(let name, _): return identifier(name)
    case .number(let digits, _):
      return EnglishNumbers.number(digits.filter { !$0.isWhitespace }[...]) ?? digits
    case .sign(let sign): return Self.signs[sign] ?? sign
    case .text(let text): return text
    case .space(let ems): return ems >= 1 ? "," : ""
    case .fraction(let top, let bottom, let line):
      if line == .none { return "\(say(top)) choose \(say(bottom))" }
      if let simple = simpleFraction(top, bottom) { return simple }
      if isSimple(top), isSimple(bottom) { return "\(say(top)) over \(say(bottom))" }
      return "the fraction \(say(top)) over \(say(bottom)) end fraction,"
    case .radical(let radicand, let index):
      let name = index.map { "the \(ordinal($0)) root of" } ?? "the square root of"
      return isSimple(radicand) ? "\(name) \(say(radicand))" : "\(name) \(say(radicand)) end root,"
    case .scripts(let base, let scripts): return self.scripts(base, scripts)
    case .limits(let base, let under, let over): return limits(base, under, over)
    case .fenced(let open, let inner, let close):
      if open == "|", close == "|" { return "the absolute value of \(say(inner))," }
      return "\(Self.signs[open] ?? open) \(say(inner)) \(Self.signs[close] ?? close)"
    case .table(let rows, let kind): return table(rows, kind)
    case .enclosed(let inner, let enclosure):
      return enclosure == .stroke ? "crossed out \(say(inner))" : say(inner)
    }
  }

  /// Parts side by side; a degree sign and a C are one unit, in whichever way they were set.
  private func row(_ parts: [MathExpression]) -> String {
    var said = parts.map(say).joined(separator: " ")
    for (letters, name) in [
      ("degrees capital C", "degrees Celsius"), ("degrees capital F", "degrees Fahrenheit"),
    ] {
      said = said.replacing(letters, with: name)
    }
    return said
  }

  private func isSimple(_ expression: MathExpression) -> Bool {
    switch expression {
    case .identifier, .number, .text, .sign: true
    case .row(let parts): parts.count == 1 && isSimple(parts[0])
    case .space, .fraction, .radical, .scripts, .limits, .fenced, .table, .enclosed: false
    }
  }

  private func number(_ expression: MathExpression) -> Int? {
    switch expression {
    case .number(let digits, _): Int(digits)
    case .row(let parts): parts.count == 1 ? number(parts[0]) : nil
    case .identifier, .sign, .text, .space, .fraction, .radical, .scripts, .limits, .fenced, .table,
      .enclosed:
      nil
    }
  }

  private func simpleFraction(_ top: MathExpression, _ bottom: MathExpression) -> String? {
    guard let top = number(top), let bottom = number(bottom), (1...20).contains(top),
      (2...20).contains(bottom)
    else {
      return nil
    }
    let part =
      bottom == 2 ? (top == 1 ? "half" : "halves") : EnglishNumbers.ordinal(bottom) + (top == 1 ? "" : "s")
    return "\(EnglishNumbers.cardinal(top)) \(part)"
  }

  private func ordinal(_ expression: MathExpression) -> String {
    switch number(expression) {
    case 3?: "cube"
    case let value? where value > 0: EnglishNumbers.ordinal(value)
    case nil, .some: "\(say(expression))th"
    }
  }

  private func identifier(_ name: String) -> String {
    if let words = Self.names[name] { return words }
    guard name.count == 1, let letter = name.first else { return name }
    // A voice would say a lone small a as the article.
    return letter.isUppercase && letter.isASCII ? "capital \(letter)" : name
  }

  private func scripts(_ base: MathExpression, _ scripts: MathExpression.Scripts) -> String {
    var said = scripts.before.map {
      "\($0.level == .raised ? "superscript" : "subscript") \(say($0.expression))"
    }
    if case .sign(let sign) = base, let words = limitNames[sign] {
      return bounds(
        words, under: scripts.after.first { $0.level == .lowered }?.expression,
        over: scripts.after.first { $0.level == .raised }?.expression)
    }
    said.append(say(base))
    for script in scripts.after {
      switch script.level {
      case .lowered: said.append("sub \(say(script.expression))" + (isSimple(script.expression) ? "" : ","))
      case .raised: said.append(power(script.expression))
      }
    }
    return said.joined(separator: " ")
  }

  private func power(_ exponent: MathExpression) -> String {
    if let value = number(exponent) {
      return value == 2
        ? "squared" : value == 3 ? "cubed" : "to the power of \(EnglishNumbers.cardinal(value))"
    }
    if case .sign(let sign) = exponent, let words = Self.raisedSigns[sign] { return words }
    return "to the power of \(say(exponent))" + (isSimple(exponent) ? "" : ",")
  }

  private let limitNames = [
    "∑": "the sum", "∏": "the product", "∫": "the integral", "∬": "the double integral",
  ]

  private func limits(_ base: MathExpression, _ under: MathExpression?, _ over: MathExpression?) -> String {
    if case .sign(let sign) = base, let words = limitNames[sign] {
      return bounds(words, under: under, over: over)
    }
    var said = say(base)
    if let under { said += said == "limit" ? " as \(say(under))," : " with \(say(under)) below," }
    if let over {
      if case .sign(let sign) = over, let words = Self.accents[sign] { return "\(said) \(words)" }
      said += " with \(say(over)) above,"
    }
    return said
  }

  private func bounds(_ name: String, under: MathExpression?, over: MathExpression?) -> String {
    switch (under, over) {
    case (let under?, let over?): "\(name) from \(say(under)) to \(say(over)) of"
    case (let under?, nil): "\(name) over \(say(under)) of"
    case (nil, let over?): "\(name) to \(say(over)) of"
    case (nil, nil): "\(name) of"
    }
  }

  private func table(_ rows: [[MathExpression]], _ kind: MathExpression.TableKind) -> String {
    switch kind {
    case .lines: return rows.map { $0.map(say).joined(separator: " ") }.joined(separator: "; ")
    case .matrix:
      let columns = rows.map(\.count).max() ?? 0
      let size = "\(EnglishNumbers.cardinal(rows.count)) by \(EnglishNumbers.cardinal(columns)) matrix"
      return rows.enumerated().reduce("the \(size)") { text, row in
        "\(text); row \(EnglishNumbers.cardinal(row.offset + 1)): \(row.element.map(say).joined(separator: ", "))"
      } + "; end matrix,"
    }
  }

  private static let raisedSigns = [
    "′": "prime", "″": "double prime", "∗": "star", "*": "star", "∘": "degrees", "°": "degrees",
    "⊤": "transpose", "†": "dagger", "+": "plus", "−": "minus",
  ]
  private static let accents = [
    "¯": "bar", "‾": "bar", "^": "hat", "ˆ": "hat", "~": "tilde", "˜": "tilde", "→": "vector", "⃗": "vector",
    "˙": "dot", "¨": "double dot",
  ]

  private static let names = [
    "sin": "sine", "cos": "cosine", "tan": "tangent", "log": "log", "ln": "natural log", "exp": "exponential",
    "lim": "limit", "max": "maximum", "min": "minimum", "det": "determinant",
    "gcd": "greatest common divisor",
    "a": "a", "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ϵ": "epsilon",
    "ζ": "zeta",
    "η": "eta", "θ": "theta", "ϑ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu",
    "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "ϕ": "phi",
    "χ": "chi",
    "ψ": "psi", "ω": "omega", "Γ": "capital gamma", "Δ": "capital delta", "Θ": "capital theta",
    "Λ": "capital lambda", "Π": "capital pi", "Σ": "capital sigma", "Φ": "capital phi", "Ψ": "capital psi",
    "Ω": "capital omega", "∞": "infinity", "∂": "partial", "∅": "the empty set", "ℓ": "l",
  ]

  private static let signs: [String: String] = [
    "+": "plus", "−": "minus", "-": "minus", "±": "plus or minus", "∓": "minus or plus", "×": "times",
    "⋅": "times",
    "·": "times", "∗": "times", "÷": "divided by", "/": "over", "=": "equals", "≠": "is not equal to",
    "<": "is less than", ">": "is greater than", "≤": "is less than or equal to",
    "≥": "is greater than or equal to", "≈": "is approximately equal to", "≡": "is identical to",
    "∝": "is proportional to", "∼": "is similar to", "∈": "is in", "∉": "is not in", "⊂": "is a subset of",
    "⊆": "is a subset of or equal to", "∪": "union", "∩": "intersection", "∀": "for all", "∃": "there exists",
    "¬": "not", "∧": "and", "∨": "or", "→": "goes to", "⇒": "implies", "⇔": "if and only if",
    "↔": "if and only if",
    "↦": "maps to", "∞": "infinity", "∂": "partial", "∇": "del", "∑": "the sum of", "∏": "the product of",
    "∫": "the integral of", "(": "open bracket", ")": "close bracket", "[": "open square bracket",
    "]": "close square bracket", "{": "open brace", "}": "close brace", "|": "bar", "‖": "double bar",
    "⟨": "open angle bracket", "⟩": "close angle bracket", "⌊": "floor of", "⌋": ",", "⌈": "ceiling of",
    "⌉": ",",
    ",": ",", ".": ".", ";": ";", ":": "to", "!": "factorial", "%": "per cent", "…": "and so on",
    "⋯": "and so on",
    "⋮": "and so on", "⋱": "and so on", "′": "prime", "°": "degrees", "∅": "the empty set", "$": "dollars",
    "£": "pounds", "€": "euros", "\u{2061}": "of", "\u{2062}": "", "\u{2063}": "", "\u{2064}": "", "": "",
  ]
}
