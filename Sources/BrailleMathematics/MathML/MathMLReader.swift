/// Reads presentation MathML (MathML 3, chapter 3).
///
/// What only concerns size, colour and place is passed over; content MathML is not read, and of
/// `semantics` the presentation is.
public struct MathMLReader {
  /// Reads a serialised `math` element.
  ///
  /// - Throws: ``MathFault`` when it is not well-formed, nests too deep, or holds an element that is
  ///   not read; nothing of the formula may then be shown as understood.
  public static func read(_ markup: String) throws(MathFault) -> MathExpression {
    try MathMLReader().children(of: MathMLTree.read(markup), depth: 0).checkedForDepth()
  }

  typealias Element = MathMLTree.Element

  // MARK: Rows

  func children(of element: Element, depth: Int) throws(MathFault) -> MathExpression {
    RowAssembly.row(FenceAssembly.fenced(try parts(of: element, depth: depth)))
  }

  private func parts(of element: Element, depth: Int) throws(MathFault) -> [MathExpression] {
    var parts: [MathExpression] = []
    for child in element.children {
      switch child {
      case .element(let child):
        if isTransparent(child) {
          guard depth < MathExpression.deepest else { throw .tooDeep }
          parts += try self.parts(of: child, depth: depth + 1)
        } else {
          parts.append(try expression(child, depth: depth + 1))
        }
      case .text(let string):
        // Characters that stand in no token are shown by no browser, and are words all the same.
        let words = string.split(whereSeparator: \.isWhitespace)
        if !words.isEmpty { parts.append(.text(words.joined(separator: " "))) }
      }
    }
    return parts
  }

  /// Elements that only group, size or space what is in them.
  private func isTransparent(_ element: Element) -> Bool {
    ["mrow", "mstyle", "mpadded", "math"].contains(element.name)
  }

  /// The children of an element as arguments, of which it has `count`.
  func arguments(
    of element: Element, _ count: Int, depth: Int
  ) throws(MathFault) -> [MathExpression] {
    let elements = element.elements
    guard elements.count == count else {
      throw .malformed("\(element.name) has \(elements.count) parts and wants \(count)")
    }
    var result: [MathExpression] = []
    for element in elements { result.append(try expression(element, depth: depth + 1)) }
    return result
  }

  // MARK: Elements

  func expression(_ element: Element, depth: Int) throws(MathFault) -> MathExpression {
    guard depth < MathExpression.deepest else { throw .tooDeep }
    switch element.name {
    case "mi", "mn", "mo", "mtext", "ms": return try token(element, depth: depth)
    case "mspace": return space(element)
    case "math", "mrow", "mstyle", "mpadded", "merror": return try children(of: element, depth: depth)
    case "mphantom", "none", "mprescripts", "maligngroup", "malignmark", "annotation", "annotation-xml":
      return .empty
    case "mglyph": return .text(element.attributes["alt"] ?? "")
    case "semantics", "maction":
      guard let first = element.elements.first else { return .empty }
      return try expression(first, depth: depth + 1)
    case "mfrac":
      let parts = try arguments(of: element, 2, depth: depth)
      return .fraction(parts[0], over: parts[1], line(of: element))
    case "msqrt": return .radical(try children(of: element, depth: depth), index: nil)
    case "mroot":
      let parts = try arguments(of: element, 2, depth: depth)
      return .radical(parts[0], index: parts[1])
    case "msub", "msup", "msubsup", "mmultiscripts": return try scripts(element, depth: depth)
    case "munder", "mover", "munderover": return try limits(element, depth: depth)
    case "mfenced": return try fenced(element, depth: depth)
    case "menclose": return try enclosed(element, depth: depth)
    case "mtable": return try table(element, depth: depth)
    default: throw .unknownElement(element.name)
    }
  }

  private func line(of element: Element) -> MathExpression.FractionLine {
    if element.attributes["bevelled"] == "true" { return .bevelled }
    let thickness = (element.attributes["linethickness"] ?? "1").prefix { $0.isNumber || $0 == "." }
    return Double(thickness) == 0 ? .none : .line
  }

  private func space(_ element: Element) -> MathExpression {
    let width = element.attributes["width"] ?? "0"
    let number = Double(width.prefix { $0.isNumber || $0 == "." || $0 == "-" }) ?? 0
    return .space(ems: width.hasSuffix("px") || width.hasSuffix("pt") ? number / 12 : number)
  }

  private func limits(_ element: Element, depth: Int) throws(MathFault) -> MathExpression {
    let both = element.name == "munderover"
    let parts = try arguments(of: element, both ? 3 : 2, depth: depth)
    if let arrows = equilibrium(parts) { return arrows }
    return .limits(
      parts[0], under: element.name == "mover" ? nil : parts[1],
      over: both ? parts[2] : element.name == "mover" ? parts[1] : nil)
  }

  /// Harpoons one over the other, as formatters of chemistry draw the sign of equilibrium (GTM 16.5).
  private func equilibrium(_ parts: [MathExpression]) -> MathExpression? {
    let lower = parts[0].signs
    let upper = parts.last?.signs ?? []
    return lower.contains("↽") && upper.contains("⇀") ? .sign("⇌") : nil
  }

  private func fenced(_ element: Element, depth: Int) throws(MathFault) -> MathExpression {
    let separators = (element.attributes["separators"] ?? ",").filter { !$0.isWhitespace }.map(String.init)
    var parts: [MathExpression] = []
    for (index, child) in element.elements.enumerated() {
      if index > 0, let last = separators.last {
        parts.append(.sign(index <= separators.count ? separators[index - 1] : last))
      }
      parts.append(try expression(child, depth: depth + 1))
    }
    return .fenced(
      open: element.attributes["open"] ?? "(", RowAssembly.row(FenceAssembly.fenced(parts)),
      close: element.attributes["close"] ?? ")")
  }

  private func enclosed(_ element: Element, depth: Int) throws(MathFault) -> MathExpression {
    var inner = try children(of: element, depth: depth)
    let notations = (element.attributes["notation"] ?? "longdiv").split(whereSeparator: \.isWhitespace)
    for notation in notations {
      switch notation {
      case "radical": inner = .radical(inner, index: nil)
      case "top", "actuarial": inner = .limits(inner, under: nil, over: .sign("¯"))
      case "bottom": inner = .limits(inner, under: .sign("¯"), over: nil)
      case "box", "roundedbox": inner = .enclosed(inner, .box)
      case "circle": inner = .enclosed(inner, .circle)
      case "updiagonalstrike", "downdiagonalstrike", "verticalstrike", "horizontalstrike":
        inner = .enclosed(inner, .stroke)
      default: throw .unknownElement("menclose notation=\(notation)")
      }
    }
    return inner
  }

  private func table(_ element: Element, depth: Int) throws(MathFault) -> MathExpression {
    var rows: [[MathExpression]] = []
    for row in element.elements {
      guard row.name == "mtr" || row.name == "mlabeledtr" else { throw .unknownElement(row.name) }
      var cells: [MathExpression] = []
      for cell in row.elements {
        guard cell.name == "mtd" else { throw .unknownElement(cell.name) }
        cells.append(try children(of: cell, depth: depth + 1))
      }
      rows.append(cells)
    }
    return .table(rows, .lines)
  }
}
