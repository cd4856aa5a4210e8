import XMLTree

// Lists, lines, code and what classes say, where programs write more than DTBook has elements for.

extension DTBookCopy {
  /// A list (Z39.86, `list`): numbered, bulleted, or with its marks in the text (`pl`).
  mutating func list(_ node: FlatXML.NodeID, to place: MarkupTree.NodeID) -> MarkupTree.NodeID {
    for heading in xml.children(node) where !xml.isText(heading) && xml.local(heading) == "hd" {
      let block = make("p", heading, to: place)
      let strong = tree.append(.element(MarkupTree.Element(name: "strong")), to: block, range: range(heading))
      tree.append(.text(xml.words(heading)), to: strong, range: range(heading))
    }
    if xml.attribute("type", of: node) == "ol" {
      let numbering = xml.attribute("enum", of: node).map { [("type", $0)] } ?? []
      return make("ol", node, to: place, numbering)
    }
    let isUnmarked = xml.attribute("type", of: node) == "pl" || classNames(node).contains("unmarked")
    return make("ul", node, to: place, isUnmarked ? [("style", "list-style-type:none")] : [])
  }

  mutating func item(_ node: FlatXML.NodeID, to place: MarkupTree.NodeID) -> MarkupTree.NodeID {
    let copy = make("li", node, to: place, xml.attribute("value", of: node).map { [("value", $0)] } ?? [])
    if let isDone = taskState(node) {
      var box = MarkupTree.Element(name: "input")
      box.attributes = [MarkupTree.Attribute(name: "type", value: "checkbox")]
      if isDone { box.attributes.append(MarkupTree.Attribute(name: "checked", value: "")) }
      tree.append(.element(box), to: copy, range: range(node))
    }
    return copy
  }

  /// Whether an item is a task, and done.
  func taskState(_ node: FlatXML.NodeID) -> Bool? {
    let classes = classNames(node)
    return classes.contains("task-done") ? true : classes.contains("task-open") ? false : nil
  }

  /// A line of a poem or an address. One that stands in no group of lines makes one with those beside it.
  mutating func line(_ node: FlatXML.NodeID, to place: MarkupTree.NodeID) -> MarkupTree.NodeID {
    let classes = (["line"] + classNames(node).filter { $0.hasPrefix("indent-") }).joined(separator: " ")
    guard xml.local(xml.parent(node)) != "linegroup" else {
      return make("div", node, to: place, [("class", classes)])
    }
    var group = tree.lastElement(in: place)
    if group.flatMap({ tree.element($0) })?["class"] != "line-block coformat-lines" { group = nil }
    let lines =
      group
      ?? tree.append(
        .element(
          MarkupTree.Element(
            name: "div", attributes: [MarkupTree.Attribute(name: "class", value: "line-block coformat-lines")]
          )),
        to: place, range: range(node))
    return make("div", node, to: lines, [("class", classes)])
  }

  /// A paragraph. One that is all code is a block of it, its lines ended by `br`.
  mutating func paragraph(_ node: FlatXML.NodeID, to place: MarkupTree.NodeID) -> MarkupTree.NodeID {
    let classes = classNames(node)
    if classes.contains("code") || xml.attribute("xml:space", of: node) == "preserve",
      let code = onlyElement(in: node), xml.local(code) == "code"
    {
      return make("pre", node, to: place)
    }
    var own: [(String, String)] = []
    let kinds = ["blocked", "hanging", "directions", "attribution", "transcriber-note"]
    if let kind = classes.first(where: kinds.contains) { own.append(("class", kind)) }
    if classes.contains("centred") || classes.contains("center") { own.append(("align", "center")) }
    if classes.contains("at-end") { own.append(("align", "right")) }
    return make("p", node, to: place, own)
  }

  mutating func code(_ node: FlatXML.NodeID, to place: MarkupTree.NodeID) -> MarkupTree.NodeID {
    let language = classNames(node).first { $0.hasPrefix("language-") }
    let own = language.map { [("class", $0)] } ?? []
    if xml.local(xml.parent(node)) == "p" || !isAmongBlocks(node) {
      return make("code", node, to: place, own)
    }
    return make("pre", node, to: place, own)
  }

  /// Whether an element stands where blocks stand, and no words beside it.
  private func isAmongBlocks(_ node: FlatXML.NodeID) -> Bool {
    let parents: Set<Substring> = [
      "level", "level1", "level2", "level3", "level4", "level5", "level6", "blockquote", "div", "sidebar",
    ]
    return parents.contains(xml.local(xml.parent(node)))
      && xml.children(xml.parent(node)).allSatisfy {
        !xml.isText($0) || xml.string($0).allSatisfy(\.isWhitespace)
      }
  }

  private func onlyElement(in node: FlatXML.NodeID) -> FlatXML.NodeID? {
    var found: FlatXML.NodeID?
    for child in xml.children(node) {
      if xml.isText(child) {
        guard xml.string(child).allSatisfy(\.isWhitespace) else { return nil }
      } else {
        guard found == nil else { return nil }
        found = child
      }
    }
    return found
  }

  mutating func division(_ node: FlatXML.NodeID, to place: MarkupTree.NodeID) -> MarkupTree.NodeID {
    let classes = classNames(node)
    if classes.contains("figure") { return make("figure", node, to: place) }
    if classes.contains("caption"), xml.local(xml.parent(node)) == "div" {
      return make("figcaption", node, to: place)
    }
    if let role = classes.first(where: DocumentBuilder.divisionRoles.contains) {
      return make("div", node, to: place, [("role", "doc-" + role)])
    }
    return make("div", node, to: place)
  }

  /// What a class says a run of text is, where DTBook has no element for it.
  func elementOfClass(_ node: FlatXML.NodeID) -> String? {
    for name in classNames(node) {
      switch name {
      case "underline": return "u"
      case "strikethrough": return "s"
      case "highlight": return "mark"
      case "inserted": return "ins"
      case "deleted": return "del"
      case "variable": return "var"
      case "small": return "small"
      default: continue
      }
    }
    return nil
  }

  func smallCapitals(_ node: FlatXML.NodeID) -> [(String, String)] {
    classNames(node).contains("small-capitals") ? [("style", "font-variant:small-caps")] : []
  }
}

extension MarkupTree {
  /// The last node in an element, when it is an element; white space after it does not count.
  fileprivate func lastElement(in node: NodeID) -> NodeID? {
    var last: NodeID?
    for child in children(of: node) {
      if element(child) != nil { last = child } else if !words(of: child, limit: 1).isEmpty { last = nil }
    }
    return last
  }
}
