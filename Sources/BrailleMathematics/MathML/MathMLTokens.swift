extension MathMLReader {
  /// Elements that hold characters (MathML 3, 3.2).
  func token(_ element: Element, depth: Int) throws(MathFault) -> MathExpression {
    let text = element.text
    let images = element.elements.filter { $0.name == "mglyph" }.compactMap { $0.attributes["alt"] }
    if let first = images.first { return .text(text.isEmpty ? first : text + " " + first) }
    guard !text.isEmpty else { return .empty }
    let typeform = MathTypeform(variant: element.attributes["mathvariant"])
    switch element.name {
    case "mn": return Self.number(text, typeform)
    case "mo": return Self.signs(text)
    case "mi":
      let name = Self.identifier(text, typeform)
      guard case .identifier(let letter, .regular) = name, letter.count == 1,
        element.attributes["mathvariant"] == "normal"
      else { return name }
      return .identifier(letter, .upright)
    default: return Self.words(text)
    }
  }

  /// An identifier, whose letters may be the styled ones Unicode has.
  static func identifier(_ text: String, _ typeform: MathTypeform) -> MathExpression {
    let plain = StyledLetters.plain(text)
    if plain.text.unicodeScalars.count == 1, let scalar = plain.text.unicodeScalars.first,
      !scalar.properties.isAlphabetic
    {
      return signs(plain.text)
    }
    if plain.text.contains(where: { $0.isWhitespace || $0 == "\u{A0}" }) { return words(plain.text) }
    return .identifier(plain.text, typeform == .regular ? plain.typeform : typeform)
  }

  /// A number; a fraction that is one character is a fraction, and what is no number a name.
  static func number(_ text: String, _ typeform: MathTypeform) -> MathExpression {
    var parts: [MathExpression] = []
    for character in text {
      if let fraction = VulgarFraction(character) {
        parts.append(fraction.expression)
        continue
      }
      let plain = StyledLetters.plain(String(character))
      let form = typeform == .regular ? plain.typeform : typeform
      guard plain.text.allSatisfy({ $0.isWholeNumber || "., \u{A0}\u{202F}\u{2009}".contains($0) }) else {
        return identifier(text, typeform)
      }
      if case .number(let digits, form) = parts.last {
        parts[parts.count - 1] = .number(digits + plain.text, form)
      } else {
        parts.append(.number(plain.text, form))
      }
    }
    return parts.count == 1 ? parts[0] : .row(parts)
  }

  /// Signs: an operator of several characters is one sign if there is such a sign, else several.
  static func signs(_ text: String) -> MathExpression {
    if let one = SignTable.shared.joined[text] { return .sign(one) }
    var parts: [MathExpression] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{2061}"..."\u{2064}", "\u{200B}"..."\u{200D}", "\u{2060}", "\u{FEFF}", "\u{FE00}"..."\u{FE0F}":
        continue
      case "\u{A0}", " ", "\u{2003}", "\u{2002}": parts.append(.space(ems: 1))
      case "\u{2004}"..."\u{200A}", "\u{202F}", "\u{205F}": continue
      case let scalar where RaisedSign(scalar) != nil:
        if let raised = RaisedSign(scalar) {
          parts.append(.scripts(.empty, .init(after: [.init(raised.level, .sign(raised.sign))])))
        }
      case let scalar where scalar.properties.numericType == .decimal:
        parts.append(.number(String(scalar), .regular))
      case let scalar where scalar.properties.isAlphabetic: parts.append(identifier(String(scalar), .regular))
      default: parts.append(.sign(String(scalar)))
      }
    }
    // Letters of one operator are one name, as those of `mod` are.
    if parts.count > 1, text.allSatisfy(\.isLetter) { return .identifier(text, .regular) }
    return parts.count == 1 ? parts[0] : .row(parts)
  }

  /// Words, with the blanks that part them and those at the ends (which are no-break spaces).
  static func words(_ text: String) -> MathExpression {
    let visible = String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { !("\u{2061}"..."\u{2064}").contains($0) && $0 != "\u{200B}" }))
    var parts: [MathExpression] = []
    if visible.first?.isWhitespace == true { parts.append(.space(ems: 1)) }
    for (index, word) in visible.split(whereSeparator: \.isWhitespace).enumerated() {
      if index > 0 { parts.append(.space(ems: 1)) }
      parts.append(.text(String(word)))
    }
    if visible.last?.isWhitespace == true, parts.count > 1 || parts.first != .space(ems: 1) {
      parts.append(.space(ems: 1))
    }
    return parts.count == 1 ? parts[0] : .row(parts)
  }
}

extension MathTypeform {
  /// The typeform a `mathvariant` asks for.
  init(variant: String?) {
    switch variant {
    case "bold", "bold-italic", "bold-sans-serif", "sans-serif-bold-italic": self = .bold
    case "script", "bold-script": self = .script
    case "fraktur", "bold-fraktur": self = .fraktur
    case "double-struck": self = .doubleStruck
    default: self = .regular
    }
  }
}

/// A sign that Unicode has raised or lowered (⁺, ₌).
struct RaisedSign {
  var level: MathExpression.Level
  var sign: String

  init?(_ scalar: Unicode.Scalar) {
    let plain = "+−=()"
    for (level, list) in [(MathExpression.Level.raised, "⁺⁻⁼⁽⁾"), (.lowered, "₊₋₌₍₎")] {
      if let place = Array(list.unicodeScalars).firstIndex(of: scalar) {
        self.level = level
        sign = String(Array(plain.unicodeScalars)[place])
        return
      }
    }
    return nil
  }
}

/// A fraction that is one character: ½, ⅔.
struct VulgarFraction {
  var top: Int
  var bottom: Int

  init?(_ character: Character) {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      let value = scalar.properties.numericValue, scalar.properties.numericType == .numeric, value < 1,
      let bottom = (2...10).first(where: { abs((value * Double($0)).rounded() - value * Double($0)) < 1e-6 })
    else { return nil }
    top = Int((value * Double(bottom)).rounded())
    self.bottom = bottom
  }

  var expression: MathExpression {
    .fraction(.number("\(top)", .regular), over: .number("\(bottom)", .regular), .line)
  }
}
