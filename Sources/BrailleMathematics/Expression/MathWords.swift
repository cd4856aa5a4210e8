extension MathExpression {
  /// Every identifier, number and text of the tree, in reading order: what no writer may lose.
  public var words: [String] {
    var words: [String] = []
    collect(&words)
    return words
  }

  private func collect(_ words: inout [String]) {
    switch self {
    case .row(let parts): for part in parts { part.collect(&words) }
    case .identifier(let name, _): words.append(name)
    case .number(let digits, _): words.append(digits)
    case .text(let text): words.append(text)
    case .sign, .space: break
    case .fraction(let top, let bottom, _):
      top.collect(&words)
      bottom.collect(&words)
    case .radical(let radicand, let index):
      index?.collect(&words)
      radicand.collect(&words)
    case .scripts(let base, let scripts):
      for script in scripts.before { script.expression.collect(&words) }
      base.collect(&words)
      for script in scripts.after { script.expression.collect(&words) }
    case .limits(let base, let under, let over):
      base.collect(&words)
      under?.collect(&words)
      over?.collect(&words)
    case .fenced(_, let inner, _): inner.collect(&words)
    case .table(let rows, _): for cell in rows.joined() { cell.collect(&words) }
    case .enclosed(let inner, _): inner.collect(&words)
    }
  }
}
