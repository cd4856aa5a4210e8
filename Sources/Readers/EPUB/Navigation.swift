import Diagnostics
import XMLTree

/// Where a book's navigation says things are: the headings of a table of contents and print's pages.
struct Navigation {
  struct Entry {
    var words: String
    /// The path of the document it leads to, and the place in it.
    var path: String
    var fragment: String?
    /// How deep it stands, from 1.
    var level: Int
  }

  var contents: [Entry] = []
  var pages: [Entry] = []

  /// Reads an EPUB 3 navigation document (EPUB 3.3, 7).
  init(document xml: FlatXML, path: String) {
    guard xml.root >= 0 else { return }
    for node in xml.root..<xml.end(of: xml.root) where !xml.isText(node) && xml.local(node) == "nav" {
      let types = (xml.attribute("epub:type", of: node) ?? "").split(whereSeparator: \.isWhitespace)
      if types.contains("toc") { contents += Self.entries(xml, in: node, path: path) }
      if types.contains("page-list") { pages += Self.entries(xml, in: node, path: path) }
    }
  }

  private static func entries(_ xml: FlatXML, in nav: FlatXML.NodeID, path: String) -> [Entry] {
    var entries: [Entry] = []
    var levels: [FlatXML.NodeID: Int] = [:]
    for node in nav..<xml.end(of: nav) where !xml.isText(node) {
      let outer = node == nav ? 0 : levels[xml.parent(node)] ?? 0
      levels[node] = outer + (xml.local(node) == "ol" ? 1 : 0)
      guard xml.local(node) == "a", let address = xml.attribute("href", of: node),
        case .file(let file, let fragment) = PackageAddress(address, from: path)
      else { continue }
      entries.append(Entry(words: xml.words(node), path: file, fragment: fragment, level: max(1, outer)))
    }
    return entries
  }

  /// Reads an NCX (ANSI/NISO Z39.86-2005, 8).
  init(control xml: FlatXML, path: String) {
    guard xml.root >= 0 else { return }
    var levels: [FlatXML.NodeID: Int] = [:]
    for node in xml.root..<xml.end(of: xml.root) where !xml.isText(node) {
      let outer = node == xml.root ? 0 : levels[xml.parent(node)] ?? 0
      let name = xml.local(node)
      levels[node] = outer + (name == "navPoint" ? 1 : 0)
      guard name == "navPoint" || name == "pageTarget", let content = xml.localChild("content", of: node),
        let address = xml.attribute("src", of: content),
        case .file(let file, let fragment) = PackageAddress(address, from: path)
      else { continue }
      let words = xml.localChild("navLabel", of: node).map { xml.words($0) } ?? ""
      if name == "navPoint" {
        contents.append(Entry(words: words, path: file, fragment: fragment, level: outer + 1))
      } else {
        let number = words.isEmpty ? xml.attribute("value", of: node) ?? "" : words
        pages.append(Entry(words: number, path: file, fragment: fragment, level: 1))
      }
    }
  }
}

/// Brings what the navigation knows into documents that do not say it themselves.
struct NavigationRepair {
  let navigation: Navigation
  /// How many paragraphs became headings, how many headings were put in, how many pages marked.
  private(set) var promoted = 0
  private(set) var added = 0
  private(set) var marked = 0

  init(_ navigation: Navigation) { self.navigation = navigation }

  mutating func repair(_ pages: inout [BookPage]) {
    var numbers: [String: Int] = [:]
    for (number, page) in pages.enumerated() where numbers[page.path.lowercased()] == nil {
      numbers[page.path.lowercased()] = number
    }
    let hasHeadings = pages.map(\.hasHeadings)
    let places = pages.map(\.places)
    for entry in navigation.contents {
      guard let number = numbers[entry.path.lowercased()], !entry.words.isEmpty else { continue }
      let place = entry.fragment.flatMap { places[number][$0] }
      if promote(entry, at: place, in: &pages[number]) { continue }
      guard !hasHeadings[number], !pages[number].isCover, pages[number].leadingHeading == nil,
        place == nil || place == 0,
        pages[number].holdsWords, entry.fragment == nil || place != nil
      else { continue }
      pages[number].leadingHeading = (entry.words, entry.level)
      added += 1
    }
    for entry in navigation.pages {
      guard let number = numbers[entry.path.lowercased()], !entry.words.isEmpty else { continue }
      mark(entry, at: entry.fragment.flatMap { places[number][$0] } ?? 0, in: &pages[number])
    }
  }

  /// Makes a heading of the block an entry leads to, when its words are the entry's and it is none yet;
  /// gives whether there is a heading now, or was.
  private mutating func promote(
    _ entry: Navigation.Entry, at place: MarkupTree.NodeID?, in page: inout BookPage
  ) -> Bool {
    switch Self.heading(for: entry, at: place, in: page.tree) {
    case .there: return true
    case .none: return false
    case .paragraph(let node):
      guard var heading = page.tree.element(node) else { return false }
      heading.attributes.append(MarkupTree.Attribute(name: "role", value: "heading"))
      heading.attributes.append(MarkupTree.Attribute(name: "aria-level", value: "\(entry.level)"))
      page.tree.setElement(heading, of: node)
      promoted += 1
      return true
    }
  }

  /// What stands where an entry leads to.
  private enum Found {
    case there
    case paragraph(MarkupTree.NodeID)
    case none
  }

  /// Looks at the block around a place, at the place, and at the first blocks after it.
  private static func heading(
    for entry: Navigation.Entry, at place: MarkupTree.NodeID?, in tree: MarkupTree
  ) -> Found {
    var node = place ?? tree.successor(of: MarkupTree.root, within: MarkupTree.root)
    if let place, place > 0 {
      var around = place
      for _ in 0..<4 {
        guard around > 0, let element = tree.element(around) else { break }
        if element.isHeading { return .there }
        if tree.isParagraph(around, saying: entry.words) {
          node = around
          break
        }
        around = tree.parent(of: around)
      }
    }
    for _ in 0..<12 {
      guard let current = node else { return .none }
      if let element = tree.element(current) {
        if element.isHeading {
          return tree.words(of: current, limit: 400).isSame(as: entry.words) ? .there : .none
        }
        if tree.isParagraph(current, saying: entry.words) { return .paragraph(current) }
      }
      node = tree.successor(of: current, within: MarkupTree.root)
    }
    return .none
  }

  private mutating func mark(_ entry: Navigation.Entry, at place: MarkupTree.NodeID, in page: inout BookPage)
  {
    guard place > 0, var element = page.tree.element(place) else {
      let first = page.tree.firstElement(in: MarkupTree.root)
      guard let first, page.tree.element(first)?.isPageBreak != true, page.pageMarks[first] == nil else {
        return
      }
      page.pageMarks[first] = entry.words
      marked += 1
      return
    }
    if element.isPageBreak {
      if element.firstWords("aria-label", "title") == nil, page.tree.words(of: place, limit: 40).isEmpty {
        element.attributes.append(MarkupTree.Attribute(name: "aria-label", value: entry.words))
        page.tree.setElement(element, of: place)
      }
      return
    }
    // The mark may be in the place, around it or just after it.
    var node: MarkupTree.NodeID? = place
    for _ in 0..<4 {
      guard let current = node else { break }
      if page.tree.element(current)?.isPageBreak == true { return }
      node = page.tree.successor(of: current, within: MarkupTree.root)
    }
    let parent = page.tree.parent(of: place)
    if parent > 0, page.tree.element(parent)?.isPageBreak == true { return }
    if ["a", "span"].contains(element.name), page.tree.words(of: place, limit: 2).isEmpty,
      page.tree.firstElement(in: place) == nil
    {
      element.attributes.append(MarkupTree.Attribute(name: "role", value: "doc-pagebreak"))
      element.attributes.append(MarkupTree.Attribute(name: "aria-label", value: entry.words))
      page.tree.setElement(element, of: place)
    } else if page.pageMarks[place] == nil {
      page.pageMarks[place] = entry.words
    }
    marked += 1
  }
}

extension BookPage {
  /// Whether it has a heading of its own.
  var hasHeadings: Bool {
    tree.nodes.contains { node in
      guard case .element(let element) = node.content else { return false }
      return element.isHeading
    }
  }

  /// Whether it is the cover, which is no part of the text that a heading could stand over.
  fileprivate var isCover: Bool {
    let element = MarkupTree.Element(name: "body", attributes: attributes)
    return element.roles.contains("cover")
  }

  var holdsWords: Bool { !tree.words(of: MarkupTree.root, limit: 4).isEmpty }

  /// Where identifiers are; that of the body is at the root.
  fileprivate var places: [String: MarkupTree.NodeID] {
    var places: [String: MarkupTree.NodeID] = [:]
    if let own = attribute("id") { places[own] = MarkupTree.root }
    for index in tree.nodes.indices {
      guard case .element(let element) = tree.nodes[index].content else { continue }
      for attribute in element.attributes
      where attribute.name == "id" || attribute.name == "name" && element.name == "a" {
        if places[attribute.value] == nil { places[attribute.value] = MarkupTree.NodeID(index) }
      }
    }
    return places
  }
}

extension MarkupTree.Element {
  fileprivate var isHeading: Bool { Tag(named: name).headingLevel != nil || roles.contains("heading") }
}

extension MarkupTree {
  /// Whether a node is a paragraph of these words and nothing else.
  fileprivate func isParagraph(_ node: NodeID, saying words: String) -> Bool {
    guard let element = element(node), ["p", "div"].contains(element.name) else { return false }
    return self.words(of: node, limit: 400).isSame(as: words) && !holdsBlock(node)
  }

  /// Whether a block stands in a node.
  fileprivate func holdsBlock(_ top: NodeID) -> Bool {
    var node = successor(of: top, within: top)
    while let current = node {
      if let element = element(current), Tag(named: element.name).isBlock { return true }
      node = successor(of: current, within: top)
    }
    return false
  }
}

extension String {
  fileprivate func isSame(as other: String) -> Bool { lowercased() == other.lowercased() }
}
