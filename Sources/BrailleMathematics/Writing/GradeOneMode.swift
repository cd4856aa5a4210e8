internal import BrailleTranslation
internal import Diagnostics

/// Puts a formula's tokens into cells with the grade 1 indicators they need (RUEB 5, GTM 1.7).
///
/// Contracted braille is in force where a formula begins. A sign that has a meaning there takes an
/// indicator of its own if that is all the formula needs: one within its first three cells, or before
/// one letter standing alone. Otherwise the word is put in grade 1 mode, or the whole passage if more
/// than one word needs it (BANA, Guidance on UEB for mathematics, 2019).
struct GradeOneMode {
  let tokens: [Token]
  let translator: Translator
  private let standingAlone: StandingAlone

  init(_ tokens: [Token], translator: Translator) {
    self.tokens = tokens
    self.translator = translator
    standingAlone = StandingAlone(tokens: tokens)
  }

  /// A cell with the token it is of.
  struct Placed {
    var cell: UInt8
    var token: Int
  }

  func cells() throws(ConversionFailure) -> [Placed] {
    let contracted = try write(tokens.indices, isInGrade1: false)
    if isEnough(contracted.indicators) { return contracted.cells }
    let words = try words().map { (range) throws(ConversionFailure) in
      (range: range, contracted: try write(range, isInGrade1: false))
    }
    let needing = words.indices.filter { index in
      words[index].contracted.indicators.contains { $0.reason != .digit }
    }
    guard needing.count == 1, let only = needing.first else {
      let passage = try write(tokens.indices, isInGrade1: true).cells
      let first = passage.first?.token ?? 0
      let last = passage.last?.token ?? 0
      return Self.placed([Cell.grade1, Cell.grade1, Cell.grade1], first) + passage
        + Self.placed([Cell.grade1, Cell.terminator], last)
    }
    var result: [Placed] = []
    for index in words.indices {
      guard index == only else {
        result += words[index].contracted.cells
        continue
      }
      let word = try write(words[index].range, isInGrade1: true).cells
      result += Self.placed([Cell.grade1, Cell.grade1], word.first?.token ?? 0) + word
    }
    return result
  }

  private static func placed(_ cells: [UInt8], _ token: Int) -> [Placed] {
    cells.map { Placed(cell: $0, token: token) }
  }

  /// What stands between blanks, each with the blank after it.
  private func words() -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    for index in tokens.indices where tokens[index].isBlank {
      words.append(start..<(index + 1))
      start = index + 1
    }
    if start < tokens.count { words.append(start..<tokens.count) }
    return words
  }

  // MARK: Which indicators

  /// A grade 1 symbol indicator.
  private struct Indicator {
    var reason: Reason
    /// How many cells stand before it, capital and grade 1 indicators not counted.
    var cellsBefore: Int
    var isAfterBlank: Bool

    enum Reason {
      /// A letter from a to j after a digit, in whatever mode.
      case digit
      /// One letter that stands alone.
      case letter
      /// Letters that spell a shortform, or a sign.
      case other
    }
  }

  private func isEnough(_ indicators: [Indicator]) -> Bool {
    let counted = indicators.filter { $0.reason != .digit }
    let early = counted.filter { $0.cellsBefore < 3 && !$0.isAfterBlank }
    let later = counted.filter { $0.cellsBefore >= 3 || $0.isAfterBlank }
    guard early.count <= 1, later.count <= 1 else { return false }
    return later.allSatisfy { $0.reason == .letter || (early.isEmpty && $0.isAfterBlank) }
  }

  // MARK: Cells

  private struct Written {
    var cells: [Placed] = []
    var indicators: [Indicator] = []
  }

  private func write(_ range: Range<Int>, isInGrade1: Bool) throws(ConversionFailure) -> Written {
    var result = Written()
    var plainCells = 0
    var isAfterBlank = false
    // A numeric indicator sets grade 1 mode for the rest of the word (RUEB 6.5).
    var isNumeric = false
    var followsDigit = false
    func put(_ cells: [UInt8], _ token: Int, counts: Bool = true) {
      result.cells += Self.placed(cells, token)
      if counts { plainCells += cells.count }
    }
    func indicate(_ reason: Indicator.Reason, _ token: Int) {
      result.indicators.append(
        Indicator(reason: reason, cellsBefore: plainCells, isAfterBlank: isAfterBlank))
      put([Cell.grade1], token, counts: false)
    }
    for index in range {
      let token = tokens[index]
      switch token.kind {
      case .blank, .rowEnd:
        put([Cell.blank], index)
        (isNumeric, followsDigit, isAfterBlank) = (false, false, true)
        continue
      case .number(let goesOn):
        put((goesOn ? [] : [Cell.numeric]) + token.cells, index)
        (isNumeric, followsDigit) = (true, true)
        continue
      case .letter:
        if followsDigit, token.before.isEmpty, Cell.isDigit(token.cells[0]) {
          indicate(.digit, index)
        } else if !isInGrade1, !isNumeric, standingAlone.needsIndicator(at: index) {
          indicate(standingAlone.isOneLetter(at: index) ? .letter : .other, index)
        }
        put(token.before, index, counts: false)
        put(token.cells, index)
        put(token.after, index, counts: false)
      case .word(let word):
        let cells = try self.cells(of: word, at: index, isInGrade1: isInGrade1 || isNumeric)
        if followsDigit, let first = cells.first, Cell.isDigit(first) { indicate(.digit, index) }
        put(cells, index)
      case .grade1Sign:
        if !isInGrade1, !isNumeric { indicate(.other, index) }
        put(token.cells, index)
      case .ending:
        if index + 1 < tokens.count, !tokens[index + 1].isBlank { put(token.cells, index) }
      case .punctuation:
        put(token.cells, index)
        if token.cells == [0x32] || token.cells == [0x02] { continue }  // numeric mode goes on after . and ,
      case .sign, .open, .close, .typeform: put(token.cells, index)
      }
      followsDigit = false
    }
    return result
  }

  // MARK: Words

  private func cells(of word: String, at index: Int, isInGrade1: Bool) throws(ConversionFailure) -> [UInt8] {
    if isInGrade1, let spelled = Self.spelled(word) { return spelled }
    if word.hasPrefix("arc"), word.count > 3 {
      // No contraction bridges the parts of a compound (RUEB 10.11.1): arccos is arc and cos.
      let parts = ["arc" + Self.neighbour, Self.neighbour + word.dropFirst(3)]
      let cells = try parts.map { (part) throws(ConversionFailure) in
        try translator.translate([TextRun(part)]).text.cells
      }
      return Array(cells[0].dropLast() + cells[1].dropFirst())
    }
    let treatment: TextRun.Treatment = isInGrade1 ? .uncontracted : .text
    // Beside another sign a word is no whole word, and no wordsign may stand for it: a full cell keeps
    // the place of what is beside it.
    let before = index > 0 && !Self.lets(tokens[index - 1]) ? Self.neighbour : ""
    let after = index + 1 < tokens.count && !Self.lets(tokens[index + 1]) ? Self.neighbour : ""
    let cells = try translator.translate([TextRun(before + word + after, treatment: treatment)]).text.cells
    return Array(cells.dropFirst(before.isEmpty ? 0 : 1).dropLast(after.isEmpty ? 0 : 1))
  }

  private static let neighbour = "\u{283F}"

  /// Whether a word beside the token may still stand alone.
  private static func lets(_ token: Token) -> Bool {
    switch token.kind {
    case .blank, .rowEnd, .open, .close, .punctuation, .typeform, .ending: true
    case .number, .letter, .word, .grade1Sign, .sign: false
    }
  }

  /// ASCII letters one by one, with capital indicators; nil for any other word.
  private static func spelled(_ word: String) -> [UInt8]? {
    var cells: [UInt8] = []
    let isCapitals = word.unicodeScalars.count > 1 && word.unicodeScalars.allSatisfy(\.properties.isUppercase)
    if isCapitals { cells = [Cell.capital, Cell.capital] }
    for scalar in word.unicodeScalars {
      guard let cell = Cell.letter(scalar) else { return nil }
      if scalar.properties.isUppercase, !isCapitals { cells.append(Cell.capital) }
      cells.append(cell)
    }
    return cells
  }
}
