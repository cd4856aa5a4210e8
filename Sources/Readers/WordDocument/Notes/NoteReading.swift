import Diagnostics
import DocumentModel
import XMLTree

/// The footnotes and endnotes of a document: where each is, and which the text has referred to.
struct NoteQueue {
  struct Entry {
    var part: WordPart
    var node: FlatXML.NodeID
    var placement: NotePlacement
  }

  private(set) var parts: [WordPart] = []
  private(set) var entries: [String: Entry] = [:]
  /// The identifiers of the notes referred to, in the order of the references.
  private(set) var order: [String] = []
  private var met: Set<String> = []
  private(set) var labels: [String: String] = [:]
  private var read = 0
  var format = (foot: "decimal", end: "lowerRoman")

  mutating func load(from reading: WordReading) {
    for (kind, element, prefix, placement) in [
      ("footnotes", "w:footnote", "footnote", NotePlacement.foot),
      ("endnotes", "w:endnote", "endnote", NotePlacement.end),
    ] {
      guard let part = reading.related(kind), part.xml.root >= 0 else { continue }
      parts.append(part)
      for node in part.xml.children(part.xml.root) where part.xml.name(node) == element {
        guard let id = part.xml.attribute("w:id", of: node) else { continue }
        entries[prefix + "-" + id] = Entry(part: part, node: node, placement: placement)
      }
    }
    if let settings = reading.related("settings") {
      let foot = settings.descend(settings.xml.root, "w:footnotePr")
      let end = settings.descend(settings.xml.root, "w:endnotePr")
      format.foot = settings.value("w:numFmt", of: foot) ?? format.foot
      format.end = settings.value("w:numFmt", of: end) ?? format.end
    }
  }

  /// Notes a reference; whether there is such a note.
  mutating func refer(to id: String) -> Bool {
    guard entries[id] != nil else { return false }
    if met.insert(id).inserted { order.append(id) }
    return true
  }

  mutating func setLabel(_ label: String, of id: String) {
    if !label.isEmpty, labels[id] == nil { labels[id] = label }
  }

  /// The next note that was referred to and is not read yet. Reading one may refer to others.
  mutating func next() -> (id: String, entry: Entry)? {
    guard read < order.count, let entry = entries[order[read]] else { return nil }
    defer { read += 1 }
    return (order[read], entry)
  }
}

extension WordReading {
  /// A reference to a note; the note's identifier when the author sets a mark of its own, which
  /// follows.
  func noteReference(
    _ node: FlatXML.NodeID, _ style: RunStyle, _ context: inout ParagraphContext
  ) -> String? {
    let part = context.part
    let isFoot = part.xml.name(node) == "w:footnoteReference"
    let id = (isFoot ? "footnote-" : "endnote-") + (part.xml.attribute("w:id", of: node) ?? "")
    let range = part.range(node)
    guard notes.refer(to: id) else {
      log.report(.wordNoteMissing(isFoot ? "footnote" : "endnote", at: range))
      return nil
    }
    pages.write()
    if !style.isHidden {
      append(.noteReference(NoteReference(id, info: NodeInfo(range: range))), &context)
    }
    guard let mark = part.xml.attribute("w:customMarkFollows", of: node) else { return nil }
    return ["0", "false", "off"].contains(mark) ? nil : id
  }

  /// Reads the notes the text has referred to, those that notes refer to after them.
  func readNotes() -> [Note] {
    var result: [Note] = []
    pages.counts = false
    while let (id, entry) = notes.next() {
      var blocks = story(entry.node, in: entry.part)
      if let label = notes.labels[id] { blocks.dropLeading(label) }
      result.append(
        Note(
          id: id, placement: entry.placement, blocks: blocks,
          info: NodeInfo(range: entry.part.extent(entry.node))))
    }
    label(&result)
    return result + comments.take()
  }

  /// Gives notes the marks print has, where they are not simply numbered: marks of their own, numbers
  /// in another style, and two rows of numbers where there are footnotes and endnotes.
  private func label(_ notes: inout [Note]) {
    let own = self.notes.labels
    let isMixed = notes.contains { $0.placement == .foot } && notes.contains { $0.placement == .end }
    var count = (foot: 0, end: 0)
    for index in notes.indices {
      let isFoot = notes[index].placement == .foot
      if let label = own[notes[index].id] {
        notes[index].label = label
        continue
      }
      let number: Int
      if isFoot {
        count.foot += 1
        number = count.foot
      } else {
        count.end += 1
        number = count.end
      }
      let format = isFoot ? self.notes.format.foot : self.notes.format.end
      if format != "decimal" || isMixed || !own.isEmpty {
        notes[index].label = NumberFormat.text(number, format)
      }
    }
  }
}

extension [Block] {
  /// Takes a note's own mark off its first paragraph.
  fileprivate mutating func dropLeading(_ label: String) {
    guard case .paragraph(var paragraph)? = first, case .text(var text)? = paragraph.inlines.first,
      text.string.hasPrefix(label)
    else {
      guard case .paragraph(var paragraph)? = first, case .styled(let mark)? = paragraph.inlines.first,
        mark.inlines.plainText == label, paragraph.inlines.count > 1
      else { return }
      paragraph.inlines.removeFirst()
      if case .text(var text) = paragraph.inlines[0], text.string.first == " " {
        text.string.removeFirst()
        paragraph.inlines[0] = .text(text)
      }
      self[0] = .paragraph(paragraph)
      return
    }
    text.string = String(text.string.dropFirst(label.count).drop { $0 == " " })
    if text.string.isEmpty, paragraph.inlines.count > 1 {
      paragraph.inlines.removeFirst()
    } else {
      paragraph.inlines[0] = .text(text)
    }
    self[0] = .paragraph(paragraph)
  }
}
