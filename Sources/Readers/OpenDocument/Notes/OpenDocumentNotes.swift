import DocumentModel
import XMLTree

extension OpenDocumentReading {
  /// A `text:note`: its reference stays, its body goes to the notes.
  func note(_ node: FlatXML.NodeID, _ context: inout OpenDocumentParagraph) {
    if options.changes == .reject, !openInsertions.isEmpty { return }
    let part = context.part
    let xml = part.xml
    let range = part.range(node)
    guard depth < Self.deepest, let body = xml.child("text:note-body", of: node) else {
      log.report(.openDocumentNoteEmpty(at: range))
      return
    }
    let id = "note-\(noteCitations.count + 1)"
    if let own = xml.attribute("text:id", of: node) ?? xml.attribute("xml:id", of: node) { bookmark(own) }
    let citation = xml.child("text:note-citation", of: node)
    let label = citation.flatMap { xml.attribute("text:label", of: $0) }?.collapsed
    noteCitations.append(label.flatMap { $0.isEmpty ? nil : $0 } ?? citation.map(part.words) ?? "")
    pages.write()
    append(.noteReference(NoteReference(id, info: NodeInfo(range: range))), &context)
    context.isAfterSpace = false
    let place = notes.count
    let placement: NotePlacement = xml.attribute("text:note-class", of: node) == "endnote" ? .end : .foot
    // Its place is taken first: a note within it comes after it.
    notes.append(
      Note(id: id, placement: placement, blocks: [], info: NodeInfo(range: part.extent(node))))
    let outer = (pages.counts, waitingBookmarks)
    pages.counts = false
    waitingBookmarks = []
    depth += 1
    notes[place].blocks = story(body, in: part)
    depth -= 1
    pages.counts = outer.0
    waitingBookmarks = outer.1 + waitingBookmarks
  }

  /// Gives notes the marks print has, where they are not simply numbered from one.
  func label(_ notes: inout [Note]) {
    guard noteCitations != (1...max(1, noteCitations.count)).map({ "\($0)" }) else { return }
    var count = (foot: 0, end: 0)
    for index in notes.indices {
      let isFoot = notes[index].placement == .foot
      if isFoot { count.foot += 1 } else { count.end += 1 }
      if !noteCitations[index].isEmpty {
        notes[index].label = noteCitations[index]
      } else {
        let format = styles.noteFormats[isFoot ? "footnote" : "endnote"] ?? "decimal"
        notes[index].label = NumberFormat.text(isFoot ? count.foot : count.end, format)
      }
    }
  }

  /// An `office:annotation`: a comment, kept as a note where that is asked for.
  ///
  /// - Returns: the identifier of the note.
  func annotation(_ node: FlatXML.NodeID, in part: OpenDocumentPart) -> String? {
    guard options.comments == .keep, depth < Self.deepest else { return nil }
    let number = comments.count + 1
    let id = "comment-\(number)"
    comments.append(
      Note(
        id: id, label: "C\(number)", placement: .end, blocks: [], info: NodeInfo(range: part.extent(node))))
    let counts = pages.counts
    pages.counts = false
    depth += 1
    var blocks = story(node, in: part)
    depth -= 1
    pages.counts = counts
    if let creator = part.xml.child("dc:creator", of: node) {
      let author = part.words(creator)
      let info = NodeInfo(range: part.range(node))
      if !author.isEmpty {
        blocks.insert(
          .paragraph(Paragraph([.text(Text(author.withoutControls + ":", info: info))], info: info)), at: 0)
      }
    }
    comments[number - 1].blocks = blocks
    return id
  }
}
