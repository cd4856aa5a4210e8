import BrailleMathematics
import XMLTree

/// A formula as a drawing, for players that show no MathML: the `altimg` that MathML in DAISY asks for.
///
/// Widths of letters are estimates that the drawing then holds its reader's font to, so that it looks
/// alike wherever it is shown. It is set plainly; the MathML beside it is the formula.
enum FormulaPicture {
  /// The drawing.
  ///
  /// - Parameter words: what it is called for those who do not see it.
  static func svg(_ expression: MathExpression, words: String) -> XMLElement {
    let box = FormulaBox.set(expression)
    let margin = 0.2
    let width = pixels(box.width + 2 * margin)
    let height = pixels(box.ascent + box.descent + 2 * margin)
    let paper = XMLElement(
      "rect", [XMLAttribute("width", width), XMLAttribute("height", height), XMLAttribute("fill", "#ffffff")])
    let drawing = XMLElement(
      "g",
      [
        XMLAttribute("transform", "translate(\(pixels(margin)) \(pixels(margin + box.ascent)))"),
        XMLAttribute("font-size", pixels(1)),
        XMLAttribute("font-family", "STIX Two Math, Cambria Math, Latin Modern Math, serif"),
        XMLAttribute("stroke", "none"), XMLAttribute("fill", "#000000"),
      ], box.nodes)
    return XMLElement(
      "svg",
      [
        XMLAttribute("xmlns", "http://www.w3.org/2000/svg"), XMLAttribute("width", width),
        XMLAttribute("height", height), XMLAttribute("viewBox", "0 0 \(width) \(height)"),
      ], [.element(XMLElement("title", text: words)), .element(paper), .element(drawing)])
  }

  /// How many pixels an em is.
  private static let em = 32.0

  /// Ems in pixels, to the hundredth, without the errors of binary fractions.
  static func pixels(_ ems: Double) -> String {
    let hundredths = Int((ems * em * 100).rounded())
    let rest = "\(abs(hundredths) % 100)"
    return (hundredths < 0 ? "-" : "") + "\(abs(hundredths) / 100)"
      + (rest == "0" ? "" : "." + String(repeating: "0", count: 2 - rest.utf8.count) + rest)
  }
}

/// A part of a formula, set: how much room it takes, in ems, and what is drawn from its left end on the
/// line.
struct FormulaBox {
  var width = 0.0
  var ascent = 0.7
  var descent = 0.2
  var nodes: [XMLNode] = []

  /// How far above the line signs have their middle, where fractions have theirs.
  private static let axis = 0.26
  private static let script = 0.7
  private static let line = 0.05

  // MARK: - Kinds of expressions

  /// An expression, set.
  static func set(_ expression: MathExpression) -> FormulaBox {
    switch expression {
    case .row(let parts): return row(parts.map(set))
    case .identifier(let name, let typeform):
      let isVariable = name.count == 1 && typeform == .regular
      let box = text(MathematicalAlphabets.styled(name, typeform), isSlanted: isVariable)
      // The name of a function stands a little apart from what it is of.
      return name.count > 1 ? row([box, FormulaBox(width: 0.15)]) : box
    case .number(let digits, let typeform): return text(MathematicalAlphabets.styled(digits, typeform))
    case .sign(let sign): return operation(sign)
    case .text(let words): return text(words)
    case .space(let ems): return FormulaBox(width: max(0, ems))
    case .fraction(let top, let bottom, let line): return fraction(set(top), set(bottom), line)
    case .radical(let radicand, let index): return root(set(radicand), index.map(set))
    case .scripts(let base, let scripts): return self.scripts(set(base), scripts)
    case .limits(let base, let under, let over): return limits(set(base), under.map(set), over.map(set))
    case .fenced(let open, let inner, let close):
      let inside = set(inner)
      return row([bracket(open, around: inside), inside, bracket(close, around: inside)])
    case .table(let rows, let kind): return table(rows.map { $0.map(set) }, kind)
    case .enclosed(let inner, let enclosure): return enclosed(set(inner), enclosure)
    }
  }

  private static func row(_ parts: [FormulaBox]) -> FormulaBox {
    var result = FormulaBox()
    for part in parts {
      result.place(part, x: result.width, y: 0)
      result.width += part.width
    }
    return result
  }

  /// Characters, held to their estimated width.
  private static func text(_ string: String, isSlanted: Bool = false) -> FormulaBox {
    guard !string.allSatisfy(\.isWhitespace) else { return FormulaBox(width: 0.25 * Double(string.count)) }
    let width = string.reduce(0) { $0 + advance(of: $1) }
    var attributes = isSlanted ? [XMLAttribute("font-style", "italic")] : []
    attributes.append(XMLAttribute("textLength", FormulaPicture.pixels(width)))
    attributes.append(XMLAttribute("lengthAdjust", "spacingAndGlyphs"))
    return FormulaBox(width: width, nodes: [.element(XMLElement("text", attributes, text: string))])
  }

  /// A sign, with the room print gives it.
  private static func operation(_ sign: String) -> FormulaBox {
    let isInvisible = sign.unicodeScalars.allSatisfy { (0x2061...0x2064).contains($0.value) }
    guard !isInvisible else { return FormulaBox() }
    let sign = sign == "-" ? "−" : sign
    let inner = text(sign)
    let apart = sign.unicodeScalars.allSatisfy {
      [.mathSymbol].contains($0.properties.generalCategory) && !"∑∏∫/".unicodeScalars.contains($0)
    }
    let room = apart ? 0.22 : [",", ";", ":"].contains(sign) ? 0.17 : 0
    let before = apart ? room : 0
    var result = FormulaBox(width: inner.width + before + room)
    result.place(inner, x: before, y: 0)
    return result
  }

  private static func fraction(
    _ top: FormulaBox, _ bottom: FormulaBox, _ line: MathExpression.FractionLine
  ) -> FormulaBox {
    if line == .bevelled { return row([top, text("/"), bottom]) }
    var result = FormulaBox(width: max(top.width, bottom.width) + 0.3)
    result.place(top, x: (result.width - top.width) / 2, y: -axis - 0.15 - top.descent)
    result.place(bottom, x: (result.width - bottom.width) / 2, y: -axis + 0.15 + bottom.ascent)
    if line == .line { result.rule(from: (0.05, -axis), to: (result.width - 0.05, -axis)) }
    return result
  }

  private static func root(_ radicand: FormulaBox, _ index: FormulaBox?) -> FormulaBox {
    let index = index?.scaled(0.55)
    let start = max(0, (index?.width ?? 0) - 0.25)
    var result = FormulaBox(width: start + 0.75 + radicand.width)
    let (top, bottom) = (-radicand.ascent - 0.15, radicand.descent)
    result.place(radicand, x: start + 0.65, y: 0)
    result.rules([
      (start, -0.3), (start + 0.15, -0.4), (start + 0.35, bottom), (start + 0.6, top),
      (start + 0.7 + radicand.width, top),
    ])
    if let index { result.place(index, x: 0, y: -0.5) }
    return result
  }

  private static func scripts(_ base: FormulaBox, _ scripts: MathExpression.Scripts) -> FormulaBox {
    var result = FormulaBox()
    func add(_ scripts: [MathExpression.Script], tall: FormulaBox) {
      var width = 0.0
      for script in scripts {
        let box = set(script.expression).scaled(Self.script)
        let y =
          script.level == .raised
          ? -max(0.35, tall.ascent - 0.35) - box.descent : max(0.2, tall.descent) + box.ascent - 0.3
        result.place(box, x: result.width, y: y)
        width = max(width, box.width)
      }
      result.width += width
    }
    add(scripts.before, tall: base)
    result.place(base, x: result.width, y: 0)
    result.width += base.width
    add(scripts.after, tall: base)
    return result
  }

  private static func limits(_ base: FormulaBox, _ under: FormulaBox?, _ over: FormulaBox?) -> FormulaBox {
    let parts = (under?.scaled(script), over?.scaled(script))
    let width = max(base.width, parts.0?.width ?? 0, parts.1?.width ?? 0)
    var result = FormulaBox(width: width)
    result.place(base, x: (width - base.width) / 2, y: 0)
    if let under = parts.0 {
      result.place(under, x: (width - under.width) / 2, y: base.descent + under.ascent + 0.05)
    }
    if let over = parts.1 {
      result.place(over, x: (width - over.width) / 2, y: -base.ascent - over.descent - 0.05)
    }
    return result
  }

  /// A bracket as tall as what stands in it.
  private static func bracket(_ sign: String, around inside: FormulaBox) -> FormulaBox {
    guard !sign.isEmpty else { return FormulaBox() }
    let glyph = text(sign)
    let height = max(0.9, inside.ascent + inside.descent)
    let factor = height / 0.9
    guard factor > 1.2 else { return glyph }
    var result = FormulaBox(width: glyph.width, ascent: inside.ascent, descent: inside.descent)
    // Letters reach from 0.7 above the line to 0.2 below it.
    let y = FormulaPicture.pixels(inside.descent - 0.2 * factor)
    result.nodes = [
      .element(
        XMLElement(
          "g", [XMLAttribute("transform", "translate(0 \(y)) scale(1 \(decimal(factor)))")], glyph.nodes))
    ]
    return result
  }

  private static func table(_ rows: [[FormulaBox]], _ kind: MathExpression.TableKind) -> FormulaBox {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    let gap = kind == .matrix ? 0.8 : 0.15
    let heights = rows.map { row in
      (row.map(\.ascent).max() ?? 0.7, row.map(\.descent).max() ?? 0.2)
    }
    let height = heights.reduce(0) { $0 + $1.0 + $1.1 + 0.3 } - 0.3
    var result = FormulaBox(width: widths.reduce(0, +) + gap * Double(max(0, columns - 1)))
    var y = -height / 2 - axis
    for (row, size) in zip(rows, heights) {
      var x = 0.0
      y += size.0
      for (column, cell) in row.enumerated() {
        let room = widths[column] - cell.width
        let shift = kind == .matrix ? room / 2 : column % 2 == 0 ? room : 0
        result.place(cell, x: x + shift, y: y)
        x += widths[column] + gap
      }
      y += size.1 + 0.3
    }
    return result
  }

  private static func enclosed(_ inner: FormulaBox, _ enclosure: MathExpression.Enclosure) -> FormulaBox {
    var result = FormulaBox(width: inner.width + 0.4)
    result.place(inner, x: 0.2, y: 0)
    let (top, bottom) = (-inner.ascent - 0.15, inner.descent + 0.15)
    switch enclosure {
    case .stroke: result.rule(from: (0, bottom), to: (result.width, top))
    case .box:
      result.rules([(0, top), (result.width, top), (result.width, bottom), (0, bottom), (0, top)])
    case .circle:
      result.ascent = max(result.ascent, -top)
      result.descent = max(result.descent, bottom)
      result.nodes.append(
        .element(
          XMLElement(
            "ellipse",
            [
              XMLAttribute("cx", FormulaPicture.pixels(result.width / 2)),
              XMLAttribute("cy", FormulaPicture.pixels((top + bottom) / 2)),
              XMLAttribute("rx", FormulaPicture.pixels(result.width / 2)),
              XMLAttribute("ry", FormulaPicture.pixels((bottom - top) / 2)), XMLAttribute("fill", "none"),
              XMLAttribute("stroke", "#000000"), XMLAttribute("stroke-width", FormulaPicture.pixels(line)),
            ])))
    }
    return result
  }

  // MARK: - Putting together

  /// Draws a part with its left end on the line at a place, and grows as tall as it reaches.
  private mutating func place(_ part: FormulaBox, x: Double, y: Double) {
    ascent = max(ascent, part.ascent - y)
    descent = max(descent, part.descent + y)
    guard !part.nodes.isEmpty else { return }
    guard x != 0 || y != 0 else {
      nodes += part.nodes
      return
    }
    let move = "translate(\(FormulaPicture.pixels(x)) \(FormulaPicture.pixels(y)))"
    nodes.append(.element(XMLElement("g", [XMLAttribute("transform", move)], part.nodes)))
  }

  private mutating func rule(from start: (Double, Double), to end: (Double, Double)) { rules([start, end]) }

  private mutating func rules(_ points: [(Double, Double)]) {
    let text = points.map { "\(FormulaPicture.pixels($0.0)),\(FormulaPicture.pixels($0.1))" }
    ascent = max(ascent, points.map { -$0.1 }.max() ?? 0)
    descent = max(descent, points.map(\.1).max() ?? 0)
    nodes.append(
      .element(
        XMLElement(
          "polyline",
          [
            XMLAttribute("points", text.joined(separator: " ")), XMLAttribute("fill", "none"),
            XMLAttribute("stroke", "#000000"),
            XMLAttribute("stroke-width", FormulaPicture.pixels(Self.line)),
          ])))
  }

  private func scaled(_ factor: Double) -> FormulaBox {
    let group = XMLElement("g", [XMLAttribute("transform", "scale(\(Self.decimal(factor)))")], nodes)
    return FormulaBox(
      width: width * factor, ascent: ascent * factor, descent: descent * factor,
      nodes: nodes.isEmpty ? [] : [.element(group)])
  }

  /// A factor with two places.
  private static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = "\(hundredths % 100)"
    return "\(hundredths / 100)." + String(repeating: "0", count: 2 - rest.utf8.count) + rest
  }

  /// How wide a character is in most fonts of print, in ems.
  private static func advance(of character: Character) -> Double {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.properties.generalCategory == .nonspacingMark { return 0 }
    if "ijl|.,:;'!′".unicodeScalars.contains(scalar) { return 0.3 }
    if "ftrI()[]{}/ ".unicodeScalars.contains(scalar) { return 0.38 }
    if "mwMW∑∏∞→⇒⇔←↔…⋯".unicodeScalars.contains(scalar) { return 0.85 }
    if scalar.properties.generalCategory == .mathSymbol { return 0.68 }
    if scalar.properties.isUppercase { return 0.7 }
    return scalar.value >= 0x2E80 && scalar.value < 0x1D400 ? 1 : 0.52
  }
}
