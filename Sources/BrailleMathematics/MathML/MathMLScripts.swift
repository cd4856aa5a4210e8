extension MathMLReader {
  /// Elements that raise and lower (MathML 3, 3.4).
  func scripts(_ element: Element, depth: Int) throws(MathFault) -> MathExpression {
    switch element.name {
    case "msub":
      let parts = try arguments(of: element, 2, depth: depth)
      return Self.scripts(parts[0], [.init(.lowered, parts[1])])
    case "msup":
      let parts = try arguments(of: element, 2, depth: depth)
      return Self.scripts(parts[0], [.init(.raised, parts[1])])
    case "msubsup":
      let parts = try arguments(of: element, 3, depth: depth)
      return Self.scripts(parts[0], [.init(.lowered, parts[1]), .init(.raised, parts[2])])
    default: return try multiscripts(element, depth: depth)
    }
  }

  private func multiscripts(_ element: Element, depth: Int) throws(MathFault) -> MathExpression {
    let elements = element.elements
    guard let base = elements.first else { throw .malformed("mmultiscripts is empty") }
    let list = elements.dropFirst()
    let split = list.firstIndex { $0.name == "mprescripts" } ?? list.endIndex
    let after = try pairs(list[..<split], depth: depth)
    let before = split < list.endIndex ? try pairs(list[(split + 1)...], depth: depth) : []
    return .scripts(
      try expression(base, depth: depth + 1), MathExpression.Scripts(before: before, after: after))
  }

  /// Scripts in pairs, lowered and raised; an empty one is none.
  private func pairs(
    _ elements: ArraySlice<Element>, depth: Int
  ) throws(MathFault) -> [MathExpression.Script] {
    guard elements.count.isMultiple(of: 2) else { throw .malformed("mmultiscripts has an odd script") }
    var scripts: [MathExpression.Script] = []
    for (index, element) in elements.enumerated() {
      let script = try expression(element, depth: depth + 1)
      if script == .empty { continue }
      scripts.append(.init(index.isMultiple(of: 2) ? .lowered : .raised, script))
    }
    return scripts
  }

  /// A base with scripts after it; those of a base that has some already come after them, and what
  /// hangs on an empty base stands before what follows, or after what comes before.
  static func scripts(_ base: MathExpression, _ after: [MathExpression.Script]) -> MathExpression {
    if case .scripts(let inner, var scripts) = base {
      scripts.after += after
      return .scripts(inner, scripts)
    }
    return .scripts(base, MathExpression.Scripts(after: after))
  }
}
