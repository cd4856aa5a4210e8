import JSONTree

extension PandocConverter {
  /// The classes of divisions that carry attributes for the one block in them, with what that may be.
  private static let carriers: [String: [String]] = [
    "coformat-paragraph": ["Para", "Plain"], "coformat-list": ["BulletList", "OrderedList"],
    "coformat-definition-list": ["DefinitionList"], "coformat-quotation": ["BlockQuote"],
    "coformat-lines": ["LineBlock"], "coformat-rule": ["HorizontalRule"],
  ]

  /// The elements that divisions stand for, by their class.
  private static let elements: [String: String] = [
    "coformat-figure": "figure", "coformat-caption": "figcaption", "coformat-title": "summary",
    "coformat-attribution": "footer",
  ]

  mutating func addDivision(_ id: JSONTree.ID, _ parent: MarkupTree.NodeID) throws(Problem) {
    let parts = try items(try content(of: id, in: "a Div"), count: 2, in: "a Div")
    var attributes = try attributes(parts[0], of: "a Div")
    for (name, types) in Self.carriers where attributes.classes.contains(name) {
      guard let child = onlyItem(of: parts[1], ofTypes: types) else { continue }
      _ = attributes.take(name)
      push([.block(child, parent, attributes)])
      return
    }
    if let name = attributes.classes.first(where: { Self.elements[$0] != nil }),
      let element = Self.elements[name]
    {
      _ = attributes.take(name)
      account(for: attributes, at: parts[0])
      try addBlocks(parts[1], to: add(element, attributes.ofElement, to: parent, at: id))
      return
    }
    if let aside = asideElement(&attributes, parts[1]) {
      account(for: attributes, at: parts[0])
      let holder = add(aside, attributes.ofElement, to: parent, at: id)
      var next = try items(parts[1], in: "a Div").map { Task.block($0, holder, nil) }
      if let title = alertTitle(in: parts[1]) {
        let summary = add("summary", to: holder, at: title)
        next[0] = .block(title, summary, nil)
      }
      push(next)
      return
    }
    account(for: attributes, at: parts[0])
    // Paragraphs that a style of Word's sets are kept, whatever the style is called.
    _ = attributes.takeValue("custom-style")
    let name = attributes.take("section") ? "section" : "div"
    try addBlocks(parts[1], to: add(name, attributes.ofElement, to: parent, at: id))
  }

  /// The element for text that stands beside the main text; nil when the division is none.
  private func asideElement(_ attributes: inout PandocAttributes, _ blocks: JSONTree.ID) -> String? {
    if attributes.take("coformat-aside") { return attributes.take("details") ? "details" : "aside" }
    // GitHub's alerts, as pandoc 3 reads them, and the callouts of Quarto.
    for kind in ["note", "tip", "important", "warning", "caution"] {
      if attributes.take("callout-\(kind)") {
        attributes.classes.append(kind)
        return "aside"
      }
      if attributes.classes.contains(kind), alertTitle(in: blocks) != nil { return "aside" }
    }
    return nil
  }

  /// The division of class `title` that such a division begins with.
  private func alertTitle(in blocks: JSONTree.ID) -> JSONTree.ID? {
    guard let first = json.items(of: blocks)?.first, isType(first, "Div"),
      let parts = json.member("c", of: first).flatMap(json.items(of:)), parts.count == 2,
      let attributes = try? attributes(parts[0], of: "a Div"), attributes.classes == ["title"]
    else { return nil }
    return first
  }
}
