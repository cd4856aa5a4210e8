import Diagnostics
import XMLTree

/// A part of an OpenDocument file that has been parsed.
final class OpenDocumentPart {
  /// Its path in the package; empty for a flat file.
  let path: String
  let xml: FlatXML
  /// Its place among the document's parts.
  let number: UInt16

  init(path: String, xml: FlatXML, number: UInt16) {
    self.path = path
    self.xml = xml
    self.number = number
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

  /// A path of children, from a node downwards.
  func descend(_ node: FlatXML.NodeID?, _ names: String...) -> FlatXML.NodeID? {
    var node = node
    for name in names {
      guard let current = node, current >= 0 else { return nil }
      node = xml.child(name, of: current)
    }
    return node
  }

  /// A whole number an attribute holds, within bounds.
  func count(_ name: String, of node: FlatXML.NodeID, in bounds: ClosedRange<Int>) -> Int? {
    guard let text = xml.attribute(name, of: node) else { return nil }
    guard let value = Int(text) else {
      // More digits than a number has.
      return text.utf8.count > 18 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        ? bounds.upperBound : nil
    }
    return min(max(value, bounds.lowerBound), bounds.upperBound)
  }

  /// The characters in a node as they are read: white space collapsed, `text:s` and the like as a space.
  func words(_ node: FlatXML.NodeID) -> String {
    var text = ""
    for inner in node..<xml.end(of: node) {
      if xml.isText(inner) {
        text += xml.string(inner)
      } else if ["text:s", "text:tab", "text:line-break", "text:p"].contains(xml.name(inner)) {
        text += " "
      }
    }
    return text.collapsed
  }
}
