import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composer {
  /// The mark of a note: its number raised (RUEB 3.24), unspaced from the word before it; or the note
  /// itself where notes stand inline.
  mutating func append(
    _ reference: NoteReference, to builder: inout RunBuilder, look: InlineLook
  ) throws(ConversionFailure) {
    if notePlacement == .inline, context.noteDepth < Self.notesInNotes,
      try appendInline(reference, to: &builder, look: look)
    {
      return
    }
    guard let mark = notes.mark(of: reference.note), let index = notes.index(of: reference.note) else {
      log.report(.unknownNote(reference.note, at: reference.info.range))
      builder.append("[\(reference.note)]", emphasis: look.shown, range: reference.info.range)
      return
    }
    builder.separateRaised()
    if notePlacement == .foot { builder.mark(.note(index)) }
    builder.append(Self.raised(mark), emphasis: look.shown, range: reference.info.range)
  }

  /// A note's mark as it stands in the text: numbers and letters raised, signs such as * on the line.
  private static func raised(_ mark: String) -> String {
    if let digits = ScriptPosition.superscript.scalars(for: mark) { return digits }
    guard mark.allSatisfy({ $0.isLetter || $0.isNumber }) else { return mark }
    return ScriptPosition.superscript.indicator + (mark.count == 1 ? mark : "⠣\(mark)⠜")
  }

  /// Notes after all else: all of them, or those that have no other place.
  mutating func composeNotes(of document: Document) throws(ConversionFailure) {
    if notePlacement == .foot { try composeFootNotes() }
    if notePlacement == .inline { notes.wait(exceptFor: notesInFlow) }
    guard notes.isWaiting || notes.unreferenced() != nil else { return }
    let isOwnSection = notePlacement != .section
    if let heading = headingOfNotes(in: document) {
      // The source has a heading for its notes and, notes being what they are, nothing below it.
      if profile.notes.start == .newPage, isOwnSection { flow.beginPage(before: heading) }
    } else if isOwnSection {
      if profile.notes.start == .newPage { flow.beginPage(before: flow.count) }
      endSection()
      let start = flow.count
      let words = own(.notes)
      try addHeading(words, style: profile.headings[0])
      placeAnchor(ofHeading: words.text, id: " notes", from: start)
    } else {
      try addHeading(own(.notes), style: headingOfSectionNotes)
    }
    while true {
      while let (_, mark, note) = notes.next() { try compose(note, mark: mark) }
      guard let id = notes.unreferenced() else { break }
      _ = notes.mark(of: id)
      if let (_, mark, note) = notes.next() {
        log.report(.unreferencedNote(mark, at: note.info.range))
        try compose(note, mark: mark)
      }
    }
  }

  /// Where in the flow the source's own heading of the notes stands, when the text ends with one.
  private func headingOfNotes(in document: Document) -> Int? {
    guard case .heading(let heading) = document.blocks.last, let last = flow.indices.last,
      case .text(let block) = flow[last], block.role != .text
    else { return nil }
    return heading.isOfNotes ? last : nil
  }

  mutating func compose(_ note: Note, mark: String) throws(ConversionFailure) {
    let style = profile.notes
    var builder = RunBuilder()
    if !note.begins(with: mark) { builder.append("\(mark) ") }
    var rest = note.blocks[...]
    let outer = context.language
    context.language = note.info.language ?? outer
    if case .paragraph(let paragraph) = rest.first, paragraph.onlyImage == nil {
      rest = rest.dropFirst()
      try append(paragraph.inlines, to: &builder)
    }
    try add(builder, shape: style.position.shape())
    try with {
      $0.paragraph = style.furtherParagraphs
      $0.margin = 0
    } _: { (composer) throws(ConversionFailure) in
      for block in rest { try composer.compose(block) }
    }
    context.language = outer
  }
}

extension Note {
  /// Whether the note's own text begins with its mark, as "1. " or "* ".
  func begins(with mark: String) -> Bool {
    guard case .paragraph(let paragraph) = blocks.first else { return false }
    let text = paragraph.inlines.plainText.drop(while: \.isWhitespace)
    guard text.hasPrefix(mark) else { return false }
    let rest = text.dropFirst(mark.count)
    let isSign = !mark.contains { $0.isLetter || $0.isNumber }
    guard isSign || rest.first.map({ ".):]".contains($0) }) == true else { return false }
    return rest.drop { ".):]".contains($0) }.first?.isWhitespace == true
  }
}

extension Diagnostic {
  static func unknownNote(_ id: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-013", .warning, "the note \(quoted(id)) is referred to and not in the document",
      hint: "add the note, or remove the reference; it is brailled as it stands, in brackets", at: range)
  }

  static func unreferencedNote(_ mark: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-012", .warning, "nothing refers to note \(quoted(mark))",
      hint: "it is kept at the end of the notes; refer to it in the text or remove it", at: range)
  }
}
