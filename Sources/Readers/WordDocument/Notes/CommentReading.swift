import Diagnostics
import DocumentModel
import XMLTree

/// The comments of a document, and which are kept as notes.
struct CommentList {
  private var part: WordPart?
  private var nodes: [String: FlatXML.NodeID] = [:]
  /// How many are not kept.
  private(set) var leftOut = 0
  fileprivate var kept: [Note] = []
  fileprivate var numbers: [String: Int] = [:]

  mutating func load(from reading: WordReading) {
    guard let part = reading.related("comments"), part.xml.root >= 0 else { return }
    self.part = part
    for node in part.xml.children(part.xml.root) where part.xml.name(node) == "w:comment" {
      guard let id = part.xml.attribute("w:id", of: node) else { continue }
      nodes[id] = node
    }
    if reading.options.comments == .leaveOut { leftOut = nodes.count }
  }

  fileprivate func find(_ id: String) -> (part: WordPart, node: FlatXML.NodeID)? {
    guard let part, let node = nodes[id] else { return nil }
    return (part, node)
  }

  /// The comments that are kept, as notes.
  mutating func take() -> [Note] {
    defer { kept = [] }
    return kept
  }
}

extension WordReading {
  /// The place of a comment: a note, where comments are kept.
  func commentReference(_ node: FlatXML.NodeID, _ context: inout ParagraphContext) {
    guard options.comments == .keep, let id = context.part.xml.attribute("w:id", of: node),
      let (part, comment) = comments.find(id)
    else { return }
    let name = "comment-" + id
    let range = context.part.range(node)
    append(.noteReference(NoteReference(name, info: NodeInfo(range: range))), &context)
    guard comments.numbers[id] == nil else { return }
    let number = comments.numbers.count + 1
    comments.numbers[id] = number
    let counts = pages.counts
    pages.counts = false
    var blocks = story(comment, in: part)
    pages.counts = counts
    if let author = part.xml.attribute("w:author", of: comment), !author.isEmpty {
      let info = NodeInfo(range: part.range(comment))
      blocks.insert(
        .paragraph(Paragraph([.text(Text(author.withoutControls + ":", info: info))], info: info)), at: 0)
    }
    comments.kept.append(
      Note(
        id: name, label: "C\(number)", placement: .end, blocks: blocks,
        info: NodeInfo(range: part.extent(comment))))
  }
}
