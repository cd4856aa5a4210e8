import BrailleTranslation
import Diagnostics

/// Sets a flow row by row, each for the place on the page it is to stand.
///
/// An item is one row or several; where between two of them it is, is a value that can be gone back
/// to. A new kind of item gives one row for each call of `next` and says in `parting` what a page turn
/// would part.
struct FlowSetter {
  let flow: [FlowItem]
  let profile: LayoutProfile
  let width: Int
  var place = Place()
  /// What is worked out once for the text block being set, and which item that is.
  private var current: (item: Int, block: SetBlock)?
  /// The same for the row of a table being set.
  var currentRow: (item: Int, row: SetColumnarRow)?

  /// Where in a flow the next row comes from.
  struct Place: Equatable {
    /// The index of the item.
    var item = 0
    /// How many rows of it are set.
    var line = 0
    /// Its first cell not yet set.
    var cell = 0
    /// The first of its boundaries not yet passed, of its sources not yet left, and of its notes
    /// and anchors not yet met.
    var boundary = 0
    var source = 0
    var note = 0
    var anchor = 0
    /// Blank lines the last item wants after it.
    var spaceAfter = 0
    /// What the last item was; nil at the start of the flow and of a page asked for.
    var previousRole: BlockRole?
    /// The page on which the headings of the table in hand stand last; nil before they do.
    var headedPage: Int?
    /// How many lines of those headings are set, while they are being set.
    var headingLine = 0
    /// Whether the row in hand begins a page after that of the row before it.
    var rowBeginsPage = false
    /// What a page turn here would part of what was set before.
    var held = Parting.nothing
  }

  /// What comes next.
  enum Step {
    /// A row.
    case row(SetRow)
    /// A print page begins and nothing shows it but the page number.
    case printPage(PrintPage)
    /// The next row has no room on the page.
    case full
    /// A new page is asked for.
    case newPage
    /// Nothing is left.
    case end
  }

  /// A row and what stands before it.
  struct SetRow {
    var row: Row
    /// Blank rows before it.
    var blanks = 0
    /// The print page that begins with it.
    var printPage: PrintPage?
    /// The notes it refers to.
    var notes: [Int] = []
  }

  init(_ flow: [FlowItem], profile: LayoutProfile, width: Int) {
    self.flow = flow
    self.profile = profile
    self.width = width
    skipEmpty()
  }

  /// What a page turn before the next row would part.
  var parting: Parting {
    guard place.line > 0, place.held != .lead else { return place.held }
    let item = flow[place.item]
    if item.leads { return .lead }
    if item.keep.holdsTogether { return .lines }
    let isFirstBelowHeading = item.opensList && place.previousRole?.isHeading == true
    let isOpening = isFirstBelowHeading || item.isOpening(lineCount: place.line)
    return isOpening ? max(.opening, place.held) : place.held
  }

  /// Sets the next row for the place below the last row of `builder`, which is not changed.
  mutating func next(on builder: PageBuilder) -> Step {
    guard place.item < flow.count else { return .end }
    let step: Step
    switch flow[place.item] {
    case .text(let block): step = next(of: block, on: builder)
    case .rule(let rule): step = next(of: rule, on: builder)
    case .row(let row): step = next(of: row, on: builder)
    case .printPage(let page):
      step = indicate(page, on: builder, blanks: builder.blankBetween)
      if case .full = step { return .full }
      finishItem(spacing: nil, role: nil)
      // The turn that only the page number shows is not parted from anything.
      if case .printPage = step { place.held = .nothing }
    case .newPage:
      place = Place(item: place.item + 1)
      skipEmpty()
      step = .newPage
    }
    return step
  }

  // MARK: - Items

  /// Goes on to the next item; one without spacing leaves the space as it was.
  mutating func finishItem(spacing: BlockSpacing?, role: BlockRole?) {
    let item = flow[place.item]
    place.held = item.leads ? .lead : item.keep.tie
    if item.isOpening(lineCount: place.line) { place.held = max(.opening, place.held) }
    place.spaceAfter = spacing?.after ?? place.spaceAfter
    place.previousRole = role ?? place.previousRole
    place.item += 1
    place.line = 0
    place.rowBeginsPage = false
    place.cell = 0
    place.boundary = 0
    place.source = 0
    place.note = 0
    place.anchor = 0
    skipEmpty()
    if place.item < flow.count, case .row(let row) = flow[place.item], row.position == .first {
      place.headedPage = nil
    }
  }

  /// Skips blocks that have no rows.
  private mutating func skipEmpty() {
    while place.item < flow.count, case .text(let block) = flow[place.item], block.isEmpty {
      place.item += 1
    }
  }

  // MARK: - Rules

  private mutating func next(of rule: Rule, on builder: PageBuilder) -> Step {
    guard let wanted = blanks(before: rule.spacing, role: rule.role, on: builder) else { return .full }
    var blanks = wanted
    var limit = builder.limit(after: blanks)
    // A line of text is not shortened for a page number's sake: the number's line is left to it.
    if rule.kind == .text, rule.cells.count > limit, limit < width {
      blanks += 1
      guard builder.remaining > blanks else { return .full }
      limit = builder.limit(after: blanks)
    }
    let cells = Array(rule.cells.prefix(limit))
    var indent = 0
    if rule.setting != .left { indent = Centring.indent(count: cells.count, width: width, limit: limit) }
    let row = Row(
      Array(repeating: 0, count: indent) + cells, kind: rule.kind, role: rule.role, print: rule.print,
      origin: rule.origin)
    finishItem(spacing: rule.spacing, role: rule.role)
    return .row(SetRow(row: row, blanks: blanks))
  }

  // MARK: - Print pages

  /// Shows that a print page begins. The blank line a block before it wanted comes after it
  /// (BANA Formats 1.11.3d).
  private func indicate(_ page: PrintPage, on builder: PageBuilder, blanks: Int) -> Step {
    let row: Row
    switch profile.printPageIndicator {
    case .dashes:
      if builder.isAtPageTop { return .printPage(page) }
      let dashes = max(0, width - page.cells.count)
      row = Row(
        Array(repeating: 0x24, count: dashes) + page.cells.prefix(width), kind: .printPageIndicator,
        range: page.range, print: page.number)
    case .centred, .margin:
      let cells = [0x10, 0x12] + page.cells.prefix(width - 2)
      let limit = builder.limit(after: blanks)
      var indent = 0
      if profile.printPageIndicator == .centred {
        indent = Centring.indent(count: cells.count, width: width, limit: limit)
      }
      row = Row(
        Array(repeating: 0, count: indent) + cells, kind: .printPageIndicator, range: page.range,
        print: page.number)
    }
    guard builder.remaining > blanks else { return .full }
    return .row(SetRow(row: row, blanks: blanks, printPage: page))
  }

  // MARK: - Text

  private mutating func next(of block: TextBlock, on builder: PageBuilder) -> Step {
    let set = setBlock(block)
    var blanks = builder.blankBetween
    if place.line == 0 {
      guard let wanted = self.blanks(before: block.spacing, role: block.role, on: builder) else {
        return .full
      }
      blanks = wanted
    }
    place.boundary += set.boundariesPassed(from: place)
    let boundary = set.boundaries[place.boundary]
    var step: Step
    if set.hasText(from: place.cell, before: boundary.cell) {
      guard let row = line(of: set, before: boundary.cell, blanks: blanks, on: builder) else { return .full }
      step = .row(row)
      place.held = .nothing
    } else if case .printPage(let page) = boundary.kind {
      step = indicate(page, on: builder, blanks: blanks)
      if case .full = step { return .full }
      place.boundary += 1
      if case .row = step { place.held = .lead }
    } else {
      // `finishItem` leaves a block with its last row, and empty ones are skipped.
      preconditionFailure("a block is left before its last row")
    }
    if case .row = step { place.line += 1 }
    place.boundary += set.boundariesPassed(from: place)
    guard place.boundary == set.boundaries.count else { return step }
    if case .row(var row) = step {
      row.notes += set.notes[place.note...].map(\.note)
      step = .row(row)
    }
    let isIndicator = place.held == .lead
    finishItem(spacing: block.spacing, role: block.role)
    if isIndicator { place.held = .lead }
    return step
  }

  /// The block with what is worked out for it once.
  private mutating func setBlock(_ block: TextBlock) -> SetBlock {
    if let current, current.item == place.item { return current.block }
    let set = SetBlock(block, width: width, lineNumberGap: profile.lineNumberGap)
    current = (place.item, set)
    return set
  }

  /// Sets the next line of a block; nil when it has no room on the page.
  private mutating func line(
    of set: SetBlock, before end: Int, blanks: Int, on builder: PageBuilder
  ) -> SetRow? {
    guard builder.remaining > blanks else { return nil }
    if !set.lineNumbers.isEmpty { return numberedLine(of: set, before: end, blanks: blanks, on: builder) }
    let indent = set.indent(line: place.line, width: width)
    var blanks = blanks
    var limit = builder.limit(after: blanks)
    var line = set.line(from: place.cell, before: end, indent: indent, limit: limit)
    // Rather than divide a word for a page number's sake, leave the number's line to the number.
    if limit < width, line.ending != .betweenWords || limit <= indent {
      blanks += 1
      guard builder.remaining > blanks else { return nil }
      limit = builder.limit(after: blanks)
      line = set.line(from: place.cell, before: end, indent: indent, limit: limit)
    }
    let print = set.print(from: place.cell, to: line.next)
    place.cell = line.next
    var start = line.indent
    if set.block.shape.setting != .left {
      start = Centring.indent(count: line.cells.count, width: width, limit: limit)
    }
    var cells = Array(repeating: UInt8(0), count: start) + set.block.text.cells[line.cells]
    if line.ending == .insideNumber { cells.append(Self.lineContinuation) }
    let range = set.range(of: line.cells, from: &place.source)
    let row = Row(
      cells, range: range, ending: line.ending, role: set.block.role,
      place: place.line == 0 ? .first : .runover, print: print,
      anchors: set.anchors(before: line.cells.upperBound, from: &place.anchor), origin: set.block.origin)
    return SetRow(row: row, blanks: blanks, notes: set.notes(before: place.cell, from: &place.note))
  }

  /// Sets the next line of a block whose lines print numbers; a line that holds a page number is left to
  /// that.
  private mutating func numberedLine(
    of set: SetBlock, before end: Int, blanks: Int, on builder: PageBuilder
  ) -> SetRow? {
    let blanks = builder.limit(after: blanks) < width ? blanks + 1 : blanks
    guard builder.remaining > blanks else { return nil }
    let indent = min(set.indent(line: place.line, width: width), width / 4)
    let numbered = set.numberedLine(from: place.cell, before: end, indent: indent, limit: width)
    let line = numbered.line
    let print = set.print(from: place.cell, to: line.next)
    place.cell = line.next
    var cells = Array(repeating: UInt8(0), count: line.indent) + numbered.cells
    if line.ending == .insideNumber { cells.append(Self.lineContinuation) }
    if !numbered.number.isEmpty {
      cells +=
        Array(repeating: 0, count: max(1, width - cells.count - numbered.number.count)) + numbered.number
    }
    let range = set.range(of: line.cells, from: &place.source)
    let row = Row(
      cells, range: range, ending: line.ending, role: set.block.role,
      place: place.line == 0 ? .first : .runover, print: print,
      anchors: set.anchors(before: line.cells.upperBound, from: &place.anchor), origin: set.block.origin)
    return SetRow(row: row, blanks: blanks, notes: set.notes(before: place.cell, from: &place.note))
  }

  /// Dot 5 at the end of a line that parts a number (RUEB 6.10.1).
  private static let lineContinuation: UInt8 = 0x10

  // MARK: - Blank lines

  /// How many blank rows go before an item; nil when they and one row have no room on the page.
  func blanks(before spacing: BlockSpacing, role: BlockRole, on builder: PageBuilder) -> Int? {
    var wanted = wantedBlanks(before: spacing, role: role)
    guard builder.isAtPageTop else {
      // The blank line between all lines serves for one a block wants, except before a heading: it
      // has both.
      let isStart = role.isHeading && place.previousRole?.isHeading == false
      wanted = isStart ? wanted + builder.blankBetween : max(wanted, builder.blankBetween)
      return builder.remaining > wanted ? wanted : nil
    }
    // A centred heading is not to be taken for part of the running head above it.
    if role == .centredHeading, builder.isBelowRunningHead { return min(1, builder.remaining - 1) }
    guard profile.blankAtPageTop == .keepBeforeHeadings, role.isHeading, builder.pageIndex > 0 else {
      return 0
    }
    return min(wanted, builder.remaining - 1)
  }

  private func wantedBlanks(before spacing: BlockSpacing, role: BlockRole) -> Int {
    switch place.previousRole {
    case nil, .boxTop: return 0
    case .centredHeading:
      if let exact = spacing.afterCentredHeading { return exact }
    case .sideHeading:
      if let exact = spacing.afterSideHeading { return exact }
    case .text, .boxBottom: break
    }
    return role == .boxBottom ? 0 : max(place.spaceAfter, spacing.before)
  }
}
