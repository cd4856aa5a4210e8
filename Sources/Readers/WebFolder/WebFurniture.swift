/// Leaves out what the pages of a folder repeat: headers, footers and menus. What all pages say stays once,
/// where it stands first; a menu of links among the pages goes altogether, as the document has its own
/// contents.
struct WebFurniture {
  private(set) var pages: [BookPage]
  /// How many elements were left out, and the words of the first.
  private(set) var count = 0
  private(set) var words = ""

  init(_ pages: [BookPage]) { self.pages = pages }

  mutating func leaveOutRepeated() {
    guard pages.count > 1 else { return }
    var occurrences: [String: [(page: Int, node: MarkupTree.NodeID)]] = [:]
    var order: [String] = []
    for (number, page) in pages.enumerated() {
      var node = page.tree.successor(of: MarkupTree.root, within: MarkupTree.root)
      while let current = node {
        guard let element = page.tree.element(current) else {
          node = page.tree.successor(of: current, within: MarkupTree.root)
          continue
        }
        guard Self.mayRepeat(element) else {
          node = page.tree.successor(of: current, within: MarkupTree.root)
          continue
        }
        let words = page.tree.words(of: current, limit: 4_000)
        if !words.isEmpty {
          if occurrences[words] == nil { order.append(words) }
          occurrences[words, default: []].append((number, current))
        }
        node = page.tree.following(current, within: MarkupTree.root)
      }
    }
    for words in order {
      let places = occurrences[words] ?? []
      guard Set(places.map(\.page)).count > 1 else { continue }
      for place in places.dropFirst(isMenu(places[0]) ? 0 : 1) { leaveOut(place, words) }
    }
  }

  /// Whether an element is one that sites repeat on their pages.
  private static func mayRepeat(_ element: MarkupTree.Element) -> Bool {
    if ["header", "footer", "nav"].contains(element.name) { return true }
    if element.roles.contains(where: { ["banner", "contentinfo", "navigation"].contains($0) }) {
      return true
    }
    guard element.name == "div" || element.name == "p" || element.name == "ul" || element.name == "table"
    else {
      return false
    }
    let names = "\(element["id"] ?? "") \(element["class"] ?? "")".lowercased()
      .split { !$0.isLetter && !$0.isNumber }
    return names.contains {
      ["header", "footer", "nav", "navigation", "navbar", "menu", "banner", "breadcrumb", "breadcrumbs"]
        .contains($0)
    }
  }

  /// Whether an element is links among the pages and little else.
  private func isMenu(_ place: (page: Int, node: MarkupTree.NodeID)) -> Bool {
    let tree = pages[place.page].tree
    let all = tree.words(of: place.node, limit: 4_000).split(separator: " ").count
    var linked = 0
    var node = tree.successor(of: place.node, within: place.node)
    while let current = node {
      if let element = tree.element(current), element.name == "a", element["href"] != nil {
        linked += tree.words(of: current, limit: 4_000).split(separator: " ").count
        node = tree.following(current, within: place.node)
      } else {
        node = tree.successor(of: current, within: place.node)
      }
    }
    return linked * 3 >= all * 2
  }

  private mutating func leaveOut(_ place: (page: Int, node: MarkupTree.NodeID), _ words: String) {
    guard case .element(var element) = pages[place.page].tree[place.node].content else { return }
    element.name = "template"
    element.attributes = []
    pages[place.page].tree.setElement(element, of: place.node)
    if count == 0 { self.words = words }
    count += 1
  }
}
