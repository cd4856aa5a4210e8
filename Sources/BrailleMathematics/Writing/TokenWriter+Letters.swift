internal import Diagnostics

extension TokenWriter {
  // MARK: Letters

  mutating func write(identifier name: String, _ typeform: MathTypeform) {
    let scalars = Array(name.unicodeScalars)
    open(typeform, isOneSign: scalars.count == 1)
    if scalars.count == 1 {
      write(letter: scalars[0], isElement: isChemical && scalars[0].properties.isUppercase)
    } else if isChemical, !Elements.isRoman(name), let elements = Elements.symbols(in: name) {
      for scalar in elements.joined().unicodeScalars { write(letter: scalar, isElement: true) }
    } else if name.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
      for scalar in scalars { write(letter: scalar) }
    } else {
      write(word: name)
    }
    close(typeform, isOneSign: scalars.count == 1)
  }

  private mutating func write(letter scalar: Unicode.Scalar, isElement: Bool = false) {
    if let cell = Cell.letter(scalar) {
      let isCapital = scalar.properties.isUppercase
      if !isCapital, !isElement, case .word? = tokens.last?.kind { blank(.never) }
      add(
        .letter(isCapital: isCapital, isMarked: false, isElement: isElement), [cell])
    } else if let entry = SignTable.shared.entries[scalar] {
      add(entry)
    } else {
      write(word: String(scalar))
    }
  }

  /// A name of several letters is set apart from a letter or a name beside it by a blank, unless a
  /// capital shows where it begins (GTM 9.3).
  mutating func write(word: String) {
    if let first = word.unicodeScalars.first, first.properties.isLowercase {
      switch tokens.last?.kind {
      case .word, .letter(_, _, isElement: false): blank(.never)
      case .blank, .rowEnd, .number, .letter, .grade1Sign, .sign, .open, .close, .punctuation, .typeform,
        .ending, nil:
        break
      }
    }
    add(.word(word), [])
  }

  mutating func write(text: String) {
    for (index, word) in text.split(whereSeparator: \.isWhitespace).enumerated() {
      if index > 0 { blank(.readily) }
      let scalars = Array(word.unicodeScalars)
      if scalars.count > 1 || Cell.letter(scalars[0]) == nil {
        if tokens.last?.isBlank == true { add(.word(String(word)), []) } else { write(word: String(word)) }
      } else {
        write(letter: scalars[0])
      }
    }
  }

  // MARK: Numbers

  mutating func write(number digits: String, _ typeform: MathTypeform) {
    guard let cells = Self.cells(ofNumber: digits) else { return write(word: digits) }
    open(typeform, isOneSign: digits.count == 1)
    add(.number(goesOn: typeform == .regular && followsOneStyledDigit), cells)
    close(typeform, isOneSign: digits.count == 1)
  }

  /// Whether the sign before is a digit with a typeform indicator for it alone: numeric mode goes on.
  private var followsOneStyledDigit: Bool {
    guard tokens.count > 1, case .number? = tokens.last?.kind, tokens[tokens.count - 2].kind == .typeform
    else { return false }
    return tokens[tokens.count - 2].cells.last == Self.oneSign
  }

  /// The cells of a number but for its numeric indicator; a space in it is a numeric space (RUEB 6.2,
  /// 6.6). Nil when a character has no place in a number.
  static func cells(ofNumber digits: String) -> [UInt8]? {
    var cells: [UInt8] = []
    for character in digits {
      switch character {
      case ".": cells.append(0x32)
      case ",": cells.append(0x02)
      case " ", "\u{A0}", "\u{2009}", "\u{202F}": cells.append(0x10)
      default:
        guard let value = character.wholeNumberValue, (0...9).contains(value) else { return nil }
        cells.append(Cell.digit(value))
      }
    }
    return cells.isEmpty ? nil : cells
  }

  // MARK: Typeforms

  private static let oneSign: UInt8 = 0x06

  private mutating func open(_ typeform: MathTypeform, isOneSign: Bool) {
    guard let prefix = typeform.prefix else { return }
    note(typeform)
    add(.typeform, [prefix, isOneSign ? Self.oneSign : 0x02])
  }

  private mutating func close(_ typeform: MathTypeform, isOneSign: Bool) {
    guard let prefix = typeform.prefix, !isOneSign else { return }
    add(.ending, [prefix, Cell.terminator])
  }

  // MARK: Signs

  mutating func write(sign: String) throws(ConversionFailure) {
    guard let entry = SignTable.shared[sign: sign] else { return try write(unlisted: sign) }
    add(entry)
  }

  private mutating func add(_ entry: SignTable.Entry) {
    for part in entry.parts {
      let kind: Token.Kind =
        switch entry.kind {
        case .open: .open
        case .close: .close
        case .punctuation where !part.needsGrade1: .punctuation
        case .punctuation, .relation, .operation, .big, .shape, .plain, .greek:
          part.needsGrade1 ? .grade1Sign : .sign
        }
      add(kind, part.cells)
    }
    if entry.kind == .shape { add(.ending, Cell.shapeEnd) }
  }
}

extension MathTypeform {
  /// The first cell of the typeform's indicators (RUEB 9.1, GTM 11.6): bold, and script for all
  /// typefaces that take the place of letters.
  var prefix: UInt8? {
    switch self {
    case .regular, .upright: nil
    case .bold: 0x18
    case .script, .fraktur, .doubleStruck: 0x08
    }
  }
}
