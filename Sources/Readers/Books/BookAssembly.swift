import Diagnostics

/// Joins the content documents of a book to one tree.
///
/// Identifiers are unique within a document only: those that something leads to are kept, renamed where
/// two documents have the same, and links and references are made to lead to them; all others go, so that
/// the tree is not full of places nobody asks for. Addresses of pictures become paths in the package.
struct BookAssembly {
  private let pages: [BookPage]
  private let package: BookPackage
  private(set) var tree = MarkupTree()
  /// The pictures the book shows, as paths.
  private(set) var pictures: Set<String> = []

  /// The documents by folded path.
  private var numbers: [String: Int] = [:]
  /// The new identifiers by document and old identifier; the empty one stands for the document itself.
  private var identifiers: [[String: String]]
  private var taken: Set<String> = []
  private var lost: (count: Int, first: String, range: SourceRange?) = (0, "", nil)
  private var missingPictures: Set<String> = []

  init(_ pages: [BookPage], in package: BookPackage) {
    self.pages = pages
    self.package = package
    identifiers = [[String: String]](repeating: [:], count: pages.count)
    for (number, page) in pages.enumerated() where numbers[page.path.lowercased()] == nil {
      numbers[page.path.lowercased()] = number
    }
  }

  /// Makes the tree.
  mutating func assemble(log: inout DiagnosticLog) {
    for number in pages.indices { collectReferences(of: number) }
    nameReferred()
    for number in pages.indices { copy(number, log: &log) }
    if lost.count > 0 { log.report(.bookLinksLost(lost.count, first: lost.first, at: lost.range)) }
  }

  // MARK: - Identifiers

  /// Attributes that hold identifiers of the same document.
  static let identifierLists: Set<String> = [
    "aria-describedby", "aria-details", "aria-labelledby", "headers", "for",
  ]

  private mutating func collectReferences(of number: Int) {
    let page = pages[number]
    for node in page.tree.nodes {
      guard case .element(let element) = node.content else { continue }
      for attribute in element.attributes {
        switch attribute.name {
        case "href", "longdesc", "xlink:href":
          guard case .file(let path, let fragment) = PackageAddress(attribute.value, from: page.path),
            let target = numbers[path.lowercased()]
          else { continue }
          identifiers[target][fragment ?? ""] = ""
        case let name where Self.identifierLists.contains(name):
          for id in attribute.value.split(whereSeparator: \.isWhitespace) {
            identifiers[number][String(id)] = ""
          }
        case "id" where element.isPageBreak: identifiers[number][attribute.value] = ""
        default: break
        }
      }
    }
  }

  /// Gives names to the places that are referred to and there. A first document keeps its own.
  private mutating func nameReferred() {
    for (number, page) in pages.enumerated() {
      for id in page.idsInOrder where identifiers[number][id] == "" {
        identifiers[number][id] = fresh(id, in: page)
      }
      if identifiers[number][""] != nil {
        // A link to a document leads to its body.
        let own = page.attribute("id").flatMap { identifiers[number][$0] } ?? ""
        identifiers[number][""] = own.isEmpty ? fresh(page.path.fileStem.identifierLetters, in: page) : own
      }
    }
  }

  private mutating func fresh(_ id: String, in page: BookPage) -> String {
    if taken.insert(id).inserted { return id }
    let stem = page.path.fileStem.identifierLetters + "-" + id
    var name = stem
    var count = 2
    while !taken.insert(name).inserted {
      name = "\(stem)-\(count)"
      count += 1
    }
    return name
  }

  // MARK: - Copying

  private mutating func copy(_ number: Int, log: inout DiagnosticLog) {
    let page = pages[number]
    var element = MarkupTree.Element(name: "section")
    for attribute in page.attributes {
      switch attribute.name {
      case "lang", "xml:lang", "dir", "role", "epub:type", "class":
        if element[attribute.name] == nil { element.attributes.append(attribute) }
      default: break
      }
    }
    if let id = identifiers[number][""] ?? page.attribute("id").flatMap({ identifiers[number][$0] }),
      !id.isEmpty
    {
      element.attributes.append(MarkupTree.Attribute(name: "id", value: id))
    }
    if page.isSupplement { element.attributes.append(MarkupTree.Attribute(name: "hidden", value: "")) }
    let top = tree.append(.element(element), to: MarkupTree.root, range: nil)
    if let heading = page.leadingHeading {
      let node = tree.append(
        .element(MarkupTree.Element(name: "h\(min(max(heading.level, 1), 6))")), to: top, range: nil)
      tree.append(.text(heading.words), to: node, range: nil)
    }
    var places = [MarkupTree.NodeID](repeating: top, count: page.tree.nodes.count)
    for index in page.tree.nodes.indices.dropFirst() {
      let node = MarkupTree.NodeID(index)
      let parent = places[Int(page.tree.parent(of: node))]
      guard parent >= 0 else {
        places[index] = -1
        continue
      }
      switch page.tree[node].content {
      case .text:
        places[index] = tree.append(page.tree[node].content, to: parent, range: page.tree.range(of: node))
      case .element(let element):
        places[index] = copy(element, node, of: number, to: parent, log: &log)
      }
    }
    tree.takeRangeFromChildren(top)
  }

  private mutating func copy(
    _ element: MarkupTree.Element, _ node: MarkupTree.NodeID, of number: Int, to parent: MarkupTree.NodeID,
    log: inout DiagnosticLog
  ) -> MarkupTree.NodeID {
    let page = pages[number]
    let range = page.tree.range(of: node)
    var element = element
    if element.namespace == .svg, element.name == "svg", let picture = page.tree.pictureInDrawing(node) {
      element = picture
    } else if element.name == "object",
      let picture = element.pictureOfObject(page.tree.words(of: node, limit: 400))
    {
      element = picture
    }
    rewrite(&element, in: number, at: range, log: &log)
    let mark = page.pageMarks[node]
    if let mark, !element.holdsMarkInside { append(mark, to: parent, range: range) }
    let copy = tree.append(.element(element), to: parent, range: range)
    if let mark, element.holdsMarkInside { append(mark, to: copy, range: range) }
    // A drawing that is one picture is that picture, with nothing in it.
    return element.name == "img" ? -1 : copy
  }

  private mutating func append(_ page: String, to parent: MarkupTree.NodeID, range: SourceRange?) {
    let mark = MarkupTree.Element(
      name: "span",
      attributes: [
        MarkupTree.Attribute(name: "role", value: "doc-pagebreak"),
        MarkupTree.Attribute(name: "aria-label", value: page),
      ])
    tree.append(.element(mark), to: parent, range: range)
  }

  /// Makes the attributes of an element those of the joined tree.
  private mutating func rewrite(
    _ element: inout MarkupTree.Element, in number: Int, at range: SourceRange?, log: inout DiagnosticLog
  ) {
    guard !element.attributes.isEmpty else { return }
    let isPlayer = ["audio", "video", "source", "track", "iframe", "embed", "object"].contains(element.name)
    element.attributes = element.attributes.compactMap { attribute in
      var attribute = attribute
      switch attribute.name {
      case let name where name == "id" || name == "name" && element.name == "a":
        guard let id = identifiers[number][attribute.value], !id.isEmpty else { return nil }
        attribute.value = id
      case "href" where element.name == "a" || element.name == "area":
        guard let target = target(of: attribute.value, in: number, at: range) else { return nil }
        attribute.value = target
      case "longdesc":
        guard let target = target(of: attribute.value, in: number, at: range) else { return nil }
        attribute.value = target
      case "src" where element.name == "img":
        attribute.value = picture(attribute.value, in: number, at: range, log: &log)
      case "src" where isPlayer, "data" where isPlayer, "poster" where isPlayer:
        if case .elsewhere = PackageAddress(attribute.value, from: pages[number].path) { return attribute }
        return nil
      case let name where Self.identifierLists.contains(name):
        attribute.value = attribute.value.split(whereSeparator: \.isWhitespace)
          .compactMap { identifiers[number][String($0)] }.filter { !$0.isEmpty }.joined(separator: " ")
        if attribute.value.isEmpty { return nil }
      default: break
      }
      return attribute
    }
  }

  /// Where a link leads in the joined tree; nil when it leads to a file of the package that is no part
  /// of the text.
  private mutating func target(of address: String, in number: Int, at range: SourceRange?) -> String? {
    switch PackageAddress(address, from: pages[number].path) {
    case .empty: return nil
    case .elsewhere: return address
    case .file(let path, let fragment):
      if package.isSingleFile, path != pages[number].path { return address }
      if let target = numbers[path.lowercased()] {
        if let id = identifiers[target][fragment ?? ""], !id.isEmpty { return "#" + id }
        // A place that is not there: the document is.
        if fragment != nil { lose(address, range) }
        return nil
      }
      // The steps of a talking book's timeline lead to sound, not to text.
      if path.fileEnding != "smil" { lose(address, range) }
      return nil
    }
  }

  private mutating func lose(_ address: String, _ range: SourceRange?) {
    if lost.count == 0 { lost = (0, address, range) }
    lost.count += 1
  }

  /// A picture's path in the package.
  private mutating func picture(
    _ address: String, in number: Int, at range: SourceRange?, log: inout DiagnosticLog
  ) -> String {
    guard !package.isSingleFile, case .file(let path, _) = PackageAddress(address, from: pages[number].path)
    else {
      return address
    }
    guard package.holds(path) else {
      if missingPictures.insert(path).inserted { log.report(.bookPictureMissing(path, at: range)) }
      return path
    }
    let name = package.name(of: path)
    pictures.insert(name)
    return name
  }
}

extension BookPage {
  /// The identifiers of its elements, in order, each once.
  fileprivate var idsInOrder: [String] {
    var seen: Set<String> = []
    var ids: [String] = []
    func note(_ element: MarkupTree.Element) {
      for attribute in element.attributes
      where attribute.name == "id" || attribute.name == "name" && element.name == "a" {
        if !attribute.value.isEmpty, seen.insert(attribute.value).inserted { ids.append(attribute.value) }
      }
    }
    note(MarkupTree.Element(name: "body", attributes: attributes.filter { $0.name == "id" }))
    for node in tree.nodes { if case .element(let element) = node.content { note(element) } }
    return ids
  }
}

extension MarkupTree.Element {
  /// Whether it marks where a print page begins.
  var isPageBreak: Bool { roles.contains("pagebreak") }

  /// Whether a page mark may stand in it, at its beginning.
  fileprivate var holdsMarkInside: Bool {
    switch Tag(named: name) {
    case .p, .div, .section, .article, .li, .td, .th, .dd, .dt, .blockquote, .h1, .h2, .h3, .h4, .h5, .h6,
      .figcaption, .caption, .aside:
      true
    default: false
    }
  }

  /// The picture that an `object` shows, with the words inside it as its alternative.
  fileprivate func pictureOfObject(_ words: String) -> MarkupTree.Element? {
    guard let address = self["data"], self["type"]?.hasPrefix("image/") ?? false else { return nil }
    var picture = MarkupTree.Element(name: "img")
    picture.attributes = attributes.filter { $0.name != "data" && $0.name != "type" }
    picture.attributes.append(MarkupTree.Attribute(name: "src", value: address))
    if picture["alt"] == nil, !words.isEmpty {
      picture.attributes.append(MarkupTree.Attribute(name: "alt", value: words))
    }
    return picture
  }
}

extension MarkupTree {
  /// The picture a drawing is a frame of: many covers are drawings that hold one picture and nothing else.
  fileprivate func pictureInDrawing(_ drawing: NodeID) -> Element? {
    var picture: Element?
    var words = ""
    var node = successor(of: drawing, within: drawing)
    while let current = node {
      switch nodes[Int(current)].content {
      case .text(let text):
        if !text.collapsed.isEmpty { return nil }
      case .element(let element):
        switch element.name {
        case "image":
          guard picture == nil else { return nil }
          picture = element
        case "title", "desc":
          let own = self.words(of: current)
          if words.isEmpty { words = own } else if !own.isEmpty { words += ". " + own }
          node = following(current, within: drawing)
          continue
        case "g", "a", "defs", "metadata": break
        default: return nil
        }
      }
      node = successor(of: current, within: drawing)
    }
    guard let picture, let address = picture["xlink:href"] ?? picture["href"] else { return nil }
    var image = Element(name: "img", attributes: [Attribute(name: "src", value: address)])
    if case .element(let frame) = nodes[Int(drawing)].content {
      image.attributes += frame.attributes.filter {
        ["id", "role", "lang", "xml:lang", "aria-label", "aria-hidden", "aria-describedby"].contains($0.name)
      }
    }
    if !words.isEmpty { image.attributes.append(Attribute(name: "alt", value: words)) }
    return image
  }
}

extension String {
  /// Letters, digits and hyphens only, as identifiers may have them everywhere.
  fileprivate var identifierLetters: String {
    let kept = unicodeScalars.map { scalar -> Character in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        || scalar == "_"
        ? Character(scalar) : "-"
    }
    let name = String(kept)
    return name.first?.isLetter == true ? name : "part-" + name
  }
}
