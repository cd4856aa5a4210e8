internal import Diagnostics

extension TokenWriter {
  mutating func write(inBrackets inner: MathExpression, open: String) throws(ConversionFailure) {
    guard case .row(let parts) = inner else { return try write(inner) }
    try write(row: parts, isSet: open == "{")
  }

  /// Parts side by side, spaced as UEB wants whatever print does: signs of comparison have a blank on
  /// either side, punctuation one after it (GTM 3.1).
  mutating func write(row parts: [MathExpression], isSet: Bool = false) throws(ConversionFailure) {
    let bars = parts.count { $0 == .sign("|") }
    let colons = parts.count { $0 == .sign(":") }
    let first = parts.firstIndex { !$0.isSpace } ?? 0
    let last = parts.lastIndex { !$0.isSpace } ?? 0
    for (index, part) in parts.enumerated() {
      let isFirst = index <= first
      let isLast = index >= last
      if part == .sign("|"), bars == 1, !isFirst, !isLast {
        try write(spaced: part, isFirst: false, isLast: false)
      } else if part == .sign(":"), !isFirst, !isLast, scriptDepth == 0 {
        try write(.sign(":"))
        if colons == 1, isSet || Self.introduces(colonAt: index, of: parts) { blank(.readily) }
      } else if part.isRelation {
        try write(spaced: part, isFirst: isFirst, isLast: isLast)
      } else if part.isOperation, operationSpacing == .spaced, scriptDepth == 0 {
        try write(spaced: part, isFirst: isFirst, isLast: isLast)
      } else {
        let start = tokens.count
        try write(part)
        if part.isOperation, start < tokens.count, start > 0, !tokens[start - 1].isBlank,
          tokens[start - 1].kind != .open, scriptDepth == 0
        {
          tokens[start].breakBefore = groupDepth == 0 ? .operation : .nestedOperation
        }
        if part == .sign(",") || part == .sign(";"), !isLast, scriptDepth == 0 { blank(.readily) }
      }
    }
  }

  private mutating func write(
    spaced part: MathExpression, isFirst: Bool, isLast: Bool
  ) throws(ConversionFailure) {
    guard scriptDepth == 0 else { return try write(part) }
    if !isFirst { blank(.readily) }
    try write(part)
    if !isLast { blank(.reluctantly) }
  }

  /// Whether a colon is punctuation before a statement, as in f: X → Y, and has a blank after it; one
  /// between two numbers or letters is a ratio (GTM 3.1).
  private static func introduces(colonAt index: Int, of parts: [MathExpression]) -> Bool {
    parts[index...].contains(where: \.isRelation) && !parts[..<index].contains(where: \.isRelation)
  }

  // MARK: Scripts

  mutating func write(script: MathExpression.Script) throws(ConversionFailure) {
    if script.level == .raised, script.expression.standsRaisedByItself {
      return try write(script.expression)
    }
    try write(
      level: script.level == .raised ? Cell.raised : Cell.lowered, .grade1Sign, script.expression)
  }

  mutating func write(
    level: [UInt8], _ kind: Token.Kind, _ expression: MathExpression
  ) throws(ConversionFailure) {
    add(kind, level)
    let outer = script
    scriptCount += 1
    script = scriptCount
    scriptDepth += 1
    if expression == .empty { add(.grade1Sign, Cell.omission) } else { try write(item: expression) }
    scriptDepth -= 1
    script = outer
  }

  /// An item, or several things in braille grouping signs that make one of them (GTM 7.1).
  mutating func write(item expression: MathExpression) throws(ConversionFailure) {
    try write(expression, grouped: !expression.isItem)
  }

  mutating func write(_ expression: MathExpression, grouped: Bool) throws(ConversionFailure) {
    if grouped { add(.grade1Sign, Cell.groupOpen) }
    try write(expression)
    if grouped { add(.grade1Sign, Cell.groupClose) }
  }

  // MARK: Above and below

  mutating func write(
    limits base: MathExpression, under: MathExpression?, over: MathExpression?
  ) throws(ConversionFailure) {
    let isMarked = [under, over].contains { $0.map { Modifier($0) != nil } ?? false }
    // A mark belongs to the sign before it, so a number or a name is grouped (GTM 12.1).
    let needsGroup = isMarked ? !base.isOneSign : base.isNameOfPoints || base.isUnbracketedRow
    try write(base, grouped: needsGroup)
    if isMarked { markLast() }
    if let under { try write(limit: under, isUnder: true) }
    if let over { try write(limit: over, isUnder: false) }
  }

  private mutating func write(limit: MathExpression, isUnder: Bool) throws(ConversionFailure) {
    if let modifier = Modifier(limit) {
      return add(modifier.needsGrade1 ? .grade1Sign : .sign, (isUnder ? [Cell.capital] : []) + modifier.cells)
    }
    if let dots = limit.dots {
      add(.sign, isUnder ? Cell.under : Cell.over)
      add(.grade1Sign, Cell.groupOpen)
      add(.sign, Array(repeating: 0x32, count: dots))
      return add(.grade1Sign, Cell.groupClose)
    }
    try write(level: isUnder ? Cell.under : Cell.over, .sign, limit)
  }
}

/// A mark over or under one item that has a sign of its own (GTM 12.1).
struct Modifier {
  var cells: [UInt8]
  var needsGrade1: Bool

  init?(_ expression: MathExpression) {
    guard case .sign(let sign) = expression else { return nil }
    switch sign {
    case "_", "¯", "‾", "ˉ", "―", "⎯", "\u{304}", "\u{305}", "\u{332}": (cells, needsGrade1) = ([0x31], true)
    case "→", "⃗", "⟶": (cells, needsGrade1) = ([0x18, 0x31], true)
    case "^", "ˆ", "\u{302}", "⌃": (cells, needsGrade1) = ([0x10, 0x31], true)
    case "~", "˜", "∼", "\u{303}": (cells, needsGrade1) = ([0x38, 0x31], false)
    case "⌒", "⏜": (cells, needsGrade1) = ([0x28, 0x38, 0x31], false)
    case ".", "·", "˙", "⋅", "\u{307}": (cells, needsGrade1) = ([0x18, 0x32], false)
    default: return nil
    }
  }
}

extension MathExpression {
  /// How many dots stand side by side over or under something; nil when it is not dots.
  fileprivate var dots: Int? {
    switch self {
    case .sign("¨"), .sign("\u{308}"): 2
    case .sign("\u{20DB}"), .sign("…"): 3
    case .row(let parts) where parts.count > 1 && parts.allSatisfy({ $0 == .sign(".") }): parts.count
    case .row, .sign, .identifier, .number, .text, .space, .fraction, .radical, .scripts, .limits, .fenced,
      .table, .enclosed:
      nil
    }
  }
}
