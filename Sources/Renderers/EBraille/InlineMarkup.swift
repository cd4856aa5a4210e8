import BrailleLayout
import BrailleTranslation
import DocumentModel
import XMLTree

/// A translated paragraph as XHTML: its cells as text, the nodes they came from as elements around
/// them, print pages and line ends between them.
///
/// The whole paragraph was translated at once, so an element holds exactly the cells, indicators
/// included, whose print stands in its node.
struct InlineMarkup {
  /// An element and the cells it goes around.
  struct Span {
    var cells: Range<Int>
    var element: XMLElement
    /// Whether there is nothing to see without cells: an anchor stays, emphasis of nothing does not.
    var staysEmpty = false
  }

  /// An element that stands between two cells.
  struct Point {
    /// The index of the cell after it.
    var cell: Int
    var element: XMLElement
    var place: Place

    enum Place {
      /// It takes the place of the blank before it.
      case forBlank
      /// It has blanks around it, and stands beside a word and not in it.
      case amongWords
      /// It takes no room.
      case anchor
    }
  }

  private let text: BrailleText
  private var spans: [Span]
  private var points: [Point]

  init(_ text: BrailleText, spans: [Span], points: [Point]) {
    self.text = text
    self.spans = spans
    self.points = points
    settle()
  }

  /// The index of the first cell of the print from an offset on.
  static func cell(at offset: Int, in text: BrailleText) -> Int {
    var low = 0
    var high = text.origins.count
    while low < high {
      let middle = (low + high) / 2
      if Int(text.origins[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The cells of a stretch of print.
  static func cells(of range: Range<Int>, in text: BrailleText) -> Range<Int> {
    let start = cell(at: range.lowerBound, in: text)
    return start..<max(start, cell(at: range.upperBound, in: text))
  }

  /// Moves blanks out of elements, and what stands among words out of words.
  private mutating func settle() {
    var settled: [Span] = []
    for var span in spans {
      var (start, end) = (span.cells.lowerBound, span.cells.upperBound)
      while start < end, text.cells[start] == 0 { start += 1 }
      while end > start, text.cells[end - 1] == 0 { end -= 1 }
      if start < end {
        span.cells = start..<end
        settled.append(span)
      } else if span.staysEmpty {
        points.append(Point(cell: span.cells.lowerBound, element: span.element, place: .anchor))
      }
    }
    spans = settled
    for index in points.indices where points[index].place == .amongWords {
      let cell = points[index].cell
      guard cell > 0, cell < text.cells.count, text.cells[cell - 1] != 0 else { continue }
      points[index].cell = text.cells[cell...].firstIndex(of: 0) ?? text.cells.count
    }
  }

  // MARK: - Nodes

  /// What stands in the paragraph's element.
  func nodes() -> [XMLNode] {
    var open = [OpenElement(element: XMLElement(""), span: -1)]
    let starts = spans.indices.sorted {
      let (left, right) = (spans[$0].cells, spans[$1].cells)
      if left.lowerBound != right.lowerBound { return left.lowerBound < right.lowerBound }
      return left.upperBound != right.upperBound ? left.upperBound > right.upperBound : $0 < $1
    }
    let places = points.indices.sorted { (points[$0].cell, $0) < (points[$1].cell, $1) }
    let dropped = Set(
      points.filter { $0.place == .forBlank && $0.cell > 0 && text.cells[$0.cell - 1] == 0 }.map {
        $0.cell - 1
      })
    var nextStart = 0
    var nextPoint = 0
    var written = ""
    func flush() {
      guard !written.isEmpty, let last = open.indices.last else { return }
      open[last].element.children.append(.text(written))
      written = ""
    }
    for cell in 0...text.cells.count {
      let ends = open.dropFirst().contains { spans[$0.span].cells.upperBound <= cell }
      if ends {
        flush()
        close(&open, at: cell)
      }
      while nextPoint < places.count, points[places[nextPoint]].cell == cell {
        let point = points[places[nextPoint]]
        let isBlankBefore = cell == 0 || text.cells[cell - 1] == 0
        if point.place == .amongWords, !isBlankBefore { written += " " }
        flush()
        open[open.count - 1].element.children.append(.element(point.element))
        if point.place == .amongWords, cell < text.cells.count, text.cells[cell] != 0 { written += " " }
        nextPoint += 1
      }
      while nextStart < starts.count, spans[starts[nextStart]].cells.lowerBound == cell {
        flush()
        begin(starts[nextStart], in: &open)
        nextStart += 1
      }
      guard cell < text.cells.count, !dropped.contains(cell) else { continue }
      written.unicodeScalars.append(character(of: cell))
      if text.breaks[cell] == .after, cell + 1 < text.cells.count {
        flush()
        open[open.count - 1].element.children.append(.element(XMLElement("wbr")))
      }
    }
    flush()
    return open[0].element.children
  }

  private struct OpenElement {
    var element: XMLElement
    var span: Int
  }

  private func begin(_ span: Int, in open: inout [OpenElement]) {
    var element = spans[span].element
    // A link does not stand in a link.
    if element.name == "a", open.contains(where: { $0.element.name == "a" }) {
      element = XMLElement("span", element.attributes.filter { $0.name == "id" })
    }
    open.append(OpenElement(element: element, span: span))
  }

  /// Closes the elements that end, and those in them that do not, which begin again.
  private func close(_ open: inout [OpenElement], at cell: Int) {
    guard let first = open.indices.dropFirst().first(where: { spans[open[$0].span].cells.upperBound <= cell })
    else { return }
    var again: [Int] = []
    while open.count > first {
      let last = open.removeLast()
      if spans[last.span].cells.upperBound > cell { again.insert(last.span, at: 0) }
      if !last.element.children.isEmpty {
        open[open.count - 1].element.children.append(.element(last.element))
      }
    }
    for span in again {
      begin(span, in: &open)
      open[open.count - 1].element.attributes.removeAll { $0.name == "id" }
    }
  }

  private func character(of cell: Int) -> Unicode.Scalar {
    let dots = text.cells[cell]
    if dots == 0 { return text.breaks[cell] == .reluctantBlank ? "\u{A0}" : " " }
    return Unicode.Scalar(UInt32(0x2800) + UInt32(dots)) ?? " "
  }
}

extension Collection<UInt8> {
  /// The cells as braille patterns, blanks as spaces.
  var brailleCharacters: String {
    var text = String.UnicodeScalarView()
    for cell in self { text.append(cell == 0 ? " " : Unicode.Scalar(UInt32(0x2800) + UInt32(cell)) ?? " ") }
    return String(text)
  }
}
