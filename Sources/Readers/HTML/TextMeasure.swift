/// How many words, linked words, links and controls each element of a page holds.
struct TextMeasure {
  private(set) var words: [Int]
  private(set) var linkedWords: [Int]
  private(set) var links: [Int]
  private(set) var internalLinks: [Int]
  private(set) var controls: [Int]

  init(_ tree: MarkupTree, _ survey: Survey) {
    let empty = [Int](repeating: 0, count: tree.nodes.count)
    (words, linkedWords, links, internalLinks, controls) = (empty, empty, empty, empty, empty)
    // A node comes after its parent, so going backwards each is complete when it is reached.
    for index in tree.nodes.indices.dropFirst().reversed() {
      let parent = Int(tree.nodes[index].parent)
      switch tree.nodes[index].content {
      case .text(let string): words[index] = string.wordCount
      case .element(let element):
        if survey.tags[index].isNeverShown || survey.traits[index].contains(.hidden) { continue }
        switch survey.tags[index] {
        case .a where element["href"] != nil:
          linkedWords[index] = words[index]
          links[index] += 1
          if element["href"]?.fragmentTarget != nil { internalLinks[index] += 1 }
        case .button, .input: controls[index] += 1
        default: break
        }
      }
      words[parent] += words[index]
      linkedWords[parent] += linkedWords[index]
      links[parent] += links[index]
      internalLinks[parent] += internalLinks[index]
      controls[parent] += controls[index]
    }
  }

  /// How many words that are in no link a node holds.
  func plainWords(_ node: MarkupTree.NodeID) -> Int { words[Int(node)] - linkedWords[Int(node)] }
}

extension String {
  /// How many runs of characters between white space the string has. In a script written without
  /// spaces such a run is a phrase; it is counted as one word for every six bytes beyond ASCII.
  fileprivate var wordCount: Int {
    var count = 0
    var foreign = 0
    var inWord = false
    for byte in utf8 {
      if byte <= 0x20 {
        inWord = false
      } else {
        if !inWord { count += 1 }
        inWord = true
        if byte >= 0xE3 { foreign += 1 }
      }
    }
    return max(count, foreign / 2)
  }
}

extension MarkupTree {
  func hasRole(_ role: String, _ node: NodeID) -> Bool {
    guard let element = element(node), !element.attributes.isEmpty else { return false }
    return element.attributes.contains { attribute in
      (attribute.name == "role" || attribute.name == "epub:type")
        && attribute.value.lowercased().split(whereSeparator: \.isWhitespace).contains { $0 == role }
    }
  }

  /// An element as a message names it: `<div class="menu">`.
  func describe(_ node: NodeID) -> String {
    guard let element = element(node) else { return "text" }
    for name in ["id", "class", "role"] {
      if let value = element[name]?.collapsed, !value.isEmpty, value.utf8.count <= 40 {
        return "<\(element.name) \(name)=\(value)>"
      }
    }
    return "<\(element.name)>"
  }

  /// The words an element's class and identifier are made of: `share-bar` gives `share` and `bar`.
  func nameParts(_ node: NodeID) -> [Substring] {
    guard let element = element(node) else { return [] }
    return [element["class"], element["id"]].compactMap { $0?.lowercased() }
      .flatMap { $0.split { !$0.isLetter } }
  }
}

extension Tag {
  /// Whether the element may be what holds a page's content.
  var mayHoldPage: Bool {
    switch self {
    case .div, .section, .article, .center, .form, .table, .tbody, .tr, .td, .unknown: true
    default: false
    }
  }
}
