import JSONTree
import Diagnostics

extension PandocConverter {
  /// Converts a block; `attributes` are those a division around nothing but it carries for it.
  mutating func convertBlock(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    guard let type = type(of: id) else {
      throw Problem(.malformed("a block", "it has no type", at: range(id)))
    }
    if let outer { account(for: outer, at: id) }
    switch type {
    case "Plain": try addPlain(id, parent, outer)
    case "Para": try addParagraph(id, parent, outer)
    case "Header": try addHeading(id, parent, outer)
    case "LineBlock": try addLines(id, parent, outer)
    case "CodeBlock": try addCode(id, parent, outer)
    case "RawBlock": try addRaw(id, parent, isBlock: true)
    case "BlockQuote":
      let quotation = add("blockquote", outer?.ofElement ?? [], to: parent, at: id)
      try addBlocks(try content(of: id, in: "a BlockQuote"), to: quotation)
    case "OrderedList", "BulletList": try addList(id, type, parent, outer)
    case "DefinitionList": try addDefinitionList(id, parent, outer)
    case "HorizontalRule": add("hr", outer?.ofElement ?? [], to: parent, at: id)
    case "Table": try addTable(id, parent, outer)
    case "Figure": try addFigure(id, parent, outer)
    case "Div": try addDivision(id, parent)
    case "Null": break
    default: addUnknown(id, type, parent, isBlock: true)
    }
  }

  // MARK: Paragraphs

  /// Words without a paragraph around them, as in the items of a tight list.
  private mutating func addPlain(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    let inlines = try content(of: id, in: "a Plain")
    // A division without attributes only keeps these words apart from those before and after.
    let holder = add(outer == nil ? "div" : "p", outer?.ofElement ?? [], to: parent, at: id)
    try addInlines(inlines, to: holder, notesTo: parent)
  }

  private mutating func addParagraph(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    let inlines = try content(of: id, in: "a Para")
    let holder = add("p", outer?.ofElement ?? [], to: parent, at: id)
    try addInlines(inlines, to: holder, notesTo: parent)
  }

  private mutating func addHeading(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    let parts = try items(try content(of: id, in: "a Header"), count: 3, in: "a Header")
    let level = try integer(parts[0], "the level of a heading", within: 1...99)
    var attributes = try attributes(parts[1], of: "a Header")
    account(for: attributes, at: parts[1])
    attributes = attributes.joined(outer)
    if level > 6 { attributes.pairs.append(.init(name: "aria-level", value: String(level))) }
    let heading = add("h\(min(level, 6))", attributes.ofElement, to: parent, at: id)
    try addInlines(parts[2], to: heading, notesTo: parent)
  }

  /// Lines; an empty one parts two stanzas.
  private mutating func addLines(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    let all = try items(try content(of: id, in: "a LineBlock"), in: "a LineBlock")
    var attributes = outer ?? PandocAttributes()
    var next: [Task] = []
    var block: MarkupTree.NodeID?
    for line in all {
      guard json.items(of: line)?.isEmpty == false else {
        block = nil
        continue
      }
      if block == nil {
        attributes.classes.append("line-block")
        block = add("div", attributes.ofElement, to: parent, at: id)
        attributes = PandocAttributes()
      }
      guard let block else { continue }
      let (lineAttributes, inlines) = try ownLine(line)
      let holder = add("div", lineAttributes.ofElement, to: block, at: line)
      next += try inlineTasks(inlines, holder)
    }
    push(next + [.waitingNotes(parent)])
  }

  /// What a line carries, and its words: pandoc gives lines no attributes, so a span of ours holds them.
  private func ownLine(
    _ line: JSONTree.ID
  ) throws(Problem) -> (attributes: PandocAttributes, inlines: JSONTree.ID) {
    var attributes = PandocAttributes()
    var inlines = line
    if let span = onlyItem(of: line, ofTypes: ["Span"]) {
      let parts = try items(try content(of: span, in: "a Span"), count: 2, in: "a Span")
      var given = try self.attributes(parts[0], of: "a Span")
      if given.take("coformat-line") {
        if let steps = given.takeValue("indent") { given.classes.append("indent-\(steps)") }
        attributes = given
        inlines = parts[1]
      }
    }
    attributes.classes.append("line")
    return (attributes, inlines)
  }

  private mutating func addCode(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    let parts = try items(try content(of: id, in: "a CodeBlock"), count: 2, in: "a CodeBlock")
    var attributes = try attributes(parts[0], of: "a CodeBlock")
    let text = try string(parts[1], in: "a CodeBlock")
    var code: [MarkupTree.Attribute] = []
    // The first class is the language, as pandoc's highlighting takes it.
    if let language = attributes.classes.first, language != "numberLines", language != "sourceCode" {
      attributes.classes.removeFirst()
      code = [.init(name: "class", value: "language-\(language)")]
    }
    account(for: attributes, at: parts[0])
    let outside = add("pre", attributes.joined(outer).ofElement, to: parent, at: id)
    let inside = add("code", code, to: outside, at: id)
    tree.append(.text(text + "\n"), to: inside, range: range(parts[1]))
  }

  // MARK: Figures

  private mutating func addFigure(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    let parts = try items(try content(of: id, in: "a Figure"), count: 3, in: "a Figure")
    var attributes = try attributes(parts[0], of: "a Figure")
    account(for: attributes, at: parts[0])
    attributes = attributes.joined(outer)
    let caption = try caption(parts[1], of: "a Figure")
    let isOwn = attributes.take("coformat-figure")
    if !isOwn, let caption, let image = picture(in: parts[2]), isSame(caption, image) {
      // A picture alone in its paragraph: its words stand for it, and are said once.
      let holder = add("p", attributes.ofElement, to: parent, at: id)
      push([.inline(image, holder, nil), .waitingNotes(parent)])
      return
    }
    let figure = add("figure", attributes.ofElement, to: parent, at: id)
    var next = try items(parts[2], in: "a Figure").map { Task.block($0, figure, nil) }
    if let caption, !json.children(of: caption).isEmpty {
      let holder = add("figcaption", to: figure, at: caption)
      next += try items(caption, in: "a caption").map { Task.block($0, holder, nil) }
    }
    push(next)
  }

  /// The blocks of a caption; the short caption before them is for lists of figures.
  mutating func caption(_ id: JSONTree.ID, of what: String) throws(Problem) -> JSONTree.ID? {
    let parts = try items(id, count: 2, in: what)
    if json.kind(of: parts[0]) == .array {
      let short = PandocWords(of: parts[0], in: json).text
      if !short.isEmpty, short != PandocWords(of: parts[1], in: json).text.collapsed {
        log.report(.shortCaption(short, at: range(parts[0])))
      }
    }
    return parts[1]
  }

  /// The picture that is all there is in a figure.
  private func picture(in blocks: JSONTree.ID) -> JSONTree.ID? {
    guard let block = onlyItem(of: blocks, ofTypes: ["Plain", "Para"]),
      let inlines = json.member("c", of: block)
    else { return nil }
    return onlyItem(of: inlines, ofTypes: ["Image"])
  }

  private func isSame(_ caption: JSONTree.ID, _ image: JSONTree.ID) -> Bool {
    let words = PandocWords(of: image, in: json).text.collapsed
    return !words.isEmpty && words == PandocWords(of: caption, in: json).text.collapsed
  }

  // MARK: What pandoc is not known to have

  /// Keeps the words of a node that is not known.
  mutating func addUnknown(
    _ id: JSONTree.ID, _ type: String, _ parent: MarkupTree.NodeID, isBlock: Bool
  ) {
    log.report(.unknownNode(type, isBlock: isBlock, at: range(id)))
    guard let content = json.member("c", of: id) else { return }
    let holder = isBlock ? add("p", to: parent, at: id) : parent
    var words = PandocWords(of: content, in: json).text
    if words.isEmpty, let string = json.string(content) { words = string }
    tree.append(.text(words), to: holder, range: range(content))
  }
}
