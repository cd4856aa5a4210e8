import Diagnostics
import XMLTree

/// A part of a Word package that has been parsed, with what its relationships lead to.
final class WordPart {
  /// Its path in the package.
  let path: String
  let xml: FlatXML
  /// Its place among the document's parts.
  let number: UInt16
  /// What it refers to, by relationship id.
  let relationships: [String: Relationship]

  init(path: String, xml: FlatXML, number: UInt16, relationships: [String: Relationship]) {
    self.path = path
    self.xml = xml
    self.number = number
    self.relationships = relationships
  }

  /// Where a node is: from where its start tag ends.
  func range(_ node: FlatXML.NodeID) -> SourceRange {
    let start = SourcePosition(line: xml.line(node), column: xml.column(node))
    return SourceRange(start, start, part: number)
  }

  /// From a node's start to the start of the last node in it.
  func extent(_ node: FlatXML.NodeID) -> SourceRange {
    range(node).union(range(max(node, xml.end(of: node) - 1)))
  }

  /// The value of a child's `w:val`, as in `<w:pStyle w:val="Title"/>`.
  func value(_ child: String, of node: FlatXML.NodeID?) -> String? {
    guard let node, let child = xml.child(child, of: node) else { return nil }
    return xml.attribute("w:val", of: child)
  }

  /// A toggle or on-off property (ISO/IEC 29500-1, 17.17.4): nil when it is not there.
  func isOn(_ child: String, of node: FlatXML.NodeID?) -> Bool? {
    guard let node, let child = xml.child(child, of: node) else { return nil }
    guard let value = xml.attribute("w:val", of: child) else { return true }
    return !["0", "false", "off", "none"].contains(value.lowercased())
  }

  /// A path of children, from a node downwards.
  func descend(_ node: FlatXML.NodeID?, _ names: String...) -> FlatXML.NodeID? {
    var node = node
    for name in names {
      guard let current = node else { return nil }
      node = xml.child(name, of: current)
    }
    return node
  }
}

/// What a part refers to (ISO/IEC 29500-2, 9.3).
struct Relationship {
  /// The last step of its type's address: `image`, `hyperlink`, `footnotes`.
  var kind: String
  /// The path in the package, or the address outside of it.
  var target: String
  var isExternal: Bool
}
