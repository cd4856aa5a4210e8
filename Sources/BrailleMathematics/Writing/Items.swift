/// What UEB asks of an expression before it writes it.
extension MathExpression {
  /// Whether it is room and nothing else.
  var isSpace: Bool {
    switch self {
    case .space: true
    case .row(let parts): parts.allSatisfy(\.isSpace)
    case .identifier, .number, .sign, .text, .fraction, .radical, .scripts, .limits, .fenced, .table,
      .enclosed:
      false
    }
  }

  /// Whether it is a sign of comparison or an arrow, with or without something over and under it.
  var isRelation: Bool { mainSign.flatMap { SignTable.shared[sign: $0] }?.kind == .relation }

  /// Whether it is a sign of operation.
  var isOperation: Bool { mainSign.flatMap { SignTable.shared[sign: $0] }?.kind == .operation }

  private var mainSign: String? {
    switch self {
    case .sign(let sign): sign
    case .scripts(let base, _): base.mainSign
    case .limits(let base, _, _): base.mainSign
    case .row, .identifier, .number, .text, .space, .fraction, .radical, .fenced, .table, .enclosed: nil
    }
  }

  /// Whether a level change indicator takes all of it without grouping (GTM 7.1): a number, a fraction,
  /// a root, an expression in round, square or curly brackets, or one sign.
  var isItem: Bool {
    switch self {
    case .number, .radical, .sign, .enclosed: true
    case .fraction(_, _, let line): line == .line
    case .identifier, .text: isOneSign
    case .fenced(let open, let inner, let close):
      ["(", "[", "{"].contains(open) && [")", "]", "}"].contains(close) && !inner.isTable
    case .row(let parts): parts.count == 1 && parts[0].isItem
    case .space, .scripts, .limits, .table: false
    }
  }

  /// Whether it is one sign: one letter, or one operator.
  var isOneSign: Bool {
    switch self {
    case .identifier(let name, _): name.unicodeScalars.count == 1
    case .text(let text): text.unicodeScalars.count == 1
    case .sign: true
    case .row(let parts): parts.count == 1 && parts[0].isOneSign
    case .number, .space, .fraction, .radical, .scripts, .limits, .fenced, .table, .enclosed: false
    }
  }

  /// Whether it is several capitals that name a line, an arc or the like.
  var isNameOfPoints: Bool {
    switch self {
    case .identifier(let name, _): name.unicodeScalars.count > 1 && name.allSatisfy(\.isUppercase)
    case .row, .number, .sign, .text, .space, .fraction, .radical, .scripts, .limits, .fenced, .table,
      .enclosed:
      false
    }
  }

  /// Whether it is several things side by side.
  var isUnbracketedRow: Bool {
    switch self {
    case .row(let parts): parts.count > 1
    case .identifier, .number, .sign, .text, .space, .fraction, .radical, .scripts, .limits, .fenced,
      .table, .enclosed:
      false
    }
  }

  private var isTable: Bool {
    switch self {
    case .table: true
    case .row, .identifier, .number, .sign, .text, .space, .fraction, .radical, .scripts, .limits, .fenced,
      .enclosed:
      false
    }
  }

  /// Whether print always raises it, so that no indicator says so: primes, degrees, asterisks
  /// (RUEB 3.11, 3.15).
  var standsRaisedByItself: Bool {
    switch self {
    case .sign(let sign): ["′", "″", "‴", "⁗", "°", "˚", "'", "’", "*", "∗", "†", "‡"].contains(sign)
    case .row(let parts): !parts.isEmpty && parts.allSatisfy(\.standsRaisedByItself)
    case .identifier, .number, .text, .space, .fraction, .radical, .scripts, .limits, .fenced, .table,
      .enclosed:
      false
    }
  }
}
