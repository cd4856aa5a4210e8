/// Finds brackets that belong together, so that a script can tell an expression in brackets, which
/// is one item, from a row of items (GTM 7.1), and a matrix its tall brackets (GTM 15.1).
struct FenceAssembly {
  private var levels: [(open: String, parts: [MathExpression])] = [("", [])]

  /// The parts with matching brackets made one part each. Half-open intervals match as well; a bracket
  /// without a partner stays a sign, but a table keeps it as its own.
  static func fenced(_ parts: [MathExpression]) -> [MathExpression] {
    var assembly = FenceAssembly()
    for part in withBarsAroundTables(parts) { assembly.add(part) }
    return assembly.finished()
  }

  private mutating func add(_ part: MathExpression) {
    switch part {
    case .sign(let sign) where Self.opening.contains(sign) && levels.count <= Self.deepest:
      levels.append((sign, []))
    case .sign(let sign) where Self.closing.contains(sign) && levels.count > 1:
      levels[levels.count - 2].parts.append(close(with: sign))
      levels.removeLast()
    case .scripts(.sign(let sign), let scripts) where Self.closing.contains(sign) && levels.count > 1:
      // A script set on the closing bracket is one of the whole.
      levels[levels.count - 2].parts.append(.scripts(close(with: sign), scripts))
      levels.removeLast()
    default: levels[levels.count - 1].parts.append(part)
    }
  }

  private func close(with sign: String) -> MathExpression {
    let level = levels[levels.count - 1]
    return .fenced(open: level.open, RowAssembly.row(level.parts), close: sign)
  }

  private static let opening: Set = ["(", "[", "{", "⟨", "〈"]
  private static let closing: Set = [")", "]", "}", "⟩", "〉"]
  /// How deep brackets are matched in one row; deeper ones are signs by themselves.
  private static let deepest = 5

  private mutating func finished() -> [MathExpression] {
    while levels.count > 1 {
      let level = levels.removeLast()
      if let table = level.parts.first, case .table(let rows, _) = table {
        // The brace before cases has no partner.
        levels[levels.count - 1].parts.append(.fenced(open: level.open, .table(rows, .matrix), close: ""))
        levels[levels.count - 1].parts += level.parts.dropFirst()
      } else {
        levels[levels.count - 1].parts += [.sign(level.open)] + level.parts
      }
    }
    return levels[0].parts
  }

  /// Bars right before and after a table are its brackets: it is a determinant.
  private static func withBarsAroundTables(_ parts: [MathExpression]) -> [MathExpression] {
    var result: [MathExpression] = []
    var index = 0
    while index < parts.count {
      if case .table(let rows, _) = parts[index], let bar = result.last,
        bar == .sign("|") || bar == .sign("‖"),
        index + 1 < parts.count, parts[index + 1] == bar, case .sign(let sign) = bar
      {
        result.removeLast()
        result.append(.fenced(open: sign, .table(rows, .matrix), close: sign))
        index += 2
      } else {
        result.append(parts[index])
        index += 1
      }
    }
    return result
  }
}

extension MathExpression {
  /// The signs at the top of the expression, for recognising what is drawn with several.
  var signs: [String] {
    switch self {
    case .sign(let sign): [sign]
    case .row(let parts): parts.flatMap(\.signs)
    case .identifier, .number, .text, .space, .fraction, .radical, .scripts, .limits, .fenced, .table,
      .enclosed:
      []
    }
  }
}
