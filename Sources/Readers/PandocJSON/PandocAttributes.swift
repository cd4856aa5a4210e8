import JSONTree

/// What pandoc calls `Attr`: an identifier, classes, and keys with values.
struct PandocAttributes {
  var id = ""
  var classes: [String] = []
  var pairs: [MarkupTree.Attribute] = []

  /// Whether it says nothing.
  var isEmpty: Bool { id.isEmpty && classes.isEmpty && pairs.isEmpty }

  /// Whether there is a class, which is then taken off: it has been acted on.
  mutating func take(_ name: String) -> Bool {
    guard let index = classes.firstIndex(of: name) else { return false }
    classes.remove(at: index)
    return true
  }

  /// The value of a key, which is then taken off.
  mutating func takeValue(_ name: String) -> String? {
    guard let index = pairs.firstIndex(where: { $0.name == name }) else { return nil }
    return pairs.remove(at: index).value
  }

  /// Adds declarations to the `style`.
  mutating func addStyle(_ declarations: String) {
    if let index = pairs.firstIndex(where: { $0.name == "style" }) {
      pairs[index].value += ";" + declarations
    } else {
      pairs.append(.init(name: "style", value: declarations))
    }
  }

  /// As attributes of an element.
  var ofElement: [MarkupTree.Attribute] {
    var attributes: [MarkupTree.Attribute] = []
    if !id.isEmpty { attributes.append(.init(name: "id", value: id)) }
    if !classes.isEmpty { attributes.append(.init(name: "class", value: classes.joined(separator: " "))) }
    for pair in pairs {
      // Pandoc's reader of HTML takes `data-` off.
      let name = Self.dataNames.contains(pair.name) ? "data-" + pair.name : pair.name
      attributes.append(.init(name: name, value: pair.value))
    }
    return attributes
  }

  /// Both; the other's identifier and values count where it has any.
  func joined(_ other: PandocAttributes?) -> PandocAttributes {
    guard let other else { return self }
    var joined = self
    if !other.id.isEmpty { joined.id = other.id }
    joined.classes += other.classes
    for pair in other.pairs {
      if pair.name == "style" {
        joined.addStyle(pair.value)
      } else {
        joined.pairs.removeAll { $0.name == pair.name }
        joined.pairs.append(pair)
      }
    }
    return joined
  }

  private static let dataNames: Set<String> = ["coformat", "colour", "color", "pronunciation", "delimiter"]

  /// The names that mean something here or to nobody but a browser, so that no words are lost with them.
  private static let understood: Set<String> = [
    "role", "epub:type", "aria-label", "aria-hidden", "aria-level", "lang", "xml:lang", "dir", "style",
    "title", "hidden", "coformat", "data-coformat", "colour", "color", "data-colour", "data-color",
    "pronunciation", "data-pronunciation", "data-delimiter", "delimiter", "scope", "headers", "summary",
    "align",
    "value", "alt", "href", "src", "width", "height", "rel", "target", "start", "type", "startFrom",
    "data-pos",
    "mathml", "ssml:ph", "custom-style", "wrapper", "cite", "loading", "entry-spacing",
    "author", "date", "aria-describedby", "data-coformat-spacing", "note",
    "label", "placement", "body", "task", "indent", "display", "alttext",
  ]
  private static let understoodClasses: Set<String> = [
    "section", "uri", "email", "unnumbered", "unlisted", "line-block", "verse", "poem", "line", "linenum",
    "left-aligned", "blocked", "hanging", "directions", "attribution", "transcriber-note",
    "transcribers-note", "the-end", "box", "footnotes", "footnote-ref", "footnote-back", "title", "anchor",
    "header", "odd", "even", "footnote", "sidebar", "note", "tip", "important", "warning", "example",
    "caution",
    "danger", "references", "csl-bib-body", "csl-entry", "hanging-indent", "csl-left-margin",
    "csl-right-inline", "numberLines", "sourceCode", "task-list", "level1", "level2", "level3", "level4",
  ]

  /// The names that have no meaning here.
  var withoutPlace: [String] {
    classes.filter { !Self.understoodClasses.contains($0) && !$0.hasPrefix("coformat-") }.map { "." + $0 }
      + pairs.map(\.name).filter { !Self.understood.contains($0) }
  }
}

extension PandocConverter {
  /// Reads an `Attr`: an array of an identifier, classes, and pairs.
  func attributes(_ id: JSONTree.ID, of what: String) throws(Problem) -> PandocAttributes {
    let parts = try items(id, count: 3, in: what)
    var attributes = PandocAttributes()
    attributes.id = try string(parts[0], in: what)
    for name in try items(parts[1], in: what) { attributes.classes.append(try string(name, in: what)) }
    for pair in try items(parts[2], in: what) {
      let both = try items(pair, count: 2, in: what)
      attributes.pairs.append(
        .init(name: try string(both[0], in: what), value: try string(both[1], in: what)))
    }
    return attributes
  }

  /// Takes note of what has no meaning here.
  mutating func account(for attributes: PandocAttributes, at id: JSONTree.ID) {
    guard !attributes.classes.isEmpty || !attributes.pairs.isEmpty else { return }
    for name in attributes.withoutPlace {
      withoutPlaceCount += 1
      if withoutPlace.count < 50, !withoutPlace.contains(name) { withoutPlace.append(name) }
      if firstWithoutPlace == nil { firstWithoutPlace = range(id) }
    }
  }
}
