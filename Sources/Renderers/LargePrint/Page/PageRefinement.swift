import Wording
import XMLTree

/// What large print asks of elements that any page of HTML has: tables that can be scrolled and named,
/// addresses of links for paper and, for PDF, forms that a tagged PDF can hold.
struct PageRefinement {
  /// What the page becomes.
  enum Medium {
    /// A page of HTML.
    case html
    /// Tagged PDF, PDF/UA-1 through WeasyPrint: a link holds text alone, and an item of blocks has its
    /// mark written out.
    case pdf
  }

  let medium: Medium
  let words: ProgramWords
  /// How many tables there were, for their names.
  private var tables = 0

  /// Whether words in tables may be parted.
  private let partsWords: Bool
  /// The longest line of the page, in sizes of the text.
  private let measure: Double
  /// The widest formula, in sizes of the text, that is sure to have room on the narrowest screen (WCAG
  /// 1.4.10: 320 px), in a list and with the letters spaced (1.4.12).
  private static let narrowest = 8.0
  private var isInLink = false
  private var isInHeading = false
  /// Abbreviations met, each with what it is short for.
  private var expanded: Set<String> = []

  init(medium: Medium, words: ProgramWords, settings: LargePrintSettings) {
    self.medium = medium
    self.words = words
    partsWords = settings.forcesTables
    measure = settings.upright
  }

  /// The elements, refined.
  mutating func refined(_ elements: [XMLElement]) -> [XMLElement] {
    elements.map { refined($0, isInTable: false) }
  }

  /// A formula. Browsers part none at the end of a line, and shrink every page for one that is wider: on
  /// paper such a formula is a line of text.
  private func formula(_ math: XMLElement) -> XMLElement {
    let line = FormulaText(math).nodes
    guard medium == .html else { return XMLElement("span", [XMLAttribute("class", "formula")], line) }
    guard FormulaWidth.ems(of: math) > measure else { return math }
    return XMLElement(
      "span", [],
      [
        .element(XMLElement("span", [XMLAttribute("class", "screen-only")], [.element(math)])),
        .element(XMLElement("span", [XMLAttribute("class", "formula paper-only")], line)),
      ])
  }

  /// A formula in a line of text. One that may be wider than the screen of a telephone is scrolled by
  /// itself, so that the page is not. In a link nothing else can be reached with the keyboard.
  private func formulaInLine(_ math: XMLElement) -> XMLElement {
    let written = formula(math)
    guard medium == .html else { return written }
    let isWide = !isInLink && FormulaWidth.ems(of: math) > Self.narrowest
    let name = isInHeading ? Self.name(of: math) : isWide ? words.text(.formula) : ""
    guard isWide || !name.isEmpty else { return written }
    return XMLElement(
      "span",
      (isWide ? [XMLAttribute("class", "wide")] : [])
        + [
          XMLAttribute("role", isInHeading ? "math" : "group"),
          XMLAttribute("aria-label", name.isEmpty ? words.text(.formula) : name),
        ] + (isWide ? [XMLAttribute("tabindex", "0")] : []), [.element(written)])
  }

  /// What a formula in a heading is called. Lists of headings are read by their names, and browsers take
  /// nothing of `math` into one.
  private static func name(of math: XMLElement) -> String {
    math.attribute("alttext") ?? FormulaText(math).nodes.plainText
  }

  private mutating func refined(_ element: XMLElement, isInTable: Bool) -> XMLElement {
    var element = element
    switch element.name {
    case "pre":
      if medium == .pdf { descend(into: &element, isInTable: isInTable) }
      return element
    case "math": return formulaInLine(element)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      isInHeading = true
      descend(into: &element, isInTable: isInTable)
      isInHeading = false
      return finished(element)
    case "section":
      // A section that no heading opens is none in an outline.
      if medium == .html, element.attribute("aria-labelledby") == nil, !element.holdsHeading {
        element.name = "div"
      }
    case "aside":
      // Landmarks want names of their own, and what stands beside the text has none: it is a note.
      if medium == .html, element.attribute("role") == nil, element.attribute("aria-labelledby") == nil,
        element.attribute("aria-label") == nil
      {
        element.attributes.append(XMLAttribute("role", "note"))
      }
    case "div":
      // A formula may be wider than a screen.
      if medium == .html,
        element.attributes.contains(where: { $0.name == "class" && $0.value.contains("mathematics") })
      {
        element.attributes += [
          XMLAttribute("role", "group"), XMLAttribute("aria-label", words.text(.formula)),
          XMLAttribute("tabindex", "0"),
        ]
        element.children = element.children.map { node in
          guard case .element(let child) = node, child.name == "math" else { return node }
          return .element(formula(child))
        }
        return element
      }
    case "sup":
      if element.attributes.contains(where: { $0.name == "class" && $0.value.contains("note-reference") }) {
        return noteMark(element)
      }
    case "a": return link(element)
    case "abbr":
      // On paper nothing shows a title: what it is short for stands after it where it is first met.
      if let title = element.attribute("title"), !title.allSatisfy(\.isWhitespace),
        expanded.insert(element.children.plainText + "\n" + title).inserted
      {
        element.attributes = element.attributes.adding(class: "first")
      }
    case "span":
      // WeasyPrint ends a line in a box that is as wide as its words.
      if medium == .pdf, element.attribute("class")?.contains("page-break") ?? false,
        element.children.plainText.count <= [XMLNode].longestKept
      {
        element.attributes = element.attributes.adding(class: "kept")
      }
    case "table": return table(element, isInTable: isInTable)
    case "thead":
      // A tagged PDF wants a heading over each entry (ISO 14289-1, 7.5), be it an empty one.
      if medium == .pdf { element.children = element.children.map(\.withHeadingsOnly) }
    case "ol", "ul": if medium == .pdf { markItems(of: &element) }
    case "img":
      // A drawing is as wide as the text, so that the words in it are as large as they can be.
      if element.attributes.contains(where: {
        $0.name == "src" && $0.value.hasPrefix("data:image/svg+xml") || $0.value.hasSuffix(".svg")
      }) {
        element.attributes.append(XMLAttribute("class", "drawing"))
      }
    default: break
    }
    descend(into: &element, isInTable: isInTable)
    return finished(element)
  }

  /// An element whose children are refined, with what depends on several of them.
  private func finished(_ element: XMLElement) -> XMLElement {
    var element = element
    if element.children.contains(where: \.isNoteMark) {
      element.children = element.children.withGapsBeforeNotes(areKept: medium == .pdf)
    }
    if medium == .pdf, element.children.contains(where: \.isWrappedLink) {
      element.children = element.children.flatMap(\.unwrappedLink)
    }
    return element
  }

  private mutating func descend(into element: inout XMLElement, isInTable: Bool) {
    var hasParts = false
    for index in element.children.indices {
      switch element.children[index] {
      case .element(let child): element.children[index] = .element(refined(child, isInTable: isInTable))
      case .text(let text):
        if medium == .html, !hasParts {
          hasParts = TextRefinement.hasLongWord(text, isInTable: isInTable)
        }
      }
    }
    if hasParts {
      element.children = element.children.flatMap { node in
        if case .text(let text) = node { TextRefinement.parted(text, isInTable: isInTable) } else { [node] }
      }
    }
  }

  // MARK: - Tables

  private mutating func table(_ element: XMLElement, isInTable: Bool) -> XMLElement {
    var element = element
    tables += 1
    let number = tables
    descend(into: &element, isInTable: true)
    var turned = false
    if let index = element.attributes.firstIndex(where: { $0.name == "class" }) {
      var classes = element.attributes[index].value.split(separator: " ").map(String.init)
      turned = classes.contains("turned")
      classes.removeAll { $0 == "turned" }
      if classes.isEmpty {
        element.attributes.remove(at: index)
      } else {
        element.attributes[index].value = classes.joined(separator: " ")
      }
    }
    guard !isInTable else { return element }
    let captions = element.children.indices.filter { index in
      if case .element(let child) = element.children[index] { child.name == "caption" } else { false }
    }
    var name: String
    if let index = captions.first, case .element(var caption) = element.children[index] {
      if let given = caption.attributes.first(where: { $0.name == "id" })?.value {
        name = given
      } else {
        name = "caption-of-table-\(number)"
        caption.attributes.append(XMLAttribute("id", name))
      }
      element.children[index] = .element(caption)
    } else {
      name = "caption-of-table-\(number)"
      element.children.insert(.element(self.caption(of: element, id: name)), at: 0)
    }
    let classes = ["scroll"] + (turned ? ["turned"] : []) + (partsWords ? ["forced"] : [])
    var attributes = [XMLAttribute("class", classes.joined(separator: " "))]
    if medium == .html {
      attributes += [
        XMLAttribute("role", "group"), XMLAttribute("aria-labelledby", name), XMLAttribute("tabindex", "0"),
      ]
    }
    return XMLElement("div", attributes, [.element(element)])
  }

  /// A caption for a table that has none: how large it is, which readers of magnified text cannot see.
  private func caption(of table: XMLElement, id: String) -> XMLElement {
    let rows = table.rows
    let columns =
      rows.map { row in
        row.children.reduce(0) { sum, cell in
          guard case .element(let cell) = cell else { return sum }
          return sum + (cell.attributes.first { $0.name == "colspan" }.flatMap { Int($0.value) } ?? 1)
        }
      }.max() ?? 0
    let phrase = words.phrase(.sizeOfTable, ["columns": "\(columns)", "rows": "\(rows.count)"])
    let language = phrase.isStandIn ? [XMLAttribute("lang", phrase.language.tag)] : []
    return XMLElement("caption", [XMLAttribute("id", id)] + language, text: phrase.text)
  }

  // MARK: - Notes

  /// The mark of a note as words on the line, `[note 1]`: raised figures of the size of the text would
  /// be taken for part of a number before them.
  private func noteMark(_ element: XMLElement) -> XMLElement {
    guard case .element(var link) = element.children.first, link.name == "a" else { return element }
    let mark = link.children.plainText
    link.children = [.text(words.text(.note, ["mark": mark]))]
    // A mark of many words is parted at the end of a line as any text is.
    let attributes = mark.count > 8 ? element.attributes.adding(class: "long") : element.attributes
    return XMLElement("span", attributes, [.text("["), .element(link), .text("]")])
  }

  // MARK: - Links

  /// A link that leads out of the document has its address beside it, for paper, unless its words say it.
  private mutating func link(_ element: XMLElement) -> XMLElement {
    var element = element
    isInLink = true
    descend(into: &element, isInTable: true)
    isInLink = false
    guard let target = element.attributes.first(where: { $0.name == "href" })?.value,
      !target.hasPrefix("#")
    else { return element }
    let shown = Self.shownAddress(target)
    let text = element.children.plainText
    if !text.contains(Self.bare(shown)) { element.attributes.append(XMLAttribute("data-address", shown)) }
    return element
  }

  /// The address as it is printed: what a person would type.
  static func shownAddress(_ target: String) -> String {
    for scheme in ["mailto:", "tel:"] where target.lowercased().hasPrefix(scheme) {
      return String(target.dropFirst(scheme.count))
    }
    return target
  }

  /// An address without what people leave out.
  static func bare(_ address: String) -> String {
    var bare = address[...]
    for prefix in ["https://", "http://", "www."] where bare.hasPrefix(prefix) {
      bare = bare.dropFirst(prefix.count)
    }
    if bare.hasSuffix("/") { bare = bare.dropLast() }
    return String(bare)
  }

  // MARK: - Items of lists, for PDF

  private mutating func markItems(of list: inout XMLElement) {
    let type = list.attributes.first { $0.name == "type" }?.value ?? "1"
    var number = list.attributes.first { $0.name == "start" }.flatMap { Int($0.value) } ?? 1
    let isUnmarked = list.attributes.contains { $0.name == "class" && $0.value.contains("unmarked") }
    for index in list.children.indices {
      guard case .element(var item) = list.children[index], item.name == "li" else { continue }
      if let value = item.attributes.first(where: { $0.name == "value" }).flatMap({ Int($0.value) }) {
        number = value
      }
      if item.holdsBlocks {
        let mark = isUnmarked ? "" : list.name == "ul" ? "•" : ListMark.text(number, type: type) + "."
        item.attributes.append(XMLAttribute("data-mark", mark))
        if let place = item.attributes.firstIndex(where: { $0.name == "class" }) {
          item.attributes[place].value += " blocks"
        } else {
          item.attributes.append(XMLAttribute("class", "blocks"))
        }
      }
      list.children[index] = .element(item)
      number &+= 1
    }
  }
}

extension XMLElement {
  /// The rows of a table, those of tables in it not counted.
  fileprivate var rows: [XMLElement] {
    children.flatMap { child -> [XMLElement] in
      guard case .element(let element) = child else { return [] }
      if element.name == "tr" { return [element] }
      return ["thead", "tbody", "tfoot"].contains(element.name) ? element.rows : []
    }
  }

  /// Whether there is something in an item besides words, line ends and lists.
  fileprivate var holdsBlocks: Bool {
    children.contains { child in
      guard case .element(let element) = child else { return false }
      return Self.blockNames.contains(element.name)
    }
  }

  private static let blockNames: Set<String> = [
    "p", "div", "table", "pre", "blockquote", "figure", "aside", "section", "dl", "details", "hr", "h1", "h2",
    "h3", "h4", "h5", "h6",
    // Pictures stand on lines of their own.
    "img",
  ]
}

extension XMLNode {
  /// A row of headings whose blank cells are headings too.
  fileprivate var withHeadingsOnly: XMLNode {
    guard case .element(var row) = self, row.name == "tr" else { return self }
    row.children = row.children.map { node in
      guard case .element(var cell) = node, cell.name == "td", !cell.children.holdSomething else {
        return node
      }
      cell.name = "th"
      if cell.attribute("scope") == nil { cell.attributes.append(XMLAttribute("scope", "col")) }
      return .element(cell)
    }
    return .element(row)
  }

  /// Whether it is the mark of a note as words.
  fileprivate var isNoteMark: Bool {
    guard case .element(let element) = self, element.name == "span" else { return false }
    return element.attribute("class")?.contains("note-reference") ?? false
  }

  /// Whether a line may end in it.
  fileprivate var isLongNoteMark: Bool {
    guard case .element(let element) = self else { return false }
    return element.attribute("class")?.contains("long") ?? false
  }

  /// Whether it is a link around other elements, which a tagged PDF cannot hold.
  fileprivate var isWrappedLink: Bool {
    guard case .element(let element) = self, element.name == "a" else { return false }
    return element.children.contains { if case .element = $0 { true } else { false } }
  }

  /// The link around its text alone, with the pictures that were in it before it. Bold around all of
  /// the words goes around the link.
  fileprivate var unwrappedLink: [XMLNode] {
    guard isWrappedLink, case .element(var link) = self else { return [self] }
    var pictures: [XMLNode] = []
    var outer: String?
    if link.children.count == 1, case .element(let only) = link.children[0],
      ["strong", "em", "b"].contains(only.name)
    {
      outer = only.name
    }
    link.children.collectPictures(into: &pictures)
    let text = link.children.plainText
    let words =
      text.allSatisfy(\.isWhitespace)
      ? link.attributes.first { $0.name == "data-address" || $0.name == "href" }?.value ?? "" : text
    link.children = [.text(words)]
    link.attributes.removeAll { $0.name == "data-address" && $0.value == words }
    let linkNode = XMLNode.element(link)
    return pictures + [outer.map { .element(XMLElement($0, [], [linkNode])) } ?? linkNode]
  }
}

extension [XMLNode] {
  /// The characters in it.
  var plainText: String {
    var text = ""
    for node in self {
      switch node {
      case .text(let words): text += words
      case .element(let element): text += element.name == "br" ? " " : element.children.plainText
      }
    }
    return text
  }

  /// The nodes with a space that ends no line between a word and the mark of a note, `word [note 1]`;
  /// none where there is one already, after an opening bracket, and in text that has no spaces.
  ///
  /// - Parameter areKept: whether the word, the mark and the punctuation after it are one box, since WeasyPrint
  ///   ends lines early where a line has no room for a mark that a space ties to the word.
  fileprivate func withGapsBeforeNotes(areKept: Bool) -> [XMLNode] {
    var nodes: [XMLNode] = []
    for node in self {
      if areKept, case .text(let text) = node, case .element(var kept)? = nodes.last,
        kept.attribute("class") == "kept"
      {
        let punctuation = text.prefix { !$0.isWhitespace && !$0.isLetter && !$0.isNumber }
        kept.children.append(.text(String(punctuation)))
        nodes[nodes.count - 1] = .element(kept)
        nodes.append(.text(String(text.dropFirst(punctuation.count))))
        continue
      }
      let before = nodes.last.map { [$0].plainText.unicodeScalars.last } ?? nil
      if node.isNoteMark, let before, !before.properties.isWhitespace, before.value < 0x2E80,
        before.properties.generalCategory != .openPunctuation
      {
        if areKept, case .text(let text)? = nodes.last, !node.isLongNoteMark {
          // A date or a time has spaces that end no line.
          let word = text.reversed().prefix { $0 == "\u{A0}" || !$0.isWhitespace }
          if word.count <= Self.longestKept {
            nodes[nodes.count - 1] = .text(String(text.dropLast(word.count)))
            let inside: [XMLNode] = [.text(String(word.reversed()) + "\u{A0}"), node]
            nodes.append(.element(XMLElement("span", [XMLAttribute("class", "kept")], inside)))
            continue
          }
        }
        nodes.append(.text("\u{A0}"))
      }
      nodes.append(node)
    }
    return nodes
  }

  /// The longest word that is kept on a line with the mark of a note.
  fileprivate static var longestKept: Int { 20 }

  fileprivate func collectPictures(into pictures: inout [XMLNode]) {
    for node in self {
      guard case .element(let element) = node else { continue }
      if ["img", "math", "svg"].contains(element.name) {
        pictures.append(node)
      } else {
        element.children.collectPictures(into: &pictures)
      }
    }
  }
}

/// The marks of items, as HTML's `type` of a list has them (HTML, 4.4.5).
enum ListMark {
  static func text(_ number: Int, type: String) -> String {
    switch type {
    case "a": letters(number)
    case "A": letters(number).uppercased()
    case "i": roman(number)
    case "I": roman(number).uppercased()
    default: "\(number)"
    }
  }

  private static func letters(_ number: Int) -> String {
    guard number > 0 else { return "\(number)" }
    var rest = number
    var text = ""
    while rest > 0 {
      rest -= 1
      text = String(UnicodeScalar(UInt8(97 + rest % 26))) + text
      rest /= 26
    }
    return text
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<4_000).contains(number) else { return "\(number)" }
    let values = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
      (10, "x"),
      (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    var text = ""
    for (value, letters) in values {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}

extension XMLElement {
  /// Whether a heading is anywhere in it.
  fileprivate var holdsHeading: Bool {
    children.contains { node in
      guard case .element(let child) = node else { return false }
      return ["h1", "h2", "h3", "h4", "h5", "h6"].contains(child.name) || child.holdsHeading
    }
  }
}
