public import Diagnostics

/// Lays a flow out on pages: the one way in to this module.
///
/// A pure function from the flow to the pages. Each item is placed once, or a few times where
/// it must be kept with others, so the time is proportional to the length of the flow.
public struct Paginator {
  let profile: LayoutProfile
  var builder: PageBuilder
  /// Blank lines the last block wants after it.
  var spaceAfter = 0
  /// What the last block was; nil at the start of the document and of a page asked for.
  var previousRole: BlockRole?
  /// Which line of the next block begins a page, counted from 0; nil for none.
  var lineToBreakBefore: Int?

  /// The fewest cells a line may have: less leaves no room for a word beside an indent.
  public static let minimumCells = 12
  /// The fewest lines a page may have.
  public static let minimumLines = 5

  /// Lays out `flow` on pages of `cells` by `lines`.
  ///
  /// - Throws: when the page is too small to hold text.
  public static func layOut(
    _ flow: [FlowItem], profile: LayoutProfile, cells: Int, lines: Int, furniture: PageFurniture
  ) throws(ConversionFailure) -> BraillePages {
    guard cells >= minimumCells, lines >= minimumLines else {
      throw ConversionFailure(.pageTooSmall(cells: cells, lines: lines))
    }
    var paginator = Paginator(
      profile: profile, builder: PageBuilder(width: cells, height: lines, furniture: furniture))
    paginator.place(flow)
    return BraillePages(width: cells, height: lines, pages: paginator.builder.finish())
  }

  // MARK: - Keeping items together

  private mutating func place(_ flow: [FlowItem]) {
    var index = 0
    while index < flow.count {
      // A chain ends with the first item that does not hold on to its next. One too long for a page
      // is cut, so that a document of nothing but headings takes no longer than any other.
      var last = index
      while last + 1 < flow.count, last - index < builder.height, flow[last].keep.holdsNext {
        last += 1
      }
      if last == index, !flow[index].keep.holdsTogether {
        place(flow[index])
      } else {
        keepTogether(flow[index...last])
      }
      index = last + 1
    }
  }

  /// Places a chain; where a page turn parts it, goes back and begins a page first. A chain no page
  /// can hold is placed with less kept together.
  ///
  /// A paragraph that only its last line ties to what follows is not moved as a whole: the line
  /// before goes with it to the next page.
  private mutating func keepTogether(_ chain: ArraySlice<FlowItem>) {
    let before = self.state
    let wasAtPageTop = builder.isAtPageTop
    let outcome = place(chain)
    guard !outcome.isWhole else { return }
    restore(before)
    if chain.first?.keep == .withNext, outcome.lineCount > 1 {
      lineToBreakBefore = outcome.lineCount - 1
      if place(chain).isWhole { return }
      restore(before)
    } else if !wasAtPageTop {
      builder.breakPage()
      if place(chain).isWhole { return }
      restore(before)
    }
    placeKeepingHeadings(chain)
  }

  /// Places a chain that is too long for a page: what must not stand last on one (a heading, the
  /// line a box begins with) stays with the first line of what follows, and all else parts.
  private mutating func placeKeepingHeadings(_ chain: ArraySlice<FlowItem>) {
    var index = chain.startIndex
    while index < chain.endIndex {
      var follower = index
      while follower + 1 < chain.endIndex, chain[follower].leads { follower += 1 }
      if (1...Self.headingsInARow).contains(follower - index),
        placeWhole(chain[index...follower], last: .firstLine)
      {
        index = follower + 1
      } else {
        if !chain[index].keep.holdsTogether || !placeWhole(chain[index...index]) { place(chain[index]) }
        index += 1
      }
    }
  }

  /// The most headings in a row that are kept with the text after them, when the chain they are in
  /// is too long; it keeps a document of nothing but headings from taking long.
  private static let headingsInARow = 4

  /// Places a chain on one page, the next if need be; places nothing when neither can hold it.
  private mutating func placeWhole(_ chain: ArraySlice<FlowItem>, last: LastItem = .asItSays) -> Bool {
    let before = self.state
    let wasAtPageTop = builder.isAtPageTop
    if place(chain, last).isWhole { return true }
    restore(before)
    guard !wasAtPageTop else { return false }
    builder.breakPage()
    if place(chain, last).isWhole { return true }
    restore(before)
    return false
  }

  /// What of a chain's last item must be on one page.
  private enum LastItem {
    /// All of it if it holds together, else its first line.
    case asItSays
    case firstLine
  }

  /// What became of a chain.
  private struct Outcome {
    /// Whether every item stands with what it holds on to.
    var isWhole = true
    /// How many lines the first item takes.
    var lineCount = 0
  }

  private mutating func place(_ chain: ArraySlice<FlowItem>, _ last: LastItem = .asItSays) -> Outcome {
    var outcome = Outcome()
    var above: RowPages?
    for (index, item) in zip(chain.indices, chain) {
      guard let rows = place(item) else { continue }
      if let above {
        if above.last != rows.first { outcome.isWhole = false }
      } else {
        outcome.lineCount = rows.count
      }
      let mayPart = last == .firstLine && index == chain.endIndex - 1
      if item.keep.holdsTogether, !mayPart, rows.first != rows.last { outcome.isWhole = false }
      above = rows
    }
    return outcome
  }

  private struct State {
    var checkpoint: PageBuilder.Checkpoint
    var spaceAfter: Int
    var previousRole: BlockRole?
  }

  private var state: State {
    State(checkpoint: builder.checkpoint, spaceAfter: spaceAfter, previousRole: previousRole)
  }

  private mutating func restore(_ state: State) {
    builder.restore(state.checkpoint)
    spaceAfter = state.spaceAfter
    previousRole = state.previousRole
    lineToBreakBefore = nil
  }

  // MARK: - Blank lines

  /// Adds the blank lines that go before a block.
  mutating func openSpace(_ spacing: BlockSpacing, role: BlockRole) {
    let wanted = blankLines(before: spacing, role: role)
    if !builder.isAtPageTop, builder.remaining <= wanted { builder.breakPage() }
    if builder.isAtPageTop {
      guard profile.blankAtPageTop == .keepBeforeHeadings, role.isHeading, builder.pageIndex > 0 else {
        return
      }
    }
    for _ in 0..<wanted { builder.add(Row(kind: .blank)) }
  }

  private func blankLines(before spacing: BlockSpacing, role: BlockRole) -> Int {
    switch previousRole {
    case nil, .boxTop: return 0
    case .centredHeading:
      if let exact = spacing.afterCentredHeading { return exact }
    case .sideHeading:
      if let exact = spacing.afterSideHeading { return exact }
    case .text, .boxBottom: break
    }
    return role == .boxBottom ? 0 : max(spaceAfter, spacing.before)
  }

  /// Remembers what the next block must know of this one.
  mutating func closeSpace(_ spacing: BlockSpacing, role: BlockRole) {
    spaceAfter = spacing.after
    previousRole = role
  }
}

extension Diagnostic {
  static func pageTooSmall(cells: Int, lines: Int) -> Diagnostic {
    Diagnostic(
      "LAY-003", .error, "a page of \(cells) cells by \(lines) lines is too small",
      hint: "use at least \(Paginator.minimumCells) cells and \(Paginator.minimumLines) lines")
  }
}
