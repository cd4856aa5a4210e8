/// Reads the mathematics of LaTeX and its American Mathematical Society packages, as far as reports
/// hold it: what stands between `$` signs.
///
/// Commands a document defines itself are expanded first (``TeXMacros``). A command that is not known stops the reading, so that a formula is shown
/// as understood only when all of it is.
public struct TeXReader {
  /// Whether a formula is set in the line of the text or on lines of its own; it decides where the
  /// limits of sums stand.
  public enum Display: Sendable {
    /// In the line.
    case inline
    /// On lines of its own.
    case displayed
  }

  let tokens: [TeXToken]
  var position = 0
  var depth = 0
  var display: Display

  /// Reads a formula.
  ///
  /// - Parameter macros: commands the document defines elsewhere.
  /// - Throws: ``MathFault`` when it holds a command that is not known, breaks TeX's rules or nests too
  ///   deep.
  public static func read(
    _ source: String, display: Display, macros: TeXMacros = TeXMacros()
  ) throws(MathFault) -> MathExpression {
    var reader = TeXReader(tokens: try macros.tokens(of: source), display: display)
    let rows = try reader.rows(until: .end)
    let expression = rows.count == 1 && rows[0].count == 1 ? rows[0][0] : .table(rows, .lines)
    return try expression.checkedForDepth()
  }

  private init(tokens: [TeXToken], display: Display) {
    self.tokens = tokens
    self.display = display
  }

  /// For a formula in words that are in a formula.
  init(inner tokens: [TeXToken], depth: Int) {
    self.tokens = tokens
    self.depth = depth
    display = .inline
  }

  // MARK: Tokens

  /// What ends a stretch of source.
  enum End: Hashable {
    case end
    case brace
    case bracket
    case right
    case environment(String)
  }

  /// The next token that is no white space.
  mutating func peek() -> TeXToken? {
    while position < tokens.count, tokens[position] == .space { position += 1 }
    return position < tokens.count ? tokens[position] : nil
  }

  mutating func next() -> TeXToken? {
    let token = peek()
    if token != nil { position += 1 }
    return token
  }

  /// Whether the stretch ends here; takes what ends it.
  private mutating func ends(_ end: End) throws(MathFault) -> Bool {
    guard let token = peek() else {
      if end == .end { return true }
      throw .malformed("it ends too soon")
    }
    switch (end, token) {
    case (.brace, .close), (.bracket, .character("]")), (.right, .command("right")):
      position += 1
      return true
    case (.environment(let name), .command("end")):
      position += 1
      let ended = try rawArgument()
      guard ended == name else { throw .malformed("\\begin{\(name)} ends with \\end{\(ended)}") }
      return true
    case (_, .close): throw .malformed("a brace is closed that was not opened")
    case (_, .command("right")): throw .malformed("\\right stands without \\left")
    case (_, .command("end")): throw .malformed("\\end stands without \\begin")
    default: return false
    }
  }

  // MARK: Rows

  /// Rows of cells up to an end.
  mutating func rows(until end: End) throws(MathFault) -> [[MathExpression]] {
    var rows: [[MathExpression]] = []
    var cells: [MathExpression] = []
    while true {
      let (cell, stop) = try cell(until: end)
      cells.append(cell)
      switch stop {
      case .column:
        if end == .end { throw .malformed("an & stands outside of columns") }
      case .row:
        try skipRowSpace()
        rows.append(cells)
        cells = []
      case .end:
        // A row separator after the last row begins none.
        if rows.isEmpty || cells.contains(where: { $0 != .empty }) { rows.append(cells) }
        return rows
      }
    }
  }

  private enum Stop { case column, row, end }

  /// `\\[2pt]` gives room and nothing else.
  private mutating func skipRowSpace() throws(MathFault) {
    guard position < tokens.count, tokens[position] == .character("[") else { return }
    while let token = next(), token != .character("]") {}
  }

  private mutating func cell(
    until end: End
  ) throws(MathFault) -> (cell: MathExpression, stop: Stop) {
    var parts: [MathExpression] = []
    var stop = Stop.end
    while try !ends(end) {
      if peek() == .column || peek() == .row {
        stop = next() == .column ? .column : .row
        break
      }
      if case .command(let name)? = peek(), let infix = Infix(rawValue: name) {
        position += 1
        let (rest, restStop) = try cell(until: end)
        return (infix.expression(Self.row(parts), rest), restStop)
      }
      parts += try element(until: end)
    }
    return (Self.row(parts), stop)
  }

  /// A stretch without rows.
  mutating func expression(until end: End) throws(MathFault) -> MathExpression {
    guard depth < MathExpression.deepest else { throw .tooDeep }
    depth += 1
    defer { depth -= 1 }
    let (expression, stop) = try cell(until: end)
    guard stop == .end else { throw .malformed("a row or a column ends outside of an environment") }
    return expression
  }

  static func row(_ parts: [MathExpression]) -> MathExpression {
    RowAssembly.row(FenceAssembly.fenced(parts))
  }

  // MARK: Elements

  /// One thing with its scripts. What `until` ends matters to switches such as `\rm`, which hold to
  /// the end of the group.
  private mutating func element(until end: End) throws(MathFault) -> [MathExpression] {
    if case .command(let name)? = peek(), let typeface = Typeface(oldSwitch: name) {
      position += 1
      return [typeface.applied(to: try switched(until: end))]
    }
    var base = MathExpression.empty
    let isScript = peek() == .raised || peek() == .lowered || peek() == .character("'")
    if !isScript { base = try nucleus() }
    return [try scripts(on: base)]
  }

  /// What a switch holds for: up to the end of the group or cell, which is left to be read.
  private mutating func switched(until end: End) throws(MathFault) -> MathExpression {
    var parts: [MathExpression] = []
    while true {
      let before = position
      if try ends(end) {
        position = before
        return Self.row(parts)
      }
      if peek() == .column || peek() == .row { return Self.row(parts) }
      if case .command(let name)? = peek(), Infix(rawValue: name) != nil { return Self.row(parts) }
      parts += try element(until: end)
    }
  }

  /// An argument: a group in braces, or one token.
  mutating func argument() throws(MathFault) -> MathExpression {
    if peek() == .open {
      position += 1
      return try expression(until: .brace)
    }
    guard peek() != nil else { throw .malformed("an argument is missing") }
    guard depth < MathExpression.deepest else { throw .tooDeep }
    depth += 1
    defer { depth -= 1 }
    if case .character(let character)? = peek(), character.isWholeNumber {
      // \frac12 takes a digit at a time.
      position += 1
      return .number(String(character), .regular)
    }
    return try nucleus()
  }

  /// An argument in square brackets, if there is one.
  mutating func option() throws(MathFault) -> MathExpression? {
    guard peek() == .character("[") else { return nil }
    position += 1
    return try expression(until: .bracket)
  }

  /// An argument that is a name or a length, as it is written.
  mutating func rawArgument() throws(MathFault) -> String {
    guard next() == .open else { throw .malformed("a name in braces is missing") }
    var text = ""
    var open = 1
    while position < tokens.count {
      let token = tokens[position]
      position += 1
      switch token {
      case .open: open += 1
      case .close: open -= 1
      case .character(let character): text.append(character)
      case .command(let name): text += "\\" + name
      case .raised: text += "^"
      case .lowered: text += "_"
      case .column: text += "&"
      case .row: text += "\\\\"
      case .space: text += " "
      }
      if open == 0 { return text }
    }
    throw .malformed("a brace is not closed")
  }
}

/// Commands that make all before them in the group one part, and all after them another.
private enum Infix: String {
  case over
  case atop
  case choose

  func expression(_ top: MathExpression, _ bottom: MathExpression) -> MathExpression {
    switch self {
    case .over: .fraction(top, over: bottom, .line)
    case .atop: .fraction(top, over: bottom, .none)
    case .choose: .fenced(open: "(", .fraction(top, over: bottom, .none), close: ")")
    }
  }
}
