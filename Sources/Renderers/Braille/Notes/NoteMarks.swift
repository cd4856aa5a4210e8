import DocumentModel

/// The marks notes get: the source's own where it has one, else numbers in the order the text refers
/// to them.
struct NoteMarks {
  private let notes: [Note]
  /// The index of each note in the document.
  private let indices: [String: Int]
  /// How many references each note has.
  private let references: [String: Int]
  /// The level of heading that begins a section.
  let sectionLevel: Int
  private var marks: [Int: String] = [:]
  /// The indices of the notes referred to, in order.
  private var waiting: [Int] = []
  /// The indices of the notes taken to be written where they are referred to.
  private var taken: Set<Int> = []
  /// The index in `waiting` of the next to write.
  private var first = 0
  /// The index of the note before which all have marks.
  private var sought = 0

  init(_ document: Document) {
    notes = document.notes
    indices = Dictionary(
      notes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    references = notes.isEmpty ? [:] : document.noteReferences
    sectionLevel = document.sectionLevel
  }

  var isEmpty: Bool { notes.isEmpty }

  /// How many notes there are.
  var count: Int { notes.count }

  /// Whether notes wait that have been referred to.
  var isWaiting: Bool { first < waiting.count }

  /// The index of a note in the document; nil when there is no such note.
  func index(of id: String) -> Int? { indices[id] }

  /// Whether the document refers to a note more than once.
  func isShared(_ id: String) -> Bool { references[id, default: 0] > 1 }

  /// The mark of a note, given now if it has none; nil when there is no such note. The note then
  /// waits to be written.
  mutating func mark(of id: String) -> String? {
    guard let index = indices[id] else { return nil }
    if let mark = marks[index] { return mark }
    waiting.append(index)
    return give(index)
  }

  /// The mark of a note and the note itself, which the caller writes where it is referred to; the note
  /// is nil when it has a mark already, and all is nil when there is no such note.
  mutating func take(_ id: String) -> (mark: String, note: Note?)? {
    guard let index = indices[id] else { return nil }
    if let mark = marks[index] { return (mark, nil) }
    taken.insert(index)
    return (give(index), notes[index])
  }

  /// Lets the notes wait that were taken and are not among those in the text: what they were written
  /// into was thrown away.
  mutating func wait(exceptFor written: Set<Int>) {
    waiting += taken.subtracting(written).sorted()
    taken = []
  }

  private mutating func give(_ index: Int) -> String {
    let mark = notes[index].label ?? "\(marks.count + 1)"
    marks[index] = mark
    return mark
  }

  /// The next note to write. A note that refers to others puts them behind itself; each is written
  /// once, so notes that refer to each other come to an end.
  mutating func next() -> (index: Int, mark: String, note: Note)? {
    guard isWaiting else { return nil }
    let index = waiting[first]
    first += 1
    return (index, marks[index] ?? "", notes[index])
  }

  /// The first note nobody has referred to.
  mutating func unreferenced() -> String? {
    while sought < notes.count {
      let id = notes[sought].id
      if indices[id] == sought, marks[sought] == nil { return id }
      sought += 1
    }
    return nil
  }
}

extension Document {
  /// How many references each note has.
  fileprivate var noteReferences: [String: Int] {
    var counts: [String: Int] = [:]
    walk { node in
      if case .inline(.noteReference(let reference)) = node { counts[reference.note, default: 0] += 1 }
    }
    return counts
  }

  /// The level of heading that begins a section: the highest the document has more than one of, since
  /// the only heading of a level is a title; 1 when there is none.
  fileprivate var sectionLevel: Int {
    var counts: [Int: Int] = [:]
    for block in blocks {
      block.walk { node in
        if case .block(.heading(let heading)) = node { counts[heading.level, default: 0] += 1 }
      }
    }
    return counts.filter { $0.value > 1 }.keys.min() ?? 1
  }
}
