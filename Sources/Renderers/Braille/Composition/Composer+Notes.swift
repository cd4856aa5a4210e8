import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

/// The marks notes get: the source's own where it has one, else numbers in the order the text refers
/// to them.
struct NoteMarks {
  private let notes: [String: Note]
  private let order: [String]
  private var marks: [String: String] = [:]
  /// Notes referred to and not yet written, in order.
  private var waiting: [String] = []
  /// The index in `waiting` of the next to write.
  private var first = 0
  /// The index in `order` before which all notes have marks.
  private var sought = 0

  init(_ notes: [Note]) {
    self.notes = Dictionary(notes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    order = notes.map(\.id)
  }

  var isEmpty: Bool { order.isEmpty }

  /// The mark of a note, given now if it has none; nil when there is no such note.
  mutating func mark(of id: String) -> String? {
    if let mark = marks[id] { return mark }
    guard let note = notes[id] else { return nil }
    let mark = note.label ?? "\(marks.count + 1)"
    marks[id] = mark
    waiting.append(id)
    return mark
  }

  /// The next note to write. A note that refers to others puts them behind itself; each is written
  /// once, so notes that refer to each other come to an end.
  mutating func next() -> (mark: String, note: Note)? {
    guard first < waiting.count else { return nil }
    let id = waiting[first]
    first += 1
    guard let note = notes[id], let mark = marks[id] else { return nil }
    return (mark, note)
  }

  /// The first note nobody has referred to.
  mutating func unreferenced() -> String? {
    while let id = order[sought...].first {
      if marks[id] == nil { return id }
      sought += 1
    }
    return nil
  }
}

extension Composer {
  /// The mark of a note: its number raised (RUEB 3.24), unspaced from the word before it.
  mutating func append(_ reference: NoteReference, to builder: inout RunBuilder, look: InlineLook) {
    guard let mark = notes.mark(of: reference.note) else {
      log.report(.unknownNote(reference.note, at: reference.info.range))
      builder.append("[\(reference.note)]", emphasis: look.shown, range: reference.info.range)
      return
    }
    builder.separateRaised()
    builder.append(Self.raised(mark), emphasis: look.shown, range: reference.info.range)
  }

  /// A note's mark as it stands in the text: numbers and letters raised, signs such as * on the line.
  private static func raised(_ mark: String) -> String {
    if let digits = ScriptPosition.superscript.scalars(for: mark) { return digits }
    guard mark.allSatisfy({ $0.isLetter || $0.isNumber }) else { return mark }
    return ScriptPosition.superscript.indicator + (mark.count == 1 ? mark : "⠣\(mark)⠜")
  }

  /// The section of notes, after all else.
  mutating func composeNotes(of document: Document) throws(ConversionFailure) {
    guard !notes.isEmpty else { return }
    if let heading = headingOfNotes(in: document) {
      // The source has a heading for its notes and, notes being what they are, nothing below it.
      if profile.notes.start == .newPage { flow.beginPage(before: heading) }
    } else {
      if profile.notes.start == .newPage { flow.beginPage(before: flow.count) }
      endSection()
      try addHeading([.text(Text("Notes"))], style: profile.headings[0])
    }
    while true {
      while let (mark, note) = notes.next() { try compose(note, mark: mark) }
      guard let id = notes.unreferenced() else { break }
      _ = notes.mark(of: id)
      if let (mark, note) = notes.next() {
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

  private mutating func compose(_ note: Note, mark: String) throws(ConversionFailure) {
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
