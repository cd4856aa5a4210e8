import JSONTree

extension PandocConverter {
  mutating func addList(
    _ id: JSONTree.ID, _ type: String, _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    let content = try content(of: id, in: "a \(type)")
    var attributes = outer ?? PandocAttributes()
    var list = content
    var name = "ul"
    if attributes.take("unmarked") { attributes.addStyle("list-style-type:none") }
    for spacing in ["tight", "loose"] where attributes.take(spacing) {
      attributes.pairs.append(.init(name: ListParts.spacingName, value: spacing))
    }
    if type == "OrderedList" {
      name = "ol"
      let parts = try items(content, count: 2, in: "an OrderedList")
      list = parts[1]
      attributes.pairs += try numbering(parts[0], attributes)
    }
    let holder = add(name, attributes.ofElement, to: parent, at: id)
    var next: [Task] = []
    for item in try items(list, in: "a \(type)") { next += try itemTasks(item, holder) }
    push(next)
  }

  /// What pandoc calls `ListAttributes`: where numbers begin, how they look, what stands after them.
  private mutating func numbering(
    _ id: JSONTree.ID, _ given: PandocAttributes
  ) throws(Problem) -> [MarkupTree.Attribute] {
    let what = "an OrderedList"
    let parts = try items(id, count: 3, in: what)
    var attributes: [MarkupTree.Attribute] = []
    let start = try integer(parts[0], "the first number of a list", within: -1_000_000...1_000_000_000)
    if start != 1 { attributes.append(.init(name: "start", value: String(start))) }
    let style = type(of: parts[1]) ?? json.string(parts[1]) ?? ""
    let letters = ["LowerAlpha": "a", "UpperAlpha": "A", "LowerRoman": "i", "UpperRoman": "I"]
    if let letter = letters[style] { attributes.append(.init(name: "type", value: letter)) }
    let delimiter = type(of: parts[2]) ?? json.string(parts[2]) ?? ""
    let isGiven = given.pairs.contains { $0.name == "delimiter" }
    switch delimiter {
    case "OneParen": attributes.append(.init(name: "data-delimiter", value: "parenthesis"))
    case "TwoParens": attributes.append(.init(name: "data-delimiter", value: "parentheses"))
    default: break
    }
    return isGiven ? attributes.filter { $0.name != "data-delimiter" } : attributes
  }

  private mutating func itemTasks(
    _ item: JSONTree.ID, _ list: MarkupTree.NodeID
  ) throws(Problem) -> [Task] {
    var blocks = try items(item, in: "an item of a list")
    var attributes = PandocAttributes()
    if let division = carrier("coformat-item", in: item) {
      attributes = division.attributes
      blocks = try items(division.content, in: "an item of a list")
    }
    let task = attributes.takeValue("task")
    let holder = add("li", attributes.ofElement, to: list, at: item)
    if let task {
      var input = [MarkupTree.Attribute(name: "type", value: "checkbox")]
      if task == "done" { input.append(.init(name: "checked", value: "")) }
      add("input", input, to: holder, at: item)
      return blocks.map { .block($0, holder, nil) }
    }
    if let box = taskBox(blocks.first) {
      var input = [MarkupTree.Attribute(name: "type", value: "checkbox")]
      if box.isDone { input.append(.init(name: "checked", value: "")) }
      let words = isType(blocks[0], "Para") ? add("p", to: holder, at: blocks[0]) : holder
      add("input", input, to: words, at: blocks[0])
      let rest = box.rest.map { Task.inline($0, words, nil) }
      return rest + [.waitingNotes(holder)] + blocks.dropFirst().map { .block($0, holder, nil) }
    }
    return blocks.map { .block($0, holder, nil) }
  }

  /// The tick box pandoc writes at the beginning of an item that is a task, and what follows it.
  private func taskBox(_ block: JSONTree.ID?) -> (isDone: Bool, rest: ArraySlice<JSONTree.ID>)? {
    guard let block, isType(block, "Plain") || isType(block, "Para"),
      let inlines = json.member("c", of: block).flatMap(json.items(of:)), let first = inlines.first,
      isType(first, "Str"), let sign = json.member("c", of: first).flatMap(json.string),
      sign == "☐" || sign == "☒", inlines.count == 1 || isType(inlines[1], "Space")
    else { return nil }
    return (sign == "☒", inlines.dropFirst(2))
  }

  /// The division of a class that is all there is in a list of blocks.
  func carrier(
    _ name: String, in blocks: JSONTree.ID
  ) -> (attributes: PandocAttributes, content: JSONTree.ID)? {
    guard let only = onlyItem(of: blocks, ofTypes: ["Div", "Span"]),
      let parts = json.member("c", of: only).flatMap(json.items(of:)), parts.count == 2,
      var attributes = try? attributes(parts[0], of: "a Div"), attributes.take(name)
    else { return nil }
    return (attributes, parts[1])
  }

  // MARK: Definitions

  mutating func addDefinitionList(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    let list = add("dl", outer?.ofElement ?? [], to: parent, at: id)
    var next: [Task] = []
    let content = try content(of: id, in: "a DefinitionList")
    for item in try items(content, in: "a DefinitionList") {
      let parts = try items(item, count: 2, in: "a DefinitionList")
      // A group without attributes keeps terms together with their own definitions.
      let group = add("div", to: list, at: item)
      for term in terms(in: parts[0]) {
        let holder = add("dt", term.attributes.ofElement, to: group, at: term.content)
        next += try inlineTasks(term.content, holder)
      }
      next.append(.waitingNotes(group))
      for definition in try items(parts[1], in: "a DefinitionList") {
        var attributes = PandocAttributes()
        var blocks = definition
        if let division = carrier("coformat-definition", in: definition) {
          attributes = division.attributes
          blocks = division.content
        }
        let holder = add("dd", attributes.ofElement, to: group, at: definition)
        next += try items(blocks, in: "a definition").map { .block($0, holder, nil) }
      }
    }
    push(next)
  }

  /// The terms a definition is for: pandoc has one, so that several stand in spans on lines of their own.
  private func terms(
    in inlines: JSONTree.ID
  ) -> [(attributes: PandocAttributes, content: JSONTree.ID)] {
    var terms: [(attributes: PandocAttributes, content: JSONTree.ID)] = []
    let all = json.items(of: inlines) ?? []
    for inline in all where !isType(inline, "LineBreak") {
      guard isType(inline, "Span"), let parts = json.member("c", of: inline).flatMap(json.items(of:)),
        parts.count == 2, var attributes = try? attributes(parts[0], of: "a Span"),
        attributes.take("coformat-term")
      else { return [(PandocAttributes(), inlines)] }
      terms.append((attributes, parts[1]))
    }
    return terms.isEmpty && !all.isEmpty ? [(PandocAttributes(), inlines)] : terms
  }
}
