import JSONTree
import Diagnostics

extension PandocConverter {
  /// The elements spans stand for, by their class: those pandoc reads as spans, and our own.
  private static let elements: [String: String] = [
    "underline": "u", "ul": "u", "mark": "mark", "kbd": "kbd", "dfn": "dfn", "abbr": "abbr",
    "insertion": "ins", "deletion": "del", "coformat-small": "small", "coformat-citation": "cite",
    "coformat-sample": "samp", "coformat-variable": "var",
  ]

  /// What `coformat-styled` may carry attributes for.
  private static let carried = [
    "Emph", "Strong", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps", "Quoted", "Math",
    "LineBreak", "Span",
  ]

  mutating func addSpan(_ id: JSONTree.ID, _ parent: MarkupTree.NodeID) throws(Problem) {
    let parts = try items(try content(of: id, in: "a Span"), count: 2, in: "a Span")
    var attributes = try attributes(parts[0], of: "a Span")
    if attributes.classes.contains("comment-start") || attributes.classes.contains("comment-end") {
      let words = PandocWords(of: parts[1], in: json).text.collapsed
      if !words.isEmpty { log.report(.commentLeftOut(words, at: range(id))) }
      return
    }
    if attributes.classes.contains(where: { $0.hasPrefix("coformat-") }),
      try addOwnSpan(id, &attributes, parts[1], parent)
    {
      return
    }
    var name = "span"
    if let known = attributes.classes.first(where: { Self.elements[$0] != nil }),
      let element = Self.elements[known]
    {
      _ = attributes.take(known)
      name = element
    }
    if attributes.take("smallcaps") || attributes.take("small-caps") {
      attributes.addStyle("font-variant:small-caps")
    }
    account(for: attributes, at: parts[0])
    try addInlines(parts[1], to: add(name, attributes.ofElement, to: parent, at: id))
  }

  /// Reads a span that `coformat inspect --to pandoc-json` wrote; returns whether it was one.
  private mutating func addOwnSpan(
    _ id: JSONTree.ID, _ attributes: inout PandocAttributes, _ inlines: JSONTree.ID,
    _ parent: MarkupTree.NodeID
  ) throws(Problem) -> Bool {
    if attributes.classes.contains("coformat-styled"), let only = onlyItem(of: inlines, ofTypes: Self.carried)
    {
      _ = attributes.take("coformat-styled")
      push([.inline(only, parent, attributes)])
    } else if attributes.take("coformat-note") {
      guard let only = onlyItem(of: inlines, ofTypes: ["Note"]) else { return false }
      push([.inline(only, parent, attributes)])
    } else if attributes.take("coformat-note-reference") {
      addReference(to: attributes.takeValue("note") ?? "", attributes, at: id, parent)
    } else if attributes.take("coformat-image") {
      try addDescribedImage(inlines, at: id, parent)
    } else if attributes.take("coformat-mathematics") {
      account(for: attributes, at: id)
      let display = attributes.takeValue("display") ?? "inline"
      if let raw = onlyItem(of: inlines, ofTypes: ["RawInline"]), let text = json.member("c", of: raw),
        let mathML = json.items(of: text)?.last.flatMap(json.string)
      {
        if let holder = addMathML(mathML, display: display, to: parent, at: id) {
          setAlternative(&attributes, of: holder)
          if !attributes.id.isEmpty { tree.setAttribute("id", attributes.id, of: holder) }
          for pair in attributes.pairs where tree.attribute(pair.name, of: holder) != pair.value {
            tree.setAttribute(pair.name, pair.value, of: holder)
          }
          return true
        }
      }
      return false
    } else {
      return false
    }
    return true
  }
}
