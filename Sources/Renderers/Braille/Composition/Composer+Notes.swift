import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

/// The numbers notes get, in the order the text refers to them.
struct NoteNumbers {
  private let notes: [String: Note]
  private let order: [String]
  private var numbers: [String: Int] = [:]
  /// Notes referred to and not yet written, in order.
  private var waiting: [String] = []

  init(_ notes: [Note]) {
    self.notes = Dictionary(notes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    order = notes.map(\.id)
  }

  var isEmpty: Bool { order.isEmpty }

  /// The number of a note, given now if it has none; nil when there is no such note.
  mutating func number(of id: String) -> Int? {
    if let number = numbers[id] { return number }
    guard notes[id] != nil else { return nil }
    let number = numbers.count + 1
    numbers[id] = number
    waiting.append(id)
    return number
  }

  /// The next note to write. A note that refers to others puts them behind itself; each is written
  /// once, so notes that refer to each other come to an end.
  mutating func next() -> (number: Int, note: Note)? {
    guard !waiting.isEmpty else { return nil }
    let id = waiting.removeFirst()
    guard let note = notes[id], let number = numbers[id] else { return nil }
    return (number, note)
  }

  /// The first note nobody has referred to.
  var unreferenced: String? { order.first { numbers[$0] == nil } }
}

extension Composer {
  /// The mark of a note: its number raised (RUEB 3.24), unspaced from the word before it.
  mutating func append(_ reference: NoteReference, to builder: inout RunBuilder) {
    guard let number = notes.number(of: reference.note) else {
      log.report(.unknownNote(reference.note, at: reference.info.range))
      builder.append("[\(reference.note)]", range: reference.info.range)
      return
    }
    let mark = ScriptPosition.superscript.scalars(for: "\(number)") ?? "\(number)"
    builder.append(mark, range: reference.info.range)
  }

  /// The section of notes, after all else.
  mutating func composeNotes() throws(ConversionFailure) {
    guard !notes.isEmpty else { return }
    if profile.notes.start == .newPage { flow.append(.newPage) }
    try addHeading([.text(Text("Notes"))], style: profile.headings[0])
    while true {
      while let (number, note) = notes.next() { try compose(note, number: number) }
      guard let id = notes.unreferenced else { break }
      let number = notes.number(of: id)
      if let (_, note) = notes.next(), let number {
        log.report(.unreferencedNote(number: number, at: note.info.range))
        try compose(note, number: number)
      }
    }
  }

  private mutating func compose(_ note: Note, number: Int) throws(ConversionFailure) {
    let style = profile.notes
    var builder = RunBuilder()
    builder.append("\(number) ")
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

extension Diagnostic {
  static func unknownNote(_ id: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-013", .warning, "the note \(quoted(id)) is referred to and not in the document",
      hint: "add the note, or remove the reference; it is brailled as it stands, in brackets", at: range)
  }

  static func unreferencedNote(number: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-012", .warning, "nothing refers to note \(number)",
      hint: "it is kept at the end of the notes; refer to it in the text or remove it", at: range)
  }
}
