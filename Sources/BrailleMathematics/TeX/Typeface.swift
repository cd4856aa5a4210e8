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
    case .roman: expression.withNames.upright
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
    leavesMapped { leaf in
      switch leaf {
      case .identifier(let name, .regular): .identifier(name, typeform)
      case .number(let digits, .regular): .number(digits, typeform)
      case .row, .identifier, .number, .sign, .text, .space, .fraction, .radical, .scripts, .limits, .fenced,
        .table, .enclosed:
        leaf
      }
    }
  }

  /// With every letter that stands alone upright; names are so anyway.
  fileprivate var upright: MathExpression {
    leavesMapped { leaf in
      guard case .identifier(let name, .regular) = leaf, name.count == 1 else { return leaf }
      return .identifier(name, .upright)
    }
  }
}

extension MathExpression {
  /// With upright letters as letters like any other: braille has no sign for them (GTM 2.7).
  var withoutUpright: MathExpression {
    leavesMapped { leaf in
      guard case .identifier(let name, .upright) = leaf else { return leaf }
      return .identifier(name, .regular)
    }
  }

  /// With what holds no other expression changed.
  private func leavesMapped(_ change: (MathExpression) -> MathExpression) -> MathExpression {
    switch self {
    case .identifier, .number, .sign, .text, .space: return change(self)
    case .row(let parts): return .row(parts.map { $0.leavesMapped(change) })
    case .fraction(let top, let bottom, let line):
      return .fraction(top.leavesMapped(change), over: bottom.leavesMapped(change), line)
    case .radical(let radicand, let index):
      return .radical(radicand.leavesMapped(change), index: index?.leavesMapped(change))
    case .scripts(let base, var scripts):
      for index in scripts.before.indices {
        scripts.before[index].expression = scripts.before[index].expression.leavesMapped(change)
      }
      for index in scripts.after.indices {
        scripts.after[index].expression = scripts.after[index].expression.leavesMapped(change)
      }
      return .scripts(base.leavesMapped(change), scripts)
    case .limits(let base, let under, let over):
      return .limits(
        base.leavesMapped(change), under: under?.leavesMapped(change), over: over?.leavesMapped(change))
    case .fenced(let open, let inner, let close):
      return .fenced(open: open, inner.leavesMapped(change), close: close)
    case .table(let rows, let kind): return .table(rows.map { $0.map { $0.leavesMapped(change) } }, kind)
    case .enclosed(let inner, let enclosure): return .enclosed(inner.leavesMapped(change), enclosure)
    }
  }
}
