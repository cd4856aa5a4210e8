import XMLTree

/// A formula in a line of text, for pages whose software lays out no mathematics: fractions with a
/// slash and brackets, roots with their sign and brackets, raised and lowered characters. Nothing is
/// left out, and nothing is smaller.
struct FormulaText {
  /// A part of the line.
  enum Piece: Hashable {
    case text(String)
    case raised([Piece])
    case lowered([Piece])
    case lineEnd
  }

  /// The pieces, in order.
  private(set) var pieces: [Piece] = []

  /// Reads a `math` element of presentation MathML.
  init(_ math: XMLElement) { pieces = Self.joined(Self.pieces(of: math.children)) }

  /// The pieces as nodes of HTML.
  var nodes: [XMLNode] { Self.nodes(of: pieces) }

  private static func nodes(of pieces: [Piece]) -> [XMLNode] {
    pieces.map { piece in
      switch piece {
      case .text(let text): .text(text)
      case .raised(let inner): .element(XMLElement("sup", [], nodes(of: inner)))
      case .lowered(let inner): .element(XMLElement("sub", [], nodes(of: inner)))
      case .lineEnd: .element(XMLElement("br"))
      }
    }
  }

  // MARK: - Reading

  private static func pieces(of nodes: [XMLNode]) -> [Piece] {
    nodes.flatMap { node -> [Piece] in
      switch node {
      case .text(let text): return text.allSatisfy(\.isWhitespace) ? [] : [.text(text)]
      case .element(let element): return pieces(of: element)
      }
    }
  }

  private static func pieces(of element: XMLElement) -> [Piece] {
    let parts = element.elements
    func part(_ index: Int) -> [Piece] { parts.indices.contains(index) ? pieces(of: parts[index]) : [] }
    switch element.name {
    case "mo": return [.text(spaced(element.children.plainText))]
    case "mi":
      let name = element.children.plainText
      // The name of a function stands apart from what it is of.
      return [.text(name.count > 1 && name.allSatisfy { $0.isASCII && $0.isLetter } ? name + " " : name)]
    case "mspace": return [.text(" ")]
    case "mfrac": return bracketed(part(0)) + [.text("/")] + bracketed(part(1))
    case "msqrt": return [.text("√(")] + pieces(of: element.children) + [.text(")")]
    case "mroot": return [.raised(part(1)), .text("√(")] + part(0) + [.text(")")]
    case "msup": return part(0) + [.raised(part(1))]
    case "msub": return part(0) + [.lowered(part(1))]
    case "msubsup": return part(0) + [.lowered(part(1)), .raised(part(2))]
    case "munder": return part(0) + [.lowered(part(1))]
    case "mover":
      if let mark = combining(parts.last) { return marked(part(0), mark) }
      return part(0) + [.raised(part(1))]
    case "munderover": return part(0) + [.lowered(part(1)), .raised(part(2))]
    case "mtable":
      return Array(parts.map { pieces(of: $0) }.filter { !$0.isEmpty }.joined(separator: [.lineEnd]))
    case "mtr", "mlabeledtr": return Array(parts.map { pieces(of: $0) }.joined(separator: [.text(" ")]))
    case "semantics": return part(0)
    case "annotation", "annotation-xml": return []
    default: return pieces(of: element.children)
    }
  }

  /// What needs brackets as a part of a fraction: more than a number or a name.
  private static func bracketed(_ pieces: [Piece]) -> [Piece] {
    let joined = joined(pieces)
    if joined.count == 1, case .text(let text) = joined[0],
      text.allSatisfy({ $0.isNumber || $0 == "." || $0 == "," })
        || text.filter({ !$0.isWhitespace }).count <= 1
        || text.allSatisfy(\.isLetter)
    {
      return pieces
    }
    return [.text("(")] + pieces + [.text(")")]
  }

  /// Signs between two things have spaces around them.
  private static func spaced(_ sign: String) -> String {
    let relations: Set<String> = [
      "=", "+", "−", "-", "±", "×", "÷", "<", ">", "≤", "≥", "≠", "≈", "≡", "→", "⇒", "⇔", "∈", "⊂", "∪", "∩",
      "·",
      "∼", "∝", "←", "↔", "⊆", "∧", "∨",
    ]
    if relations.contains(sign) { return " \(sign) " }
    if sign == "," || sign == ";" { return sign + " " }
    // Signs nobody sees: application, times, separator, plus.
    return sign.unicodeScalars.allSatisfy({ (0x2061...0x2064).contains($0.value) }) ? "" : sign
  }

  private static func combining(_ element: XMLElement?) -> String? {
    switch element?.children.plainText {
    case "¯", "‾", "_": "\u{304}"
    case "^", "ˆ": "\u{302}"
    case "~", "˜": "\u{303}"
    case "→", "⃗": "\u{20D7}"
    case "˙", ".": "\u{307}"
    case "¨": "\u{308}"
    default: nil
    }
  }

  /// A single letter with a mark above it; more than one stands in brackets before the mark.
  private static func marked(_ pieces: [Piece], _ mark: String) -> [Piece] {
    let joined = joined(pieces)
    if joined.count == 1, case .text(let text) = joined[0], text.count == 1 { return [.text(text + mark)] }
    return [.text("(")] + pieces + [.text(")"), .raised([.text("\u{A0}" + mark)])]
  }

  /// The pieces with neighbouring text in one, single spaces, and none at the ends.
  private static func joined(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for piece in pieces {
      if case .text(let text) = piece, case .text(let before) = result.last {
        result[result.count - 1] = .text(before + text)
      } else {
        result.append(piece)
      }
    }
    return result.map { piece in
      guard case .text(let text) = piece else { return piece }
      var clean = ""
      for character in text where !(character == " " && clean.last == " ") { clean.append(character) }
      return .text(clean)
    }
  }
}

extension XMLElement {
  /// The elements directly in it.
  fileprivate var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }
}
