/// The page numbers and the running head: where they stand and how much room they leave.
public struct PageFurniture: Sendable {
  /// Where they stand.
  public var style: PageFurnitureStyle
  /// What stands between the numbers on a page-information line, in cells; empty for nothing.
  public var runningHead: [UInt8]
  /// The words of the running head in print.
  public var runningHeadPrint: String
  /// Which pages have the running head.
  public var headedPages: HeadedPages
  /// The cells of a braille page's number.
  public var pageNumber: @Sendable (Int) -> [UInt8]

  /// Makes furniture.
  public init(
    style: PageFurnitureStyle, runningHead: [UInt8] = [], runningHeadPrint: String = "",
    headedPages: HeadedPages = .all, pageNumber: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.style = style
    self.runningHead = runningHead
    self.runningHeadPrint = runningHeadPrint
    self.headedPages = headedPages
    self.pageNumber = pageNumber
  }

  /// Blank cells that keep a number apart from anything else on its line (BANA Formats 1.11, 1.15).
  static let gap = 3

  /// Which pages have the running head.
  public enum HeadedPages: Sendable {
    case all
    case afterFirst
  }

  /// How many rows at the top of a page, the first being 1, hold nothing but furniture.
  func ownRows(onPage page: Int) -> Int {
    switch style {
    case .pageInformationLine: 1
    case .corners: head(onPage: page).isEmpty ? 0 : 1
    case .none: 0
    }
  }

  /// The running head of a page; empty for none.
  private func head(onPage page: Int) -> [UInt8] {
    headedPages == .afterFirst && page == 1 ? [] : runningHead
  }

  /// The first line of a page with corners and a running head: the head centred, three blanks at
  /// least on each side; the print page goes to the right (BANA Formats 1.8.2).
  func headLine(page: Int, printPage: [UInt8], width: Int) -> Row {
    let right = printPage.isEmpty ? 0 : printPage.count + Self.gap
    let room = width - max(right, Self.gap) - Self.gap
    let head = cut(head(onPage: page), to: room)
    let last = max(0, width - max(right, Self.gap) - head.count)
    let start = min(max((width - head.count) / 2, Self.gap), last)
    var row = Row(
      head.isEmpty ? [] : Array(repeating: 0, count: start) + head, kind: .pageInformation)
    row.print = print(of: head)
    return row
  }

  /// The print of as much of the running head as there was room for.
  private func print(of head: [UInt8]) -> String {
    if head.isEmpty { return "" }
    return head.count < runningHead.count ? runningHeadPrint + " …" : runningHeadPrint
  }

  /// The page-information line: print page at the left, running head centred, braille page at the
  /// right. A head too long for the room is cut between words.
  func informationLine(page: Int, printPage: [UInt8], width: Int) -> Row {
    let right = pageNumber(page)
    var cells = Array(printPage.prefix(max(0, width - right.count - Self.gap)))
    let left = cells.isEmpty ? 0 : cells.count + Self.gap
    let room = width - right.count - Self.gap - left
    let head = cut(head(onPage: page), to: room)
    if !head.isEmpty {
      let centred = (width - head.count) / 2
      let start = min(max(centred, left), width - right.count - Self.gap - head.count)
      cells += Array(repeating: 0, count: start - cells.count) + head
    }
    var row = Row(cells, kind: .pageInformation)
    row.corner = Array(right.suffix(width))
    row.cornerPrint = "\(page)"
    row.print = print(of: head)
    return row
  }

  private func cut(_ head: [UInt8], to room: Int) -> [UInt8] {
    guard head.count > room else { return head }
    guard room > 0, let end = head.prefix(room + 1).lastIndex(of: 0) else { return [] }
    return Array(head.prefix(end))
  }
}
