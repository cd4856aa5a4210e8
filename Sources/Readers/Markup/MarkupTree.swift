import Diagnostics

/// Elements and text, as HTML names them, before they mean anything.
///
/// Both the HTML and the Markdown reader make this tree and hand it to one builder, so that what an
/// element means is decided in one place and raw HTML in Markdown joins the Markdown inside it. It
/// is one array of nodes, not a tree of objects: fast to make, and a source nested 100,000 deep is
/// freed without recursion.
struct MarkupTree: Sendable {
  /// Which node; the root is 0.
  typealias NodeID = Int32

  struct Node: Sendable {
    var content: Content
    var range: SourceRange?
    fileprivate(set) var parent: NodeID
    fileprivate(set) var firstChild: NodeID = -1
    fileprivate(set) var lastChild: NodeID = -1
    fileprivate(set) var nextSibling: NodeID = -1
  }

  enum Content: Sendable {
    case element(Element)
    /// Characters, with entities resolved and white space as in the source.
    case text(String)
  }

  struct Element: Sendable {
    /// The tag name in lower case, whatever the case in the source.
    var name: String
    var namespace: Namespace = .html
    /// Names in lower case, except in MathML and SVG where the parser adjusts them.
    var attributes: [Attribute] = []

    /// The value of an attribute, or nil.
    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  struct Attribute: Sendable, Hashable {
    var name: String
    var value: String
  }

  enum Namespace: Sendable { case html, svg, mathML }

  private(set) var nodes: [Node]

  /// The root, an element named `body` that has no source of its own.
  static let root: NodeID = 0

  init() {
    nodes = [Node(content: .element(Element(name: "body")), range: nil, parent: -1)]
  }

  subscript(id: NodeID) -> Node { nodes[Int(id)] }

  func firstChild(of id: NodeID) -> NodeID { nodes[Int(id)].firstChild }
  func nextSibling(of id: NodeID) -> NodeID { nodes[Int(id)].nextSibling }
  func parent(of id: NodeID) -> NodeID { nodes[Int(id)].parent }
  func range(of id: NodeID) -> SourceRange? { nodes[Int(id)].range }

  /// The element at `id`, or nil for text.
  func element(_ id: NodeID) -> Element? {
    if case .element(let element) = nodes[Int(id)].content { element } else { nil }
  }

  /// An attribute of the node, or nil; text has none.
  func attribute(_ name: String, of id: NodeID) -> String? {
    guard case .element(let element) = nodes[Int(id)].content else { return nil }
    return element[name]
  }

  /// Makes room for a number of nodes.
  mutating func reserveCapacity(_ count: Int) { nodes.reserveCapacity(count) }

  /// Gives an element that has no place of its own in the source that of its content.
  mutating func takeRangeFromChildren(_ id: NodeID) {
    guard nodes[Int(id)].range == nil, nodes[Int(id)].firstChild >= 0 else { return }
    let first = nodes[Int(nodes[Int(id)].firstChild)].range
    nodes[Int(id)].range = first.joined(nodes[Int(nodes[Int(id)].lastChild)].range)
  }

  /// The node after `id` in document order within `top`, leaving out what `id` holds; nil at the end.
  func following(_ id: NodeID, within top: NodeID) -> NodeID? {
    var node = id
    while node != top, node >= 0 {
      let next = nodes[Int(node)].nextSibling
      if next >= 0 { return next }
      node = nodes[Int(node)].parent
    }
    return nil
  }

  /// The node after `id` in document order within `top`, going into what `id` holds first.
  func successor(of id: NodeID, within top: NodeID) -> NodeID? {
    let child = nodes[Int(id)].firstChild
    return child >= 0 ? child : following(id, within: top)
  }

  /// Adds a node as the last child of `parent`.
  @discardableResult
  mutating func append(_ content: Content, to parent: NodeID, range: SourceRange?) -> NodeID {
    let id = NodeID(nodes.count)
    nodes.append(Node(content: content, range: range, parent: parent))
    let previous = nodes[Int(parent)].lastChild
    if previous >= 0 { nodes[Int(previous)].nextSibling = id } else { nodes[Int(parent)].firstChild = id }
    nodes[Int(parent)].lastChild = id
    return id
  }

  /// The children of a node, in order.
  func children(of id: NodeID) -> ChildSequence {
    ChildSequence(tree: self, upcoming: nodes[Int(id)].firstChild)
  }

  struct ChildSequence: Sequence, IteratorProtocol {
    let tree: MarkupTree
    fileprivate var upcoming: NodeID

    mutating func next() -> NodeID? {
      guard upcoming >= 0 else { return nil }
      defer { upcoming = tree.nodes[Int(upcoming)].nextSibling }
      return upcoming
    }
  }

  /// Settles where a node stands, once that is known.
  mutating func setRange(_ range: SourceRange?, of id: NodeID) { nodes[Int(id)].range = range }

  /// Changes what an element is.
  mutating func setElement(_ element: Element, of id: NodeID) { nodes[Int(id)].content = .element(element) }

  /// Gives an element an attribute, instead of one of that name.
  mutating func setAttribute(_ name: String, _ value: String, of id: NodeID) {
    guard case .element(var element) = nodes[Int(id)].content else { return }
    element.attributes.removeAll { $0.name == name }
    element.attributes.append(Attribute(name: name, value: value))
    nodes[Int(id)].content = .element(element)
  }

  /// Copies a node of another tree, with all it holds, to the end of `parent`; returns the copy.
  @discardableResult
  mutating func copy(_ top: NodeID, of other: MarkupTree, to parent: NodeID) -> NodeID {
    let copied = append(other[top].content, to: parent, range: other.range(of: top))
    var places = [(from: top, to: copied)]
    var node = top
    while let next = other.successor(of: node, within: top) {
      node = next
      while let last = places.last, last.from != other.parent(of: node) { places.removeLast() }
      guard let place = places.last else { break }
      places.append((node, append(other[node].content, to: place.to, range: other.range(of: node))))
    }
    return copied
  }
}
