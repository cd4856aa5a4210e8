public import Diagnostics
public import DocumentModel
package import JSONTree

/// Shows a document as the tree it is, for people who want to know what a reader made of a source,
/// and for tests.
///
/// As text, a line is a node: two spaces for each level, the kind, attributes as `name=value`, the
/// node's characters in quotation marks, and the source range (`3:1-3:20`: line and column of the
/// first character and of the one after the last; `#2` before it names a part of a package). As
/// JSON, a node is an object with `kind`, `attributes`, `text`, `range` and `children`, those it has.
public struct TreeRenderer: Renderer {
  /// What may be chosen.
  public typealias Options = TreeOptions

  /// What was chosen.
  public let options: TreeOptions

  /// Makes a renderer.
  public init(options: TreeOptions = TreeOptions()) { self.options = options }

  /// Makes the tree; see ``Renderer/render(_:log:)``.
  public func render(
    _ document: Document, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Rendition {
    let tree = TreeNode(document)
    var counted = 0
    document.walk { _ in counted += 1 }
    let (text, path, mediaType) =
      switch options.form {
      case .text: (tree.lines, "document.tree.txt", "text/plain")
      case .json: (tree.json.text(.indented) + "\n", "document.tree.json", "application/json")
      }
    return Rendition(
      artifacts: [Artifact(path: path, mediaType: mediaType, bytes: Array(text.utf8))],
      containment: .file, summary: "a tree of \(counted) \(counted == 1 ? "node" : "nodes")")
  }
}

extension TreeNode {
  /// The tree as text.
  var lines: String {
    var text = ""
    appendLines(to: &text, depth: 0)
    return text
  }

  private func appendLines(to text: inout String, depth: Int) {
    text += String(repeating: "  ", count: depth) + kind
    for attribute in attributes { text += " \(attribute.name)=\(attribute.value.shown)" }
    if let own = self.text { text += " " + JSONValue.string(own).text(.oneLine) }
    if let range { text += " " + Self.shown(range) }
    text += "\n"
    for child in children { child.appendLines(to: &text, depth: depth + 1) }
  }

  private static func shown(_ range: SourceRange) -> String {
    let part = range.part == 0 ? "" : "#\(range.part) "
    return "\(part)\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
  }

  /// The tree as JSON.
  var json: JSONValue {
    .members([
      "kind": .string(kind),
      "attributes": attributes.isEmpty
        ? nil : .object(attributes.map { JSONValue.Member(name: $0.name, value: $0.value.json) }),
      "text": text.map(JSONValue.string),
      "range": range.map(JSONValue.range),
      "children": children.isEmpty ? nil : .array(children.map(\.json)),
    ])
  }
}

extension TreeNode.Value {
  fileprivate var shown: String {
    switch self {
    case .word(let word): word
    case .number(let number): String(number)
    case .text(let text): JSONValue.string(text).text(.oneLine)
    }
  }

  fileprivate var json: JSONValue {
    switch self {
    case .word(let text), .text(let text): .string(text)
    case .number(let number): .integer(number)
    }
  }
}

extension JSONValue {
  /// A source range, with the member names SARIF gives a region.
  package static func range(_ range: SourceRange) -> JSONValue {
    .members([
      "startLine": .integer(range.start.line), "startColumn": .integer(range.start.column),
      "endLine": .integer(range.end.line), "endColumn": .integer(range.end.column),
      "part": range.part == 0 ? nil : .integer(Int(range.part)),
    ])
  }
}
