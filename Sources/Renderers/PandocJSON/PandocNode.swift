import JSONTree

// The shapes of pandoc's tree in JSON: an object with its type `t` and, for what holds anything, `c`.

extension JSONValue {
  /// A node of pandoc's that holds something.
  static func node(_ type: String, _ content: JSONValue) -> JSONValue {
    .object([Member(name: "t", value: .string(type)), Member(name: "c", value: content)])
  }

  /// A node of pandoc's that holds nothing.
  static func node(_ type: String) -> JSONValue { .object([Member(name: "t", value: .string(type))]) }

  static func node(_ type: String, _ children: [JSONValue]) -> JSONValue { node(type, .array(children)) }
}

/// What pandoc calls `Attr`.
struct PandocAttr {
  var id = ""
  var classes: [String] = []
  var pairs: [(name: String, value: String)] = []

  var isEmpty: Bool { id.isEmpty && classes.isEmpty && pairs.isEmpty }

  /// The attributes with a pair more, when there is a value for it.
  func with(_ name: String, _ value: String?) -> PandocAttr {
    guard let value else { return self }
    var attributes = self
    attributes.pairs.append((name, value))
    return attributes
  }

  /// The attributes with a class more.
  func with(class name: String?) -> PandocAttr {
    guard let name else { return self }
    var attributes = self
    attributes.classes.append(name)
    return attributes
  }

  /// The attributes with declarations of CSS more.
  func with(style: String?) -> PandocAttr {
    guard let style else { return self }
    var attributes = self
    if let index = pairs.firstIndex(where: { $0.name == "style" }) {
      attributes.pairs[index].value += ";" + style
      return attributes
    }
    return with("style", style)
  }

  var json: JSONValue {
    .array([
      .string(id), .array(classes.map(JSONValue.string)),
      .array(pairs.map { .array([.string($0.name), .string($0.value)]) }),
    ])
  }
}
