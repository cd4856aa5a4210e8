/// An XML file as a tree in flat arrays: quick to build, small, and walked without recursion, which
/// files that nest tens of thousands deep need.
///
/// Names carry the prefix the caller gave their namespace, whatever prefix the file uses: with
/// `["http://…/main": "w"]` the paragraphs of any Word file are `w:p`. Names of other namespaces have
/// `?:` before them; names without a namespace stand alone.
public struct FlatXML: Sendable {
  /// A node's place; -1 is none.
  public typealias NodeID = Int32

  struct Node: Sendable {
    /// An index into `names`; -1 for text.
    var name: Int32
    var parent: Int32
    var firstChild: Int32 = -1
    var next: Int32 = -1
    /// The first of the attributes, or of the bytes of a text.
    var start: Int32
    /// How many attributes, or bytes.
    var count: Int32
    var line: Int32
    var column: Int32
  }

  struct Attribute: Sendable {
    var name: Int32
    var start: Int32
    var count: Int32
  }

  var nodes: [Node] = []
  var attributes: [Attribute] = []
  var names: [String] = []
  var bytes: [UInt8] = []

  /// The document's element; -1 when there is none.
  public var root: NodeID { nodes.isEmpty ? -1 : 0 }
  /// How many nodes there are. A node's descendants have the numbers after its own.
  public var count: Int { nodes.count }

  /// The name of an element with its prefix; empty for text.
  public func name(_ node: NodeID) -> String {
    let name = nodes[Int(node)].name
    return name < 0 ? "" : names[Int(name)]
  }

  /// Whether a node is text.
  public func isText(_ node: NodeID) -> Bool { nodes[Int(node)].name < 0 }

  /// The characters of a text; empty for an element.
  public func string(_ node: NodeID) -> String {
    let node = nodes[Int(node)]
    return node.name < 0 ? string(node.start, node.count) : ""
  }

  private func string(_ start: Int32, _ count: Int32) -> String {
    String(decoding: bytes[Int(start)..<Int(start + count)], as: UTF8.self)
  }

  /// The element a node stands in; -1 for the root.
  public func parent(_ node: NodeID) -> NodeID { nodes[Int(node)].parent }
  /// The first node in an element; -1 when it is empty.
  public func firstChild(_ node: NodeID) -> NodeID { nodes[Int(node)].firstChild }
  /// The node after a node; -1 when it is the last.
  public func next(_ node: NodeID) -> NodeID { nodes[Int(node)].next }
  /// The line of the file, from 1, on which an element's start tag or a text ends.
  public func line(_ node: NodeID) -> Int { Int(nodes[Int(node)].line) }
  /// The column, from 1, as libxml2 counts.
  public func column(_ node: NodeID) -> Int { Int(nodes[Int(node)].column) }

  /// The value of an attribute by its name with prefix; nil when it is not there.
  public func attribute(_ name: String, of node: NodeID) -> String? {
    let element = nodes[Int(node)]
    guard element.name >= 0 else { return nil }
    for index in Int(element.start)..<Int(element.start + element.count) {
      let attribute = attributes[index]
      if names[Int(attribute.name)] == name { return string(attribute.start, attribute.count) }
    }
    return nil
  }

  /// All attributes of an element, in order.
  public func attributes(of node: NodeID) -> [XMLAttribute] {
    let element = nodes[Int(node)]
    guard element.name >= 0 else { return [] }
    return attributes[Int(element.start)..<Int(element.start + element.count)].map {
      XMLAttribute(names[Int($0.name)], string($0.start, $0.count))
    }
  }

  /// The nodes directly in an element, in order.
  public func children(_ node: NodeID) -> Siblings { Siblings(xml: self, first: firstChild(node)) }

  /// The first element of a name directly in an element.
  public func child(_ name: String, of node: NodeID) -> NodeID? {
    var child = firstChild(node)
    while child >= 0 {
      if self.name(child) == name { return child }
      child = next(child)
    }
    return nil
  }

  /// The number after the last of a node's descendants, so that they are the numbers from its own on.
  public func end(of node: NodeID) -> NodeID {
    var current = node
    while current >= 0 {
      let next = nodes[Int(current)].next
      if next >= 0 { return next }
      current = nodes[Int(current)].parent
    }
    return NodeID(nodes.count)
  }

  /// The characters in a node and all below it.
  public func text(_ node: NodeID) -> String {
    var text = ""
    for index in node..<end(of: node) where isText(index) { text += string(index) }
    return text
  }

  /// Nodes beside each other.
  public struct Siblings: Sequence, IteratorProtocol {
    let xml: FlatXML
    var current: NodeID

    init(xml: FlatXML, first: NodeID) {
      self.xml = xml
      current = first
    }

    /// The next of them.
    public mutating func next() -> NodeID? {
      guard current >= 0 else { return nil }
      defer { current = xml.next(current) }
      return current
    }
  }
}
