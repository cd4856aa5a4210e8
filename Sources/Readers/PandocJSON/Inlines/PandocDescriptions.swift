import JSONTree

extension PandocConverter {
  /// A picture with its longer description, which stands beside it in a note of class
  /// `coformat-description` for pandoc to show.
  mutating func addDescribedImage(
    _ inlines: JSONTree.ID, at id: JSONTree.ID, _ parent: MarkupTree.NodeID
  ) throws(Problem) {
    var next: [Task] = []
    for inline in try items(inlines, in: "a Span") {
      guard isType(inline, "Span"), let parts = json.member("c", of: inline).flatMap(json.items(of:)),
        parts.count == 2, var attributes = try? attributes(parts[0], of: "a Span"),
        attributes.take("coformat-description"), let note = onlyItem(of: parts[1], ofTypes: ["Note"])
      else {
        var attributes = PandocAttributes()
        if isType(inline, "Image") {
          attributes.pairs = [.init(name: "aria-describedby", value: descriptionName)]
        }
        next.append(.inline(inline, parent, attributes))
        continue
      }
      let holder = add(
        "div", [.init(name: "id", value: descriptionName), .init(name: "hidden", value: "")],
        to: MarkupTree.root,
        at: note)
      let blocks = try content(of: note, in: "a Note")
      next += try items(blocks, in: "a Note").map { .block($0, holder, nil) }
    }
    push(next)
    descriptions += 1
  }

  private var descriptionName: String { "pandoc-description-\(descriptions + 1)" }
}
