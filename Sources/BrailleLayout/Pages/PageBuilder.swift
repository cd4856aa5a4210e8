/// The page being filled and those already full.
///
/// Rows are added at the end; whoever adds them ends the page. Rows of the page being filled can be
/// taken off again, down to a mark, and whole pages too: that is how what must stay together moves to
/// the next page.
struct PageBuilder {
  let width: Int
  let height: Int
  /// How far apart lines stand.
  let spacing: LineSpacing
  let furniture: PageFurniture
  /// Rows at the foot kept free for notes.
  var reserved = 0
  private(set) var pages: [Page] = []
  private var rows: [Row] = []
  private(set) var printPages: PrintPageState
  private var printPageStarts: [PrintPageStart] = []
  /// The corner number of the page being filled, fixed by what was in force when it began.
  private var topLabel: [UInt8] = []
  private var topLabelPrint = ""
  /// Print pages begun and not yet on a row.
  private var waitingAnchors: [Anchor] = []

  init(
    width: Int, height: Int, spacing: LineSpacing = .single, furniture: PageFurniture,
    printPages: PrintPageState = PrintPageState()
  ) {
    self.width = width
    self.height = height
    self.printPages = printPages
    self.spacing = spacing
    self.furniture = furniture
    beginPage()
  }

  // MARK: - Where the next row stands

  /// Whether nothing but furniture stands on the page yet.
  var isAtPageTop: Bool { rows.count == ownRows }

  /// How many rows at the top of the page hold nothing but furniture.
  var ownRows: Int { furniture.ownRows(onPage: pages.count + 1) }

  /// Whether nothing but a running head stands on the page, where it could be taken for text.
  var isBelowRunningHead: Bool { isAtPageTop && furniture.style == .corners && !rows.isEmpty }

  /// How many rows the page has left for text.
  var remaining: Int { height - reserved - rows.count }

  /// How many rows stand before the next, over all pages.
  var rowIndex: Int { pages.count * height + rows.count }

  /// The index, counted over all pages, of the page the next row stands on.
  var pageIndex: Int { pages.count }

  /// How many cells from the left a row may use that stands `blanks` rows below the last: fewer than
  /// the width where a page number shares the line.
  func limit(after blanks: Int) -> Int {
    guard furniture.style == .corners else { return width }
    let index = rows.count + blanks
    var limit = width
    if index == height - 1 {
      limit -= furniture.pageNumber(pages.count + 1).count + PageFurniture.gap
    }
    if index == 0, !topLabel.isEmpty {
      limit = min(limit, width - topLabel.count - PageFurniture.gap)
    }
    return max(0, limit)
  }

  /// The blank rows that go before a row because of the spacing: none at the top of a page.
  var blankBetween: Int { isAtPageTop ? 0 : spacing.blankBetween }

  // MARK: - Adding

  /// Adds a row; there must be room for it.
  mutating func add(_ row: Row) {
    rows.append(row)
    if !row.anchors.isEmpty || !waitingAnchors.isEmpty { settleAnchors() }
  }

  /// Ends the page where it is, unless nothing stands on it.
  mutating func breakPage() {
    if !isAtPageTop { endPage() }
  }

  /// A print page begins here, with the next row.
  mutating func turn(to page: PrintPage) {
    printPages.turn(to: page)
    printPageStarts.append(PrintPageStart(number: page.number, row: rows.count, range: page.range))
    waitingAnchors.append(Anchor(id: " print page \(page.number)", kind: .printPage(page.number)))
    if isAtPageTop { labelTop() }
  }

  /// Gives the row just added the print pages that begin with it, and its anchors the print page.
  private mutating func settleAnchors() {
    let last = rows.count - 1
    for index in rows[last].anchors.indices {
      rows[last].anchors[index].printPage = printPages.current?.number
    }
    guard rows[last].kind != .blank else { return }
    for index in waitingAnchors.indices { waitingAnchors[index].printPage = printPages.current?.number }
    rows[last].anchors.insert(contentsOf: waitingAnchors, at: 0)
    waitingAnchors = []
  }

  /// Ends the last page and gives all of them; an empty document has one empty page.
  mutating func finish() -> [Page] {
    if !isAtPageTop || pages.isEmpty { endPage() }
    return pages
  }

  // MARK: - Going back

  /// A place between rows to go back to: on the page being filled, or the beginning of an earlier one.
  struct Mark {
    fileprivate var pageCount: Int
    fileprivate var rowCount: Int
    fileprivate var printPages: PrintPageState
    fileprivate var printPageStarts: [PrintPageStart]
    fileprivate var topLabel: [UInt8]
    fileprivate var topLabelPrint: String
    fileprivate var waitingAnchors: [Anchor]
  }

  var mark: Mark {
    Mark(
      pageCount: pages.count, rowCount: rows.count, printPages: printPages,
      printPageStarts: printPageStarts, topLabel: topLabel, topLabelPrint: topLabelPrint,
      waitingAnchors: waitingAnchors)
  }

  /// Takes off all that was added since `mark`. Of earlier pages only the beginning can be gone back
  /// to: their rows are no longer there to be counted.
  mutating func restore(_ mark: Mark) {
    if mark.pageCount < pages.count {
      pages.removeLast(pages.count - mark.pageCount)
      beginPage()
    }
    rows.removeLast(rows.count - mark.rowCount)
    printPages = mark.printPages
    printPageStarts = mark.printPageStarts
    topLabel = mark.topLabel
    topLabelPrint = mark.topLabelPrint
    waitingAnchors = mark.waitingAnchors
  }

  // MARK: - Pages

  private mutating func beginPage() {
    rows = Array(repeating: Row(kind: .pageInformation), count: ownRows)
    labelTop()
  }

  private mutating func labelTop() {
    topLabel = printPages.label
    topLabelPrint = topLabel.isEmpty ? "" : printPages.labelPrint
  }

  /// Gives the page its furniture and begins the next.
  mutating func endPage() {
    let number = pages.count + 1
    switch furniture.style {
    case .pageInformationLine:
      rows[0] = furniture.informationLine(
        page: number, printPage: printPages.current?.cells ?? [], width: width)
    case .corners:
      while rows.count < height { rows.append(Row(kind: .blank)) }
      rows[height - 1].corner = furniture.pageNumber(number)
      rows[height - 1].cornerPrint = "\(number)"
      if ownRows > 0 {
        rows[0] = furniture.headLine(page: number, printPage: topLabel, width: width)
      }
      rows[0].corner = topLabel
      rows[0].cornerPrint = topLabelPrint
    case .none:
      break
    }
    pages.append(
      Page(
        number: number, printPage: printPages.current?.number, printPageStarts: printPageStarts, rows: rows))
    printPageStarts = []
    printPages.carryOver()
    beginPage()
  }
}
