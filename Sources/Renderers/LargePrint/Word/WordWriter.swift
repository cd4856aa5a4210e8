import BrailleMathematics
import DocumentModel
import Wording
import XMLTree

/// Writes blocks as the paragraphs and tables of a Word document. Every node is answered for; what Word
/// has no form for stands as words.
struct WordWriter {
  let edition: LargePrintEdition
  /// Lists met.
  var numbering: WordNumbering
  /// Parts the document refers to.
  var relations = WordRelations()
  /// The headings met in the text itself, for the contents.
  var headings: [Heading] = []
  var marks: NoteMarks
  /// Names that links within the document lead to.
  let targets: Set<String>
  /// Names that stand before what is written next.
  var waitingNames: [String] = []
  /// Names that have been written.
  var writtenNames: Set<String> = []
  /// Abbreviations that have been expanded.
  var expanded: Set<String> = []
  /// The commands that formulas define for all of them.
  let macros: TeXMacros
  /// What was met and is said once.
  var tallies = WebContentWriter.Tallies()
  /// The pictures' bytes.
  let resources: [String: Resource]
  /// Drawings that stand in words.
  var drawings = 0
  /// Pictures that carry no information.
  var decorations = Tally<String>()
  private var bookmarkCount = 0
  private var openLevels: [Int] = []
  /// Whether the pages of the section that is open are on their sides.
  var isSideways = false

  typealias W = WordElement

  /// A heading for the contents.
  struct Heading {
    var level: Int
    var text: String
    var bookmark: String
    /// Whether it is in the source.
    var isFromSource: Bool
  }

  /// What is around a block.
  struct Context {
    /// The style of its paragraphs.
    var style: String?
    /// Where its text begins, in twentieths of a point.
    var indent = 0
    /// How many lists it is in.
    var listLevel = 0
    /// The list whose mark the next paragraph has.
    var list: (number: Int, level: Int)?
    /// Whether headings belong to the document.
    var isFlow = true
    var run = WordRunStyle()
    var isRightToLeft = false
  }

  var settings: LargePrintSettings { edition.settings }
  var words: ProgramWords { edition.words }
  /// A size of the text, in twentieths of a point.
  var em: Int { settings.points * 20 }

  init(_ edition: LargePrintEdition) {
    self.edition = edition
    numbering = WordNumbering(points: edition.settings.points)
    marks = NoteMarks(edition.document)
    resources = edition.document.resourcesByName
    macros = edition.document.formulaMacros
    var targets: Set<String> = []
    edition.document.walk { node in
      if case .inline(.crossReference(let reference)) = node { targets.insert(reference.target) }
    }
    self.targets = targets
  }

  // MARK: - Blocks

  mutating func elements(for blocks: [Block], in context: inout Context) -> [XMLElement] {
    var elements: [XMLElement] = []
    for block in blocks { elements += self.elements(for: block, in: &context) }
    return elements
  }

  mutating func elements(for blocks: [Block]) -> [XMLElement] {
    var context = Context(isRightToLeft: edition.language.isRightToLeft)
    return elements(for: blocks, in: &context)
  }

  private mutating func elements(for block: Block, in context: inout Context) -> [XMLElement] {
    note(block.info.id)
    let outer = (context.run, context.isRightToLeft)
    context.take(block.info)
    defer { (context.run, context.isRightToLeft) = outer }
    switch block {
    case .heading(let node): return heading(node, in: &context)
    case .paragraph(let node):
      let style: String? =
        switch node.kind {
        case .plain, .blocked, .hanging, .directions, .transcribersNote: nil
        case .attribution: context.style ?? "Normal"
        }
      return [paragraph(style, runs(for: node.inlines, context.run), in: &context)]
    case .list(let node): return list(node, in: &context)
    case .definitionList(let node): return definitions(node, in: &context)
    case .blockQuote(let node):
      return within(&context, style: "BlockText") { writer, inner in
        var elements = writer.elements(for: node.blocks, in: &inner)
        if !node.attribution.isEmpty {
          elements.append(
            writer.paragraph(nil, writer.runs(for: node.attribution, inner.run), in: &inner))
        }
        return elements
      }
    case .code(let node):
      return [paragraph("ProgramCode", lines(of: node.text, WordRunStyle(isCode: true)), in: &context)]
    case .table(let node): return table(node, in: &context)
    case .figure(let node):
      var elements = within(&context, style: context.style) {
        $0.elements(for: node.blocks, in: &$1)
      }
      elements += caption(node.caption, in: &context)
      return elements
    case .aside(let node): return aside(node, in: &context)
    case .lineGroup(let node):
      var runs: [XMLElement] = []
      for (index, line) in node.lines.enumerated() {
        if index > 0 { runs.append(W.of("w:r", [:], [W.of("w:br")])) }
        note(line.info.id)
        if line.indent > 0 {
          runs.append(run(String(repeating: "\u{2003}", count: min(line.indent, 8)), context.run))
        }
        var style = context.run
        style.take(line.info)
        runs += self.runs(for: line.inlines, style)
      }
      return [paragraph(nil, runs, in: &context)]
    case .mathematics(let node):
      let runs = formula(node.mathematics, .displayed, context.run, at: node.info.range)
      return [paragraph(nil, runs, in: &context)]
    case .separator:
      let line = W.of(
        "w:bottom", ["w:val": "single", "w:sz": "12", "w:space": "1", "w:color": "000000"])
      return [W.of("w:p", [:], [W.of("w:pPr", [:], [W.of("w:pBdr", [:], [line])])])]
    case .pageBreak(let node):
      guard let name = printPage(node) else { return [] }
      return [paragraph("PrintPage", [run(name, context.run)], in: &context)]
    case .division(let node): return elements(for: node.blocks, in: &context)
    }
  }

  /// Blocks set apart, with another style; headings in them are not the document's.
  mutating func within(
    _ context: inout Context, style: String?, indent: Int = 0,
    _ body: (inout WordWriter, inout Context) -> [XMLElement]
  ) -> [XMLElement] {
    var inner = context
    inner.style = style
    inner.indent += indent
    inner.isFlow = false
    let elements = body(&self, &inner)
    context.list = inner.list
    return elements
  }

  private mutating func heading(_ node: DocumentModel.Heading, in context: inout Context)
    -> [XMLElement]
  {
    guard context.isFlow, context.listLevel == 0 else {
      var style = context.run
      style.isBold = true
      return [paragraph(nil, runs(for: node.inlines, style), in: &context)]
    }
    while let last = openLevels.last, last >= node.level { openLevels.removeLast() }
    openLevels.append(node.level)
    let level = min(openLevels.count, 9)
    let text = node.inlines.plainText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var runs = runs(for: node.inlines, context.run)
    if !text.isEmpty {
      let name = "_Toc\(headings.count + 1)"
      headings.append(
        Heading(level: level, text: text, bookmark: name, isFromSource: node.info.range != nil))
      runs = bookmark(name) + runs
    }
    let start = node.info.pageTurns.contains(.turned) ? beginSideways() : []
    return start + [paragraph("Heading\(level)", runs, in: &context)]
  }

  private mutating func aside(_ node: Aside, in context: inout Context) -> [XMLElement] {
    within(&context, style: "Box") { writer, inner in
      var elements: [XMLElement] = []
      var style = inner.run
      style.isBold = true
      let label: [XMLElement]
      if !node.title.isEmpty {
        label = writer.runs(for: node.title, style)
      } else {
        let name: ProgramWords.Name? =
          switch node.kind {
          case .tip: .tip
          case .important: .important
          case .warning: .warning
          case .example: .example
          case .sidebar, .note, .details: nil
          }
        label = name.map { [writer.own($0, style)] } ?? []
      }
      if !label.isEmpty { elements.append(writer.paragraph("BoxTitle", label, in: &inner)) }
      if let colour = node.colour {
        elements.append(writer.paragraph(nil, [writer.run(colour, inner.run)], in: &inner))
      }
      return elements + writer.elements(for: node.blocks, in: &inner)
    }
  }

  /// A caption: its paragraphs in the style for that.
  mutating func caption(_ blocks: [Block], in context: inout Context) -> [XMLElement] {
    within(&context, style: "Caption") { $0.elements(for: blocks, in: &$1) }
  }

  private mutating func definitions(_ node: DefinitionList, in context: inout Context)
    -> [XMLElement]
  {
    var elements: [XMLElement] = []
    for item in node.items {
      note(item.info.id)
      for term in item.terms {
        note(term.info.id)
        var style = context.run
        style.take(term.info)
        elements.append(paragraph("Term", runs(for: term.inlines, style), in: &context))
      }
      for definition in item.definitions {
        note(definition.info.id)
        elements += within(&context, style: "Definition", indent: em * 3 / 2) {
          $0.elements(for: definition.blocks, in: &$1)
        }
      }
    }
    return elements
  }

  private mutating func list(_ node: List, in context: inout Context) -> [XMLElement] {
    var elements: [XMLElement] = []
    let level = min(context.listLevel, 8)
    let indent = context.indent + em * 8 / 5
    // A box to tick is a mark of its own.
    let isTasks = node.kind == .bulleted && node.items.allSatisfy { $0.task != nil }
    let kind = isTasks ? .unmarked : node.kind
    var number = numbering.add(kind, level: level, indent: indent)
    var next = if case .numbered(let start, _, _) = node.kind { start } else { 1 }
    for item in node.items {
      note(item.info.id)
      if case .numbered = node.kind {
        if let own = item.number, own != next {
          number = numbering.add(node.kind, level: level, indent: indent, start: own)
          next = own
        }
        next &+= 1
      }
      var inner = context
      inner.take(item.info)
      inner.style = "ListParagraph"
      inner.indent = indent
      inner.listLevel += 1
      inner.isFlow = false
      inner.list = (number, level)
      var blocks = item.blocks
      if let task = item.task {
        let box = Inline.text(Text(task == .done ? "☑ " : "☐ "))
        if case .paragraph(var first) = blocks.first {
          first.inlines.insert(box, at: 0)
          blocks[0] = .paragraph(first)
        } else {
          blocks.insert(.paragraph(Paragraph([box])), at: 0)
        }
      }
      elements += self.elements(for: blocks, in: &inner)
      // An item that holds no paragraph has its mark on a line of its own.
      if inner.list != nil { elements.append(paragraph(nil, [], in: &inner)) }
    }
    return elements
  }

  // MARK: - Paragraphs

  /// A paragraph in a style, or the one around it, with the mark of a list where it is the first of an
  /// item.
  mutating func paragraph(_ style: String?, _ runs: [XMLElement], in context: inout Context)
    -> XMLElement
  {
    var properties: [XMLElement] = []
    let style = style ?? context.style
    if let style, style != "Normal" { properties.append(W.value("w:pStyle", style)) }
    if let list = context.list {
      properties.append(
        W.of("w:numPr", [:], [W.value("w:ilvl", list.level), W.value("w:numId", list.number)]))
    }
    if context.isRightToLeft { properties.append(W.of("w:bidi")) }
    // The list's own indent holds for its first paragraph.
    if context.list == nil, context.indent > 0 {
      properties.append(W.of("w:ind", ["w:left": "\(context.indent)"]))
    }
    context.list = nil
    var children: [XMLElement] = []
    if !properties.isEmpty { children.append(W.of("w:pPr", [:], properties)) }
    children += takeNames() + runs
    return W.of("w:p", [:], children)
  }

  /// Notes that a name stands here, if links lead to it.
  mutating func note(_ id: String?) {
    if let id, targets.contains(id) { waitingNames.append(id) }
  }

  /// The names that wait, as bookmarks.
  private mutating func takeNames() -> [XMLElement] {
    let names = waitingNames
    waitingNames = []
    return names.flatMap { writtenNames.insert($0).inserted ? bookmark(Self.bookmarkName($0)) : [] }
  }

  /// A place with a name.
  mutating func bookmark(_ name: String) -> [XMLElement] {
    bookmarkCount += 1
    return [
      W.of("w:bookmarkStart", ["w:id": "\(bookmarkCount)", "w:name": name]),
      W.of("w:bookmarkEnd", ["w:id": "\(bookmarkCount)"]),
    ]
  }

  /// The name of a bookmark: 40 letters, digits and underscores at most, a letter first.
  static func bookmarkName(_ id: String) -> String {
    // FNV-1a keeps names short and apart.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return "b_" + String(hash, radix: 36)
  }

  /// The name of a print page; nil when it has none.
  func printPage(_ node: PageBreak) -> String? {
    let number = node.number.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return number.isEmpty ? nil : words.text(.printPage) + " " + number
  }
}

extension WordWriter.Context {
  /// Takes a node's language and direction.
  mutating func take(_ info: NodeInfo) {
    run.take(info)
    if let language = info.language { isRightToLeft = language.isRightToLeft }
    if let direction = info.direction { isRightToLeft = direction == .rightToLeft }
  }
}

extension WordRunStyle {
  /// Takes a node's language and direction.
  mutating func take(_ info: NodeInfo) {
    if let language = info.language {
      self.language = language.wellFormedTag
      isRightToLeft = language.isRightToLeft
    }
    if let direction = info.direction { isRightToLeft = direction == .rightToLeft }
  }
}
