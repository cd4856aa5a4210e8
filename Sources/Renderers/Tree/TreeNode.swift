import Diagnostics
import DocumentModel

/// A node as it is shown: what kind it is, what it carries, what is in it. Parts of nodes that are
/// not nodes of the model (a list's items, a table's rows) are shown in the same way.
struct TreeNode: Hashable, Sendable {
  /// What kind, in the words of the model: `heading`, `list-item`.
  var kind: String
  /// What it carries besides its children, in a fixed order.
  var attributes: [Attribute] = []
  /// Its characters, when it holds any itself.
  var text: String?
  var range: SourceRange?
  var children: [TreeNode] = []

  struct Attribute: Hashable, Sendable {
    var name: String
    var value: Value
  }

  enum Value: Hashable, Sendable {
    /// A word of the model's own vocabulary; shown as it is.
    case word(String)
    /// A number.
    case number(Int)
    /// Text from the source; shown in quotation marks.
    case text(String)
  }

  init(_ kind: String, _ info: NodeInfo = NodeInfo(), text: String? = nil, _ children: [TreeNode] = []) {
    self.kind = kind
    self.text = text
    self.children = children
    range = info.range
    add("id", text: info.id)
    add("language", word: info.language?.tag)
    add("direction", word: info.direction?.rawValue)
    switch info.audience {
    case .only(let formats)?: add("only", word: Self.list(formats))
    case .except(let formats)?: add("not", word: Self.list(formats))
    case nil: break
    }
    let turns: [(PageTurns, String)] = [(.before, "before"), (.after, "after"), (.notInside, "not-inside")]
    let names = turns.filter { info.pageTurns.contains($0.0) }.map(\.1)
    if !names.isEmpty { add("page-turns", word: names.joined(separator: ",")) }
  }

  /// The node with an attribute more, when there is a value for it.
  func with(_ name: String, word: String?) -> TreeNode {
    var node = self; node.add(name, word: word); return node
  }
  func with(_ name: String, text: String?) -> TreeNode {
    var node = self; node.add(name, text: text); return node
  }
  func with(_ name: String, number: Int?) -> TreeNode {
    var node = self
    if let number { node.attributes.append(Attribute(name: name, value: .number(number))) }
    return node
  }

  private mutating func add(_ name: String, word: String?) {
    if let word { attributes.append(Attribute(name: name, value: .word(word))) }
  }

  private mutating func add(_ name: String, text: String?) {
    if let text { attributes.append(Attribute(name: name, value: .text(text))) }
  }

  private static func list(_ formats: Set<Format>) -> String {
    formats.map(\.rawValue).sorted().joined(separator: ",")
  }
}
