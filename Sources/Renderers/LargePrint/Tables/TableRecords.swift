import DocumentModel
import Wording

/// A table as lists: for each row a heading and lines of `label: value`, with a note to the reader
/// that other editions have a table.
struct TableRecords {
  let table: Table
  let grid: TableGrid
  let words: ProgramWords

  /// Where the lists stand.
  enum Place {
    /// In the text itself, under a heading of this level: rows have headings of their own.
    case flow(level: Int)
    /// In something else, where headings of rows would not belong: rows are items of a list.
    case inside
  }

  init(_ table: Table, grid: TableGrid, words: ProgramWords) {
    self.table = table
    self.grid = grid
    self.words = words
  }

  /// The blocks that stand for the table, in one division with its identifier and its language.
  func block(in place: Place) -> Block {
    var blocks: [Block] = []
    let hasHeadings = grid.headings.contains { $0.contains { !$0.isBlank } }
    let caption: [Block]
    var level: Int? = if case .flow(let level) = place { level + 1 } else { nil }
    if let headingLevel = level, case .paragraph(let paragraph) = table.caption.first,
      !paragraph.inlines.isBlank
    {
      blocks.append(.heading(Heading(level: headingLevel, paragraph.inlines, info: paragraph.info)))
      level = headingLevel + 1
      caption = Array(table.caption.dropFirst())
    } else {
      caption = table.caption.map(Self.inBold)
    }
    blocks += caption
    if let summary = table.summary, !summary.allSatisfy(\.isWhitespace) {
      blocks.append(.paragraph(Paragraph([.text(Text(summary))])))
    }
    blocks.append(note(hasHeadings: hasHeadings))
    blocks += rows(level: level, hasHeadings: hasHeadings)
    return .division(Division(blocks, info: table.info))
  }

  // MARK: - The note

  private func note(hasHeadings: Bool) -> Block {
    let name: ProgramWords.Name = hasHeadings ? .printTableAsList : .printTableAsListWithoutHeadings
    let phrase = words.phrase(name, ["columns": "\(grid.columnCount)"])
    return .paragraph(
      Paragraph(
        [.text(Text(phrase.text))], kind: .transcribersNote,
        info: NodeInfo(language: phrase.isStandIn ? phrase.language : nil)))
  }

  // MARK: - Rows

  private func rows(level: Int?, hasHeadings: Bool) -> [Block] {
    var blocks: [Block] = []
    var items: [ListItem] = []
    for (index, row) in grid.rows.enumerated() {
      let entries = row.filter { !$0.cell.isBlank || hasHeadings }
      guard !entries.isEmpty else { continue }
      let (title, rest) = parted(entries, number: index + 1, hasHeadings: hasHeadings)
      let values = rest.map { ListItem(value(of: $0), info: $0.cell.info.forPart) }
      if let level {
        blocks.append(.heading(Heading(level: level, title)))
        if !values.isEmpty { blocks.append(.list(List(.bulleted, values))) }
      } else {
        var inside: [Block] = [.paragraph(Paragraph([.styled(Styled(.strong, title))]))]
        if !values.isEmpty { inside.append(.list(List(.bulleted, values))) }
        items.append(ListItem(inside))
      }
    }
    if !items.isEmpty { blocks.append(.list(List(.bulleted, items))) }
    return blocks
  }

  /// The heading of a row, and the entries that are not in it. What the row's own heading cells say,
  /// else its first entry where that is short, else its number.
  private func parted(
    _ entries: [TableGrid.Entry], number: Int, hasHeadings: Bool
  ) -> (title: [Inline], rest: [TableGrid.Entry]) {
    var title: [TableGrid.Entry] = []
    var rest = entries[...]
    while let first = rest.first, first.cell.heading != nil, first.cell.isShort {
      title.append(first)
      rest = rest.dropFirst()
    }
    if title.isEmpty, let first = rest.first, first.cell.isShort, !first.cell.isBlank, first.column == 0 {
      title = [first]
      rest = rest.dropFirst()
    }
    guard !title.isEmpty else {
      let row = words.phrase(.row)
      return (
        [
          .span(
            Span(
              [.text(Text("\(row.text) \(number)"))],
              info: NodeInfo(language: row.isStandIn ? row.language : nil)))
        ], entries
      )
    }
    var inlines: [Inline] = []
    for entry in title {
      if !inlines.isEmpty { inlines.append(.text(Text(", "))) }
      if let label = label(of: entry), entry.cell.heading == nil || grid.columnCount > 1 {
        inlines += label + [.text(Text(": "))]
      }
      inlines += entry.cell.words
    }
    return (inlines, Array(rest))
  }

  /// What an entry says, after its label.
  private func value(of entry: TableGrid.Entry) -> [Block] {
    let label = label(of: entry).map { $0 + [.text(Text(": "))] } ?? []
    if entry.cell.isBlank { return [.paragraph(Paragraph(label + [.text(Text("–"))]))] }
    if case .paragraph(var first) = entry.cell.blocks.first {
      first.inlines = label + first.inlines
      first.alignment = nil
      return [.paragraph(first)] + entry.cell.blocks.dropFirst()
    }
    return label.isEmpty ? entry.cell.blocks : [.paragraph(Paragraph(label))] + entry.cell.blocks
  }

  /// The headings of an entry's columns, outermost first; nil when there are none.
  private func label(of entry: TableGrid.Entry) -> [Inline]? {
    let last = min(entry.column + entry.cell.columnSpan, grid.headings.count) - 1
    guard grid.headings.indices.contains(entry.column), last >= entry.column else { return nil }
    func words(_ column: Int) -> [Inline] {
      var inlines: [Inline] = []
      for cell in grid.headings[column] where !cell.isBlank {
        if !inlines.isEmpty { inlines.append(.text(Text(", "))) }
        inlines += cell.words.withoutIdentifiers
      }
      return inlines
    }
    var inlines = words(entry.column)
    if last > entry.column {
      let end = words(last)
      if !end.isEmpty, end != inlines { inlines += (inlines.isEmpty ? [] : [.text(Text(" – "))]) + end }
    }
    return inlines.isEmpty ? nil : inlines
  }

  private static func inBold(_ block: Block) -> Block {
    guard case .paragraph(var paragraph) = block else { return block }
    paragraph.inlines = [.styled(Styled(.strong, paragraph.inlines))]
    return .paragraph(paragraph)
  }
}

extension TableCell {
  /// Whether the cell is words that can be a heading: one paragraph, not long.
  fileprivate var isShort: Bool {
    guard blocks.count <= 1 else { return false }
    guard let block = blocks.first else { return true }
    guard case .paragraph(let paragraph) = block else { return false }
    return paragraph.inlines.plainText.unicodeScalars.count <= 80 && !paragraph.inlines.holdPicture
  }

  /// The words of the cell in a line: those of its paragraphs, with spaces between; what else is in it
  /// as its plain text.
  fileprivate var words: [Inline] {
    var inlines: [Inline] = []
    for block in blocks {
      if !inlines.isEmpty { inlines.append(.text(Text(" "))) }
      if case .paragraph(let paragraph) = block {
        inlines += paragraph.inlines
      } else {
        inlines.append(.text(Text(block.allWords)))
      }
    }
    return inlines
  }
}

extension Block {
  /// All the words in it, parted by spaces.
  var allWords: String {
    if case .code(let code) = self { return code.text }
    let inside = children
    return ([inside.inlines.plainText] + inside.blocks.map(\.allWords)).filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}

extension NodeInfo {
  /// What a part of a node that was changed keeps: language and direction.
  fileprivate var forPart: NodeInfo {
    NodeInfo(range: range, id: id, language: language, direction: direction)
  }
}

extension [Inline] {
  /// Whether there is nothing to read.
  fileprivate var isBlank: Bool { plainText.allSatisfy(\.isWhitespace) && !holdPicture }

  fileprivate var holdPicture: Bool {
    var found = false
    for inline in self { inline.walk { if case .inline(.image) = $0 { found = true } } }
    return found
  }

  /// The inlines without names that links lead to and without notes' marks, for words that stand more
  /// than once.
  fileprivate var withoutIdentifiers: [Inline] {
    var cleaner = IdentifierCleaner()
    return cleaner.rewrite(self)
  }
}

/// Takes names that links lead to, links and marks of notes out of what stands more than once.
struct IdentifierCleaner: Rewriter {
  mutating func replacement(for block: Block) -> Block {
    var block = block
    block.info.id = nil
    return block
  }

  mutating func replacement(for inline: Inline) -> Inline {
    switch inline {
    case .text(var node): node.info.id = nil; return .text(node)
    case .styled(var node): node.info.id = nil; return .styled(node)
    case .span(var node): node.info.id = nil; return .span(node)
    case .link(let node): return .span(Span(node.inlines, info: NodeInfo(language: node.info.language)))
    case .crossReference(let node):
      return .span(Span(node.inlines, info: NodeInfo(language: node.info.language)))
    case .noteReference: return .text(Text(""))
    case .abbreviation(var node): node.info.id = nil; return .abbreviation(node)
    case .image(var node): node.info.id = nil; return .image(node)
    case .code(var node): node.info.id = nil; return .code(node)
    case .mathematics(var node): node.info.id = nil; return .mathematics(node)
    case .lineBreak(var node): node.info.id = nil; return .lineBreak(node)
    case .pageBreak: return .text(Text(""))
    }
  }
}
