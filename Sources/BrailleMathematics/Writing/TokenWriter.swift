internal import BrailleTranslation
internal import Diagnostics

/// Walks a formula and writes the signs of it in order, with the blanks that spacing wants.
struct TokenWriter {
  /// For signs this project has no list entry for.
  let translator: Translator
  let operationSpacing: OperationSpacing
  /// Whether capitals are symbols of elements, each with its own indicator (GTM 16.1).
  let isChemical: Bool
  var tokens: [Token] = []
  /// Characters UEB has no sign for.
  private(set) var substitutions: [Substitution] = []
  /// The typeforms the formula shows.
  private(set) var typeforms: Set<MathTypeform> = []
  /// Inside scripts and limits signs of comparison are not spaced (GTM 7.9).
  var scriptDepth = 0
  /// How many brackets, fractions and roots are open, in which a formula is divided last.
  var groupDepth = 0
  /// The script being written, and how many there have been.
  var script = 0
  var scriptCount = 0
  /// The room asked for since the last sign, in ems.
  private var room = 0.0
  private var matrixCount = 0
  private var place: MatrixPlace?

  init(translator: Translator, operationSpacing: OperationSpacing, isChemical: Bool) {
    self.translator = translator
    self.operationSpacing = operationSpacing
    self.isChemical = isChemical
  }

  // MARK: Tokens

  mutating func add(_ token: Token) {
    if room >= 0.25 { blank(.readily) }
    room = 0
    var token = token
    token.place = place
    token.script = script
    tokens.append(token)
  }

  mutating func add(_ kind: Token.Kind, _ cells: [UInt8]) { add(Token(kind, cells)) }

  mutating func blank(_ breakBefore: Token.BreakBefore) {
    room = 0
    guard tokens.last?.isBlank != true else { return }
    var token = Token(.blank)
    token.breakBefore = breakBefore
    token.place = place
    tokens.append(token)
  }

  /// Room at the very end is a blank too.
  mutating func finish() { if room >= 0.25 { blank(.readily) } }

  // MARK: Expressions

  mutating func write(_ expression: MathExpression) throws(ConversionFailure) {
    switch expression {
    case .row(let parts): try write(row: parts)
    case .identifier(let name, let typeform): write(identifier: name, typeform)
    case .number(let digits, let typeform): write(number: digits, typeform)
    case .sign(let sign): try write(sign: sign)
    case .text(let text): write(text: text)
    case .space(let ems): room += ems
    case .fraction(let top, let bottom, let line): try write(fraction: top, over: bottom, line)
    case .radical(let radicand, let index):
      groupDepth += 1
      defer { groupDepth -= 1 }
      add(.grade1Sign, Cell.rootOpen)
      if let index { try write(level: Cell.raised, .grade1Sign, index) }
      try write(orOmission: radicand)
      add(.grade1Sign, Cell.rootClose)
    case .scripts(let base, let scripts):
      for script in scripts.before { try write(script: script) }
      try write(base)
      for script in scripts.after { try write(script: script) }
    case .limits(let base, let under, let over): try write(limits: base, under: under, over: over)
    case .fenced(let open, .table(let rows, _), let close): try write(table: rows, open: open, close: close)
    case .fenced(let open, let inner, let close):
      groupDepth += 1
      defer { groupDepth -= 1 }
      if !open.isEmpty { try write(sign: open) }
      try write(inBrackets: inner, open: open)
      if !close.isEmpty { try write(sign: close) }
    case .table(let rows, _): try write(table: rows, open: "", close: "")
    case .enclosed(let inner, let enclosure): try write(enclosed: inner, enclosure)
    }
  }

  /// What is left open in print is an omission in braille (GTM 3.6).
  mutating func write(orOmission expression: MathExpression) throws(ConversionFailure) {
    if expression == .empty { return add(.grade1Sign, Cell.omission) }
    try write(expression)
  }

  private mutating func write(
    fraction top: MathExpression, over bottom: MathExpression, _ line: MathExpression.FractionLine
  ) throws(ConversionFailure) {
    switch line {
    case .none:
      try write(item: top)
      add(.sign, Cell.verticalJuxtaposition)
      try write(item: bottom)
    case .line, .bevelled:
      if case .number(let top, .regular) = top, case .number(let bottom, .regular) = bottom,
        let topCells = Self.cells(ofNumber: top), let bottomCells = Self.cells(ofNumber: bottom)
      {
        return add(.number(goesOn: false), topCells + [Cell.simpleFractionLine] + bottomCells)
      }
      if line == .bevelled {
        try write(item: top)
        add(.sign, Cell.stroke)
        return try write(item: bottom)
      }
      groupDepth += 1
      defer { groupDepth -= 1 }
      add(.grade1Sign, Cell.fractionOpen)
      try write(orOmission: top)
      add(.grade1Sign, Cell.fractionLine)
      try write(orOmission: bottom)
      add(.grade1Sign, Cell.fractionClose)
    }
  }

  private mutating func write(
    enclosed inner: MathExpression, _ enclosure: MathExpression.Enclosure
  ) throws(ConversionFailure) {
    switch enclosure {
    case .box, .circle:
      add(.grade1Sign, (enclosure == .box ? Cell.square : Cell.circle) + Cell.interior)
      try write(item: inner)
      add(.ending, Cell.shapeEnd)
    case .stroke:
      try write(item: inner)
      add(.sign, Cell.cancelled)
    }
  }

  // MARK: Tables

  private mutating func write(
    table rows: [[MathExpression]], open: String, close: String
  ) throws(ConversionFailure) {
    let isOutermost = place == nil && !(open.isEmpty && close.isEmpty)
    let matrix = matrixCount
    if isOutermost { matrixCount += 1 }
    for (index, row) in rows.enumerated() {
      if index > 0 { tokens.append(Token(.rowEnd)) }
      if isOutermost { place = MatrixPlace(matrix: matrix, row: index, column: -1) }
      try write(tall: open)
      var isFirst = true
      for (column, cell) in row.enumerated() {
        if isOutermost { place?.column = column }
        guard cell != .empty else { continue }
        if !isFirst { blank(.readily) }
        isFirst = false
        try write(cell)
        finish()
      }
      if isOutermost { place?.column = .max }
      try write(tall: close)
    }
    if isOutermost { place = nil }
  }

  /// A bracket as tall as the rows it stands at (GTM 15.1).
  private mutating func write(tall bracket: String) throws(ConversionFailure) {
    guard !bracket.isEmpty else { return }
    if let entry = SignTable.shared[sign: bracket] {
      add(.sign, [Cell.capital] + entry.parts.flatMap(\.cells))
    } else {
      try write(sign: bracket)
    }
  }

  // MARK: Unknown signs

  /// A sign from liblouis's tables, or named in a transcriber's note.
  mutating func write(unlisted sign: String) throws(ConversionFailure) {
    let translation = try translator.translate([TextRun(sign, treatment: .uncontracted)])
    substitutions += translation.substitutions
    for word in translation.text.cells.split(separator: Cell.blank) {
      if tokens.last?.isBlank == false, word.startIndex != 0 { blank(.readily) }
      add(.sign, Array(word))
    }
  }

  mutating func note(_ typeform: MathTypeform) { typeforms.insert(typeform) }

  mutating func markLast() {
    guard let last = tokens.indices.last, case .letter(let isCapital, _, let isElement) = tokens[last].kind
    else { return }
    tokens[last].kind = .letter(isCapital: isCapital, isMarked: true, isElement: isElement)
  }
}
