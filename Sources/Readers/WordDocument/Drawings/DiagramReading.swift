import Diagnostics
import DocumentModel
import XMLTree

extension WordReading {
  /// A SmartArt diagram, as the list of its texts (ISO/IEC 29500-1, 21.4): what belongs under a point
  /// stands under it.
  func diagram(_ node: FlatXML.NodeID, in part: WordPart) -> [Block] {
    let range = part.range(node)
    guard let id = part.xml.attribute("r:dm", of: node), let target = part.relationships[id],
      !target.isExternal, let data = package.part(target.target, log: &log), data.xml.root >= 0
    else {
      log.report(.diagramUnreadable("diagram", at: range))
      return []
    }
    var points = DiagramPoints(data)
    return points.list(of: points.root, depth: 0, info: NodeInfo(range: range)).map { [$0] } ?? []
  }
}

/// The points of a diagram and which stands under which.
private struct DiagramPoints {
  private var texts: [String: [String]] = [:]
  private var children: [String: [(order: Int, id: String)]] = [:]
  private(set) var root = ""
  private var met: Set<String> = []

  init(_ part: WordPart) {
    let xml = part.xml
    for node in 0..<FlatXML.NodeID(xml.count) {
      switch xml.name(node) {
      case "dgm:pt":
        guard let id = xml.attribute("modelId", of: node) else { continue }
        switch xml.attribute("type", of: node) ?? "node" {
        case "doc": root = id
        case "node", "asst": texts[id] = Self.paragraphs(node, in: part)
        default: break
        }
      case "dgm:cxn":
        guard (xml.attribute("type", of: node) ?? "parOf") == "parOf",
          let from = xml.attribute("srcId", of: node),
          let to = xml.attribute("destId", of: node)
        else { continue }
        let order = xml.attribute("srcOrd", of: node).flatMap { Int($0) } ?? 0
        children[from, default: []].append((order, to))
      default: break
      }
    }
  }

  private static func paragraphs(_ node: FlatXML.NodeID, in part: WordPart) -> [String] {
    var texts: [String] = []
    for inner in node..<part.xml.end(of: node) {
      if part.xml.name(inner) == "a:p" { texts.append("") }
      if part.xml.name(inner) == "a:t", !texts.isEmpty { texts[texts.count - 1] += part.xml.text(inner) }
    }
    return texts.map(\.collapsed).filter { !$0.isEmpty }
  }

  /// The list of what stands under a point; nil when nothing does.
  mutating func list(of id: String, depth: Int, info: NodeInfo) -> Block? {
    guard depth < 20, met.insert(id).inserted else { return nil }
    var items: [ListItem] = []
    for child in (children[id] ?? []).sorted(by: { ($0.order, $0.id) < ($1.order, $1.id) }) {
      var blocks: [Block] = (texts[child.id] ?? []).map {
        .paragraph(Paragraph([.text(Text($0, info: info))], info: info))
      }
      if let below = list(of: child.id, depth: depth + 1, info: info) { blocks.append(below) }
      if !blocks.isEmpty { items.append(ListItem(blocks, info: info)) }
    }
    return items.isEmpty ? nil : .list(List(.bulleted, items, info: info))
  }
}
