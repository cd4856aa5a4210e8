import DocumentModel

// Which links are note references and which blocks are notes. Authors mark them with DPUB-ARIA roles
// or EPUB types; where they do not, a mark-like link counts only when its target links back to it.

extension Survey {
  /// How far up the tree the search for a surrounding block or list goes.
  private static let reach = 300

  mutating func findNotes(in tree: MarkupTree) {
    guard !internalLinks.isEmpty else { return }
    var linksTo: [String: [MarkupTree.NodeID]] = [:]
    for link in internalLinks { linksTo[link.target, default: []].append(link.node) }
    for link in internalLinks {
      guard !traits[Int(link.node)].contains(.backLink), let target = places[link.target] else { continue }
      let isMarked =
        traits[Int(link.node)].contains(.noteReference)
        || ancestor(of: link.node, in: tree, within: 2) { traits[Int($0)].contains(.noteReference) } != nil
      guard let note = noteBlock(around: target, in: tree) else { continue }
      if !isMarked {
        guard tree.looksLikeNoteMark(link.node) else { continue }
        if !traits[Int(note)].contains(.markedAsNote) {
          // Two places that lead to each other are told apart by their order: the note comes after.
          guard note > link.node, leadsBack(from: note, to: link.node, in: tree, linksTo) else { continue }
        }
      }
      if !traits[Int(note)].contains(.markedAsNote), contains(note, link.node, in: tree) { continue }
      adopt(note, for: link.node, named: link.target, in: tree)
    }
    markBackLinks(in: tree)
  }

  private mutating func adopt(
    _ note: MarkupTree.NodeID, for link: MarkupTree.NodeID, named target: String, in tree: MarkupTree
  ) {
    references[link] = note
    traits[Int(link)].insert(.noteReference)
    traits[Int(note)].insert(.note)
    guard notes[note] == nil else { return }
    let ordinal = String(notes.count + 1)
    let mark = tree.words(of: link, limit: 40).trimmingNoteBrackets
    // A reader of ours may know that print has the mark, whatever the note's number.
    let own = tree.element(note)?["coformat-label"]
    notes[note] = NoteMark(
      id: target, label: own ?? (mark.isEmpty || mark == ordinal ? nil : mark), shown: mark)
  }

  /// The block that is the note when a link leads to `target`: the target, or the block around it.
  private func noteBlock(around target: MarkupTree.NodeID, in tree: MarkupTree) -> MarkupTree.NodeID? {
    if let marked = ancestor(
      of: target, in: tree, within: 8, where: { traits[Int($0)].contains(.markedAsNote) })
    {
      return marked
    }
    guard let block = ancestor(of: target, in: tree, within: 8, where: { tags[Int($0)].isBlock })
    else { return nil }
    let parent = tree.parent(of: block)
    switch tags[Int(block)] {
    case .li, .aside, .dd, .div: return block
    case .p:
      return parent >= 0 && tags[Int(parent)] == .li && tree.firstElement(in: parent) == block
        ? parent : block
    default: return nil
    }
  }

  /// Whether a link in `note` leads to the reference or to an element closely around it.
  private func leadsBack(
    from note: MarkupTree.NodeID, to link: MarkupTree.NodeID, in tree: MarkupTree,
    _ linksTo: [String: [MarkupTree.NodeID]]
  ) -> Bool {
    var node = link
    for _ in 0..<3 where node > MarkupTree.root {
      for name in [tree.attribute("id", of: node), tree.attribute("name", of: node)] {
        guard let name, let back = linksTo[name] else { continue }
        if back.prefix(16).contains(where: { contains(note, $0, in: tree) }) { return true }
      }
      node = tree.parent(of: node)
      if tags[Int(node)].isBlock { break }
    }
    return false
  }

  /// Marks the links in notes that do nothing but lead back to the text.
  private mutating func markBackLinks(in tree: MarkupTree) {
    let markers = Set(references.keys)
    for link in internalLinks
    where references[link.node] == nil && !traits[Int(link.node)].contains(.backLink) {
      guard let target = places[link.target], tree.looksLikeNoteMark(link.node),
        ancestor(of: link.node, in: tree, within: 8, where: { traits[Int($0)].contains(.note) }) != nil
      else { continue }
      let leadsToMark =
        ancestor(of: target, in: tree, within: 3, where: { markers.contains($0) }) != nil
        || tree.leadingElement(in: target).map { markers.contains($0) } == true
      if leadsToMark { traits[Int(link.node)].insert(.backLink) }
    }
  }

  private func contains(
    _ outer: MarkupTree.NodeID, _ inner: MarkupTree.NodeID, in tree: MarkupTree
  ) -> Bool {
    ancestor(of: inner, in: tree, within: Self.reach) { $0 == outer } != nil
  }

  /// The node itself, or the nearest around it, that passes the test.
  func ancestor(
    of node: MarkupTree.NodeID, in tree: MarkupTree, within steps: Int,
    where test: (MarkupTree.NodeID) -> Bool
  ) -> MarkupTree.NodeID? {
    var node = node
    for _ in 0...steps {
      guard node > MarkupTree.root else { return nil }
      if test(node) { return node }
      node = tree.parent(of: node)
    }
    return nil
  }
}

extension MarkupTree {
  /// Whether what a link shows is a note's mark, such as `1`, `[12]`, `*`, `a` or an arrow: a few
  /// characters, at most two of them letters in a row.
  func looksLikeNoteMark(_ link: NodeID) -> Bool {
    let text = words(of: link, limit: 12)
    guard text.unicodeScalars.count <= 8 else { return false }
    var letters = 0
    for scalar in text.unicodeScalars {
      letters = scalar.properties.isAlphabetic ? letters + 1 : 0
      if letters > 4 || (letters > 2 && !text.utf8.allSatisfy(\.isRomanNumeral)) { return false }
    }
    return true
  }

  /// The first child that is an element.
  func firstElement(in node: NodeID) -> NodeID? {
    var child = firstChild(of: node)
    while child >= 0 {
      if element(child) != nil { return child }
      child = nextSibling(of: child)
    }
    return nil
  }

  /// The element a node begins with; nil where words stand before it.
  func leadingElement(in node: NodeID) -> NodeID? {
    var child = firstChild(of: node)
    while child >= 0 {
      if element(child) != nil { return child }
      if case .text(let text) = self[child].content, text.contains(where: { $0.isLetter || $0.isNumber }) {
        return nil
      }
      child = nextSibling(of: child)
    }
    return nil
  }

  /// The characters a node holds, white space collapsed, up to about `limit` characters; what
  /// scripts and styles hold is no text.
  func words(of top: NodeID, limit: Int = .max) -> String {
    var text = ""
    var count = 0
    var spaceWaits = false
    var node: NodeID? = top
    while let current = node {
      switch nodes[Int(current)].content {
      case .text(let string):
        for scalar in string.unicodeScalars {
          if scalar.properties.isWhitespace {
            spaceWaits = count > 0
          } else {
            if spaceWaits { text += " " }
            spaceWaits = false
            text.unicodeScalars.append(scalar)
            count += 1
            if count >= limit { return text }
          }
        }
        node = successor(of: current, within: top)
      case .element(let element):
        let tag = Tag(named: element.name)
        if tag.isBlock || tag == .br { spaceWaits = count > 0 }
        let isSkipped = element.namespace == .html && tag.isNeverShown && current != top
        node = isSkipped ? following(current, within: top) : successor(of: current, within: top)
      }
    }
    return text
  }
}

extension String {
  /// A note's mark without the brackets print may set around it.
  fileprivate var trimmingNoteBrackets: String {
    var slice = trimmingSpace
    while let first = slice.first, "[({".contains(first) { slice = slice.dropFirst() }
    while let last = slice.last, "])}".contains(last) { slice = slice.dropLast() }
    return String(slice)
  }
}

extension UInt8 {
  fileprivate var isRomanNumeral: Bool {
    switch self {
    case UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x"), UInt8(ascii: "l"), UInt8(ascii: "c"): true
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"): true
    default: false
    }
  }
}
