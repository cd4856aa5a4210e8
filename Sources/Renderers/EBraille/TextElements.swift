import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel
import XMLTree

// Headings, paragraphs, code and the like, as elements.

extension EBrailleComposer {
  mutating func heading(
    _ node: Heading, _ attributes: [XMLAttribute]
  ) throws(ConversionFailure) -> [XMLElement] {
    // Print's own emphasis is not shown in headings (RUEB 9.1.1).
    let builder = try builder(node.inlines, look: InlineLook(fixedEmphasis: []))
    guard place != .headingCell else { return try elements("p", attributes, builder) }
    var attributes = attributes
    let id: String
    if let given = attributes.first(where: { $0.name == "id" })?.value {
      id = given
    } else {
      id = anchors.fresh(in: currentFile)
      attributes.insert(XMLAttribute("id", id), at: 0)
    }
    if node.level > 6 { attributes.append(XMLAttribute("aria-level", "\(node.level)")) }
    let label = try label(builder)
    let nodes = try markup(builder)
    guard !nodes.isEmpty else { return try waitingDescriptions() }
    if place == .text, !label.isEmpty {
      headings.append(Navigation.Entry(level: node.level, label: label, file: currentFile, id: id))
    }
    return [XMLElement("h\(min(node.level, 6))", attributes, nodes)] + (try waitingDescriptions())
  }

  mutating func paragraph(
    _ node: Paragraph, _ attributes: [XMLAttribute]
  ) throws(ConversionFailure) -> [XMLElement] {
    var classes: [String] = []
    switch node.alignment {
    case .centre: classes.append("centred")
    case .end: classes.append("at-end")
    case .start, nil: break
    }
    var look = InlineLook()
    switch node.kind {
    case .plain: break
    case .blocked: classes.append("left-aligned")
    case .hanging, .directions, .attribution: classes.append(node.kind.rawValue)
    case .transcribersNote:
      classes.append(node.kind.rawValue)
      look.emphasis = .transcribersNote
    }
    let role = classes.isEmpty ? [] : [XMLAttribute("class", classes.joined(separator: " "))]
    return try elements("p", role + attributes, try builder(node.inlines, look: look))
  }

  /// Code: uncontracted, its lines and indents kept. In contracted UEB it stands between grade 1
  /// passage indicators on lines of their own, as on pages.
  mutating func code(
    _ node: CodeBlock, _ attributes: [XMLAttribute]
  ) throws(ConversionFailure) -> [XMLElement] {
    let isMarked = composer.translator.code.system == "ueb" && composer.translator.grade.contraction != .none
    var nodes: [XMLNode] = []
    if isMarked { nodes.append(.text(Composer.passageStart.brailleCharacters + "\n")) }
    let lines = node.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.map(Composer.expandingTabs).enumerated() {
      if index > 0 { nodes.append(.text("\n")) }
      let words = line.drop { $0 == " " }
      guard !words.allSatisfy(\.isWhitespace) else { continue }
      if words.count < line.count {
        nodes.append(.text(String(repeating: " ", count: line.count - words.count)))
      }
      var builder = builder()
      builder.append(String(words), treatment: .uncontracted, range: node.info.range)
      nodes += try markup(builder)
    }
    if isMarked { nodes.append(.text("\n" + Composer.passageEnd.brailleCharacters)) }
    let role = composer.translator.grade.contraction == .none ? [] : [XMLAttribute("class", "grade-0")]
    return [XMLElement("pre", attributes, [.element(XMLElement("code", role, nodes))])]
  }

  /// Displayed mathematics.
  mutating func mathematics(
    _ node: MathematicsBlock, _ attributes: [XMLAttribute]
  ) throws(ConversionFailure) -> [XMLElement] {
    let look = [XMLAttribute("class", "mathematics")]
    var elements: [XMLElement] = []
    for row in try composer.rows(of: node.mathematics, from: builder(), at: node.info.range) {
      elements += try self.elements("p", elements.isEmpty ? look + attributes : look, row)
    }
    return elements
  }

  /// Lines that keep their ends: items of a list, as the best practices have it for poetry.
  mutating func lineGroup(
    _ node: LineGroup, _ attributes: [XMLAttribute]
  ) throws(ConversionFailure) -> [XMLElement] {
    var items: [XMLElement] = []
    for line in node.lines {
      let outer = composer.context.language
      let own = self.attributes(of: line.info)
      if let language = line.info.language { composer.context.language = language }
      let indent = line.indent > 0 ? [XMLAttribute("class", "indent-\(min(line.indent, 10))")] : []
      let nodes = try markup(try builder(line.inlines))
      if !nodes.isEmpty { items.append(XMLElement("li", indent + own, nodes)) }
      composer.context.language = outer
    }
    guard !items.isEmpty else { return try waitingDescriptions() }
    let list = XMLElement(
      "ul", [XMLAttribute("class", "poetry nomark")] + attributes, items.map(XMLNode.element))
    return [list] + (try waitingDescriptions())
  }

  // MARK: - Print pages

  mutating func pageBreak(
    _ node: PageBreak, _ attributes: [XMLAttribute]
  ) throws(ConversionFailure) -> [XMLElement] {
    var page = element("div", for: try composer.printPage(node))
    page.attributes += attributes.filter { $0.name != "id" }
    guard let id = attributes.first(where: { $0.name == "id" }) else { return [page] }
    // The page has a name of its own; the source's stands before it.
    return [XMLElement("div", [id]), page]
  }

  /// The place where a print page begins. One without a number is marked and is not in the page list,
  /// whose entries are numbers.
  mutating func element(_ name: String, for page: PrintPage) -> XMLElement {
    let id = "page-\(pages.count + unnumberedPages + 1)"
    anchors.define(id, in: currentFile)
    let label = page.cells.split(separator: 0).map(\.brailleCharacters).joined(separator: " ")
    guard !label.isEmpty else {
      unnumberedPages += 1
      composer.log.report(.pageWithoutNumber(at: page.range))
      return XMLElement(name, [XMLAttribute("id", id), XMLAttribute("class", "page-break")])
    }
    pages.append(Navigation.Page(number: page.number, label: label, file: currentFile, id: id))
    return XMLElement(
      name,
      [
        XMLAttribute("id", id), XMLAttribute("role", "doc-pagebreak"), XMLAttribute("epub:type", "pagebreak"),
      ], text: label)
  }
}
