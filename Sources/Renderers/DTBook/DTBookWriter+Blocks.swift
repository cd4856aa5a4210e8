import DocumentModel
import XMLTree

// Blocks that are no lists, tables or pictures.

extension DTBookWriter {
  /// The elements of blocks that stand inside another.
  mutating func elements(for blocks: [Block]) -> [XMLElement] {
    var result: [XMLElement] = []
    for block in blocks { result += elements(for: block) }
    return result
  }

  /// The elements of a block; empty for one that shows nothing.
  mutating func elements(for block: Block) -> [XMLElement] {
    switch block {
    case .heading(let node): return headingInBlock(node)
    case .paragraph(let node): return paragraph(node)
    case .list(let node): return list(node)
    case .definitionList(let node): return definitionList(node)
    case .blockQuote(let node): return quotation(node)
    case .code(let node): return code(node)
    case .table(let node): return table(node)
    case .figure(let node): return figure(node)
    case .aside(let node): return aside(node)
    case .lineGroup(let node): return lineGroup(node)
    case .mathematics(let node): return formula(node)
    case .separator:
      isAfterSeparator = true
      return []
    case .pageBreak(let node): return page(node)
    case .division(let node):
      let own = attributes(of: node.info)
      let inside = within(.block) { $0.elements(for: node.blocks) }
      if inside.isEmpty || (own.isEmpty && node.role == nil) { return inside }
      let role = node.role.map { [XMLAttribute("class", $0)] } ?? []
      return [XMLElement("div", role + own, inside.map(XMLNode.element))]
    }
  }

  /// The content of an element that takes text as well as blocks: one plain paragraph gives its text,
  /// anything else stays as blocks.
  mutating func content(of blocks: [Block]) -> [XMLNode] {
    if blocks.count == 1, case .paragraph(let node) = blocks[0], node.kind == .plain,
      node.info == NodeInfo(range: node.info.range), node.loneImage == nil
    {
      let nodes = inlines(node.inlines)
      return nodes + takeWaiting().map(XMLNode.element)
    }
    return elements(for: blocks).map(XMLNode.element)
  }

  /// Descriptions that wait for the end of their block.
  mutating func takeWaiting() -> [XMLElement] {
    defer { waiting = [] }
    return waiting
  }

  // MARK: - Text

  /// A heading where no level can begin: in a list, a quotation, a cell.
  private mutating func headingInBlock(_ node: Heading) -> [XMLElement] {
    said.headingsInBlocks.add(node.info.range)
    let attributes = attributes(of: node.info)
    let nodes = inlines(node.inlines)
    guard !nodes.isEmpty else { return takeWaiting() }
    let heading = XMLElement("bridgehead", attributes, nodes)
    return [XMLElement("div", classed("heading"), [.element(heading)])] + takeWaiting()
  }

  private mutating func paragraph(_ node: Paragraph) -> [XMLElement] {
    if let image = node.loneImage { return picture(image, caption: [], info: node.info) }
    let attributes = attributes(of: node.info)
    let nodes = inlines(node.inlines)
    guard !nodes.isEmpty else { return takeWaiting() }
    var classes: [String] = []
    switch node.kind {
    case .plain: break
    case .blocked, .hanging, .directions, .attribution: classes.append(node.kind.rawValue)
    case .transcribersNote:
      // Words that are not the author's are what producer's notes are for (Z39.86, `prodnote`).
      let role = classed("transcriber-note", with: [XMLAttribute("render", "required")])
      return [XMLElement("prodnote", role + attributes, nodes)] + takeWaiting()
    }
    switch node.alignment {
    case .centre: classes.append("centred")
    case .end: classes.append("at-end")
    case .start, nil: break
    }
    return [XMLElement("p", classed(classes.joined(separator: " "), with: attributes), nodes)] + takeWaiting()
  }

  /// Code: DTBook's is an element of a line, so its lines end with breaks.
  private mutating func code(_ node: CodeBlock) -> [XMLElement] {
    var nodes: [XMLNode] = []
    for (index, line) in node.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { nodes.append(.element(XMLElement("br"))) }
      if !line.isEmpty { nodes.append(.text(String(line))) }
    }
    guard !node.text.allSatisfy(\.isWhitespace) else { return [] }
    let language = node.programmingLanguage.map { [XMLAttribute("class", "language-\($0)")] } ?? []
    let code = XMLElement("code", language + [XMLAttribute("xml:space", "preserve")], nodes)
    let attributes = classed("code", with: attributes(of: node.info))
    return [XMLElement("p", attributes, [.element(code)])]
  }

  private mutating func lineGroup(_ node: LineGroup) -> [XMLElement] {
    let attributes = classed("", with: attributes(of: node.info))
    var lines: [XMLElement] = []
    for line in node.lines {
      let own = self.attributes(of: line.info)
      let nodes = inlines(line.inlines, numbers: .asLineNumbers)
      // A line without words parts stanzas.
      guard !nodes.isEmpty else {
        isAfterSeparator = !lines.isEmpty
        continue
      }
      let indent = line.indent > 0 ? "indent-\(min(line.indent, 10))" : ""
      lines.append(XMLElement("line", classed(indent, with: own), nodes))
    }
    isAfterSeparator = false
    guard !lines.isEmpty else { return takeWaiting() }
    return [XMLElement("linegroup", attributes, lines.map(XMLNode.element))] + takeWaiting()
  }

  // MARK: - Set apart

  private mutating func quotation(_ node: BlockQuote) -> [XMLElement] {
    let attributes = classed("", with: attributes(of: node.info))
    var inside = within(.block) { $0.elements(for: node.blocks) }
    let nodes = inlines(node.attribution)
    if !nodes.isEmpty { inside.append(XMLElement("author", [], nodes)) }
    inside += takeWaiting()
    guard !inside.isEmpty else { return [] }
    return [XMLElement("blockquote", attributes, inside.map(XMLNode.element))]
  }

  /// A box. One beside the text can be left out of a reading; one that warns or explains cannot.
  private mutating func aside(_ node: Aside) -> [XMLElement] {
    let render = node.kind == .sidebar ? "optional" : "required"
    let attributes =
      [XMLAttribute("render", render)]
      + classed(node.kind.rawValue, node.colour ?? "", with: attributes(of: node.info))
    let title = inlines(node.title)
    var inside = title.isEmpty ? [] : [XMLElement("hd", [], title)]
    inside += takeWaiting()
    inside += within(.block) { $0.elements(for: node.blocks) }
    guard !inside.isEmpty else { return [] }
    return [XMLElement("sidebar", attributes, inside.map(XMLNode.element))]
  }

  // MARK: - Notes

  /// The notes that the text since the last call refers to, and those that they refer to: each follows
  /// the block that first refers to it, where a level always has a place for it.
  mutating func notesReferredTo() -> [XMLElement] {
    var result: [XMLElement] = []
    while !awaitedNotes.isEmpty {
      let id = awaitedNotes.removeFirst()
      if let note = notes.removeValue(forKey: id) { result += element(for: note) }
    }
    return result
  }

  /// The notes that nothing refers to.
  mutating func notesLeft(of document: Document) -> [XMLElement] {
    var result: [XMLElement] = []
    for note in document.notes {
      guard let left = notes.removeValue(forKey: note.id) else { continue }
      log.report(.noteWithoutReference(at: note.info.range))
      result += element(for: left) + notesReferredTo()
    }
    return result
  }

  private mutating func element(for note: Note) -> [XMLElement] {
    let id = names.define("\u{0}note \(note.id)") ?? names.fresh("x")
    if let own = note.info.id { names.rename(own, to: id) }
    var info = note.info
    info.id = nil
    let attributes = [XMLAttribute("id", id)] + self.attributes(of: info)
    var inside = within(.block) { $0.elements(for: note.blocks) }
    let mark = marks[note.id] ?? ""
    if let first = inside.indices.first, inside[first].name == "p" {
      // Where the note is read out the mark is of its first sentence, which has the sound.
      if case .element(var sentence)? = inside[first].children.first, sentence.name == "sent" {
        sentence.children.insert(.text(mark + " "), at: 0)
        inside[first].children[0] = .element(sentence)
      } else {
        inside[first].children.insert(.text(mark + " "), at: 0)
      }
    } else {
      inside.insert(XMLElement("p", [], text: mark), at: 0)
    }
    return [XMLElement("note", attributes, inside.map(XMLNode.element))]
  }

  // MARK: - Print pages

  /// The place where a print page begins.
  mutating func page(_ node: PageBreak) -> [XMLElement] {
    let number = node.number.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !number.isEmpty else {
      log.report(.bookPageWithoutNumber(at: node.info.range))
      return []
    }
    var kind = PrintPageKind(number)
    if !pageNumbers.insert("\(kind.rawValue) \(number.lowercased())").inserted {
      log.report(.pageNumberRepeated(number, at: node.info.range))
      kind = .special
    }
    let id = node.info.id.flatMap { names.define($0) } ?? names.fresh("page-")
    let element = XMLElement(
      "pagenum", [XMLAttribute("id", id), XMLAttribute("page", kind.rawValue)], text: number)
    guard place == .cell else { return [element] }
    pagesOfCells.append(element)
    return []
  }
}

/// The kinds of print pages (Z39.86, `pagenum`).
enum PrintPageKind: String {
  /// A number.
  case normal
  /// A Roman numeral, as pages before the text have.
  case front
  /// Anything else.
  case special

  init(_ number: String) {
    let letters = Set("ivxlcdm")
    if number.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int(number), value > 0 {
      self = .normal
    } else if number.lowercased().allSatisfy(letters.contains), Int(romanNumeral: number) != nil {
      self = .front
    } else {
      self = .special
    }
  }
}

extension Int {
  /// The value of a Roman numeral in its usual form, from 1 to 3,999; nil for other letters.
  init?(romanNumeral text: String) {
    let signs: [(String, Int)] = [
      ("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50), ("xl", 40),
      ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
    ]
    var rest = text.lowercased()[...]
    var value = 0
    for (sign, worth) in signs {
      var count = 0
      while rest.hasPrefix(sign), count < (sign.count == 1 && "mcxi".contains(sign) ? 3 : 1) {
        rest = rest.dropFirst(sign.count)
        value += worth
        count += 1
      }
    }
    guard rest.isEmpty, value > 0 else { return nil }
    self = value
  }
}

extension Paragraph {
  /// The picture the paragraph is, when it holds nothing else but blanks.
  var loneImage: Image? {
    var image: Image?
    for inline in inlines {
      switch inline {
      case .image(let node):
        guard image == nil else { return nil }
        image = node
      case .text(let node):
        guard node.string.allSatisfy(\.isWhitespace) else { return nil }
      case .lineBreak: continue
      case .styled, .span, .link, .crossReference, .noteReference, .abbreviation, .code, .mathematics,
        .pageBreak:
        return nil
      }
    }
    return image
  }
}
