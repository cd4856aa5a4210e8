/// What may be chosen about a printed document tree.
public struct TreeOptions: Codable, Hashable, Sendable {
  /// How the tree is written.
  public var form: Form

  /// Makes options.
  public init(form: Form = .text) { self.form = form }

  /// The ways to write a tree.
  public enum Form: String, CaseIterable, Codable, Sendable {
    /// A node a line, indented under its parent.
    case text
    /// An object a node, with its children in an array.
    case json
  }
}
