import XMLTree

/// The text of a DAISY 2.02 book: a page of XHTML 1.0, made of the DTBook, whose pieces of text link to
/// their steps in the timeline (DAISY 2.02, 2.2).
struct ContentPage {
  static let documentType = XMLDocumentType(
    "-//W3C//DTD XHTML 1.0 Transitional//EN", "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd")
  /// Elements that hold only elements.
  static let setOut: Set<String> = [
    "html", "head", "ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr",
  ]

  private let book: TimedBook
  private let language: String
  private let title: String
  private let identifier: String
  /// The part each note is read in.
  private let partsOfNotes: [String: String]

  init(_ book: TimedBook, facts: BookFacts, partsOfNotes: [String: String]) {
    self.book = book
    self.partsOfNotes = partsOfNotes
    language = facts.language
    title = facts.title
    identifier = facts.identifier
  }

  var bytes: [UInt8] {
    var body: [XMLNode] = []
    for case .element(let matter) in book.book.children {
      for case .element(let part) in matter.children { body += nodes(for: .element(part)) }
    }
    func meta(_ name: String, _ content: String) -> XMLNode {
      .element(XMLElement("meta", [XMLAttribute("name", name), XMLAttribute("content", content)]))
    }
    let head: [XMLNode] = [
      .element(
        XMLElement(
          "meta",
          [
            XMLAttribute("http-equiv", "Content-Type"), XMLAttribute("content", "text/html; charset=utf-8"),
          ])),
      .element(XMLElement("title", text: title)), meta("dc:title", title), meta("dc:identifier", identifier),
      meta("dc:format", "Daisy 2.02"),
      .element(
        XMLElement(
          "link",
          [
            XMLAttribute("rel", "stylesheet"), XMLAttribute("type", "text/css"),
            XMLAttribute("href", Daisy202Files.style),
          ])),
    ]
    let root = XMLElement(
      "html",
      [
        XMLAttribute("xmlns", "http://www.w3.org/1999/xhtml"), XMLAttribute("lang", language),
        XMLAttribute("xml:lang", language),
      ], [.element(XMLElement("head", [], head)), .element(XMLElement("body", [], body))])
    return XMLSerializer.document(root, type: Self.documentType, setOut: Self.setOut)
  }

  // MARK: - Elements

  private func nodes(for node: XMLNode) -> [XMLNode] {
    guard case .element(let element) = node else { return [node] }
    return self.element(for: element).map { [.element($0)] } ?? []
  }

  private func content(of element: XMLElement) -> [XMLNode] {
    let nodes = element.children.flatMap { self.nodes(for: $0) }
    guard var step = element.attribute("smilref"), element.name != "note" else { return nodes }
    if let id = element.attribute("id"), step.hasSuffix("#q-\(id)") {
      // Groups are no steps here; the text that stands directly in one is.
      guard element.holdsText else { return nodes }
      step = step.replacing("#q-", with: "#p-")
    }
    return Self.linked(nodes, to: step)
  }

  private func element(for element: XMLElement) -> XMLElement? {
    func made(_ name: String, class role: String? = nil, _ more: [XMLAttribute] = []) -> XMLElement {
      XMLElement(name, Self.attributes(of: element, class: role) + more, content(of: element))
    }
    switch element.name {
    case "doctitle": return made("h1", class: "title")
    case "docauthor", "author", "hd": return made("p", class: element.name)
    case "bridgehead":
      guard let level = element.attribute("class")?.headingLevel else {
        return made("p", class: "bridgehead")
      }
      return made("h\(level)")
    case "h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote", "dl", "dt", "dd", "li", "div", "em", "strong",
      "dfn", "samp", "kbd", "cite", "abbr", "acronym", "sub", "sup", "q", "span", "bdo", "br":
      return element.isCodeBlock ? preformatted(element) : made(element.name)
    case "code": return made("code")
    case "a": return made("a", element.attributes.filter { $0.name == "href" })
    case "sent": return made("span", class: "sentence")
    case "list":
      let isNumbered = element.attribute("type") == "ol"
      let more =
        element.attributes.filter { $0.name == "start" }
        + (element.attribute("enum").map { [XMLAttribute("type", $0)] } ?? [])
      return made(isNumbered ? "ol" : "ul", isNumbered ? more : [])
    case "table": return table(element)
    case "thead", "tfoot", "tr": return made(element.name)
    case "tbody": return body(element)
    case "td", "th":
      return made(
        element.name,
        element.attributes.filter { ["scope", "align", "rowspan", "colspan"].contains($0.name) })
    case "img":
      let kept = element.attributes.filter { ["src", "alt", "width", "height"].contains($0.name) }
      return XMLElement("img", Self.attributes(of: element) + kept)
    case "note":
      // All of a note is one step, in the part its mark is in.
      let id = element.attribute("id") ?? ""
      let step = partsOfNotes[id].map { "\($0).smil#q-\(id)" }
      return XMLElement(
        "div", Self.attributes(of: element, class: "notebody"), content(of: element.led(to: step)))
    case "noteref", "linenum": return made("span", class: element.name)
    case "pagenum": return made("span", class: "page-\(element.attribute("page") ?? "normal")")
    case "prodnote":
      return made("div", class: element.attribute("render") == "optional" ? "optional-prodnote" : "prodnote")
    case "sidebar":
      return made("div", class: element.attribute("render") == "optional" ? "sidebar" : "required-sidebar")
    default: return made("div", class: element.name)  // levels, groups of pictures and of lines, lines
    }
  }

  /// Identifier, class, language, direction, title: what XHTML has for any element.
  private static func attributes(of element: XMLElement, class role: String? = nil) -> [XMLAttribute] {
    var result: [XMLAttribute] = []
    let classes = [role, element.attribute("class")].compactMap(\.self)
    for attribute in element.attributes {
      switch attribute.name {
      case "id", "dir", "title", "summary": result.append(attribute)
      case "xml:lang":
        result.append(XMLAttribute("lang", attribute.value))
        result.append(attribute)
      default: continue
      }
    }
    if !classes.isEmpty { result.append(XMLAttribute("class", classes.joined(separator: " "))) }
    return result
  }

  /// Code on lines of its own.
  private func preformatted(_ element: XMLElement) -> XMLElement {
    var nodes: [XMLNode] = []
    for case .element(let code) in element.children {
      for node in code.children {
        if case .element = node { nodes.append(.text("\n")) } else { nodes.append(node) }
      }
    }
    if let step = element.attribute("smilref") { nodes = Self.linked(nodes, to: step) }
    return XMLElement("pre", Self.attributes(of: element), nodes)
  }

  // MARK: - Tables

  /// A table. Its caption holds a line of text in XHTML, so blocks in it give their text.
  private func table(_ element: XMLElement) -> XMLElement {
    var children: [XMLNode] = []
    for case .element(let part) in element.children {
      if part.name == "caption" {
        let caption = XMLElement(
          "caption", Self.attributes(of: part), Self.inLine(content(of: part)))
        children.append(.element(caption))
      } else {
        children += nodes(for: .element(part))
      }
    }
    return XMLElement("table", Self.attributes(of: element) + [XMLAttribute("border", "1")], children)
  }

  /// Nodes without blocks: their text in spans, blanks between them.
  private static func inLine(_ nodes: [XMLNode]) -> [XMLNode] {
    let blocks: Set<String> = ["p", "div", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "table"]
    return nodes.flatMap { node -> [XMLNode] in
      guard case .element(var element) = node else { return [node] }
      element.children = inLine(element.children)
      guard blocks.contains(element.name) else { return [.element(element)] }
      element.name = "span"
      element.attributes.removeAll { ["start", "type", "border"].contains($0.name) }
      return [.element(element), .text(" ")]
    }
  }

  /// The rows of a body. A print page that begins between two rows begins in the first cell of the second.
  private func body(_ element: XMLElement) -> XMLElement {
    var rows: [XMLNode] = []
    var waiting: [XMLNode] = []
    for child in element.children {
      guard case .element(let row) = child else { continue }
      guard row.name == "tr" else {
        waiting += nodes(for: child)
        continue
      }
      guard var made = self.element(for: row) else { continue }
      if !waiting.isEmpty, case .element(var cell)? = made.children.first {
        cell.children = waiting + cell.children
        made.children[0] = .element(cell)
        waiting = []
      }
      rows.append(.element(made))
    }
    // After the last row there is no cell left: the last cell has it.
    if !waiting.isEmpty, case .element(var row)? = rows.popLast() {
      if case .element(var cell)? = row.children.popLast() {
        cell.children += waiting
        row.children.append(.element(cell))
      }
      rows.append(.element(row))
    }
    return XMLElement("tbody", Self.attributes(of: element), rows)
  }

  // MARK: - Links to the timeline

  /// Nodes with their text in links to a step. What holds a link already, and blocks, stay as they are.
  private static func linked(_ nodes: [XMLNode], to step: String) -> [XMLNode] {
    var result: [XMLNode] = []
    var run: [XMLNode] = []
    func close() {
      defer { run = [] }
      guard run.contains(where: \.showsSomething) else {
        result += run
        return
      }
      result.append(.element(XMLElement("a", [XMLAttribute("href", step)], run)))
    }
    for node in nodes {
      if case .element(let element) = node, element.holdsLinkOrBlock {
        close()
        result.append(node)
      } else {
        run.append(node)
      }
    }
    close()
    return result
  }
}

extension XMLElement {
  /// The element with all steps in it exchanged for one.
  fileprivate func led(to step: String?) -> XMLElement {
    var element = self
    element.attributes = attributes.compactMap { attribute in
      attribute.name == "smilref" ? step.map { XMLAttribute("smilref", $0) } : attribute
    }
    element.children = children.map { child in
      if case .element(let inner) = child { .element(inner.led(to: step)) } else { child }
    }
    return element
  }

  /// Whether it is a paragraph of code, whose spaces count.
  fileprivate var isCodeBlock: Bool {
    guard name == "p", children.count == 1, case .element(let code) = children[0] else { return false }
    return code.name == "code" && code.attribute("xml:space") != nil
  }

  fileprivate var holdsLinkOrBlock: Bool {
    let apart: Set<String> = ["a", "p", "div", "ul", "ol", "dl", "table", "blockquote", "pre"]
    return apart.contains(name)
      || children.contains { if case .element(let child) = $0 { child.holdsLinkOrBlock } else { false } }
  }
}

/// The names of a DAISY 2.02 book's files.
enum Daisy202Files {
  static let navigation = "ncc.html"
  static let content = "content.html"
  static let master = "master.smil"
  static let style = "style.css"

  /// The style sheet: links to the timeline look like text.
  static let styleSheet = """
    body { line-height: 1.5; }
    a { color: inherit; text-decoration: none; }
    th, td { padding: 0.2em 0.5em; text-align: left; vertical-align: top; }
    .page-normal, .page-front, .page-special { float: right; }
    .sidebar, .required-sidebar { border: 1px solid; padding: 0.5em; }
    .precedingseparator { margin-top: 2em; }

    """
}
