import BrailleMathematics
import XMLTree

/// Writes formulas as presentation MathML: elements of MathML Core (2023) wherever it has one, all of
/// them of MathML 3, which EPUB 3.3 asks for.
///
/// What a formula says is what was understood of it, so that a formula is shown, spoken and brailled
/// from one tree.
enum MathMLWriter {
  /// The namespace.
  static let namespace = "http://www.w3.org/1998/Math/MathML"

  /// A `math` element.
  ///
  /// - Parameters:
  ///   - alternative: words or source for those whose programs read no MathML.
  static func math(
    _ expression: MathExpression, isDisplayed: Bool, alternative: String?, namesNamespace: Bool
  ) -> XMLElement {
    var attributes = namesNamespace ? [XMLAttribute("xmlns", namespace)] : []
    if isDisplayed { attributes.append(XMLAttribute("display", "block")) }
    if let alternative, !alternative.allSatisfy(\.isWhitespace) {
      let words = alternative.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      attributes.append(XMLAttribute("alttext", words))
    }
    return XMLElement("math", attributes, row(of: expression))
  }

  /// The parts of a row, or the one element that an expression is.
  private static func row(of expression: MathExpression) -> [XMLNode] {
    guard case .row(let parts) = expression else { return [.element(element(expression))] }
    var nodes: [XMLNode] = []
    for (index, part) in parts.enumerated() {
      nodes.append(.element(element(part)))
      if part.isFunction, index + 1 < parts.count, parts[index + 1].isArgument {
        // The sign nobody sees that tells a program what the function is applied to.
        nodes.append(.element(XMLElement("mo", text: "\u{2061}")))
      }
    }
    return nodes
  }

  private static func element(_ expression: MathExpression) -> XMLElement {
    switch expression {
    case .row(let parts):
      return parts.count == 1 ? element(parts[0]) : XMLElement("mrow", [], row(of: expression))
    case .identifier(let name, let typeform):
      // The one variant browsers know (MathML Core, 4.2): letters that stand alone are italic without it.
      let variant = typeform == .upright ? [XMLAttribute("mathvariant", "normal")] : []
      return XMLElement("mi", variant, text: MathematicalAlphabets.styled(name, typeform))
    case .number(let digits, let typeform):
      return XMLElement("mn", text: MathematicalAlphabets.styled(digits, typeform))
    case .sign(let sign): return operation(sign)
    case .text(let words): return XMLElement("mtext", text: words)
    case .space(let ems): return XMLElement("mspace", [XMLAttribute("width", "\(width(ems))em")])
    case .fraction(let top, let bottom, let line): return fraction(top, bottom, line)
    case .radical(let radicand, let index):
      guard let index else { return XMLElement("msqrt", [], row(of: radicand)) }
      return XMLElement("mroot", [], [.element(element(radicand)), .element(element(index))])
    case .scripts(let base, let scripts): return self.scripts(base, scripts)
    case .limits(let base, let under, let over): return limits(base, under, over)
    case .fenced(let open, let inner, let close):
      return XMLElement("mrow", [], fence(open, .open) + row(of: inner) + fence(close, .close))
    case .table(let rows, let kind): return table(rows, kind)
    case .enclosed(let inner, let enclosure):
      return XMLElement("menclose", [XMLAttribute("notation", enclosure.notation)], row(of: inner))
    }
  }

  /// A sign; one that stands for nothing visible is not there.
  private static func operation(_ sign: String) -> XMLElement {
    sign.isEmpty ? XMLElement("mrow") : XMLElement("mo", text: sign == "-" ? "−" : sign)
  }

  private enum Side: String { case open = "prefix", close = "postfix" }

  /// A bracket. Bars are told from signs of their own by where they stand.
  private static func fence(_ sign: String, _ side: Side) -> [XMLNode] {
    guard !sign.isEmpty else { return [] }
    let isBar = ["|", "‖", "∣", "∥"].contains(sign)
    let attributes =
      [XMLAttribute("fence", "true")]
      + (isBar ? [XMLAttribute("form", side.rawValue), XMLAttribute("stretchy", "true")] : [])
    return [.element(XMLElement("mo", attributes, text: sign))]
  }

  private static func width(_ ems: Double) -> String {
    // Hundredths, without the errors of binary fractions.
    let hundredths = Int((ems * 100).rounded())
    let rest = "\(abs(hundredths) % 100)"
    return (hundredths < 0 ? "-" : "") + "\(abs(hundredths) / 100)."
      + String(repeating: "0", count: 2 - rest.count) + rest
  }

  private static func fraction(
    _ top: MathExpression, _ bottom: MathExpression, _ line: MathExpression.FractionLine
  ) -> XMLElement {
    let attributes =
      switch line {
      case .line: [XMLAttribute]()
      case .bevelled: [XMLAttribute("bevelled", "true")]
      case .none: [XMLAttribute("linethickness", "0")]
      }
    return XMLElement("mfrac", attributes, [.element(element(top)), .element(element(bottom))])
  }

  // MARK: - Above and below

  private static func scripts(_ base: MathExpression, _ scripts: MathExpression.Scripts) -> XMLElement {
    let base = XMLNode.element(element(base))
    let after = pairs(scripts.after)
    if scripts.before.isEmpty, after.count == 1 {
      switch (after[0].lowered, after[0].raised) {
      case (let lowered?, let raised?):
        return XMLElement("msubsup", [], [base, .element(element(lowered)), .element(element(raised))])
      case (let lowered?, nil): return XMLElement("msub", [], [base, .element(element(lowered))])
      case (nil, let raised?): return XMLElement("msup", [], [base, .element(element(raised))])
      case (nil, nil): break
      }
    }
    func nodes(_ pairs: [Pair]) -> [XMLNode] {
      // An empty row stands for no script (MathML Core, 3.4.3).
      pairs.flatMap { pair in
        [pair.lowered, pair.raised].map { .element($0.map(element) ?? XMLElement("mrow")) }
      }
    }
    let before = pairs(scripts.before)
    return XMLElement(
      "mmultiscripts", [],
      [base] + nodes(after) + (before.isEmpty ? [] : [.element(XMLElement("mprescripts"))] + nodes(before)))
  }

  private struct Pair {
    var lowered: MathExpression?
    var raised: MathExpression?
  }

  /// Scripts set one above the other where a lowered and a raised one follow each other.
  private static func pairs(_ scripts: [MathExpression.Script]) -> [Pair] {
    var pairs: [Pair] = []
    for script in scripts {
      switch script.level {
      case .lowered:
        if let last = pairs.last, last.lowered == nil {
          pairs[pairs.count - 1].lowered = script.expression
        } else {
          pairs.append(Pair(lowered: script.expression))
        }
      case .raised:
        if let last = pairs.last, last.raised == nil {
          pairs[pairs.count - 1].raised = script.expression
        } else {
          pairs.append(Pair(raised: script.expression))
        }
      }
    }
    return pairs
  }

  private static func limits(
    _ base: MathExpression, _ under: MathExpression?, _ over: MathExpression?
  ) -> XMLElement {
    let base = element(base)
    switch (under, over) {
    case (let under?, let over?):
      return XMLElement(
        "munderover", [], [.element(base), .element(element(under)), .element(element(over))])
    case (let under?, nil):
      let accent = isAccent(under) ? [XMLAttribute("accentunder", "true")] : []
      return XMLElement("munder", accent, [.element(base), .element(element(under))])
    case (nil, let over?):
      let accent = isAccent(over) ? [XMLAttribute("accent", "true")] : []
      return XMLElement("mover", accent, [.element(base), .element(element(over))])
    case (nil, nil): return base
    }
  }

  private static func isAccent(_ expression: MathExpression) -> Bool {
    if case .sign(let sign) = expression { "¯^~→←↔˙¨…ˇ˘´`˚⏞⌒⏟".contains(sign) } else { false }
  }

  private static func table(
    _ rows: [[MathExpression]], _ kind: MathExpression.TableKind
  ) -> XMLElement {
    let attributes =
      switch kind {
      case .matrix: [XMLAttribute]()
      case .lines:
        [
          XMLAttribute("class", "equations"), XMLAttribute("displaystyle", "true"),
          XMLAttribute("columnalign", "right left"),
        ]
      }
    return XMLElement(
      "mtable", attributes,
      rows.map { row in
        .element(
          XMLElement("mtr", [], row.map { .element(XMLElement("mtd", [], self.row(of: $0))) }))
      })
  }
}

extension MathExpression {
  /// Whether it is the name of a function, with or without scripts.
  fileprivate var isFunction: Bool {
    switch self {
    case .identifier(let name, _): Self.functions.contains(name)
    case .scripts(let base, let scripts): scripts.before.isEmpty && base.isFunction
    case .limits(let base, _, _): base.isFunction
    case .row, .number, .sign, .text, .space, .fraction, .radical, .fenced, .table, .enclosed: false
    }
  }

  /// Whether a function can be applied to it.
  fileprivate var isArgument: Bool {
    switch self {
    case .identifier, .number, .fraction, .radical, .fenced, .limits, .enclosed, .scripts: true
    case .row(let parts): parts.first?.isArgument ?? false
    case .sign, .text, .space, .table: false
    }
  }

  private static let functions: Set<String> = [
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim", "exp",
    "gcd", "inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min", "Pr", "sec", "sin",
    "sinh", "sup", "tan", "tanh",
  ]
}

extension MathExpression.Enclosure {
  /// MathML's word for it.
  fileprivate var notation: String {
    switch self {
    case .box: "box"
    case .circle: "circle"
    case .stroke: "updiagonalstrike"
    }
  }
}
