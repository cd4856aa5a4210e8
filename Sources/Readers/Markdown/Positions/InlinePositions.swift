/// Finds where the inlines of one block stand in the source.
///
/// cmark counts their columns in the block's content, and loses count after a backslash at a line's
/// end, a link whose address goes over a line end, an e-mail address and more. So its columns are only
/// a hint: a place counts when the content there spells the node's text, and otherwise the next place
/// that does is taken, going forward from the node before.
struct InlinePositions {
  let content: [UInt8]
  let map: ContentMap
  /// What cmark added to every column on the first line.
  private let base: Int
  /// Where the line begins that cmark believes it is on.
  private var lineStart = 0
  /// Where the last node ended.
  private(set) var cursor = 0
  /// How many bytes may still be looked through for nodes that are not where they should be.
  private var searchBudget: Int

  init(content: [UInt8], map: ContentMap, base: Int) {
    self.content = content
    self.map = map
    self.base = base
    searchBudget = content.count * 8 + 1_000
  }

  /// The source bytes of a stretch of the content.
  func source(_ range: Range<Int>) -> Range<Int> {
    let start = map.source(range.lowerBound)
    guard range.upperBound > range.lowerBound else { return start..<start }
    return start..<max(start, map.source(range.upperBound - 1) + 1)
  }

  /// The offset cmark means by a column on the line it believes it is on.
  private func offset(ofColumn column: Int) -> Int? {
    let offset = column - 1 - base + lineStart
    return column > 0 && offset >= cursor && offset <= content.count ? offset : nil
  }

  /// Finds a node's text and moves past it. Escapes and entities are taken for what they stand for.
  mutating func text(_ literal: String, column: Int) -> Range<Int> {
    let literal = Array(literal.utf8)
    guard !literal.isEmpty else { return cursor..<cursor }
    if let hint = offset(ofColumn: column), let end = match(literal, at: hint) {
      return move(over: hint..<end)
    }
    var start = cursor
    while start < content.count, searchBudget > 0 {
      searchBudget -= 1
      if let end = match(literal, at: start) { return move(over: start..<end) }
      start += 1
    }
    return cursor..<cursor
  }

  /// Finds a code span, its backticks included.
  mutating func code(column: Int) -> Range<Int> {
    var start = offset(ofColumn: column) ?? cursor
    if start == 0 || start > content.count || content[start - 1] != ASCII.backtick {
      start = cursor
      while start < content.count, content[start] != ASCII.backtick { start += 1 }
      while start < content.count, content[start] == ASCII.backtick { start += 1 }
    }
    var ticks = 0
    while start > ticks, content[start - ticks - 1] == ASCII.backtick { ticks += 1 }
    var end = start
    while end < content.count {
      guard content[end] == ASCII.backtick else {
        end += 1
        continue
      }
      let run = end
      while end < content.count, content[end] == ASCII.backtick { end += 1 }
      if end - run == ticks { break }
    }
    return move(over: max(cursor, start - ticks)..<max(cursor, end), counted: true)
  }

  /// Finds raw HTML.
  mutating func html(_ literal: String, column: Int) -> Range<Int> {
    let literal = Array(literal.utf8)
    let hint = offset(ofColumn: column)
    if let hint, content[hint...].starts(with: literal) {
      return move(over: hint..<hint + literal.count, counted: true)
    }
    var start = cursor
    while start < content.count, searchBudget > 0 {
      searchBudget -= 1
      if content[start] == ASCII.less, content[start...].starts(with: literal) {
        return move(over: start..<start + literal.count, counted: true)
      }
      start += 1
    }
    return cursor..<cursor
  }

  /// Finds the end of the line.
  mutating func lineEnd() -> Range<Int> {
    var end = cursor
    while end < content.count, !ASCII.isLineEnd(content[end]) { end += 1 }
    guard end < content.count else { return cursor..<cursor }
    // cmark does not count the line end after a backslash.
    let isCounted = end == 0 || content[end - 1] != ASCII.backslash || end < cursor + 1
    let after =
      end + 1 < content.count && content[end] == ASCII.carriageReturn && content[end + 1] == ASCII.lineFeed
      ? end + 2 : end + 1
    let range = end..<after
    cursor = after
    if isCounted { lineStart = after }
    return range
  }

  /// Moves past a node of our own, whose place is known.
  mutating func own(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound >= cursor && range.upperBound <= content.count ? move(over: range) : cursor..<cursor
  }

  /// Moves past what closes a link or a picture, and returns its end.
  mutating func closeLink(column: Int) -> Int {
    if let end = offset(ofColumn: column + 1), end > cursor, end <= content.count,
      [ASCII.rightBracket, 0x29, ASCII.greater].contains(content[end - 1])
    {
      cursor = end
    } else if cursor < content.count, content[cursor] == ASCII.rightBracket {
      cursor += 1
    }
    return cursor
  }

  /// Moves past a run of one delimiter and returns its end.
  mutating func closeDelimiter(_ characters: [UInt8], length: Int) -> Int {
    var left = length
    while left > 0, cursor < content.count, characters.contains(content[cursor]) {
      cursor += 1
      left -= 1
    }
    return cursor
  }

  private mutating func move(over range: Range<Int>, counted: Bool = false) -> Range<Int> {
    cursor = range.upperBound
    if counted, let last = content[range].lastIndex(of: ASCII.lineFeed) { lineStart = last + 1 }
    return range
  }

  /// The end of the stretch from `start` that spells `literal`; nil when it does not.
  private func match(_ literal: [UInt8], at start: Int) -> Int? {
    spell(literal, at: start, escapes: true) ?? spell(literal, at: start, escapes: false)
  }

  private func spell(_ literal: [UInt8], at start: Int, escapes: Bool) -> Int? {
    var index = start
    var wanted = 0
    while wanted < literal.count {
      guard index < content.count else { return nil }
      let byte = content[index]
      if escapes, byte == ASCII.backslash, index + 1 < content.count,
        ASCII.isPunctuation(content[index + 1])
      {
        guard content[index + 1] == literal[wanted] else { return nil }
        index += 2
        wanted += 1
      } else if byte == ASCII.ampersand, let end = entityEnd(at: index),
        !literal[wanted...].starts(with: content[index..<end])
      {
        index = end
        wanted = Self.afterScalar(literal, wanted)
        // A few entities stand for two characters.
        if wanted < literal.count, index < content.count, content[index] != literal[wanted],
          literal[wanted] >= 0x80
        {
          wanted = Self.afterScalar(literal, wanted)
        }
      } else {
        guard byte == literal[wanted] else { return nil }
        index += 1
        wanted += 1
      }
    }
    return index
  }

  /// The end of what has the form of an entity or character reference (CommonMark 2.5).
  private func entityEnd(at start: Int) -> Int? {
    var end = start + 1
    if end < content.count, content[end] == ASCII.number { end += 1 }
    while end < content.count, end - start < 40, ASCII.isAlphanumeric(content[end]) { end += 1 }
    guard end < content.count, end > start + 1, content[end] == ASCII.semicolon else { return nil }
    return end + 1
  }

  private static func afterScalar(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
