/// Symbols of chemical elements, which are capitalised one by one (GTM 16.1).
enum Elements {
  /// A name cut into symbols of elements, as NaOH into Na, O and H; nil when it is not made of them.
  /// R, which stands for any group, counts.
  static func symbols(in name: String) -> [String]? {
    var symbols: [String] = []
    for character in name {
      if character.isUppercase {
        symbols.append(String(character))
      } else {
        guard !symbols.isEmpty, symbols[symbols.count - 1].count == 1 else { return nil }
        symbols[symbols.count - 1].append(character)
      }
    }
    return symbols.allSatisfy(all.contains) ? symbols : nil
  }

  /// Whether a formula is one of chemistry: all its names are symbols of elements or of the state they
  /// are in, and something in it is done in chemistry only.
  static func describe(_ expression: MathExpression) -> Bool {
    let names = expression.identifiers
    guard !names.isEmpty, names.allSatisfy({ symbols(in: $0) != nil || states.contains($0) }) else {
      return false
    }
    return expression.hasCountedElement
      || names.contains { $0.count > 1 && $0.first?.isUppercase == true && !isRoman($0) }
  }

  /// Capitals that may as well be a number.
  static func isRoman(_ name: String) -> Bool { name.allSatisfy("IVX".contains) }

  private static let states: Set = ["s", "l", "g", "aq", "e"]

  private static let all: Set<String> = Set(
    """
    H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr
    Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta
    W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs
    Mt Ds Rg Cn Nh Fl Mc Lv Ts Og R
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension MathExpression {
  /// Whether a lowered number follows a capital that stands beside another, as in CO₂.
  fileprivate var hasCountedElement: Bool {
    guard case .row(let parts) = self else { return false }
    return zip(parts, parts.dropFirst()).contains { first, second in
      guard case .identifier(let name, _) = first, name.first?.isUppercase == true,
        case .scripts(.identifier(let base, _), let scripts) = second, base.first?.isUppercase == true,
        case .number? = scripts.after.first(where: { $0.level == .lowered })?.expression
      else { return false }
      return true
    }
  }

  /// The names in the formula, words aside.
  fileprivate var identifiers: [String] {
    switch self {
    case .row(let parts): parts.flatMap(\.identifiers)
    case .identifier(let name, _): [name]
    case .number, .sign, .text, .space: []
    case .fraction(let top, let bottom, _): top.identifiers + bottom.identifiers
    case .radical(let radicand, let index): radicand.identifiers + (index?.identifiers ?? [])
    case .scripts(let base, let scripts):
      base.identifiers + (scripts.before + scripts.after).flatMap { $0.expression.identifiers }
    case .limits(let base, let under, let over):
      base.identifiers + (under?.identifiers ?? []) + (over?.identifiers ?? [])
    case .fenced(_, let inner, _): inner.identifiers
    case .table(let rows, _): rows.joined().flatMap(\.identifiers)
    case .enclosed(let inner, _): inner.identifiers
    }
  }
}
