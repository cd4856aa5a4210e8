import DocumentModel
import Wording

/// Writes a document as text without layout, for people: plain, or Markdown as CommonMark 0.31 with the
/// tables and notes of GitHub. A sentence that is a paragraph is a line.
///
/// Nothing is skipped: a `switch` over nodes without `default` is what makes sure.
struct TextWriter {
  /// What is written.
  enum Syntax {
    /// Words alone.
    case plain
    /// Words with the marks of Markdown.
    case markdown
  }

  /// Lines that belong together; an empty line parts them from the next.
  typealias Group = [String]

  let document: Document
  let syntax: Syntax
  let words: ProgramWords
  var marks: NoteMarks
  /// Abbreviations that have been written out.
  var expanded: Set<String> = []
  /// The numbers of notes in Markdown, by their identifiers: several may have the same mark, such as an
  /// asterisk.
  var noteNumbers: [String: Int] = [:]
  /// The list just before, where nothing parts it from what comes next: two lists with the same marks
  /// would be one in Markdown.
  private var listBefore: (isNumbered: Bool, isOther: Bool)?
  /// How many decorative pictures plain text leaves out.
  var decorations = 0
  /// The addresses pictures are found at, by the names images give.
  let pictureAddresses: [String: String]
  /// The language of what is being written.
  var language: String?
  /// Whether what is being written is bold.
  var isBold = false
  /// Whether what is being written is the words of a link, in which there can be no other.
  var isInLink = false
  /// The identifiers of headings that readers of Markdown give them too.
  let namedHeadings: Set<String>

  init(_ document: Document, syntax: Syntax, pictureAddresses: [String: String] = [:]) {
    self.document = document
    self.syntax = syntax
    self.pictureAddresses = pictureAddresses
    words = ProgramWords(document.metadata.language)
    marks = NoteMarks(document)
    namedHeadings = syntax == .markdown ? HeadingIdentifiers.named(in: document) : []
    language = document.metadata.language?.tag
  }

  /// All of the text, notes last, with one line end at its end.
  mutating func text() -> String {
    let written = groups(for: document.blocks) + notes()
    return Self.joined(written).joined(separator: "\n") + "\n"
  }

  // MARK: - Blocks

  mutating func groups(for blocks: [Block]) -> [Group] { blocks.flatMap { groups(for: $0) } }

  private mutating func groups(for block: Block) -> [Group] {
    if case .heading = block { return written(block) }
    return inLanguage(block.info) { $0.written(block) }
  }

  /// What is in a language of its own, between the tags that say so.
  private mutating func inLanguage(_ info: NodeInfo, _ write: (inout TextWriter) -> [Group]) -> [Group] {
    guard syntax == .markdown, let tag = info.language?.tag, tag != language else { return write(&self) }
    let outer = language
    language = tag
    listBefore = nil
    let inside = write(&self).filter { !$0.isEmpty }
    listBefore = nil
    language = outer
    return inside.isEmpty ? [] : [["<div lang=\"\(tag)\">"]] + inside + [["</div>"]]
  }

  private mutating func written(_ block: Block) -> [Group] {
    switch block {
    case .list, .division: break
    case .heading, .paragraph, .definitionList, .blockQuote, .code, .table, .figure, .aside, .lineGroup,
      .mathematics, .separator, .pageBreak:
      listBefore = nil
    }
    switch block {
    case .heading(let node): return heading(node)
    case .paragraph(let node): return paragraph(node.inlines)
    case .list(let node): return [list(node)]
    case .definitionList(let node): return definitions(node)
    case .blockQuote(let node):
      var inside = groups(for: node.blocks)
      if !node.attribution.isEmpty {
        let hasDash = node.attribution.plainText.first { !$0.isWhitespace }.map("–—―-".contains) == true
        inside += paragraph((hasDash ? [] : [.text(Text("– "))]) + node.attribution)
      }
      return quoted(inside)
    case .code(let node): return code(node)
    case .table(let node): return table(node)
    case .figure(let node): return groups(for: node.blocks) + groups(for: node.caption)
    case .aside(let node): return aside(node)
    case .lineGroup(let node):
      let lines = node.lines.map { line in
        String(repeating: syntax == .plain ? "  " : "&emsp;", count: min(line.indent, 8))
          + onOneLine(inLanguage(line.info) { $0.text(of: line.inlines) })
      }
      return [broken(lines)]
    case .mathematics(let node):
      switch syntax {
      case .plain: return [[node.mathematics.alternative ?? node.mathematics.tex ?? words.text(.formula)]]
      case .markdown:
        guard let tex = node.mathematics.tex else {
          return paragraph([.text(Text(formula(node.mathematics)))])
        }
        return [["$$"] + tex.split(whereSeparator: \.isNewline).map(String.init) + ["$$"]]
      }
    case .separator: return [[syntax == .plain ? "* * *" : "---"]]
    case .pageBreak(let node):
      let number = onOneLine(node.number)
      return number.isEmpty ? [] : [[escaped("[\(words.text(.printPage)) \(number)]")]]
    case .division(let node):
      let inside = groups(for: node.blocks)
      // The lines of one idea stand together.
      guard syntax == .plain, node.role == Division.idea else { return inside }
      return inside.isEmpty ? [] : [inside.flatMap(\.self)]
    }
  }

  private mutating func heading(_ node: Heading) -> [Group] {
    let outer = language
    let own = node.info.language?.tag
    language = own ?? language
    let text = onOneLine(self.text(of: node.inlines))
    language = outer
    guard !text.isEmpty else { return [] }
    switch syntax {
    case .markdown:
      let attributes = own.map { $0 == outer ? "" : " {lang=\($0)}" } ?? ""
      return [[String(repeating: "#", count: min(node.level, 6)) + " " + Self.withSafeEnd(text) + attributes]]
    case .plain:
      guard node.level <= 2 else { return [[text]] }
      return [[text, String(repeating: node.level == 1 ? "=" : "-", count: min(text.count, 72))]]
    }
  }

  private mutating func paragraph(_ inlines: [Inline]) -> [Group] {
    let text = text(of: inlines)
    if text.isOneLine { return text.isEmpty ? [] : [broken([text])] }
    let lines = text.split(whereSeparator: \.isNewline).map { onOneLine(String($0)) }
      .filter { !$0.isEmpty }
    return lines.isEmpty ? [] : [broken(lines)]
  }

  /// Lines whose ends are kept.
  private func broken(_ lines: [String]) -> Group {
    guard syntax == .markdown else { return lines }
    return lines.enumerated().map { index, line in
      let safe = Self.withSafeStart(line)
      guard index < lines.count - 1 else { return safe }
      // Readers of GitHub's Markdown take a backslash right behind an address for a part of it.
      return safe + (Self.endsInAddress(safe) ? " \\" : "\\")
    }
  }

  private static func endsInAddress(_ line: String) -> Bool {
    let word = line.split(whereSeparator: \.isWhitespace).last ?? ""
    return word.contains("://") || word.contains("www.")
  }

  private mutating func list(_ node: List) -> Group {
    var lines: Group = []
    let isNumbered = if case .numbered = node.kind { true } else { false }
    var isOther = listBefore?.isNumbered == isNumbered && listBefore?.isOther == false
    defer { listBefore = (isNumbered, isOther) }
    let bullet = isOther ? "* " : "- "
    var next = if case .numbered(let start, _, _) = node.kind { start } else { 1 }
    for (place, item) in node.items.enumerated() {
      var mark: String
      switch node.kind {
      case .bulleted: mark = syntax == .plain ? "• " : bullet
      case .unmarked: mark = syntax == .plain ? "" : bullet
      case .numbered(_, let style, let delimiter):
        let number = item.number ?? next
        if syntax == .markdown, place > 0, number != next {
          // A list of Markdown counts on from its first number: where the numbers jump, another begins.
          isOther.toggle()
          if lines.last != "" { lines.append("") }
        }
        next = number &+ 1
        mark =
          syntax == .plain ? style.text(number, delimiter) + " " : "\(max(number, 0))\(isOther ? ")" : ".") "
      }
      if let task = item.task {
        mark += syntax == .plain ? (task == .done ? "☑ " : "☐ ") : (task == .done ? "[x] " : "[ ] ")
      }
      listBefore = nil
      let inside = inLanguage(item.info) { $0.groups(for: item.blocks) }
      let isLoose = inside.count > 1
      let content = isLoose && syntax == .markdown ? Self.joined(inside) : inside.flatMap(\.self)
      let width = syntax == .plain ? mark.count : mark.prefix { $0 != "[" }.count
      lines += Self.indented(content.isEmpty ? [""] : content, first: mark, rest: width)
      if isLoose, syntax == .markdown { lines.append("") }
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  private mutating func definitions(_ node: DefinitionList) -> [Group] {
    node.items.flatMap { item -> [Group] in
      let terms = item.terms.map { term in
        inLanguage(term.info) { $0.boldLine(term.inlines) }
      }
      let meanings = item.definitions.flatMap { definition in
        inLanguage(definition.info) { $0.groups(for: definition.blocks) }
      }
      switch syntax {
      case .plain: return [terms + Self.indented(meanings.flatMap(\.self), first: "  ", rest: 2)]
      case .markdown: return [broken(terms)] + meanings
      }
    }
  }

  /// Inlines as one line, bold in Markdown.
  private mutating func boldLine(_ inlines: [Inline]) -> String {
    let bold = Inline.styled(Styled(.strong, inlines))
    return onOneLine(text(of: syntax == .plain ? inlines : [bold]))
  }

  private mutating func aside(_ node: Aside) -> [Group] {
    var title = boldLine(node.title)
    if title.isEmpty {
      let name: ProgramWords.Name? =
        switch node.kind {
        case .tip: .tip
        case .important: .important
        case .warning: .warning
        case .example: .example
        case .sidebar, .note, .details: nil
        }
      title = name.map { boldLine([.text(Text(words.text($0)))]) } ?? ""
    }
    var inside: [Group] = title.isEmpty ? [] : [[title]]
    if let colour = node.colour { inside.append([escaped(colour)]) }
    return quoted(inside + groups(for: node.blocks))
  }

  private func quoted(_ inside: [Group]) -> [Group] {
    guard !inside.isEmpty else { return [] }
    switch syntax {
    case .plain: return inside.map { Self.indented($0, first: "    ", rest: 4) }
    case .markdown: return [Self.joined(inside).map { $0.isEmpty ? ">" : "> " + $0 }]
    }
  }

  private func code(_ node: CodeBlock) -> [Group] {
    let lines = node.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
    guard syntax == .markdown else { return [lines.map { "    " + $0 }] }
    var fence = "```"
    while node.text.contains(fence) { fence += "`" }
    let language = node.programmingLanguage.map { onOneLine($0).filter { $0 != "`" } } ?? ""
    return [[fence + language] + lines + [fence]]
  }

  // MARK: - Notes

  private mutating func notes() -> [Group] {
    var written: [Group] = []
    func write(_ writer: inout TextWriter) {
      while let next = writer.marks.next() {
        let inside = Self.joined(writer.groups(for: next.note.blocks))
        switch writer.syntax {
        case .plain: written.append(Self.indented(inside, first: "[\(next.mark)] ", rest: 4))
        case .markdown:
          written.append(Self.indented(inside, first: "[^\(writer.noteNumber(next.note.id))]: ", rest: 4))
        }
      }
    }
    write(&self)
    while let id = marks.unreferenced() {
      _ = marks.mark(of: id)
      write(&self)
    }
    guard !written.isEmpty, syntax == .plain else { return written }
    let heading = words.text(.notes)
    return [[heading, String(repeating: "-", count: heading.count)]] + written
  }

  // MARK: - Lines

  /// Groups as lines, an empty one between two.
  static func joined(_ groups: [Group]) -> Group {
    Group(groups.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  /// Lines after a mark, the rest as far in as the mark is wide.
  static func indented(_ lines: Group, first: String, rest: Int) -> Group {
    let space = String(repeating: " ", count: rest)
    return lines.enumerated().map { index, line in
      index == 0 ? first + line : line.isEmpty ? "" : space + line
    }
  }

  func onOneLine(_ text: String) -> String {
    text.isOneLine ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension String {
  /// Whether it is certain, from its bytes, that the only white space in it is single spaces within.
  fileprivate var isOneLine: Bool {
    var last: UInt8 = 0x20
    for byte in utf8 {
      switch byte {
      case 0x20: if last == 0x20 { return false }
      case 0x09...0x0D: return false
      // The bytes that spaces beyond ASCII begin with, or have in their middle: not looked at closely.
      case 0xC2, 0xE1, 0xE3: return false
      case 0x80 where last == 0xE2, 0x81 where last == 0xE2: break
      case 0x80...0x8A, 0x9F, 0xA8, 0xA9, 0xAF:
        if last == 0x80 || last == 0x81 { return false }
      default: break
      }
      last = byte
    }
    return last != 0x20 || utf8.isEmpty
  }
}

extension NumberStyle {
  /// A number as print has it, with what follows it.
  fileprivate func text(_ number: Int, _ delimiter: NumberDelimiter) -> String {
    let figures =
      switch self {
      case .decimal: "\(number)"
      case .lowerLetter: Self.letters(number)
      case .upperLetter: Self.letters(number).uppercased()
      case .lowerRoman: Self.roman(number)
      case .upperRoman: Self.roman(number).uppercased()
      }
    return switch delimiter {
    case .period, .none: figures + "."
    case .parenthesis: figures + ")"
    case .parentheses: "(\(figures))"
    }
  }

  private static func letters(_ number: Int) -> String {
    guard number > 0 else { return "\(number)" }
    var (rest, text) = (number, "")
    while rest > 0 {
      rest -= 1
      text = String(Character(Unicode.Scalar(UInt8(97 + rest % 26)))) + text
      rest /= 26
    }
    return text
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<4_000).contains(number) else { return "\(number)" }
    let signs = [
      (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
      (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var (rest, text) = (number, "")
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
