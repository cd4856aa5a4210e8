import JSONTree
import DocumentModel

/// A document on its way into pandoc's tree.
struct PandocWriting {
  let version: PandocOptions.Version
  /// The document's notes by their identifiers.
  private let notes: [String: Note]
  private let order: [String]
  /// The notes whose text has been written: pandoc has it where it is first referred to.
  private var written: Set<String> = []

  init(_ document: Document, version: PandocOptions.Version) {
    self.version = version
    notes = Dictionary(document.notes.map { ($0.id, $0) }) { first, _ in first }
    order = document.notes.map(\.id)
  }

  // MARK: What every node may carry

  /// What a node carries, as HTML has it.
  func attributes(_ info: NodeInfo) -> PandocAttr {
    var attributes = PandocAttr(id: info.id ?? "")
    attributes = attributes.with("lang", info.language?.tag).with("dir", info.direction?.rawValue)
    switch info.audience {
    case .only(let formats)?: attributes = attributes.with("data-coformat", "only: " + Self.names(formats))
    case .except(let formats)?: attributes = attributes.with("data-coformat", "not: " + Self.names(formats))
    case nil: break
    }
    if info.pageTurns.contains(.before) { attributes = attributes.with(style: "break-before:page") }
    if info.pageTurns.contains(.after) { attributes = attributes.with(style: "break-after:page") }
    if info.pageTurns.contains(.notInside) { attributes = attributes.with(style: "break-inside:avoid") }
    return attributes
  }

  private static func names(_ formats: Set<Format>) -> String {
    formats.map(\.rawValue).sorted().joined(separator: ", ")
  }

  static func style(_ alignment: Alignment?) -> String? {
    switch alignment {
    case .start: "text-align:start"
    case .centre: "text-align:center"
    case .end: "text-align:end"
    case nil: nil
    }
  }

  /// A block in a division that carries attributes for it; the block alone where there are none.
  func carried(_ block: JSONValue, by name: String, _ attributes: PandocAttr) -> JSONValue {
    attributes.isEmpty ? block : .node("Div", [attributes.with(class: name).json, .array([block])])
  }

  /// The same of an inline.
  func carried(_ inline: JSONValue, _ attributes: PandocAttr) -> JSONValue {
    attributes.isEmpty
      ? inline : .node("Span", [attributes.with(class: "coformat-styled").json, .array([inline])])
  }

  // MARK: Notes

  /// A note's text where it is referred to first, and a mark that leads to it after that.
  mutating func reference(_ node: NoteReference) -> JSONValue {
    let attributes = attributes(node.info).with("note", node.note)
    guard let note = notes[node.note], written.insert(note.id).inserted else {
      return .node("Span", [attributes.with(class: "coformat-note-reference").json, .array([])])
    }
    return self.note(note, attributes)
  }

  private mutating func note(_ note: Note, _ attributes: PandocAttr) -> JSONValue {
    var info = note.info
    info.id = nil
    let own = self.attributes(info).pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "\n")
    let attributes = attributes.with(class: "coformat-note").with("label", note.label)
      .with("placement", note.placement == .end ? "end" : nil).with("body", own.isEmpty ? nil : own)
    return .node("Span", [attributes.json, .array([.node("Note", blocks(note.blocks))])])
  }

  /// The notes nothing refers to, after everything else.
  mutating func unreferredNotes() -> [JSONValue] {
    var blocks: [JSONValue] = []
    for id in order where !written.contains(id) {
      guard let note = notes[id] else { continue }
      let attributes = attributes(note.info).with(class: "coformat-unreferred-note").with("label", note.label)
      blocks.append(.node("Div", [attributes.json, .array(self.blocks(note.blocks))]))
    }
    return blocks
  }
}
