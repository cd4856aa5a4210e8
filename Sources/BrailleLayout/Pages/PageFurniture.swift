/// The page numbers and the running head: where they stand and how much room they leave.
public struct PageFurniture: Sendable {
  /// Where they stand.
  public var style: PageFurnitureStyle
  /// What stands between the numbers on a page-information line, in cells; empty for nothing.
  public var runningHead: [UInt8]
  /// The words of the running head in print.
  public var runningHeadPrint: String
  /// The cells of a braille page's number.
  public var pageNumber: @Sendable (Int) -> [UInt8]

  /// Makes furniture.
  public init(
    style: PageFurnitureStyle, runningHead: [UInt8] = [], runningHeadPrint: String = "",
    pageNumber: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.style = style
    self.runningHead = runningHead
    self.runningHeadPrint = runningHeadPrint
    self.pageNumber = pageNumber
  }

  /// Blank cells that keep a number apart from anything else on its line (BANA Formats 1.11, 1.15).
  static let gap = 3

  /// How many rows at the top of a page hold nothing but furniture.
  var ownRows: Int { style == .pageInformationLine ? 1 : 0 }

  /// The page-information line: print page at the left, running head centred, braille page at the
  /// right. A head too long for the room is cut between words.
  func informationLine(page: Int, printPage: [UInt8], width: Int) -> Row {
    let right = pageNumber(page)
    var cells = Array(printPage.prefix(max(0, width - right.count - Self.gap)))
    let left = cells.isEmpty ? 0 : cells.count + Self.gap
    let room = width - right.count - Self.gap - left
    let head = cut(runningHead, to: room)
    if !head.isEmpty {
      let centred = (width - head.count) / 2
      let start = min(max(centred, left), width - right.count - Self.gap - head.count)
      cells += Array(repeating: 0, count: start - cells.count) + head
    }
    var row = Row(cells, kind: .pageInformation)
    row.corner = Array(right.suffix(width))
    row.cornerPrint = "\(page)"
    if !head.isEmpty {
      row.print = head.count < runningHead.count ? runningHeadPrint + " …" : runningHeadPrint
    }
    return row
  }

  private func cut(_ head: [UInt8], to room: Int) -> [UInt8] {
    guard head.count > room else { return head }
    guard room > 0, let end = head.prefix(room + 1).lastIndex(of: 0) else { return [] }
    return Array(head.prefix(end))
  }
}
