/// Notes on their way to the foot of a page: those met and not yet placed, in the order they were met.
///
/// Each note is placed once, whatever refers to it and however often. What has no room goes on at the
/// foot of the next page, so notes longer than a page, and notes that refer to notes, come to an end.
struct NoteQueue {
  private let flows: [[FlowItem]]
  private let profile: LayoutProfile
  private let width: Int
  private let spacing: LineSpacing
  /// The notes met, in order, and whether each note is among them.
  private var met: [Int] = []
  private var isMet: [Bool]
  /// How many rows each note takes, counted when it is met.
  private var rowCounts: [Int]
  private(set) var state = State()
  /// Sets the note at `state.head`; nil until it is needed.
  private var setter: FlowSetter?
  /// Whether the page being filled has room for notes only where its text leaves any.
  private var givesWay = false

  /// How far the queue is, to go back to.
  struct State {
    /// How many notes have been met.
    fileprivate var metCount = 0
    /// The index among those met of the first not wholly placed.
    fileprivate var head = 0
    /// Where in that note to go on.
    fileprivate var place: FlowSetter.Place?
    /// Rows still to place of the note at the head, and of all met.
    fileprivate var headRows = 0
    fileprivate var rows = 0
  }

  /// - Parameter known: whether each note was placed in a volume before.
  init(
    _ flows: [[FlowItem]], known: [Bool] = [], profile: LayoutProfile, width: Int,
    spacing: LineSpacing = .single
  ) {
    self.flows = flows
    self.profile = profile
    self.width = width
    self.spacing = spacing
    isMet = known.count == flows.count ? known : Array(repeating: false, count: flows.count)
    rowCounts = Array(repeating: 0, count: flows.count)
  }

  /// Whether each note has been met, here or before.
  var known: [Bool] { isMet }

  /// Whether notes wait for a place.
  var isWaiting: Bool { state.head < met.count }

  // MARK: - Meeting notes

  /// Puts notes a row refers to behind those that wait.
  mutating func meet(_ notes: [Int]) {
    for note in notes where isMet.indices.contains(note) && !isMet[note] {
      isMet[note] = true
      if rowCounts[note] == 0 { rowCounts[note] = countRows(of: note) }
      if state.head == met.count { state.headRows = rowCounts[note] }
      met.append(note)
      state.rows += rowCounts[note]
      state.metCount = met.count
    }
  }

  /// Meets the notes nothing refers to.
  mutating func meetAll() { meet(Array(flows.indices)) }

  mutating func restore(_ state: State) {
    for note in met[state.metCount...] { isMet[note] = false }
    met.removeLast(met.count - state.metCount)
    self.state = state
    setter = nil
  }

  // MARK: - Room

  /// Keeps room at the foot for all that wait, the next `rows` rows of text being placed first.
  ///
  /// - Returns: whether the room is enough: for all of it, or where the notes are so long that they
  ///   would leave half a page blank, for the beginning of the last.
  mutating func reserve(on builder: inout PageBuilder, below rows: Int) -> Bool {
    guard isWaiting, !givesWay else { return true }
    let room = max(0, builder.remaining + builder.reserved - rows)
    let needed = rowsNeeded(state.rows, on: builder)
    builder.reserved = min(needed, room)
    if needed <= room { return true }
    let isLong = needed > (builder.height - builder.ownRows) / 2
    let beginning = state.rows - (rowCounts[met[met.count - 1]] - 1)
    return isLong && rowsNeeded(beginning, on: builder) <= room
  }

  /// Keeps room on a new page for what was left over from the one before, and some for text.
  mutating func reserveCarried(on builder: inout PageBuilder) {
    givesWay = false
    let rows = builder.height - builder.ownRows
    let text = max(2, min(4, rows - 2))
    builder.reserved = isWaiting ? min(rowsNeeded(state.rows, on: builder), rows - text) : 0
  }

  /// Gives up the room on the page being filled; false when there is none to give up.
  mutating func giveWay(on builder: inout PageBuilder) -> Bool {
    guard builder.reserved > 0, !givesWay else { return false }
    givesWay = true
    builder.reserved = 0
    return true
  }

  /// The rows of notes, the line that parts them from the text, and where a page number narrows the
  /// last line one more.
  private func rowsNeeded(_ rows: Int, on builder: PageBuilder) -> Int {
    rows + 1 + spacing.blankBetween + (builder.furniture.style == .corners ? 1 : 0)
  }

  private func countRows(of note: Int) -> Int {
    var builder = PageBuilder(
      width: width, height: .max, spacing: spacing, furniture: PageFurniture(style: .none) { _ in [] })
    var setter = FlowSetter(flows[note], profile: profile, width: width)
    var count = 0
    while true {
      switch setter.next(on: builder) {
      case .row(let row):
        // The line above a note is never blank, and so the first row has nothing before it but what
        // the spacing puts there.
        if builder.isAtPageTop {
          builder.add(row.row)
          count += spacing.blankBetween
        }
        count += row.blanks + 1
      case .printPage, .newPage: continue
      case .full, .end: return max(1, count)
      }
    }
  }

  // MARK: - Placing notes

  /// Places on the page what its foot has room for, below a line that parts it from the text. That
  /// line never stands last (BANA Formats 16.5).
  mutating func place(on builder: inout PageBuilder) {
    builder.reserved = 0
    let blanks = builder.blankBetween
    guard isWaiting, builder.remaining >= 2 + blanks + spacing.blankBetween else { return }
    let mark = builder.mark
    if !headBringsItsLine {
      for _ in 0..<blanks { builder.add(Row(kind: .blank, area: .foot)) }
      let line = profile.notes.separator.cells(width: width)
      builder.add(Row(Array(line.prefix(builder.limit(after: 0))), kind: .rule, area: .foot))
    }
    if !placeRows(on: &builder) { builder.restore(mark) }
  }

  /// Whether what comes first begins with a line of its own, as the line that ends a document does.
  private var headBringsItsLine: Bool {
    if case .rule = flows[met[state.head]].first { state.place == nil } else { false }
  }

  /// Whether any row was placed.
  private mutating func placeRows(on builder: inout PageBuilder) -> Bool {
    var isPlaced = false
    while isWaiting {
      var setter = self.setter ?? newSetter()
      let step = setter.next(on: builder)
      state.place = setter.place
      self.setter = setter
      switch step {
      case .row(let set):
        for _ in 0..<set.blanks { builder.add(Row(kind: .blank, area: .foot)) }
        var row = set.row
        row.area = .foot
        builder.add(row)
        isPlaced = true
        let count = min(set.blanks + 1, state.headRows)
        state.headRows -= count
        state.rows -= count
        meet(set.notes)
      case .printPage, .newPage: continue
      case .full: return isPlaced
      case .end: finishHead()
      }
    }
    return isPlaced
  }

  private func newSetter() -> FlowSetter {
    var setter = FlowSetter(flows[met[state.head]], profile: profile, width: width)
    if let place = state.place { setter.place = place }
    return setter
  }

  private mutating func finishHead() {
    state.rows -= state.headRows
    state.head += 1
    state.place = nil
    state.headRows = isWaiting ? rowCounts[met[state.head]] : 0
    setter = nil
  }
}
