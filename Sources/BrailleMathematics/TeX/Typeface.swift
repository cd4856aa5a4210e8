/// A typeface a command asks for, and what it makes of letters.
enum Typeface {
  /// Upright: letters side by side are one name.
  case roman
  /// Slanted, as variables are anyway.
  case italic
  case styled(MathTypeform)

  /// The typeface of a command with an argument.
  init?(command name: String) {
    switch name {
    case "mathrm", "mathsf", "mathtt", "mathnormal", "mathup": self = .roman
    case "mathit": self = .italic
    case "mathbf", "boldsymbol", "bm", "pmb", "mathbfit": self = .styled(.bold)
    case "mathcal", "mathscr": self = .styled(.script)
    case "mathfrak": self = .styled(.fraktur)
    case "mathbb", "mathds", "Bbb": self = .styled(.doubleStruck)
    default: return nil
    }
  }

  /// The typeface of an old switch, which holds to the end of the group.
  init?(oldSwitch name: String) {
    switch name {
    case "rm", "sf", "tt": self = .roman
    case "it", "sl": self = .italic
    case "bf": self = .styled(.bold)
    case "cal": self = .styled(.script)
    default: return nil
    }
  }

  /// An expression in the typeface.
  func applied(to expression: MathExpression) -> MathExpression {
    switch self {
    case .italic: expression
    case .roman: expression.withNames
    case .styled(let typeform): expression.styled(typeform)
    }
  }
}

extension MathExpression {
  /// With letters side by side joined into names; a small letter that has a script ends the name it is
  /// in, as the a of Ca₂ does.
  fileprivate var withNames: MathExpression {
    guard case .row(let parts) = self else { return self }
    var result: [MathExpression] = []
    for part in parts {
      guard case .identifier(let name, .regular)? = result.last else {
        result.append(part)
        continue
      }
      switch part {
      case .identifier(let letter, .regular): result[result.count - 1] = .identifier(name + letter, .regular)
      case .scripts(.identifier(let letter, .regular), let scripts)
      where scripts.before.isEmpty && letter.first?.isLowercase == true:
        result[result.count - 1] = .scripts(.identifier(name + letter, .regular), scripts)
      case .sign("-"), .sign("−"): result.append(.sign("‐"))
      case .row, .identifier, .number, .sign, .text, .space, .fraction, .radical, .scripts, .limits, .fenced,
        .table, .enclosed:
        result.append(part)
      }
    }
    return result.count == 1 ? result[0] : .row(result)
  }

  /// With every letter and number in a typeform.
  fileprivate func styled(_ typeform: MathTypeform) -> MathExpression {
    switch self {
    case .row(let parts): .row(parts.map { $0.styled(typeform) })
    case .identifier(let name, .regular): .identifier(name, typeform)
    case .number(let digits, .regular): .number(digits, typeform)
    case .identifier, .number, .sign, .text, .space: self
    case .fraction(let top, let bottom, let line):
      .fraction(top.styled(typeform), over: bottom.styled(typeform), line)
    case .radical(let radicand, let index):
      .radical(radicand.styled(typeform), index: index?.styled(typeform))
    case .scripts(let base, var scripts):
      .scripts(base.styled(typeform), scripts.mapped { $0.styled(typeform) })
    case .limits(let base, let under, let over):
      .limits(base.styled(typeform), under: under?.styled(typeform), over: over?.styled(typeform))
    case .fenced(let open, let inner, let close): .fenced(open: open, inner.styled(typeform), close: close)
    case .table(let rows, let kind): .table(rows.map { $0.map { $0.styled(typeform) } }, kind)
    case .enclosed(let inner, let enclosure): .enclosed(inner.styled(typeform), enclosure)
    }
  }
}

extension MathExpression.Scripts {
  fileprivate mutating func mapped(_ change: (MathExpression) -> MathExpression) -> Self {
    for index in before.indices { before[index].expression = change(before[index].expression) }
    for index in after.indices { after[index].expression = change(after[index].expression) }
    return self
  }
}
