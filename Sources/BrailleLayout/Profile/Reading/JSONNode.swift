import JSONTree

/// A value in JSON (RFC 8259) that knows where in its file it stands.
struct JSONNode: Sendable {
  var value: Value
  /// The line and the column it begins at, both from 1, columns in bytes.
  var line: Int
  var column: Int

  /// What a value is.
  indirect enum Value: Sendable {
    case object([Member])
    case array([JSONNode])
    case string(String)
    /// A number as it is written.
    case number(String)
    case bool(Bool)
    case null
  }

  /// A name and its value.
  struct Member: Sendable {
    var name: String
    /// Where the name stands.
    var line: Int
    var column: Int
    var node: JSONNode
  }

  /// How deep values may nest: far more than a profile needs, and far less than overflows the stack.
  private static let maximumDepth = 32

  /// Reads a text.
  ///
  /// - Throws: `JSONProblem` when it is not JSON, or an object has two members of one name.
  init(_ bytes: [UInt8]) throws(JSONProblem) {
    let tree = try JSONTree(bytes, maximumDepth: Self.maximumDepth)
    try self.init(JSONTree.root, of: tree, lines: LineStarts(bytes))
  }

  private init(value: Value, at place: (line: Int, column: Int)) {
    self.init(value: value, line: place.line, column: place.column)
  }

  private init(value: Value, line: Int, column: Int) {
    self.value = value
    self.line = line
    self.column = column
  }

  private init(_ id: JSONTree.ID, of tree: JSONTree, lines: LineStarts) throws(JSONProblem) {
    let place = lines.place(of: tree.place(of: id).lowerBound)
    switch tree.kind(of: id) {
    case .string: self.init(value: .string(tree.string(id) ?? ""), at: place)
    case .number: self.init(value: .number(tree.source(of: id, limit: .max)), at: place)
    case .boolean: self.init(value: .bool(tree.source(of: id) == "true"), at: place)
    case .null: self.init(value: .null, at: place)
    case .array:
      var nodes: [JSONNode] = []
      for child in tree.children(of: id) {
        nodes.append(try JSONNode(child, of: tree, lines: lines))
      }
      self.init(value: .array(nodes), at: place)
    case .object:
      var members: [Member] = []
      for (id, inner) in tree.members(of: id) {
        let name = tree.string(id) ?? ""
        guard !members.contains(where: { $0.name == name }) else {
          throw tree.problem("'\(name)' is there twice", at: id)
        }
        let place = lines.place(of: tree.place(of: id).lowerBound)
        let node = try JSONNode(inner, of: tree, lines: lines)
        members.append(Member(name: name, line: place.line, column: place.column, node: node))
      }
      self.init(value: .object(members), at: place)
    }
  }

  /// The members of an object; nil for what is none.
  var members: [Member]? { if case .object(let members) = value { members } else { nil } }

  /// The member of a name.
  subscript(name: String) -> JSONNode? { members?.first { $0.name == name }?.node }

  /// What kind of value it is, in a word.
  var kind: String {
    switch value {
    case .object: "an object"
    case .array: "a list"
    case .string: "text"
    case .number: "a number"
    case .bool: "true or false"
    case .null: "null"
    }
  }

  /// This value with what `other` says instead: objects are merged name by name, null takes a name
  /// away, objects in lists are merged with those of the same place, or the last, and all else is
  /// replaced.
  func merged(with other: JSONNode) -> JSONNode {
    if case .array(let nodes) = value, case .array(let changes) = other.value {
      guard let last = nodes.last else { return other }
      let merged = changes.enumerated().map { index, change in
        (index < nodes.count ? nodes[index] : last).merged(with: change)
      }
      return JSONNode(value: .array(merged), line: other.line, column: other.column)
    }
    guard case .object(var members) = value, case .object(let changes) = other.value else {
      return other.withoutNulls
    }
    for change in changes {
      let index = members.firstIndex { $0.name == change.name }
      switch (index, change.node.value) {
      case (let index?, .null): members.remove(at: index)
      case (nil, .null): break
      case (let index?, _): members[index].node = members[index].node.merged(with: change.node)
      case (nil, _):
        var change = change
        change.node = change.node.withoutNulls
        members.append(change)
      }
    }
    return JSONNode(value: .object(members), line: line, column: column)
  }

  /// The value without members that are null.
  private var withoutNulls: JSONNode {
    guard let members else { return self }
    let kept = members.filter { if case .null = $0.node.value { false } else { true } }
    return JSONNode(value: .object(kept), line: line, column: column)
  }

  /// The value without some members of its own.
  func without(_ names: Set<String>) -> JSONNode {
    guard let members else { return self }
    return JSONNode(
      value: .object(members.filter { !names.contains($0.name) }), line: line, column: column)
  }

  /// The value as JSON.
  var text: String {
    switch value {
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0.name)):\($0.node.text)" }.joined(separator: ",") + "}"
    case .array(let nodes): "[" + nodes.map(\.text).joined(separator: ",") + "]"
    case .string(let text): Self.quoted(text)
    case .number(let text): text
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .null: "null"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{0}"..."\u{1F}":
        let hexadecimal = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// Where the lines of a text begin.
private struct LineStarts {
  private var starts = [0]

  init(_ bytes: [UInt8]) {
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
  }

  /// The line and the column of a byte, both from 1.
  func place(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - starts[low] + 1)
  }
}
