import Diagnostics
import DocumentModel

extension DocumentBuilder {
  /// Whether the current place is in a note's body.
  var isInNote: Bool {
    frames.contains { if case .note = $0.kind { true } else { false } }
  }

  /// Begins the body of a note, which leaves the flow wherever it stands: the paragraph around it, if
  /// there is one, goes on after it.
  mutating func enterNote(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, _ tag: Tag, _ traits: Survey.Traits
  ) -> Bool {
    guard let mark = survey.notes[node] else { return false }
    var info = info(node, element)
    usedIDs.insert(mark.id)
    info.id = mark.id
    let isInDocumentsLanguage = element["coformat-language"] == "document"
    if info.language == nil, !isInDocumentsLanguage, surroundingLanguage?.tag != options.language?.tag {
      info.language = surroundingLanguage
    }
    if case .list? = frames.last?.kind { lists[lists.count - 1].skipNumber() }
    push(.note(label: mark.label), node: node, info: info)
    return true
  }

  mutating func endNote(_ frame: Frame, label: String?) {
    guard let id = frame.info.id else { return }
    let traits = survey.traits[Int(frame.node)]
    let isEnd =
      traits.contains(.markedAsEndnote)
      || !traits.contains(.markedAsNote) && survey.tags[Int(frame.node)] == .li
    let blocks = frame.blocks.withoutOwnMark(survey.notes[frame.node]?.shown ?? "")
    if blocks.isEmpty { log.report(.emptyNote(id, at: frame.info.range)) }
    notes.append(
      Note(
        id: id, label: label, placement: isEnd ? .end : .foot, blocks: blocks, info: frame.info))
  }

  /// Reads a link that is, or is marked as, a note reference.
  mutating func enterNoteReference(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, _ tag: Tag
  ) -> Bool {
    if let note = survey.references[node], let mark = survey.notes[note] {
      append(.noteReference(NoteReference(mark.id, info: info(node, element))))
      return false
    }
    log.report(.noteMissing(element["href"] ?? "", at: tree.range(of: node)))
    return enterInline(node, element, tag)
  }

  /// Whether a rule stands directly in a section of notes that are taken out of it.
  func isInEndnotes(_ node: MarkupTree.NodeID) -> Bool {
    let parent = tree.parent(of: node)
    return parent >= 0 && survey.traits[Int(parent)].contains(.endnotes) && !survey.notes.isEmpty
  }
}
