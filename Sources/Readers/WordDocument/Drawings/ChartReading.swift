import Diagnostics
import DocumentModel
import XMLTree

extension WordReading {
  /// A chart, as the table of its data (ISO/IEC 29500-1, 21.2): a column for each series, a row for
  /// each category.
  func chart(_ node: FlatXML.NodeID, in part: WordPart, _ whole: DrawingProperties) -> [Block] {
    let range = part.range(node)
    guard let id = part.xml.attribute("r:id", of: node), let target = part.relationships[id],
      !target.isExternal, let chart = package.part(target.target, log: &log), chart.xml.root >= 0
    else {
      log.report(.diagramUnreadable("chart", at: range))
      return described(whole, at: range)
    }
    let data = ChartData(chart)
    guard !data.series.isEmpty else {
      log.report(.diagramUnreadable("chart", at: range))
      return described(whole, at: range)
    }
    return [.table(data.table(whole.alternative, at: range))]
  }

  /// The alternative text of what cannot be read, if it has one.
  private func described(_ whole: DrawingProperties, at range: SourceRange?) -> [Block] {
    guard case .text(let words, _) = whole.alternative else { return [] }
    let info = NodeInfo(range: range)
    return [.paragraph(Paragraph([.text(Text(words, info: info))], kind: .transcribersNote, info: info))]
  }
}

extension ChartData {
  /// The most points of a series that are read: no chart shows more.
  private static let limit = 10_000

  init(_ part: WordPart) {
    let xml = part.xml
    var axes: [String] = []
    for node in 0..<FlatXML.NodeID(xml.count) {
      switch xml.name(node) {
      case "c:title":
        let words = Self.words(node, in: part)
        switch xml.name(xml.parent(node)) {
        case "c:chart": title = words
        case "c:catAx", "c:dateAx": categoryTitle = words
        case "c:valAx": axes.append(words)
        default: break
        }
      case "c:ser": series.append(Self.series(node, in: part))
      default: break
      }
    }
    valueTitle = axes.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func words(_ node: FlatXML.NodeID, in part: WordPart) -> String {
    var text = ""
    for inner in node..<part.xml.end(of: node) where ["a:t", "c:v"].contains(part.xml.name(inner)) {
      text += part.xml.text(inner)
    }
    return text.collapsed
  }

  private static func series(_ node: FlatXML.NodeID, in part: WordPart) -> Series {
    var series = Series()
    for child in part.xml.children(node) {
      switch part.xml.name(child) {
      case "c:tx": series.name = words(child, in: part)
      case "c:cat", "c:xVal": series.categories = points(child, in: part)
      case "c:val", "c:yVal": series.values = points(child, in: part)
      case "c:bubbleSize":
        for (index, size) in points(child, in: part) { series.values[index, default: ""] += " (\(size))" }
      default: break
      }
    }
    return series
  }

  /// The points of a cache; where there are several levels of categories, each with those above it.
  private static func points(_ node: FlatXML.NodeID, in part: WordPart) -> [Int: String] {
    var points: [Int: String] = [:]
    for inner in node..<part.xml.end(of: node) where part.xml.name(inner) == "c:pt" {
      guard let index = part.xml.attribute("idx", of: inner).flatMap({ Int($0) }),
        (0..<limit).contains(index),
        let value = part.xml.child("c:v", of: inner)
      else { continue }
      let text = part.xml.text(value).rounded
      points[index] = points[index].map { text + ", " + $0 } ?? text
    }
    return points
  }
}

extension String {
  /// A number without the digits that binary fractions leave at its end: 0.1 for
  /// 0.10000000000000001.
  fileprivate var rounded: String {
    guard utf8.count > 14, let number = Double(self), number.magnitude < 1e15 else { return self }
    let scaled = (number * 1e10).rounded() / 1e10
    return scaled == scaled.rounded() && scaled.magnitude < 1e15 ? "\(Int(scaled))" : "\(scaled)"
  }
}
