import Diagnostics
import DocumentModel

/// The mark an item of a list begins with.
struct PlainMark {
  /// Which kind: `-`, `1.`, `(a)`.
  var kind: String
  /// The number; nil for a bullet.
  var number: Int?
  /// How many characters it takes, with the spaces after it.
  var length: Int

  /// Reads the mark of a line without its indent.
  init?(_ words: String) {
    let scalars = Array(words.unicodeScalars)
    guard let first = scalars.first else { return nil }
    var index = 1
    if "-*•●▪◦‣–—·".unicodeScalars.contains(first) {
      kind = String(first)
    } else {
      var digits = String.UnicodeScalarView()
      let isOpen = first == "("
      index = isOpen ? 1 : 0
      while index < scalars.count, digits.count < 5, scalars[index].isASCIIAlphanumeric {
        digits.append(scalars[index])
        index += 1
      }
      guard index < scalars.count, ".)".unicodeScalars.contains(scalars[index]), !digits.isEmpty,
        !isOpen || scalars[index] == ")"
      else { return nil }
      let text = String(digits)
      if let value = Int(text) {
        number = value
        kind = "1"
      } else if digits.count == 1, let letter = digits.first {
        number = Int(letter.value | 0x20) - 0x60
        kind = letter.value < 0x60 ? "A" : "a"
      } else {
        return nil
      }
      kind = (isOpen ? "(" : "") + kind + String(scalars[index])
      index += 1
    }
    let start = index
    while index < scalars.count, scalars[index] == " " || scalars[index] == "\t" { index += 1 }
    guard index > start, index < scalars.count else { return nil }
    length = index
  }

  /// What the list is.
  func list(from start: Int) -> ListKind {
    guard number != nil else { return .bulleted }
    let style: NumberStyle = kind.contains("A") ? .upperLetter : kind.contains("a") ? .lowerLetter : .decimal
    let delimiter: NumberDelimiter =
      kind.hasPrefix("(") ? .parentheses : kind.hasSuffix(")") ? .parenthesis : .period
    return .numbered(start: start, style: style, delimiter: delimiter)
  }
}

/// An item while it is read: its mark, its lines by paragraph, and the items within it.
private struct PlainItem {
  var mark: PlainMark
  var indent: Int
  var paragraphs: [[PlainLine]]
}

extension PlainTextParser {
  /// The list that begins with a passage; nil when none does.
  ///
  /// Lines are a list when there are two or more with the same bullet at the same indent, or with numbers
  /// that count from 1 or go on.
  mutating func list(from start: Int, upTo limit: Int) -> (list: List, end: Int)? {
    guard headings.levels[start] == nil, let first = lines.passages[start].first,
      let mark = PlainMark(first.words), !first.isRule, mark.number == nil || mark.number == 1
    else { return nil }
    var items: [PlainItem] = []
    var isLoose = false
    var end = start
    while end < limit, headings.levels[end] == nil {
      let passage = lines.passages[end]
      guard let read = read(passage, after: items, first: first.indent, kind: mark.kind) else { break }
      if end > start { isLoose = true }
      items = read
      end += 1
    }
    guard items.count(where: { $0.indent == first.indent && $0.mark.kind == mark.kind }) >= 2 else {
      return nil
    }
    return (makeList(items[...], isTight: !isLoose), end)
  }

  /// The items with those of another passage; nil when the passage is not part of the list.
  private func read(
    _ passage: [PlainLine], after items: [PlainItem], first indent: Int, kind: String
  ) -> [PlainItem]? {
    var items = items
    for (index, line) in passage.enumerated() {
      if let mark = PlainMark(line.words), !line.isRule, isItem(mark, line, after: items, indent, kind) {
        items.append(PlainItem(mark: mark, indent: line.indent, paragraphs: [[line]]))
      } else if !items.isEmpty, index > 0 || line.indent > items[items.count - 1].indent {
        // A line after the first goes on with the item; after a blank line it must stand in from the mark.
        if index == 0 { items[items.count - 1].paragraphs.append([]) }
        let last = items[items.count - 1].paragraphs.count - 1
        items[items.count - 1].paragraphs[last].append(line)
      } else {
        return nil
      }
    }
    return items
  }

  private func isItem(
    _ mark: PlainMark, _ line: PlainLine, after items: [PlainItem], _ indent: Int, _ kind: String
  ) -> Bool {
    guard let last = items.last(where: { $0.indent <= line.indent }) else {
      return items.isEmpty && line.indent == indent
    }
    if line.indent == last.indent {
      guard mark.kind == last.mark.kind else { return false }
      return mark.number == nil || mark.number == (last.mark.number ?? 0) + 1
    }
    return mark.number == nil || mark.number == 1
  }

  private mutating func makeList(_ items: ArraySlice<PlainItem>, isTight: Bool) -> List {
    var made: [ListItem] = []
    var index = items.startIndex
    let indent = items[index].indent
    while index < items.endIndex {
      let item = items[index]
      var end = index + 1
      while end < items.endIndex, items[end].indent > indent { end += 1 }
      var blocks: [Block] = []
      for (number, paragraph) in item.paragraphs.enumerated() {
        var lines = paragraph
        if number == 0 { lines[0] = lines[0].dropping(item.mark.length) }
        blocks += paragraphs(lines, isItem: true).map { .paragraph($0) }
      }
      if end > index + 1 {
        let nested = makeList(items[(index + 1)..<end], isTight: isTight)
        blocks.append(.list(nested))
      }
      let range = item.paragraphs.first?.range.joined(items[end - 1].paragraphs.last?.range)
      made.append(ListItem(blocks, info: NodeInfo(range: range)))
      index = end
    }
    let range = made.first?.info.range.joined(made.last?.info.range)
    let first = items[items.startIndex].mark
    return List(first.list(from: first.number ?? 1), made, isTight: isTight, info: NodeInfo(range: range))
  }
}

extension PlainLine {
  /// The line with its mark as part of the indent.
  fileprivate func dropping(_ length: Int) -> PlainLine {
    var line = self
    line.indent += length
    line.indentLength += length
    return line
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIAlphanumeric: Bool {
    (0x30...0x39).contains(value) || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
  }
}
