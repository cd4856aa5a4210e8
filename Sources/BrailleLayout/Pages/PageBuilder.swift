/// The page being filled and those already full.
///
/// Rows are added at the end; a page that is full gets its furniture and the next begins. The
/// builder can be put back to an earlier state, which is how blocks that must stay together move to
/// the next page: lay out, look, and if they were parted, go back and begin a page first.
struct PageBuilder {
  let width: Int
  let height: Int
  let furniture: PageFurniture
  private(set) var pages: [Page] = []
  private var rows: [Row] = []
  private var printPages = PrintPageState()
  /// The corner number of the page being filled, fixed by what was in force when it began.
  private var topLabel: [UInt8] = []

  init(width: Int, height: Int, furniture: PageFurniture) {
    self.width = width
    self.height = height
    self.furniture = furniture
    beginPage()
  }

  // MARK: - Where the next row stands

  /// Whether nothing but furniture stands on the page yet.
  var isAtPageTop: Bool { rows.count == furniture.ownRows }

  /// How many rows the page has left; at least one, because a full page ends at once.
  var remaining: Int { height - rows.count }

  /// The index, counted over all pages, of the page the next row stands on.
  var pageIndex: Int { pages.count }

  /// How many cells from the left the next row may use: fewer than the width where a page number
  /// shares the line.
  var limit: Int {
    guard furniture.style == .corners else { return width }
    var limit = width
    if rows.count == height - 1 {
      limit -= furniture.pageNumber(pages.count + 1).count + PageFurniture.gap
    }
    if rows.isEmpty, !topLabel.isEmpty {
      limit = min(limit, width - topLabel.count - PageFurniture.gap)
    }
    return max(0, limit)
  }

  // MARK: - Adding

  /// Adds a row, and ends the page when that fills it.
  mutating func add(_ row: Row) {
    rows.append(row)
    if rows.count == height { endPage() }
  }

  /// Ends the page where it is, unless nothing stands on it.
  mutating func breakPage() {
    if !isAtPageTop { endPage() }
  }

  /// A print page begins here, with the next row.
  mutating func turn(to page: PrintPage) {
    printPages.turn(to: page)
    if isAtPageTop { topLabel = printPages.label }
  }

  /// Ends the last page and gives all of them; an empty document has one empty page.
  mutating func finish() -> [Page] {
    if !isAtPageTop || pages.isEmpty { endPage() }
    return pages
  }

  // MARK: - Going back

  /// A state to go back to.
  struct Checkpoint {
    fileprivate var pageCount: Int
    fileprivate var rows: [Row]
    fileprivate var printPages: PrintPageState
    fileprivate var topLabel: [UInt8]
  }

  var checkpoint: Checkpoint {
    Checkpoint(pageCount: pages.count, rows: rows, printPages: printPages, topLabel: topLabel)
  }

  mutating func restore(_ checkpoint: Checkpoint) {
    pages.removeLast(pages.count - checkpoint.pageCount)
    rows = checkpoint.rows
    printPages = checkpoint.printPages
    topLabel = checkpoint.topLabel
  }

  // MARK: - Pages

  private mutating func beginPage() {
    rows = Array(repeating: Row(kind: .pageInformation), count: furniture.ownRows)
    topLabel = printPages.label
  }

  private mutating func endPage() {
    let number = pages.count + 1
    switch furniture.style {
    case .pageInformationLine:
      rows[0] = furniture.informationLine(
        page: number, printPage: printPages.current?.cells ?? [], width: width)
    case .corners:
      while rows.count < height { rows.append(Row(kind: .blank)) }
      rows[height - 1].corner = furniture.pageNumber(number)
      rows[0].corner = topLabel
    case .none:
      break
    }
    pages.append(Page(number: number, printPage: printPages.current?.number, rows: rows))
    printPages.carryOver()
    beginPage()
  }
}
