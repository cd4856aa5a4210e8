public import Diagnostics

/// Lays a flow out on pages: the one way in to this module.
///
/// A pure function from the flow to the pages. A page is filled row by row; on the way the latest
/// place is remembered at which a page turn would part nothing, and when the page is full it ends
/// there. Rows are set twice at most, or four times where something turns out too long for any page,
/// so the time is proportional to the length of the flow.
public struct Paginator {
  var builder: PageBuilder
  var setter: FlowSetter
  var notes: NoteQueue
  private var turns = PageTurns()
  private var loosened = LoosenedRules()
  /// For each item of the flow, how many rows stood before it; nil for those without rows.
  private var starts: [Int?]
  /// Where the page being filled began.
  private var start: PageStart
  /// Where the page before it began, when that one ended early to keep something together.
  private var startOfShortPage: PageStart?

  /// The fewest cells a line may have: less leaves no room for a word beside an indent.
  public static let minimumCells = 12
  /// The fewest lines a page may have.
  public static let minimumLines = 5
  /// Lines of a page that never turns.
  public static let endless = 1 << 40

  /// Where a page began.
  private struct PageStart {
    var place: FlowSetter.Place
    var mark: PageBuilder.Mark
    var notes: NoteQueue.State
  }

  /// Lays out `flow` on pages of `cells` by `lines`.
  ///
  /// - Parameter footNotes: notes that go to the foot of the page their reference is on, in the order
  ///   marks of the flow number them. A note nothing refers to stands on the last page.
  /// - Throws: when the page is too small to hold text.
  public static func layOut(
    _ flow: [FlowItem], footNotes: [[FlowItem]] = [], profile: LayoutProfile, cells: Int, lines: Int,
    spacing: LineSpacing = .single, furniture: PageFurniture
  ) throws(ConversionFailure) -> BraillePages {
    try checkSize(cells: cells, lines: lines)
    let stretch = layOut(
      Stretch(flow: flow, footNotes: footNotes, furniture: furniture), profile: profile, cells: cells,
      lines: lines, spacing: spacing)
    return BraillePages(width: cells, height: lines, pages: stretch.pages)
  }

  /// Sees to it that a page can hold text.
  static func checkSize(cells: Int, lines: Int) throws(ConversionFailure) {
    guard cells >= minimumCells, lines >= minimumLines else {
      throw ConversionFailure(.pageTooSmall(cells: cells, lines: lines))
    }
  }

  /// Lays out a part of a text, from where the part before it ended.
  static func layOut(
    _ stretch: Stretch, profile: LayoutProfile, cells: Int, lines: Int, spacing: LineSpacing
  ) -> LaidOutStretch {
    var paginator = Paginator(
      setter: FlowSetter(stretch.flow, profile: profile, width: cells),
      notes: NoteQueue(
        stretch.footNotes, known: stretch.state.knownNotes, profile: profile, width: cells,
        spacing: spacing),
      builder: PageBuilder(
        width: cells, height: lines, spacing: spacing, furniture: stretch.furniture,
        printPages: stretch.state.printPages))
    paginator.fillPages()
    paginator.placeLastNotes(stretch.notes)
    let pages = paginator.builder.finish()
    var next = pages.count * lines
    let starts = paginator.starts.reversed().map { start in
      next = start ?? next
      return next
    }
    return LaidOutStretch(
      pages: pages, starts: starts.reversed(),
      state: StretchState(
        printPages: paginator.builder.printPages, knownNotes: paginator.notes.known))
  }

  private init(setter: FlowSetter, notes: NoteQueue, builder: PageBuilder) {
    self.setter = setter
    self.notes = notes
    self.builder = builder
    starts = Array(repeating: nil, count: setter.flow.count)
    start = PageStart(place: setter.place, mark: builder.mark, notes: notes.state)
  }

  // MARK: - Filling pages

  private mutating func fillPages() {
    while true {
      let turn = turnHere
      noteStart()
      switch setter.next(on: builder) {
      case .row(let row): add(row, after: turn)
      case .printPage(let page): builder.turn(to: page)
      case .full:
        note(turn)
        turnPage()
      case .newPage:
        endPage()
        startOfShortPage = nil
      case .end:
        return
      }
    }
  }

  /// Remembers where an item begins; when a page turn moves it, where it begins then.
  private mutating func noteStart() {
    guard setter.place.item < starts.count, setter.place.line == 0, setter.place.headingLine == 0 else {
      return
    }
    starts[setter.place.item] = builder.rowIndex
  }

  /// Adds a row, unless the notes it refers to should begin on its page and cannot.
  private mutating func add(_ set: FlowSetter.SetRow, after turn: PageTurns.Turn) {
    let rows = set.blanks + 1
    if !set.notes.isEmpty {
      notes.meet(set.notes)
      if !notes.reserve(on: &builder, below: rows), canTurn(at: turn) {
        setter.place = turn.place
        notes.restore(turn.notes)
        note(turn)
        return turnPage()
      }
    }
    note(turn)
    if let page = set.printPage { builder.turn(to: page) }
    for _ in 0..<set.blanks { builder.add(Row(kind: .blank)) }
    builder.add(set.row)
  }

  // MARK: - Turning pages

  /// The page turn that would come before the next row.
  private var turnHere: PageTurns.Turn {
    PageTurns.Turn(
      place: setter.place, mark: builder.mark, notes: notes.state,
      parting: loosened.parting(setter.parting, at: setter.place.item))
  }

  /// Remembers that the page may end here: not before its first row.
  private mutating func note(_ turn: PageTurns.Turn) {
    if !builder.isAtPageTop { turns.note(turn) }
  }

  /// Whether the page can end, here or before, without leaving a heading alone.
  private func canTurn(at turn: PageTurns.Turn) -> Bool {
    if !builder.isAtPageTop, turn.parting < .lead { return true }
    return turns.best.map { $0.parting < .lead } ?? false
  }

  /// Ends the page where that does the least harm and goes on from there.
  ///
  /// Where no place is harmless, what is kept together is longer than the page: if the page before
  /// ended early for its sake, that was in vain, and it is filled again without the rule.
  private mutating func turnPage() {
    guard let turn = turns.best else { return endPage() }
    if turn.parting == .lead, notes.giveWay(on: &builder) {
      // Notes carried over from the page before wait rather than part a heading from its text.
      setter.place = start.place
      builder.restore(start.mark)
      turns.removeAll()
      return
    }
    if let short = startOfShortPage, loosenRules(for: turn.parting) {
      startOfShortPage = nil
      builder.restore(short.mark)
      setter.place = short.place
      notes.restore(short.notes)
      beginPage()
      return
    }
    let isShort = turn.place != setter.place
    let start = self.start
    builder.restore(turn.mark)
    setter.place = turn.place
    notes.restore(turn.notes)
    endPage()
    startOfShortPage = isShort ? start : nil
  }

  /// Lets go of the rules a page cannot keep; false when that helps nothing.
  private mutating func loosenRules(for parting: Parting) -> Bool {
    let item = setter.place.item
    var last = item
    // Each item is passed once for each rule at most, because a chain let go of is not looked at again.
    while last + 1 < setter.flow.count, setter.flow[last].keep.holdsNext { last += 1 }
    return loosened.loosen(parting, through: item, chainEnd: last)
  }

  /// Ends the page here, with its notes at the foot.
  private mutating func endPage() {
    if !builder.isAtPageTop {
      notes.place(on: &builder)
      builder.endPage()
    }
    beginPage()
  }

  private mutating func beginPage() {
    turns.removeAll()
    start = PageStart(place: setter.place, mark: builder.mark, notes: notes.state)
    notes.reserveCarried(on: &builder)
  }

  /// Places the notes that wait when all text is placed.
  private mutating func placeLastNotes(_ last: Stretch.Notes) {
    if last == .all { notes.meetAll() }
    repeat {
      notes.place(on: &builder)
      if notes.isWaiting { builder.breakPage() }
    } while notes.isWaiting
  }
}

extension Diagnostic {
  static func pageTooSmall(cells: Int, lines: Int) -> Diagnostic {
    Diagnostic(
      "LAY-003", .error, "a page of \(cells) cells by \(lines) lines is too small",
      hint: "use at least \(Paginator.minimumCells) cells and \(Paginator.minimumLines) lines")
  }
}
