/// A part of a text that is laid out by itself: all of it, or what a volume holds.
struct Stretch {
  var flow: [FlowItem]
  /// The notes at the feet of pages, those of the whole text.
  var footNotes: [[FlowItem]] = []
  var furniture: PageFurniture
  /// Where the part before it ended.
  var state = StretchState()
  /// Which notes its last pages take.
  var notes = Notes.all

  /// Which notes the last pages take.
  enum Notes {
    /// Those referred to.
    case referredTo
    /// Those nothing refers to as well.
    case all
  }
}

/// What goes on from one part of a text to the next.
struct StretchState {
  var printPages = PrintPageState()
  /// Whether each note has been placed; empty before the first part.
  var knownNotes: [Bool] = []
}

/// What laying out a part gives.
struct LaidOutStretch {
  var pages: [Page]
  /// For each item, how many rows stood before it.
  var starts: [Int]
  var state: StretchState
}
