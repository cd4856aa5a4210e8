/// Formulas of chemistry as the package mhchem writes them, `\ce{2 H2 + O2 -> 2 H2O}`: elements,
/// numbers of atoms, charges, arrows, brackets and states. Bonds, arrows with words and what else mhchem
/// has are not read, and the formula is then shown as its source.
struct ChemistryTokens {
  private let source: [TeXToken]
  private var position = 0
  /// What the formula is in the commands of mathematics.
  private var result: [TeXToken] = []
  private var last = Last.blank

  /// What stands before the next token, on which its meaning depends.
  private enum Last {
    /// A blank or nothing: digits are a number of molecules, a sign stands between substances.
    case blank
    /// An element or a closing bracket: digits are a number of atoms, a sign is a charge.
    case substance
    /// Something else.
    case other
  }

  /// Reads what stands between the braces of `\ce`.
  static func mathematics(of tokens: [TeXToken]) throws(MathFault) -> [TeXToken] {
    var reader = ChemistryTokens(source: tokens)
    while reader.position < tokens.count { try reader.step() }
    return reader.result
  }

  private init(source: [TeXToken]) { self.source = source }

  private static let unread = MathFault.unknownCommand("\\ce")

  private func character(_ offset: Int = 0) -> Character? {
    guard position + offset < source.count, case .character(let character) = source[position + offset] else {
      return nil
    }
    return character
  }

  /// Whether a substance ends before a place: at a blank, a closing bracket or the end.
  private func ends(at offset: Int) -> Bool {
    guard position + offset < source.count else { return true }
    return source[position + offset] == .space || [")", "]"].contains(character(offset))
  }

  private mutating func step() throws(MathFault) {
    switch source[position] {
    case .space:
      result.append(.space)
      last = .blank
      position += 1
    case .raised, .lowered: try script()
    case .command(let name):
      result.append(.command(name))
      last = .other
      position += 1
    case .character(let character):
      if try arrow() { return }
      try step(over: character)
    case .open, .close, .column, .row: throw Self.unread
    }
  }

  private mutating func step(over character: Character) throws(MathFault) {
    if character.isASCII, character.isLetter {
      element()
    } else if character.isASCII, character.isNumber {
      // Behind a substance a full stop parts it from the next: CuSO4.5H2O.
      let isMolecules = last != .substance
      let digits = take { $0.isASCII && $0.isNumber || $0 == "." && isMolecules }
      result += last == .substance ? [.lowered, .open] + digits + [.close] : digits
      if last != .substance { last = .other }
    } else if character == "+" || character == "-" {
      position += 1
      if last == .substance, ends(at: 0) {
        result += [.raised, .open, .character(character), .close]
      } else if last == .blank, ends(at: 0), character == "+" {
        result.append(.character(character))
        last = .other
      } else {
        throw Self.unread
      }
    } else if "([".contains(character) || ")]".contains(character) {
      result.append(.character(character))
      last = "([".contains(character) ? .other : .substance
      position += 1
    } else if character == "*" || character == "." || character == "·" {
      result.append(.command("cdot"))
      last = .blank
      position += 1
    } else if character == "/" || character == "," {
      result.append(.character(character))
      last = .blank
      position += 1
    } else {
      throw Self.unread
    }
  }

  /// An element, or letters such as those of a state, upright.
  private mutating func element() {
    var letters: [TeXToken] = [source[position]]
    position += 1
    while let next = character(), next.isASCII, next.isLowercase {
      letters.append(source[position])
      position += 1
    }
    result += [.command("mathrm"), .open] + letters + [.close]
    last = .substance
  }

  /// What stands raised or lowered: what is in braces, or figures with a sign.
  private mutating func script() throws(MathFault) {
    result += [source[position], .open]
    position += 1
    var inner: [TeXToken] = []
    if position < source.count, source[position] == .open {
      position += 1
      while position < source.count, source[position] != .close {
        guard source[position] != .open else { throw Self.unread }
        inner.append(source[position])
        position += 1
      }
      guard position < source.count else { throw Self.unread }
      position += 1
    } else {
      inner = take { $0.isASCII && $0.isNumber || $0 == "+" || $0 == "-" }
    }
    guard !inner.isEmpty else { throw Self.unread }
    result += inner + [.close]
    last = .substance
  }

  private static let arrows: [(String, String)] = [
    ("<=>", "rightleftharpoons"), ("<->", "leftrightarrow"), ("->", "rightarrow"), ("<-", "leftarrow"),
  ]

  /// An arrow, with blanks around it.
  private mutating func arrow() throws(MathFault) -> Bool {
    for (signs, name) in Self.arrows
    where signs.enumerated().allSatisfy({ character($0.offset) == $0.element }) {
      position += signs.count
      // Words over an arrow.
      guard character() != "[" else { throw Self.unread }
      result.append(.command(name))
      last = .other
      return true
    }
    return false
  }

  private mutating func take(while isPart: (Character) -> Bool) -> [TeXToken] {
    var taken: [TeXToken] = []
    while let next = character(), isPart(next) {
      taken.append(source[position])
      position += 1
    }
    return taken
  }
}
