import XMLTree

/// How wide a formula is, before there is a page to measure it on: rather too much than too little.
enum FormulaWidth {
  /// The width of a `math` element of presentation MathML, in sizes of the text.
  static func ems(of element: XMLElement) -> Double {
    let parts = element.children.compactMap { node -> XMLElement? in
      if case .element(let child) = node { child } else { nil }
    }
    func sum(_ elements: ArraySlice<XMLElement>) -> Double { elements.reduce(0) { $0 + ems(of: $1) } }
    func widest(_ elements: [XMLElement]) -> Double { elements.map(ems(of:)).max() ?? 0 }
    switch element.name {
    case "mi", "mn", "mtext", "ms": return Double(element.children.plainText.count) * 0.62
    // Signs may have space on both sides.
    case "mo": return Double(element.children.plainText.count) * 0.7 + 0.56
    case "mspace":
      let width = element.attribute("width") ?? ""
      return width.hasSuffix("em") ? Double(width.dropLast(2)) ?? 1 : 1
    case "mfrac", "munder", "mover", "munderover": return widest(parts) + 0.2
    case "msqrt", "mroot": return sum(parts[...]) + 1
    case "msubsup": return ems(of: parts.first) + widest(Array(parts.dropFirst()))
    case "mtable":
      let rows = parts.map { row in
        row.children.compactMap { node -> Double? in
          if case .element(let cell) = node { ems(of: cell) } else { nil }
        }
      }
      let columns = rows.map(\.count).max() ?? 0
      return (0..<columns).reduce(0) { total, column in
        total + (rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }.max() ?? 0) + 0.8
      }
    // Of what has several forms, the first is shown.
    case "semantics", "maction": return ems(of: parts.first)
    case "annotation", "annotation-xml": return 0
    default: return sum(parts[...])
    }
  }

  private static func ems(of element: XMLElement?) -> Double { element.map(ems(of:)) ?? 0 }
}
