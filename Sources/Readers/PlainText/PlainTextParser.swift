import Diagnostics
import DocumentModel

/// Makes blocks of the passages of a text.
struct PlainTextParser {
  let lines: PlainLines
  let headings: PlainHeadings
  var guesses = PlainTextGuesses()
  private var blocks: [Block] = []

  init(_ lines: PlainLines) {
    self.lines = lines
    headings = PlainHeadings(lines)
  }

  /// Makes all blocks.
  mutating func parse() -> [Block] {
    var pages = lines.pages[...]
    var index = 0
    while index < lines.passages.count {
      while pages.first == index { addPage(&pages) }
      var next = index + 1
      let limit = pages.first ?? lines.passages.count
      if let list = list(from: index, upTo: limit) {
        blocks.append(.list(list.list))
        guesses.add(.list, at: list.list.info.range)
        next = list.end
      } else {
        add(lines.passages[index], index)
      }
      index = next
    }
    while !pages.isEmpty { addPage(&pages) }
    return blocks
  }

  private mutating func addPage(_ pages: inout ArraySlice<Int>) {
    guard let index = pages.popFirst() else { return }
    let next = lines.passages.indices.contains(index) ? lines.passages[index].first : nil
    let range = next.map { SourceRange($0.range.start, $0.range.start) }
    blocks.append(.pageBreak(PageBreak(number: "", info: NodeInfo(range: range))))
    guesses.add(.page, at: range)
  }

  private mutating func add(_ passage: [PlainLine], _ index: Int) {
    if let level = headings.levels[index] {
      let heading = passage.filter { !$0.isRule }
      let range = heading.range
      let words = heading.map { $0.words.collapsed }.joined(separator: " ")
      guesses.add(heading: words, at: range)
      blocks.append(
        .heading(
          Heading(
            level: level, [.text(Text(words, info: NodeInfo(range: range)))], info: NodeInfo(range: range))))
    } else if passage.count == 1, passage[0].isRule {
      blocks.append(.separator(Separator(info: NodeInfo(range: passage[0].range))))
    } else if let underline = headings.underlines[index] {
      // A heading with its text on the lines after it.
      add(Array(passage[...underline.line]), level: underline.level)
      let rest = Array(passage[(underline.line + 1)...])
      if !rest.isEmpty { addText(rest) }
    } else {
      addText(passage)
    }
  }

  private mutating func add(_ lines: [PlainLine], level: Int) {
    let heading = lines.filter { !$0.isRule }
    let words = heading.map { $0.words.collapsed }.joined(separator: " ")
    let info = NodeInfo(range: heading.range)
    guesses.add(heading: words, at: heading.range)
    blocks.append(.heading(Heading(level: level, [.text(Text(words, info: info))], info: info)))
  }

  /// Adds a passage that is no heading and begins no list.
  private mutating func addText(_ passage: [PlainLine]) {
    if passage.isTable {
      let least = passage.map(\.indent).min() ?? 0
      let text = passage.map { line in
        String(repeating: " ", count: max(0, line.indent - least)) + line.words
      }.joined(separator: "\n")
      blocks.append(.code(CodeBlock(text, info: NodeInfo(range: passage.range))))
      guesses.add(.table, at: passage.range)
    } else if passage.allSatisfy({ $0.words.hasPrefix(">") }) {
      let inner = passage.map { line in
        PlainLine(number: line.number, String(line.words.drop { $0 == ">" || $0 == " " }))
      }
      let shown = inner.filter { !$0.isBlank }
      guard !shown.isEmpty else { return addParagraphs(passage) }
      quote { $0.addParagraphs(shown) }
    } else if passage.allSatisfy({ $0.indent >= lines.margin + 3 }), isBesideText(passage) {
      quote { $0.addParagraphs(passage) }
    } else {
      addParagraphs(passage)
    }
  }

  /// Whether lines stand in from a margin that other lines keep: a text all of whose first lines are
  /// indented has no quotations there.
  private func isBesideText(_ passage: [PlainLine]) -> Bool {
    passage.count > 1
      || lines.passages.contains { $0.count > 1 && $0.allSatisfy { $0.indent == lines.margin } }
  }

  private mutating func quote(_ body: (inout PlainTextParser) -> Void) {
    let outer = blocks
    blocks = []
    body(&self)
    let inner = blocks
    blocks = outer
    let range = inner.first?.info.range.joined(inner.last?.info.range)
    if case .blockQuote(var last)? = blocks.last {
      last.blocks += inner
      last.info.range = last.info.range.joined(range)
      blocks[blocks.count - 1] = .blockQuote(last)
    } else {
      blocks.append(.blockQuote(BlockQuote(inner, info: NodeInfo(range: range))))
      guesses.add(.quotation, at: range)
    }
  }

  /// Adds the paragraphs of a passage: one, or one for every line that stands in from the others.
  private mutating func addParagraphs(_ passage: [PlainLine]) {
    let least = passage.map(\.indent).min() ?? 0
    let indented = passage.indices.filter { passage[$0].indent >= least + 2 }
    var starts =
      indented.isEmpty || indented.count * 2 > passage.count ? [0] : Array(Set([0] + indented)).sorted()
    if indented.first == 0, indented.count == 1 { starts = [0] }
    for (position, start) in starts.enumerated() {
      let end = position + 1 < starts.count ? starts[position + 1] : passage.count
      for paragraph in paragraphs(Array(passage[start..<end])) { blocks.append(.paragraph(paragraph)) }
    }
  }

  /// The paragraphs that lines are: one that they were broken from, one each where they are long, or one
  /// that keeps its lines.
  ///
  /// - Parameter isItem: whether they are an item of a list, whose lines after the first go on with it.
  mutating func paragraphs(_ lines: [PlainLine], isItem: Bool = false) -> [Paragraph] {
    guard lines.count > 1 else { return lines.map { Paragraph(plain: [$0], keepingLines: false) } }
    if lines.contains(where: { $0.length > PlainLines.longestBroken }) {
      return lines.map { Paragraph(plain: [$0], keepingLines: false) }
    }
    let joins = isItem || areBroken(lines)
    guesses.add(joins ? .joined : .kept, lines.count, at: lines.range)
    if joins {
      guesses.add(
        .hyphen, zip(lines, lines.dropFirst()).count { $0.dividesWord(before: $1) }, at: lines.range)
    }
    return [Paragraph(plain: lines, keepingLines: !joins)]
  }

  /// Whether lines end where the next word had no room any more.
  private func areBroken(_ lines: [PlainLine]) -> Bool {
    let body = lines[lines.count > 1 ? 1 : 0].indent
    guard let width = self.lines.width(atIndent: body) ?? self.lines.width(atIndent: lines[0].indent) else {
      return false
    }
    var full = 0
    for (line, next) in zip(lines, lines.dropFirst()) {
      let word = next.words.prefix { !$0.isWhitespace }.unicodeScalars.count
      // Lines set by hand are a little uneven.
      if line.length + 1 + word > width - 6 { full += 1 }
    }
    return full * 5 >= (lines.count - 1) * 4
  }
}

extension PlainLine {
  /// Whether the line ends in a hyphen between two letters of what may be one word.
  func dividesWord(before next: PlainLine) -> Bool {
    guard text.last == "-", let before = text.dropLast().last, before.isLetter else { return false }
    return next.words.first?.isLowercase == true
  }
}

extension [PlainLine] {
  /// Where the lines stand.
  var range: SourceRange? { first.flatMap { first in last.map { first.range.union($0.range) } } }
}

extension Paragraph {
  /// The paragraph lines make, as one line or each on its own.
  init(plain lines: [PlainLine], keepingLines: Bool) {
    var inlines: [Inline] = []
    if keepingLines {
      for line in lines {
        if !inlines.isEmpty { inlines.append(.lineBreak(LineBreak(info: NodeInfo(range: line.range)))) }
        inlines.append(.text(Text(line.words.collapsed, info: NodeInfo(range: line.range))))
      }
    } else {
      var words = ""
      for (index, line) in lines.enumerated() {
        if index > 0, !lines[index - 1].dividesWord(before: line) { words += " " }
        words += line.words.collapsed
      }
      inlines = [.text(Text(words, info: NodeInfo(range: lines.range)))]
    }
    self.init(inlines, info: NodeInfo(range: lines.range))
  }
}
