import DocumentModel
import XMLTree

/// A DTBook whose elements know when they are read: each has its place in the book's timeline, which SMIL
/// files write down, and the places a reader can go to are listed.
struct TimedBook {
  /// `book`, with identifiers and references to the timeline.
  var book: XMLElement
  /// The parts of the timeline, a SMIL file each: what precedes the first heading, and each level 1.
  var parts: [Part] = []
  /// Where a reader can go, in reading order.
  var places: [Place] = []

  /// A part of the timeline.
  struct Part {
    /// The name of its file without extension: `s0001`.
    var name: String
    var steps: [Step] = []

    /// How long it is, in milliseconds; 0 without sound.
    var milliseconds: Int { steps.reduce(0) { $0 + $1.milliseconds } }
  }

  /// A step of the timeline.
  indirect enum Step {
    /// One piece of text, with its sound where there is any.
    case piece(Piece)
    /// Several steps that a listener can leave together.
    case group(Group)

    /// Its identifier, unique in the book.
    var id: String {
      switch self {
      case .piece(let piece): piece.id
      case .group(let group): group.id
      }
    }

    var milliseconds: Int {
      switch self {
      case .piece(let piece): piece.clip?.milliseconds ?? 0
      case .group(let group): group.steps.reduce(0) { $0 + $1.milliseconds }
      }
    }
  }

  /// One piece of text.
  struct Piece {
    var id: String
    /// The identifier of the element that is read.
    var text: String
    var clip: Clip?
    var skipped: Skippable?
    /// The identifier of the note it refers to.
    var note: String?
    /// Whether it is a formula in MathML.
    var isFormula = false
  }

  /// Steps that a listener can leave together.
  struct Group {
    var id: String
    /// `list`, `table`, `note`, `prodnote`, `sidebar` or `math`.
    var kind: String
    var skipped: Skippable?
    var steps: [Step]
  }

  /// A place a reader can go to.
  struct Place {
    var kind: Kind
    /// Its words, as a list of places shows them.
    var label: String
    /// The element.
    var element: String
    /// The part it is in.
    var part: String
    /// The step it begins at.
    var step: String

    enum Kind: Hashable {
      case title
      case heading(level: Int)
      case page(PrintPageKind)
      case note
      case noteReference
      case table
      case figure
      case box
      case producersNote
    }
  }

  /// The places of a kind.
  func places(where condition: (Place.Kind) -> Bool) -> [Place] { places.filter { condition($0.kind) } }

  /// Where the group of each note is: its part and its step, by the note's identifier.
  var notes: [String: (part: String, step: String)] {
    Dictionary(
      places.filter { $0.kind == .note }.map { ($0.element, ($0.part, $0.step)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Which structures a listener may leave out are in the book.
  var skippables: [Skippable] {
    var met: Set<Skippable> = []
    func visit(_ step: Step) {
      switch step {
      case .piece(let piece): if let skipped = piece.skipped { met.insert(skipped) }
      case .group(let group):
        if let skipped = group.skipped { met.insert(skipped) }
        group.steps.forEach(visit)
      }
    }
    for part in parts { part.steps.forEach(visit) }
    return Skippable.allCases.filter(met.contains)
  }

  /// Which of the narration's recordings have a clip in the book. The title's own has none where the title
  /// is a heading of the text, which is said for itself.
  var recordings: Set<Int> {
    var met: Set<Int> = []
    func visit(_ step: Step) {
      switch step {
      case .piece(let piece): if let clip = piece.clip { met.insert(clip.recording) }
      case .group(let group): group.steps.forEach(visit)
      }
    }
    for part in parts { part.steps.forEach(visit) }
    return met
  }

  /// Which structures a listener can leave are in the book.
  var groupKinds: [String] {
    var met: Set<String> = []
    func visit(_ step: Step) {
      guard case .group(let group) = step else { return }
      met.insert(group.kind)
      group.steps.forEach(visit)
    }
    for part in parts { part.steps.forEach(visit) }
    return met.sorted()
  }
}

/// What a listener may leave out of a reading (Z39.86, 7.5). The raw value is the name of its test.
enum Skippable: String, CaseIterable {
  case linenum
  case note
  case noteref
  case pagenum
  case prodnote
  case sidebar

  /// The name the NCX gives the structure (Z39.86, 8.4.2).
  var structure: String {
    switch self {
    case .linenum: "LINE_NUMBER"
    case .note: "NOTE"
    case .noteref: "NOTE_REFERENCE"
    case .pagenum: "PAGE_NUMBER"
    case .prodnote: "OPTIONAL_PRODUCER_NOTE"
    case .sidebar: "OPTIONAL_SIDEBAR"
    }
  }
}

/// A time as DAISY 3 has it: `0:01:02.345`.
func clockValue(_ milliseconds: Int) -> String {
  func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
  let seconds = milliseconds / 1000
  return "\(seconds / 3600):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    + ".\(padded(milliseconds % 1000, 3))"
}
