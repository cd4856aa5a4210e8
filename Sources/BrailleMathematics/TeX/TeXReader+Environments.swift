extension TeXReader {
  /// `\begin{…}` to `\end{…}`.
  mutating func environment() throws(MathFault) -> MathExpression {
    let name = try rawArgument()
    guard depth < MathExpression.deepest else { throw .tooDeep }
    depth += 1
    defer { depth -= 1 }
    let plain = name.hasSuffix("*") ? String(name.dropLast()) : name
    if let brackets = Self.matrices[plain] {
      _ = try option()
      return matrix(try rows(until: .environment(name)), brackets)
    }
    switch plain {
    case "array", "tabular":
      _ = try option()
      _ = try rawArgument()
      return .table(try rows(until: .environment(name)), .matrix)
    case "cases", "dcases":
      return .fenced(open: "{", .table(try rows(until: .environment(name)), .matrix), close: "")
    case "rcases":
      return .fenced(open: "", .table(try rows(until: .environment(name)), .matrix), close: "}")
    case "alignedat", "alignat":
      _ = try rawArgument()
      return lines(try rows(until: .environment(name)))
    case "aligned", "align", "gathered", "gather", "split", "eqnarray", "multline", "equation", "displaymath",
      "math", "flalign":
      return lines(try rows(until: .environment(name)))
    default: throw .unknownCommand("\\begin{\(name)}")
    }
  }

  private static let matrices: [String: (String, String)] = [
    "matrix": ("", ""), "smallmatrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"),
    "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"), "Vmatrix": ("‖", "‖"),
  ]

  private func matrix(_ rows: [[MathExpression]], _ brackets: (String, String)) -> MathExpression {
    brackets.0.isEmpty
      ? .table(rows, .matrix) : .fenced(open: brackets.0, .table(rows, .matrix), close: brackets.1)
  }

  private func lines(_ rows: [[MathExpression]]) -> MathExpression {
    rows.count == 1 && rows[0].count == 1 ? rows[0][0] : .table(rows, .lines)
  }
}
