import JSONTree
import Diagnostics

extension PandocConverter {
  /// The elements of inlines that hold inlines and nothing else.
  private static let marks: [String: String] = [
    "Emph": "em", "Strong": "strong", "Underline": "u", "Strikeout": "s", "Superscript": "sup",
    "Subscript": "sub", "SmallCaps": "span",
  ]

  /// Converts an inline; `outer` is what a span around nothing but it carries for it.
  mutating func convertInline(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    guard let type = type(of: id) else {
      throw Problem(.malformed("an inline", "it has no type", at: range(id)))
    }
    if let outer { account(for: outer, at: id) }
    switch type {
    case "Str": addText(try string(try content(of: id, in: "a Str"), in: "a Str"), id, parent)
    case "Space": tree.append(.text(" "), to: parent, range: range(id))
    case "SoftBreak": tree.append(.text("\n"), to: parent, range: range(id))
    case "LineBreak": add("br", outer?.ofElement ?? [], to: parent, at: id)
    case "Emph", "Strong", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps":
      var attributes = outer ?? PandocAttributes()
      if type == "SmallCaps" { attributes.addStyle("font-variant:small-caps") }
      let mark = add(Self.marks[type] ?? "span", attributes.ofElement, to: parent, at: id)
      try addInlines(try content(of: id, in: "a \(type)"), to: mark)
    case "Quoted": try addQuoted(id, parent, outer)
    case "Cite": try addCitation(id, parent)
    case "Code": try addInlineCode(id, parent, outer)
    case "Math": try addMathematics(id, parent, outer)
    case "RawInline": try addRaw(id, parent, isBlock: false)
    case "Link": try addLink(id, parent, outer)
    case "Image": try addImage(id, parent, outer)
    case "Note": try addNote(id, parent, outer)
    case "Span": try addSpan(id, parent)
    default: addUnknown(id, type, parent, isBlock: false)
    }
  }

  // MARK: Text

  private mutating func addText(_ text: String, _ id: JSONTree.ID, _ parent: MarkupTree.NodeID) {
    if let content = json.member("c", of: id), json.holdsLoneSurrogate(content) {
      log.report(.loneSurrogate(at: range(id)))
    }
    var holder = parent
    // Pandoc writes spaces as nodes of their own: one in a text is meant to be kept.
    if text.utf8.contains(where: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }) {
      holder = add("span", [.init(name: "style", value: "white-space:pre-wrap")], to: parent, at: id)
    }
    tree.append(.text(text), to: holder, range: range(id))
  }

  /// The marks print sets around quoted words.
  static func quotationMarks(of kind: JSONTree.ID, in json: JSONTree) -> (String, String) {
    let name = json.member("t", of: kind).flatMap(json.string) ?? json.string(kind)
    return name == "SingleQuote" ? ("\u{2018}", "\u{2019}") : ("\u{201C}", "\u{201D}")
  }

  /// Pandoc takes the author's quotation marks away and writes them again; so do we.
  private mutating func addQuoted(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    let parts = try items(try content(of: id, in: "a Quoted"), count: 2, in: "a Quoted")
    if let outer {
      try addInlines(parts[1], to: add("q", outer.ofElement, to: parent, at: id))
      return
    }
    let marks = Self.quotationMarks(of: parts[0], in: json)
    push(
      [.text(marks.0, parent, id)] + (try inlineTasks(parts[1], parent)) + [.text(marks.1, parent, id)])
  }

  /// A citation shows what pandoc made of it, or what the author typed.
  private mutating func addCitation(_ id: JSONTree.ID, _ parent: MarkupTree.NodeID) throws(Problem) {
    let parts = try items(try content(of: id, in: "a Cite"), count: 2, in: "a Cite")
    let words = PandocWords(of: parts[1], in: json).text
    if let first = words.first(where: { !"[-(".contains($0) }), first == "@" { note(citation: words, at: id) }
    try addInlines(parts[1], to: parent)
  }

  private mutating func addInlineCode(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    let parts = try items(try content(of: id, in: "a Code"), count: 2, in: "a Code")
    var attributes = try attributes(parts[0], of: "a Code")
    let text = try string(parts[1], in: "a Code")
    // Pandoc reads HTML's samp and var as code of these classes.
    let name = attributes.take("sample") ? "samp" : attributes.take("variable") ? "var" : "code"
    account(for: attributes, at: parts[0])
    attributes.addStyle("white-space:pre-wrap")
    let code = add(name, attributes.joined(outer).ofElement, to: parent, at: id)
    tree.append(.text(text), to: code, range: range(id))
  }

  // MARK: Links and pictures

  private mutating func addLink(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    let link = try target(id, "a Link")
    account(for: link.attributes, at: id)
    var attributes = link.attributes.joined(outer)
    attributes.pairs.append(.init(name: "href", value: link.address))
    if !link.title.isEmpty { attributes.pairs.append(.init(name: "title", value: link.title)) }
    try addInlines(link.inlines, to: add("a", attributes.ofElement, to: parent, at: id))
  }

  private mutating func addImage(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    let image = try target(id, "an Image")
    var attributes = image.attributes
    let isDecorative = attributes.take("coformat-decorative")
    account(for: attributes, at: id)
    attributes = attributes.joined(outer)
    attributes.pairs.append(.init(name: "src", value: image.address))
    let words = PandocWords(of: image.inlines, in: json)
    let given = attributes.takeValue("alt") ?? ""
    // An empty description says nothing: it is not the same as saying that the picture is decorative.
    let alternative = words.text.collapsed.isEmpty ? given : words.text
    if isDecorative || !alternative.isEmpty {
      attributes.pairs.append(.init(name: "alt", value: alternative))
    }
    // Before version 1.23 this is how pandoc marks a picture whose description is also its caption.
    let title = image.title.hasPrefix("fig:") ? String(image.title.dropFirst(4)) : image.title
    if !title.isEmpty { attributes.pairs.append(.init(name: "title", value: title)) }
    add("img", attributes.ofElement, to: parent, at: id)
  }

  /// The parts of a link or a picture. Before version 1.16 there were no attributes.
  private func target(
    _ id: JSONTree.ID, _ what: String
  ) throws(Problem) -> (attributes: PandocAttributes, inlines: JSONTree.ID, address: String, title: String) {
    var parts = try items(try content(of: id, in: what), in: what)
    var attributes = PandocAttributes()
    if parts.count == 3 {
      attributes = try self.attributes(parts[0], of: what)
      parts.removeFirst()
    }
    guard parts.count == 2 else {
      throw Problem(.malformed(what, "it has \(parts.count) parts, and should have 3", at: range(id)))
    }
    let target = try items(parts[1], count: 2, in: what)
    return (attributes, parts[0], try string(target[0], in: what), try string(target[1], in: what))
  }
}
