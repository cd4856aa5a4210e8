import JSONTree

/// What the converter knows of the notes of a document.
struct PandocNotes {
  /// Notes whose bodies go where the paragraph that refers to them ends, so that what is true of the
  /// place (a language, a format it is only for) is true of them.
  var waiting: [(blocks: JSONTree.ID, attributes: [MarkupTree.Attribute])] = []
  /// The mark of each note met so far, by its identifier.
  var marks: [String: String] = [:]
  var count = 0
}

extension PandocConverter {
  /// Adds a reference to a note and lets its body wait; `outer` has the identifier, the mark and the
  /// place `coformat` wrote for it.
  mutating func addNote(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    let blocks = try content(of: id, in: "a Note")
    var outer = outer ?? PandocAttributes()
    notes.count += 1
    let ownName = outer.takeValue("note")
    let name = ownName ?? "pandoc-note-\(notes.count)"
    let label = outer.takeValue("label")
    let mark = label ?? String(notes.count)
    let role = outer.takeValue("placement") == "end" ? "doc-endnote" : "doc-footnote"
    var own = outer.takeValue("body").map(Self.attributes(of:)) ?? []
    // What we wrote says so where a note is in another language than the document.
    if ownName != nil, !own.contains(where: { $0.name == "lang" }) {
      own.append(.init(name: "coformat-language", value: "document"))
    }
    notes.marks[name] = mark
    addReference(to: name, outer, at: id, parent)
    let printed = label.map { [MarkupTree.Attribute(name: "coformat-label", value: $0)] } ?? []
    notes.waiting.append(
      (blocks, [.init(name: "role", value: role), .init(name: "id", value: name)] + printed + own))
  }

  /// Adds a reference to a note.
  mutating func addReference(
    to name: String, _ attributes: PandocAttributes, at id: JSONTree.ID, _ parent: MarkupTree.NodeID
  ) {
    var attributes = attributes
    attributes.pairs += [
      .init(name: "role", value: "doc-noteref"), .init(name: "href", value: "#" + name.percentEncoded),
    ]
    let reference = add("a", attributes.ofElement, to: parent, at: id)
    tree.append(.text(notes.marks[name] ?? "*"), to: reference, range: range(id))
  }

  /// Adds the bodies of the notes that wait.
  mutating func addWaitingNotes(to parent: MarkupTree.NodeID) throws(Problem) {
    let waiting = notes.waiting
    notes.waiting = []
    var next: [Task] = []
    for note in waiting {
      let body = add("div", note.attributes, to: parent, at: note.blocks)
      next += try items(note.blocks, in: "a Note").map { .block($0, body, nil) }
    }
    push(next)
  }

  /// Attributes written as `lang=cy;dir=ltr`.
  private static func attributes(of text: String) -> [MarkupTree.Attribute] {
    text.split(separator: "\n").compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      return parts.count == 2 ? .init(name: parts[0], value: parts[1]) : nil
    }
  }
}

extension String {
  /// The string with what a fragment of an address writes otherwise as percent escapes; so far `%`.
  var percentEncoded: String { replacing("%", with: "%25") }
}
