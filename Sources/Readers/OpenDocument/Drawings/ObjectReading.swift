import Diagnostics
import DocumentModel
import XMLTree

extension OpenDocumentReading {
  /// A `draw:object`: a formula or a chart, in a file of its own or, in a flat file, in its place.
  ///
  /// - Returns: whether it could be read, so that the picture beside it is not wanted.
  func object(
    _ node: FlatXML.NodeID, of frame: FlatXML.NodeID, in part: OpenDocumentPart, _ found: inout DrawingContent
  ) -> Bool {
    let xml = part.xml
    let range = part.range(node)
    var (own, root) = (part, xml.children(node).first { !xml.isText($0) })
    if let address = xml.attribute("xlink:href", of: node), !address.isEmpty {
      let folder = address.hasPrefix("./") ? String(address.dropFirst(2)) : address
      guard let part = package.part(folder + "/content.xml", log: &log) ?? package.part(folder, log: &log),
        part !== self.part || package.paths.isEmpty
      else {
        log.report(.openDocumentPictureMissing(address, at: range))
        return false
      }
      (own, root) = (part, part.xml.root)
    }
    guard let root, root >= 0 else { return false }
    if own.xml.name(root) == "math:math" {
      guard let formula = formula(root, in: own) else { return false }
      found.inlines.append(.mathematics(InlineMathematics(formula, info: NodeInfo(range: range))))
      return true
    }
    let alternative = alternative(of: frame, in: part)
    if let chart = own.descend(root, "office:body", "office:chart", "chart:chart"),
      let data = ChartData(chart, in: own)
    {
      found.blocks.append(.table(data.table(alternative, at: range)))
      return true
    }
    log.report(.openDocumentObject(xml.attribute("draw:name", of: frame) ?? "", at: range))
    return false
  }

  /// A formula, as the MathML it is kept in, without the notation of the program that made it.
  private func formula(_ node: FlatXML.NodeID, in part: OpenDocumentPart) -> Mathematics? {
    var element = Self.element(node, in: part, depth: 0)
    element.attributes = [XMLAttribute("xmlns", "http://www.w3.org/1998/Math/MathML")]
    guard !element.children.isEmpty else { return nil }
    return Mathematics(mathML: XMLSerializer.fragment(element))
  }

  private static func element(_ node: FlatXML.NodeID, in part: OpenDocumentPart, depth: Int) -> XMLElement {
    let xml = part.xml
    let name = xml.name(node)
    var children: [XMLNode] = []
    if depth < 200 {
      for child in xml.children(node) {
        if xml.isText(child) {
          let text = xml.string(child)
          if !text.allSatisfy(\.isWhitespace) { children.append(.text(text.withoutControls)) }
        } else if xml.name(child) == "math:semantics",
          let shown = xml.children(child).first(where: { !xml.isText($0) })
        {
          children.append(.element(element(shown, in: part, depth: depth + 1)))
        } else if xml.name(child).hasPrefix("math:"), !xml.name(child).hasPrefix("math:annotation") {
          children.append(.element(element(child, in: part, depth: depth + 1)))
        }
      }
    }
    let attributes = xml.attributes(of: node).filter { !$0.name.contains(":") && $0.name != "xmlns" }
    return XMLElement(name.replacing("math:", with: ""), attributes, children)
  }
}

extension ChartData {
  /// Reads a chart (OASIS OpenDocument 1.3, part 3, 11): its titles, and the table that holds its data.
  /// nil when it holds none.
  init?(_ chart: FlatXML.NodeID, in part: OpenDocumentPart) {
    self.init()
    let xml = part.xml
    var axes: [String] = []
    title = xml.child("chart:title", of: chart).map(part.words) ?? ""
    if let plot = xml.child("chart:plot-area", of: chart) {
      for axis in xml.children(plot) where xml.name(axis) == "chart:axis" {
        guard let words = xml.child("chart:title", of: axis).map(part.words), !words.isEmpty else { continue }
        if xml.attribute("chart:dimension", of: axis) == "x" {
          categoryTitle = words
        } else {
          axes.append(words)
        }
      }
    }
    valueTitle = axes.joined(separator: ", ")
    guard let table = xml.child("table:table", of: chart) else { return nil }
    var rows: [[String]] = []
    for row in table..<xml.end(of: table) where xml.name(row) == "table:table-row" && rows.count < 10_000 {
      rows.append(
        xml.children(row).filter { xml.name($0).hasSuffix("table-cell") }.prefix(1_000).map(part.words))
    }
    guard let head = rows.first, head.count > 1 else { return nil }
    for column in 1..<head.count {
      var one = Series()
      one.name = head[column]
      for (index, row) in rows.dropFirst().enumerated() {
        one.categories[index] = row[0]
        if column < row.count { one.values[index] = row[column] == "NaN" ? "" : row[column] }
      }
      series.append(one)
    }
    if series.allSatisfy({ $0.values.values.allSatisfy(\.isEmpty) }) { return nil }
  }
}
