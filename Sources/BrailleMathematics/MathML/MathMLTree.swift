internal import XMLTree

/// A serialised `math` element as a tree.
struct MathMLTree {
  /// An element.
  final class Element {
    let name: String
    let attributes: [String: String]
    var children: [Child] = []

    init(_ name: String, _ attributes: [String: String]) {
      self.name = name
      self.attributes = attributes
    }

    /// The elements among the children.
    var elements: [Element] {
      children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The characters in it, without white space at the ends and with one blank for any run of it
    /// (MathML 3, 2.1.7); a no-break space stays.
    var text: String {
      var text = ""
      for child in children {
        switch child {
        case .text(let string): text += string
        case .element(let element): text += element.text
        }
      }
      return text.collapsed
    }
  }

  /// What stands in an element.
  enum Child {
    case element(Element)
    case text(String)
  }

  /// Reads the element.
  ///
  /// - Throws: ``MathFault`` when it is not well-formed or nests too deep.
  static func read(_ markup: String) throws(MathFault) -> Element {
    let top = Element("", [:])
    var open = [top]
    var isTooDeep = false
    do {
      try XMLEvents.read(Array(MathMLEntities.resolved(markup).utf8)) { event in
        switch event {
        case .start(let name, _, let attributes, _):
          let element = Element(
            name, Dictionary(attributes.map { ($0.name, $0.value) }) { first, _ in first })
          if open.count > 2 * MathExpression.deepest {
            isTooDeep = true
          } else {
            open.last?.children.append(.element(element))
          }
          open.append(element)
        case .text(let string, _): open.last?.children.append(.text(string))
        case .end: open.removeLast()
        }
      }
    } catch {
      throw .malformed(error.message)
    }
    if isTooDeep { throw .tooDeep }
    guard let root = top.elements.first else { throw .malformed("there is no element") }
    return root
  }
}

extension String {
  /// Without white space of XML at the ends, and with one blank for any run of it.
  fileprivate var collapsed: String {
    split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\r\n" }.joined(separator: " ")
  }
}

/// Entities of XHTML and MathML that XML alone does not know, in formulas that use them.
enum MathMLEntities {
  /// The markup with the entities known here as characters; others stay, and XML will refuse them.
  static func resolved(_ markup: String) -> String {
    guard markup.contains("&") else { return markup }
    var result = ""
    var rest = markup[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.firstIndex(of: ";"),
        let value = named[String(rest[rest.index(after: start)..<end])]
      else {
        result.append("&")
        rest = rest.dropFirst()
        continue
      }
      result += value
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static let named: [String: String] = [
    "nbsp": "\u{A0}", "middot": "·", "times": "×", "divide": "÷", "minus": "−", "plusmn": "±",
    "InvisibleTimes": "\u{2062}", "it": "\u{2062}", "ApplyFunction": "\u{2061}", "af": "\u{2061}",
    "InvisibleComma": "\u{2063}", "ic": "\u{2063}", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥",
    "ne": "≠", "infin": "∞", "rarr": "→", "larr": "←", "harr": "↔", "rArr": "⇒", "hArr": "⇔",
    "sum": "∑", "Sum": "∑", "prod": "∏", "int": "∫", "Integral": "∫", "part": "∂", "PartialD": "∂",
    "radic": "√", "isin": "∈", "in": "∈", "notin": "∉", "cap": "∩", "cup": "∪", "sub": "⊂", "sube": "⊆",
    "deg": "°", "prime": "′", "hellip": "…", "ctdot": "⋯", "sdot": "⋅", "approx": "≈", "asymp": "≈",
    "equiv": "≡", "prop": "∝", "forall": "∀", "exist": "∃", "nabla": "∇", "empty": "∅", "OverBar": "‾",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "epsi": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ",
    "Psi": "Ψ", "Omega": "Ω", "micro": "µ", "pound": "£", "euro": "€", "cent": "¢", "ldquo": "“",
    "rdquo": "”", "lsquo": "‘", "rsquo": "’", "ndash": "–", "mdash": "—", "thinsp": "\u{2009}",
  ]
}
